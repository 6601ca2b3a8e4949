//! Whatever the text: no panic, offsets on characters of the original, the same answer again, and time in proportion.
//!
//! A test may compare what a clock says.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types)]

use std::sync::LazyLock;

use proptest::prelude::*;
use shingi_check::{
    context::{Context, Earlier, Medium, Organisation},
    engine::Engine,
    matters::{Fingerprints, Matter, MatterClass, Matters},
    mosaic::History,
    normalize::Normalised,
    pack::Pack,
};
use shingi_domain::report::{Place, Report};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(&Pack::standard().unwrap()).unwrap());

fn contexts() -> [Context; 2] {
    let today = "2026-11-24".parse().unwrap();
    let mut official = Context::official(today);
    official.organisation =
        Organisation::new(vec!["つきのわ".into(), String::new()], vec!["03-0000-1100".into(), "".into()]);
    let mut matter =
        Matter::new("1".into(), MatterClass::CodeName, vec!["あさがお計画".into(), "090".into(), "あい".into()]);
    matter.documents.extend(Fingerprints::of(&"うちの会社は来月から娘が毎朝7時にひとりで留守番らしい。".repeat(2)));
    official.matters = Some(Matters::new(vec![matter]).unwrap());
    let earlier = |text: &str| Earlier { id: "1".into(), text: text.into(), at: None };
    official.history =
        Some(History::new(vec![earlier("娘は星見小学校に通う"), earlier("最寄りは星見駅です。田中さん入院")]));
    official.reply_to = Some("返金しないと晒すぞ".into());
    [official, Context::personal(today)]
}

fn holds(text: &str, media: &[Medium], report: &Report) {
    for finding in &report.findings {
        let place = match finding.place {
            Place::Text => text,
            Place::AltText(nth) => media[usize::from(nth)].alt.as_deref().unwrap(),
            Place::Medium(nth) => {
                assert!(usize::from(nth) < media.len());
                ""
            }
        };
        assert_eq!(place.get(finding.span.start..finding.span.end), Some(finding.quote.as_str()), "{finding:?}");
    }
    let mut keys: Vec<_> = report.findings.iter().map(|f| (&f.rule, &f.sentence, f.ordinal)).collect();
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count, "two findings have the same key");
}

fn inspect(text: &str) {
    let media = [Medium::default(), Medium { alt: Some(text.to_owned()), ..Medium::default() }];
    for ctx in contexts() {
        let report = ENGINE.inspect(text, &media, &ctx);
        holds(text, &media, &report);
        assert_eq!(report, ENGINE.inspect(text, &media, &ctx));
        holds(text, &[], &ENGINE.inspect_incoming(text, &ctx));
    }
}

/// Pieces of what rules look for, so that random texts reach their inner branches.
const PIECES: [&str; 40] = [
    "090",
    "０９０",
    "-",
    "1234",
    "5678",
    "〇九〇",
    "の",
    "@",
    "example",
    ".",
    "co.jp",
    "http://",
    "丁目",
    "番地",
    "市",
    "二",
    "さん",
    "くん",
    "入院",
    "、",
    "。",
    "\n",
    "「",
    "」",
    "(",
    ")",
    "11/28",
    "(日)",
    "生まれ",
    "平成16年5月2日",
    "マイナンバー",
    "\u{200b}",
    "\u{202e}",
    "ﾊﾞ",
    "🎂",
    "0️⃣",
    "つきのわ",
    "毎朝7時",
    "娘",
    "アカウント",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        inspect(&text);
    }

    #[test]
    fn any_mixture_of_what_rules_look_for_is_read(picks in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = picks.into_iter().map(|nth| PIECES[nth]).collect();
        inspect(&text);
    }

    #[test]
    fn nothing_invisible_hides_a_telephone_number(at in prop::collection::vec(0usize..14, 1..6)) {
        let mut text: Vec<char> = "電話は090-1234-5678です".chars().collect();
        for at in at {
            text.insert(3 + at, ['\u{200b}', '\u{ad}', '\u{feff}', '\u{2060}', '\u{202e}'][at % 5]);
        }
        let text: String = text.into_iter().collect();
        let report = ENGINE.inspect(&text, &[], &contexts()[1]);
        prop_assert!(report.findings.iter().any(|f| f.rule.as_str() == "personal/phone_number"), "{:?}", text);
    }

    #[test]
    fn full_width_says_the_same_as_half_width(picks in prop::collection::vec(0..PIECES.len(), 0..20)) {
        let text: String = picks.into_iter().map(|nth| PIECES[nth]).filter(|p| !p.contains(['\u{200b}', '\u{202e}'])).collect();
        let wide: String = text
            .chars()
            .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c })
            .collect();
        let normal = |text: &str| Normalised::new(text).text().to_owned();
        prop_assert_eq!(normal(&text), normal(&wide));
        let rules = |text: &str| -> Vec<String> {
            ENGINE.inspect(text, &[], &contexts()[1]).findings.iter().map(|f| f.rule.to_string()).collect()
        };
        prop_assert_eq!(rules(&text), rules(&wide));
    }
}

/// Texts of one megabyte that are hard for a careless program.
fn megabytes() -> Vec<(&'static str, String)> {
    let of = |piece: &str| piece.repeat(1_000_000 / piece.len());
    vec![
        ("zero width", of("\u{200b}")),
        ("bidi overrides", of("\u{202e}あ")),
        ("combining marks", of("\u{301}")),
        ("numbers", of("090-1234-")),
        ("digits", of("9")),
        ("kanji digits", of("九〇")),
        ("open brackets", of("「(")),
        ("names", of("田中さん入院")),
        ("one long word", of("あ")),
        ("katakana", of("ア")),
        ("mail", of("a@")),
        ("dots", of("a.")),
        ("addresses", of("市1-2")),
        ("links", of("http://a")),
        ("tags", of("#あ@a")),
        ("dates", of("11/28(日)")),
        ("kanji", of("漢")),
        ("lines", of("\n")),
        ("masks", of("○")),
        ("half of a name", of("あさがお計○")),
        ("a name", of("あ・さ・が・お・計・画")),
        ("a document", of("うちの会社は来月から娘が毎朝7時にひとりで留守番らしい。あ")),
        ("threats", of("お前の店に火をつけてやる")),
        ("ligatures", of("\u{fdfa}")),
        ("phrases", of("うちの会社は来月から娘が毎朝7時にひとりで留守番らしい。")),
    ]
}

#[test]
fn a_megabyte_of_anything_is_read() {
    // Unoptimised, the whole megabyte is read where it is hardest and 200 kB elsewhere.
    let hardest = ["zero width", "bidi overrides", "one long word", "names"];
    for (name, text) in megabytes() {
        let whole = hardest.contains(&name) || !cfg!(debug_assertions);
        let text = &text[..text.floor_char_boundary(if whole { text.len() } else { 200_000 })];
        for ctx in contexts() {
            let report = ENGINE.inspect(text, &[], &ctx);
            holds(text, &[], &report);
            assert!(report.findings.len() < 60_000, "{name}");
        }
    }
}

#[test]
fn twice_the_text_takes_about_twice_the_time() {
    for (name, text) in megabytes() {
        let cut = |bytes: usize| &text[..text.floor_char_boundary(bytes)];
        let took = |words: &str| {
            let mut best = std::time::Duration::MAX;
            for _ in 0..2 {
                let begin = std::time::Instant::now();
                std::hint::black_box(ENGINE.inspect(words, &[], &contexts()[1]));
                best = best.min(begin.elapsed());
            }
            best
        };
        // Eight times the text. Quadratic would be sixty-four times the time; twenty-four leaves room for a busy machine,
        // and what is really quadratic is so every time.
        let linear = (0..4).any(|_| {
            let (small, large) = (took(cut(20_000)), took(cut(160_000)));
            large < small * 24 + std::time::Duration::from_millis(50)
        });
        assert!(linear, "{name}: eight times the text took more than twenty-four times the time, four times over");
    }
}
