# What happened on the pages for reviews, consultations, calendar and stops, why something is not possible, names of days

list-separator = { ", " }
colon = { ": " }
# Between two sentences.
sentence-space = { " " }

## What was just done

done-approved = Approved. If the words change, this approval is void.
done-given-back = Returned for changes.
done-ruled = The ruling stands.
done-stopped = Sending is stopped. What was already on its way is listed below.
done-lifted = Sending goes on. What came due while it was stopped has not been sent.

## What is missing

field-read-needed = Tick this once you have looked at everything.
field-comment-needed = Say what should change, and why. One sentence will do.
field-evidence-needed = Say how the condition was met. One sentence will do.
field-protected-needed = Answer the first question.
field-verdict-needed = Choose whether to permit or to refuse.
field-protected-report-permit-only = What might be a protected report can only be permitted.
field-protected-report-no-conditions = What might be a protected report takes no conditions: it could not be sent until they are met, and that would hinder it.
field-scope-form = Choose from the list what to stop.

## Why something is not possible

reason-and-help = { $reason } { $help }
reason-own-post = You cannot approve or return your own post. Who can review it: { $names }
reason-own-ruling = You cannot rule on your own post. It waits for another member of the committee, or a manager.
reason-any-of = { $n } people
reason-role = Your role does not include this.
reason-abandoned = This post was given up.
reason-nothing-open = There is nothing left to send.
reason-returned = It was returned for changes, and waits until its author submits it again.
reason-not-submitted = It has not been submitted for review yet.

## Reviews

reviews-row-first = New to you
reviews-row-same = The same words as when you last looked
reviews-row-changed = Changed since you last looked ({ $removed } characters gone, { $added } new)
reviews-row-cleared = No obligations left
reviews-row-returned = From { $name }: { $comment }
reviews-empty-for-me = Nothing waits for your review.
reviews-empty-next = The next of your own posts goes out { $at }: “{ $title }”.
reviews-empty-mine = What you submit is listed here, with where it stands.
reviews-empty-returned = What was returned to you, and what you returned, is listed here.
reviews-empty-expired = What was not cleared in time is not sent, and is listed here.
review-since-own = Revision { $from }, which you saw, → revision { $to } (since { $at })
review-since-submission = Revision { $from }, submitted before, → revision { $to } (since { $at })
review-changed-others = Also changed: { $fields }
review-approval-voided = The approval by { $name } (revision { $revision }, { $at }) is void: the words changed afterwards.
review-due = by { $at }
review-due-over = { $at } has passed
review-link-host = Leads to { $host }
review-link-plain = Leads to { $host } (plain http, not encrypted)
review-link-odd = Leads to { $host } (may not be what it looks like; check it)
review-rights = { $basis }: { $evidence }
review-rights-until = { " " }(until { $until })
review-rights-over = { " " }(ended { $until })
review-rights-missing = No evidence of rights yet
review-then-cooling = The cooling-off time ends { $until }.
review-then-scheduled = It is checked once more and sent { $at }.
review-then-no-time = No time is set for sending yet.
review-then-void = If the words change, this approval is void.

## Consultations and rulings

consultation-precedent = { $question } ({ $verdict }, { $at })
ruling-met-by = { $name }, { $at }: { $words }
ruling-void = The words changed after this ruling. The words as they are now need a new one.

## Calendar

calendar-heading-month = { $month } { $year }
calendar-heading-span = { $from } – { $until } { $year }
calendar-day = { $day } { $month }
calendar-earlier-month = Previous month
calendar-later-month = Next month
calendar-earlier-week = Previous week
calendar-later-week = Next week
calendar-earlier-list = Previous 30 days
calendar-later-list = Next 30 days
calendar-conflict-hour = { $day }: posts of { $account } fall into the same hour: { $titles }
calendar-conflict-remembrance = { $day } is “{ $name }”. Make sure that “{ $title }” may go out that day.
calendar-holidays-unknown = This version of Shingi does not know the holidays of { $year } yet.
weekday-0 = Sunday
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday

holiday-new-year = New Year’s Day
holiday-coming-of-age = Coming of Age Day
holiday-foundation = National Foundation Day
holiday-emperor = Emperor’s Birthday
holiday-vernal-equinox = Vernal Equinox Day
holiday-showa = Showa Day
holiday-constitution = Constitution Day
holiday-greenery = Greenery Day
holiday-children = Children’s Day
holiday-substitute = Substitute holiday
holiday-marine = Marine Day
holiday-mountain = Mountain Day
holiday-respect-for-the-aged = Respect for the Aged Day
holiday-citizens = Citizens’ holiday
holiday-autumnal-equinox = Autumnal Equinox Day
holiday-sports = Sports Day
holiday-culture = Culture Day
holiday-labour-thanksgiving = Labour Thanksgiving Day

remembrance-noto = Noto Peninsula earthquake
remembrance-hanshin = Great Hanshin-Awaji earthquake
remembrance-tohoku = Great East Japan earthquake
remembrance-kumamoto = Kumamoto earthquakes
remembrance-okinawa = Okinawa memorial day
remembrance-hiroshima = Atomic bombing of Hiroshima
remembrance-nagasaki = Atomic bombing of Nagasaki
remembrance-end-of-war = End of the war
remembrance-kanto = Great Kanto earthquake

## Stops

stops-scope-all = All accounts
stops-lift-who = Members of the committee can lift it.
stops-flying-sending = “{ $title }” ({ $account }): on its way since { $at }. Waiting for the outcome.
stops-flying-unknown = “{ $title }” ({ $account }): nobody knows whether it was published. Somebody has to look.
stops-flying-failed = “{ $title }” ({ $account }): found { $at } not to have been sent.
stops-flying-published = “{ $title }” ({ $account }): begun before the stop, and published { $at }.
stops-missed-stopped = Its time came while sending was stopped.
stops-missed-held = Its time came while obligations were open.
stops-earlier-one = { $scope }: stopped by { $name } ({ $reason }), lifted { $until } by { $lifter } ({ $because })
stops-again-who = Operators who are certified to publish can set a new time.
