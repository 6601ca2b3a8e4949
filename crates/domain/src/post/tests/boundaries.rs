//! The small types at the border: ids, actors, items, bindings, classes, and the folding of the smaller nouns.

use super::*;
use crate::{
    account::AccountEvent,
    certification::CertificationEvent,
    people::PersonEvent,
    policy::{Circumstances, Voice},
    stop::StopEvent,
};

#[test]
fn an_id_is_32_lower_case_hexadecimal_digits_and_nothing_else() {
    let id = PostId(0xabc);
    assert_eq!(id.to_string().parse::<PostId>(), Ok(id));
    for text in ["", "abc", &"g".repeat(32), &"A".repeat(32), &"0".repeat(33), &format!("+{}", "0".repeat(31))] {
        assert!(text.parse::<PostId>().is_err(), "{text}");
    }
    let blob = BlobId::of(b"x");
    assert_eq!(blob.to_string().parse::<BlobId>(), Ok(blob));
    for text in ["", &"A".repeat(64), &"é".repeat(32), &"0".repeat(65)] {
        assert!(text.parse::<BlobId>().is_err(), "{text}");
    }
}

#[test]
fn an_actor_is_written_as_it_is_read() {
    for actor in [Actor::Person(AUTHOR), Actor::SystemFor(AUTHOR), Actor::System] {
        assert_eq!(actor.to_string().parse::<Actor>(), Ok(actor));
    }
    for text in ["", "person", "person:", "robot:00000000000000000000000000000001", "system:x"] {
        assert!(text.parse::<Actor>().is_err(), "{text}");
    }
}

#[test]
fn an_item_is_written_as_it_is_read() {
    for item in [ItemId::new(0, 0), ItemId::new(1, 0), ItemId::new(1, 10), ItemId::new(2, 9)] {
        assert_eq!(item.to_string().parse::<ItemId>(), Ok(item));
    }
    for text in ["", "-", "1-", "-4", "1-4-1", "a", "1-+4", "1-256", "１-４"] {
        assert!(text.parse::<ItemId>().is_err(), "{text}");
    }
}

fn every_circumstance() -> impl Iterator<Item = Circumstances> {
    let voices = [Voice::Official, Voice::Personal];
    voices.into_iter().flat_map(|voice| {
        Class::ALL.into_iter().flat_map(move |class| [true, false].map(|reply| Circumstances { voice, class, reply }))
    })
}

#[test]
fn two_bindings_overlap_exactly_where_some_circumstance_satisfies_both() {
    let classes = [None, Some(vec![Class::Reply]), Some(vec![Class::Campaign, Class::Reply])];
    let speakers = [None, Some(Voice::Official), Some(Voice::Personal)];
    let mut whens = Vec::new();
    for class in &classes {
        for speaker in speakers {
            for reply in [None, Some(true), Some(false)] {
                whens.push(When { speaker, class: class.clone(), reply });
            }
        }
    }
    for one in &whens {
        for other in &whens {
            let both = every_circumstance().any(|c| one.holds(c) && other.holds(c));
            assert_eq!(one.overlaps(other), both, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn a_class_is_raised_and_never_lowered_and_the_emergency_lane_is_apart() {
    use Class::{Campaign, Delicate, Emergency, Fix, Reply, Routine};
    for light in [Reply, Routine, Fix] {
        assert_eq!(light.raised_to(Campaign), Campaign);
        assert_eq!(Campaign.raised_to(light), Campaign);
        assert_eq!(light.raised_to(Routine), light);
    }
    assert_eq!(Campaign.raised_to(Delicate), Delicate);
    assert_eq!(Delicate.raised_to(Campaign), Delicate);
    for class in Class::ALL {
        assert_eq!(Emergency.raised_to(class), Emergency);
        assert_eq!(class.raised_to(Emergency), class);
    }
}

#[test]
fn a_revocation_is_final_whatever_follows_it() {
    let granted = || CertificationEvent::Granted {
        certification: CertificationId(1),
        number: 1,
        person: AUTHOR,
        accounts: BTreeSet::from([PAGE]),
        capabilities: BTreeSet::from([Capability::Write]),
        from: MORNING,
        until: MORNING.plus_minutes(10),
    };
    let revoked = CertificationEvent::Revoked { reason: Private::Erased };
    let mut certification = None;
    let suspended = CertificationEvent::Suspended { reason: Private::Erased };
    for event in [granted(), revoked, CertificationEvent::Reinstated {}, suspended, granted()] {
        certification = Certification::evolve(certification, &event);
    }
    assert_eq!(certification.unwrap().state, CertificationState::Revoked);
    assert_eq!(Certification::evolve(None, &CertificationEvent::Reinstated {}), None);
}

#[test]
fn what_began_once_does_not_begin_again() {
    let ordered = |scope| StopEvent::Ordered { stop: STOP, scope, by: MEMBER, reason: Private::Erased };
    let stop = Stop::evolve(None, &ordered(StopScope::Company), MORNING);
    let again = Stop::evolve(stop.clone(), &ordered(StopScope::Account(HAND)), MORNING);
    assert_eq!(again, stop);

    let (medium, channel, account) = (Medium::X, Channel::ByHand, PAGE);
    let registered = AccountEvent::Registered { account, medium, channel, details: Private::Erased };
    let closed =
        Account::evolve(Account::evolve(None, &registered, Timestamp(0)), &AccountEvent::Closed {}, Timestamp(1));
    assert_eq!(Account::evolve(closed.clone(), &registered, Timestamp(2)), closed);

    let added = PersonEvent::Added {
        person: AUTHOR,
        kind: PersonKind::Employee,
        roles: BTreeSet::from([Role::Operator]),
        manager: None,
        language: Language::Ja,
        names: Private::Erased,
    };
    let left = Person::evolve(Person::evolve(None, &added, MORNING), &PersonEvent::Left {}, MORNING);
    assert_eq!(Person::evolve(left.clone(), &added, MORNING), left);
}

#[test]
fn a_refusal_names_the_command_and_the_state() {
    let refusal = saved(Class::Routine, "おはよう。").decide(Actor::Person(OUTSIDER), Command::Submit).unwrap_err();
    assert_eq!(refusal.to_string(), "`submit` is not possible for a post that is draft: NotTheAuthor");
}

#[test]
fn somebody_is_there_on_their_days_and_not_while_on_leave() {
    let added = PersonEvent::Added {
        person: AUTHOR,
        kind: PersonKind::Employee,
        roles: BTreeSet::new(),
        manager: None,
        language: Language::Ja,
        names: Private::Erased,
    };
    let person = Person::evolve(None, &added, MORNING);
    let there = |person: &Option<Person>, weekday| person.as_ref().unwrap().is_there(weekday, MORNING);
    assert!(there(&person, Weekday::Friday) && !there(&person, Weekday::Sunday), "Monday to Friday until they say so");
    let days = PersonEvent::DutyDaysSet { days: BTreeSet::from([Weekday::Sunday]).into() };
    let person = Person::evolve(person, &days, MORNING);
    assert!(!there(&person, Weekday::Friday) && there(&person, Weekday::Sunday));
    let leave = PersonEvent::LeaveEntered { leave: Leave { from: MORNING, until: MORNING.plus_minutes(1) }.into() };
    let person = Person::evolve(person, &leave, MORNING);
    assert!(!there(&person, Weekday::Sunday));
    assert!(person.as_ref().unwrap().is_there(Weekday::Sunday, MORNING.plus_minutes(1)));
    assert!(!there(&Person::evolve(person, &PersonEvent::Left {}, MORNING), Weekday::Sunday));
}
