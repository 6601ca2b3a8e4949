//! The bytes of a line, and what is not one.

use serde_json::json;

use super::*;
use crate::commitment::{Salt, commit};

const GOLDEN: &str = concat!(
    r#"{"v":1,"pos":41,"at":"2026-04-01T00:30:00.000001Z","stream":"post:0f1e2d3c4b5a69788796a5b4c3d2e1f0","seq":2,"#,
    r#""type":"post_revised","actor":"person:00000000000000000000000000000007","#,
    r#""data":{"class":"routine","deliveries":["a","b"],"length":140,"reply":null,"urgent":false},"#,
    r#""hidden":{"draft":"exHgrnb/HCqBr9yoqqEHxUPSpmCZkDGz1/4yBy2xlZg="}}"#
);

fn entry() -> Entry {
    Entry {
        version: 1,
        pos: 41,
        at: 1_775_003_400_000_001,
        stream: "post:0f1e2d3c4b5a69788796a5b4c3d2e1f0".to_owned(),
        seq: 2,
        kind: "post_revised".to_owned(),
        actor: "person:00000000000000000000000000000007".to_owned(),
        data: json!({"urgent": false, "length": 140, "class": "routine", "deliveries": ["a", "b"], "reply": null}),
        hidden: BTreeMap::from([("draft".to_owned(), commit(&Salt::new([3; 32]), "おはようございます".as_bytes()))]),
    }
}

#[test]
fn a_line_has_these_very_bytes() {
    assert_eq!(String::from_utf8(entry().encode().unwrap()).unwrap(), GOLDEN);
    assert_eq!(Entry::decode(GOLDEN.as_bytes()), Ok(entry()));
}

#[test]
fn another_spelling_of_the_same_entry_is_refused() {
    for (from, to) in [
        ("{\"v\":1,", "{\"v\": 1,"),
        ("{\"v\":1,", "{\"v\":01,"),
        ("{\"v\":1,", "{\"v\":0,"),
        ("{\"v\":1,\"pos\":41", "{\"pos\":41,\"v\":1"),
        ("\"pos\":41", "\"pos\":4.1e1"),
        ("\"pos\":41", "\"pos\":-41"),
        ("\"seq\":2", "\"seq\":0"),
        (".000001Z", ".00001Z"),
        (".000001Z", ".000001+00:00"),
        ("2026-04-01", "2026-02-29"),
        ("2026-04-01", "2026-13-01"),
        ("T00:30", "T24:30"),
        ("\"post_revised\"", "\"post revised\""),
        ("\"post_revised\"", "\"\""),
        ("\"class\":\"routine\",", ""),
        ("\"data\":{\"class\"", "\"data\":{\"zzz\":1,\"class\""),
        ("\"data\":{\"class\"", "\"data\":{\"class\":1,\"class\""),
        ("\"length\":140", "\"length\":9007199254740992"),
        ("\"routine\"", "\"rout\\u0069ne\""),
        ("\"routine\"", "\"rout\\u0008ne\""),
        ("\"routine\"", "\"rout\\/ne\""),
        ("\"routine\"", "\"rout\u{1}ne\""),
        ("Zg=\"}}", "Zh=\"}}"),
        ("Zg=\"}}", "AE=\"},\"more\":1}"),
        ("Zg=\"}}", "Zg=\"}}\n"),
        ("Zg=\"}}", "Zg=\"}} "),
    ] {
        let line = GOLDEN.replacen(from, to, 1);
        assert_ne!(line, GOLDEN, "{from}");
        let decoded = Entry::decode(line.as_bytes());
        assert!(decoded.is_err() || (to.is_empty() && decoded != Ok(entry())), "{to}: {decoded:?}");
    }
    assert_eq!(Entry::decode(b"{\"v\":1,\xff"), Err(LineError::Utf8(7)));
}

#[test]
fn what_would_not_be_read_back_is_not_written() {
    let refuse = |change: &dyn Fn(&mut Entry)| {
        let mut entry = entry();
        change(&mut entry);
        entry.encode().expect_err("refused")
    };
    assert!(matches!(refuse(&|e| e.stream = "田中".to_owned()), LineError::Word { field: "`stream`", .. }));
    assert!(matches!(refuse(&|e| e.actor = "a".repeat(129)), LineError::Word { field: "`actor`", .. }));
    assert!(matches!(refuse(&|e| e.seq = 0), LineError::Range { field: "`seq`", .. }));
    assert!(matches!(refuse(&|e| e.pos = 1 << 53), LineError::Range { field: "`pos`", .. }));
    assert!(matches!(refuse(&|e| e.at = -1), LineError::Time(-1)));
    assert!(matches!(refuse(&|e| e.at = i64::MAX), LineError::Time(_)));
    assert!(matches!(refuse(&|e| e.data = json!([])), LineError::Data));
    assert!(matches!(refuse(&|e| e.data = json!({"x": 0.5})), LineError::Unwritable(Unwritable::Number(_))));
    assert!(matches!(refuse(&|e| e.data = json!({"x": u64::MAX})), LineError::Unwritable(Unwritable::Number(_))));
    assert!(matches!(refuse(&|e| e.data = json!({"山田": 1})), LineError::Unwritable(Unwritable::Key(_))));
    assert!(matches!(refuse(&|e| e.data = json!({"x": "x".repeat(LINE_MAX)})), LineError::TooLong(_)));
    let deep = (0..40).fold(json!(1), |inner, _| json!([inner]));
    assert!(matches!(refuse(&|e| e.data = json!({"x": deep})), LineError::Unwritable(Unwritable::Depth)));
}

#[test]
fn a_line_never_holds_a_raw_newline_and_every_string_comes_back() {
    let every = (0..0x200_u32).filter_map(char::from_u32).chain("😀\u{2028}\u{feff}".chars()).collect::<String>();
    let mut entry = entry();
    entry.data = json!({"text": every, "nested": [[], {}, {"deep": [-1, 0, 9_007_199_254_740_991_u64]}]});
    let line = entry.encode().unwrap();
    assert!(!line.contains(&b'\n'));
    assert_eq!(Entry::decode(&line), Ok(entry));
}

#[test]
fn times_have_one_spelling_over_the_whole_range() {
    for (text, micros) in [
        ("1970-01-01T00:00:00.000000Z", 0),
        ("2000-02-29T23:59:59.999999Z", 951_868_799_999_999),
        ("2026-11-24T09:14:20.123456Z", 1_795_511_660_123_456),
        ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
    ] {
        assert_eq!(parse_at(text), Some(micros), "{text}");
        assert_eq!(format_at(micros).as_deref(), Some(text));
    }
    assert_eq!(format_at(253_402_300_800_000_000), None);
    for bad in
        ["2100-02-29T00:00:00.000000Z", "1969-12-31T00:00:00.000000Z", "2026-00-10T00:00:00.000000Z", "2026-11-24"]
    {
        assert_eq!(parse_at(bad), None, "{bad}");
    }
    // Every day for 300 years, at a time of day that moves along.
    for day in 0..110_000_i64 {
        let micros = day * 86_400_000_000 + day * 777_777;
        assert_eq!(parse_at(&format_at(micros).unwrap()), Some(micros));
    }
}
