# What the policy asks of one delivery. .help says how it is met
#
# obligation-… are the names of Duty, party-… of Party, standing-… of Standing.
# The words for media, states, classes, roles, strengths, capabilities, rights and evidence stand in common.ftl and pages-team.ftl.

obligation-account = An official account that is open
    .help = Only a registered account that is not closed can publish. Ask the administrator.
obligation-certification = A certification in force
    .help = Who writes needs the right to write, who sends the right to publish. The examiner can correct term and scope.
obligation-certification-missing = No certification of { $name } is in force
obligation-content = A text or a picture to send
    .help = Write the text, or add a picture. A post that was given up cannot be sent.
obligation-fit = What the medium takes
    .help = Fit the length and the number of pictures to this medium. Each medium can have a text of its own.
obligation-too-long = { $counted } where { $limit } are allowed
obligation-benefit = Benefit to the reader
    .help = Say in one sentence what a reader will know or be able to do.
obligation-sources = Sources
    .help = Give at least one: an address, the number of a document, who confirmed it. Where nothing needs a source, say so.
obligation-occasion = What it answers, or which post it mends
    .help = For a reply, name the message that it answers; for a fix of form, the post that it mends. What has neither belongs to another class.
obligation-review = A review by somebody else
    .help = Somebody certified who did not write it reads the very words that will go out, and approves them. A changed text needs a new review.
obligation-cooling-off = Cooling-off time
    .help = Wait until the set time since the last change has passed. Nobody can shorten it.
obligation-rights = Rights to the picture
    .help = Say whether it is your own work, licensed, permitted or quoted, and what shows it. A licence that has run out is not enough.
obligation-finding = A finding in the text
    .help = Change the words, or meet the finding in the way that its strength asks for.
obligation-unchecked = A check that could not be made
    .help = A rule that should have looked was not able to. What was not looked at is not cleared. Tell the administrator.
obligation-doubt = An open doubt
    .help = Whoever raised it resolves it, or the committee. If any doubt remains, do not publish.
obligation-ruling = A ruling on the consultation
    .help = Consult, and get permission for exactly these words. A changed text or a new question needs a new ruling.
obligation-condition = A condition of the ruling
    .help = Meet the condition, and bring the evidence.
obligation-stop = A stop of sending
    .help = Nothing is sent until the stop is lifted. The committee lifts it.
obligation-clock = A clock that is right
    .help = The server’s clock shows an earlier time than the last line of the record. Nothing is sent until that is set right. Tell the administrator.

party-author = The author
party-other-certified = Somebody else who is certified
party-manager = The manager
party-committee = The committee
party-doubter = Who raised the doubt, or the committee
party-examiner = The examiner
party-administrator = The administrator
party-clock = Time has to pass

standing-open = Open
standing-in-force = In force
standing-discharged = Discharged
standing-discharged-by = { $name }, { $at }
standing-overruled = Overruled as not applying
standing-overruled-by = Overruled as not applying: { $name }, { $at }
standing-shown = Shown only
standing-dismissed = Dismissed
standing-afterwards = To be reviewed afterwards, as this is an emergency

consulted-manager = the manager
consulted-committee = the committee
verdict-permit = permitted
verdict-refuse = refused

capability-reply = Reply

failure-rejected = The medium did not take this content
failure-revoked = The access to the medium is gone
failure-not_sent = It was not sent, and can be tried again
