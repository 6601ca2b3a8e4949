# One sentence for each kind of event on the record
#
# Every sentence is given { $actor } (who did it; “The system” for a job). Besides:
#   { $revision } the number of a saved state: post_revised post_submitted post_approved post_returned
#   { $item }     the policy item: post_answered post_note_dismissed post_finding_overruled
#   { $with }     who is consulted (consulted-…): post_consulted
#   { $verdict }  the ruling (verdict-…): post_ruled
#   { $due }      the time on the calendar: post_scheduled post_missed
# No words of a text or a reason stand here, so that a sentence still holds when they are erased.

actor-system = The system
actor-system-for = The system (as { $name } ordered)
person-erased = Somebody whose name was erased
account-erased = An account whose name was erased

event-organisation_founded = { $actor } set up this organisation.
event-organisation_changed = { $actor } changed what the organisation says of itself.
event-policy_adopted = { $actor } adopted a new version of the policy.

event-person_added = { $actor } added a person to the directory.
event-person_changed = { $actor } changed an entry of the directory.
event-person_deputy_named = { $actor } named a deputy.
event-person_duty_days_set = { $actor } set the weekdays on which somebody does their part.
event-person_leave_entered = { $actor } entered leave.
event-person_quiz_passed = { $actor } passed the quiz on the policy.
event-person_acknowledged = { $actor } read and acknowledged this version of the policy.
event-person_left = { $actor } recorded that a person left.

event-account_registered = { $actor } registered an official account.
event-account_changed = { $actor } changed how an official account is shown.
event-account_closed = { $actor } closed an official account.

event-certification_granted = { $actor } granted a certification.
event-certification_suspended = { $actor } suspended a certification.
event-certification_reinstated = { $actor } put a suspended certification in force again.
event-certification_revoked = { $actor } revoked a certification.

event-post_drafted = { $actor } began a post.
event-post_revised = { $actor } saved revision { $revision }.
event-post_answered = { $actor } answered a finding of { $item } with evidence.
event-post_note_dismissed = { $actor } dismissed a note of { $item }.
event-post_finding_overruled = { $actor } overruled a finding of { $item } as not applying, with a reason.
event-post_submitted = { $actor } submitted revision { $revision } for review.
event-post_approved = { $actor } approved revision { $revision }.
event-post_returned = { $actor } returned revision { $revision } and asked for changes.
event-post_doubt_raised = { $actor } raised a doubt.
event-post_doubt_resolved = { $actor } resolved a doubt.
event-post_consulted = { $actor } consulted { $with }.
event-post_ruled = { $actor } ruled: { $verdict }
event-post_condition_met = { $actor } brought evidence that a condition of the ruling is met.
event-post_scheduled = { $actor } scheduled it for { $due }.
event-post_unscheduled = { $actor } took it off the calendar.
event-post_send_started = { $actor } had clearance computed and began sending.
event-post_send_succeeded = { $actor } recorded that it is published.
event-post_send_failed = { $actor } recorded that it could not be sent.
event-post_send_unknown = { $actor } recorded that nobody knows yet whether it arrived. It is not sent again before that is settled.
event-post_missed = Its time, { $due }, passed while it was held (recorded by { $actor }). It does not go out later by itself.
event-post_abandoned = { $actor } gave up this draft.
event-post_emergency_opened = { $actor } gave the reason for an emergency and asked for a second person.
event-post_emergency_joined = { $actor } joined the emergency and approved revision { $revision }.
event-post_emergency_reviewed = { $actor } reviewed for the committee, afterwards, the whole of what left in the emergency.

event-stop_ordered = { $actor } ordered sending to stop.
event-stop_lifted = { $actor } lifted a stop.

event-payload_erased = { $actor } erased one payload of the record. The line and its commitment stay.

event-epoch_opened = { $actor } restored a backup. Lines that were published after it was made may be missing, so the log goes on as a new epoch; this line names the one that ended, and how far it was published.
