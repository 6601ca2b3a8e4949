//! 1-5: a mark by which a house keeps its documents: 「社外秘」, “internal use only”.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{is_protected, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/house_mark",
    doc: crate::rule::document(include_str!("house_mark.md")),
    triggers: &[Trigger::Phrases(&STRONG), Trigger::Phrases(&WEAK)],
    needs: &[],
    run,
};

/// Marks that only a house puts on its papers.
static STRONG: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"社\s?外\s?秘",
        r"部\s?外\s?秘",
        r"(?:関係者|課|局|庁|店|校|院|行|館|署|組織|グループ|当事者)外秘",
        r"シャガイヒ",
        r"しゃがいひ",
        r"ブガイヒ",
        r"社\s?外\s?(?:持ち?出し?)?\s?厳\s?禁",
        r"(?:社|課|部|局|役員|役員会|取締役|理事会|理事|職員|教職員|社員|従業員|会員|関係者|幹部|管理職|店長|委員会|委員|担当者|教授会|当事者|受領者|出席者|グループ|館員|行員)(?:内)?(?:限り|かぎり)(?:[。、・】」)\s]|と|の|で|っ|、|って|$)",
        r"(?:社内|職員|社員|部内|課内|店内|院内|行内|局内|庁内|学内|校内)(?:限り|かぎり|限(?:[)】」・\s]|$))",
        r"社 ?内 ?限 ?(?:り|定)",
        r"社内(?:確認|検討|閲覧|説明|会議|配布|回覧|教育|研修)用",
        r"(?:社内|イントラ|ポータル)(?:ポータル|イントラ)?(?:のみ|限定)(?:公開|配布|[)】」])",
        r"席上(?:配付|配布|回収)",
        r"要\s?回\s?収",
        r"要\s?回\s?覧",
        r"回収資料",
        r"(?-u:\b)CONFIDENTIAL(?-u:\b)",
        r"「(?:INTERNAL|SECRET|PRIVATE|DRAFT)」",
        r"(?-u:\b)(?:INTERNAL|COMPANY|OFFICIAL|STAFF|EMPLOYEES?) (?:USE )?ONLY(?-u:\b)",
        r"(?-u:\b)(?:not for|do not|don't) (?:external|public|further|outside)?\s?(?:distribut(?:ion|e)|circulat(?:ion|e)|disclos(?:ure|e)|share outside|forward)",
        r"(?-u:\b)strictly (?:private|internal)",
        r"(?-u:\b)(?:trade|company) secret(?-u:\b)",
        r"(?-u:\b)eyes only(?-u:\b)",
        r"(?-u:\b)under embargo(?-u:\b)",
        r"(?-u:\b)need-to-know(?-u:\b)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Marks that stand on boxes and doors too.
static WEAK: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)(?:^|[^\p{Han}])秘(?:って|の(?:印|ハンコ|判)|マーク|[)」】\s]|$)|マル秘|まる秘|丸秘|\(秘\)|極\s?秘|厳秘|取\s?扱\s?(?:い)?\s?(?:注意|厳重注意)|(?:転載|転送|複写|複製|コピー|持ち?出し?|持出し?|持ち帰り|撮影|口外|配布|回覧|閲覧|再配布|SNS投稿|公開)(?:は|を|・|、)?(?:厳禁|禁止|不可|禁ず|お断り|禁)|(?:社|館|店|院|校|部|構|施設|学|庁|課)外(?:へ|への|に)?の?(?:持ち?出し?|配布|公開|共有|転送|開示)(?:は)?(?:厳禁|禁止|不可|禁)|モチダシ\s?キンシ|モチダシキンシ|(?-u:\b)TOP SECRET(?-u:\b)";
    Phrases::new(pattern)
});
/// Papers, files and what carries them.
static PAPER: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)資料|文書|書類|書面|ファイル|メール|紙|最後に|右下|ハンコ|はんこ|判子|スタンプ|シール\s?(?:ハッ|貼っ)[^。]{0,6}USB|印|PDF|図面|議事録|スライド|USB|マニュアル|手順|各位|殿|どの|通知|お知らせ|名簿|計画|台帳|規程|規定|要領|コピー機|回覧|議案|レポート|報告書|表|会議|企画書|提案書|設計書|契約書|見積書|計画書|仕様書|原稿|台本|ノート|メモ|一覧|リスト|シート|フォルダ|DVD|テキスト|ハンドブック|スタンダード|封筒|プリント|透かし|ヘッダー|deck|slide|document|memo|chart";
    Phrases::new(pattern)
});
/// Stories, recipes, clothes, doors: the word without the thing.
static NO_PAPER: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"ドラマ|映画|小説|漫画|マンガ|アニメ|脱出ゲーム|謎解き|ミッション|指令|作戦|『[^』]*(?i:confidential)|コンフィデンシャル|Tシャツ|シャツ|パーカー|マグカップ|と言いたい|といいたい|ではな(?:い|く)|じゃない|じゃなく|テク|レシピ|裏技|ワザ|わが家|我が家|立入|立ち入り|天地無用|郷土|図書館|閲覧室|古文書|猫|犬|ゲーム|クイズ|秘仏|写真展|展示|公開(?:し|いた|に)|解除|どなたでも|研修で(?:習|教)|とは(?:何|なに)|の意味|って何|EXTERNAL|external use|書いてな";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    if is_protected(a.text()) {
        return;
    }
    for found in STRONG.find_iter(a.text()) {
        if !NO_PAPER.is_match(two_sentences(a, found.start())) {
            sink.find(a, found.start()..found.start() + found.as_str().trim_end_matches(TAIL).len());
        }
    }
    for found in WEAK.find_iter(a.text()) {
        let around = two_sentences(a, found.start());
        let own = PAPER.is_match(&around.replace(found.as_str(), ""));
        if own && !NO_PAPER.is_match(around) {
            sink.find(a, found.range());
        }
    }
}

/// What the pattern reads after a mark to know its end.
const TAIL: [char; 14] = ['。', '、', '・', '】', '」', ')', ' ', '\n', 'と', 'の', 'で', 'っ', 'て', '\u{3000}'];
