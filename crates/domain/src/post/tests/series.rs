//! What may be approved together with others of its kind, and what must be looked at alone.

use super::*;
use crate::series::{SeriesKey, series_of};

fn key(scene: &Scene) -> Option<SeriesKey> {
    let obligations = scene.obligations(FIRST);
    series_of(scene.post(), &[(&scene.post().deliveries[&FIRST], &obligations)])
}

#[test]
fn everyday_posts_with_the_same_benefit_are_of_one_series() {
    let one = key(&submitted(Class::Routine, "おはようございます。")).unwrap();
    let other = key(&submitted(Class::Routine, "[note]こんにちは。")).unwrap();
    assert_eq!(one, other);
    assert_eq!((one.author, one.benefit.as_str()), (AUTHOR, "日程がわかる"));
}

#[test]
fn what_asks_for_a_second_thought_stays_out() {
    assert_eq!(key(&saved(Class::Routine, "おはよう。")), None, "not handed in");
    assert_eq!(key(&approved(Class::Routine, "おはよう。")), None, "nothing is open any more");
    for class in [Class::Campaign, Class::Delicate, Class::Reply, Class::Fix] {
        assert_eq!(key(&submitted(class, "おはよう。")), None, "{class:?}");
    }
    for mark in ["answer", "review", "forbid", "committee", "manager", "number", "politics", "unchecked"] {
        assert_eq!(key(&submitted(Class::Routine, &format!("[{mark}]。"))), None, "{mark}");
    }
    // An answer is for somebody to judge who reads it with its text.
    let scene = submitted(Class::Routine, "[answer]。");
    let answer = Command::Answer { key: scene.key("answer"), evidence: evidence() };
    assert_eq!(key(&scene.does(AUTHOR, answer)), None);
    let doubt = Command::RaiseDoubt { doubt: DOUBT, reason: "本当か".to_owned() };
    assert_eq!(key(&submitted(Class::Routine, "おはよう。").does(OTHER, doubt)), None);
    let asked = submitted(Class::Routine, "おはよう。").does(OTHER, consult(Consulted::Committee));
    assert_eq!(key(&asked), None);
    assert_eq!(key(&submitted(Class::Routine, "おはよう。").does(AUTHOR, open_lane())), None);
    let mute = Draft { benefit: " ".to_owned(), ..draft("おはよう。") };
    let submit = PostEvent::Submitted { revision: 1 };
    assert_eq!(key(&given([drafted(), revised(1, Class::Routine, mute), submit])), None);
    let returned =
        submitted(Class::Routine, "おはよう。").does(REVIEWER, Command::Return { comment: "直す".to_owned() });
    assert_eq!(key(&returned), None);
}
