//! Samples of the record: it holds, it is being verified, it is broken, nothing matches.

use super::view::{Checkpoint, RecordsPage, Verification, VerificationFragment};
use crate::pages::Here;
use crate::pages::parts::{Choice, Stamp};
use crate::pages::posts::samples::events;
use crate::pages::samples::{HOSTILE, page, say, words};
use crate::words_filter::Lang;

pub fn all(lang: Lang) -> Vec<(&'static str, RecordsPage)> {
    let s = |ja, en| say(lang, ja, en);
    let at = || Stamp::new("2026-11-24T10:31+09:00", "10:31");
    let mut lines = events(lang);
    lines[0].sentence.push_str(HOSTILE);
    let holds = RecordsPage {
        page: page(lang, Here::Records, "/records"),
        events: lines,
        total: 8_214,
        kinds: vec![Choice::new("", words(lang, "posts-all"), true)],
        people: vec![Choice::new("", words(lang, "posts-all"), true), Choice::new("p1", "佐藤 美咲", false)],
        from: "2026-11-01".to_owned(),
        until: String::new(),
        more: Some("/records?after=8170".to_owned()),
        checkpoint: Some(Checkpoint {
            origin: "asanagi.example/record".to_owned(),
            size: 8_214,
            root: "b41f07c9a1d2e3f4051627384950a6b7c8d9e0f1a2b3c4d5e6f708192a3b2ad8".to_owned(),
            at: Stamp::new("2026-11-24T10:30+09:00", "10:30"),
            witnesses: String::new(),
        }),
        verification: Verification::Holds {
            at: at(),
            lines: 8_214,
            not_established: vec![s("証人の署名がありません", "No witness has signed")],
        },
        may_verify: true,
        downloads: vec![("/records/export".to_owned(), s("書き出し", "Export"))],
    };
    let running = RecordsPage {
        verification: Verification::Running { part: 3_000, whole: 8_214 },
        may_verify: false,
        ..holds.clone()
    };
    let broken = RecordsPage {
        verification: Verification::Broken {
            at: at(),
            what: s("4,711行目が変わっています。", "Line 4,711 was changed."),
        },
        ..holds.clone()
    };
    let none = RecordsPage {
        events: vec![],
        checkpoint: None,
        more: None,
        verification: Verification::Never,
        ..holds.clone()
    };
    vec![("records", holds), ("records-running", running), ("records-broken", broken), ("records-none", none)]
}

pub fn fragments(lang: Lang) -> Vec<(&'static str, VerificationFragment)> {
    let one = |name, verification| {
        let page = page(lang, Here::Records, "/records/verification");
        (name, VerificationFragment { page, verification, may_verify: true })
    };
    vec![
        one("verification-running", Verification::Running { part: 3_000, whole: 8_214 }),
        one("verification-never", Verification::Never),
    ]
}
