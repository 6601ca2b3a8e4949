//! Samples of the emergency lane: one that is owed its review, one that waits for a second person, one looked back on.

use super::view::{EmergenciesPage, EmergencyRow, LaneUse};
use crate::pages::Here;
use crate::pages::parts::{Clock, Due, State};
use crate::pages::samples::{HOSTILE, page, say, web, x};
use crate::words_filter::Lang;

pub fn all(lang: Lang) -> Vec<(&'static str, EmergenciesPage)> {
    let s = |ja, en| say(lang, ja, en);
    let row = |state, one| EmergencyRow {
        href: "/posts/1#emergency".to_owned(),
        title: format!("ご使用を中止してください {HOSTILE}"),
        author: "佐藤 美咲".to_owned(),
        state,
        accounts: vec![x(), web()],
        one,
    };
    let reviewed = LaneUse {
        due: None,
        steps: vec![s("11月20日（金）21:40 に出ました。", "It went out on Fri 20 Nov 21:40.")],
        words: Some(s("型番に誤りはなく、早さは適切だった。", "The models were right, and so was the haste.")),
        ..owed(lang)
    };
    let waiting = LaneUse {
        due: None,
        steps: vec![s("もうひとりを待っています。", "Waiting for a second person.")],
        ..owed(lang)
    };
    let full = EmergenciesPage {
        page: page(lang, Here::Emergencies, "/emergencies"),
        rows: vec![row(State::Published, owed(lang)), row(State::Waiting, waiting), row(State::Published, reviewed)],
    };
    let empty = EmergenciesPage { rows: Vec::new(), ..full.clone() };
    vec![("emergencies", full), ("emergencies-empty", empty)]
}

/// Also for the samples of a post.
pub fn owed(lang: Lang) -> LaneUse {
    let s = |ja, en| say(lang, ja, en);
    LaneUse {
        reason: s("発火のおそれがあり、夜を待てません。", "It may catch fire; this cannot wait for the morning."),
        steps: vec![
            s("佐藤 美咲が、11月24日（火）9:05 に開きました。", "佐藤 美咲 opened it on Tue 24 Nov 9:05."),
            s("高橋 健が、11月24日（火）9:11 に加わりました。", "高橋 健 joined on Tue 24 Nov 9:11."),
        ],
        due: Some(Due::new(
            s("委員会の見直し：11月26日（木）9:12 まで", "The committee’s review: by Thu 26 Nov 9:12"),
            Clock::Soon,
        )),
        words: None,
    }
}
