# The pages of the team

## Today

home-waiting = { $n ->
    [one] One thing waits for { $name }.
   *[other] { $n } things wait for { $name }.
}
home-waiting-late = { $n ->
    [one] One of them is late.
   *[other] { $n } of them are late.
}
home-nothing-waits = Nothing waits for { $name }.
home-waiting-head = Waiting for you
home-waiting-empty = Nothing waits for you
    .hint = Whatever needs your review or your answer will stand here.
home-duties = Duties with a date
home-stop-head = The stop switch
home-running = Sending as usual
home-stopped = Everything is stopped
home-stop-what = One press stops everything at once, what is scheduled included. When sending resumes, nothing that was missed goes out by itself: each one is looked at again.
home-stop-all = Stop everything…
home-stop-see = To the page of stops
home-missed = { $n ->
    [one] Look at the one post that was not sent
   *[other] Look at the { $n } posts that were not sent
}
home-agenda = Going out today
home-agenda-calendar = Open the calendar
home-agenda-empty = Nothing goes out today
    .hint = A cleared text that is put on the calendar will stand here.
home-record = { $n } events are linked up to the checkpoint of { $at }.
home-record-none = { $n } events; no checkpoint yet.

posts-write = Write a post

## Posts

crumbs-label = Where you are
chain-head = Who acts before it goes out
posts-states = By state
posts-all = All
posts-search = Search titles and texts
posts-searched = Containing “{ $query }”: { $n }
posts-empty = Nothing here yet
    .hint = What you write will be listed here. A “good morning” takes one field.
posts-none-found = Nothing found
    .hint = Try other words, or search in all states.
posts-more = Show more
posts-new-hint = Only the text for now. The inspection, and what it needs, come on the next page.
posts-text = Text
posts-text-of = Text ({ $label })
posts-which-text = Which account’s text to write
posts-common-text = Common text
posts-only = Only { $name }
posts-uses-common = While this is empty, the common text is used
posts-own-text = What you write here is for this account alone. Clear it to use the common text again.
posts-accounts = Accounts
    .hint = Only accounts within your certification can be chosen
posts-class = Class
    .hint = A finding can raise it, never lower it.
posts-occasion = What it answers or mends
posts-answers = What it answers
    .hint = For the class “reply”: the message’s address, or its words.
posts-corrects = Which post it mends
    .hint = For the class “fix of form”: whoever reviews it sees the wording before and after.
posts-corrects-none = None chosen
posts-corrects-one = { $title } ({ $account }, { $at })
posts-corrects-older = The post that was chosen before
posts-class-more = Choose a class (rarely needed)
posts-reply = It is a reply in a conversation
posts-new-go = On to the inspection
    .hint = It reaches nobody yet.
posts-edit-title = Write: { $title }
posts-this = This post
posts-saved = Revision { $revision }, saved at { $at }
posts-never-saved = Not saved yet
posts-saved-now = Saved
posts-unsaved = Unsaved; it will be saved in a few seconds
posts-offline = Not connected. What you wrote is kept on this device
posts-compare = Compare with earlier revisions
posts-save = Save
    .hint = It is also saved by itself while you write.
posts-submit = Submit for review
posts-kept = This device holds an unsaved draft
    .why = It was written while there was no connection. Nothing is overwritten until you restore it.
posts-kept-take = Restore the draft
posts-kept-drop = Discard
posts-conflict = Somebody else saved this draft first.
    .why = Your words are still on this page and on this device.
posts-conflict-see = See the difference
posts-title = Title
    .hint = Used in lists and as the heading on the official page. It may stay empty.
posts-benefit = Benefit to the reader
    .hint = What a reader will know, or be able to do. One sentence is enough.
posts-sources = Sources
    .hint = One per line: an address, a document number, who confirmed it.
previews-head = As the reader will see it

counter-label = Length
counter-over = { $n } over
counter-left = { $n } left

pictures-head = { $n ->
    [0] Pictures
    [one] One picture
   *[other] { $n } pictures
}
pictures-item = Rights and consent: policy 1-3
pictures-alt = Alternative text
    .hint = { $n ->
        [one] { $n } character; tells those who cannot see it what others see
       *[other] { $n } characters; tells those who cannot see it what others see
    }
pictures-basis = Why we may show it
rights-own_work = We made it ourselves
rights-licence = There is a licence
rights-permission = The owner permitted it
rights-quotation = A quotation, with its source
pictures-evidence = The evidence (who took it, licence number, source)
pictures-until = Until
pictures-consent = Consent of the people shown
consent-given = The people shown have agreed
consent-nobody_recognisable = Nobody is shown, or nobody can be recognised
pictures-faces = { $n ->
    [one] Something like a face is seen in one place. Nobody looks up whose.
   *[other] Something like a face is seen in { $n } places. Nobody looks up whose.
}
pictures-traces = Taken off the file, and never published
trace-position = where it was taken, { $what }
trace-owner = who made it, { $what }
trace-rights = what it says of rights, { $what }
trace-device = the camera, { $what }
trace-serial = a serial number, { $what }
trace-taken = when it was taken, { $what }
trace-software = the software, { $what }
trace-thumbnail = a small picture inside that shows something else (often what was cut away)
trace-frames = its movement (of { $n } frames the first is kept)
trace-unreadable = data that cannot be read
pictures-remove = Take this picture out
pictures-add = Add pictures
    .hint = PNG, JPEG, WebP, GIF. Position and other hidden data are taken out. Save the text first.

## Findings and obligations

findings-head = Findings and obligations
findings-policy = Policy { $version }
findings-see = See the findings
findings-nothing-open = No obligation is open.
findings-outstanding = Before it can be submitted, it needs { $what }.
findings-none = No findings
    .hint = A reviewer’s eyes come next.
findings-unchecked = A rule could not run: { $rule }
    .why = What cannot be checked does not pass. The post is held until the rule runs again.
findings-standing = What every post bears
findings-checking = Inspecting
findings-check-failed = It could not be inspected. When you save, the server inspects it
findings-found = Findings: { $n }
findings-found-none = No findings
finding-todo = What to do
finding-replace = Use these words
finding-select = Change it myself
finding-kind = What you show
evidence-source = A source
evidence-confirmed_by = Who confirmed it
evidence-rights = The rights
evidence-consent = The person’s consent
evidence-public_knowledge = That it is publicly known
evidence-no_harm = Why it does no harm
evidence-explanation = An explanation
finding-evidence = The evidence
    .hint = Who was asked, when, and what they said, so that a reviewer understands it.
finding-url = Address
finding-answer = Record the answer
finding-answer-in-composer = Answer on the page where it is written
finding-question = The question
finding-consult-manager = Ask the manager
finding-consult-committee = Ask the committee
finding-overrule = If you think this does not apply
finding-overrule-reason = Why it does not apply
    .hint = The reason stays on record and the auditor reads it. Authors cannot overrule findings on their own posts.
finding-overrule-do = Overrule the finding
finding-rule = Rule
finding-dismiss = I have read it (dismiss)

## One post

post-written-by = Written by
post-revision = Revision { $n }
post-returned = { $name } asks for changes
post-edit = Edit
post-review = Review
post-see-public = See it in public
posts-certificate = Certificate
post-by-hand = Publish by hand
post-obligations = Obligations
post-events = Record
post-consult = Ask for a ruling
post-consult-with = Whom
consult-manager = The manager
consult-committee = The committee
post-abandon = Give up this post
    .why = It will never be sent. What was written, and its record, stay.
schedule-date = Date
schedule-time = Time
schedule-set = Put it on the calendar
schedule-remove = Take it off the calendar
schedule-let-go = Let it go
doubts-head = Doubts
doubts-raise = Raise a doubt
doubts-reason = What is doubtful
    .hint = Until it is resolved nobody can send this post. Anyone may raise a doubt; only that person or the committee resolves it.
doubts-answer = How it was resolved
    .hint = It stays on record. The author cannot resolve it.
doubts-resolve = Resolve the doubt

revisions-title = Revisions of { $title }
revisions-head = Compare revisions
revisions-hint = Every saved revision is kept.
revisions-difference = Difference
revisions-from = From
revisions-to = To
revisions-compare = Compare
revisions-same = There is no difference.
revisions-list = All revisions
revisions-summary = Removed { $removed } characters, added { $added }.

conflict-head = Somebody else saved first
conflict-what = { $name } saved at { $at }. Nothing of either is lost.
conflict-difference = From their revision to your text
conflict-mine = Make mine the new revision
conflict-theirs = Go on from theirs
conflict-hint = If you make yours the new revision, theirs stays in the history.
conflict-yours = Your text

hand-title = By hand: { $title }
hand-head = Publish by hand, with proof
hand-held = It cannot go out now.
hand-held-see = See what is open
hand-start-head = Before you start
hand-start-why = At the moment you start, the clearance is computed again and it is recorded who publishes. If all is well, the text to copy appears.
hand-start = Start publishing
hand-copy = Copy the text as it is
hand-copy-alt = Copy the alternative text
hand-download = Save the picture
hand-publish = Publish it on the account
    .how = Paste it without changing a character, add the pictures and their alternative texts, and publish. If you want to change something, do not publish: come back to this post.
hand-open-account = Open the account
hand-proof = Add the proof
hand-url = Address of what was published
    .hint = One that anybody can open.
hand-capture = Capture of the screen
    .hint = Showing the published text and the time.
hand-done = It is published
hand-not = I did not publish it

## Review

reviews-head = Review inbox
reviews-title = Review: { $title }
reviews-tabs = Kinds of reviews
reviews-for-me = For me
reviews-mine = Mine
reviews-returned = Returned
reviews-expired = Expired
reviews-empty = Nothing waits here
reviews-queue = For you: { $n }
review-bytes = Exactly what goes out
review-hidden = Hidden characters: { $which }
review-hidden-none = Hidden characters: none
review-links = Links
review-mends = The wording that it mends, and what changes
    .hint = A fix changes the form and nothing else. What changes the meaning is a correction.
review-changed = Changed since your last look
review-first-look = You see this text for the first time.
review-findings = Findings
review-decision = Your decision
review-approve = Approve
    .what = it may go out, to the letter
review-read = I have looked at the text, the pictures and the links to the end
review-comment = Comment
review-return = Ask for changes
    .what = back to { $name }
review-return-where = Where, and why
review-return-do = Return it
review-doubt-what = nobody can send it until it is resolved
review-consult = Send to the committee
    .what = held until there is a ruling
review-consult-do = Send it
review-short-approve = Approve
review-short-return = Return
review-short-doubt = Doubt
review-short-consult = Committee

## Consultations

consultations-hint = For what nobody should decide alone. A ruling is about the very words at that moment.
consultations-open = Open
consultations-ruled = Ruled
consultations-empty = No consultations
    .hint = Politics, religion, disasters, critics: what nobody decides alone comes together here.
consultation-title = Consultation
consultation-text = The text in question
consultation-precedents = Similar rulings
ruling-head = Ruling
ruling-open = No ruling yet
ruling-permit = Permitted
ruling-refuse = Refused
ruling-give = Give a ruling
ruling-protected = First: could this be a protected report?
    .hint = No ruling may hinder a report of wrongdoing, labour rights, or a private life that does not touch the company.
ruling-protected-no = No, considered and not the case
ruling-protected-yes = Yes, or it might be (the ruling can then only be “permitted”)
ruling-verdict = Ruling
ruling-reason = Reason
    .hint = It stays on record and guides later rulings.
ruling-conditions = Conditions
    .hint = One per line. A condition becomes the author’s obligation; nothing is sent until it is met.
ruling-condition = Condition { $n }
ruling-met = How it was met
ruling-do = Give the ruling
    .hint = If the words change, this ruling is void.

## Calendar

calendar-title = Calendar: { $what }
calendar-move-view = Earlier and later
calendar-today = Today
calendar-hint = What is moved outside its cleared window is looked at again
calendar-views = View
calendar-month = Month
calendar-week = Week
calendar-list = List
calendar-accounts = Accounts
calendar-states = States
calendar-agenda = To come
calendar-empty = Nothing is planned
    .hint = Set a date and a time on a post’s page, and it stands here.
calendar-grip = Move { $title } ({ $date } { $time })
calendar-move = Move
calendar-move-set = Set this time

## Stops

stops-head = Stop sending
stops-standing = Stopped: { $scope }
stops-held = { $n ->
    [one] One scheduled post is held.
   *[other] { $n } scheduled posts are held.
}
stops-in-flight = On its way when it was stopped
stops-lift = Resume
stops-lift-reason = Why it may resume
    .hint = When it resumes, nothing that was missed goes out by itself.
stops-new = Stop now
stops-scope = What to stop
stops-reason = Reason
    .hint = A word is enough. It stays on record.
stops-do = Stop it
stops-ask = Stop everything?
stops-would-hold = { $n ->
    [one] It holds one scheduled post.
   *[other] It holds { $n } scheduled posts.
}
stops-missed = Not sent while stopped
stops-missed-hint = One by one: see whether it may still go out, and set a new time or let it go.
stops-missed-empty = Nothing was missed
    .hint = Posts whose time passed while sending was stopped will stand here.
stops-was-due = was due
stops-again = Send it then
stops-let-go = Let it go
stops-earlier = Earlier stops

## Official accounts

accounts-hint = The company speaks as itself only through the accounts listed here. Private accounts are never registered.
accounts-add = Add an account
accounts-edit = Edit
accounts-account = Account
accounts-name = Name
    .hint = As everybody sees it.
accounts-medium = Medium
    .hint = For a medium that is not listed choose “Other”.
accounts-handle = Handle
    .hint = As the medium writes it. For an official page it becomes part of the address.
accounts-url = Address
    .hint = Leave it empty for an official page.
accounts-purpose = What it tells
accounts-channel = How it is sent
accounts-colour = Colour of the sign
colour-1 = Indigo
colour-2 = Teal
colour-3 = Amber
colour-4 = Violet
colour-5 = Green
colour-6 = Rose
accounts-certified = Certified
accounts-since = In use since
accounts-close = Close this account
    .why = Once closed, nothing can be sent from it. The public list shows it among the accounts no longer in use.
accounts-close-reason = Reason
accounts-empty = There is no official account yet
    .hint = An administrator adds one; it then stands here and on the public list.

## People

people-hint = Everyone whom the policy covers. Nobody is ranked, and nobody’s private life is watched.
people-add = Add a person
people-edit = Edit
people-name = Name
people-kana = Reading of the name
    .hint = For sorting.
people-email = E-mail
    .hint = For signing in and for notices.
people-kind = Kind
people-kinds = By kind
people-language = Language
people-manager = Manager
people-deputy = Deputy
people-roles = Roles
people-roles-hint = The right to speak for the company comes from a certification, never from a role.
people-search = Search names
people-none = Not found
    .hint = The reading of a name works too.
people-about = About this person
people-purpose = Used only to show who did what and to deliver notices. Each person can see their own record at any time.
certifications-head = Certifications
certifications-empty = No certification
    .hint = Without one, this person cannot write, review or publish on any official account.
certification-number = Certification { $number }
certification-in-force = In force
certification-suspended = Suspended
certification-revoked = Revoked
certification-ended = Ended
certification-accounts = Accounts
certification-may = May
certification-time = Term
certification-from = From
certification-until = Until
    .hint = From that moment on nothing can be sent.
certification-grant = Certify
certification-change = Suspend or revoke
certification-reason = Reason
    .hint = It stays on record and reaches the person.
certification-suspend = Suspend
certification-resume = End the suspension
certification-revoke = Revoke

## Record

records-hint = Everything that happened: { $n ->
    [one] one event
   *[other] { $n } events
}
records-events = Events
records-kind = Kind
records-who = Who
records-from = From
records-until = Until
records-filter = Filter
records-none = No event fits
    .hint = Loosen the filter.
verification-head = Does the record hold?
verification-never = It has not been verified yet.
verification-running = Verifying: { $part } of { $whole }
verification-look-again = Look again
verification-holds = { $n ->
    [one] One line holds.
   *[other] All { $n } lines hold.
}
verification-not-established = What could not be established:
verification-broken = The record was changed.
verification-start = Verify
checkpoint-head = Checkpoint
checkpoint-origin = Origin
checkpoint-size = Size
checkpoint-root = Root
checkpoint-at = At
checkpoint-witnesses = Witnesses
checkpoint-none = There is no checkpoint yet.
