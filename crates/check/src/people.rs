//! People named in a text by the form of the words alone: 「田中さん」, 「同期の若槻」. No dictionary of names.
//!
//! Serves 1-4 and 2-3. A shop (八百屋さん), a trade (運転手さん), family (娘さん) and everybody (皆さん) are nobody.

use std::{ops::Range, sync::LazyLock};

use crate::pattern::{Regex, regex};

/// A name of one to four kanji with perhaps a given name in kana, or one in katakana or hiragana, before a title.
static TITLED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?P<name>\p{Han}{1,5}(?:[\p{Hiragana}\p{Katakana}ー]{2,4})?|[\p{Katakana}ー]{2,8}|\p{Hiragana}{2,4})\s?(?P<title>さん|ちゃん|くん|君|先生|さま|様|氏|のじいさん|のばあさん|サン|サマ)";
    regex(pattern)
});
/// Who speaks of a matter by profession.
static PROFESSION: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:医師|院長|講師|弁護士|税理士|教授|研究者|専門家|作家|漫画家|俳優|歌手|選手|監督|記者|市長|知事|議員|管理栄養士|薬剤師|看護師|棋士)の?$";
    regex(pattern)
});
/// What people are called who are no one in particular.
static NOBODY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:客|皆|員|者|師|手|業|社|店|会|医|隊|団|奥|娘|息子|神|仏|王|猫|犬|鳥|何|誰|方|家|生|組|班|部|妹|弟|姉|兄|父|母|爺|婆|叔父|叔母|伯父|伯母|嫁|孫|主|旦那|赤|園児|豚|熊|馬|牛|魚|花|局|係|屋|士|たく|いら|みな|たくさん|おじい|おばあ|おとう|おかあ|おにい|おねえ|おじ|おば|おく|おきゃく|おこ|みなみな|どなた|だれ|彼|赤|若旦那|皆々|人気者|ぜん|ちゃん|わん|にゃん|ぞう|うさぎ|くま|お子|お母|お父|お兄|お姉|お客|ご主人|お嬢|お医者|殿|王子|姫|女王|御|同|仕|多|各|異|無|模|有|一|神様|世|貴|外|国|俺|王|左|左|王)$";
    regex(pattern)
});
/// Family names that end like a trade.
const SURNAMES: [&str; 12] =
    ["土屋", "守屋", "古屋", "関屋", "板屋", "大家", "新家", "富士", "花", "金家", "渥美", "国方"];

/// Where somebody is named with a title. The title is a part of the range.
pub fn titled(text: &str) -> impl Iterator<Item = Range<usize>> {
    TITLED.captures_iter(text).filter_map(|found| {
        let (whole, name, title) = (found.get(0)?, found.name("name")?, found.name("title")?);
        let kana = name.as_str().chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー'));
        // Hiragana alone before さん is mostly a word (たくさん); before ちゃん and くん it is mostly a name.
        if kana && !matches!(title.as_str(), "ちゃん" | "くん") || title.as_str() == "様" && is_word(name.as_str())
        {
            return None;
        }
        (!is_nobody(name.as_str())).then_some(whole.start()..whole.end())
    })
}

/// Whether a name without its title is a trade, family or everybody.
#[must_use]
pub fn is_nobody(name: &str) -> bool {
    NOBODY.is_match(name) && !SURNAMES.contains(&name)
}

/// Where a noun begins that a pattern without a dictionary took together with the words before it: behind the last
/// particle that follows a kanji (住所は渋谷区 → 渋谷区).
#[must_use]
pub fn behind_particle(words: &str) -> usize {
    static PARTICLE: LazyLock<Regex> = LazyLock::new(|| regex(r"\p{Han}[はをにへで]"));
    PARTICLE.find_iter(words).last().map_or(0, |m| m.end())
}

/// Whether the words before a name say that the person speaks as a professional (「医師の佐藤さん」).
#[must_use]
pub fn is_professional(before: &str) -> bool {
    PROFESSION.is_match(before)
}

/// 仕様, 模様, 同様 and the like.
fn is_word(name: &str) -> bool {
    name.chars()
        .next_back()
        .is_some_and(|c| matches!(c, '仕' | '模' | '同' | '多' | '各' | '異' | '紋' | '有' | '今' | '神' | '殿'))
}

/// Whether a stretch says that the person agreed. A text that only speaks of agreement elsewhere is not meant.
#[must_use]
pub fn agreed(stretch: &str) -> bool {
    static AGREED: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?:ご?本人|保護者|ご?家族|所属事務所|お客[様さ]ま?|持ち主|作業所)[^。\n]{0,14}(?:了承|了解|許可|同意|承諾|確認)|(?:了承|許可|同意|承諾)(?:済|ずみ|を得|を頂|をいただ|の上|のうえ|のもと)|with (?:her|his|their) (?:consent|permission)";
        regex(pattern)
    });
    AGREED.is_match(stretch)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        titled(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn a_person_is_named_and_a_trade_is_not() {
        assert_eq!(
            names("経理の高橋由美さんとタケシくん、さくらちゃん、土屋さん"),
            ["高橋由美さん", "タケシくん", "さくらちゃん", "土屋さん"]
        );
        assert_eq!(
            names("八百屋さん、運転手さん、皆さん、お客さん、奥さん、たくさん、仕様、模様、店員さん、お医者さん"),
            Vec::<&str>::new()
        );
    }
}
