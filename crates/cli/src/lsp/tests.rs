//! How positions are agreed upon and changes are made to a text.

use serde_json::json;

use super::{
    Unit,
    document::{Change, Document},
    encoding,
};

fn changed(text: &str, unit: Unit, changes: serde_json::Value) -> String {
    let changes: Vec<Change> = serde_json::from_value(changes).unwrap();
    let mut document = Document::new(text.to_owned(), 1);
    document.change(changes, Some(2), unit);
    assert_eq!(document.version, 2);
    document.text
}

#[test]
fn the_first_encoding_of_the_editor_that_we_know_counts_and_none_means_utf_16() {
    let asked =
        |names: serde_json::Value| encoding(&json!({"capabilities": {"general": {"positionEncodings": names}}}));
    assert_eq!(asked(json!(["utf-7", "utf-8", "utf-16"])), Unit::Utf8);
    assert_eq!(asked(json!(["utf-32"])), Unit::Utf32);
    assert_eq!(asked(json!([])), Unit::Utf16);
    assert_eq!(encoding(&json!({})), Unit::Utf16);
}

#[test]
fn changes_count_in_the_agreed_unit_one_after_the_other_and_never_cut_a_character() {
    let range = |line: u32, from: u32, to: u32| json!({"start": {"line": line, "character": from}, "end": {"line": line, "character": to}});
    let text = "𠮷野家\r\n🎉です";
    let two = json!([{"range": range(1, 0, 2), "text": "本日"}, {"range": range(1, 2, 2), "text": "休業"}]);
    assert_eq!(changed(text, Unit::Utf16, two), "𠮷野家\r\n本日休業です");
    assert_eq!(changed(text, Unit::Utf8, json!([{"range": range(0, 4, 10), "text": "の"}])), "𠮷の\r\n🎉です");
    assert_eq!(changed(text, Unit::Utf32, json!([{"range": range(0, 1, 3), "text": ""}])), "𠮷\r\n🎉です");
    assert_eq!(changed(text, Unit::Utf16, json!([{"range": range(0, 1, 1), "text": "x"}])), "x𠮷野家\r\n🎉です");
    assert_eq!(changed(text, Unit::Utf16, json!([{"range": range(9, 9, 9), "text": "。"}])), "𠮷野家\r\n🎉です。");
    assert_eq!(changed(text, Unit::Utf16, json!([{"range": range(1, 3, 1), "text": "x"}])), "𠮷野家\r\n🎉でxす");
    assert_eq!(changed(text, Unit::Utf16, json!([{"text": "全部"}])), "全部");
}
