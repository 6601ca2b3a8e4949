# Findings by likeness to labelled posts (1-3 to 1-6, 1-8 to 1-10, 2-2 to 2-5).

likeness-law = This reads like posts that break the rules on advertising or somebody's rights (a statistic, not a proof).
    .why = Advertising law, copyright and the right to one's own image bind every post; the company answers for them.
    .help = See whether a basis, a source, a permission or the mark of an advertisement is missing, and add it or say it otherwise. If nothing is wrong, answer so.

likeness-personal = This reads like posts that give a private person away (a statistic, not a proof).
    .why = Even without a name, home, school, illness and workplace together point at somebody.
    .help = Take out what points at the person, or make sure of their consent. If nothing is wrong, answer so.

likeness-house_papers = This reads like posts that carry the house's papers, systems or rules outside (a statistic, not a proof).
    .why = Even a scrap of an internal document, a screen or a password can be misused, and travels.
    .help = Take it out if it belongs inside. If it is public, answer where.

likeness-inside_knowledge = This reads like something known from work and not yet public (a statistic, not a proof).
    .why = Plans, figures, clients and guests can be pieced together from small remarks.
    .help = If it is public, give the announcement as its source. If not, take it out.

likeness-insincerity = This reads like posts that lack sincerity (a statistic, not a proof).
    .why = Dodging responsibility, or making fun of careless work, costs trust.
    .help = Say what you take on. If nothing is wrong, answer so.

likeness-quarrel = This reads like a quarrel with somebody who complained (a statistic, not a proof).
    .why = An answer in kind looks like an attack to those who watch, even where it is right.
    .help = Wait a night, or keep to the facts and what you will do. If nothing is wrong, answer so.

likeness-company_voice = This reads like the company's voice, or like an opinion that will be taken for it (a statistic, not a proof).
    .why = Where the employer is known, a private opinion is read as the company's.
    .help = Say that it is your own view, or leave the company out. Speaking of working conditions and reporting wrongs stays free.

likeness-unproven = This reads like something passed on without being checked (a statistic, not a proof).
    .why = What an official account says is quoted as a fact.
    .help = Find the source and name it, or leave it out. If nothing is wrong, answer so.

likeness-third_parties = This reads like posts that judge, compare or blame others (a statistic, not a proof).
    .why = From an official account, a judgement of others leads to disputes and liability.
    .help = Leave the other party out and speak of your own. If nothing is wrong, answer so.

likeness-disrespect = This reads like posts that hurt or divide (a statistic, not a proof).
    .why = A light word about who people are is an attack to those it meets.
    .help = Read it as the person it meets, and say it otherwise or not at all. If nothing is wrong, answer so.

likeness-silent_change = This reads like a deletion or change that does not say what was wrong (a statistic, not a proof).
    .why = A silent change is taken for hiding.
    .help = Say what was wrong and how it was put right. If nothing is wrong, answer so.
