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
