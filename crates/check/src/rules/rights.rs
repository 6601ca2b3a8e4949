//! 1-3: copyright, portraits, hidden promotion, claims of advertising.

use std::sync::LazyLock;

use crate::pattern::{Regex, regex};

use crate::rule::Rule;

pub mod bought_review;
pub mod character_use;
pub mod copied_work;
pub mod face_in_picture;
pub mod guarantee;
pub mod health_effect;
pub mod hidden_promotion;
pub mod named_in_picture;
pub mod perhaps_face_in_picture;
pub mod picture_used_before;
pub mod price_claim;
pub mod superlative;
pub mod unlawful_act;
pub mod unwilling_portrait;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &superlative::RULE,
    &guarantee::RULE,
    &health_effect::RULE,
    &price_claim::RULE,
    &hidden_promotion::RULE,
    &bought_review::RULE,
    &copied_work::RULE,
    &character_use::RULE,
    &unwilling_portrait::RULE,
    &unlawful_act::RULE,
    &face_in_picture::RULE,
    &perhaps_face_in_picture::RULE,
    &picture_used_before::RULE,
    &named_in_picture::RULE,
];

/// A survey, measurement or source that is named: who, and when or where to read it.
pub(crate) fn names_evidence(stretch: &str) -> bool {
    static EVIDENCE: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?i)調べ|調査|(?:年|月)(?:時点|現在)|白書|統計|論文|学会|紀要|『[^』]+』[^。\n]{0,12}(?:\d{4}年|頁|ページ)|認定|認証|第三者機関|評価試験|測り方|測定方法|試験(?:の)?(?:方法|結果)|仕様書|技術資料|開示資料|https?://|出典|according to|survey|certified|FY\d{4}|p\. ?\d+";
        regex(pattern)
    });
    EVIDENCE.is_match(stretch)
}

/// Whether somebody who has the right said yes, in this stretch and not in the negative.
pub(crate) fn is_permitted(stretch: &str) -> bool {
    static PERMITTED: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?:許可|許諾|承諾|了承|了解|同意|確認)(?:を|も|は)?(?:得|いただ|頂|もら|取って(?:い(?:ます|る)|お(?:り(?:ます|、)|きま)|ある|あり|、)|取りました|あり|ずみ|済|のうえ|の上|のもと)|(?:許可|許諾|承諾|了承|同意)で|本人が(?:「[^」]*」と(?:言|いう)|[^。\n]{0,10}上げて|[^。\n]{0,8}いいと)|ガイドライン(?:で|に)(?:許|そ|沿|従)|(?i:CC0|CC BY|public domain|with (?:their|his|her|the) (?:kind )?permission|licen[sc]ed)|保護期間(?:は|が)(?:終|満了|切れ)|著作権(?:は|が)(?:切れ|消滅)|パブリックドメイン|フリー素材|自分で(?:撮|描|書|作)|載せてよいと";
        regex(pattern)
    });
    PERMITTED.is_match(stretch)
}
