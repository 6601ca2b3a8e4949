# 1-4: findings about personal information. For each rule what is there, why it matters (.why), what to do (.help).

personal-phone_number = There is a telephone number here by which a person can be called.
    .why = A number that has spread cannot be called back, and strangers will use it.
    .help = Take the number out, and point to direct messages, the contact form or the published number of a desk.
