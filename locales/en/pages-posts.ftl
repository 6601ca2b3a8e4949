# Writing, clearing and sending a post: what happened, what is missing, what waits

## Said once, afterwards

done-drafted = The draft is there. What was found, and what it needs, stands on this page.
done-saved = Saved.
done-submitted = Submitted for review.
done-answered = Your answer is kept.
done-dismissed = The note is dismissed.
done-overruled = The finding is overruled, with your reason on record.
done-doubted = The doubt is raised. Until it is resolved, this post is not sent.
done-resolved = The doubt is resolved.
done-consulted = The question is asked. The post is held until the ruling.
done-condition-met = The evidence for this condition is kept.
done-pictures-added = Added. Now write the alternative text and the rights.
done-scheduled = Scheduled. It is looked at once more when the time comes, then sent.
done-unscheduled = Taken off the calendar.
done-let-go = It was let go. The words and the record stay.
done-publishing = Publishing has begun.
done-started = Begun. Copy the text below without changing a character.
done-proved = Published, with the proof on record.
done-not-published = On record: it was not published.
done-unknown = On record: nobody knows yet. Until somebody looks, it is not sent again.
done-abandoned = This post is given up. Its words and its record stay.

## Lists and heads

posts-untitled = (no title)
stage-draft = Drafts
stage-submitted = In review
stage-returned = Returned
stage-scheduled = Scheduled
stage-sending = Sending
stage-unknown = Outcome unknown
stage-failed = Not sent
stage-missed = Missed
stage-published = Published
stage-abandoned = Given up
posts-doubts = { $n ->
    [one] one doubt
   *[other] { $n } doubts
}
posts-obligations-open = { $n ->
    [one] one obligation open
   *[other] { $n } obligations open
}
posts-waits-for = Next: { $party }

## Today: why something waits

waits-by-hand = Publish it by hand and bring the proof.
waits-returned = Changes were asked for.
waits-author = Answer the findings, or change the words.
waits-doubt = A doubt about { $name }’s post is open.
waits-ruling = { $name } asks for a ruling.
waits-review = { $name }’s post is to be reviewed.
waits-missed = It was not sent in time. Set a new time, or give it up.
home-stopped-by = Stopped on { $at }: { $reason }

## Who acts before it goes out

chain-certified = Certification
chain-author = Write and answer
chain-doubt = Resolve the doubt
chain-manager = Ruling of the manager
chain-committee = Ruling of the committee
chain-review = Review by another
chain-administrator = The administrator
chain-clock = Time
chain-send = Sending
chain-open = { $n } open
chain-no-time = No time set
chain-nobody = Nobody can review it now
chain-any-of = One of { $n } people

## Writing

posts-choose-account = Choose at least one account
posts-no-account = You are certified to write for no account. Ask the examiner of certifications.
posts-outside-certification = Outside your certification
posts-saved-at = Saved { $at }
posts-signed-out = You are signed out. Sign in on another page, and saving goes on
posts-refused = This cannot be saved as it is. Look at its length
class-chosen = { $class }: { $hint }
pictures-add-hint = PNG, JPEG, WebP, GIF. Positions and other traces are taken out. What you wrote is saved with them.
misfit-picture-needed = At least one picture is needed
misfit-too-many-pictures = At most { $limit } pictures
counter-bytes = bytes
findings-policy-of = { $title } { $version }
findings-inspected = { $items } items of the policy inspected ({ $rules } rules, { $unchecked } of them failed to run).
findings-ready = Your part is done. What remains is for others.
findings-needs-change = { $n ->
    [one] one change of the text
   *[other] { $n } changes of the text
}
findings-needs-answer = { $n ->
    [one] one answer of yours
   *[other] { $n } answers of yours
}
findings-needs-field = { $n ->
    [one] one field to fill in
   *[other] { $n } fields to fill in
}
findings-needs-and = { $one } and { $other }
finding-asked = The question is asked; wait for the ruling.
finding-in-alt = Alternative text: { $quote }
finding-in-picture = Picture { $n }
finding-read-in-picture = Picture { $n }: { $quote }
picture-name = Picture { $n }

## The page of a post

delivery-scheduled = Looked at once more when the time comes, then sent.
delivery-held = While obligations are open it is not sent, whatever the time.
delivery-cleared = As it stands, it can be sent.
delivery-sending = It is being sent.
delivery-sending-by-hand = { $name } is publishing it by hand; the proof is awaited.
delivery-unknown = It is not known whether it went out. It is not sent again; whoever looks records what is there.
delivery-failed = It was not sent: { $why }
delivery-missed = It was due on { $due } and held past its time. It does not go out by itself.
delivery-missed-stopped = It was due on { $due } while sending was stopped. It does not go out by itself.
delivery-erased = The words were erased.
delivery-publish-now = Publish now
schedule-conflict = { $n ->
    [one] One other post of this account is due in this hour.
   *[other] { $n } other posts of this account are due in this hour.
}
doubt-resolved-by = Resolved by { $name } ({ $at }): { $answer }
consultation-waits = Waiting for a ruling ({ $with })
consultation-ruled = { $verdict } ({ $name }, { $at })
proof-by = { $name }, { $at }
proof-erased = Its content was erased

## Revisions

revision-label = Revision { $n }
draft-label = Draft { $n }
revision-note-first = The first revision
revision-note-same = The same words
revision-note-changed = Changed: { $fields }
revision-field-text = text
revision-field-variants = texts of single accounts
revision-field-title = title
revision-field-accounts = accounts
revision-field-pictures = pictures
revision-field-benefit = benefit
revision-field-sources = sources
revision-field-occasion = what it answers or mends
revision-erased = An erased revision
variant-of = Text for { $name }

## By hand

hand-unknown = I cannot tell whether it is out
hand-unknown-why = Whoever published it could not tell whether it went out.
hand-not-why = Whoever was to publish it recorded that they did not.
hand-held-why = Still open: { $what }

## What is missing, field by field

field-accounts-needed = Choose at least one account.
field-capabilities-needed = Choose at least one thing that the certification allows.
field-certification-own = Nobody certifies themselves. Ask another examiner.
field-certification-revoked = A revoked certification does not come back. Grant a new one.
field-colour-form = Choose one of the six colours.
field-deputy-form = Choose a deputy who works here and is somebody else.
field-email-form = Write the mail address in the form name@example.jp.
field-email-taken = Somebody else has this mail address.
field-handle-form = Look at the handle’s form. On an official page it has small letters, digits and hyphens only.
field-handle-taken = This handle is registered already.
field-manager-loop = Up the line of managers one would come back to this person. Choose somebody else.
field-name-needed = Write a name.
field-password-length = Use at least 12 characters for the password.
field-person-left = This person no longer works here.
field-public-url-form = Write the public URL in the form https://social.example.jp, without a slash at its end.
field-reason-needed = Give a reason. One sentence will do.
field-stop-already-lifted = This stop is lifted already.
field-stop-own = You ordered this stop. Ask another member of the committee to lift it.
field-text-needed = The text is empty: write at least one character.
field-ask-needed = Say what you would like to have decided. One sentence is enough.
field-resolution-needed = Say how it was resolved. One sentence is enough.
field-class-lane = “Emergency” is no class to choose. Open that lane on the post’s page, with a second person.
field-corrects-unknown = Choose a published post on the same account as the one to mend.
field-text-too-long = A text has at most 100,000 characters. Make it shorter.
field-time-zone-form = Choose the time zone by a name such as Asia/Tokyo.
field-title-too-long = A title has at most 200 characters. Make it shorter.
field-until-after-from = The end must be later than the beginning.
field-url-form = Write the URL from https:// on, without spaces.
field-media-needed = Choose the pictures to add.
field-date-form = Write date and time in the form 2026-12-03 and 09:00.
field-capture-needed = Add a picture of the screen that shows the published text.

## Pictures

picture-too-many-bytes = A picture has at most 10 MB.
    .help = Make it smaller and add it again.
picture-wrong-type = This is not a PNG, JPEG, WebP or GIF picture.
    .help = Save it as one of these and add it again.
picture-too-large = A picture has at most 8,192 pixels a side.
    .help = Make it smaller and add it again.
picture-too-many-frames = A moving picture has at most 1,000 frames.
    .help = Save one frame of it and add that.
picture-broken = The picture is damaged and cannot be opened.
    .help = Save it anew in another program and add it again.

## Why it did not work

problem-form = The fields could not be read. Open the page again and send it once more.
problem-other-site = This came from another site, so it was not carried out.
problem-stale-form = You signed in or out since this page was opened. Open it again and send it once more.
problem-sign-in = Name and password do not match.
problem-not-set-up = This organisation is not set up yet.
problem-setup-link = This set-up link cannot be used: it is used up, or a part of it is missing.
problem-disk-full = The disk of the server is full. Nothing of this was kept, and nothing that was there is lost. Copy what you wrote, tell an administrator to make room, and try again.
problem-precondition = It is not clear which version this is based on. Open the page again.
problem-finding-key = It is not clear which finding this is about. Open the page again.
