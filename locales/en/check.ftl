# What shingi check says on a terminal. Strengths, obligations and parties stand in common.ftl and obligations.ftl.

check-why = why
check-help = to do
check-matter = matter of the register
check-earlier = earlier
check-instead = instead
check-obligations = What the policy asks of this text
check-minutes = { " " }({ $n } minutes)
check-review-afterwards = A review after sending
check-unchecked = could not be checked
check-not-asked = not asked (this program does not have what it takes)
check-clean = Nothing has to be answered.
check-open = { $n ->
    [one] One finding is open.
   *[other] { $n } findings are open.
}
check-notes = { $n ->
    [one] { " " }There is one note.
   *[other] { " " }There are { $n } notes.
}
check-known = { $n ->
    [one] { " " }One finding is known already.
   *[other] { " " }{ $n } findings are known already.
}
check-fix-safe = Take out what nobody sees (the words stay the same)
check-fix-suggest = Put these words there (look whether they are true)
check-fixed = { $n ->
    [one] One change made.
   *[other] { $n } changes made.
}
check-stats = What was checked
check-stats-posts = texts
check-stats-open = of them with something to do
check-stats-bytes = bytes
check-stats-ready = until the engine was ready
check-stats-seconds = for checking
check-stats-speed = texts a second
check-stats-counts = To do and in all, by item and by rule
