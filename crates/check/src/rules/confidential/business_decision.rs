//! 1-6: what a house has decided about itself, told by somebody inside: closing, merging, prices, personnel, recalls.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/business_decision",
    doc: include_str!("business_decision.md"),
    triggers: &[Trigger::Words(&[
        "合併",
        "統合",
        "買収",
        "提携",
        "譲渡",
        "売却",
        "出資",
        "上場",
        "修正",
        "値上げ",
        "値下げ",
        "運賃",
        "廃止",
        "閉店",
        "閉鎖",
        "閉館",
        "閉校",
        "閉める",
        "しめる",
        "撤退",
        "たたむ",
        "畳む",
        "倒産",
        "廃業",
        "リストラ",
        "退職",
        "人員",
        "退任",
        "辞任",
        "社長",
        "リコール",
        "回収",
        "出店",
        "移転",
        "再編",
        "募集しない",
        "募集停止",
        "なくなる",
        "引き揚げ",
        "引き上げ",
        "打ち切",
        "切る",
        "異動",
        "内示",
        "昇進",
        "合理化",
        "外注",
        "閉じる",
        "終了",
        "候補地",
        "更地",
        "着工",
        "概算金",
        "減便",
        "株買",
        "merge",
        "acquire",
        "layoff",
        "lay off",
        "closing",
        "drop",
        "recall",
        "株",
        "やめる",
        "止める",
        "撤去",
        "値段",
        "うんちん",
        "あがる",
        "配置転換",
        "工場",
    ])],
    needs: &[],
    run,
};

/// A decision about the house, with its verb.
static DECISION: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)(?:合併|統合|買収|(?:業務|資本)?提携|譲渡|売却|出資|上場|上方修正|下方修正|増資|値上げ|値下げ|運賃改定|廃止|閉店|閉鎖|閉館|閉校|閉園|撤退|倒産|廃業|民事再生|リストラ|希望退職|早期退職|人員(?:整理|削減)|退任|辞任|解任|リコール|自主回収|回収|移転|再編|学部再編|減便|廃線|廃番|生産終了|生産中止|サービス終了|募集停止|分社化?|外注化?|打ち切り|契約解除|契約終了|内製化)(?:を|が|は|に|も)?(?:来[週月年]|明日|再来週)?[^。、\n]{0,8}?(?:(?:いた)?し(?:ます|たします)|する(?:。|$|って|らし|んだ|こと|そう|みたい|方向|予定|から|よ|ので|し|準備)|され(?:る|て)|になる|になり|(?:に|で|は|が|も)?(?:決ま|決定|確定|ほぼ|内定|濃厚)|発表|でる|出る|くる|来る|準備|方向|の(?:話|準備|計画|方針|リスト|対象|予定|相談)|の?(?:案|候補)|だって|だと|なんだ(?:って|よ)|やて|らしい|げな|募|進め|検討|申し入れ|を匂わせ|通告)|(?:工場|店|支店|病院|産科|診療科|小児科|科|部署|事業所|拠点|校舎|系統|路線|コース|ライン|売り場|クラス|窓口|寮|事業|部門|ブランド)[^。、\n]{0,14}(?:閉める|閉じる|しめる|たたむ|畳む|なくな(?:る|り|って)|やめる|止める|売る|統合する|つぶす|潰す|引き払|ストップする)|(?:閉める|たたむ|畳む|やめる|引き揚げる|切る)(?:んだ|ん)?(?:って|てさ|やて|げな|方向|予定|ことに)|全部引き揚げ|取引(?:を)?(?:やめ|打ち切|切る|停止)|募集しない|内示(?:が|を|で)[^。、\n]{0,8}|(?:次|つぎ|新)(?:の)?(?:社長|会長|店長|支店長|部長|常務|専務|CEO|院長|校長|監督)(?:、|は|が|に)?[^。、\n]{0,12}(?:決ま|内定|昇格|なる|みたい)|(?:新|来年の?|次の?)?(?:工場|店舗?|倉庫|出店|拠点|オフィス|ホテル)(?:の)?候補地?|来年の(?:出店|採用|昇給|ボーナス)|(?:概算金|買取価格|基本給|ボーナス|賞与)[^。\n]{0,16}(?:決ま|になった)|(?:チンギン|ウンチン|ネダン)[^。\n]{0,8}アガル|運賃[^。、\n]{0,8}上がる|(?:うちの?|自社の?)株(?:を)?(?:買|売)|株(?:を)?(?:買っ(?:とき|とけ|ておい)|売っ(?:とき|とけ|ておい))|あの\p{Han}{0,4}更地[^。\n]{0,20}(?:だよ|になる)|図面が机|(?-u:\b)(?:we're|we are) (?:about to |going to )?(?:drop|clos|acquir|merg|laying off|shutting)\w*|(?-u:\b)about to (?:drop|close|acquire|merge|lay off|shut)\w*|(?-u:\b)is being (?:acquired|shut down|sold)";
    Regex::new(pattern).expect("the pattern is a constant")
});
/// That the writer is inside.
static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)うち(?:の(?:会社|店|工場|部|課|班|病院|産科|科|学校|社|倉庫|支店|ホテル|園|塾|銀行|局|グループ|大学|本社|事業|部門|電|製品|ブランド|株|親会社|社長|子会社|\p{Han}{2,6})|は(?:全部|もう|来|年)|、|、\p{Han}|も)|ウチの(?:会社|店)|弊社|当社|自社|わが社|我が社|わたしたちの会社|バ先|バイト先|職場|勤め先|勤務先|社内|部署|上司|部長|課長|店長|園長|師長|院長|組合長|常務|専務|取締役|役員|会議|打ち合わせ|朝礼|内示|融資|現場|仕入れ先|取引先|得意先|客先|出張|図面|ショクイン|職員|社員|本社|支社|ニュースリリース前|発表は|発表まで|公表は|広報に載る|まわりには言わない|(?-u:\b)(?:our|my) (?:\w+ )?(?:company|team|office|plant|store)(?-u:\b)|(?-u:\b)auditing(?-u:\b)|(?-u:\b)supplier(?-u:\b)";
    Regex::new(pattern).expect("the pattern is a constant")
});
/// Already told to everybody, or only life.
static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"ニュース(?:で|に)(?:見|や|出)|新聞|張り紙|貼り紙|看板|ポスター|近所の|最寄り|角の|昭和の|明治|大正|江戸|平成|歴史|資料館|卒業|育休|産休|復帰しました|あだ名|閉店セール|閉店前|閉店間際|閉店まで|常連|ラーメン|喫茶店|パン屋|銭湯|クリーニング屋";
    Regex::new(pattern).expect("the pattern is a constant")
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    // What the organisation itself says on its account is its announcement; drafts are found by other rules.
    if ctx.is_official() && !is_draft(text) || is_protected(text) || is_play(text) || TOLD.is_match(text) {
        return;
    }
    if !INSIDE.is_match(text) && !is_draft(text) {
        return;
    }
    for found in DECISION.find_iter(text) {
        let around = two_sentences(a, found.start());
        let question = around.trim_end().ends_with(['?']) && !around.contains('。');
        if !is_public(around) && !question {
            sink.find(a, clause(a, &found.range()));
        }
    }
}

/// A text that was meant for colleagues.
fn is_draft(text: &str) -> bool {
    static DRAFT: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"社内確認用|投稿案|下書きです|公開前確認|OKなら返信|赤字を反映|ご確認(?:の上|ください)[^。\n]{0,10}投稿|正式発表は|社内でも一部|社外の皆様には|株主(?:さま|の皆)には";
        Regex::new(pattern).expect("the pattern is a constant")
    });
    DRAFT.is_match(text)
}
