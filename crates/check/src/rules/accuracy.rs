//! 2-2, 2-3 and 2-7: hearsay, guesses, claims without a source; judgements on others; posts that give nothing.

use std::sync::LazyLock;

use crate::pattern::{Regex, regex};

use crate::rule::Rule;

pub mod guess;
pub mod hearsay;
pub mod no_benefit;
pub mod third_party_judged;
pub mod unsourced_number;
pub mod vague_source;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &hearsay::RULE,
    &guess::RULE,
    &vague_source::RULE,
    &unsourced_number::RULE,
    &third_party_judged::RULE,
    &no_benefit::RULE,
];

/// A source by its name, with a time, a page or a link: what makes a reported fact checkable.
pub(crate) fn names_source(stretch: &str) -> bool {
    static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?i)https?://|(?:気象台|気象庁|県|市|町|省|庁|局|指令|消防|警察|大学|協会|センター|研究所|ポータル|開示|公社|課|同社|同館|新聞|紀要|白書|年報|要覧|図録|メモ|誌)[^。\n(]{0,12}(?:発表|調べ|公表|確認|による|より|によると|通知|告示|発行)|\d{1,2}時(?:\d{1,2}分)?(?:発表|現在|確認)|『[^』]+』|調査(?:\(|では|によ|票)|調べ|頁|ページ\)|出典|監修|確認(?:済|ずみ|いたしました|しました|を得て)|仕様書|受領書|according to (?:the |[A-Z])|notice|p\. ?\d+|survey|confirmed (?:with|by)";
        regex(pattern)
    });
    SOURCE.is_match(stretch)
}
