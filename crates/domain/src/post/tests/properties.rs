//! What no sequence of commands, by anybody, at any time, in any world, may bring about.
//!
//! Each property was seen to fail, by changing the code under test for a moment. Repeat it when you change them:
//!
//! | property | seen to fail with |
//! |---|---|
//! | nothing is sent while … open | `Clearance::Outstanding` let through; doubts, conditions, stops, cooling-off, raises left out |
//! | an edit never leaves … | `approval()` or `ruling()` not comparing digests |
//! | nobody clears their own post | `may_review()` not looking at the writers; an overruling by anybody |
//! | nothing gets an intent … | `Stop::holds` not covering an account; stops left out of `speaker()` |
//! | no send is repeated … | `Unknown` or `Published` let through in `start_sending`; an outcome of another attempt taken |
//! | after a failure only … | `start_sending` taking `person()` for what failed |
//! | evolve never panics … | `get_mut(..).unwrap()` in `Post::progress` |
//! | every field of a draft … | `digest()` leaving out the title or the benefit |
//! | nothing is sent while … open | the lane open without a second person, or for other bytes than they saw |

use proptest::prelude::*;

use super::{
    oracle::Oracle,
    walk::{Tried, steps, walk},
    *,
};
use crate::event::Event;

fn config() -> ProptestConfig {
    // Failures are reported with the shrunk walk; no file beside the source keeps them.
    ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() }
}

fn intents(tried: &Tried<'_>) -> Vec<(DeliveryId, PersonId)> {
    let events = tried.decided.as_ref().map_or(&[][..], |events| events);
    let intent = |event: &PostEvent| match event {
        PostEvent::SendStarted { delivery, by, .. } => Some((*delivery, *by)),
        _ => None,
    };
    events.iter().filter_map(intent).collect()
}

proptest! {
    #![proptest_config(config())]

    /// No sequence makes a delivery leave while anything is open, and nothing is held for no reason.
    #[test]
    fn nothing_is_sent_while_an_obligation_is_open(steps in steps(60)) {
        walk(&steps, |tried, _| {
            for (delivery, by) in intents(tried) {
                prop_assert_eq!(Oracle::new(tried.before, delivery).open(by), Vec::<String>::new());
            }
            if let (Err(Refusal { why: Why::Outstanding(open), .. }), Command::StartSending { delivery, .. })
                = (tried.decided, &tried.command)
            {
                let by = match (tried.before.progress(*delivery), tried.actor) {
                    (Progress::Scheduled { by, .. }, Actor::System | Actor::SystemFor(_)) => *by,
                    (_, actor) => actor.principal().unwrap(),
                };
                prop_assert!(!Oracle::new(tried.before, *delivery).open(by).is_empty(), "held for nothing: {:?}", open);
            }
            Ok(())
        })?;
    }

    /// An approval or a ruling discharges something only for exactly the words it was given to.
    #[test]
    fn an_edit_never_leaves_an_approval_or_a_ruling_standing(steps in steps(60)) {
        walk(&steps, |_, now| {
            for delivery in now.post().deliveries.values().filter(|delivery| !delivery.progress.is_frozen()) {
                for obligation in now.obligations(delivery.id).all {
                    let Standing::Discharged { by, at } = obligation.standing else { continue };
                    let ruling = match (&obligation.duty, obligation.strength) {
                        (Duty::Review, _) | (Duty::Finding { .. }, Strength::Review) => false,
                        (Duty::Ruling { .. }, _) | (Duty::Finding { .. }, Strength::Consult) => true,
                        _ => continue,
                    };
                    let yes = Oracle::new(now, delivery.id).said_yes_to_these_words(by, at, ruling);
                    prop_assert!(yes, "{:?} rests on other words", obligation);
                }
            }
            Ok(())
        })?;
    }

    /// What another person has to discharge is never discharged by the author, nor by anybody else who wrote it.
    #[test]
    fn nobody_clears_their_own_post(steps in steps(60)) {
        walk(&steps, |_, now| {
            for delivery in now.post().deliveries.keys() {
                let writers = Oracle::new(now, *delivery).writers();
                for obligation in now.obligations(*delivery).all {
                    let by = match (obligation.strength, obligation.standing) {
                        (Strength::Review | Strength::Consult | Strength::Forbid,
                            Standing::Discharged { by, .. } | Standing::Overruled { by, .. }) => by,
                        _ => continue,
                    };
                    prop_assert!(!writers.contains(&by), "{:?} by a writer", obligation.duty);
                }
            }
            Ok(())
        })?;
    }

    /// No intent has a place on the record after a stop that covers its account.
    #[test]
    fn nothing_gets_an_intent_after_a_stop(steps in steps(60)) {
        walk(&steps, |tried, _| {
            for (delivery, _) in intents(tried) {
                let oracle = Oracle::new(tried.before, delivery);
                prop_assert!(!oracle.is_stopped(oracle.account().unwrap()));
            }
            Ok(())
        })?;
    }

    /// An irreversible call is never repeated blindly: between two intents for an account stands a failure.
    #[test]
    fn no_send_is_repeated_before_its_outcome_or_after_its_success(steps in steps(80)) {
        let scene = walk(&steps, |_, _| Ok(()))?;
        for account in [PAGE, HAND] {
            let delivery = if account == PAGE { FIRST } else { SECOND };
            let mut under_way = None;
            let mut out = false;
            for (event, ..) in &scene.history {
                match event {
                    PostEvent::SendStarted { delivery: id, attempt, .. } if *id == delivery => {
                        prop_assert!(under_way.is_none() && !out, "sent twice");
                        under_way = Some(*attempt);
                    }
                    PostEvent::SendSucceeded { delivery: id, attempt, .. } if *id == delivery => {
                        prop_assert_eq!(under_way.take(), Some(*attempt));
                        out = true;
                    }
                    PostEvent::SendFailed { delivery: id, attempt, .. } if *id == delivery => {
                        prop_assert_eq!(under_way.take(), Some(*attempt));
                    }
                    PostEvent::SendUnknown { delivery: id, attempt, .. } if *id == delivery => {
                        prop_assert_eq!(under_way, Some(*attempt));
                    }
                    _ => {}
                }
            }
        }
    }

    /// A failure is final, a rejection above all, until a person acts: no job sends it again or sets it a new time.
    #[test]
    fn after_a_failure_only_a_person_begins_again(steps in steps(80)) {
        let mut failed = BTreeSet::new();
        walk(&steps, |tried, _| {
            for event in tried.decided.as_ref().map_or(&[][..], |events| events) {
                match event {
                    PostEvent::SendFailed { delivery, .. } => drop(failed.insert(*delivery)),
                    PostEvent::SendStarted { delivery, .. } | PostEvent::Scheduled { delivery, .. }
                        if failed.remove(delivery) =>
                    {
                        prop_assert!(matches!(tried.actor, Actor::Person(_)), "{:?} began it again", tried.actor);
                    }
                    _ => {}
                }
            }
            Ok(())
        })?;
    }

    /// Whatever stands on the record in whatever order, with or without its payloads, it can be folded and judged.
    #[test]
    fn evolve_never_panics_on_any_order_of_events(
        steps in steps(60),
        order in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..80),
    ) {
        let scene = walk(&steps, |_, _| Ok(()))?;
        let mut shuffled = Scene::new();
        for (index, erase) in order {
            let (event, actor, _) = index.get(&scene.history);
            let event = if erase { erased(event) } else { event.clone() };
            shuffled.now = shuffled.now.plus_minutes(1);
            shuffled.happened(*actor, event);
        }
        if let Some(post) = &shuffled.post {
            for delivery in post.deliveries.values() {
                let _ = post.shown(delivery, shuffled.obligations(delivery.id).open().next().is_none());
            }
            let _ = post.state_name();
        }
    }

    /// Whichever field of an approved and permitted text is changed, nothing that was given to it discharges anything.
    #[test]
    fn every_field_of_a_draft_takes_part_in_what_was_approved(field in 0..11usize, class in 0..5usize) {
        let scene = approved(Class::Routine, "おはようございます。").does(REVIEWER, consult(Consulted::Committee));
        let permit = scene.rule(Verdict::Permit, &[]);
        let scene = scene.does(MEMBER, permit).is_cleared();
        let changed = edited(field);
        let class = if field == 8 { Class::ALL[class] } else { Class::Routine };
        prop_assume!(field != 8 || class != Class::Routine);
        let edit = scene.revise(class, changed);
        let scene = scene.does(AUTHOR, edit);
        let standing = |duty: &Duty| {
            let all = scene.obligations(FIRST).all;
            all.into_iter().find(|obligation| obligation.duty == *duty).map(|obligation| obligation.standing)
        };
        if class != Class::Reply {
            prop_assert_eq!(standing(&Duty::Review), Some(Standing::Open));
        }
        prop_assert_eq!(standing(&Duty::Ruling { with: Consulted::Committee }), Some(Standing::Open));
    }
}

fn edited(field: usize) -> Draft {
    use crate::post::content::{Consent, Picture, Rights, RightsBasis};
    let mut draft = draft("おはようございます。");
    let picture =
        |rights| Picture { blob: BlobId::of(b"p"), media_type: "image/png".to_owned(), alt: String::new(), rights };
    let rights = Rights {
        basis: RightsBasis::OwnWork,
        evidence: "自社で撮影".to_owned(),
        until: None,
        consent: Consent::NobodyRecognisable,
    };
    match field {
        0 => draft.title.push('。'),
        1 => draft.text.push(' '),
        2 => draft.pictures.push(picture(None)),
        3 => draft.pictures.push(picture(Some(rights))),
        4 => draft.benefit.clear(),
        5 => draft.sources.push(String::new()),
        6 => draft.deliveries[0].variant = Some(String::new()),
        7 => draft.deliveries[0].variant = Some("おはようございます".to_owned()),
        9 => draft.answers.push('x'),
        10 => draft.corrects = Some(SECOND),
        _ => {}
    }
    draft
}

fn erased(event: &PostEvent) -> PostEvent {
    let encoded = Event::Post(event.clone()).encode();
    match Event::decode(encoded.kind.name, encoded.kind.version, &encoded.data, &BTreeMap::new()) {
        Ok(Event::Post(event)) => event,
        other => panic!("an event of a post stays one: {other:?}"),
    }
}

/// A property over walks that never send anything would hold for nothing.
#[test]
fn the_walks_reach_every_state_and_every_outcome() {
    use proptest::{
        strategy::{Strategy, ValueTree},
        test_runner::TestRunner,
    };
    let mut runner = TestRunner::deterministic();
    let (mut sent, mut states, mut refusals) = (0, BTreeMap::<&str, usize>::new(), BTreeSet::new());
    let mut classes = BTreeSet::new();
    for _ in 0..1_000 {
        let steps = steps(60).new_tree(&mut runner).unwrap().current();
        walk(&steps, |tried, now| {
            sent += intents(tried).len();
            for event in tried.decided.as_ref().map_or(&[][..], |events| events) {
                if let PostEvent::SendStarted { clearance, .. } = event {
                    classes.insert(format!("{:?}", clearance.kept().unwrap().class));
                }
            }
            *states.entry(now.post().state_name()).or_default() += 1;
            refusals.extend(tried.decided.as_ref().err().map(|refusal| refusal.why.key()));
            Ok(())
        })
        .unwrap();
    }
    assert!(sent > 100, "{sent} intents in 1,000 walks");
    let reached = states.keys().copied().collect::<Vec<_>>();
    let all = [
        "abandoned",
        "draft",
        "failed",
        "missed",
        "published",
        "returned",
        "scheduled",
        "sending",
        "submitted",
        "unknown",
    ];
    assert_eq!(reached, all, "{states:?}");
    assert_eq!(classes.len(), 6, "{classes:?}");
    let expected = [
        "accounts",
        "conflict",
        "exists",
        "lane",
        "not-certified",
        "not-found",
        "not-in-charge",
        "not-the-author",
        "other-bytes",
        "outstanding",
        "own-post",
        "past",
        "state",
    ];
    assert_eq!(refusals.into_iter().collect::<Vec<_>>(), expected);
}
