//! Approving, returning, doubting (1-7, 2-2).

use super::*;

#[test]
fn a_certified_person_approves_what_they_saw() {
    let scene = submitted(Class::Routine, "おはようございます。").holds(&Duty::Review);
    let (digests, comment) = (scene.digests(), String::new());
    let event = PostEvent::Approved { by: REVIEWER, revision: 1, digests: digests.into(), comment: comment.into() };
    let approve = scene.approve();
    scene.when(REVIEWER, approve).then([event]).is_cleared();
}

#[test]
fn the_author_cannot_approve_their_own_post() {
    let scene = submitted(Class::Routine, "おはようございます。");
    let approve = scene.approve();
    scene.when(AUTHOR, approve).refused(Why::OwnPost);
}

#[test]
fn an_uncertified_person_cannot_approve() {
    let scene = submitted(Class::Routine, "おはようございます。");
    let approve = scene.approve();
    for person in [OUTSIDER, MEMBER, MANAGER] {
        scene.clone().when(person, approve.clone()).refused(Why::NotCertified);
    }
    let scene = scene.with(|scene| scene.world.suspend(REVIEWER));
    scene.when(REVIEWER, approve).refused(Why::NotCertified);
}

#[test]
fn a_job_reviews_nothing_on_a_persons_behalf() {
    let scene = submitted(Class::Routine, "[forbid]です。");
    let (approve, key) = (scene.approve(), scene.key("forbid"));
    let job = Actor::SystemFor(REVIEWER);
    let give_back = Command::Return { comment: "直す".to_owned() };
    scene
        .when_actor(job, approve)
        .refused(Why::NotInCharge)
        .when_actor(job, give_back)
        .refused(Why::NotInCharge)
        .when_actor(job, Command::Overrule { key, reason: "よい".to_owned() })
        .refused(Why::NotInCharge);
}

#[test]
fn nobody_approves_other_bytes_than_those_that_stand() {
    let earlier = submitted(Class::Routine, "おはようございます。").approve();
    let scene = submitted(Class::Routine, "こんにちは。").when(REVIEWER, earlier).refused(Why::OtherBytes);
    let nothing = Command::Approve { digests: BTreeMap::new(), comment: String::new() };
    scene.when(REVIEWER, nothing).refused(Why::OtherBytes);
}

#[test]
fn a_draft_is_not_approved_before_it_is_submitted() {
    let scene = saved(Class::Routine, "おはようございます。");
    let approve = scene.approve();
    scene.when(REVIEWER, approve).refused(Why::State);
}

#[test]
fn an_edit_after_approval_needs_a_new_approval() {
    let scene = approved(Class::Routine, "おはようございます。");
    let edit = scene.revise(Class::Routine, draft("おはようございます！"));
    let scene = scene.is_cleared().does(AUTHOR, edit);
    scene.when(AUTHOR, send()).held_by(&[Duty::Review]).does(AUTHOR, Command::Submit).approved_by(OTHER).is_cleared();
}

#[test]
fn an_edit_of_one_variant_leaves_the_other_delivery_approved() {
    let events =
        [drafted(), revised(1, Class::Routine, draft_for_two("おはよう。")), PostEvent::Submitted { revision: 1 }];
    let scene = given(events).approved_by(REVIEWER);
    let mut edited = draft_for_two("おはよう。");
    edited.deliveries[1].variant = Some("こんにちは。".to_owned());
    let edit = scene.revise(Class::Routine, edited);
    let scene = scene.does(AUTHOR, edit).is_cleared();
    let open = scene.obligations(SECOND).open().map(|o| o.duty.clone()).collect::<Vec<_>>();
    assert_eq!(open, [Duty::Review]);
}

#[test]
fn an_approval_falls_with_the_certification_of_who_gave_it() {
    let scene = approved(Class::Routine, "おはようございます。");
    for change in [World::suspend, World::leaves] {
        let scene = scene.clone().with(|scene| change(&mut scene.world, REVIEWER));
        scene.when(AUTHOR, send()).held_by(&[Duty::Review]);
    }
    scene.later(60 * 24 * 366).holds(&Duty::Review);
}

#[test]
fn a_return_needs_a_comment_and_somebody_else_than_the_author() {
    let scene = submitted(Class::Routine, "おはようございます。");
    let give_back = |comment: &str| Command::Return { comment: comment.to_owned() };
    let event = PostEvent::Returned { by: REVIEWER, revision: 1, comment: "時刻を".to_owned().into() };
    scene
        .when(REVIEWER, give_back(" "))
        .refused(Why::WordsNeeded)
        .when(AUTHOR, give_back("時刻を"))
        .refused(Why::OwnPost)
        .when(OUTSIDER, give_back("時刻を"))
        .refused(Why::NotCertified)
        .when(REVIEWER, give_back("時刻を"))
        .then([event])
        .when(REVIEWER, give_back("時刻を"))
        .refused(Why::State);
}

#[test]
fn a_return_takes_earlier_approvals_back() {
    let give_back = Command::Return { comment: "時刻が違う".to_owned() };
    let scene = approved(Class::Routine, "おはようございます。").is_cleared().does(OTHER, give_back);
    let scene = scene.when(AUTHOR, send()).held_by(&[Duty::Review]).does(AUTHOR, Command::Submit);
    scene.when(AUTHOR, send()).held_by(&[Duty::Review]).approved_by(OTHER).is_cleared();
}

fn doubt() -> Command {
    Command::RaiseDoubt { doubt: DOUBT, reason: "開始は十時では".to_owned() }
}

fn resolve() -> Command {
    Command::ResolveDoubt { doubt: DOUBT, answer: "確かめた".to_owned() }
}

#[test]
fn an_open_doubt_holds_what_is_cleared_otherwise() {
    let scene = approved(Class::Routine, "おはようございます。").is_cleared().does(OUTSIDER, doubt());
    scene.when(AUTHOR, send()).held_by(&[Duty::Doubt { doubt: DOUBT }]);
}

#[test]
fn an_open_doubt_holds_an_emergency_too() {
    hurried("使用を中止してください。")
        .does(OTHER, doubt())
        .when(AUTHOR, send())
        .held_by(&[Duty::Doubt { doubt: DOUBT }]);
}

#[test]
fn an_edit_does_not_answer_a_doubt() {
    let scene = approved(Class::Routine, "おはようございます。").does(OTHER, doubt());
    let edit = scene.revise(Class::Routine, draft("こんにちは。"));
    scene.does(AUTHOR, edit).holds(&Duty::Doubt { doubt: DOUBT });
}

#[test]
fn a_doubt_is_resolved_by_who_raised_it_or_the_committee() {
    for person in [OUTSIDER, MEMBER] {
        approved(Class::Routine, "おはよう。").does(OUTSIDER, doubt()).does(person, resolve()).is_cleared();
    }
    for person in [REVIEWER, MANAGER] {
        approved(Class::Routine, "おはよう。")
            .does(OUTSIDER, doubt())
            .when(person, resolve())
            .refused(Why::NotInCharge);
    }
}

#[test]
fn the_author_resolves_no_doubt_about_their_own_post_even_one_they_raised_or_as_a_member() {
    approved(Class::Routine, "おはよう。").does(AUTHOR, doubt()).when(AUTHOR, resolve()).refused(Why::OwnPost);
    approved(Class::Routine, "おはよう。")
        .with(|scene| {
            scene.world.people.get_mut(&AUTHOR).unwrap().roles.insert(Role::Committee);
        })
        .does(OTHER, doubt())
        .when(AUTHOR, resolve())
        .refused(Why::OwnPost);
}

#[test]
fn a_resolution_by_the_author_discharges_nothing_whatever_the_record_says() {
    let mut scene = approved(Class::Routine, "おはよう。").does(OTHER, doubt());
    scene.happened(
        Some(AUTHOR),
        PostEvent::DoubtResolved { doubt: DOUBT, by: AUTHOR, answer: "よい".to_owned().into() },
    );
    scene.holds(&Duty::Doubt { doubt: DOUBT });
}

#[test]
fn a_doubt_has_a_reason_and_its_resolution_an_answer() {
    let mute = Command::RaiseDoubt { doubt: DOUBT, reason: String::new() };
    let scene = approved(Class::Routine, "おはよう。").when(OTHER, mute).refused(Why::WordsNeeded);
    let mute = Command::ResolveDoubt { doubt: DOUBT, answer: "\n".to_owned() };
    let scene = scene.when(OTHER, resolve()).refused(Why::NotFound).does(OTHER, doubt());
    let scene = scene.when(OTHER, doubt()).refused(Why::Exists).when(OTHER, mute).refused(Why::WordsNeeded);
    scene.does(OTHER, resolve()).when(OTHER, resolve()).refused(Why::State);
}
