//! The calendar and the protocol of sending: intent, call, result; several deliveries (1-7, 2-5, 2-9).

use super::*;

const MIDDAY: Timestamp = MORNING.plus_minutes(180);
const JOB: Actor = Actor::SystemFor(AUTHOR);

fn ready() -> Scene {
    approved(Class::Routine, "おはようございます。").is_cleared()
}

fn scheduled() -> Scene {
    ready().does(AUTHOR, due_in(180))
}

#[test]
fn a_delivery_is_given_a_time_by_somebody_who_may_publish() {
    let event = PostEvent::Scheduled { delivery: FIRST, due: MIDDAY, by: OTHER };
    ready().when(OUTSIDER, due_in(180)).refused(Why::NotCertified).when(OTHER, due_in(180)).then([event]);
}

#[test]
fn nothing_is_planned_for_the_past() {
    ready().when(AUTHOR, due_in(-1)).refused(Why::Past);
}

#[test]
fn a_schedule_can_be_moved_and_taken_back() {
    let scene = scheduled().does(AUTHOR, due_in(240));
    assert!(matches!(scene.progress(FIRST), Progress::Scheduled { due, .. } if *due == MORNING.plus_minutes(240)));
    let unschedule = Command::Unschedule { delivery: FIRST };
    scene
        .when(OUTSIDER, unschedule.clone())
        .refused(Why::NotCertified)
        .when(OTHER, unschedule.clone())
        .then([PostEvent::Unscheduled { delivery: FIRST }])
        .when(OTHER, unschedule)
        .refused(Why::State);
}

#[test]
fn an_unknown_delivery_is_not_found() {
    let delivery = SECOND;
    let scene = ready().when(AUTHOR, Command::Schedule { delivery, due: MIDDAY }).refused(Why::NotFound);
    let scene = scene.when(AUTHOR, Command::StartSending { delivery, attempt: ATTEMPT }).refused(Why::NotFound);
    scene.when_actor(Actor::System, Command::Miss { delivery }).refused(Why::NotFound);
}

#[test]
fn the_job_sends_at_its_time_in_the_name_of_who_set_it() {
    let scene = ready().does(OTHER, due_in(180));
    let job = Actor::SystemFor(OTHER);
    let scene = scene.later(179).when_actor(job, send()).refused(Why::State);
    let scene = scene.later(1).when_actor(job, send()).succeeds();
    assert!(matches!(scene.progress(FIRST), Progress::Sending { by: OTHER, attempt: ATTEMPT, .. }));
}

#[test]
fn a_job_does_not_send_before_its_time_not_even_for_who_set_it() {
    scheduled().when_actor(JOB, send()).refused(Why::State).when_actor(Actor::System, send()).refused(Why::State);
}

#[test]
fn who_set_the_time_may_send_earlier_and_others_take_it_back_first() {
    scheduled().when(OTHER, send()).refused(Why::State).when(AUTHOR, send()).succeeds();
}

#[test]
fn whoever_presses_send_after_the_time_is_the_publisher_on_record() {
    let scene = scheduled().later(180);
    let publish = Duty::Certification { person: OUTSIDER, capability: Capability::Publish };
    let scene = scene.when(OUTSIDER, send()).held_by(&[publish]).when(OTHER, send()).succeeds();
    assert!(matches!(scene.progress(FIRST), Progress::Sending { by: OTHER, .. }));
}

#[test]
fn clearance_is_computed_again_in_the_instant_of_sending() {
    let due = scheduled().later(180);
    let new_rule = due.clone().with(|scene| scene.found_everywhere.push("forbid"));
    new_rule.when_actor(JOB, send()).held_by(&[Duty::Finding { index: 0, rule: rule_of("forbid") }]);
    let stopped = due.clone().with(|scene| scene.world.stops.push(stop(StopScope::Company)));
    stopped.when_actor(JOB, send()).held_by(&[Duty::Stop { stop: STOP }]);
    let suspended = due.with(|scene| scene.world.suspend(REVIEWER));
    suspended.when_actor(JOB, send()).held_by(&[Duty::Review]);
}

#[test]
fn the_intent_carries_the_exact_content_and_who_met_what() {
    let then = ready().when(AUTHOR, send());
    let Ok([PostEvent::SendStarted { digest, clearance, by: AUTHOR, .. }]) = then.decided.as_deref() else {
        panic!("expected one intent")
    };
    let (digest, clearance) = (digest.kept().unwrap(), clearance.kept().unwrap());
    assert_eq!(clearance.content.digest(), *digest);
    assert_eq!(clearance.judge, judge());
    let review = clearance.obligations.iter().find(|obligation| obligation.duty == Duty::Review).unwrap();
    assert_eq!(review.standing, Standing::Discharged { by: REVIEWER, at: MORNING });
}

#[test]
fn what_was_missed_is_said_and_never_flushed_by_a_job() {
    let miss = Command::Miss { delivery: FIRST };
    let scene = scheduled().when_actor(JOB, miss.clone()).refused(Why::State).later(180);
    let scene = scene.with(|scene| scene.world.stops.push(stop(StopScope::Company)));
    let event = PostEvent::Missed { delivery: FIRST, due: MIDDAY, stopped: true };
    let scene = scene.when(OUTSIDER, miss.clone()).refused(Why::NotCertified);
    let scene = scene.when_actor(JOB, miss).then([event]).with(|scene| scene.world.stops.clear()).is_cleared();
    let scene = scene.when_actor(JOB, send()).refused(Why::NotInCharge);
    scene.when_actor(Actor::System, send()).refused(Why::NotInCharge).when(AUTHOR, send()).succeeds();
}

#[test]
fn a_success_publishes() {
    let scene = ready().does(AUTHOR, send()).does(AUTHOR, outcome(sent(false)));
    assert!(matches!(scene.progress(FIRST), Progress::Published { by: AUTHOR, attempt: ATTEMPT, .. }));
}

#[test]
fn a_send_is_never_repeated_while_its_outcome_is_open_or_after_it_went_out() {
    let again = Command::StartSending { delivery: FIRST, attempt: AttemptId(0x78) };
    let scene = ready().does(AUTHOR, send()).when(AUTHOR, again.clone()).refused(Why::State);
    let scene = scene.does(AUTHOR, outcome(lost())).when(AUTHOR, again.clone()).refused(Why::State);
    let scene = scene.does(AUTHOR, outcome(sent(true))).when(AUTHOR, again).refused(Why::State);
    let miss = Command::Miss { delivery: FIRST };
    let scene = scene.when(AUTHOR, due_in(60)).refused(Why::State).when_actor(JOB, miss).refused(Why::State);
    scene.when(AUTHOR, Command::Unschedule { delivery: FIRST }).refused(Why::State);
}

#[test]
fn a_failure_may_be_tried_again_under_a_new_attempt() {
    let scene =
        ready().does(AUTHOR, send()).when_actor(Actor::System, outcome(failed(FailureKind::NotSent))).succeeds();
    assert!(matches!(scene.progress(FIRST), Progress::Failed { kind: FailureKind::NotSent, .. }));
    let attempt = AttemptId(0x78);
    let scene = scene.does(AUTHOR, Command::StartSending { delivery: FIRST, attempt });
    // The late answer of the first attempt says nothing about the second.
    let scene = scene.when_actor(Actor::System, outcome(sent(false))).refused(Why::State);
    let second = Command::RecordOutcome { delivery: FIRST, attempt, outcome: sent(false) };
    scene.when_actor(Actor::System, second).succeeds();
}

#[test]
fn a_failure_is_final_for_a_job_and_waits_for_a_person() {
    for kind in [FailureKind::Rejected, FailureKind::Revoked, FailureKind::NotSent] {
        let scene = ready().does(AUTHOR, send()).when_actor(Actor::System, outcome(failed(kind))).succeeds();
        let again = Command::StartSending { delivery: FIRST, attempt: AttemptId(0x78) };
        for job in [Actor::System, JOB, Actor::SystemFor(AUTHOR)] {
            scene.clone().when_actor(job, again.clone()).refused(Why::NotInCharge);
            scene.clone().when_actor(job, due_in(60)).refused(Why::NotInCharge);
        }
        scene.does(AUTHOR, due_in(60)).later(60).when_actor(JOB, again).succeeds();
    }
}

#[test]
fn an_unknown_outcome_is_settled_by_asking() {
    let unknown = ready().does(AUTHOR, send()).does(AUTHOR, outcome(lost()));
    assert!(matches!(unknown.progress(FIRST), Progress::Unknown { attempt: ATTEMPT, .. }));
    let found = unknown.clone().does(AUTHOR, outcome(sent(true)));
    assert!(matches!(found.progress(FIRST), Progress::Published { .. }));
    let gone = unknown.does(AUTHOR, outcome(failed(FailureKind::NotSent)));
    assert!(matches!(gone.progress(FIRST), Progress::Failed { .. }));
}

#[test]
fn there_is_no_outcome_without_an_attempt_under_way() {
    ready().when(AUTHOR, outcome(sent(false))).refused(Why::State);
    let scene = ready().does(AUTHOR, send()).does(AUTHOR, outcome(sent(false)));
    scene.when(AUTHOR, outcome(failed(FailureKind::Rejected))).refused(Why::State);
}

#[test]
fn an_outcome_is_told_by_the_job_the_publisher_or_another_who_may_publish() {
    let scene = ready().does(AUTHOR, send());
    scene.clone().when(OUTSIDER, outcome(sent(false))).refused(Why::NotCertified);
    scene.clone().when(OTHER, outcome(sent(false))).succeeds();
    scene.clone().when_actor(Actor::System, outcome(sent(false))).succeeds();
    // Who published it by hand can say so even when the certification ended in the meantime: it is out.
    scene.with(|scene| scene.world.suspend(AUTHOR)).when(AUTHOR, outcome(sent(false))).succeeds();
}

#[test]
fn one_delivery_can_be_out_while_the_other_is_still_revised() {
    let submit = PostEvent::Submitted { revision: 1 };
    let both =
        given([drafted(), revised(1, Class::Routine, draft_for_two("おはよう。")), submit]).approved_by(REVIEWER);
    let scene = both.does(AUTHOR, send()).does(AUTHOR, outcome(sent(false)));
    let published = scene.post().deliveries[&FIRST].digest;
    let edit = scene.revise(Class::Routine, draft_for_two("こんにちは。"));
    let scene = scene.does(AUTHOR, edit).does(AUTHOR, Command::Submit);
    assert_eq!(scene.post().deliveries[&FIRST].digest, published, "what is out keeps its words");
    let scene = scene.approved_by(OTHER);
    let second = Command::StartSending { delivery: SECOND, attempt: AttemptId(0x78) };
    let scene = scene.when(AUTHOR, send()).refused(Why::State).does(AUTHOR, second);
    let text = |id| scene.post().deliveries[&id].content.kept().unwrap().text.clone();
    assert_eq!((text(FIRST).as_str(), text(SECOND).as_str()), ("おはよう。", "こんにちは。"));
}

#[test]
fn what_is_out_stays_although_its_account_is_dropped_from_the_draft() {
    let scene = ready().does(AUTHOR, send()).does(AUTHOR, outcome(sent(false)));
    let mut other = draft_for_two("こんにちは。");
    other.deliveries.remove(0);
    let edit = scene.revise(Class::Routine, other);
    let scene = scene.does(AUTHOR, edit);
    assert!(matches!(scene.progress(FIRST), Progress::Published { .. }));
    assert!(matches!(scene.progress(SECOND), Progress::Draft));
}

#[test]
fn an_event_out_of_order_thaws_nothing() {
    let scene = ready().does(AUTHOR, send()).does(AUTHOR, outcome(sent(false)));
    let before = scene.post().clone();
    let (delivery, due, by) = (FIRST, MIDDAY, AUTHOR);
    for event in [
        PostEvent::Scheduled { delivery, due, by },
        PostEvent::Unscheduled { delivery },
        PostEvent::Missed { delivery, due, stopped: false },
        drafted(),
    ] {
        let mut scene = scene.clone();
        scene.happened(Some(AUTHOR), event);
        assert_eq!(*scene.post(), before);
    }
}

#[test]
fn what_a_page_shows_follows_clearance() {
    let shown = |scene: &Scene| {
        let cleared = Clearance::of(&scene.obligations(FIRST)).is_cleared();
        scene.post().shown(&scene.post().deliveries[&FIRST], cleared).name()
    };
    let draft = saved(Class::Routine, "おはよう。");
    assert_eq!(shown(&draft), "draft");
    let waiting = draft.does(AUTHOR, Command::Submit);
    assert_eq!(shown(&waiting), "waiting");
    let returned = waiting.clone().does(REVIEWER, Command::Return { comment: "直す".to_owned() });
    assert_eq!(shown(&returned), "returned");
    let cleared = waiting.approved_by(REVIEWER);
    assert_eq!(shown(&cleared), "cleared");
    let scheduled = cleared.does(AUTHOR, due_in(10));
    assert_eq!(shown(&scheduled), "scheduled");
    let held = scheduled.clone().with(|scene| scene.world.stops.push(stop(StopScope::Company)));
    assert_eq!(shown(&held), "held");
    let missed = held.later(10).when_actor(JOB, Command::Miss { delivery: FIRST }).succeeds();
    assert_eq!(shown(&missed), "expired");
    let sending = scheduled.does(AUTHOR, send());
    assert_eq!(shown(&sending), "sending");
    assert_eq!(shown(&sending.clone().does(AUTHOR, outcome(lost()))), "unknown");
    assert_eq!(shown(&sending.clone().does(AUTHOR, outcome(failed(FailureKind::Rejected)))), "held");
    assert_eq!(shown(&sending.does(AUTHOR, outcome(sent(false)))), "published");
}
