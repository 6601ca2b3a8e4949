//! What a text tells of somebody: name, school, workplace, place down to the station, hour, age, and the like.
//!
//! Serves 1-4. Each is told by its form and by a word that says that it is somebody's own (住んで, 最寄り, 毎朝): a
//! station that is only passed through tells of nobody.

use std::{ops::Range, sync::LazyLock};

use super::subjects::{self, Subject};
use crate::{
    normalize,
    pattern::{Regex, regex},
    text::Analysis,
};

/// What is told of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Trait {
    Name,
    School,
    Workplace,
    Department,
    /// A station, stop, block or street where somebody lives or is met.
    Place,
    /// A time of day that comes again.
    Hour,
    Age,
    Birthday,
    Car,
    Illness,
    Appearance,
    /// What is seen from a window.
    View,
}

impl Trait {
    /// How far it narrows down who is meant. A full name alone does not tell which of those who bear it.
    pub const fn weight(self, of: &Subject) -> u32 {
        match self {
            Self::Name | Self::Place | Self::Birthday | Self::View => 3,
            Self::School | Self::Workplace => 4,
            Self::Hour if of.is_child() => 3,
            // Of somebody else an illness is told without their leave.
            Self::Illness if !matches!(of, Subject::Writer) => 4,
            Self::Department | Self::Hour | Self::Car | Self::Illness | Self::Appearance => 2,
            Self::Age => 1,
        }
    }

    /// Whether two values mean two people.
    pub const fn is_lasting(self) -> bool {
        match self {
            Self::Name | Self::School | Self::Workplace | Self::Birthday => true,
            Self::Department
            | Self::Place
            | Self::Hour
            | Self::Age
            | Self::Car
            | Self::Illness
            | Self::Appearance
            | Self::View => false,
        }
    }
}

/// One trait of one subject, and the words that tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub subject: Subject,
    pub what: Trait,
    /// Folded, so that the same said twice is the same.
    pub value: String,
    pub range: Range<usize>,
}

/// A trait by its form: letters without one of which it cannot be, and the pattern, whose `v` is the value.
struct Form {
    what: Trait,
    letters: &'static [&'static str],
    pattern: LazyLock<Regex>,
}

macro_rules! form {
    ($what:ident, $letters:expr, $pattern:expr) => {
        Form { what: Trait::$what, letters: &$letters, pattern: LazyLock::new(|| regex($pattern)) }
    };
}

static FORMS: [Form; 15] = [
    form!(
        Name,
        ["名前", "本名", "フルネーム", "申し", "my name is", "My name is"],
        r"(?:本名|名前|フルネーム)(?:は|:|、)\s?(?P<v>\p{Han}{2,6}|\p{Han}{1,3}[\p{Hiragana}\p{Katakana}ー]{2,4}|[\p{Katakana}ー]{2,8})(?:です|だ|と|って|。|、|$)|(?P<v2>\p{Han}{2,6}|[\p{Katakana}ー]{2,8})と申し|[Mm]y name is (?P<v3>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    ),
    form!(
        Name,
        ["ちゃん", "くん", "君", "daughter ", "son "],
        r"(?:娘|息子|長女|長男|次女|次男|うちの子)の(?P<v>\p{Han}{1,3}|\p{Hiragana}{2,4}|[\p{Katakana}ー]{2,5})(?:ちゃん|くん|君)|[Mm]y (?:daughter|son) (?P<v2>[A-Z][a-z]+)(?-u:\b)"
    ),
    form!(
        School,
        ["校", "園", "大学", "塾", "小", "中", "高", "School", "Nursery"],
        r"(?P<v>[\p{Han}\p{Katakana}ー]{2,8}(?:小学校|中学校|高等学校|高校|幼稚園|保育園|こども園|大学|学園|学習塾)|\p{Hiragana}{2,6}(?:幼稚園|保育園|こども園))|(?P<v2>\p{Han}{2,4}(?:小|中|高))の?(?:[1-6一二三四五六]年|に(?:通|入学|進学))|(?P<v3>[A-Z][a-z]+ (?:Primary|Elementary|Middle|High|Nursery) ?(?:School)?)"
    ),
    form!(
        Workplace,
        ["勤", "働", "就職", "入社", "転職", "バイト", "パート", "work at ", "work for "],
        r"(?P<v>(?:株式会社)?(?:[\p{Han}\p{Katakana}ーA-Za-z]{2,12}?|\p{Hiragana}{2,4})(?:株式会社|銀行|製作所|病院|電機|電器|商事|建設|食品|工業|製薬|不動産|百貨店|ホテル|クリニック|薬局|市役所|区役所|書店|食堂|堂|屋|店)(?:の?[\p{Han}\p{Katakana}ー]{1,8}(?:支店|店|営業所|工場))?)(?:に|で|の)(?:勤め|勤務|働|就職|入社|転職|バイト|パート)|勤務先[はが:]\s?(?P<v2>[\p{Han}\p{Katakana}ーA-Za-z]{2,14})|[Ww]ork (?:at|for) (?P<v3>[A-Z]\w+(?: [A-Z]\w+)?)"
    ),
    form!(
        Department,
        ["部", "課", "室", "係", "department", "team"],
        r"(?P<v>(?:営業|経理|人事|総務|広報|開発|企画|法務|製造|品質管理|情報システム|カスタマーサポート|仕入|物流|宣伝)(?:第?[一二三1-3])?(?:部|課|室|係|本部))(?:[のにでだ。、]|$)|(?:in|with) the (?P<v2>sales|accounting|legal|marketing|payroll|design) (?:department|team)"
    ),
    form!(
        Place,
        ["駅", "町", "丁目", "通り", "最寄り"],
        r"最寄り(?:駅)?[はが、:]?\s?(?P<v>[\p{Han}\p{Katakana}ー]{1,8}駅)|(?P<v2>[\p{Han}\p{Katakana}ー]{1,8}(?:駅|町|丁目|通り))(?:から|まで)?(?:の|に|で)?(?:徒歩|歩いて)\s?[\d一二三四五六七八九十]{1,2}分|(?P<v3>[\p{Han}\p{Katakana}ー]{1,8}(?:駅|町|丁目|通り))(?:の(?:近く|そば|裏|前))?に(?:住|引っ?越|家|実家|うち)"
    ),
    form!(
        Place,
        ["駅", "公園", "バス停", "交差点", "商店街", "ホーム"],
        r"(?:毎[朝晩日週]|いつも|平日|[月火水木金土日]曜)[^。\n]{0,24}?(?P<v>[\p{Han}\p{Katakana}ー]{2,8}(?:駅|公園|バス停|交差点|商店街))|(?P<v2>[\p{Han}\p{Katakana}ー]{2,8}(?:駅|公園|バス停|交差点|商店街))[^。\n]{0,10}?(?:毎[朝晩日週]|いつも|で待)"
    ),
    form!(
        Place,
        ["station", "Station", "live ", "lives "],
        r"(?:near|next to|behind|closest station is|(?:live|lives) (?:in|on|by)) (?P<v>[A-Z][a-z]+ (?:[Ss]tation|Street|Road|Lane|Square))"
    ),
    form!(
        Hour,
        ["時", ":"],
        r"(?:毎[朝晩日夕週]|平日|いつも|[月火水木金土日]曜日?|下校|登校|お迎え|塾)[^。\n]{0,14}?(?P<v>\d{1,2}(?:時(?:半|\d{1,2}分)?|:\d{2}))|(?:every (?:day|morning|night|[A-Z][a-z]+day)|on (?:[A-Z][a-z]+day)s) (?:at )?(?P<v2>\d{1,2}(?::\d{2})?(?: ?[ap]m)?)"
    ),
    form!(
        Age,
        ["歳", "才", "さい", "小", "中", "年長", "year-old", "years old"],
        r"(?P<v>\d{1,2}(?:歳|才|さい))(?:に|の|です|だ|。|、|!|$)|(?P<v2>(?:小|中|高)[1-6一二三四五六])(?:の|で|です|。|、|$)|(?P<v3>\d{1,2})(?:-year-old| years old)"
    ),
    form!(
        Birthday,
        ["誕生日", "生まれ", "birthday"],
        r"誕生日(?:は|が|、)?\s?(?P<v>\d{1,2}[月/]\d{1,2})日?|(?P<v2>\d{1,2}月\d{1,2}日)(?:が|は|で)?[^。\n]{0,6}?(?:誕生日|生まれ)|birthday (?:is|on) (?P<v3>(?:on )?[A-Z][a-z]+ \d{1,2})"
    ),
    form!(
        Car,
        ["車", "乗", "愛車", "バイク", "自転車", "目印"],
        r"(?P<v>(?:赤|白|黒|青|黄色|銀|シルバー|紺|緑|オレンジ|ピンク|水色)(?:い|の)?(?:[\p{Katakana}ー]{2,8}|軽(?:トラ|自動車)?|ミニバン|ワゴン|スポーツカー|バイク|原付|自転車))(?:に乗|で(?:通|送|迎|来)|が目印|が愛車)|愛車(?:は|の)(?P<v2>[\p{Katakana}ーA-Za-z]{2,10})"
    ),
    form!(
        Illness,
        [
            "病",
            "がん",
            "癌",
            "うつ",
            "てんかん",
            "障害",
            "喘息",
            "透析",
            "不妊",
            "流産",
            "症",
            "余命",
            "手術",
            "通院",
            "cancer",
            "surgery",
            "diabetes"
        ],
        r"(?P<v>糖尿病|うつ病|心臓病|腎臓病|難病|白血病|乳がん|胃がん|がん|癌|てんかん|統合失調症|発達障害|適応障害|パニック障害|双極性障害|喘息|透析|不妊治療|流産|認知症|余命|手術|通院)|(?P<v2>cancer|surgery|diabetes|epilepsy)"
    ),
    form!(
        Appearance,
        [
            "身長",
            "背",
            "髪",
            "坊主",
            "ほくろ",
            "タトゥー",
            "ランドセル",
            "帽子",
            "リュック",
            "コート",
            "メガネ",
            "眼鏡",
            "車いす",
            "松葉杖",
            "backpack",
            "hair"
        ],
        r"(?P<v>(?:身長|背)[はが]?\s?\d{3}(?:cm|センチ)?|(?:金|赤|ピンク|青|緑)髪|坊主頭|(?:右|左)(?:頬|目|腕|手|足)の(?:下の)?(?:ほくろ|傷|タトゥー)|(?:赤い|黄色い|青い|水色の|ピンクの|緑の|紫の)(?:ランドセル|帽子|リュック|コート|メガネ|眼鏡)|車いす|松葉杖)|(?P<v2>(?:red|yellow|blue|pink|green) (?:backpack|coat|hat|hair))"
    ),
    form!(
        View,
        ["から見", "が見え", "窓", "ベランダ"],
        r"(?:ベランダ|窓|部屋)から(?:は|も)?(?P<v>[^。、\n]{2,12}?)(?:が|を)(?:よく|すぐ)?(?:見え|見る|見下ろ|眺め)"
    ),
];

/// Words before a kind of school or shop that name none.
const ORDINARY: [&str; 30] = [
    "県立",
    "市立",
    "私立",
    "公立",
    "国立",
    "地元",
    "近所",
    "母校",
    "女子",
    "夜間",
    "同じ",
    "自宅",
    "近く",
    "隣",
    "志望",
    "出身",
    "第一",
    "通信制",
    "定時制",
    "全国",
    "某",
    "都立",
    "府立",
    "有名",
    "大手",
    "老舗",
    "駅前",
    "地方",
    "総合",
    "最寄り",
];

/// Everything that a text tells of people, by position.
pub(crate) fn traits(a: &Analysis<'_>) -> Vec<Told> {
    let text = a.text();
    let forms = FORMS.iter().filter(|form| form.letters.iter().any(|letters| text.contains(letters)));
    let mut found: Vec<(Range<usize>, Trait, String)> = Vec::new();
    for form in forms {
        for hit in form.pattern.captures_iter(text) {
            let value = ["v", "v2", "v3"].iter().find_map(|name| hit.name(name));
            let (Some(value), Some(whole)) = (value, hit.get(0)) else { continue };
            if names_something(form.what, value.as_str())
                && !a.is_quoted(&value.range())
                && !a.is_in_url(&value.range())
            {
                found.push((whole.range(), form.what, normalize::fold(value.as_str())));
            }
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    found.sort_by_key(|(range, what, _)| (range.start, range.end, *what));
    let mentions = subjects::mentions(a);
    let told = found.into_iter().map(|(range, what, value)| {
        let subject = subject_of(a, &mentions, &range);
        Told { subject, what, value, range }
    });
    told.collect()
}

/// Not 「県立高校」 or 「母校」: a kind is no name.
fn names_something(what: Trait, value: &str) -> bool {
    let kinds: &[&str] = match what {
        Trait::School => {
            &["小学校", "中学校", "高等学校", "高校", "幼稚園", "保育園", "こども園", "大学", "学園", "学習塾"]
        }
        Trait::Workplace => &["病院", "ホテル", "クリニック", "薬局", "書店", "食堂", "銀行", "屋", "店"],
        Trait::Place => &["駅", "公園", "バス停", "交差点", "商店街", "町", "通り"],
        _ => return true,
    };
    let Some(rest) = kinds.iter().find_map(|kind| value.strip_suffix(kind)) else { return true };
    !rest.is_empty()
        && !ORDINARY.contains(&rest)
        && !ORDINARY.iter().any(|word| rest.ends_with(word) && rest.len() <= word.len() + 3)
}

/// Whom a stretch tells of: who is mentioned last before its end in its sentence, or first in it; where nobody is, who the
/// sentence before ended with; else the writer.
fn subject_of(a: &Analysis<'_>, mentions: &[(Range<usize>, Subject)], range: &Range<usize>) -> Subject {
    let own = a.sentence_at(range.start);
    let within = |sentence: &Range<usize>| {
        let from = mentions.partition_point(|(mention, _)| mention.start < sentence.start);
        let to = mentions.partition_point(|(mention, _)| mention.start < sentence.end);
        from..to
    };
    let here = &mentions[within(&own)];
    let last = here.iter().rev().find(|(mention, _)| mention.start < range.end);
    if let Some((_, subject)) = last.or_else(|| here.first()) {
        return child_of(here, subject);
    }
    let nth = a.sentences().partition_point(|sentence| sentence.start < own.start);
    let before = nth.checked_sub(1).map(|nth| &mentions[within(&a.sentences()[nth])]);
    before.and_then(|before| before.last().map(|(_, subject)| child_of(before, subject))).unwrap_or(Subject::Writer)
}

/// 「娘の花ちゃん」 is the daughter.
fn child_of(sentence: &[(Range<usize>, Subject)], subject: &Subject) -> Subject {
    let nth = sentence.iter().position(|(_, other)| other == subject);
    let before = nth.and_then(|nth| nth.checked_sub(1)).map(|nth| &sentence[nth]);
    match (subject, before, nth) {
        (Subject::Named(_), Some((range, child @ Subject::Child(_))), Some(nth))
            if sentence[nth].0.start <= range.end + 'の'.len_utf8() =>
        {
            child.clone()
        }
        _ => subject.clone(),
    }
}
