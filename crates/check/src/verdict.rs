//! Words that judge: said of somebody they are a verdict, by whatever form and ending they stand in.
//!
//! Serves 2-3 and 1-10. Asked by dictionary form, so that 「ひどい」「ひどかった」「ひどすぎ」 are one word, and 「甘い」 of a cake
//! is not 「甘えている」. Must never say of whom: that is the rule's to find.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use shingi_morph::{Form, Kind};

use crate::text::Analysis;

/// How a word judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// ひどい, 素人, 手抜き: hardly ever said without a verdict.
    Plain,
    /// 遅い, 高い, 古い: a verdict only of somebody.
    Leaning,
    /// やめろ, 見習うべき, 作ってみなよ: what others ought to do.
    Command,
}

type Words = LazyLock<HashSet<&'static str>>;

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

static PLAIN: Words = LazyLock::new(|| {
    set(
        "ひどい 酷い 非道い まずい 不味い ダサい ださい うざい ウザい しょぼい ショボい 安っぽい 情けない くだらない 下らない つまらない \
         だらしない みっともない 馬鹿馬鹿しい バカバカしい 図々しい 厚かましい 胡散臭い うさんくさい 見苦しい せこい セコい ケチ臭い \
         どんくさい 生ぬるい 手ぬるい ショボい キモい 気持ち悪い けしからん おこがましい 恥ずかしい 雑 下手 下手くそ 無能 無責任 無礼 非常識 \
         不親切 不誠実 不衛生 不公平 卑怯 悪質 傲慢 横柄 高慢 怠慢 幼稚 稚拙 貧弱 粗末 粗悪 低俗 低レベル 最悪 最低 残念 期待外れ 気休め \
         詐欺 ぼったくり インチキ いんちき パクリ ぱくり 猿真似 手抜き 素人 三流 二流 時代遅れ 情弱 馬鹿 バカ ばか アホ あほ 間抜け まぬけ 無駄 ムダ \
         無意味 嘘つき 噓 でたらめ デタラメ 見かけ倒し 名ばかり 役立たず 老害 害悪 論外 茶番 言い訳 責任逃れ 隠蔽 捏造 ずさん 杜撰 \
         殿様商売 お役所仕事 上から目線 失笑 失態 醜態 恥 駄作 凡作 ゴミ クズ くず カス クソ くそ 糞 ポンコツ ガラクタ オワコン 二番煎じ 劣化 \
         過大評価 自業自得 身の程知らず 独りよがり 金儲け 銭ゲバ 守銭奴 悪徳 ブラック 洗脳 信者 養分 カモ 噛ませ犬 負け犬 負け惜しみ 嫉妬 \
         怠ける サボる さぼる 騙す だます ごまかす 誤魔化す 裏切る 盗む パクる 真似る 媚びる 呆れる あきれる 舐める なめる 甘える 劣る 落ちぶれる \
         勘違い 思い上がる 調子に乗る 威張る 偉そう えらそう 傷む 腐る しなびる 逃げる 見劣り 見下す 恥じる ぼったくる 潰れる つぶれる 干す 焦る",
    )
});
static LEANING: Words = LazyLock::new(|| {
    set(
        "遅い おそい 古い 高い 弱い 甘い ずるい 冷たい 汚い きたない 狭い 薄い ぬるい 固い 硬い 臭い くさい うるさい 暗い 重い 怪しい あやしい \
         悪い 少ない 足りない 乏しい 危ない 難しい 面倒 不便 退屈 地味 適当 曖昧 強引 失礼 迷惑 邪魔 不安 疑問 嘘 うそ 噂 失敗 誤審 \
         負ける 壊れる こわれる 消える 止まる 遅れる 隠す 投げる 忘れる 間違える 間違う 古びる 冷める 減る 落ちる 困る 並ぶ 真似 まね がっかり \
         苦情 クレーム 不良 故障 遅延 欠航 値上げ 不祥事 炎上 謝罪 閉店 撤退 敗北 減点 落第 赤字 嘆く 苦しい 苦笑 笑える 文化 才能 センス 品 中身",
    )
});
/// What is judged only where it is missing: 「文化がない」「中身のない」.
static LACKED: Words = LazyLock::new(|| {
    set(
        "文化 才能 センス 品 中身 実力 努力 常識 誠意 やる気 意味 覚悟 責任感 知識 経験 魅力 個性 味 華 余裕 根拠 価値 資格 信用 品格 心 愛 気概",
    )
});

/// The verdicts within a stretch, in order.
pub(crate) fn verdicts(a: &Analysis<'_>, within: &Range<usize>) -> Vec<(Range<usize>, Verdict)> {
    let Some(words) = a.words() else { return Vec::new() };
    let text = a.text();
    let first = words.partition_point(|word| word.start < within.start);
    let last = words.partition_point(|word| word.end <= within.end);
    let mut found = Vec::new();
    for nth in first..last {
        let word = &words[nth];
        let base = word.base(text);
        let next = |ahead: usize| words.get(nth + ahead).filter(|_| nth + ahead < last).map_or("", |w| w.base(text));
        let denied = denied(words, text, nth, last);
        let range = word.range();
        if LACKED.contains(base)
            && matches!(next(1), "が" | "の" | "は" | "も" | "すら")
            && matches!(next(2), "ない" | "無い" | "なさ")
        {
            found.push((range.start..words[nth + 2].end, Verdict::Plain));
        } else if PLAIN.contains(base) && !denied {
            found.push((range, Verdict::Plain));
        } else if LEANING.contains(base) && !LACKED.contains(base) && !denied {
            // 遅すぎる, 古くさい
            let strong = matches!(next(1), "すぎる" | "過ぎる" | "くさい" | "臭い" | "まくる") || next(1) == "だらけ";
            found.push((range, if strong { Verdict::Plain } else { Verdict::Leaning }));
        } else if command(words, text, nth, last) {
            found.push((range, Verdict::Command));
        }
    }
    found
}

/// 「遅くない」「ひどくありません」: within two words behind.
fn denied(words: &[shingi_morph::Token<'_>], text: &str, nth: usize, last: usize) -> bool {
    let mut behind = words[nth + 1..last.min(nth + 4)].iter();
    behind.any(|word| matches!(word.base(text), "ない" | "ん" | "ぬ" | "ず") && word.kind != Kind::FormalNoun)
}

fn command(words: &[shingi_morph::Token<'_>], text: &str, nth: usize, last: usize) -> bool {
    let word = &words[nth];
    let base = word.base(text);
    let next = words.get(nth + 1).filter(|_| nth + 1 < last);
    match word.kind {
        // 「しろ」「やめろ」; 「ください」「なさい」「いらっしゃい」 ask.
        Kind::Verb | Kind::AuxiliaryVerb if word.form == Form::Imperative => {
            !matches!(base, "くださる" | "下さる" | "いらっしゃる" | "なさる" | "くれる")
                && next.is_none_or(|next| !matches!(next.surface(text), "ば" | "ます"))
        }
        Kind::Auxiliary => base == "べし" && word.form != Form::Connective || base == "べき",
        _ => base == "べき",
    }
}
