//! Of whom a sentence tells: the writer, a child, one of the family, somebody called by name, a colleague or customer.
//!
//! Serves 1-4. A colleague in one text and a colleague in another are two people unless a word says that it is the same
//! one (店長, 例の後輩) or both have a name.

use std::{ops::Range, sync::LazyLock};

use crate::{
    pattern::{Regex, regex},
    people,
    text::Analysis,
};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Subject {
    Writer,
    /// 娘, 長男, うちの子: by the word, daughters and sons told apart.
    Child(&'static str),
    /// 妻, 父.
    Family(&'static str),
    /// 店長, 例の後輩.
    Role(String),
    /// A name without its title.
    Named(String),
}

impl Subject {
    pub const fn is_child(&self) -> bool {
        matches!(self, Self::Child(_))
    }
}

static CHILD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?P<daughter>娘|長女|次女|三女|(?i:my daughter))|(?P<son>息子|長男|次男|三男|(?i:my son))|うちの子|我が子|わが子|上の子|下の子|末っ子|(?i:my (?:kid|child))",
    )
});
static FAMILY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?P<who>祖母|祖父|夫|妻|旦那|主人|嫁|母|父|姉|兄|妹|弟)(?:さん|親)?(?:[はがもを、]|の(?:[^日]|$))|(?i:my (?P<en>husband|wife|mother|father|sister|brother))",
    )
});
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?P<one>店長|部長|課長|係長|主任|担任|社長|専務|塾長|院長|工場長|上司)(?:さん)?[はがものを、]|(?P<same>(?:例の|あの|いつもの|この前の|隣の席の|となりの席の)(?:同僚|後輩|先輩|同期|新人|バイト(?:の子)?|常連|お客(?:さん|さま|様)|患者さん|生徒|派遣さん))|(?i:my (?P<boss>boss|manager|landlord))";
    regex(pattern)
});
static WRITER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?:私|わたし|あたし|俺|おれ|僕|ぼく|自分|うち)(?:は|も|の|が|、)|(?-u:\b)I(?:'m| )|(?-u:\b)[Mm]y (?:name|station|car|birthday|office|shift)",
    )
});

/// Who is mentioned where, by position.
pub(super) fn mentions(a: &Analysis<'_>) -> Vec<(Range<usize>, Subject)> {
    let text = a.text();
    let mut all: Vec<(Range<usize>, Subject)> = Vec::new();
    for found in CHILD.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let who = if found.name("daughter").is_some() {
            "daughter"
        } else if found.name("son").is_some() {
            "son"
        } else {
            "child"
        };
        all.push((whole.range(), Subject::Child(who)));
    }
    for found in FAMILY.captures_iter(text) {
        let Some(who) = found.name("who").or_else(|| found.name("en")) else { continue };
        // 父 and 母 as a part of a word: 祖父母, 父母会.
        if !all.iter().any(|(range, _)| range.end > who.start() && range.start < who.end()) {
            all.push((who.range(), Subject::Family(family(who.as_str()))));
        }
    }
    for found in ROLE.captures_iter(text) {
        let who = ["one", "same", "boss"].iter().find_map(|name| found.name(name));
        if let Some(who) = who {
            all.push((who.range(), Subject::Role(who.as_str().to_lowercase())));
        }
    }
    for range in people::titled(text) {
        let name = bare(&text[range.clone()]).to_owned();
        all.push((range, Subject::Named(name)));
    }
    all.extend(WRITER.find_iter(text).map(|found| (found.range(), Subject::Writer)));
    all.retain(|(range, _)| !a.is_quoted(range) && !a.is_in_url(range));
    all.sort_by_key(|(range, _)| (range.start, range.end));
    all
}

/// A name without what it is addressed with.
pub(super) fn bare(titled: &str) -> &str {
    let titles = ["さん", "ちゃん", "くん", "君", "先生", "さま", "様", "氏", "サン", "サマ"];
    let name = titles.iter().find_map(|title| titled.strip_suffix(title)).unwrap_or(titled);
    name.trim_end()
}

fn family(word: &str) -> &'static str {
    match word {
        "夫" | "旦那" | "主人" | "husband" => "husband",
        "妻" | "嫁" | "wife" => "wife",
        "母" | "mother" => "mother",
        "父" | "father" => "father",
        "祖母" => "grandmother",
        "祖父" => "grandfather",
        "姉" | "妹" | "sister" => "sister",
        _ => "brother",
    }
}
