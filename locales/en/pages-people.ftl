# Words of the pages about accounts, people, certifications and the record (continued)

language-ja = Japanese
language-en = English
people-no-manager = None
people-password = First password
    .hint = At least 12 characters. Tell the person yourself; they change it after signing in.

done-account-added = The account is on the register.
done-account-saved = The account was changed.
done-account-closed = The account is closed. Nothing goes out there any more.
done-person-added = The person is in the directory.
done-person-saved = Changed.
done-certified = Certified.
done-certification-changed = The certification was changed. It counts from the next sending.
done-verification-started = The verification has begun.

noun-post = Posts
noun-person = People
noun-account = Official accounts
noun-certification = Certifications
noun-stop = Stop orders
noun-policy = Policy
noun-organisation = Organisation
noun-payload = Erasures
noun-epoch = Epochs of the record
records-export = Export the record (with the texts)

not-established-signer = Who signed was not established: no key was given
not-established-no-outside-checkpoint = It was not compared with a checkpoint kept elsewhere: who holds the key could have rewritten it
not-established-no-witness = No witness has signed
not-established-times = The times are those of this server's own clock
not-established-record-absent = The private record is not included, so the roots that certificates name were not recomputed
not-established-outside-signer = It is not known who signed the checkpoint that was given
not-established-outside-not-comparable = The checkpoint that was given cannot be compared with one line
not-established-outside-lost = A checkpoint that was given is of lines that a restore lost
not-established-rest-of-log = One line was verified, nothing else of the log

me-session = Signed in
me-password = Change the password
me-password-old = Present password
me-password-new = New password
    .hint = At least 12 characters. You sign in again everywhere.
done-password-changed = The password was changed. Sign in with the new one.
field-password-wrong = This is not your present password.
