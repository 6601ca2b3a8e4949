//! Samples of consultations: one to rule on, one that is ruled with conditions, one that this person cannot rule.

use super::view::{
    ConditionView, ConsultationPage, ConsultationRow, ConsultationsPage, ConsultedText, RulingView, Verdict,
};
use crate::pages::Here;
use crate::pages::parts::{Choice, Clock, Due, Stamp, Tab};
use crate::pages::posts::samples::obligations;
use crate::pages::reviews::{samples::pieces, view::ReviewPicture};
use crate::pages::samples::{HOSTILE, PHOTO, page, say, troubled, words, x};
use crate::words_filter::Lang;

pub fn lists(lang: Lang) -> Vec<(&'static str, ConsultationsPage)> {
    let row = |verdict| ConsultationRow {
        href: "/consultations/1".to_owned(),
        question: format!("値上げの話題に触れてよいか {HOSTILE}"),
        post_title: "せせらぎ2 発売のお知らせ".to_owned(),
        by: "佐藤 美咲".to_owned(),
        at: Stamp::new("2026-11-24T10:50+09:00", "10:50"),
        due: Some(Due::new(say(lang, "あと1営業日", "one working day left"), Clock::Soon)),
        with: words(lang, "consult-committee"),
        verdict,
    };
    let full = ConsultationsPage {
        page: page(lang, Here::Consultations, "/consultations"),
        tabs: vec![
            Tab {
                href: "/consultations".to_owned(),
                label: words(lang, "consultations-open"),
                count: Some(1),
                current: true,
            },
            Tab {
                href: "/consultations?tab=ruled".to_owned(),
                label: words(lang, "consultations-ruled"),
                count: Some(2),
                current: false,
            },
        ],
        rows: vec![row(None), row(Some(Verdict::Permit)), row(Some(Verdict::Refuse))],
        more: Some("/consultations?tab=ruled&before=1.0f".to_owned()),
    };
    let empty = ConsultationsPage { rows: vec![], more: None, ..full.clone() };
    vec![("consultations", full), ("consultations-empty", empty)]
}

pub fn pages(lang: Lang) -> Vec<(&'static str, ConsultationPage)> {
    let open = ConsultationPage {
        page: page(lang, Here::Consultations, "/consultations/1"),
        consultation: "1".to_owned(),
        question: "水道料金の値上げの話題に触れてよいか".to_owned(),
        post_title: "せせらぎ2 発売のお知らせ".to_owned(),
        post_href: "/posts/1".to_owned(),
        by: "佐藤 美咲".to_owned(),
        at: Stamp::new("2026-11-24T10:50+09:00", "10:50"),
        with: words(lang, "consult-committee"),
        item: "2-4".to_owned(),
        texts: vec![ConsultedText {
            delivery: "d1".to_owned(),
            account: x(),
            pieces: pieces(),
            hidden: Some("U+200B ×1".to_owned()),
            pictures: vec![ReviewPicture {
                src: PHOTO.to_owned(),
                alt: format!("浄水ユニット {HOSTILE}"),
                rights: say(lang, "自社で撮影：広報室 伊藤 さくら", "Own work: 伊藤 さくら"),
                consent: say(lang, "写った人の同意あり", "The people shown have agreed"),
            }],
            digest: "b404 5d75 … 26be".to_owned(),
            digest_value: "b4045d75".to_owned(),
        }],
        obligations: obligations(lang),
        precedents: vec![("/consultations/0".to_owned(), "節水の呼びかけと料金（2026年6月）".to_owned())],
        ruling: None,
        may_rule: Ok(()),
        protected: vec![
            Choice::new("no", words(lang, "ruling-protected-no"), false),
            Choice::new("yes", words(lang, "ruling-protected-yes"), false),
        ],
        conditions: vec![String::new(), String::new(), String::new()],
        reason: String::new(),
        verdicts: vec![
            Choice::new("permit", words(lang, "ruling-permit"), false),
            Choice::new("refuse", words(lang, "ruling-refuse"), false),
        ],
    };
    let mut wrong = open.clone();
    wrong.page = troubled(wrong.page, "reason", &say(lang, "理由を書いてください", "Write the reason"));
    wrong.protected[1].chosen = true;
    wrong.verdicts[1].chosen = true;
    wrong.conditions[0] = format!("条件 {HOSTILE}");
    let mut own = open.clone();
    own.may_rule = Err(say(lang, "自分の発信には裁定できません。", "You cannot rule on your own post."));
    let mut ruled = open.clone();
    let condition = |number, met: Option<String>| ConditionView {
        number,
        text: format!("数字の出典を本文の最後に示す {HOSTILE}"),
        may_meet: met.is_none(),
        met,
    };
    ruled.ruling = Some(RulingView {
        verdict: Verdict::Permit,
        by: "森 一郎".to_owned(),
        at: Stamp::new("2026-11-24T13:00+09:00", "13:00"),
        reason: "事実の範囲にとどまり、賛否に触れていない。".to_owned(),
        void: true,
        conditions: vec![condition(0, None), condition(1, Some(say(lang, "佐藤 美咲・13:20", "佐藤 美咲, 13:20")))],
    });
    vec![
        ("consultation", open),
        ("consultation-wrong", wrong),
        ("consultation-own", own),
        ("consultation-ruled", ruled),
    ]
}
