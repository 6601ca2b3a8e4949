//! 1-3: an outcome promised without condition: 「必ず」「絶対に」「100%」「元本保証」.

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
    id: "rights/guarantee",
    doc: crate::rule::document(include_str!("guarantee.md")),
    triggers: &[Trigger::Phrases(&PROMISE)],
    needs: &[],
    run,
};

/// A promise, with the outcome that nobody can promise.
static PROMISE: LazyLock<Phrases> = LazyLock::new(|| {
    let sure = r"(?:必ず|かならず|絶対(?:に)?|ぜったい(?:に)?|100\s?%|百パーセント|確実に|間違いなく|まちがいなく|誰でも|だれでも|どなたでも|全員(?:が)?|一人残らず|完全に|一瞬で|たった\d+(?:日|週間|か月|分|回)で)";
    let good = r"(?:治り|治る|直り|直る|痩せ|やせ|増え|儲か|もうか|受か|合格|内定|成功|落ち(?:ます|る)|効き|効く|きれいに(?:な|落)|消え|取れ|防げ|防ぎ|上達|上がり|上がる|下がり|下がる|起きま?せん|起き(?:ない|ません)|出ません|出なくな|戻れ|食べられなく|満足|美肌|若返|モテ|もて|売れ|当た(?:り|る)|勝て|勝ち|治せ|解決|改善|元が取れ|得(?:を)?し|損し?ま?せん|話せるように|生え|眠れ|伸び|黒字|ご満足|壊れ(?:ません|ない)|安全です|安心です|壊れ|倍に|[-−マイナス]\d+\s?kg|\d+\s?kg)";
    let pattern = [
        format!(r"{sure}[^。!?\n]{{0,18}}?{good}[^。!?\n]{{0,6}}"),
        r"元本(?:は)?保証".to_owned(),
        r"利回り[^。、\n]{0,6}保証".to_owned(),
        r"年(?:利|率)?\s?\d+(?:\.\d+)?\s?%[^。\n]{0,6}(?:保証|約束|確定|お約束)".to_owned(),
        r"(?:合格|成功|的中|治癒|就職|内定|復縁|完治|除去|除菌|成婚|達成)率\s?(?:は)?\s?(?:100\s?%|百パーセント)".to_owned(),
        r"損(?:を|は)?(?:した|する)(?:方|人|お客[様さ]ま?)(?:は|が)[^。\n]{0,10}(?:い(?:らっしゃい)?ません|ゼロ|ない|おりません)".to_owned(),
        r"(?:落ちる|失敗する|損する|損をする|後悔する|リバウンド(?:する)?|故障(?:する)?|壊れる|副作用)(?:の)?(?:心配|こと|リスク|恐れ|不安)(?:は|も)[^。\n]{0,8}(?:ありません|ない|なし|ゼロ|いりません|無用)".to_owned(),
        r"(?:ノーリスク|リスク(?:なし|ゼロ)|ローリスク・?ハイリターン)".to_owned(),
        r"(?:飲む|塗る|貼る|寝る|着る|履く|はく|置く|つける|食べる|聞く|聴く|見る|かける|浴びる|座る|乗せる|のせる)だけで[^。\n]{0,16}(?:やせ|痩せ|[-−]\d|治|効|消え|美|解消|改善|落ち|引き締|上が|下が|若返|スリム|すっきり|取れ|できるように|なれ)".to_owned(),
        r"(?:一生|永久に?|永遠に|二度と)[^。、\n]{0,14}(?:壊れ|使え|落ち|戻れ|さび|錆び|汚れ|生え|曇|悩まされ|困ら|買い替え|太ら|はげ|剥がれ|ひび)[^。、\n]{0,6}".to_owned(),
        r"(?:震度|風速|どんな(?:地震|台風|衝撃|汚れ|痛み|膝|肌|シミ|水圧|火災|雨|虫|症状|悩み|人))[^。\n]{0,14}(?:でも|ても|にも|も)[、]?[^。\n]{0,14}(?:ない|ません|治|落ち|消え|直り|大丈夫|平気|耐え|解決|効)".to_owned(),
        r"(?:絶対|100\s?%|完全(?:に)?|必ず)[\s、]?(?:安全|安心|無害|成功|増える|儲か|合格|お得|落ちない|壊れない|割れない|保証)".to_owned(),
        r"(?:安全性|品質|効果|結果|満足|合格|成功)(?:は|を)?[、]?(?:100\s?%|完全|全て|永久)?(?:に)?(?:保証|お約束)(?:し|いた|され)".to_owned(),
        r"預金と(?:おな|同)じ(?:く)?(?:安心|安全)".to_owned(),
        r"(?-u:\b)guaranteed? (?:to|results?|success|profit|returns?|weight|pass|cure)[^.!?\n]{0,40}".to_owned(),
        r"(?-u:\b)(?:100% (?:effective|safe|guaranteed|success)|risk[- ]free (?:profit|investment|returns?)|never (?:fails|breaks)|always works|works every time|can'?t (?:fail|lose))".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Refused, asked, warned, played, or a condition in the same breath.
static HARMLESS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?:元本|利回り)[^。\n]{0,12}保証された商品ではな",
        r"保証(?:さ|は|し|いた)[^。\n]{0,10}(?:ではあり|ではない|ません|ない|できません|できない|致しかね|しかね|対象)",
        r"約束するものでは",
        r"とは限",
        r"わけではあり",
        r"ものではあり",
        r"果汁\s?100",
        r"100\s?%\s?(?:果汁|ジュース|オレンジ|りんご|リンゴ|綿|コットン|ウール|国産|天然|リネン|麻|シルク|再生|充電|そば|十割|カカオ|ビーフ|牛肉|米)",
        r"必ず(?:ご|お)",
        r"必ず[^。\n]{0,14}(?:ください|下さい|願い|確認|読|外して|切って|閉め|着用|守)",
        r"かならずお",
        r"絶対に[^。\n]{0,12}(?:しないで|使わない|やめて|おやめ|触ら|飲まない|ください)",
        r"返金",
        r"返品",
        r"交換",
        r"メーカー保証",
        r"保証書",
        r"保証期間",
        r"年保証",
        r"\?",
        r"詐欺",
        r"ご注意",
        r"注意して",
        r"気をつけて",
        r"だまされ",
        r"『",
        r"クイズ",
        r"雨男",
        r"祈願",
        r"お守り",
        r"ご利益",
        r"目指",
        r"めざし",
        r"できるよう(?:に)?(?:努|がんば|頑張)",
        r"定時で",
        r"かもしれ",
    ]
    .join("|");
    Phrases::new(&pattern)
});
/// A private account that sells or recommends.
static SELLS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"うちの(?:会社|店|商品|積立|サプリ|化粧|保険|投資|ファンド|塾|教室|[\p{Han}\p{Katakana}ー]{2,10})|DM|友だち限定|友達限定|限定で|紹介|副業|投資|積立|入って|買って|登録|元本|年利|サプリ|ダイエット|案件|募集|雑貨|おすすめ|#";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if !ctx.is_official() && !SELLS.is_match(text) {
        return;
    }
    for found in PROMISE.find_iter(text) {
        let own = sentence(a, found.start());
        let words = own.strip_suffix('?').unwrap_or(own);
        if !HARMLESS.is_match(words) && !names_evidence(two_sentences(a, found.start())) {
            sink.find(a, clause(a, &found.range()));
        }
    }
}
