//! Every command in every state by everybody, as one text: a change of what may happen shows as a change of this
//! (1-7, 2-1, 2-4).

use super::*;

/// One scene per reachable state. Each has one finding of each strength that its people can meet, and a doubt,
/// so that a command is refused for its state or its actor and not for want of something to speak about.
fn states() -> Vec<Scene> {
    let text = "[note]と[answer]と[forbid]。";
    let saved = saved(Class::Routine, text);
    let submitted = submitted(Class::Routine, text);
    let returned = submitted.clone().does(REVIEWER, Command::Return { comment: "直す".to_owned() });
    let (answer, forbid) = (submitted.key("answer"), submitted.key("forbid"));
    let ready = submitted
        .clone()
        .approved_by(REVIEWER)
        .does(AUTHOR, Command::Answer { key: answer, evidence: evidence() })
        .does(REVIEWER, Command::Overrule { key: forbid, reason: "代表電話です".to_owned() });
    let scheduled = ready.clone().does(AUTHOR, due_in(0));
    let sending = ready.clone().does(AUTHOR, send());
    let unknown = sending.clone().does(AUTHOR, outcome(lost()));
    let failed = sending.clone().does(AUTHOR, outcome(failed(FailureKind::NotSent)));
    let missed = scheduled.clone().when_actor(Actor::System, Command::Miss { delivery: FIRST }).succeeds();
    let published = sending.clone().does(AUTHOR, outcome(sent(false)));
    let abandoned = saved.clone().does(AUTHOR, Command::Abandon);
    vec![Scene::new(), saved, submitted, returned, scheduled, sending, unknown, failed, missed, published, abandoned]
}

fn commands(scene: &Scene, actor: PersonId) -> Vec<Command> {
    let digests = if scene.post.is_some() { scene.digests() } else { BTreeMap::new() };
    let revision = scene.post.as_ref().map_or(0, |post| post.revision);
    let reference = saved(Class::Routine, "[note]と[answer]と[forbid]。");
    let key = |mark| reference.key(mark);
    let rule = |conditions| Command::Rule {
        consultation: QUESTION,
        verdict: Verdict::Permit,
        reason: "よい".to_owned(),
        conditions,
        protected_report_considered: true,
        digests: digests.clone(),
    };
    vec![
        Command::Draft { post: POST, author: actor, reply: false },
        Command::Revise { based_on: revision, class: Class::Routine, draft: draft("こんにちは。") },
        Command::Answer { key: key("answer"), evidence: evidence() },
        Command::DismissNote { key: key("note") },
        Command::Overrule { key: key("forbid"), reason: "代表電話です".to_owned() },
        Command::Submit,
        Command::Approve { digests: digests.clone(), comment: String::new() },
        Command::Return { comment: "時刻を".to_owned() },
        Command::RaiseDoubt { doubt: DoubtId(0xdc), reason: "十時では".to_owned() },
        Command::ResolveDoubt { doubt: DOUBT, answer: "確かめた".to_owned() },
        Command::Consult { consultation: ConsultationId(0xc9), with: Consulted::Committee, question: "?".to_owned() },
        rule(Vec::new()),
        Command::MeetCondition { consultation: ConsultationId(0xc8), condition: 0, evidence: evidence() },
        due_in(60),
        Command::Unschedule { delivery: FIRST },
        send(),
        outcome(sent(false)),
        Command::Miss { delivery: FIRST },
        Command::Abandon,
        open_lane(),
        Command::JoinEmergency { digests: digests.clone() },
        Command::ReviewEmergency { words: "誤りなし".to_owned() },
    ]
}

/// Adds what the commands speak about, without changing the state: a doubt by somebody without any part in this,
/// an open question, and a ruling with a condition.
fn with_something_to_speak_about(scene: &Scene) -> Scene {
    let mut scene = scene.clone();
    if scene.post.is_none() {
        return scene;
    }
    let (ruled, words) = (ConsultationId(0xc8), || "ことば".to_owned().into());
    let digests = scene.digests();
    scene.happened(Some(DEPUTY), PostEvent::DoubtRaised { doubt: DOUBT, by: DEPUTY, reason: words() });
    for consultation in [ruled, QUESTION] {
        let (with, by) = (Consulted::Manager, REVIEWER);
        scene.happened(Some(by), PostEvent::Consulted { consultation, with, by, question: words() });
    }
    scene.happened(
        Some(MEMBER),
        PostEvent::Ruled {
            consultation: ruled,
            by: MEMBER,
            verdict: Verdict::Permit,
            protected_report_considered: true,
            digests: digests.into(),
            reason: words(),
            conditions: vec!["連絡先".to_owned()].into(),
        },
    );
    scene
}

#[test]
fn the_state_by_command_matrix_is_what_it_was() {
    let actors = [
        ("author", Actor::Person(AUTHOR)),
        ("reviewer", Actor::Person(REVIEWER)),
        ("committee", Actor::Person(MEMBER)),
        ("manager", Actor::Person(MANAGER)),
        ("outsider", Actor::Person(OUTSIDER)),
        ("job", Actor::SystemFor(AUTHOR)),
    ];
    let mut text = String::new();
    for bare in states() {
        let state = bare.post.as_ref().map_or("missing", Post::state_name);
        let rich = with_something_to_speak_about(&bare);
        text.push_str(&format!("{state}\n  {:<16}", ""));
        text.push_str(actors.map(|(name, _)| format!("{name:<16}")).concat().trim_end());
        text.push('\n');
        for index in 0..commands(&bare, AUTHOR).len() {
            let mut row = String::new();
            for (_, actor) in actors {
                let command = commands(&bare, actor.principal().unwrap()).swap_remove(index);
                // Open doubts and questions would hold every send: it is asked of the state itself.
                let scene = if matches!(command, Command::StartSending { .. }) { &bare } else { &rich };
                let answer = match scene.decide(actor, command) {
                    Ok(_) => "ok",
                    Err(refusal) => refusal.why.key(),
                };
                row.push_str(&format!("{answer:<16}"));
            }
            let name = commands(&bare, AUTHOR)[index].name();
            text.push_str(&format!("  {name:<16}{}\n", row.trim_end()));
        }
        text.push('\n');
    }
    insta::assert_snapshot!("state_by_command", text.trim_end());
}

#[test]
fn the_matrix_has_every_state_and_every_command() {
    let states =
        states().iter().map(|scene| scene.post.as_ref().map_or("missing", Post::state_name)).collect::<Vec<_>>();
    assert_eq!(
        states,
        [
            "missing",
            "draft",
            "submitted",
            "returned",
            "scheduled",
            "sending",
            "unknown",
            "failed",
            "missed",
            "published",
            "abandoned"
        ]
    );
    let names = commands(&Scene::new(), AUTHOR).iter().map(Command::name).collect::<BTreeSet<_>>();
    assert_eq!(names.len(), 22, "a new command needs a column");
}
