//! Samples of a post's page: one with everything on it, one that is quiet.

use super::{TEXT, TITLE, chain, events, obligations};
use crate::pages::Here;
use crate::pages::emergencies::{samples::owed, view::LaneView};
use crate::pages::parts::{Class, Clock, Due, Stamp, State};
use crate::pages::posts::view::post::{ConsultationLink, ReturnView, ScheduleForm};
use crate::pages::posts::view::{DeliveryView, DoubtView, PostPage};
use crate::pages::samples::{HOSTILE, bluesky, page, photo, say, troubled, web, x};
use crate::words_filter::Lang;

pub fn posts(lang: Lang) -> Vec<(&'static str, PostPage)> {
    let s = |ja, en| say(lang, ja, en);
    let waiting = PostPage {
        page: page(lang, Here::Posts, "/posts/1"),
        post: "1".to_owned(),
        title: TITLE.to_owned(),
        state: State::Held,
        state_why: s("疑義1件", "one doubt"),
        class: Class::Delicate,
        author: "佐藤 美咲".to_owned(),
        revision: 7,
        returned: Some(ReturnView {
            by: "伊藤 さくら".to_owned(),
            at: Stamp::new("2026-11-24T11:00+09:00", "11:00"),
            revision: 6,
            comment: format!("何と比べた数字ですか。{HOSTILE}"),
        }),
        chain: chain(lang),
        deliveries: deliveries(lang),
        obligations: obligations(lang),
        doubts: doubts(lang),
        consultations: vec![ConsultationLink {
            href: "/consultations/1".to_owned(),
            question: "値上げの話題に触れてよいか".to_owned(),
            standing: s("裁定待ち", "Waiting for a ruling"),
        }],
        lane: LaneView { uses: vec![owed(lang)], may_open: true, may_look_back: true },
        events: events(lang),
        may_edit: true,
        may_review: true,
        may_doubt: true,
        may_consult: true,
        consult_committee: false,
        may_abandon: true,
        zone: "Asia/Tokyo（UTC+9）".to_owned(),
    };
    let mut quiet = waiting.clone();
    quiet.returned = None;
    quiet.obligations.clear();
    quiet.doubts.clear();
    quiet.consultations.clear();
    quiet.lane = LaneView { uses: Vec::new(), may_open: false, may_look_back: false };
    quiet.may_doubt = false;
    quiet.may_consult = false;
    quiet.may_abandon = false;
    quiet.may_review = false;
    quiet.page = troubled(quiet.page, "date-d1", &s("過ぎた時刻です", "That time is over"));
    vec![("post", waiting), ("post-quiet", quiet)]
}

fn deliveries(lang: Lang) -> Vec<DeliveryView> {
    let s = |ja, en| say(lang, ja, en);
    let delivery = |id: &str, account, state, explanation: String| DeliveryView {
        id: id.to_owned(),
        account,
        state,
        state_why: String::new(),
        text: TEXT.to_owned(),
        pictures: vec![(crate::pages::samples::PHOTO.to_owned(), "展示台".to_owned())],
        at: Some(Stamp::new("2026-12-03T09:00+09:00", s("12月3日（木）9:00", "Thu 3 Dec 9:00"))),
        due: None,
        explanation,
        public_url: None,
        certificate: None,
        schedule: None,
        may_unschedule: false,
        missed: false,
        may_publish_now: false,
        by_hand: false,
    };
    let form = ScheduleForm {
        date: "2026-12-03".to_owned(),
        time: "09:00".to_owned(),
        conflict: s("同じ時間帯の予定：なし", "Nothing else in this hour"),
        lacks: s(
            "12月3日 9:00 までに通せません。足りないもの：確認する人",
            "It cannot be cleared by then. Missing: somebody to review",
        ),
        problem: String::new(),
    };
    vec![
        DeliveryView {
            schedule: Some(form),
            may_unschedule: true,
            ..delivery(
                "d1",
                x(),
                State::Scheduled,
                s(
                    "時刻が来たら、もう一度確かめてから送ります。",
                    "Looked at once more when the time comes, then sent.",
                ),
            )
        },
        DeliveryView {
            public_url: Some("https://asanagi.example/news/1".to_owned()),
            certificate: Some("/certificates/c1".to_owned()),
            ..delivery("d2", web(), State::Published, String::new())
        },
        delivery(
            "d3",
            bluesky(),
            State::Unknown,
            s(
                "送れたかどうか分かりません。もう一度送ることはしません。Bluesky に問い合わせています（2回目、10:47）。",
                "It is not known whether it went out. It is not sent again; Bluesky is being asked (second time, 10:47).",
            ),
        ),
        DeliveryView {
            by_hand: true,
            due: Some(Due::new(s("今日 12:00 まで", "today until 12:00"), Clock::Soon)),
            ..delivery("d4", photo(), State::Cleared, String::new())
        },
    ]
}

fn doubts(lang: Lang) -> Vec<DoubtView> {
    let s = |ja, en| say(lang, ja, en);
    vec![
        DoubtView {
            id: "q1".to_owned(),
            by: "高橋 健".to_owned(),
            at: Stamp::new("2026-11-24T11:00+09:00", "11:00"),
            reason: format!("展示会の日付は確定していますか。{HOSTILE}"),
            resolution: None,
            may_resolve: true,
        },
        DoubtView {
            id: "q2".to_owned(),
            by: "伊藤 さくら".to_owned(),
            at: Stamp::new("2026-11-23T11:00+09:00", s("昨日", "yesterday")),
            reason: "写真の撮影者は。".to_owned(),
            resolution: Some(s(
                "伊藤 さくらが解いた：撮影者が分かった",
                "Resolved by 伊藤 さくら: the photographer is known",
            )),
            may_resolve: false,
        },
    ]
}
