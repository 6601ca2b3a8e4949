# 2-2, 2-3 and 2-7: findings about accuracy, those who are named, and what helps the reader.

accuracy-hearsay = This is told as something that was only heard.
    .why = Official posts are quoted as facts; the “I heard” gets lost.
    .help = Check it with those concerned and give the source, or take it out.

accuracy-guess = This is a guess.
    .why = One “probably” makes the true words beside it doubtful.
    .help = Find out first, or say that it is not known yet and when it will be.

accuracy-vague_source = This rests on a source that nobody can look up.
    .why = A source without a name cannot be checked; it only lends weight.
    .help = Name who, when and where to read it, or take the claim out.

accuracy-unsourced_number = A number is put forward here without its source.
    .why = A number looks like evidence; without survey, period and scope it is none.
    .help = Put survey, period, scope and size beside it.

accuracy-third_party_judged = Somebody who is named is judged, compared or blamed here.
    .why = One remark by a company moves another’s trade and good name.
    .help = Say it without the name, or record why it does no harm or that they agreed.

accuracy-no_benefit = This only asks for reach; nothing in it is for the reader.
    .why = Where publishing becomes its own purpose, readers leave.
    .help = Add one thing that helps the reader.
