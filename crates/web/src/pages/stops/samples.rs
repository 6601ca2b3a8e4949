//! Samples of the stop page: running, stopped with something in flight, and after a stop with missed posts.

use super::view::{Again, MissedRow, StopView, StopsPage};
use crate::pages::parts::{Choice, Stamp};
use crate::pages::samples::{HOSTILE, page, say, troubled, x};
use crate::pages::{Here, StopState};
use crate::words_filter::Lang;

pub fn all(lang: Lang) -> Vec<(&'static str, StopsPage)> {
    let s = |ja, en| say(lang, ja, en);
    let running = StopsPage {
        page: page(lang, Here::Stops, "/stops"),
        standing: vec![],
        may_stop: true,
        reason: String::new(),
        scopes: vec![
            Choice::new("all", s("すべてのアカウント", "All accounts"), true),
            Choice::new("a-x", "X 公式", false),
        ],
        would_hold: 7,
        missed: vec![],
        missed_count: 0,
        more_missed: None,
        earlier: vec![(
            Stamp::new("2026-11-05", s("11月5日", "5 November")),
            s(
                "訓練：高橋 健が4秒で停止、3分後に再開",
                "Drill: stopped by 高橋 健 in 4 seconds, lifted after 3 minutes",
            ),
        )],
        more_earlier: Some("/stops?earlier=1#earlier-h".to_owned()),
    };
    let mut stopped = running.clone();
    stopped.page.stop = StopState::Stopped;
    let stop = |id: &str, scope: String, may_lift| StopView {
        id: id.to_owned(),
        scope,
        by: "高橋 健".to_owned(),
        at: Stamp::new("2026-11-24T10:51+09:00", "10:51"),
        reason: format!("地震のため {HOSTILE}"),
        in_flight: vec![(
            "/posts/1".to_owned(),
            s(
                "「冬の節水」を X に送っている途中でした。結果を待っています。",
                "“冬の節水” was on its way to X. Waiting for the outcome.",
            ),
        )],
        held: 7,
        may_lift,
        lifting: String::new(),
    };
    stopped.standing = vec![
        stop("s1", s("すべてのアカウント", "All accounts"), Ok(())),
        stop("s2", "X 公式".to_owned(), Err(s("再開できるのは委員です。", "Only committee members can lift it."))),
    ];
    let mut after = running.clone();
    after.page = troubled(after.page, "reason", &s("理由を書いてください", "Write a reason"));
    let missed = |delivery: &str, again| MissedRow {
        post: "1".to_owned(),
        delivery: delivery.to_owned(),
        title: format!("明日の凍結に気をつけて {HOSTILE}"),
        account: x(),
        was_due: Stamp::new("2026-11-24T11:00+09:00", s("今日 11:00", "today 11:00")),
        why: s("発信が止められていました。", "Sending was stopped."),
        again,
    };
    let again = Again { date: "2026-11-24".to_owned(), time: "18:30".to_owned() };
    let refused = s("発信する認定がありません。", "You are not certified to publish.");
    after.missed = vec![missed("d1", Ok(again)), missed("d2", Err(refused))];
    (after.missed_count, after.more_missed) = (32, Some("/stops?missed=1#missed".to_owned()));
    vec![("stops", running), ("stops-stopped", stopped), ("stops-missed", after)]
}
