//! 1-3: lowest prices, prices never asked before, prizes and premiums that are not what they seem.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::{
        confidential::{clause, sentence, two_sentences},
        rights::names_evidence,
    },
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/price_claim",
    doc: crate::rule::document(include_str!("price_claim.md")),
    triggers: &[Trigger::Phrases(&CLAIM)],
    needs: &[],
    run,
};

static CLAIM: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?:地域|業界|県内|市内|日本|全国|世界|国内|ネット|他社|圏内)?最安値?(?:に挑戦|保証|宣言|挑戦|級|です|!|。|$|の)",
        r"(?:どこ|他店|他社|どの店)よりも?(?:必ず|絶対)?安",
        r"(?:日本|地域|業界|市内|県内|全国)(?:で)?(?:一番|いちばん)安",
        r"(?:日本|地域|業界|世界|市内|県内)一(?:番)?安",
        r"価格破壊",
        r"(?:通常|定価|通常価格|当店価格|メーカー希望)[^。\n]{0,20}円[^。\n]{0,30}(?:販売(?:は|した|実績)[^。\n]{0,20}(?:ありません|ない|なく|まだ|一度も|おりません)|付けたことは?(?:ない|ありません)|ことはありません|二重|見せかけ|適当に|盛って|盛りました|さっき(?:決|つけ)|札だけ)",
        r"(?:毎週|毎月|毎日|もう\d+(?:年|回)|ずっと|何度でも|また来月も)[^。\n]{0,10}(?:閉店セール|今だけ|本日限り|最終日)",
        r"(?:閉店セール|本日限り|最終日|残りわずか|タイムセール)[^。\n]{0,20}(?:と言いつつ|と書いて|毎週|ずっと|来週も|実は|じつは|うそ|嘘|続けて|たっぷり|在庫は)",
        r"当選(?:者)?(?:は|を|人数)[^。\n]{0,20}(?:最初から|決まって|(?:社員|スタッフ)の?(?:家族|身内)|身内|社員|関係者|実際は|じつは|実は|少なく|出しません|いません|ゼロ|空)",
        r"(?:はずれなし|ハズレなし|全員当選|当選確率)[^。\n]{0,24}(?:はずれ|ハズレ|実は|じつは|ですが|けど)[^。\n]{0,20}",
        r"(?:プレゼント|懸賞|抽選|ガチャ|くじ)[^。\n]{0,24}(?:実は|じつは|当たりは(?:入って|ありません|ない)|身内)",
        r"(?:国産|産地|天然|無添加|有機|オーガニック|手作り|自家製|ブランド牛|\p{Han}{2,4}産)[^。\n]{0,24}(?:じつは|実は|ほんとうは|本当は|正直|こっそり|だけど中身|と書いて(?:あり|い)?ますが)[^。\n]{0,30}(?:外国|海外|海の向こう|輸入|まぜ|混ぜ|冷凍|添加|別の|違|工場|中国|業務用)",
        r"(?-u:\b)(?:lowest|cheapest) prices?(?-u:\b)[^.\n]{0,20}(?:guarantee|anywhere|in town|in japan)?",
        r"(?-u:\b)cheapest in (?:town|japan|the)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
static HARMLESS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"\d月\d{1,2}日から|まで当店で販売|条件の全文|規約|最安値(?:は|を)(?:お調べ|ご確認|比較)|とは限|ではありません|\?$|8割|割が";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() {
        return;
    }
    for found in CLAIM.find_iter(a.text()) {
        let fine = HARMLESS.is_match(sentence(a, found.start())) || names_evidence(two_sentences(a, found.start()));
        if !fine {
            sink.find(a, clause(a, &found.range()));
        }
    }
}
