//! Samples of the pages about posts: a launch that still needs much, a plain good morning, a post that is out.

use super::view::by_hand::HandPicture;
use super::view::*;
use crate::pages::Here;
use crate::pages::parts::{
    Choice, Class, Clock, DiffPart, Due, EventLine, ObligationRow, Stamp, State, Step, Strength, Tab,
};
use crate::pages::samples::{self, HOSTILE, bluesky, chain_step, obligation, page, photo, say, web, words, x};
use crate::words_filter::Lang;

mod composer;
mod post;

pub use composer::{edits, fragments, new, panel};
pub use post::posts;

pub const TEXT: &str = "各地で水道料金の値上げが議論されるなか、少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機より38％少なく、運転音は業界で最も静かだそうです。\n北浜化学様と共同開発し、12月3日からの「水と暮らし展2026」で初公開。\nお問い合わせは森田（090-1234-5678）まで。\nhttps://asanagi.example/news/seseragi2";
const TITLE: &str = "せせらぎ2 発売のお知らせ";

pub fn lists(lang: Lang) -> Vec<(&'static str, PostsPage)> {
    let mut none = list(lang, "/posts?q=x");
    none.rows.clear();
    none.query = HOSTILE.to_owned();
    none.state = "held".to_owned();
    none.more = None;
    let mut empty = list(lang, "/posts");
    empty.rows.clear();
    empty.more = None;
    vec![("posts", list(lang, "/posts")), ("posts-none-found", none), ("posts-empty", empty)]
}

fn list(lang: Lang, path: &str) -> PostsPage {
    let tab = |state: Option<State>, n| Tab {
        href: state.map_or_else(|| "/posts".to_owned(), |s| format!("/posts?state={}", s.attr())),
        label: state.map_or_else(|| words(lang, "posts-all"), |s| words(lang, &s.key())),
        count: Some(n),
        current: state.is_none(),
    };
    let rows = State::ALL
        .into_iter()
        .enumerate()
        .map(|(index, state)| PostRow {
            title: if index == 3 { TITLE.to_owned() } else { format!("冬の節水、3つの見直し {HOSTILE}") },
            href: "/posts/1".to_owned(),
            excerpt: "蛇口を1分しめると、およそ12リットルの水が残ります。".to_owned(),
            state,
            why: if state == State::Held { say(lang, "疑義1件", "one doubt") } else { String::new() },
            class: Class::ALL[index % 6],
            author: "佐藤 美咲".to_owned(),
            accounts: vec![x(), bluesky(), web()],
            at: Stamp::new("2026-11-24T09:00+09:00", say(lang, "今日 9:00", "today 9:00")),
            next: if index < 4 {
                say(lang, "高橋さんの確認待ち", "Takahashi to review")
            } else {
                String::new()
            },
        })
        .collect();
    PostsPage {
        page: page(lang, Here::Posts, path),
        tabs: vec![
            tab(None, 31),
            tab(Some(State::Draft), 4),
            tab(Some(State::Waiting), 5),
            tab(Some(State::Returned), 1),
            tab(Some(State::Held), 3),
            tab(Some(State::Scheduled), 6),
            tab(Some(State::Published), 12),
        ],
        query: String::new(),
        state: String::new(),
        rows,
        more: Some("/posts?after=x".to_owned()),
        may_write: true,
    }
}

pub fn chain(lang: Lang) -> Vec<crate::pages::parts::ChainStep> {
    let s = |ja, en| say(lang, ja, en);
    vec![
        chain_step(
            Step::Done,
            "done",
            s("書く資格", "Right to write"),
            "佐藤 美咲",
            s("認定 第17号・2027年3月31日まで", "Certification 17, until 31 March 2027"),
        ),
        chain_step(
            Step::Now,
            "write",
            s("義務に答える", "Answer the findings"),
            &s("佐藤 美咲（あなた）", "佐藤 美咲 (you)"),
            s("残り3件・本文の直し1件", "Three answers, one change of the text"),
        ),
        chain_step(
            Step::Blocked,
            "consult",
            s("委員会の裁定", "Ruling of the committee"),
            &s("運営委員会（5名）", "Committee (5)"),
            s("まだ相談していません", "Not asked yet"),
        ),
        chain_step(
            Step::Todo,
            "review",
            s("別の人の確認", "Review by another"),
            "高橋 健・伊藤 さくら",
            s("どちらか1名", "One of the two"),
        ),
        chain_step(
            Step::Todo,
            "expired",
            s("熟考時間", "Cooling-off"),
            &s("時計", "The clock"),
            s("最後の直しから30分", "30 minutes from the last change"),
        ),
        chain_step(
            Step::Todo,
            "send",
            s("発信", "Sending"),
            &s("予約", "Schedule"),
            s("12月3日（木）9:00", "Thursday 3 December 9:00"),
        ),
    ]
}

pub fn obligations(lang: Lang) -> Vec<ObligationRow> {
    let s = |ja, en| say(lang, ja, en);
    vec![
        obligation(
            Strength::Review,
            "review",
            &s("別の人が確かめること", "Review by another person"),
            "1-7",
            &s(
                "書いた佐藤さん以外の、このアカウントの認定を持つ人",
                "Somebody certified for this account, other than the author",
            ),
        ),
        obligation(
            Strength::Done,
            "done-ring",
            &s("「38％」の出典", "A source for “38％”"),
            "2-2",
            "TR-2026-118・小野 拓也",
        ),
        ObligationRow {
            due: Some(Due::new(s("最後の直しから30分", "30 minutes from the last change"), Clock::Track)),
            ..obligation(Strength::Note, "expired", &s("熟考時間", "Cooling-off"), "1-7", "")
        },
    ]
}

pub fn events(lang: Lang) -> Vec<EventLine> {
    let line = |position, icon, ja: &str, en: &str| EventLine {
        position,
        at: Stamp::new("2026-11-24T10:42+09:00", "10:42"),
        sentence: say(lang, ja, en),
        icon,
        href: None,
    };
    vec![
        line(8_214, "doubt", "高橋 健が疑義を出しました", "高橋 健 raised a doubt"),
        line(8_210, "review", "佐藤 美咲が確認に出しました（第7版）", "佐藤 美咲 submitted revision 7 for review"),
        line(8_190, "answer", "佐藤 美咲が「38％」の出典を示しました", "佐藤 美咲 gave a source for “38％”"),
        line(8_170, "write", "佐藤 美咲が下書きを始めました", "佐藤 美咲 started a draft"),
    ]
}

pub fn difference() -> Vec<DiffPart> {
    vec![
        DiffPart::Removed("各地で水道料金の値上げが議論されるなか、".to_owned()),
        DiffPart::Same("少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機".to_owned()),
        DiffPart::Added(format!("（せせらぎ1）{HOSTILE}")),
        DiffPart::Same("より38％".to_owned()),
        DiffPart::Removed("少なく、運転音は業界で最も静かだそうです".to_owned()),
        DiffPart::Added("少なくなりました".to_owned()),
        DiffPart::Same("。\n".to_owned()),
        DiffPart::Skipped(3),
    ]
}

pub fn revisions(lang: Lang) -> Vec<(&'static str, RevisionsPage)> {
    let choice = |n: u32, chosen| Choice::new(n.to_string(), say(lang, "第7版", "Revision 7"), chosen);
    let row = |number: u32, shown| RevisionRow {
        label: crate::words_filter::text(lang, "revision-label").with("n", number).to_string(),
        at: Stamp::new("2026-11-24T13:05+09:00", "13:05"),
        by: "佐藤 美咲".to_owned(),
        note: say(lang, "本文を直した", "Changed the text"),
        href: format!("/posts/1/revisions?to={number}"),
        shown,
    };
    vec![(
        "revisions",
        RevisionsPage {
            page: page(lang, Here::Posts, "/posts/1/revisions?from=5&to=7"),
            post: "1".to_owned(),
            title: TITLE.to_owned(),
            revisions: vec![row(7, true), row(6, false), row(5, false)],
            from: vec![choice(5, true), choice(6, false)],
            to: vec![choice(7, true)],
            differences: vec![(words(lang, "posts-common-text"), difference())],
            summary: crate::words_filter::text(lang, "revisions-summary")
                .with("removed", 40)
                .with("added", 15)
                .to_string(),
        },
    )]
}

pub fn conflicts(lang: Lang) -> Vec<(&'static str, ConflictPage)> {
    vec![(
        "conflict",
        ConflictPage {
            page: page(lang, Here::Write, "/posts/1/draft"),
            post: "1".to_owned(),
            title: TITLE.to_owned(),
            other: "伊藤 さくら".to_owned(),
            theirs_at: Stamp::new("2026-11-24T10:41+09:00", "10:41"),
            revision: 5,
            differences: vec![(words(lang, "posts-common-text"), difference())],
            kept: vec![("text".to_owned(), format!("{TEXT}{HOSTILE}")), ("account".to_owned(), "a-x".to_owned())],
            yours: TEXT.to_owned(),
        },
    )]
}

pub fn hands(lang: Lang) -> Vec<(&'static str, ByHandPage)> {
    let copying = ByHandPage {
        page: page(lang, Here::Posts, "/posts/1/deliveries/d4"),
        post: "1".to_owned(),
        delivery: "d4".to_owned(),
        title: TITLE.to_owned(),
        account: photo(),
        handle: "asanagi.works".to_owned(),
        account_url: "https://photo.example/asanagi.works".to_owned(),
        text: format!("{TEXT}{HOSTILE}"),
        digest: "b404 5d75 … 26be".to_owned(),
        pictures: vec![HandPicture {
            src: samples::PHOTO.to_owned(),
            file: "booth-01.jpg".to_owned(),
            alt: "展示台の浄水ユニット".to_owned(),
        }],
        at: Some(Stamp::new("2026-11-24T12:00+09:00", "12:00")),
        held: None,
        attempt: Some("t1".to_owned()),
        unknown: false,
        url: String::new(),
    };
    let start = ByHandPage { attempt: None, ..copying.clone() };
    let held = ByHandPage {
        held: Some(say(lang, "10:51 に発信がすべて止められました。", "All sending was stopped at 10:51.")),
        ..start.clone()
    };
    vec![("by-hand", copying), ("by-hand-start", start), ("by-hand-held", held)]
}
