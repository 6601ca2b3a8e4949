# What shingi eval says on a terminal.

eval-posts = { $n ->
    [one] one post
   *[other] { $n } posts
}
eval-recall = recall
eval-precision = precision
eval-clean = clean texts left alone
eval-noise = noise
eval-noise-clean = noise in clean texts
eval-quotes = found
eval-right = right
eval-wrong = wrong
eval-item = item
eval-rule = rule
eval-alone = found by it alone
eval-missed = missed
eval-all = all posts
eval-compared = Against the baseline
eval-other-posts = Another number of posts
eval-same = Every figure is what it was.
eval-better = better
eval-worse = worse
eval-newly-missed = missed now
eval-newly-found = found now
eval-newly-wrong = wrong now
eval-no-longer-wrong = wrong no longer
