# Words that stand on every page

product = Shingi
product-ja = 信義
title-of = { $title } | Shingi

unit-items = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
unit-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
unit-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
unit-chars = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
unit-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}

skip-to-main = Skip to the text
menu-open = Open the menu
logo-label = Shingi, to the page of today
language-other = 日本語
signed-in-as = { $name } (settings)
sign-out = Sign out
sign-in = Sign in
search-label = Search posts

nav-label = Main pages
nav-home = Today
nav-posts = Posts
nav-write = Write
nav-reviews = Review
nav-calendar = Calendar
nav-consultations = Consultations
nav-stops = Stop
nav-emergencies = Emergencies
nav-feasibility = Who can clear
nav-accounts = Official accounts
nav-people = People
nav-records = Record
nav-policy = Read the policy
nav-official = Public list
nav-group-guard = Safeguards
nav-group-policy = Policy and record
nav-count = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
nav-count-late = { $n ->
    [one] { $n } item, some of it late
   *[other] { $n } items, some of them late
}

stop-state-running = Sending as usual
stop-state-stopped = Sending stopped

strength-note = Note
strength-answer = Answer
strength-review = Review
strength-consult = Consult
strength-forbid = Not allowed
strength-done = Discharged

state-draft = Draft
state-waiting = Waiting for review
state-returned = Returned
state-held = Held
state-cleared = Cleared
state-scheduled = Scheduled
state-sending = Sending
state-published = Published
state-unknown = Outcome unknown
state-corrected = Corrected
state-withdrawn = Withdrawn
state-expired = Expired
state-why = {": "}{ $why }
diff-skipped = { $n ->
    [one] (one more line, the same)
   *[other] ({ $n } more lines, the same)
}

class-reply = Reply
    .hint = an answer in a conversation
class-routine = Routine
    .hint = everyday posts
class-fix = Fix
    .hint = a slip of form in our own post, the meaning unchanged
class-campaign = Campaign
    .hint = claims, numbers, prizes, paid partners
class-delicate = Delicate
    .hint = politics, religion, disasters, critics, named third parties
class-emergency = Emergency
    .hint = recall, disaster, safety

class-raised-by = A finding of { $item } raised it to “{ $class }”

role-employee = Employee
role-operator = Operator
role-committee = Committee member
role-chair = Chair
role-examiner = Examiner
role-hr = Human resources
role-administrator = Administrator
role-auditor = Auditor

person-kind-employee = Employee
person-kind-officer = Officer
person-kind-external_staff = External, working inside

capability-write = Write
capability-review = Review
capability-publish = Publish

medium-x = X
medium-bluesky = Bluesky
medium-mastodon = Mastodon
medium-official_page = Official page
medium-facebook = Facebook
medium-instagram = Instagram
medium-threads = Threads
medium-line = LINE
medium-linkedin = LinkedIn
medium-youtube = YouTube
medium-tiktok = TikTok
medium-note = note
medium-other = Other

channel-official_page = Official page (published by itself)
channel-by_hand = By hand, with proof

step-done = done
step-now = here now
step-blocked = needed, not yet asked for
step-todo = to come

action-save = Save
action-cancel = Cancel
action-back = Back
action-close = Close
action-open = Open
action-show-all = Show all
action-add = Add
action-search = Search
action-copy = Copy
copied = Copied
need-yes = required
need-no = optional
policy-item = Policy { $item }
policy-items = Policy { $items }
notice-why = Why?
form-mistakes = { $n ->
    [one] { $n } thing to correct
   *[other] { $n } things to correct
}
time-zone-shown = Times are in { $zone }
loading-failed = The server was not reached. Try again once you are connected.

theme-label = Brightness
theme-system = Follow the device
theme-light = Light
theme-dark = Dark

keys-title = Keys
keys-search = Search
keys-home = Today
keys-write = Write a post
keys-rows = Next, previous row
keys-open = Open the row
keys-submit = Send this form (not while composing)
keys-finding = To the finding at the caret
keys-list = This list
keys-switch = Use single-letter keys
