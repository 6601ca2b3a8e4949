//! 2-2: a number put forward as a fact about people, effect or comparison, and no source near it.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::{
        accuracy::names_source,
        confidential::{clause, sentence, two_sentences},
        rights::names_evidence,
    },
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "accuracy/unsourced_number",
    doc: crate::rule::document(include_str!("unsourced_number.md")),
    triggers: &[
        Trigger::Words(&[
            "割",
            "倍",
            "人中",
            "人に",
            "半分",
            "大半",
            "過半数",
            "ほとんどの",
            "分の",
            "out of ten",
            "percent",
            "パーセント",
            "times",
            "ポイント",
            "累計",
            "累積",
            "通算",
        ]),
        Trigger::Words(&["%"]),
    ],
    needs: &[],
    run,
};

static NUMBER: LazyLock<Phrases> = LazyLock::new(|| {
    let n = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十百]+|数)";
    let rate = format!(
        r"(?:{n}\s?(?:%|パーセント|割)(?:以上|近く|弱|強|超)?|{n}人(?:中|のうち|に){n}人|半分(?:以上)?|大半|過半数|{n}分の{n})"
    );
    let who = r"(?:方|人|お客(?:さま|様|さん)|利用者|会員|購入者|ユーザー|女性|男性|日本人|親|主婦|学生|受験生|社員|家庭|世帯|患者|医師|歯科医|専門家|企業|会社|子ども|若者|リピーター|回答者|体験者|モニター|合格者|卒業生)";
    let pattern = [
        format!(r"{who}[^。\n]{{0,10}}(?:の|は|のうち|では)、?\s?(?:約|およそ|なんと|実に|じつに)?{rate}(?:が|は|も|の)?[^。\n]{{0,24}}"),
        format!(r"(?:約|およそ|なんと|実に|じつに)?{rate}(?:の)?{who}(?:が|は|に)[^。\n]{{0,24}}"),
        format!(r"{n}人(?:中|のうち){n}人(?:が|は)[^。\n]{{0,24}}"),
        format!(r"{n}人に{n}人(?:が|は)[^。\n]{{0,24}}"),
        format!(r"(?:満足度|リピート率|継続率|合格率|支持率|認知率|成功率|改善率|再購入率|効果実感(?:率)?|シェア|普及率|離職率|成約率|正答率|的中率)(?:は|が|も)?、?\s?(?:約|なんと|驚異の|実に)?{rate}[^。\n]{{0,14}}"),
        format!(r"{rate}(?:の)?(?:満足度|リピート率|継続率|合格率|支持率)"),
        format!(r"(?:従来|他社|前年|去年|通常|ふつう|普通|飲まない人|使わない|当社比|以前|これまで)[^。\n]{{0,14}}(?:の|より|に(?:くら|比)べて?)[^。\n]{{0,16}}{n}(?:\.\d+)?(?:倍|%|割)[^。\n]{{0,14}}"),
        format!(r"(?:約|およそ|なんと|最大)?{n}(?:\.\d+)?(?:%|割)(?:以上|も)?(?:を)?(?:削減|短縮|節約|節電|節水|軽減|低減|改善|向上|アップ|減ら|減り|減少|増え|増加|抑え)[^。\n]{{0,10}}"),
        format!(r"(?:累計|累積|通算)[^。\n]{{0,12}}{n}(?:万|億|千)?(?:台|個|本|杯|食|人|件|冊|枚|セット|ダウンロード)(?:を)?(?:突破|達成|超え)[^。\n]{{0,6}}"),
        format!(r"(?:が|は|も|の)\s?(?:約|およそ|なんと)?{n}(?:\.\d+)?(?:倍|割|%)\s?(?:も|に|増|アップ|減|高|低|速|早|長|お得|上が|下が|少な|多)[^。\n]{{0,14}}"),
        format!(r"{n}(?:\.\d+)?(?:万|千|億)?(?:人|件|本|個)(?:以上)?(?:が|の方が)(?:選|愛用|体験|絶賛|涙|実感|認め)[^。\n]{{0,14}}"),
        r"(?-u:\b)(?:\d+|nine|eight|seven|six|four|three|two|one|half) (?:out of|in) (?:\d+|ten|five|four|three|every) \w+[^.\n]{0,30}".to_owned(),
        r"(?-u:\b)\d+(?:\.\d+)?\s?(?:%|percent) (?:of|more|less|better|faster|fewer) [^.\n]{0,30}".to_owned(),
        r"(?-u:\b)\d+(?:\.\d+)?\s?(?:x|times) (?:more|better|faster|stronger|cleaner|as)".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Prices, mixtures, own facts, weather, odds of a game: no claim that asks for evidence.
static HARMLESS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"引き|割引|オフ|OFF|off|ポイント還元|還元|果汁|度数|アルコール|配合|含有|使用|降水確率|湿度|混雑率|充電|電池残量|当社で(?:計|測|調)|社内の(?:試験|測定|同じ)|測り方|産が\d割|カカオ|純米|磨き|定員|先着|抽選|倍率の|金利|税率|消費税|カット|進捗|達成率|進み|終わり|完成|(?:を|が)焼いて|水を\d|割れ|割り(?:箸|方)|役割|時間割|割って|割合が変わる|お役|倍返し|目標|\?$|でしょう$|クイズ";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() {
        return;
    }
    for found in NUMBER.find_iter(a.text()) {
        let around = two_sentences(a, found.start());
        let before = a.sentences().partition_point(|s| s.start <= found.start());
        let earlier = before.checked_sub(2).and_then(|nth| a.sentences().get(nth)).map_or("", |s| &a.text()[s.clone()]);
        let sourced = names_source(around) || names_evidence(around) || names_source(earlier);
        if !sourced && !HARMLESS.is_match(sentence(a, found.start())) {
            let words = clause(a, &found.range());
            sink.find(a, words.start..words.end.max(found.end()));
        }
    }
}
