//! Drafting, revising, answering, dismissing, overruling, submitting, abandoning (1-7, 1-8, 2-2).

use super::*;

fn begin(author: PersonId) -> Command {
    Command::Draft { post: POST, author, reply: false }
}

#[test]
fn a_certified_person_begins_a_post_in_their_own_name() {
    Scene::new().when(AUTHOR, begin(AUTHOR)).then([drafted()]);
}

#[test]
fn nobody_begins_a_post_in_another_persons_name() {
    Scene::new().when(REVIEWER, begin(AUTHOR)).refused(Why::NotTheAuthor);
}

#[test]
fn somebody_without_a_certification_begins_no_post() {
    Scene::new().when(OUTSIDER, begin(OUTSIDER)).refused(Why::NotCertified);
}

#[test]
fn somebody_who_left_begins_no_post() {
    Scene::new().with(|scene| scene.world.leaves(AUTHOR)).when(AUTHOR, begin(AUTHOR)).refused(Why::NotCertified);
}

#[test]
fn a_post_begins_once() {
    given([drafted()]).when(AUTHOR, begin(AUTHOR)).refused(Why::Exists);
}

#[test]
fn nothing_can_be_done_with_a_post_that_is_missing() {
    Scene::new().when(AUTHOR, Command::Submit).refused(Why::NotFound);
}

#[test]
fn saving_counts_revisions() {
    let command = saved(Class::Routine, "おはようございます。").revise(Class::Fix, draft("こんにちは。"));
    saved(Class::Routine, "おはようございます。").when(AUTHOR, command).then([revised(
        2,
        Class::Fix,
        draft("こんにちは。"),
    )]);
}

#[test]
fn two_who_save_at_once_are_told_and_nothing_is_overwritten() {
    let command = Command::Revise { based_on: 0, class: Class::Routine, draft: draft("こんにちは。") };
    let scene = saved(Class::Routine, "おはようございます。")
        .when(AUTHOR, command)
        .refused(Why::Conflict { seen: 0, current: 1 });
    assert_eq!(scene.post().draft_kept().unwrap().text, "おはようございます。");
}

#[test]
fn a_certified_colleague_writes_along_and_clears_nothing_of_it() {
    let scene = approved(Class::Routine, "おはようございます。");
    let edit = scene.revise(Class::Routine, draft("こんにちは。"));
    let scene = scene.does(REVIEWER, edit).does(REVIEWER, Command::Submit);
    let approve = scene.approve();
    let scene = scene.when(REVIEWER, approve.clone()).refused(Why::OwnPost).when(AUTHOR, approve).refused(Why::OwnPost);
    // Not even what they approved before, once the words are those again.
    let back = scene.revise(Class::Routine, draft("おはようございます。"));
    let scene = scene.does(AUTHOR, back).holds(&Duty::Review);
    scene.does(AUTHOR, Command::Submit).approved_by(OTHER).is_cleared();
}

#[test]
fn somebody_uncertified_changes_no_words_and_drops_no_account() {
    let scene = saved(Class::Routine, "おはようございます。");
    let mut nowhere = draft("こんにちは。");
    nowhere.deliveries.clear();
    for edited in [draft("こんにちは。"), nowhere.clone()] {
        let command = scene.revise(Class::Routine, edited);
        scene.clone().when(OUTSIDER, command).refused(Why::NotCertified);
    }
    let elsewhere = scene.clone().with(|scene| scene.world.certifications[1].accounts = BTreeSet::from([HAND]));
    let command = scene.revise(Class::Routine, nowhere.clone());
    elsewhere.when(REVIEWER, command).refused(Why::NotCertified);
    let empty = given([drafted(), revised(1, Class::Routine, nowhere.clone())]);
    let command = empty.revise(Class::Routine, nowhere);
    empty.clone().when(OUTSIDER, command.clone()).refused(Why::NotCertified);
    empty.when(REVIEWER, command).succeeds();
}

#[test]
fn the_words_stand_still_while_they_are_being_sent() {
    let scene = approved(Class::Routine, "おはようございます。").does(AUTHOR, send());
    let command = scene.revise(Class::Routine, draft("こんにちは。"));
    scene
        .when(AUTHOR, command.clone())
        .refused(Why::State)
        .does(AUTHOR, outcome(lost()))
        .when(AUTHOR, command)
        .refused(Why::State);
}

#[test]
fn an_account_is_chosen_once() {
    let mut twice = draft("おはようございます。");
    twice.deliveries.push(DraftDelivery { delivery: SECOND, account: PAGE, variant: None });
    let scene = given([drafted()]);
    let command = scene.revise(Class::Routine, twice);
    scene.when(AUTHOR, command).refused(Why::Accounts);
}

#[test]
fn a_delivery_keeps_its_account() {
    let mut moved = draft("おはようございます。");
    moved.deliveries[0].account = HAND;
    let scene = saved(Class::Routine, "おはようございます。");
    let command = scene.revise(Class::Routine, moved);
    scene.when(AUTHOR, command).refused(Why::Accounts);
}

#[test]
fn an_account_that_the_author_is_not_certified_for_cannot_be_chosen() {
    let scene = given([drafted()]).with(|scene| {
        scene.world.certifications[0].accounts.remove(&HAND);
    });
    let command = scene.revise(Class::Routine, draft_for_two("おはようございます。"));
    scene.when(AUTHOR, command).refused(Why::NotCertified);
}

#[test]
fn an_answer_with_evidence_discharges_what_asked_for_it() {
    let scene = approved(Class::Routine, "[answer]だそうです。");
    let duty = Duty::Finding { index: 0, rule: rule_of("answer") };
    let key = scene.key("answer");
    let scene = scene.when(AUTHOR, send()).held_by(&[duty]);
    let (rule, item) = (key.rule.clone(), key.item);
    let event = PostEvent::Answered { rule, item, key: key.clone().into(), evidence: evidence().into() };
    scene.when(AUTHOR, Command::Answer { key, evidence: evidence() }).then([event]).is_cleared();
}

#[test]
fn an_answer_needs_words_or_an_address() {
    let scene = saved(Class::Routine, "[answer]だそうです。");
    let nothing = Evidence { kind: EvidenceKind::Source, text: " \u{3000}".to_owned(), url: Some(" ".to_owned()) };
    let key = scene.key("answer");
    scene.when(AUTHOR, Command::Answer { key, evidence: nothing }).refused(Why::WordsNeeded);
}

#[test]
fn nobody_answers_for_the_writers() {
    let scene = saved(Class::Routine, "[answer]だそうです。");
    let key = scene.key("answer");
    scene.when(REVIEWER, Command::Answer { key, evidence: evidence() }).refused(Why::NotTheAuthor);
}

#[test]
fn an_answer_meets_nothing_that_asks_for_more_than_an_answer() {
    for mark in ["review", "manager", "committee", "forbid", "note"] {
        let scene = saved(Class::Routine, &format!("[{mark}]のこと。"));
        let key = scene.key(mark);
        scene.when(AUTHOR, Command::Answer { key, evidence: evidence() }).refused(Why::State);
    }
}

#[test]
fn an_answer_stays_with_its_sentence_whatever_changes_around_it() {
    let scene = saved(Class::Routine, "[answer]だそうです。");
    let key = scene.key("answer");
    let scene = scene.does(AUTHOR, Command::Answer { key, evidence: evidence() });
    let around = scene.revise(Class::Routine, draft("おはようございます。[answer]だそうです。"));
    let scene = scene.does(AUTHOR, around);
    assert!(matches!(scene.standing("answer"), Standing::Discharged { by: AUTHOR, .. }));
    let other = scene.revise(Class::Routine, draft("[answer]だったそうです。"));
    assert_eq!(scene.does(AUTHOR, other).standing("answer"), Standing::Open);
}

#[test]
fn an_answer_to_a_finding_that_is_not_there_is_refused() {
    let scene = saved(Class::Routine, "[answer]だそうです。");
    let key = FindingKey { sentence: "ほかの文".to_owned(), ..scene.key("answer") };
    scene.when(AUTHOR, Command::Answer { key, evidence: evidence() }).refused(Why::NotFound);
}

#[test]
fn a_note_is_shown_asks_nothing_and_can_be_dismissed() {
    let scene = approved(Class::Routine, "[note]のこと。");
    assert_eq!(scene.standing("note"), Standing::Shown);
    let key = scene.key("note");
    let scene = scene.is_cleared().does(AUTHOR, Command::DismissNote { key });
    assert_eq!(scene.is_cleared().standing("note"), Standing::Dismissed);
}

#[test]
fn an_author_dismisses_notes_and_nothing_else() {
    for mark in ["answer", "review", "manager", "committee", "forbid"] {
        let scene = saved(Class::Routine, &format!("[{mark}]のこと。"));
        let key = scene.key(mark);
        scene.when(AUTHOR, Command::DismissNote { key }).refused(Why::State);
    }
    let scene = saved(Class::Routine, "[note]のこと。");
    let key = scene.key("note");
    scene.when(REVIEWER, Command::DismissNote { key }).refused(Why::NotTheAuthor);
}

fn overrule(key: FindingKey) -> Command {
    Command::Overrule { key, reason: "代表電話です".to_owned() }
}

#[test]
fn what_is_forbidden_goes_away_with_its_words() {
    let scene = approved(Class::Routine, "[forbid]です。")
        .when(AUTHOR, send())
        .held_by(&[Duty::Finding { index: 0, rule: rule_of("forbid") }]);
    let command = scene.revise(Class::Routine, draft("お電話ください。"));
    scene.does(AUTHOR, command).does(AUTHOR, Command::Submit).approved_by(REVIEWER).is_cleared();
}

#[test]
fn another_certified_person_overrules_a_finding_with_a_reason() {
    let scene = approved(Class::Routine, "[forbid]です。");
    let key = scene.key("forbid");
    let scene = scene.does(REVIEWER, overrule(key)).is_cleared();
    assert_eq!(scene.standing("forbid"), Standing::Overruled { by: REVIEWER, at: MORNING });
}

#[test]
fn the_author_overrules_nothing() {
    let scene = submitted(Class::Routine, "[forbid]です。");
    let key = scene.key("forbid");
    scene.when(AUTHOR, overrule(key)).refused(Why::OwnPost);
}

#[test]
fn somebody_without_a_certification_overrules_nothing() {
    let scene = submitted(Class::Routine, "[forbid]です。");
    let key = scene.key("forbid");
    scene.clone().when(OUTSIDER, overrule(key.clone())).refused(Why::NotCertified);
    scene.when(MEMBER, overrule(key)).refused(Why::NotCertified);
}

#[test]
fn an_overruling_without_a_reason_is_refused() {
    let scene = submitted(Class::Routine, "[forbid]です。");
    let key = scene.key("forbid");
    scene.when(REVIEWER, Command::Overrule { key, reason: " ".to_owned() }).refused(Why::WordsNeeded);
}

#[test]
fn only_what_is_forbidden_can_be_overruled() {
    for mark in ["note", "answer", "review", "manager", "committee"] {
        let scene = submitted(Class::Routine, &format!("[{mark}]のこと。"));
        let key = scene.key(mark);
        scene.when(REVIEWER, overrule(key)).refused(Why::State);
    }
}

#[test]
fn an_overruling_falls_with_the_certification_of_who_gave_it() {
    let scene = approved(Class::Routine, "[forbid]です。");
    let key = scene.key("forbid");
    let scene = scene.does(OTHER, overrule(key)).is_cleared().with(|scene| scene.world.suspend(OTHER));
    scene.when(AUTHOR, send()).held_by(&[Duty::Finding { index: 0, rule: rule_of("forbid") }]);
}

#[test]
fn a_saved_post_is_submitted_once_by_who_wrote_it() {
    let scene = saved(Class::Routine, "おはようございます。");
    scene.clone().when(REVIEWER, Command::Submit).refused(Why::NotTheAuthor);
    scene
        .when(AUTHOR, Command::Submit)
        .then([PostEvent::Submitted { revision: 1 }])
        .when(AUTHOR, Command::Submit)
        .refused(Why::State);
}

#[test]
fn what_was_never_saved_or_goes_nowhere_is_not_submitted() {
    given([drafted()]).when(AUTHOR, Command::Submit).refused(Why::State);
    let mut nowhere = draft("おはようございます。");
    nowhere.deliveries.clear();
    given([drafted(), revised(1, Class::Routine, nowhere)]).when(AUTHOR, Command::Submit).refused(Why::Accounts);
}

#[test]
fn a_change_takes_a_submission_back() {
    let scene = submitted(Class::Routine, "おはようございます。");
    let command = scene.revise(Class::Routine, draft("こんにちは。"));
    let scene = scene.does(AUTHOR, command);
    let approve = scene.approve();
    scene.when(REVIEWER, approve).refused(Why::State);
}

#[test]
fn an_abandoned_post_is_never_sent() {
    let scene = approved(Class::Routine, "おはようございます。")
        .when(REVIEWER, Command::Abandon)
        .refused(Why::NotTheAuthor)
        .does(AUTHOR, due_in(10))
        .when(AUTHOR, Command::Abandon)
        .then([PostEvent::Abandoned {}])
        .later(10);
    scene.when_actor(Actor::SystemFor(AUTHOR), send()).held_by(&[Duty::Content]);
}

#[test]
fn what_is_out_cannot_be_abandoned() {
    approved(Class::Routine, "おはようございます。")
        .does(AUTHOR, send())
        .when(AUTHOR, Command::Abandon)
        .refused(Why::State)
        .does(AUTHOR, outcome(sent(false)))
        .when(AUTHOR, Command::Abandon)
        .refused(Why::State);
}

#[test]
fn nothing_more_is_said_about_an_abandoned_post() {
    let scene = saved(Class::Routine, "[note]と[answer]。").does(AUTHOR, Command::Abandon);
    let (note, answer) = (scene.key("note"), scene.key("answer"));
    scene
        .when(AUTHOR, Command::DismissNote { key: note })
        .refused(Why::State)
        .when(AUTHOR, Command::Answer { key: answer, evidence: evidence() })
        .refused(Why::State)
        .when(AUTHOR, consult(Consulted::Committee))
        .refused(Why::State);
}

#[test]
fn an_account_that_has_the_published_post_is_not_chosen_again_under_another_delivery() {
    let scene =
        approved(Class::Routine, "おはようございます。").does(AUTHOR, send()).does(AUTHOR, outcome(sent(false)));
    let mut again = draft("おはようございます。");
    again.deliveries[0].delivery = DeliveryId(0xd9);
    let command = scene.revise(Class::Routine, again);
    scene.when(AUTHOR, command).refused(Why::Accounts);
}
