# What shingi check says on a terminal. Strengths, obligations and parties stand in common.ftl and obligations.ftl.

check-why = why
check-help = to do
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
