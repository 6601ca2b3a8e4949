//! 1-3: somebody else's character, design or mark, copied or hinted at to sell.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::{
        confidential::{clause, two_sentences},
        rights::is_permitted,
    },
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/character_use",
    doc: crate::rule::document(include_str!("character_use.md")),
    triggers: &[Trigger::Phrases(&COPY)],
    needs: &[],
    run,
};

static COPY: LazyLock<Phrases> = LazyLock::new(|| {
    let whose = r"(?:あの|例の|某|人気の?|国民的|有名|話題の|大ヒット|みんな大好き|あの有名な|海外の)";
    let thing = r"(?:海賊|忍者|鬼退治|魔法|怪盗|ロボット|妖精|ネズミ|ねずみ|猫型|電気|モンスター|アニメ|漫画|マンガ|ゲーム|映画|絵本|ブランド|遊園地|テーマパーク|夢の国|キャラクター|キャラ|ヒーロー|プリンセス|戦隊|ボール|配管工)";
    let pattern = [
        format!(r"{whose}[^。\n]{{0,14}}?(?:{thing})[^。\n]{{0,24}}(?:完コピ|そっくり|描か(?:せ|いて)|描き|作(?:り|っ)|再現し|まね|真似|似せ|プリント|ロゴ|モチーフ|風に|風の|コピー|使(?:い|っ)|あしら|焼き(?:ました|まし)|売|並べ|デザイン|イメージし|完成|デコ|ケーキ|クッキー|弁当|Tシャツ|看板)[^。\n]{{0,10}}"),
        r"(?:夢の国|ネズミの国|魔法の国|西の夢の国)[^。\n]{0,40}(?:完コピ|そっくり|再現|作り|描|ロゴ|焼き|似せ|ケーキ|グッズ|風)[^。\n]{0,6}".to_owned(),
        r"(?:キャラクター|キャラ|主人公|ヒロイン|マスコット)[^。\n]{0,20}(?:完コピ|AI(?:に|で)|無断|勝手に|そっくり(?:に|でしょ|です|な)|まねて|真似て)[^。\n]{0,10}".to_owned(),
        r"(?:ハイ)?ブランド(?:の)?(?:ロゴ|柄|モノグラム)[^。\n]{0,16}(?:そのまま|風|そっくり|プリント|入れ|まね|真似|使)".to_owned(),
        r"(?:スーパーコピー|パロディ(?:グッズ|Tシャツ)|偽ブランド|コピー品|そっくりさん品|海賊版グッズ)[^。\n]{0,20}(?:販売|売|入荷|あり|買|安|ご用意)".to_owned(),
        r"[\p{Han}\p{Katakana}ーA-Za-z]{2,}(?:先生|監督|作家)?の(?:画風|絵柄|タッチ|作風)(?:を|に|で)[^。\n]{0,10}(?:AI|生成|学習|まね|真似|似せ|そっくり|描かせ)".to_owned(),
        r"ロゴも(?:そのまま|入れ|つけ)[^。\n]{0,8}".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
static FINE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"コラボ|公式グッズ|ライセンス|監修|(?:©|\(C\)|\(c\))|公認|タイアップ|当社の(?:キャラ|マスコット)|オリジナルキャラ|ご当地キャラ|昔話|桃太郎|シャーロック|著作権|子ども(?:たち)?が描|偽物に(?:ご)?注意|お気をつけ|見分け|うちの猫";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    // What a fan draws at home is judged by the makers' own guidelines, not here.
    let sells = ["販売", "売り", "ご予約", "注文", "クーポン", "コピー品", "スーパーコピー"]
        .iter()
        .any(|w| a.text().contains(w));
    if !ctx.is_official() && !sells {
        return;
    }
    for found in COPY.find_iter(a.text()) {
        let around = two_sentences(a, found.start());
        if !FINE.is_match(around) && !is_permitted(around) {
            let words = clause(a, &found.range());
            sink.find(a, words.start..words.end.max(found.end()));
        }
    }
}
