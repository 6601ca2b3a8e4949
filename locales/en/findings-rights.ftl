# 1-3: findings about rights and advertising.

rights-superlative = A superlative such as “the best” or “No. 1” stands here without evidence.
    .why = Claims without evidence mislead, and the law on representations asks for it.
    .help = Name the survey, its period and scope, or describe the quality plainly.

rights-guarantee = An outcome is promised here without condition.
    .why = Nobody can promise it to everybody; about money and health the promise itself is unlawful.
    .help = Add conditions and evidence, or take the promise out.

rights-health_effect = An effect on illness or the body is claimed here.
    .why = Only approved products may claim it, and a reader may stop a treatment because of it.
    .help = Take the effect out, or use the wording the product is approved for.

rights-price_claim = A price, prize or origin is stated here in a way that may not be true.
    .why = If what it is compared with is not real, the saving is not either.
    .help = State the period, the comparison, the number of prizes and the origin as they are.

rights-hidden_promotion = This is advertising that is hidden, or a gift is praised without a PR mark.
    .why = Readers weigh paid praise differently, and the company answers for it.
    .help = Put a PR mark at the beginning and say who gave what.

rights-bought_review = Reviews are bought, written by ourselves or sorted here.
    .why = A rating is worth something only if it is not ours.
    .help = Ask for honest reviews without a condition instead.

rights-copied_work = Somebody else’s work seems to be used here without permission or quotation.
    .why = Having found it is no permission, and a whole copy is no quotation.
    .help = Get permission and say so, link to it, or quote a small part with its source.

rights-character_use = Somebody else’s character or mark seems to be copied here.
    .why = Without the name it is still use, when everybody knows whose it is.
    .help = Use your own design, or show the licence.

rights-unwilling_portrait = A picture or film of somebody who did not agree is told of here.
    .why = A face cannot be changed, and the person did not choose this audience.
    .help = Take it out, make them unrecognisable, or get consent and say so.

rights-unlawful_act = An act that may be against the law is told here as the writer’s own.
    .why = It stays as evidence and is taken for the company’s way.
    .help = Take it out; if it happened at work, tell the manager or the desk.

rights-face_in_picture = A face is seen in the picture. Nobody looks up whose.
    .why = Whoever can be recognised decides whether to be shown.
    .help = Ask the people and choose “have agreed” beside the picture. If nobody can be recognised, say why in the answer.

rights-perhaps_face_in_picture = Something in the picture looks like a face.
    .why = Even a small or half-hidden face is known to those who know the person.
    .help = Look at the picture in full size. If somebody can be recognised, ask them.

rights-picture_used_before = An earlier post shows the same picture.
    .why = A permission is often for one use or until a day, and readers notice an old picture.
    .help = Look whether what was agreed for the earlier post holds for this one.

rights-named_in_picture = The file of the picture named its maker or who holds rights in it. The name has been taken off.
    .why = It tells whom to ask, and whether “our own work” is true.
    .help = Compare it with the rights beside the picture, and credit the maker where that was agreed.
