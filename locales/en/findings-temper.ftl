# 1-7, 1-8, 1-9, 2-5: findings. For each rule what is there, why it matters (.why), what to do (.help).

temper-limited_audience = A small audience is given here as the reason to say something of work.
    .why = Limited posts are copied and passed on, and they stay.
    .help = Write only what everybody may read, or leave it out.

temper-insincere_apology = This apology comes with a condition, or only for show.
    .why = “If anyone was offended” puts the fault on the feelings of the reader.
    .help = Say what was wrong, whose fault it was, and what you do about it.

temper-shirking = This answer hands the fault on, or avoids answering.
    .why = The reader wants to know who answers for it.
    .help = Say what your own side did, and who takes care of it now.

temper-negligence = This boasts of work not done, of deceiving, or of drinking on duty.
    .why = It costs the trust of all who do the work properly, and it stays as evidence.
    .help = Take it out. If something really goes wrong at work, the desk for reports protects you.

temper-rant = Private anger or drink speaks here on an official account.
    .why = Readers see the organisation say it.
    .help = Do not send it, and check which account you are signed in to.

temper-hoax = A danger that nobody has confirmed is spread here, or played with.
    .why = People run, call for help and get hurt; it can be a crime.
    .help = Do not pass it on; point to the announcement of the authority.

temper-sarcasm = Praise or thanks is meant here as a blow.
    .why = Whoever is hit shows it to everybody else.
    .help = Answer the matter itself, or ask your manager first.

temper-contempt = There are words here that look down on a customer or a critic.
    .why = Contempt for one is read by all others.
    .help = Leave the person out; speak of the matter.

temper-blames_customer = The fault is put here on the one who complains.
    .why = Even where it is true, it ends the talk and begins the quarrel.
    .help = Ask what happened, and say what you will check.

temper-brush_off = Critics are told here to go away, or that nobody will answer.
    .why = Criticism that is shut out grows louder elsewhere.
    .help = Say what you can and cannot do, and where else to turn.

temper-intimidation = A critic is shown here that they were found, or will be sued or paid back.
    .why = It is a threat whatever the courtesy around it.
    .help = Hand it to your manager; what the law allows is done by the company.

temper-silent_change = A post is deleted or changed here without a word about what was wrong.
    .why = Silence is blamed twice: for the mistake and for hiding it.
    .help = Ask the committee; keep the post, and say what was wrong, what is right and why.

temper-answers_hostility = This answers a message with threats, demands or abuse in it.
    .why = Whoever is attacked hits back alone. Even when right, the policy says: ask first.
    .help = Ask the manager or the committee before you send it. In danger, tell the police too.

temper-complaint_unheard = Somebody complains, and this only explains.
    .why = Without a word that it was heard, an explanation sounds like blame.
    .help = First say that you heard it and what you will do; the explanation comes after.
