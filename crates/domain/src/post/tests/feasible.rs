//! What cannot be cleared when, and who is missing; against brute force: every way of sharing the parts among those who
//! are there is played through `decide` and `clearance`.

use proptest::prelude::*;

use super::*;
use crate::feasible::{Day, Missing, feasible, missing_until};

fn day(there: &[PersonId]) -> Day {
    Day { at: MORNING, there: there.iter().copied().collect() }
}

/// What is missing for a class on the page's account.
fn missing(scene: &Scene, there: &[PersonId], class: Class) -> Vec<Missing> {
    let gaps = feasible(&scene.policy, &scene.world, &[day(there)]);
    let gap = gaps.into_iter().find(|gap| gap.class == class && gap.account == PAGE);
    gap.map(|gap| gap.missing.into_iter().collect()).unwrap_or_default()
}

#[test]
fn two_certified_people_clear_a_routine_post_and_one_does_not() {
    let scene = Scene::new();
    assert_eq!(missing(&scene, &[AUTHOR, REVIEWER], Class::Routine), []);
    assert_eq!(missing(&scene, &[AUTHOR], Class::Routine), [Missing::Reviewer]);
    assert_eq!(missing(&scene, &[], Class::Routine), [Missing::Author, Missing::Publisher]);
    assert_eq!(missing(&scene, &[MEMBER, MANAGER], Class::Routine), [Missing::Author, Missing::Publisher]);
}

#[test]
fn a_delicate_text_needs_the_committee_and_an_author_who_is_a_member_does_not_count() {
    let mut scene = Scene::new();
    assert_eq!(missing(&scene, &[AUTHOR, REVIEWER], Class::Delicate), [Missing::Committee]);
    assert_eq!(missing(&scene, &[AUTHOR, REVIEWER, MEMBER], Class::Delicate), []);
    scene.world.people.get_mut(&AUTHOR).unwrap().roles.insert(Role::Committee);
    // The other one writes, and the member rules.
    assert_eq!(missing(&scene, &[AUTHOR, REVIEWER], Class::Delicate), []);
    scene.world.certifications.retain(|certification| certification.person == AUTHOR);
    assert_eq!(missing(&scene, &[AUTHOR, REVIEWER], Class::Delicate), [Missing::Reviewer, Missing::Committee]);
}

#[test]
fn the_emergency_lane_needs_two_people_whatever_its_class_asks_for() {
    let mut scene = Scene::new();
    scene.policy.classes.iter_mut().for_each(|rule| rule.requires.clear());
    assert_eq!(missing(&scene, &[AUTHOR], Class::Emergency), [Missing::Reviewer]);
    assert_eq!(missing(&scene, &[AUTHOR], Class::Routine), []);
    assert_eq!(missing(&scene, &[AUTHOR, OTHER], Class::Emergency), []);
}

#[test]
fn a_wait_of_a_day_does_not_end_on_the_day_and_a_closed_account_clears_nothing() {
    let mut scene = Scene::new();
    for (minutes, expected) in [(1439, vec![]), (1440, vec![Missing::Time])] {
        let rule = scene.policy.classes.iter_mut().find(|rule| rule.class == Class::Campaign).unwrap();
        rule.requires = vec![Requirement::CoolingOff(minutes)];
        assert_eq!(missing(&scene, &[AUTHOR, REVIEWER], Class::Campaign), expected);
    }
    scene.world.accounts.get_mut(&PAGE).unwrap().closed_at = Some(MORNING);
    assert_eq!(missing(&scene, &[AUTHOR, REVIEWER], Class::Routine), [Missing::Account]);
}

#[test]
fn a_chosen_time_lacks_whoever_is_not_there_until_then() {
    let scene = submitted(Class::Delicate, "おはようございます。")
        .does(OUTSIDER, Command::RaiseDoubt { doubt: DOUBT, reason: "本当か".to_owned() });
    let lacks = |days: &[Day], minutes: i64| {
        let (post, obligations) = (scene.post(), scene.obligations(FIRST));
        let (delivery, facts) = (&post.deliveries[&FIRST], Facts::default());
        let (policy, world, now, publisher) = (&scene.policy, &scene.world, scene.now, AUTHOR);
        let case = Case { post, delivery, publisher, policy, facts: &facts, world, now };
        missing_until(&case, &obligations, days, MORNING.plus_minutes(minutes)).into_iter().collect::<Vec<_>>()
    };
    let nobody = [Missing::Reviewer, Missing::Committee, Missing::Doubter];
    assert_eq!(lacks(&[day(&[AUTHOR])], 60), nobody);
    // Today the reviewer, tomorrow a member, who may resolve the doubt as well.
    assert_eq!(lacks(&[day(&[REVIEWER]), day(&[MEMBER])], 60), []);
    assert_eq!(lacks(&[day(&[REVIEWER, OUTSIDER])], 60), [Missing::Committee]);
}

/// Four people; what each may do is drawn.
const FOUR: [PersonId; 4] = [AUTHOR, REVIEWER, MEMBER, MANAGER];

#[derive(Debug, Clone)]
struct House {
    /// For each: write, review, publish, committee, there, manager of whom.
    people: Vec<(bool, bool, bool, bool, bool, Option<usize>)>,
    class: usize,
    requires: Vec<u8>,
}

fn house() -> impl Strategy<Value = House> {
    let often = || prop::bool::weighted(0.6);
    let person = (often(), often(), often(), prop::bool::weighted(0.3), often(), prop::option::of(0..4usize));
    (prop::collection::vec(person, 4), 0..6usize, prop::collection::vec(0..6u8, 0..4))
        .prop_map(|(people, class, requires)| House { people, class, requires })
}

impl House {
    fn class(&self) -> Class {
        Class::ALL[self.class]
    }

    fn scene(&self) -> Scene {
        let mut scene = Scene::new();
        scene.world.certifications.clear();
        for (index, (write, review, publish, committee, _, manager)) in self.people.iter().enumerate() {
            let id = FOUR[index];
            let person = scene.world.people.get_mut(&id).unwrap();
            person.roles = if *committee { BTreeSet::from([Role::Committee]) } else { BTreeSet::new() };
            person.manager = manager.map(|manager| FOUR[manager]);
            let mut certification = certified(id);
            certification.capabilities =
                [(*write, Capability::Write), (*review, Capability::Review), (*publish, Capability::Publish)]
                    .into_iter()
                    .filter_map(|(may, capability)| may.then_some(capability))
                    .collect();
            scene.world.certifications.push(certification);
        }
        let asked = |number: &u8| match number {
            0 => Requirement::Benefit,
            1 => Requirement::Sources,
            2 => Requirement::Review,
            3 => Requirement::CoolingOff(COOLING_OFF),
            4 => Requirement::Consult(Consulted::Manager),
            _ => Requirement::Consult(Consulted::Committee),
        };
        let rule = scene.policy.classes.iter_mut().find(|rule| rule.class == self.class()).unwrap();
        rule.requires = self.requires.iter().map(asked).collect();
        scene
    }

    fn there(&self) -> Vec<PersonId> {
        let there = self.people.iter().zip(FOUR).filter(|(person, _)| person.4);
        there.map(|(_, id)| id).collect()
    }
}

/// Plays a text of this author through to the intent, with these people in the other parts.
fn plays(house: &House, [author, reviewer, member, publisher]: [PersonId; 4]) -> bool {
    let mut scene = house.scene();
    let class = house.class();
    let act = |scene: &mut Scene, who, command| scene.act(Actor::Person(who), command).is_ok();
    let mut text = draft("おはようございます。");
    text.sources.push("https://asanagi.example/".to_owned());
    text.answers = "https://example.jp/1".to_owned();
    text.corrects = Some(SECOND);
    let lane = class == Class::Emergency;
    if !act(&mut scene, author, Command::Draft { post: POST, author, reply: false }) {
        return false;
    }
    let revise = Command::Revise { based_on: 0, class: if lane { Class::Routine } else { class }, draft: text };
    if !act(&mut scene, author, revise) || !act(&mut scene, author, Command::Submit) {
        return false;
    }
    // What is not possible for these people stays open, and clearance says whether that matters.
    if lane {
        act(&mut scene, author, open_lane());
        let join = scene.join_lane();
        act(&mut scene, reviewer, join);
    }
    let approve = scene.approve();
    act(&mut scene, reviewer, approve);
    for (number, with) in [(1, Consulted::Manager), (2, Consulted::Committee)] {
        if scene.obligations(FIRST).open().any(|open| open.duty == (Duty::Ruling { with })) {
            let consultation = ConsultationId(number);
            act(&mut scene, author, Command::Consult { consultation, with, question: "出してよいか".to_owned() });
            let rule = Command::Rule {
                consultation,
                verdict: Verdict::Permit,
                reason: "よい".to_owned(),
                conditions: Vec::new(),
                protected_report_considered: true,
                digests: scene.digests(),
            };
            act(&mut scene, member, rule);
        }
    }
    scene.now = scene.now.plus_minutes(COOLING_OFF.into());
    act(&mut scene, publisher, send())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing is missing exactly where some way of sharing the parts clears it.
    #[test]
    fn what_is_feasible_is_what_somebody_could_clear(house in house()) {
        let (scene, there) = (house.scene(), house.there());
        let missing = missing(&scene, &there, house.class());
        let mut parts = Vec::new();
        for author in &there {
            for reviewer in &there {
                for member in &there {
                    parts.extend(there.iter().map(|publisher| [*author, *reviewer, *member, *publisher]));
                }
            }
        }
        let cleared = parts.into_iter().any(|parts| plays(&house, parts));
        prop_assert_eq!(missing.is_empty(), cleared, "{:?}", missing);
    }
}
