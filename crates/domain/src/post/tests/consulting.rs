//! Consulting the manager or the committee, rulings and their conditions (1-9, 2-4).

use super::*;

fn committee_ruling() -> Duty {
    Duty::Ruling { with: Consulted::Committee }
}

/// Approved, politics aside: only the committee's word is missing.
fn asked(with: Consulted) -> Scene {
    approved(Class::Routine, "おはようございます。").is_cleared().does(REVIEWER, consult(with))
}

#[test]
fn a_question_holds_the_post_until_it_is_ruled_on() {
    let scene = asked(Consulted::Committee);
    let scene = scene.when(AUTHOR, send()).held_by(&[committee_ruling()]);
    let permit = scene.rule(Verdict::Permit, &[]);
    scene.does(MEMBER, permit).is_cleared();
}

#[test]
fn a_question_has_words_and_is_asked_once() {
    let mute = Command::Consult { consultation: QUESTION, with: Consulted::Manager, question: " ".to_owned() };
    let scene = saved(Class::Routine, "おはよう。").when(AUTHOR, mute).refused(Why::WordsNeeded);
    let scene = scene.does(AUTHOR, consult(Consulted::Manager));
    scene.when(AUTHOR, consult(Consulted::Manager)).refused(Why::Exists);
}

#[test]
fn one_member_of_the_committee_rules_and_nobody_else() {
    let scene = asked(Consulted::Committee);
    let permit = scene.rule(Verdict::Permit, &[]);
    for person in [REVIEWER, MANAGER, OUTSIDER] {
        scene.clone().when(person, permit.clone()).refused(Why::NotInCharge);
    }
    scene.when(MEMBER, permit).succeeds();
}

#[test]
fn an_author_who_is_a_member_does_not_rule_on_their_own_post() {
    let scene = asked(Consulted::Committee).with(|scene| {
        scene.world.people.get_mut(&AUTHOR).unwrap().roles.insert(Role::Chair);
    });
    let permit = scene.rule(Verdict::Permit, &[]);
    scene.when(AUTHOR, permit).refused(Why::OwnPost);
}

#[test]
fn a_job_rules_on_nothing() {
    let scene = asked(Consulted::Committee);
    let permit = scene.rule(Verdict::Permit, &[]);
    scene.when_actor(Actor::SystemFor(MEMBER), permit).refused(Why::NotInCharge);
}

#[test]
fn the_managers_question_is_ruled_on_by_the_manager_their_deputy_or_the_committee() {
    let scene = asked(Consulted::Manager);
    let permit = scene.rule(Verdict::Permit, &[]);
    for person in [MANAGER, MEMBER] {
        scene.clone().does(person, permit.clone()).is_cleared();
    }
    let scene = scene.when(DEPUTY, permit.clone()).refused(Why::NotInCharge).with(|scene| {
        let (from, until) = (MORNING, MORNING.plus_minutes(60));
        let manager = scene.world.people.get_mut(&MANAGER).unwrap();
        manager.deputies.push(Deputy { person: DEPUTY, from, until });
    });
    scene.clone().later(60).when(DEPUTY, permit.clone()).refused(Why::NotInCharge);
    scene.does(DEPUTY, permit).is_cleared();
}

#[test]
fn a_ruling_asks_first_whether_this_could_be_a_protected_report() {
    let scene = asked(Consulted::Committee);
    let Command::Rule { consultation, verdict, reason, conditions, digests, .. } = scene.rule(Verdict::Refuse, &[])
    else {
        unreachable!()
    };
    let protected_report_considered = false;
    let unasked = Command::Rule { consultation, verdict, reason, conditions, protected_report_considered, digests };
    scene.when(MEMBER, unasked).refused(Why::ProtectedReportNotConsidered);
}

#[test]
fn a_ruling_gives_its_reason_once_and_about_these_bytes() {
    let scene = asked(Consulted::Committee);
    let earlier = scene.rule(Verdict::Permit, &[]);
    let edit = scene.revise(Class::Routine, draft("こんにちは。"));
    let scene = scene.does(AUTHOR, edit).when(MEMBER, earlier).refused(Why::OtherBytes);
    let mut mute = scene.rule(Verdict::Permit, &[]);
    if let Command::Rule { reason, .. } = &mut mute {
        reason.clear();
    }
    let permit = scene.rule(Verdict::Permit, &[]);
    let scene = scene.when(MEMBER, mute).refused(Why::WordsNeeded).does(MEMBER, permit.clone());
    scene.when(MEMBER, permit).refused(Why::State);
}

#[test]
fn a_refusal_holds_and_a_new_question_may_change_it() {
    let scene = asked(Consulted::Committee);
    let refuse = scene.rule(Verdict::Refuse, &[]);
    let scene = scene.does(MEMBER, refuse).later(5).when(AUTHOR, send()).held_by(&[committee_ruling()]);
    let again = ConsultationId(0xc1);
    let question = "表現を和らげてよいか".to_owned();
    let scene = scene.does(AUTHOR, Command::Consult { consultation: again, with: Consulted::Committee, question });
    let mut permit = scene.rule(Verdict::Permit, &[]);
    if let Command::Rule { consultation, .. } = &mut permit {
        *consultation = again;
    }
    scene.later(5).does(MEMBER, permit).is_cleared();
}

#[test]
fn a_question_that_waits_holds_beside_an_earlier_permission() {
    let scene = asked(Consulted::Committee);
    let permit = scene.rule(Verdict::Permit, &[]);
    let again = ConsultationId(0xc1);
    let question = "新しい事情がある".to_owned();
    let scene = scene.does(MEMBER, permit).is_cleared().later(5);
    let scene = scene.does(OTHER, Command::Consult { consultation: again, with: Consulted::Committee, question });
    scene.when(AUTHOR, send()).held_by(&[committee_ruling()]);
}

#[test]
fn of_two_rulings_in_the_same_microsecond_the_refusal_counts() {
    let again = ConsultationId(0xc1);
    let question = "二つ目".to_owned();
    let scene = asked(Consulted::Committee)
        .does(OTHER, Command::Consult { consultation: again, with: Consulted::Committee, question });
    let refuse = scene.rule(Verdict::Refuse, &[]);
    let mut permit = scene.rule(Verdict::Permit, &[]);
    if let Command::Rule { consultation, .. } = &mut permit {
        *consultation = again;
    }
    let scene = scene.later(1);
    scene.clone().does(MEMBER, permit.clone()).does(MEMBER, refuse.clone()).holds(&committee_ruling());
    scene.does(MEMBER, refuse).does(MEMBER, permit).holds(&committee_ruling());
}

#[test]
fn an_edit_after_a_ruling_needs_a_new_ruling() {
    let scene = asked(Consulted::Committee);
    let permit = scene.rule(Verdict::Permit, &[]);
    let scene = scene.does(MEMBER, permit);
    let edit = scene.revise(Class::Routine, draft("こんにちは。"));
    scene.does(AUTHOR, edit).holds(&committee_ruling());
}

#[test]
fn the_conditions_of_a_ruling_become_obligations_of_the_author() {
    let scene = asked(Consulted::Committee);
    let permit = scene.rule(Verdict::Permit, &["連絡先を添える", " ", "夕方以降に出す"]);
    let condition = |condition| Duty::Condition { consultation: QUESTION, condition };
    let meet = |condition| Command::MeetCondition { consultation: QUESTION, condition, evidence: evidence() };
    let scene = scene.does(MEMBER, permit).when(AUTHOR, send()).held_by(&[condition(0), condition(1)]);
    scene
        .when(REVIEWER, meet(0))
        .refused(Why::NotTheAuthor)
        .when(AUTHOR, meet(2))
        .refused(Why::NotFound)
        .does(AUTHOR, meet(0))
        .when(AUTHOR, send())
        .held_by(&[condition(1)])
        .does(AUTHOR, meet(1))
        .is_cleared();
}

#[test]
fn a_condition_is_met_by_the_writer_who_brought_the_evidence() {
    let scene = asked(Consulted::Committee);
    let edit = scene.revise(Class::Routine, draft("おはようございます、皆さま。"));
    let scene = scene.does(OTHER, edit);
    let permit = scene.rule(Verdict::Permit, &["連絡先を添える"]);
    let meet = Command::MeetCondition { consultation: QUESTION, condition: 0, evidence: evidence() };
    let scene = scene.does(MEMBER, permit).does(OTHER, meet);
    let met = scene.obligations(FIRST).all.into_iter().find(|o| matches!(o.duty, Duty::Condition { .. })).unwrap();
    assert_eq!(met.standing, Standing::Discharged { by: OTHER, at: MORNING });
}

#[test]
fn a_condition_whose_evidence_was_erased_is_open_again() {
    let scene = asked(Consulted::Committee);
    let permit = scene.rule(Verdict::Permit, &["連絡先を添える"]);
    let mut scene = scene.does(MEMBER, permit);
    let (consultation, condition) = (QUESTION, 0);
    scene.happened(Some(AUTHOR), PostEvent::ConditionMet { consultation, condition, evidence: Private::Erased });
    scene.holds(&Duty::Condition { consultation, condition });
}

#[test]
fn a_ruling_whose_conditions_were_erased_permits_nothing_more() {
    let mut scene = asked(Consulted::Committee);
    let digests = scene.digests();
    scene.happened(
        Some(MEMBER),
        PostEvent::Ruled {
            consultation: QUESTION,
            by: MEMBER,
            verdict: Verdict::Permit,
            protected_report_considered: true,
            digests: digests.into(),
            reason: Private::Erased,
            conditions: Private::Erased,
        },
    );
    scene.holds(&committee_ruling());
}

#[test]
fn a_finding_that_asks_for_the_committee_is_discharged_by_its_ruling_alone() {
    let scene = approved(Class::Routine, "[committee]のこと。");
    let finding = Duty::Finding { index: 0, rule: rule_of("committee") };
    let scene = scene.when(AUTHOR, send()).held_by(std::slice::from_ref(&finding));
    let scene = scene.does(AUTHOR, consult(Consulted::Manager));
    let permit = scene.rule(Verdict::Permit, &[]);
    // The manager's word does not serve for the committee's.
    let scene = scene.does(MANAGER, permit).when(AUTHOR, send()).held_by(&[finding]);
    let again = ConsultationId(0xc1);
    let question = "出してよいか".to_owned();
    let scene = scene.does(AUTHOR, Command::Consult { consultation: again, with: Consulted::Committee, question });
    let mut permit = scene.rule(Verdict::Permit, &[]);
    if let Command::Rule { consultation, .. } = &mut permit {
        *consultation = again;
    }
    let scene = scene.later(1).does(MEMBER, permit).is_cleared();
    assert!(matches!(scene.standing("committee"), Standing::Discharged { by: MEMBER, .. }));
}

#[test]
fn the_committees_word_serves_for_the_managers() {
    let scene = approved(Class::Routine, "[manager]のこと。").does(AUTHOR, consult(Consulted::Committee));
    let permit = scene.rule(Verdict::Permit, &[]);
    scene.does(MEMBER, permit).is_cleared();
}
