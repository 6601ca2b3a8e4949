//! Samples of the inbox and of a review: a second look, a first look by its own author, hidden characters.

use super::view::{
    Choosing, Decision, Mended, Piece, ReviewDelivery, ReviewLink, ReviewPage, ReviewPicture, ReviewRow, ReviewsPage,
    SeriesPage, SeriesPost,
};
use crate::pages::Here;
use crate::pages::parts::{Class, Clock, Due, Stamp, State, Tab};
use crate::pages::posts::samples::{chain, difference, obligations, panel};
use crate::pages::posts::view::DoubtView;
use crate::pages::samples::{HOSTILE, PHOTO, page, say, troubled, web, words, x};
use crate::words_filter::Lang;

pub fn inboxes(lang: Lang) -> Vec<(&'static str, ReviewsPage)> {
    let tab = |key: &str, href: &str, count, current| Tab {
        href: href.to_owned(),
        label: words(lang, key),
        count: Some(count),
        current,
    };
    let full = ReviewsPage {
        page: page(lang, Here::Reviews, "/reviews"),
        tabs: vec![
            tab("reviews-for-me", "/reviews", 4, true),
            tab("reviews-mine", "/reviews?tab=mine", 2, false),
            tab("reviews-returned", "/reviews?tab=returned", 1, false),
            tab("reviews-expired", "/reviews?tab=expired", 0, false),
        ],
        series: vec![(
            "/reviews/1/series".to_owned(),
            say(lang, "「おはよう」の連載3件をまとめて確かめる", "Review 3 of a series together"),
        )],
        rows: rows(lang),
        when_empty: say(
            lang,
            "次の期限は、明日 12:00 の「年末年始の修理受付」です。",
            "The next deadline is tomorrow, 12:00.",
        ),
        more: Some("/reviews?tab=me&page=1".to_owned()),
    };
    let empty = ReviewsPage { rows: vec![], more: None, ..full.clone() };
    vec![("reviews", full), ("reviews-empty", empty)]
}

fn rows(lang: Lang) -> Vec<ReviewRow> {
    let row = |title: &str, changed: String, due: Due, current| ReviewRow {
        title: title.to_owned(),
        href: "/reviews/1".to_owned(),
        changed,
        author: "佐藤 美咲".to_owned(),
        state: State::Waiting,
        class: Class::Campaign,
        due: Some(due),
        accounts: vec![x(), web()],
        current,
    };
    vec![
        row(
            "せせらぎ2 発売のお知らせ",
            say(lang, "前回から2か所変わりました", "Two places changed since your last look"),
            Due::new(say(lang, "今日 16:00 まで", "today until 16:00"), Clock::Soon),
            true,
        ),
        row(
            "年末年始の修理受付について",
            say(lang, "はじめて届きました", "You see it for the first time"),
            Due::new(say(lang, "明日 12:00 まで", "tomorrow until 12:00"), Clock::Track),
            false,
        ),
        row(
            &format!("返信 {HOSTILE}"),
            say(lang, "返信の期限が近づいています", "The reply is due soon"),
            Due::new(say(lang, "25分超過", "25 min late"), Clock::Over),
            false,
        ),
    ]
}

pub fn reviews(lang: Lang) -> Vec<(&'static str, ReviewPage)> {
    let second = review(lang);
    let mut own = review(lang);
    own.page = troubled(own.page, "approve-comment", &say(lang, "見本の誤り", "A sample mistake"));
    own.since = String::new();
    own.differences.clear();
    own.difference_summary = String::new();
    own.deliveries[0].hidden = Some("U+200B ×1、U+202E ×1".to_owned());
    own.deliveries[0].pieces = hidden_pieces();
    own.findings.clear();
    own.decision.approve = Err(say(
        lang,
        "自分の発信は承認できません。高橋 健か伊藤 さくらの確認を待っています。",
        "You cannot approve your own post. It waits for 高橋 健 or 伊藤 さくら.",
    ));
    let mut edited = review(lang);
    edited.voided = vec![say(
        lang,
        "伊藤 さくらさんの承認（第1版、10:05）は、そのあと文面が変わったので、もう効きません。",
        "The approval by 伊藤 さくら (revision 1, 10:05) is void: the words changed afterwards.",
    )];
    edited.page = troubled(
        edited.page,
        "return-comment",
        &say(lang, "どこを、なぜ直すかを書いてください。", "Say what and why."),
    );
    edited.decision.open = Choosing::SendBack;
    edited.decision.return_comment = format!("ここ {HOSTILE}");
    edited.decision.consult = Err(say(lang, "送るところは、もう残っていません。", "Nothing is left to send."));
    vec![("review", second), ("review-own", own), ("review-edited", edited)]
}

pub fn pieces() -> Vec<Piece> {
    vec![
        Piece::Text("少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機（せせらぎ1）より38％少なくなりました。".to_owned()),
        Piece::LineEnd,
        Piece::Text("北浜化学様と共同開発し、12月3日からの「水と暮らし展2026」で初公開。".to_owned()),
        Piece::LineEnd,
        Piece::Text("https://asanagi.example/news/seseragi2".to_owned()),
    ]
}

fn hidden_pieces() -> Vec<Piece> {
    vec![
        Piece::Text(format!("おはようございます{HOSTILE}")),
        Piece::Hidden("U+200B".to_owned()),
        Piece::Hidden("U+202E".to_owned()),
        Piece::Text("。".to_owned()),
        Piece::Space("␣␣".to_owned()),
        Piece::LineEnd,
    ]
}

fn review(lang: Lang) -> ReviewPage {
    let s = |ja, en| say(lang, ja, en);
    let mut findings = panel(lang).groups;
    findings.truncate(1);
    ReviewPage {
        page: page(lang, Here::Reviews, "/reviews/1"),
        post: "1".to_owned(),
        title: "せせらぎ2 発売のお知らせ".to_owned(),
        state: State::Waiting,
        state_why: String::new(),
        class: Class::Campaign,
        author: "佐藤 美咲".to_owned(),
        due: Some(Due::new(s("あと2時間で期限切れ", "Expires in two hours"), Clock::Soon)),
        queue: rows(lang),
        queue_count: 4,
        chain: chain(lang),
        deliveries: vec![ReviewDelivery {
            id: "d1".to_owned(),
            account: x(),
            at: Some(Stamp::new("2026-12-03T09:00+09:00", s("12月3日（木）9:00", "Thu 3 Dec 9:00"))),
            pieces: pieces(),
            counts: vec!["X 247 / 280".to_owned()],
            bytes: 367,
            hidden: None,
            digest: "b404 5d75 … 26be".to_owned(),
            digest_value: "b4045d75".to_owned(),
            links: vec![ReviewLink {
                url: "https://asanagi.example/news/seseragi2".to_owned(),
                note: s("転送なし、まだ非公開", "No redirect, not public yet"),
            }],
            pictures: vec![ReviewPicture {
                src: PHOTO.to_owned(),
                alt: "展示台に置かれた白い浄水ユニット「せせらぎ2」。".to_owned(),
                rights: s("自社で撮影：広報室 伊藤 さくら", "Own work: 伊藤 さくら"),
                consent: s("写った人の同意あり", "The people shown have agreed"),
            }],
        }],
        benefit: "実機を見て比べられる日と場所が分かる。".to_owned(),
        sources: "TR-2026-118".to_owned(),
        answers: String::new(),
        mends: Some(Mended {
            href: "/posts/9".to_owned(), title: "冬の節水".to_owned(), differences: difference()
        }),
        differences: vec![(words(lang, "posts-common-text"), difference())],
        since: s("第5版 → 第7版・今日 13:05 から", "Revision 5 → 7, since today 13:05"),
        difference_summary: s(
            "消えた文字 40字、増えた文字 15字。変わった文に付いていた充足は、無効になっています。",
            "Removed 40 characters, added 15. What discharged the changed sentences is void.",
        ),
        findings,
        panel: panel(lang),
        obligations: obligations(lang),
        voided: vec![],
        doubts: vec![DoubtView {
            id: "q1".to_owned(),
            by: "高橋 健".to_owned(),
            at: Stamp::new("2026-11-24T11:00+09:00", "11:00"),
            reason: "展示会の日付は確定していますか。".to_owned(),
            resolution: None,
            may_resolve: true,
        }],
        decision: decision(lang),
    }
}

fn decision(lang: Lang) -> Decision {
    Decision {
        approve: Ok(()),
        send_back: Ok(()),
        doubt: Ok(()),
        consult: Ok(()),
        join: Some((say(lang, "発火のおそれがあり、夜を待てません。", "It may catch fire; this cannot wait."), Ok(()))),
        open: Choosing::Approve,
        approve_comment: String::new(),
        return_comment: String::new(),
        then: say(
            lang,
            "30分の熟考時間のあと、12月3日 9:00 に送られます。文面が変われば、この承認は消えます。",
            "After 30 minutes of cooling-off it goes out on 3 December at 9:00. If the words change, this approval is void.",
        ),
    }
}

pub fn series(lang: Lang) -> Vec<(&'static str, SeriesPage)> {
    let s = |ja, en| say(lang, ja, en);
    let deliveries = reviews(lang).remove(0).1.deliveries;
    let title = format!("朝のひとこと {HOSTILE}");
    let middle = SeriesPage {
        page: page(lang, Here::Reviews, "/reviews/1/series"),
        post: "1".to_owned(),
        author: "佐藤 美咲".to_owned(),
        benefit: s("その日の水の使い方のヒントが分かる。", "A hint for the day."),
        position: 2,
        count: 3,
        current: Some(SeriesPost { title: title.clone(), href: "/reviews/2".to_owned(), deliveries }),
        seen: vec![("digest.d0".to_owned(), "aa".to_owned())],
        list: vec![(title.clone(), true), (title.clone(), false), (title, false)],
    };
    let mut last = middle.clone();
    last.current = None;
    last.position = 3;
    last.list.iter_mut().for_each(|one| one.1 = true);
    vec![("series", middle), ("series-last", last)]
}
