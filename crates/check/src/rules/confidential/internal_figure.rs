//! 1-6: a figure of the house or of a client: sales, cost, price, budget, bid, stock, staff.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/internal_figure",
    doc: crate::rule::document(include_str!("internal_figure.md")),
    triggers: &[Trigger::Phrases(&FIGURE)],
    needs: &[],
    run,
};

/// Words for what a house counts, and a number or a table.
static FIGURE: LazyLock<Phrases> = LazyLock::new(|| {
    let number = r"(?:\d[\d,.]*\s?(?:(?:万|億|千|百)(?:円|ドル|件|個|台|人)?|%|パーセント|割|倍|円|万|億|千|百|ドル|件|個|台|人|社|か所)|[一二三四五六七八九十百千]+(?:割|万円|億|千万))";
    let pattern = [
        format!(r"(?:売上|売り上げ|営業利益|経常利益|利益率?|粗利率?|粗利益|原価率?|仕切値?|仕切り値?|卸値|掛け率|仕入れ?値?|仕入れ?価格|単価|予算|見積もり?|契約(?:金額|額|料)?|差異率|在庫|人件費|販促費|広告費|年商|解約率|離職率|来客数|客単価|予約数|不良率|歩留まり?|手数料|マージン|ノルマ|目標|残高|月商|日商|会員数|赤字|黒字|内定者|採用枠|保管料)(?:は|が|も|で|の|って|、|:|,)?[^。\n]{{0,16}}?{number}"),
        format!(r"(?:年間|年|月|毎月|一箱|1箱|一個|1個|一本|1本|一台|1台|キロ|坪|時給換算)\s?{number}[^。、\n]{{0,4}}(?:で|の)(?:預かっ|ご?契約|納め|納品|卸し|卸して|仕入れ|受け(?:て|た)|請け|取引|やって|買って)"),
        format!(r"{number}で(?:札を入れ|入札|応札|落札|受注|契約|仕入れて|卸して|納品)"),
        r"(?:原価|仕切価格|仕切り?価格|価格|売上|人員|収支|給与|査定|評価|仕入れ?)(?:の)?表(?:だ|です|が|も|\(|ダッ)".to_owned(),
        r"(?:来期|今期|下期|上期|\d{4}年度|来年度?)の?(?:人員|販売計画|予算|売上目標|事業計画|販売目標|中期計画|採用計画|出店計画|出店)".to_owned(),
        r"販売計画って".to_owned(),
        r"数字は読め".to_owned(),
        r"書類は[^。\n]{0,10}(?:落と|選)".to_owned(),
        r"(?:学歴|大学名|写真|顔|年齢|性別|見た目|出身)で[^。\n]{0,8}(?:落とし|並べ|選んで|切って|足切り|決め)".to_owned(),
        format!(r"(?:毎日|毎月|一日|1日)[^。\n]{{0,10}}{number}[^。\n]{{0,6}}(?:廃棄|捨て|返品|クレーム|ロス)"),
        format!(r"(?:廃棄|ロス|返品|クレーム|残業)(?:は|が|、)?[^。\n]{{0,10}}(?:{number}|[一二三四五六七八九十百]+(?:キロ|件|時間|個))"),
        r"信用情報".to_owned(),
        r"照会(?:を)?かけ".to_owned(),
        r"(?:¥|\$|€|£)\s?[\d,.]+\s?[MKB]?\s?(?:deal|contract|a piece|per unit|each|budget)".to_owned(),
        r"(?:deal|budget|revenue|margin|cost|quote|bid)\s?(?:is|was|of|at|:)?\s?(?:about |only |just )?(?:¥|\$|€|£)[\d,.]+".to_owned(),
        r"(?:was|is|at|pay|paid|for) (?:¥|\$|€|£)[\d,.]+ (?:a|per) (?:piece|unit|box)".to_owned(),
        r"closed a (?:¥|\$|€|£)[\d,.]+".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// That the figure is the house's or a client's.
static INSIDE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)うちの?(?:会社|店|部|課|班|工場|倉庫|支店|社|第|チーム|は|が|も|の|で)|弊社|自社|わが社|バ先|職場|社内|会議|上司|部長|課長|店長|営業|今月の|今期|来期|下期|上期|年度|決算|取引先|仕入れ?先|得意先|客先|むこうの|向こうの|先方|相手(?:先|の)|さま(?:には|の|と)|様(?:には|の|と)|入札|札を入れ|面接官|採用|選考|原価表|仕切|各店|対象店|差異|画面|議事録|会議のメモ|メモ|販促費|窓口|残高|照会|(?-u:\b)(?:our|ours|we|my team)(?-u:\b)|procurement|supplier";
    Phrases::new(pattern)
});
static OPEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"打ち上げ|模擬店|バザー|お小遣い|家計|貯金|宝くじ|給料日|年金|税込|税抜|割引|セール|送料|参加費|入場|クーポン|たこ焼き|当社比|統合報告書|短信|有価証券|株主|ランキング|総務省|調査|全国の|業界全体|市の(?:予算|発表)|国の|市場規模|年収";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_protected(text) || is_play(text) || !INSIDE.is_match(text) {
        return;
    }
    for found in FIGURE.find_iter(text) {
        let around = two_sentences(a, found.start());
        // On its own account the house tells its own figures; those of a client or of a paper for colleagues it does not.
        if ctx.is_official() && !is_of_others(text) || OPEN.is_match(around) || is_public(around) {
            continue;
        }
        sink.find(a, clause(a, &found.range()));
    }
}

fn is_of_others(text: &str) -> bool {
    static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?:さま|様|さん|社)(?:に|と|から)(?:は)?[^。\n]{0,12}(?:円|万|億)[^。\n]{0,8}(?:契約|お取引|納品|発注|受注)|(?i:confidential)|厳禁|社外秘|取引先別|各店長|仕切|営業各位|差し替え";
        regex(pattern)
    });
    OTHERS.is_match(text)
}
