# The words of the public pages and of the small ones (signing in, first set-up, what went wrong).

## The frame of public pages

public-nav-label = Public pages
public-nav-accounts = Official accounts
public-nav-policy = Policy
public-nav-log = Public log
public-footer = Every official post is checked against our policy before it goes out
public-contact = Contact
public-zone = { $time } ({ $zone })
public-newer = Newer
public-older = Older

## The list of official accounts

official-title = Our official accounts
official-lead = { $organisation } speaks as a company only through the accounts listed here. Anything that is not listed is not ours, however similar its name or picture.
official-updated = This list last changed: { $time }
official-lookup-heading = Is that account real?
official-lookup-label = Account name or URL
official-lookup-button = Check
official-lookup-ours = This is one of our official accounts.
official-lookup-ours-detail = “{ $asked }” is on the list as { $handle } on { $medium }.
official-lookup-retired = This account is no longer in use.
official-lookup-retired-detail = We used “{ $asked }” until { $until }. What it says now does not come from us.
official-lookup-unknown = It is not on the list.
official-lookup-unknown-detail = We have no official account “{ $asked }”. Some fakes differ by a single letter. If it claims to be ours, please tell us.
official-in-use = Accounts in use
official-count =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
official-col-account = Account
official-col-purpose = What it is about
official-col-operators = Run by
official-col-since = Since
official-col-page = Record
official-operators =
    { $count ->
        [one] { $count } certified operator
       *[other] { $count } certified operators
    }
official-account-page = Read its posts
official-empty = No official account is registered at present.
official-empty-next = Whatever account claims to be ours, it is not ours yet.
official-tell-heading = How to tell real from fake
official-tell-list = Compare whatever claims our name with this list first. Look at the account name letter by letter.
official-tell-link = A page opened from a name on this list is the real one. Links in search results and advertisements may lead to a fake.
official-tell-certificate = Every official post of ours has a certificate of clearance. A text that differs from its certificate by one character is not ours.
official-tell-ask = No official account ever asks you for a password, an account number or a PIN.
official-report = Tell us about a fake
official-retired-heading = Accounts no longer in use
official-retired-period = { $since } to { $until }
official-more-heading = Policy and corrections
official-more-policy = Read our publishing policy
official-more-policy-version = Version { $version }, in force since { $effective }
official-more-corrections = Corrections and apologies
official-more-corrections-to-come = When we are wrong, the post stays where it is and an apology and correction follow on the same account. A list of corrections alone is being prepared.
official-certificates-heading = A certificate for every post
official-certificates-body = Every official post has a certificate of clearance. It shows the words that went out, when, and which roles had checked them, and anyone can verify it alone. Certificates stand in a log that can only grow, and its head can be fetched at any time.
official-log-origin = Name of the log
official-log-size = Entries so far
official-log-link = About the public log
official-machine = For machines
official-machine-hint = official.json holds what this page holds, with the start and the end of each account.

## A page for each account

account-description = Posts of “{ $name }”, an official account of { $organisation }. Each has its certificate.
account-genuine = Official account
account-retired = No longer in use since { $until }
account-since = Since { $since }
account-open = Open on { $medium }
account-feed-atom = Atom
account-feed-json = JSON Feed
account-feeds = Follow
account-posts = Posts
account-empty = There is no post here
account-empty-next = The first post will appear here. You can also follow by Atom or JSON Feed.
account-empty-ended = This account will not post any more. The list has the accounts that are in use.
account-back = Our official accounts

post-heading = A post by { $name }
post-certificate = Certificate of clearance
post-certificate-hint = This text was checked against our policy just before it was sent. The certificate proves that not one character has changed since.
post-corrected = This post has been corrected
post-corrected-link = Read the apology and correction
post-correction-of = This post is the apology and correction of an earlier one
post-correction-of-link = Read the earlier post
post-withdrawn = This post has been withdrawn
post-withdrawn-detail = Withdrawn on { $time }. Reason: { $why }
post-published = Posted
post-address = Address
post-newer = Next post
post-older = Earlier post
post-all = All posts of this account

## Certificate of clearance

certificate-title = Certificate of clearance
certificate-number = No. { $number }
certificate-lead = At the moment it was sent, the post below had met every obligation that our social media policy puts on it.
certificate-seal = Obligations left: 0
certificate-print-hint = This page prints as it is, on no more than two sides of A4
certificate-download = File for verifying
certificate-audit = Auditor’s view
certificate-audit-notice = This is the auditor’s view.
certificate-audit-detail = It shows the result of each item and the people concerned, which the public certificate does not. Copy it or take it away only as the house rules allow.
certificate-audit-to-public = See the public certificate
certificate-text = What was posted
certificate-bytes = { $bytes } bytes (UTF-8), { $characters } characters
certificate-invisible = The text contains characters that cannot be seen: { $list }
certificate-erased = This text has been erased.
certificate-erased-detail = Erased on { $time } by { $by }. Reason: { $why }. Its commitment stays on record, so it can still be verified that there was a post, and that it was erased.
certificate-corrected = This post has been corrected since.
certificate-withdrawn = This post has been withdrawn since.
certificate-correction-link = Read the apology and correction
certificate-account = Account
certificate-sent = Sent
certificate-way = How
certificate-way-connected = Connection to the service
certificate-way-page = Our own official page
certificate-way-hand = Hand, with a copy of the text and a capture
certificate-address = Address of the post
certificate-media = Pictures
certificate-media-line = { $count }: “{ $alt }”
certificate-digest = Fingerprint of the text
certificate-policy = Policy
certificate-policy-line = Version { $version } (in force since { $effective })
certificate-engine = Version of the checks
certificate-class = Class
certificate-people = People concerned
certificate-people-hint = A public certificate names certifications by number. Names are in the company’s own record, where an audit can look them up.
certificate-role-author = Author
certificate-role-reviewer = Reviewer
certificate-role-committee = Ruled by
certificate-role-publisher = Sent by
certificate-certification = Certification no. { $number }
certificate-role-member = A member of the committee
certificate-role-system = Automatically, as scheduled
certificate-items = Result of each item
certificate-col-item = Item
certificate-col-duty = What it asks
certificate-col-result = Result
certificate-col-basis = Basis
certificate-preamble = Preamble
certificate-result-met = Met
certificate-result-discharged = Discharged
certificate-result-changed = Changed
certificate-result-consulted = As ruled
certificate-result-overruled = Overruled
certificate-result-noted = Noted
certificate-result-none = Not concerned
certificate-why = Reason: { $why }
certificate-proof = Verify it yourself
certificate-proof-body = With the file and the public key you can verify this without a network. Compare the key with the page of our public log, or with a certificate you were given earlier, and do not take it from this page alone.
certificate-proof-done = If it says “holds”, then the text, the account and the time stand in our public log in exactly this place.
certificate-position = Place in the log
certificate-position-line = No. { $position } (counting from 0)
certificate-leaf = Leaf hash
certificate-size = Size at the checkpoint
certificate-size-line =
    { $size ->
        [one] { $shown } entry
       *[other] { $shown } entries
    }
certificate-root = Root at the checkpoint
certificate-signature = Signed checkpoint
certificate-key = Public key
certificate-witnesses = Witnesses
certificate-footer = The address of this certificate does not change

## Signing in

signin-title = Sign in
signin-login = E-mail address
signin-password = Password
signin-button = Sign in
signin-error-mismatch = You were not signed in.
signin-error-mismatch-detail = The e-mail address or the password is not right.
signin-error-left =
    { $left ->
        [one] One more wrong answer, and signing in pauses for a while.
       *[other] After { $left } more wrong answers, signing in pauses for a while.
    }
signin-error-limited = Signing in is paused.
signin-error-limited-detail =
    { $minutes ->
        [one] There were too many wrong passwords. You can try again in a minute. If it is urgent, ask an administrator.
       *[other] There were too many wrong passwords. You can try again in { $minutes } minutes. If it is urgent, ask an administrator.
    }
signin-error-stale = This page was out of date.
signin-error-stale-detail = It had been open for long, or you signed in again somewhere else. Please enter both once more.
signin-error-ended = Your session has ended.
signin-error-ended-detail = What you were writing is saved. Sign in to carry on where you stopped.
signin-error-missing = Enter both your e-mail address and your password.
signin-lost-heading = If you cannot get in
signin-lost = Ask an administrator to let you set a new password. Nobody can read your present one.
signin-accounts = Our official accounts
signin-policy = Read the policy
signedout-title = You are signed out
signedout-body = This device is no longer signed in. If others use it too, please close the browser now.
signedout-again = Sign in again

## First set-up

setup-title = First set-up
setup-lead = Make this server your company’s own. There are three things to decide, and each can be changed later by an administrator.
setup-once = You are here by the one-time link that the server printed when it started. The link stops working once you are done.
setup-stages = Steps of the set-up
setup-stage-organisation = Company
setup-stage-organisation-hint = Its name and public address
setup-stage-zone = Time
setup-stage-zone-hint = Whose clock to show
setup-stage-administrator = First administrator
setup-stage-administrator-hint = Who enters people and roles
setup-stage-after = Afterwards
setup-stage-after-hint = Policy, accounts, operators
setup-organisation-heading = Company
setup-name = Name of the company
setup-name-hint = The full name, as it will stand on public pages and in the policy.
setup-names = Other names
setup-names-hint = One a line: short forms, the name in other languages, what people usually say, brands. They serve to find out whether a text mentions the company.
setup-url = Public address
setup-url-hint = The address that the public sees. Certificates, feeds and the name of the log are built on it. If it changes later, addresses given out earlier may no longer open.
setup-zone-heading = Time
setup-zone = Time zone
setup-zone-choose = Choose one
setup-zone-hint = For schedules and for the dates on public pages. The record itself always keeps universal time.
setup-administrator-heading = First administrator
setup-administrator-name = Name
setup-administrator-login = E-mail address
setup-administrator-login-hint = For signing in.
setup-password = Password
setup-password-hint = { $length } characters or more. Several long words in a row will do.
setup-password-again = The password once more
setup-button = Finish the set-up
setup-footer = Nothing is recorded before you press “Finish the set-up”
setup-error-name-missing = Enter the name of the company
setup-error-name-long = Keep the name of the company to { $max } characters
setup-error-names-many = Keep to { $max } other names
setup-error-url-missing = Enter the public address
setup-error-url-form = Enter an address that begins with “https://” and has nothing after the host (for example https://shingi.example.com)
setup-error-zone-unknown = Choose a time zone from the list
setup-error-administrator-missing = Enter the name of the first administrator
setup-error-login-missing = Enter an e-mail address
setup-error-login-form = Enter an e-mail address with an “@” in it
setup-error-password-short = Make the password { $length } characters or longer
setup-error-password-common = This password is widely known. Choose another
setup-error-password-differs = The two passwords differ. Enter the same one twice
setup-done-title = The set-up is done
setup-done-lead = The Shingi of { $organisation } is running. The link that brought you here no longer opens.
setup-done-keys-heading = The keys of the record are made
setup-done-keys-body = They sign the record of what is posted. With the public keys alone, outsiders can verify that nothing on record was changed.
setup-done-keys-where = Where the keys are kept
setup-done-key-record = Public key of the internal record
setup-done-key-certificates = Public key of the certificate log
setup-done-backup = Keep two copies of the keys in two other places.
setup-done-backup-detail = Without its key, nothing new can be signed. To copy the whole data folder, use shingi backup.
setup-done-next = What comes next
setup-next-signin = Sign in
setup-next-signin-hint = With the e-mail address and the password you just chose
setup-next-people = Enter people
setup-next-people-hint = Besides whoever writes, at least one other must review
setup-next-policy = Read and adopt the policy
setup-next-policy-hint = You can begin with the standard one, a preamble and 21 items
setup-next-accounts = Register the official accounts
setup-next-accounts-hint = Once registered, they stand on the public list
setup-next-certify = Certify operators
setup-next-certify-hint = Nobody without a certification can post in the company’s name
setup-closed-title = This set-up link does not work
setup-closed-used = The set-up was finished on { $time }. Please sign in.
setup-closed-unknown = Either part of the link is missing, or the server was started again and made a new one. Open the newest link that the server printed.

## Reading the policy

policy-title = Social media policy
policy-lead = What everyone who works at { $organisation } keeps to when writing for the outside world. Those who post in the company’s name keep to part 2 as well.
policy-version = Version { $version }
policy-effective = In force since { $effective }
policy-fingerprint = Fingerprint of the policy
policy-carve-out = Nothing in this policy limits reporting wrongs, exercising labour rights, or a private life that does not touch the company.
policy-part-preamble = Preamble
policy-part-everyone = Part 1: Everyone who works here
policy-part-operators = Part 2: Operators of official accounts
policy-previous = Previous item
policy-next = Next item
policy-none = No policy has been adopted yet
policy-none-next = As soon as an administrator adopts one, it can be read here.

## The public log

log-title = The public log
log-lead = The certificate of every official post stands in a log that can only be added to. Anyone can fetch it and verify that nothing in it was removed or rewritten.
log-origin = Name of the log
log-key = Public key
log-key-hint = Keep a copy of this key. When you come back, compare it to see that it is still the same.
log-checkpoint-heading = The present checkpoint
log-size = Size
log-size-line =
    { $size ->
        [one] { $shown } entry
       *[other] { $shown } entries
    }
log-root = Root
log-at = Signed
log-empty = There is nothing in it yet
log-empty-next = When the first official post goes out, a checkpoint will appear here.
log-read-heading = How to read it
log-read-body = The formats are C2SP tlog-checkpoint and tlog-tiles, so tools that others made can read it as it is.
log-path-checkpoint = The present checkpoint: a short, signed text
log-path-tile = Hashes of the tree, 256 at a time. L is the level, N the index
log-path-entries = The certificates’ own lines
log-path-certificate = One certificate with the path that proves it
log-verify-heading = Verifying
log-verify-body = Save a certificate and verify it on your own machine like this. No network is needed.
log-cannot-heading = What this log alone cannot tell
log-cannot-body = An owner who holds the keys, the clock and the disks could make the whole log anew. The surest way is to keep a checkpoint you saw earlier and to verify that the present log continues it.

## When something went wrong

problem-what-next = What you can do
problem-who-can = Who can do it
problem-reference = Number to quote
problem-home = To the first page
problem-back = Back to the page before
problem-signin = Sign in
problem-400-title = What was sent could not be read
problem-400-body = It was not in the form that this page expects. Nothing was changed.
problem-400-next = Go back and send it once more.
problem-401-title = Please sign in
problem-401-body = This page is for people of the company.
problem-401-next = Once you have signed in, you will come back here.
problem-403-title = Your role does not allow this
problem-403-body = You are signed in, but this has been given to other roles.
problem-403-next = If you need it done, ask one of those named below.
problem-404-title = There is nothing at this address
problem-404-body = It has moved, it never existed, or it is not for you to see.
problem-404-next = Check the spelling of the address.
problem-409-title = Somebody else changed it meanwhile
problem-409-body = Between your reading and your sending it became different. Nothing was overwritten.
problem-409-next = Go back, read it again, and send yours once you have seen the difference.
problem-413-title = It is too large to accept
problem-413-body = What was sent exceeds what can be accepted. Nothing was saved.
problem-413-limit = The limit is { $limit }.
problem-413-next = Make the picture smaller, or send it in parts.
problem-422-title = It cannot be accepted as it is
problem-422-body = The form is right, but something in it is missing or does not fit.
problem-422-next = Go back and change what is named here.
problem-429-title = Please wait a little
problem-429-body = Very many requests came in a short time.
problem-429-retry =
    { $seconds ->
        [one] Requests will be accepted again in a second.
       *[other] Requests will be accepted again in { $seconds } seconds.
    }
problem-429-next = Wait, then try again.
problem-500-title = This is a fault on our side
problem-500-body = Something unforeseen happened and it could not be finished. Nothing was left half done. A post that was being sent will not be sent twice.
problem-500-next = Wait a little and try again. If it goes on, give the number below to an administrator.
problem-503-title = Under maintenance
problem-503-body = The record is being restored or exchanged. Until that is done, no post goes out.
problem-503-next = When it is done, this page will work as before.
problem-503-retry =
    { $minutes ->
        [one] It should be back in about a minute.
       *[other] It should be back in about { $minutes } minutes.
    }
