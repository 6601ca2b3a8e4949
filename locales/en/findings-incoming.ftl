# What was found in a message to the company, for whoever opens the inbox.

incoming-threat = Harm to people or to the house is announced.
    .why = Nobody answers this alone, and it may be a matter for the police.
    .help = Do not answer yet. Keep it and tell the manager and the committee; in danger, call the police.

incoming-demand = Something is demanded that nobody is owed.
    .why = Whoever gives in alone is asked again.
    .help = Promise nothing, keep it, and ask the manager or the committee.

incoming-sexual = Sexual words, or an approach to whoever answers.
    .why = Nobody has to bear this for work.
    .help = Do not answer. Keep it and tell the manager; somebody else can take over.

incoming-abuse = Those who answer, or the house, are called names.
    .why = Some wait for you to hit back.
    .help = Read whether there is a problem behind the names; if so, answer that after somebody else has read the answer.

incoming-repeated = The same sender writes the same again and again.
    .why = One clear answer reaches further than ten short ones.
    .help = Send one answer that was agreed before, from one person.
