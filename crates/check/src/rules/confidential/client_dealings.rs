//! 1-6: dealings with a client or partner: who they are, what was talked about, what they confided.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    entities::{Certainty, Sort},
    phrases::Phrases,
    plans,
    rule::{Need, Rule, Sink, Trigger},
    rules::confidential::{business_decision::is_inside, clause, is_play, is_protected, is_public, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/client_dealings",
    doc: crate::rule::document(include_str!("client_dealings.md")),
    triggers: &[
        Trigger::Phrases(&DEALING),
        Trigger::Lexicon("names"),
        Trigger::Words(&["さん", "社", "大手", "某", "老舗", "例の", "行", "省", "市", "県", "学"]),
        Trigger::Words(&[
            "相手は",
            "他社の",
            "競合",
            "our",
            "打ち合わせ",
            "打合せ",
            "商談",
            "共同開発",
            "ご一緒",
            "来社",
            "訪問",
            "契約",
            "取引先",
            "客先",
            "仕入れ先",
            "仕入先",
            "得意先",
            "クライアント",
            "poc",
            "提案",
            "コンペ",
            "監査",
            "見積",
            "コンサル",
            "外注",
            "下請",
            "出資",
            "納入",
            "納品",
            "検品",
            "oem",
            "受注",
            "施主",
            "クレーム",
            "お客さん",
            "client",
            "customer",
            "auditing",
            "supplier",
            "pitch",
            "案件",
            "nda",
            "名前は出せ",
            "来訪",
            "視察",
            "さんと",
            "成約",
            "引き合い",
            "納めて",
            "相談",
        ]),
    ],
    needs: &[Need::Words],
    run,
};

/// Dealings whose partner is named, described or hinted at.
static DEALING: LazyLock<Phrases> = LazyLock::new(|| {
    let who = r"(?:[\p{Katakana}ー]{3,}|[\p{Han}]{2,8}|[A-Z][A-Za-z]+|H社|[A-Z]社)(?:電器|電機|製作所|商事|自動車|食品|銀行|放送|工業|産業|不動産|建設|ホテル|鉄道|航空|製薬|社|堂|屋|グループ|ソフト|システムズ|精機|物産|化学|印刷|水産|酒造|大学|病院|市役所)?(?:さん|さま|様|社様|社さん|氏)?";
    let pattern = [
        format!(r"{who}(?:の(?:研究所|本社|工場|担当|社長|部長|会議室|役員|購買|所長|方々?))?(?:で|と|に|へ|との|から|の)(?:、)?(?:[^。、\n]{{0,12}}の)?(?:打ち合わせ|打合せ|商談|共同開発|新(?:しい)?案件|コンペ|プレゼン|監査|業務提携の?話|契約(?:を|が|の話|更新|交渉)|納品|初訪問|キックオフ)"),
        r"(?:国内|業界|世界|県内)?(?:最大手|大手|老舗|有名|某)の?[^。、\n]{1,14}(?:さん|さま|様|社)(?:との|と|の)(?:[^。、\n]{0,12})(?:ご一緒|PoC|案件|契約|取引|プロジェクト|仕事|商談)".to_owned(),
        r"(?:エンブレム|ロゴ|マーク|看板|CM)(?:が|の|で)[^。\n]{1,14}(?:あの|例の)(?:会社|通販|メーカー|ブランド|お店|銀行|チェーン)".to_owned(),
        r"(?:マーク|ロゴ|社名)の?あの会社".to_owned(),
        r"(?:さま|様|氏)の?ご(?:来社|来訪|訪問|視察)(?:を|が|いただ)".to_owned(),
        r"出資の(?:ご)?(?:相談|話|検討)".to_owned(),
        r"コンサル(?:会社)?の?[^。、\n]{1,14}(?:に|へ)(?:頼|依頼|払)".to_owned(),
        r"(?:得意先|取引先|客先|仕入れ?先|クライアント)の[^。、\n]{1,12}(?:さん|さま|様|社)[^。\n]{0,30}(?:半分|減ら|やめ|切ら|増や|発注|値|契約|怒|担当|社長|クレーム|裏)[^。\n]{0,10}".to_owned(),
        r"(?:商談|打ち合わせ|打合せ|プレゼン|コンペ|訪問|出張|納品)(?:の|、|は)?[^。\n]{0,6}(?:相手|先|客先|お客)(?:は|が|の)[^。\n]{0,20}".to_owned(),
        r"(?:他社|競合|相手|向こう|むこう|先方)の(?:見積もり?|金額|価格|提案|予算|手の内)[^。\n]{0,12}(?:教え|見せ|聞い|知っ|漏ら)[^。\n]{0,10}".to_owned(),
        r"(?:取引先|客先|仕入れ?先|得意先|クライアント|下請け|発注先|委託先|施主|先方|お客さん|顧客)(?:さん|様|さま)?(?:の|が|から|は|に)[^。\n]{0,24}(?:止まって|倒産|廃業|店たた|たたむ|やめる|切られ|切る|怒|クレーム|予算|経営|資金繰り|支払い|遅れ|トラブル|ミス|契約|社長|内情|決済|データ|離婚|病気|担当者|言うとく|打ち明け|赤字|値切)".to_owned(),
        r"クレーム(?:を)?(?:入れて|言って|つけて|の電話)(?:を?(?:して|かけて))?(?:き|くれ|来)?た?(?:人|客|お客|おばさん|おじさん|女|男|奴|やつ)".to_owned(),
        r"(?-u:\b)(?:client|customer|supplier)s? (?:in|at|from|called|named)\s[A-Z]\w+".to_owned(),
        r"(?-u:\b)our (?:biggest|largest|main|key|new|oldest)? ?(?:client|customer|supplier)s? [^.\n]{0,50}".to_owned(),
        r"(?-u:\b)auditing a (?:supplier|client)".to_owned(),
        r"(?-u:\b)pitch(?:ed|ing)? (?:to|for) [A-Z]\w+".to_owned(),
        r"(?-u:\b)deal with [A-Z]\w+(?: [A-Z]\w+)?".to_owned(),
        r"(?-u:\b)signed (?:with )?[A-Z]\w+ (?:today|yesterday|last week|as)".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
static OPEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"共同リリース|同時にお知らせ|両社|両者|両店|了承|許可|承諾|同意を|先方のご?確認|ご?本人の確認|確認済|(?:広く|一般に)募集|お取引先(?:の)?皆|ご相談(?:ください|承|無料)|無料相談|(?:お)?気軽に|お客さまには|お客様には|(?:にゃん|猫|犬|ママ友|保護者|先生|学校|PTA|式場|ハウスメーカー|大家|不動産屋|引っ越し)|でおなじみ|一般見学|導入事例|事例記事|勉強会|セミナー|登壇|展示会|イベントで|(?i:joint release)";
    Phrases::new(pattern)
});
static WORK: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)仕事|出張|営業|見積|競合|うちの?|弊社|当社|会社|社内|来年の|社名|NDA|守秘|名前は|提案|工場|ライン|受注|成約|原因は|賜り|頼んで|業務|客先|取引先|仕入れ?先|得意先|クライアント|クレーム|(?-u:\b)(?:our|we|work|team)(?-u:\b)|auditing|procurement";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_protected(text) || is_play(text) {
        return;
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    if WORK.is_match(text) {
        found.extend(DEALING.find_iter(text).map(|found| found.range()));
    }
    if !ctx.is_official() && is_inside(text) {
        found.extend(by_words(a));
    }
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    // (sentence, whether it is open), so that a long one is read once.
    let mut last = (usize::MAX, false);
    for range in found {
        let sentence = a.sentence_at(range.start).start;
        if last.0 != sentence {
            let around = two_sentences(a, range.start);
            last = (sentence, OPEN.is_match(around) || is_public(around));
        }
        let words = clause(a, &range);
        if words.start >= end && !last.1 {
            end = words.end;
            sink.find(a, words);
        }
    }
}

/// Houses that are named, and houses that are described so that they can be told, with what is done with or for them.
fn by_words(a: &Analysis<'_>) -> Vec<Range<usize>> {
    let named = a.entities().iter().filter(|entity| {
        let house = entity.sort == Sort::Organisation && entity.certainty != Certainty::Bare;
        house && a.organisation().binary_search_by_key(&entity.range.start, |own| own.start).is_err()
    });
    let described = DESCRIBED.find_iter(a.text()).map(|found| found.range());
    let clients = named.map(|entity| entity.range.clone()).chain(a.clients().iter().cloned()).chain(described);
    clients
        .filter(|client| !a.is_quoted(client))
        .filter_map(|client| plans::dealing(a, &a.sentence_at(client.start), &client))
        .collect()
}

/// 「大手の証券会社さん」, 「某政党」, 「例の回転ずしチェーン」.
static DESCRIBED: LazyLock<Phrases> = LazyLock::new(|| {
    let house = r"(?:会社|企業|銀行|証券(?:会社)?|保険(?:会社)?|メーカー|商社|チェーン|コンビニ|スーパー|百貨店|デパート|ホテル|旅館|病院|大学|学校|自治体|役所|省庁|政党|事務所|ブランド|出版社|テレビ局|新聞社|球団|チーム|航空会社|鉄道|通販|小売|ゼネコン|不動産(?:屋|会社)?|製薬(?:会社)?|電機|自動車(?:会社)?|和菓子|洋菓子|ビール(?:会社|屋)?|ゲーム(?:会社)?|社長|俳優|女優|歌手|タレント|議員|作家|先生)";
    let pattern = format!(
        r"(?:国内|業界|世界|県内|日本|地元)?(?:最大手|大手|準大手|老舗|有名|某|例の|お得意(?:さま|様)?の|得意先の|取引先の|客先の|外資(?:系)?の?|[A-Z]社)(?:の)?[^、。\n]{{0,8}}?{house}(?:さん|さま|様)?|[A-Z]社(?:さん|さま|様)?"
    );
    Phrases::new(&pattern)
});
