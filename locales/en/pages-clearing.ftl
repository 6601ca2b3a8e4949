# Going out in an emergency, reviewing a series, seeing who can clear what and when

## Emergency

emergencies-head = What went out in an emergency
emergencies-what = In a recall or a disaster, which cannot wait, two certified people open this lane with a reason. Every use of it stands here.
emergencies-empty = Nothing went out in an emergency
    .hint = A use stands here once a writer has given the reason on the post’s page and a second person has joined for the same words.
lane-head = Emergency
lane-open = Send it as an emergency
    .what = Only where waiting would do people harm: a recall, a disaster, safety. Once a second certified person has joined for these words, they can go out at once. Checks are shown and do not hold; what is forbidden, a doubt and a stop hold all the same. Afterwards the committee reviews the whole.
lane-reason = Why it cannot wait
    .hint = It goes on the record; whoever joins and the committee read it.
lane-open-do = Ask for a second person
lane-join = Join the emergency
    .what = As the second person, for these words
    .hint = This approves these words, too. A changed text needs you again.
lane-join-do = Join
lane-opened-by = { $name } opened it, { $at }.
lane-joined-by = { $name } joined, { $at }.
lane-waits = Waiting for a second person to join.
lane-used = It went out, { $at }.
lane-shut = Shut, because changes were asked for.
lane-reviewed-by = { $name } reviewed it for the committee, { $at }.
lane-owed = The committee’s review: by { $at }
lane-owed-over = The committee’s review is late: it was due { $at }
lane-look-back = What the review of the whole found
    .hint = Was it an emergency, what of the findings, what to do next time. The auditor reads it, too.
lane-look-back-do = Record the review
done-emergency-opened = The reason is on record. It waits for a second certified person to join.
done-emergency-joined = You joined. It can go out now.
done-emergency-reviewed = The review is on record.
field-look-back-needed = Say what the review found. One sentence is enough.
waits-emergency = { $name } wants to send this in an emergency. Decide whether you join.
waits-look-back = { $name } sent this in an emergency. Review it for the committee.

## Who can clear what, and when

feasible-head = Who can clear what, and when
feasible-what = Whether a text that arises on a day can be cleared by those who are there on that day. It follows people, certifications, leave and policy.
feasible-week = Classes and days
    .hint = What is cleared beforehand goes out on a day on which nobody is there, too. An emergency needs who writes it and a second person who joins.
feasible-yes = Yes
feasible-no = No
feasible-able = Who is certified
feasible-there = Who is there
    .hint = Whoever has not said so counts from Monday to Friday. Days and leave are entered on one’s own page.
feasible-nobody = Nobody
missing-account = an account that is open
missing-author = somebody to write
missing-reviewer = somebody to review
missing-manager = the manager
missing-committee = the committee
missing-doubter = somebody to resolve the doubt
missing-time = the time to cool off
missing-publisher = somebody to send
schedule-lacks = As things stand it cannot be cleared by { $at }. Missing: { $missing }
presence-head = Days and leave
    .hint = Used to say when something can be reviewed or ruled on. Why somebody is away is not asked.
presence-days = Days
presence-save = Set the days
presence-leave-from = Leave begins
presence-leave-until = Last day of leave
presence-leave = Enter leave
presence-leaves = Leave entered
presence-leave-one = { $from } to { $until }
done-presence = The days are on record.

## Reviewing a series

series-waits = { $n } of the series “{ $benefit }” can be read one after the other and approved together
series-head = Review a series
series-what = Everyday posts by one author with one standing benefit. Open and read them one by one; after the last, one press approves them all. Each approval is recorded by itself.
series-position = { $n } of { $count }
series-next = Read; the next one
series-alone = Look at this one alone
series-all = All { $n } were read
    .hint = If the words of one changed, or a doubt or a finding came up, none of them is approved.
series-approve = Approve { $n }
series-list = This series
series-opened = Read
series-not-yet = Not yet
done-series-approved = The series is approved. Each approval is on the record by itself.
field-series-changed = One of them changed since you opened it, or a doubt or a finding came up. None was approved. Read what is left again.
