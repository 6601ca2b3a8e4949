# 2-4: findings. For each rule what is there, why it matters (.why), what to do (.help).

respect-slur = There is a word here that debases a group of people.
    .why = It hurts everybody of the group, whoever was meant.
    .help = Take the word out; there is no harmless form of it.

respect-masked_abuse = There is abuse here in disguise: masked, spaced or in code.
    .why = A disguise fools machines, not the person who is meant.
    .help = Take it out.

respect-insult = Somebody is insulted here.
    .why = An insult can be a crime, and it stays beside your name.
    .help = Say what happened instead of what somebody is.

respect-discrimination = A group of people is shut out here, ranked low or told what it is.
    .why = It hurts many at once, and neither jest nor courtesy changes that.
    .help = Take it out; say what you offer, not who should not come.

respect-threat = There are words here that threaten life, body or home.
    .why = They frighten, and they are a crime.
    .help = Take them out and step away. If it is you who is threatened, hand it to your manager.

respect-defamation = Gossip about a crime, an affair or a private secret of somebody around.
    .why = True or not, it can ruin a life, and whoever passes it on answers for it.
    .help = Do not write it; a real wrong belongs to the desk for reports.

respect-obscenity = There are sexual words or innuendo here.
    .why = Readers did not ask for it, and those it speaks of are harmed.
    .help = Take it out.

respect-spam = This has the form of spam: a chain, a follow-back circle, easy money.
    .why = It costs the trust of readers, and accounts are closed for it.
    .help = Take it out.

respect-politics = A side is taken here on an election, a party or a politician.
    .why = An organisation speaks for people of all opinions.
    .help = Leave it out, or ask the committee.

respect-religion = A faith is praised, ranked, mocked or spread here.
    .why = What is holy to some is not for a company to judge.
    .help = Leave it out, or ask the committee.

respect-divisive = A side is taken here on a question that divides people.
    .why = Whichever side it is, half the readers are told that they are wrong.
    .help = Leave it out, or ask the committee.

respect-disaster = A disaster, an accident or a day of mourning is used here to sell, or taken lightly.
    .why = People are suffering while they read it.
    .help = Stop such posts for the day, or ask the committee.

respect-self_harm = These words speak of not wanting to live.
    .why = Your life, and theirs, comes before everything else.
    .help = You are not alone: in Japan call 0120-061-338 or 0120-279-338 at any time, in an emergency 119; elsewhere findahelpline.com.
