# 1-7, 2-2, 2-7: findings about characters, dates, links and pictures.

hygiene-bidi_control = There is an invisible character here that turns the direction of the words.
    .why = Readers may see another order than the one that was reviewed.
    .help = Remove the character.

hygiene-zero_width = There is an invisible character of no width here.
    .why = Searches, hashtags and screen readers stop at it.
    .help = Remove the character.

hygiene-mixed_script = A Latin word has a letter of another script in it that looks the same.
    .why = It cannot be found by searching, and false addresses are built in this way.
    .help = Write the word in Latin letters only.

hygiene-weekday_mismatch = The date and the weekday do not fit each other.
    .why = People will come on the wrong day.
    .help = Look it up, and correct the date or the weekday.

hygiene-http_link = There is a link without encryption here (http://).
    .why = Browsers warn readers of it, and others on the way can change what they get.
    .help = See that the https:// address opens, and use it.

hygiene-missing_alt = A picture has no alternative text that says what it shows.
    .why = Readers who do not see the picture get nothing.
    .help = Say in one sentence what is to be seen, as you would on the telephone.

hygiene-emoji_only = The text consists of picture signs only.
    .why = Read aloud it is a list of names of pictures, and they look different on every device.
    .help = Say in words what you mean.

hygiene-code_in_picture = There is a QR or bar code in the picture.
    .why = A telephone follows it without a look, and the text does not say where it leads.
    .help = Open it as a reader would, and write the target in the text too.

hygiene-code_target = Where the code in the picture leads is not certain.
    .why = It may be a page without encryption, a shortened address, a site that you have not published, or a network’s password or somebody’s contact.
    .help = Say in the answer why the target is right, or make the code anew with the https:// address of your own page. Cover codes that are not for readers.

hygiene-alt_says_nothing = The alternative text is a file name or the word “picture”.
    .why = Read aloud it does not say what is shown.
    .help = Say in one sentence what is to be seen, as you would on the telephone.
