//! Samples of the self-check, for the test that renders them in both languages and for the preview.
//!
//! Only invented words (item 1-4 holds for samples too).

use super::view::{CheckPage, ItemName, PartUrls, RuleWords};
use crate::pages::public::samples::{add, page};
use crate::pages::samples::{HOSTILE, say};
use crate::words_filter::Lang;

pub(in crate::pages) fn check(list: &mut Vec<(String, String)>, lang: Lang) {
    let s = |ja, en| say(lang, ja, en);
    let parts = PartUrls {
        start: "/check/start?v=1".into(),
        words: "/check/words?v=1".into(),
        weights: "/check/weights?v=1".into(),
        manifest: "/check/manifest.webmanifest".into(),
    };
    let rule = |id, ja, en| RuleWords {
        id,
        message: s(ja, en),
        why: HOSTILE.into(),
        help: s("番号を消してください。", "Take the number out."),
    };
    let rules = vec![
        rule("personal/phone_number", "電話番号が書かれています。", "There is a telephone number here."),
        RuleWords {
            why: String::new(), help: String::new(), ..rule("hygiene/x", "見えない字があります。", "Hidden.")
        },
    ];
    let items = vec![ItemName { number: "1-4".into(), title: s("個人情報", "Personal information") }];
    add(list, "check", &CheckPage { page: page(lang, "/check"), parts, rules, items });
}
