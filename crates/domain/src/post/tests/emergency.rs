//! The emergency lane: two certified people open it, checks are shown, what is forbidden holds, the committee looks back.

use super::*;

const URGENT: &str = "使用を中止してください。";

fn look_back(words: &str) -> Command {
    Command::ReviewEmergency { words: words.to_owned() }
}

#[test]
fn in_an_emergency_only_forbidden_findings_hold_and_what_the_class_asks_for() {
    let text = "[answer]と[review]と[manager]と[committee]と[unchecked]。";
    let scene = hurried(text).is_cleared();
    assert_eq!(scene.obligations(FIRST).class, Class::Emergency);
    assert_eq!(scene.standing("answer"), Standing::Afterwards);
    assert_eq!(scene.standing("committee"), Standing::Afterwards);
    hurried("[forbid]です。").when(AUTHOR, send()).held_by(&[Duty::Finding { index: 0, rule: rule_of("forbid") }]);
}

#[test]
fn a_ruling_that_the_emergency_lane_itself_asks_for_holds_beside_a_finding_that_asks_for_it_too() {
    let scene = hurried("[committee]のこと。").is_cleared().with(|scene| {
        let lane = scene.policy.classes.iter_mut().find(|rule| rule.class == Class::Emergency).unwrap();
        lane.requires.push(Requirement::Consult(Consulted::Committee));
    });
    scene.when(AUTHOR, send()).held_by(&[Duty::Ruling { with: Consulted::Committee }]);
}

#[test]
fn no_finding_takes_a_text_out_of_the_emergency_lane() {
    assert_eq!(hurried("[number]と[calm]。").obligations(FIRST).class, Class::Emergency);
}

#[test]
fn a_stop_order_holds_an_emergency_too() {
    let scene = hurried(URGENT).with(|scene| scene.world.stops.push(stop(StopScope::Company)));
    scene.when(AUTHOR, send()).held_by(&[Duty::Stop { stop: STOP }]);
}

#[test]
fn no_draft_declares_itself_an_emergency() {
    let scene = saved(Class::Routine, URGENT);
    let declared = scene.revise(Class::Emergency, draft(URGENT));
    scene.when(AUTHOR, declared).refused(Why::Lane);
    // Were it on the record all the same, the heaviest class would be asked for.
    let scene = approved(Class::Emergency, "[answer]。");
    assert_eq!(scene.obligations(FIRST).class, Class::Delicate);
    scene.holds(&Duty::Ruling { with: Consulted::Committee });
}

#[test]
fn one_person_alone_opens_nothing() {
    let scene = submitted(Class::Campaign, "[answer]。").does(AUTHOR, open_lane());
    assert_eq!(scene.obligations(FIRST).class, Class::Campaign);
    let join = scene.join_lane();
    let scene = scene.when(AUTHOR, join.clone()).refused(Why::OwnPost);
    for person in [OUTSIDER, MEMBER, MANAGER] {
        scene.clone().when(person, join.clone()).refused(Why::NotCertified);
    }
    scene.clone().when_actor(Actor::SystemFor(REVIEWER), join.clone()).refused(Why::NotInCharge);
    scene.does(REVIEWER, join).is_cleared();
}

#[test]
fn only_a_certified_writer_opens_it_and_says_why() {
    let scene = submitted(Class::Routine, URGENT);
    let scene = scene.when(REVIEWER, open_lane()).refused(Why::NotTheAuthor);
    let scene = scene.when(AUTHOR, Command::OpenEmergency { reason: " ".to_owned() }).refused(Why::WordsNeeded);
    scene.clone().with(|scene| scene.world.suspend(AUTHOR)).when(AUTHOR, open_lane()).refused(Why::NotCertified);
    let join = scene.join_lane();
    let scene = scene.when(REVIEWER, join).refused(Why::State).does(AUTHOR, open_lane());
    scene.when(AUTHOR, open_lane()).refused(Why::State);
}

#[test]
fn opening_it_hands_the_text_in() {
    let scene = saved(Class::Routine, URGENT);
    let opened = PostEvent::EmergencyOpened { by: AUTHOR, reason: "発火のおそれ".to_owned().into() };
    scene.when(AUTHOR, open_lane()).then([PostEvent::Submitted { revision: 1 }, opened]);
}

#[test]
fn an_edit_shuts_the_lane_until_the_second_person_has_seen_the_new_words() {
    let scene = hurried("[answer]。").is_cleared();
    let edit = scene.revise(Class::Routine, draft("[answer]です。"));
    let scene = scene.does(AUTHOR, edit);
    assert_eq!(scene.obligations(FIRST).class, Class::Routine);
    let scene = scene.holds(&Duty::Review).does(AUTHOR, Command::Submit);
    let stale = Command::JoinEmergency { digests: BTreeMap::from([(FIRST, Digest(BlobId::of(b"seen before")))]) };
    let scene = scene.when(REVIEWER, stale).refused(Why::OtherBytes);
    let join = scene.join_lane();
    scene.does(REVIEWER, join).is_cleared();
}

#[test]
fn a_second_person_who_may_no_longer_review_shuts_the_lane() {
    let scene = hurried("[answer]。").is_cleared().with(|scene| scene.world.suspend(REVIEWER));
    assert_eq!(scene.obligations(FIRST).class, Class::Routine);
    let scene = hurried("[answer]。").is_cleared().with(|scene| scene.world.leaves(AUTHOR));
    assert_eq!(scene.obligations(FIRST).class, Class::Routine);
}

#[test]
fn giving_the_post_back_shuts_the_lane() {
    let scene = hurried("[answer]。").is_cleared().does(OTHER, Command::Return { comment: "急ぎではない".to_owned() });
    assert_eq!(scene.obligations(FIRST).class, Class::Routine);
    let join = scene.join_lane();
    let scene = scene.does(AUTHOR, Command::Submit).when(REVIEWER, join).refused(Why::State);
    scene.does(AUTHOR, open_lane());
}

#[test]
fn what_left_through_the_lane_is_owed_a_review_by_the_committee() {
    let scene = hurried(URGENT).when(MEMBER, look_back("早すぎる")).refused(Why::State).does(AUTHOR, send());
    assert_eq!(scene.post().emergencies[0].used, Some(MORNING));
    for person in [AUTHOR, REVIEWER, MANAGER, OUTSIDER] {
        scene.clone().when(person, look_back("よい")).refused(Why::NotInCharge);
    }
    let member = |person| {
        scene.clone().with(|scene| {
            scene.world.people.get_mut(&person).unwrap().roles.insert(Role::Committee);
        })
    };
    member(AUTHOR).when(AUTHOR, look_back("よい")).refused(Why::OwnPost);
    member(REVIEWER).when(REVIEWER, look_back("よい")).refused(Why::OwnPost);
    let scene = scene.when(MEMBER, look_back("")).refused(Why::WordsNeeded).does(MEMBER, look_back("型番に誤りなし"));
    assert!(!scene.post().emergencies[0].is_owed_a_review());
    scene.when(MEMBER, look_back("もう一度")).refused(Why::State);
}

#[test]
fn what_left_by_the_common_way_owes_no_review() {
    let scene = approved(Class::Routine, URGENT).does(AUTHOR, open_lane()).does(AUTHOR, send());
    assert!(scene.post().emergencies.iter().all(|lane| !lane.is_owed_a_review()));
}
