//! What a text must have to be cleared: class, fields, time, rights, checks (1-3, 1-7, 2, 2-1, 2-2, 2-7).

use super::*;
use crate::post::content::{Consent, Picture, Rights, RightsBasis};

#[test]
fn good_morning_needs_one_review_and_nothing_else() {
    submitted(Class::Routine, "おはようございます。")
        .when(AUTHOR, send())
        .held_by(&[Duty::Review])
        .approved_by(REVIEWER)
        .is_cleared();
}

#[test]
fn a_campaign_needs_a_benefit_sources_a_review_and_time() {
    let mut bare = draft("三割引です。");
    bare.benefit.clear();
    let scene = given([drafted(), revised(1, Class::Campaign, bare)]);
    let until = MORNING.plus_minutes(COOLING_OFF.into());
    let scene =
        scene.when(AUTHOR, send()).held_by(&[Duty::Benefit, Duty::Sources, Duty::Review, Duty::CoolingOff { until }]);
    let mut full = draft("三割引です。");
    full.sources.push("https://asanagi.example/sale".to_owned());
    let edit = scene.revise(Class::Campaign, full);
    let scene = scene.does(AUTHOR, edit).does(AUTHOR, Command::Submit).approved_by(REVIEWER);
    let scene = scene.later(i64::from(COOLING_OFF) - 1).when(AUTHOR, send()).held_by(&[Duty::CoolingOff { until }]);
    scene.later(1).is_cleared();
}

#[test]
fn cooling_off_starts_again_with_every_change_of_the_words() {
    let mut sourced = draft("三割引です。");
    sourced.sources.push("https://asanagi.example/sale".to_owned());
    let scene = given([drafted(), revised(1, Class::Campaign, sourced.clone())]).later(COOLING_OFF.into());
    let same = scene.revise(Class::Campaign, sourced.clone());
    let scene = scene.does(AUTHOR, same);
    assert_eq!(scene.open_duties(), [Duty::Review], "a save without a change starts nothing");
    sourced.text.push('！');
    let edit = scene.revise(Class::Campaign, sourced);
    let until = scene.now.plus_minutes(COOLING_OFF.into());
    scene.does(AUTHOR, edit).holds(&Duty::CoolingOff { until });
}

#[test]
fn a_finding_raises_the_class_and_brings_its_requirements() {
    let scene = submitted(Class::Routine, "売上は[number]倍です。");
    assert_eq!(scene.obligations(FIRST).class, Class::Campaign);
    assert!(scene.open_duties().contains(&Duty::Sources));
}

#[test]
fn a_finding_never_lowers_the_class() {
    assert_eq!(saved(Class::Delicate, "[number]と[calm]。").obligations(FIRST).class, Class::Delicate);
    assert_eq!(saved(Class::Campaign, "[calm]。").obligations(FIRST).class, Class::Campaign);
    assert_eq!(saved(Class::Fix, "[calm]。").obligations(FIRST).class, Class::Fix);
}

#[test]
fn an_overruled_finding_raises_nothing_while_its_overruling_stands() {
    let scene = submitted(Class::Routine, "[politics]です。");
    assert_eq!(scene.obligations(FIRST).class, Class::Delicate);
    let key = scene.key("politics");
    let scene = scene.does(REVIEWER, Command::Overrule { key, reason: "店の名前です".to_owned() });
    assert_eq!(scene.obligations(FIRST).class, Class::Routine);
    let scene = scene.with(|scene| scene.world.suspend(REVIEWER));
    assert_eq!(scene.obligations(FIRST).class, Class::Delicate);
}

#[test]
fn an_overruling_does_not_discharge_what_a_later_policy_sends_to_the_committee() {
    let scene = approved(Class::Routine, "[forbid]です。");
    let key = scene.key("forbid");
    let scene = scene.does(REVIEWER, Command::Overrule { key, reason: "よい".to_owned() }).is_cleared();
    let scene = scene.with(|scene| {
        let binding = scene.policy.bindings.iter_mut().find(|binding| binding.rule == rule_of("forbid")).unwrap();
        binding.strength = Strength::Consult;
        binding.consult = Some(Consulted::Committee);
    });
    assert_eq!(scene.standing("forbid"), Standing::Open);
}

#[test]
fn a_text_of_the_class_reply_counts_as_a_reply() {
    let scene = saved(Class::Reply, "[note]。").with(|scene| scene.policy.bindings[0].when.reply = Some(true));
    assert_eq!(scene.standing("note"), Standing::Shown);
    assert!(scene.post().is_reply());
    let edit = scene.revise(Class::Routine, draft("[note]。"));
    let scene = scene.does(AUTHOR, edit);
    assert!(scene.obligations(FIRST).findings.is_empty(), "the binding counts for replies only");
}

#[test]
fn an_answer_to_words_that_are_gone_is_no_source_for_what_stands_there_now() {
    let scene = saved(Class::Campaign, "[answer]だそうです。");
    let key = scene.key("answer");
    let scene = scene.holds(&Duty::Sources).does(AUTHOR, Command::Answer { key, evidence: evidence() });
    assert!(!scene.open_duties().contains(&Duty::Sources), "an answer with a source is one");
    let edit = scene.revise(Class::Campaign, draft("売上は二倍です。"));
    scene.does(AUTHOR, edit).holds(&Duty::Sources);
}

#[test]
fn no_finding_takes_a_text_into_the_emergency_lane() {
    let scene = saved(Class::Routine, "[calm]。").with(|scene| {
        scene.policy.bindings.iter_mut().for_each(|binding| binding.raises = Some(Class::Emergency));
    });
    assert_eq!(scene.obligations(FIRST).class, Class::Routine);
}

#[test]
fn a_reply_names_what_it_answers_and_a_fix_what_it_mends() {
    let scene = saved(Class::Reply, "承知しました。");
    let named = Draft { answers: "https://example.jp/1".to_owned(), ..draft("承知しました。") };
    let edit = scene.holds(&Duty::Occasion).revise(Class::Reply, named);
    saved(Class::Reply, "承知しました。").does(AUTHOR, edit).is_cleared();
    // Words for the one are none for the other.
    let scene = saved(Class::Fix, "「機能」を「昨日」に直しました。");
    let other = Draft { answers: "https://example.jp/1".to_owned(), ..draft("直しました。") };
    let edit = scene.holds(&Duty::Occasion).revise(Class::Fix, other);
    let scene = saved(Class::Fix, "直しました。").does(AUTHOR, edit).holds(&Duty::Occasion);
    let named = scene.revise(Class::Fix, Draft { corrects: Some(SECOND), ..draft("直しました。") });
    assert_eq!(scene.does(AUTHOR, named).open_duties(), [Duty::Review]);
}

#[test]
fn a_rule_that_could_not_look_holds() {
    let rule = rule_of("unchecked");
    approved(Class::Routine, "[unchecked]。").when(AUTHOR, send()).held_by(&[Duty::Unchecked { rule }]);
}

#[test]
fn a_text_that_nobody_inspected_holds() {
    let scene = approved(Class::Routine, "おはようございます。");
    scene.with(|scene| scene.blind.extend([FIRST])).when(AUTHOR, send()).refused(Why::Outstanding(Vec::new()));
}

#[test]
fn a_text_that_the_medium_would_not_take_holds() {
    let misfit = Misfit::TooLong { counted: 281, limit: 280 };
    let scene = approved(Class::Routine, "おはよう。").with(|scene| scene.misfit = Some(misfit.clone()));
    scene.when(AUTHOR, send()).held_by(&[Duty::Fit(misfit)]);
}

#[test]
fn an_empty_text_holds() {
    approved(Class::Routine, " \u{3000}\n").when(AUTHOR, send()).held_by(&[Duty::Content]);
}

#[test]
fn a_picture_needs_rights_that_have_not_run_out() {
    let rights = Rights {
        basis: RightsBasis::Licence,
        evidence: "CC BY 4.0".to_owned(),
        until: Some(MORNING.plus_minutes(10)),
        consent: Consent::NobodyRecognisable,
    };
    let picture =
        |rights| Picture { blob: BlobId::of(b"p"), media_type: "image/png".to_owned(), alt: "海".to_owned(), rights };
    let mut pictured = draft("夏です。");
    pictured.pictures = vec![picture(Some(rights.clone())), picture(None)];
    let submit = PostEvent::Submitted { revision: 1 };
    let scene = given([drafted(), revised(1, Class::Routine, pictured.clone()), submit.clone()]).approved_by(REVIEWER);
    scene.when(AUTHOR, send()).held_by(&[Duty::Rights { picture: 1 }]);
    pictured.pictures.truncate(1);
    let scene = given([drafted(), revised(1, Class::Routine, pictured.clone()), submit.clone()]).approved_by(REVIEWER);
    scene.is_cleared().later(10).when(AUTHOR, send()).held_by(&[Duty::Rights { picture: 0 }]);
    pictured.pictures = vec![picture(Some(Rights { evidence: " ".to_owned(), ..rights }))];
    let scene = given([drafted(), revised(1, Class::Routine, pictured), submit]).approved_by(REVIEWER);
    scene.when(AUTHOR, send()).held_by(&[Duty::Rights { picture: 0 }]);
}

#[test]
fn a_stop_order_holds_its_account_and_only_that() {
    let scene = approved(Class::Routine, "おはようございます。");
    let on = |scope| scene.clone().with(|scene| scene.world.stops.push(stop(scope)));
    on(StopScope::Company).when(AUTHOR, send()).held_by(&[Duty::Stop { stop: STOP }]);
    on(StopScope::Account(PAGE)).when(AUTHOR, send()).held_by(&[Duty::Stop { stop: STOP }]);
    on(StopScope::Account(HAND)).is_cleared();
    let lifted = on(StopScope::Company).with(|scene| {
        scene.world.stops[0].lifted = Some(Lifting { by: MEMBER, at: MORNING, reason: "済んだ".to_owned().into() });
    });
    lifted.is_cleared();
}

#[test]
fn a_clock_that_is_behind_the_record_holds() {
    let scene = approved(Class::Routine, "おはようございます。").with(|scene| scene.world.clock_behind = true);
    scene.when(AUTHOR, send()).held_by(&[Duty::Clock]);
}

#[test]
fn an_account_that_was_closed_or_is_not_registered_holds() {
    let scene = approved(Class::Routine, "おはようございます。");
    let closed =
        scene.clone().with(|scene| scene.world.accounts.get_mut(&PAGE).unwrap().closed_at = Some(Timestamp(0)));
    closed.when(AUTHOR, send()).held_by(&[Duty::Account]);
    scene.with(|scene| drop(scene.world.accounts.remove(&PAGE))).when(AUTHOR, send()).held_by(&[Duty::Account]);
}

#[test]
fn a_certification_that_lapsed_was_suspended_or_revoked_holds_at_sending() {
    let certification = |capability| Duty::Certification { person: AUTHOR, capability };
    let both = [certification(Capability::Write), certification(Capability::Publish)];
    let scene = approved(Class::Routine, "おはようございます。").is_cleared();
    for state in [CertificationState::Suspended, CertificationState::Revoked] {
        let scene = scene.clone().with(|scene| scene.world.certifications[0].state = state);
        scene.when(AUTHOR, send()).held_by(&both);
    }
    let lapsed = scene.clone().with(|scene| scene.world.certifications[0].until = MORNING);
    lapsed.when(AUTHOR, send()).held_by(&both);
    let later = scene.clone().with(|scene| scene.world.certifications[0].from = MORNING.plus_minutes(1));
    later.when(AUTHOR, send()).held_by(&both);
    let elsewhere = scene.with(|scene| scene.world.certifications[0].accounts.retain(|account| *account != PAGE));
    elsewhere.when(AUTHOR, send()).held_by(&both);
}

#[test]
fn somebody_who_left_sends_nothing_and_nothing_of_theirs_is_sent() {
    let scene = approved(Class::Routine, "おはようございます。").with(|scene| scene.world.leaves(AUTHOR));
    let write = Duty::Certification { person: AUTHOR, capability: Capability::Write };
    scene.when(REVIEWER, send()).held_by(&[write]);
}

#[test]
fn who_sends_needs_the_right_to_publish() {
    let scene = approved(Class::Routine, "おはようございます。");
    let publish = Duty::Certification { person: OUTSIDER, capability: Capability::Publish };
    scene.clone().when(OUTSIDER, send()).held_by(&[publish]);
    scene.when(OTHER, send()).succeeds();
}
