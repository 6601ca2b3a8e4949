# The page on which a person checks a text of their own, on their own device (1-10).

selfcheck-title = Check a text of your own
selfcheck-short = Check a text
selfcheck-lead = See what deserves a second thought before you post. No need to sign in.
selfcheck-blind = What you write does not leave this device
selfcheck-blind-detail = The check runs inside this page. Once it is open, it sends nothing and keeps nothing. Neither your text, nor the result, nor the fact that you used it reaches the company. You can switch to flight mode before you write; it works just the same.
selfcheck-noscript = This check needs your browser’s scripts.
selfcheck-noscript-detail = That is how it works on this device alone, without sending your text anywhere. Without scripts, a command on your own machine does the same.
selfcheck-input = The text to check
selfcheck-loading = Getting ready.
selfcheck-ready = Ready.
selfcheck-offline = Ready. From here on it works without a network.
selfcheck-failed = The check could not be started. If opening the page again does not help, the command shingi check does the same on your own machine.
selfcheck-text = The text that you want to post
selfcheck-text-hint = Paste it or write it here. It is checked as you write.
selfcheck-profile = Your profile (optional)
selfcheck-profile-hint = An opinion is read differently where readers can tell for whom you work.
selfcheck-look = See the result
selfcheck-clear = Clear
selfcheck-result = What deserves a second thought
selfcheck-result-empty = Nothing has been written yet.
selfcheck-result-none = Nothing was found.
selfcheck-result-some =
    { $n ->
        [1] 1 thing was found.
       *[other] { $n } things were found.
    }
selfcheck-todo = What to do:{" "}
selfcheck-item = Policy { $number }: { $title }
selfcheck-show = Show it in the text
selfcheck-in-profile = in the profile
selfcheck-strength-note = For your information
selfcheck-strength-answer = Make sure first
selfcheck-strength-review = Let somebody read it first
selfcheck-strength-consult = Ask first
selfcheck-strength-forbid = Leave it out
selfcheck-cues = What tells for whom you work
selfcheck-cues-none = Nothing here. Earlier posts and pictures may still tell.
selfcheck-cues-guessable = Readers may be able to guess your employer.
selfcheck-cues-stated = Your employer is named.
selfcheck-note = How to say that an opinion is your own
selfcheck-note-profile = For your profile
selfcheck-note-profile-text = Views are my own, not my employer’s
selfcheck-note-post = For this post
selfcheck-note-post-text = (My own view, nothing to do with my employer)
selfcheck-note-hint = Where you write about your employer’s products or services, say that you work there too. No note makes it all right to publish secrets or other people’s names.
selfcheck-copy = Copy
selfcheck-copied = Copied
selfcheck-not-asked = What was not asked here
selfcheck-not-asked-always = Your text is not compared with the company’s register of confidential matters, nor with your earlier posts. With the register, this page would be a tool for guessing secret names. Pictures are not looked at either.
selfcheck-want-words = Without the dictionary of words, names of people, hearsay and the like are judged by their form alone.
selfcheck-want-weights = Without the statistics of similar posts, a manner that shows in no single word is not noticed.
selfcheck-which = Which rules
selfcheck-load-words = Load the dictionary (7 MB)
selfcheck-load-weights = Load the statistics (3 MB)
selfcheck-part-first = This is loaded only while nothing is written, so that nothing is sent after you began. Clear the text, then press again.
selfcheck-part-loading = Loading.
selfcheck-part-done = Loaded. From now on it is there without a network.
selfcheck-part-failed = It could not be loaded. Press again where there is a network.
selfcheck-free = What this policy does not limit
selfcheck-free-lead = You are always free to do the following. None of it needs the company’s permission, and nobody is put at a disadvantage for it. Nothing that is found here changes that.
selfcheck-free-report = Reporting wrongdoing, such as a breach of law, or taking advice on it. Public-interest disclosure is included.
selfcheck-free-work = Speaking with others about pay, hours, safety and other conditions, and forming, joining and acting in a union.
selfcheck-free-life = A private life that does not touch the company, and what you say in it.
selfcheck-free-routes = You choose whom you turn to: an internal desk, the competent authority, the press. You may take advice first, from the Consumer Affairs Agency’s line on whistleblower protection in Japan or from a lawyer. For working conditions there are the labour inspectorate and the unions.
selfcheck-free-anonymous = The company never tries to find out who an anonymous writer is.
selfcheck-limits = This check neither passes nor fails a text, and it may miss things. Whether you post is for you to decide.
