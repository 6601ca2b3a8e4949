//! Samples of the page of today: an ordinary day, and one without anything to do while all is stopped.

use super::view::{AgendaRow, DutyRow, RecordCard, Spent, StopCard, TodayPage, WaitingRow};
use crate::pages::Here;
use crate::pages::parts::{Clock, Due, Stamp, State, Strength};
use crate::pages::samples::{bluesky, page, photo, say, troubled, web, x};
use crate::words_filter::Lang;

pub fn all(lang: Lang) -> Vec<(&'static str, TodayPage)> {
    vec![("home", busy(lang)), ("home-empty", empty(lang))]
}

fn busy(lang: Lang) -> TodayPage {
    TodayPage {
        page: page(lang, Here::Home, "/"),
        today: Stamp::new("2026-11-24", say(lang, "11月24日 火曜日", "Tuesday 24 November")),
        greeted: "佐藤".to_owned(),
        waiting_count: 63,
        waiting: waiting(lang),
        more: Some("/?page=1".to_owned()),
        waiting_late: 1,
        duties: duties(lang),
        sending_today: agenda(lang),
        stop: StopCard { stopped: None, may_stop: true, missed: 0 },
        record: Some(RecordCard {
            events: 8_214,
            checkpoint_at: Some(Stamp::new("2026-11-24T10:30+09:00", "10:30")),
            root: "b41f 07c9 … 2ad8".to_owned(),
        }),
        may_write: true,
    }
}

fn waiting(lang: Lang) -> Vec<WaitingRow> {
    vec![
        WaitingRow {
            strength: Strength::Forbid,
            icon: "held",
            title: "せせらぎ2 発売のお知らせ".to_owned(),
            href: "/posts/1/edit".to_owned(),
            why: say(
                lang,
                "本文の直し1件と回答3件が残っています。過ぎると12月3日の予約に間に合いません。",
                "One change of the text and three answers are left. After that the slot on 3 December cannot be kept.",
            ),
            due: Some(Due::new(say(lang, "今日 11:30 まで", "today until 11:30"), Clock::Soon)),
            items: "1-4・2-2・1-3".to_owned(),
            accounts: vec![x(), bluesky(), web()],
        },
        WaitingRow {
            strength: Strength::Review,
            icon: "review",
            title: "年末年始の修理受付".to_owned(),
            href: "/reviews/2".to_owned(),
            why: say(
                lang,
                "伊藤さんが書きました。はじめて届いた文面です。",
                "Written by Itō. You see it for the first time.",
            ),
            due: Some(Due::new(say(lang, "25分超過", "25 min late"), Clock::Over)),
            items: "1-7".to_owned(),
            accounts: vec![x(), web()],
        },
        WaitingRow {
            strength: Strength::Answer,
            icon: "copy",
            title: "工場の紅葉".to_owned(),
            href: "/posts/3/deliveries/1".to_owned(),
            why: say(
                lang,
                "手で公開する時刻です。公開したら、URLと画面の写しを添えてください。",
                "Time to publish by hand. Afterwards add the address and a capture.",
            ),
            due: Some(Due::new(say(lang, "今日 12:00", "today 12:00"), Clock::Track)),
            items: String::new(),
            accounts: vec![photo()],
        },
    ]
}

fn duties(lang: Lang) -> Vec<DutyRow> {
    vec![DutyRow {
        strength: Strength::Consult,
        icon: "badge",
        title: say(lang, "伊藤 さくらさんの認定を更新する", "Renew the certification of 伊藤 さくら"),
        item: "2-1".to_owned(),
        href: Some("/people/3".to_owned()),
        detail: say(
            lang,
            "切れると、X 公式とサイトに送れる人が1名になります。",
            "When it ends, one person is left who can publish on X and the site.",
        ),
        due: Due::new(say(lang, "あと6日", "6 days left"), Clock::Soon),
        spent: Spent { part: 359, whole: 365, label: say(lang, "365日のうち359日", "359 of 365 days") },
    }]
}

fn agenda(lang: Lang) -> Vec<AgendaRow> {
    let row = |at: &str, title: &str, state, why: String, accounts: &str| AgendaRow {
        at: Stamp::new(format!("2026-11-24T{at}+09:00"), at),
        title: title.to_owned(),
        href: "/posts/1".to_owned(),
        state,
        why,
        accounts: accounts.to_owned(),
    };
    vec![
        row("09:00", "冬の節水、3つの見直し", State::Published, String::new(), "X・Bluesky"),
        row("12:00", "採用説明会の録画を公開", State::Cleared, String::new(), "サイト"),
        row("15:00", "工場の夜間点検について", State::Held, say(lang, "疑義1件", "one doubt"), "X"),
        row("18:30", "明日の凍結に気をつけて", State::Scheduled, String::new(), "X・Bluesky"),
    ]
}

fn empty(lang: Lang) -> TodayPage {
    let mut view = busy(lang);
    view.page = troubled(view.page, "q", &say(lang, "見本の知らせ", "A sample notice"));
    view.page.problems.clear();
    view.waiting.clear();
    (view.waiting_count, view.more) = (0, None);
    view.waiting_late = 0;
    view.duties.clear();
    view.sending_today.clear();
    view.record = None;
    view.may_write = false;
    view.stop = StopCard {
        stopped: Some(say(
            lang,
            "10:51 に高橋 健が停止。理由：地震のため。",
            "Stopped at 10:51 by 高橋 健. Reason: an earthquake.",
        )),
        may_stop: false,
        missed: 3,
    };
    view
}
