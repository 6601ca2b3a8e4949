# 1-10: findings. For each rule what is there, why it matters (.why), what to do (.help).

identity-company_voice = Somebody who is not an operator speaks here in the name of the organisation.
    .why = Readers cannot tell it from the real thing.
    .help = Speak for yourself, or leave the answer to the operators.

identity-employer_opinion = An opinion stands here beside the employer, without a note that it is your own.
    .why = It will be quoted as the view of the organisation.
    .help = Add that it is your own view, or leave the employer out.

identity-staff_answer = A member of staff answers or promises here from a private account.
    .why = The customer relies on it, and those in charge know nothing of it.
    .help = Do not answer; point to the official desk.
