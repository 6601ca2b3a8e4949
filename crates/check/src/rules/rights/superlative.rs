//! 1-3: the best, the first, the only: a superlative without the survey that shows it.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    pattern::{Regex, regex},
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::{confidential::two_sentences, rights::names_evidence},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/superlative",
    doc: crate::rule::document(include_str!("superlative.md")),
    triggers: &[Trigger::Phrases(&SUPERLATIVE)],
    needs: &[],
    run,
};

/// A superlative over a whole market, country or all others.
static SUPERLATIVE: LazyLock<Phrases> = LazyLock::new(|| {
    let scope = r"(?:世界|日本|全国|国内|業界|地域|地元|市内|県内|県|市|町|アジア|東洋|関東|関西|九州|東北|北海道|当地|史上|人類史上|この世|宇宙)";
    let pattern = [
        format!(r"{scope}(?:で|中で)?(?:も)?(?:No\.?\s?1|ナンバー(?:ワン|1)|一番|いちばん|最高峰?|最強|最速|最大級?|最安値?|最軽量|最小|最薄|随一|唯一|第[1一]位|1位|トップ(?:クラス|レベル)?|初)"),
        format!(r"{scope}で(?:最も|もっとも)[^。、\n]{{1,8}}"),
        r"(?:世界|日本|業界|地域|宇宙|東洋|銀河)一(?:番)?".to_owned(),
        r"史上最[高強速安軽大小]".to_owned(),
        r"売(?:れ行き|上げ?)?(?:実績)?No\.?\s?1".to_owned(),
        r"(?:満足度|人気|シェア|売上|支持率|顧客満足|信頼度|実績|効果|おいしさ)(?:は)?(?:堂々の?)?(?:No\.?\s?1|ナンバーワン|第[1一]位|1位|最高|トップ)".to_owned(),
        r"(?-u:\b)No\.?\s?1(?:の|を|です|ブランド|商品|!|。|$)".to_owned(),
        r"(?:どこ|どの店|どの会社|他社|誰|だれ|他|ほか|どんな[\p{Han}\p{Katakana}ー]{1,8})(?:の[^。、\n]{1,8})?よりも?(?:ずっと|はるかに|断然|格段に)?(?:安|早|速|おいし|美味し|強|軽|きれい|優れ|長持ち|確か|うま|丈夫)".to_owned(),
        r"(?:他|ほか)(?:に|には|では)(?:類を見|絶対に?)?(?:な|あり|手に入)(?:い|ません|らない)".to_owned(),
        r"他(?:社|店)(?:に)?は(?:真似|まね)でき".to_owned(),
        r"(?:世界|日本|国内|業界|地球)(?:で|に)(?:は)?(?:ここ|当店|うち|当社|これ|わたしたち|たった一つ|ひとつ|一つ)だけ[^。、\n]{0,8}".to_owned(),
        r"(?:世界|医師|専門家|プロ)が認めた(?:唯一)?の?".to_owned(),
        r"他の追随を許さ".to_owned(),
        r"右に出る(?:者|もの|店)(?:は|が)?(?:い|な|おり)".to_owned(),
        r"(?:最|もっとも|最も)(?:高品質|優れた|安全な|おいしい|美味しい|売れている|選ばれている|信頼され)".to_owned(),
        r"究極の[\p{Han}\p{Katakana}ー]{2,}".to_owned(),
        r"(?:唯一無二|世界唯一|国内唯一|業界唯一)".to_owned(),
        r"(?:従来(?:品|の[^。、\n]{1,8})?|他社(?:製品|品)?|普通の[^。、\n]{1,8}|市販品?の[^。、\n]{0,8})(?:の|より(?:も)?)\s?(?:\d+(?:\.\d+)?|何|数|十|百)倍(?:の)?[^。、\n]{0,8}".to_owned(),
        r"(?-u:\b)the (?:world'?s|country'?s|city'?s|industry'?s) (?:best|finest|fastest|safest|only|first|cheapest|most \w+)".to_owned(),
        r"(?-u:\b)(?:world'?s|japan'?s) (?:best|finest|fastest|safest|#1|number one)".to_owned(),
        r"(?-u:\b)the (?:best|finest|fastest|safest|cheapest|greatest|most \w+)(?-u:\b)[^.!?\n]{0,50}(?-u:\b)(?:in the (?:world|country|city|industry|market|business)|on (?:the market|earth|the planet)|ever made|you can buy|money can buy|anywhere)".to_owned(),
        r"(?-u:\b)(?:number one|#1|no\.? ?1)(?-u:\b) (?:in|for|brand|choice|\w+ in)".to_owned(),
        r"(?-u:\b)better than (?:any|all|every) other".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// A fact of nature or of a small own circle, a wish, a joke.
static HARMLESS: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:日本|世界)(?:一|で(?:一番|いちばん|最も))(?:高い|長い|深い|大きい|大きな|広い|短い|低い|古い|小さい|小さな|寒い|暑い|早い)[^。、\n]{0,6}(?:山|川|湖|島|木|寺|城|橋|駅|滝|塔|鳥|魚|動物|花|町|村|池|洞窟|谷)|当[社店館園](?:内)?(?:で|の中で|の(?:商品|メニュー)で|の線内)|社内|園内|館内|店内|線内|自分史上|わたし史上|私史上|今年(?:一番|いちばん)の(?:寒|暑|冷)|(?:を|に)(?:目指|めざ)|になりたい|と(?:は)?(?:言え|申し)ません|ではありません|とは限|飼い主|うちの子|親ばか|?$|大会|選手権|コンテスト|コンクール|グランプリ|優勝|受賞|ギネス|選手|記録更新|を募集|投票|ランキング|決定戦|でしょうか|と呼ばれ|の(?:称号|座)";
    regex(&pattern.replace("|?$", r"|\?$"))
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() && !sells(a) {
        return;
    }
    let footnote = footnote(a);
    for found in SUPERLATIVE.find_iter(a.text()) {
        let range = to_end(a, found.range());
        let own = a.sentence_at(range.start);
        let noted = footnote.is_some_and(|at| own.end <= at);
        let harmless = HARMLESS.is_match(&a.text()[own]);
        if !harmless && !noted && !names_evidence(two_sentences(a, range.start)) && !a.is_in_url(&range) {
            sink.find(a, range);
        }
    }
}

/// Where the last footnote stands, if it names evidence. Looked for once, so that long texts stay cheap.
fn footnote(a: &Analysis<'_>) -> Option<usize> {
    let at = a.text().rfind(['※', '*'])?;
    names_evidence(two_sentences(a, at)).then_some(at)
}

/// A private account that sells: only the organisation named in the same text.
fn sells(a: &Analysis<'_>) -> bool {
    !a.organisation().is_empty()
        && ["おすすめ", "買って", "ぜひ", "お得", "限定", "ご注文"].iter().any(|w| a.text().contains(w))
}

/// Up to the noun that is praised, so that the mark says what is claimed; never past the clause.
fn to_end(a: &Analysis<'_>, range: Range<usize>) -> Range<usize> {
    let clause = a.clause_at(range.start);
    let end = clause.end.max(range.end);
    let words = a.text()[range.start..end].trim_end_matches(['、', '。', '!', '?', ',', '.', '…', ' ', ':']);
    range.start..(range.start + words.len()).max(range.end)
}
