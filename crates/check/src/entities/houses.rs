//! Organisations: by tag, and by the word that ends or begins their name.
//!
//! Serves 1-3, 1-6 and 2-3.

use std::sync::LazyLock;

use shingi_morph::Kind;

use crate::people;

use super::{Certainty, Entity, Reading, Sort, Words, is_kanji, is_katakana, length, set};

/// What the name of a house ends with. The part before it has to be a name, a place or a word that no dictionary knows.
static ENDS: Words = LazyLock::new(|| {
    set("工業 製薬 銀行 電機 電器 家電 電気 電工 電子 商事 建設 大学 病院 医院 クリニック \
     製作所 自動車 食品 放送 テレビ 新聞 新聞社 不動産 ホテル 鉄道 電鉄 航空 運輸 物産 通信 \
     生命 書房 書店 飯店 交通 バス 電力 証券 出版 出版社 商店 商会 酒造 水産 農園 牧場 \
     旅館 食堂 薬局 工務店 運送 急便 百貨店 ガス 製麺 製パン 製菓 製粉 製紙 製鉄 本舗 \
     美容室 幼稚園 保育園 学園 高校 高等学校 中学校 小学校 ゼミナール ゼミ 塾 美術館 博物館 \
     水族館 動物園 カフェ グループ ホールディングス ストア ストアー スーパー システム システムズ \
     ソフト ソフトウェア フーズ モータース モバイル エレクトロニクス ケミカル 産業 化学 金属 \
     機械 精機 精工 印刷 繊維 紡績 信用金庫 信金 農協 生協 劇団 楽団 球団 社 市役所 区役所 \
     県庁 役場 消防署 警察署 陸運 海運 化粧品 観光 旅行 ツアー 物流 倉庫 造船 鉄工所 薬品 信託 損保 カード ペイ 鮮魚店 青果 精肉店 \
     洋菓子店 菓子店 珈琲 珈琲店 コーヒー 茶舗 時計店 楽器 玩具 予備校 アカデミー スクール 保険 証券 設備 住宅 ホーム ハウス 地所 \
     リフォーム 警備 人材 広告 デザイン ネット クラウド ソリューションズ ゲームス エンタテインメント 劇場 リゾート 交通局 水道局 市場 工房 \
     研究所 事務所 協会 連盟 組合 財団 教室 教習所 美容院 歯科 眼科 内科 小児科 接骨院 神社 寺 教会 便 堂 軒 亭 庵 園 店 屋 院 党 局 館")
});
/// Ends that stand behind many a word that is no name: they take a name, or a word that no dictionary knows.
static WEAK: Words = LazyLock::new(|| {
    set(
        "バス テレビ ガス システム スーパー カフェ ホテル グループ ソフト カード ネット クラウド ホーム ハウス デザイン スクール コーヒー ツアー 教室 \
     社 便 堂 軒 亭 庵 園 店 屋 院 党 局 館 寺 市場 保険 広告 設備 倉庫 物流 旅行 観光 化学 機械 金属 繊維 印刷 産業 工業 電気 電子 通信 放送 新聞 組合 事務所",
    )
});
/// What stands before or behind the name of a company.
static FORMS: Words = LazyLock::new(|| set("株式会社 有限会社 合同会社 (株) (有) 社団法人 財団法人 学校法人 医療法人"));

/// Ends of names before which an ordinary word is a name too.
static FIRM_ENDS: Words = LazyLock::new(|| {
    set(
        "銀行 生命 建設 書房 書店 信用金庫 信金 運輸 電鉄 製薬 商事 商店 酒造 不動産 工務店 証券 製作所 自動車 食品 新聞 新聞社 \
         病院 電機 物産 旅館 農園 牧場 本舗 急便 運送 製菓 水産 印刷 産業 工業 交通 商会 食堂 薬局 学園 大学 陸運 海運 化粧品 \
         クリニック 便 珈琲店 美術館 劇場 消防署 市役所",
    )
});
/// What stands before such an end in words that name no house.
static ORDINARY: Words = LazyLock::new(|| {
    set(
        "地方 都市 投資 総合 私立 国立 公立 県立 市立 動物 大手 民間 地元 老舗 他社 有名 近所 会社 学校 社員 学生 軽 中古 \
         電気 冷凍 加工 健康 自然 基礎 公共 国内 海外 業界 観光 温泉 全国 地域 専門 調剤 救急 古本 絵本 血液 精密 重 一次 \
         第三次 第一次 水素 自家用 乗用 外国 紙 週刊 英字 新築 個人 家族 町 村 市 県 駅前 隣 自社 社内 高速 陸上 路面 \
         無料 共済 単位 定期 人間 半導体 伝統 基幹 主要 食料 原子力 化学 繊維 機械 金属 情報 建設 農業 林業 漁業 商業 大衆 \
         短期 女子 医科 工科 音楽 芸術 一流 名門 志望 出身 母校 夜行 定期 増 臨時 直行 始発 次 前 船 郵 宅配 航空 手 穏 県警 現代 町立",
    )
});

pub(super) fn find(r: &Reading<'_, '_>, found: &mut Vec<Entity>) {
    let mut nth = 0;
    while nth < r.words.len() {
        let Some(last) = house_at(r, nth) else {
            nth += 1;
            continue;
        };
        let titled = matches!(r.word(last + 1), "さん" | "様" | "さま") && r.joined(last + 1);
        let last = last + usize::from(titled);
        // 朝日, 東洋: an ordinary word too.
        let short = !titled && last == nth && is_kanji(r.word(nth)) && length(r.word(nth)) <= 2;
        let certainty = if short { Certainty::Bare } else { Certainty::Formed };
        found.push(Entity { range: r.range(nth, last), sort: Sort::Organisation, certainty });
        nth = last + 1;
    }
}

/// The last word of the house whose name begins here.
fn house_at(r: &Reading<'_, '_>, first: usize) -> Option<usize> {
    if first > 0 && r.joined(first) && is_name_part(r, first - 1) && !r.kind(first - 1).is_place() {
        return None;
    }
    let mut last = first;
    let mut end = None;
    let (mut named, mut katakana) = (false, false);
    while is_name_part(r, last) && (last == first || r.joined(last)) && last < first + 7 {
        let word = r.word(last);
        let form = FORMS.contains(word);
        // Behind a name, a word of trade ends it: ミナト 運輸, ミナモ 化粧 品; 工業 alone is a noun.
        let trade = if ENDS.contains(word) {
            word
        } else if last > first {
            &r.text[r.range(last - 1, last)]
        } else {
            ""
        };
        let by_trade = last > first && ENDS.contains(trade) && (named || katakana && !WEAK.contains(trade));
        if by_trade || form && (named || last > first) {
            end = Some(last);
        }
        // To the dictionary every Latin word that it does not know is an organisation.
        if r.kind(last) == Kind::Organisation && !r.is_unknown(last) && length(word) >= 2 {
            end = Some(last);
        }
        if last > first && FORMS.contains(r.word(first)) && r.words[last].kind.is_noun() {
            end = Some(last);
        }
        // A word of one dictionary entry that ends so by itself: 月影銀行 as one unknown word.
        if length(word) >= 4
            && r.is_unknown(last)
            && ENDS.iter().any(|end| word.len() > end.len() && word.ends_with(end))
        {
            end = Some(last);
        }
        let latin = word.is_ascii();
        named |= !latin && r.kind(last).is_name()
            || latin && word.starts_with(|c: char| c.is_ascii_uppercase())
            || r.is_unknown(last);
        katakana |= is_katakana(word) && length(word) >= 3;
        last += 1;
    }
    end.or_else(|| common(r, first))
}

/// 三日月 書房: a house called by an ordinary word; only before a word of trade that stands in few other words.
fn common(r: &Reading<'_, '_>, first: usize) -> Option<usize> {
    let begins = !r.joined(first) || !r.kind(first - 1).is_noun() && r.kind(first - 1) != Kind::Prefix;
    let word = r.word(first);
    if !begins || r.kind(first) != Kind::Noun || length(word) < 2 || ORDINARY.contains(word) {
        return None;
    }
    // 架空 総合 病院
    let last =
        if matches!(r.word(first + 1), "総合" | "中央" | "第一" | "記念") { first + 2 } else { first + 1 };
    let last = if FIRM_ENDS.contains(r.word(last)) { last } else { last + 1 };
    let ends = last < r.words.len()
        && FIRM_ENDS.contains(&r.text[r.range(first + 1, last)].trim_start_matches("総合"))
        && (first + 1..=last).all(|nth| r.joined(nth));
    let closed = !r.joined(last + 1) || !r.kind(last + 1).is_noun();
    (ends && closed && !people::is_nobody(word)).then_some(last)
}

fn is_name_part(r: &Reading<'_, '_>, nth: usize) -> bool {
    let kind = r.kind(nth);
    kind.is_noun()
        || matches!(kind, Kind::NounSuffix | Kind::PlaceSuffix | Kind::Prefix)
        || r.is_unknown(nth)
        || matches!(r.word(nth), "・" | "&" | "(株)" | "(有)") && nth > 0
}
