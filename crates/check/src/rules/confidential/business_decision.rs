//! 1-6: what a house has decided about itself, told by somebody inside: closing, merging, prices, personnel, recalls.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    pattern::{Regex, regex},
    phrases::Phrases,
    plans,
    rule::{Need, Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/business_decision",
    doc: crate::rule::document(include_str!("business_decision.md")),
    triggers: &[
        Trigger::Phrases(&DECISION),
        Trigger::Words(&[
            "来年",
            "来月",
            "来週",
            "来期",
            "来春",
            "来夏",
            "来季",
            "年内",
            "年明け",
            "年度",
            "春",
            "月から",
            "月で",
            "月に",
            "月号",
            "月末",
            "年で",
            "水面下",
            "近々",
            "降格",
            "左遷",
            "更迭",
            "解任",
            "懲戒",
            "減る",
            "昇格",
            "なくな",
            "早ま",
            "変わ",
            "減ら",
            "半分",
            "取締役会",
            "役員会",
            "プレスリリース",
            "倒れ",
            "口止め",
            "箝口令",
            "有料",
            "無人",
            "縮小",
            "クビ",
            "取り壊",
            "shutting",
            "haven't",
            "next",
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
        ]),
    ],
    needs: &[Need::Words],
    run,
};

/// A decision about the house, with its verb.
static DECISION: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?:合併|統合|買収|(?:業務|資本)?提携|譲渡|売却|出資|上場|上方修正|下方修正|増資|値上げ|値下げ|運賃改定|廃止|閉店|閉鎖|閉館|閉校|閉園|撤退|倒産|廃業|民事再生|リストラ|希望退職|早期退職|人員(?:整理|削減)|退任|辞任|解任|リコール|自主回収|回収|移転|再編|学部再編|減便|廃線|廃番|生産終了|生産中止|サービス終了|募集停止|分社化?|外注化?|打ち切り|契約解除|契約終了|内製化)(?:を|が|は|に|も)?(?:来[週月年]|明日|再来週)?[^。、\n]{0,8}?(?:(?:いた)?し(?:ます|たします)|する(?:。|$|って|らし|んだ|こと|そう|みたい|方向|予定|から|よ|ので|し|準備)|され(?:る|て)|になる|になり|(?:に|で|は|が|も)?(?:決ま|決定|確定|ほぼ|内定|濃厚)|発表|でる|出る|くる|来る|準備|方向|の(?:話|準備|計画|方針|リスト|対象|予定|相談)|の?(?:案|候補)|だって|だと|なんだ(?:って|よ)|やて|らしい|げな|募|進め|検討|申し入れ|を匂わせ|通告)",
        r"(?:工場|店|支店|病院|産科|診療科|小児科|科|部署|事業所|拠点|校舎|系統|路線|コース|ライン|売り場|クラス|窓口|寮|事業|部門|ブランド)[^。、\n]{0,14}(?:閉める|閉じる|しめる|たたむ|畳む|なくな(?:る|り|って)|やめる|止める|売る|統合する|つぶす|潰す|引き払|ストップする)",
        r"(?:閉める|たたむ|畳む|やめる|引き揚げる|切る)(?:んだ|ん)?(?:って|てさ|やて|げな|方向|予定|ことに)",
        r"全部引き揚げ",
        r"取引(?:を)?(?:やめ|打ち切|切る|停止)",
        r"うちの?(?:会社|店|支店|本店|病院|クリニック|薬局|銀行|信金|塾|学校|大学|園|鉄道|バス|ホテル|旅館|工場|倉庫|センター|施設|局|部|課|部署|チーム|班|本社|支社|グループ|社|スーパー|コンビニ|ジム|劇場|遊園地|水族館|美術館|図書館|新聞|テレビ|出版社|編集部|事務所|研究室|ラボ|役所|市役所|組合|農協|郵便局|営業所|車庫|厨房|売り場|アプリ|サービス|サイト|製品|商品|ブランド|雑誌|路線|系統|[\p{Han}\p{Katakana}ー]{1,6}(?:店|社|部|課|科|局|館|園|場|所))(?:、|は|も|が|の)?[^。\n]{0,24}?(?:来月|来年|来春|来夏|来秋|来期|来週|再来年|再来月|年内|年末|年明け|年度末|今期|今年度|来年度|春から|夏から|秋から|冬から|四月|三月|\d+月|[一二三四五六七八九十]+月|もうすぐ|近いうち)[^。\n]{0,16}?(?:なくなる|なくす|やめる|辞める|止める|早まる|遅くなる|変わる|変える|減らす|減る|増やす|出す(?:って|らしい)|出る(?:らしい|って|よ|んだ)|閉める|閉まる|移る|終わる|終える|切る|半分に|縮小|拡大|統合|刷新|値上|値下|有料(?:に|化)|無人(?:に|化)|建て替え|取り壊|潰れ|つぶれ|入れ替え|クビ|辞めさせ|始める(?:らしい|って|よ|んだ)|一新)",
        r"(?:来月|来年|来春|来夏|来秋|来期|来週|再来年|再来月|年内|年末|年明け|年度末|今期|今年度|来年度|春から|夏から|秋から|冬から|四月|三月|\d+月|[一二三四五六七八九十]+月|もうすぐ|近いうち)[^。\n]{0,12}(?:なくなる|なくす|やめる|辞める|止める|早まる|遅くなる|変わる|変える|減らす|減る|増やす|出す(?:って|らしい)|出る(?:らしい|って|よ|んだ)|閉める|閉まる|移る|終わる|終える|切る|半分に|縮小|拡大|統合|刷新|値上|値下|有料(?:に|化)|無人(?:に|化)|建て替え|取り壊|潰れ|つぶれ|入れ替え|クビ|辞めさせ|始める(?:らしい|って|よ|んだ)|一新)[^。\n]{0,20}(?:総務|人事|上司|部長|課長|店長|社長|会議|うちの会社)",
        r"うちの?(?:会社|店|支店|本店|病院|クリニック|薬局|銀行|信金|塾|学校|大学|園|鉄道|バス|ホテル|旅館|工場|倉庫|センター|施設|局|部|課|部署|チーム|班|本社|支社|グループ|社|スーパー|コンビニ|ジム|劇場|遊園地|水族館|美術館|図書館|新聞|テレビ|出版社|編集部|事務所|研究室|ラボ|役所|市役所|組合|農協|郵便局|営業所|車庫|厨房|売り場|アプリ|サービス|サイト|製品|商品|ブランド|雑誌|路線|系統|[\p{Han}\p{Katakana}ー]{1,6}(?:店|社|部|課|科|局|館|園|場|所))(?:、|は|も|が)?[^。\n]{0,24}(?:を(?:止める|やめる|断る|切る|打ち切る|引き揚げる|減らす)(?:って|らしい|んだ|ことに|予定|方針))",
        r"(?:取締役会|役員会|理事会|経営会議|教授会|株主総会)[^。\n]{0,24}(?:通る|通った|可決|決議|承認|決まる|否決|もめ)",
        r"(?:プレスリリース|決算|発表|リリース|内示|人事)(?:を|は|、)?[^。\n]{0,6}(?:先に|事前に|一足先に)(?:読|見|知|聞)[^。\n]{0,10}",
        r"(?:社長|会長|専務|常務|役員|創業者)(?:が|は)[^。\n]{0,10}(?:倒れ|入院|逮捕|失踪|不倫|退く|更迭|クビ|雲隠れ)",
        r"(?:来月|来年|来春|来期|来週|年内|年明け|年度末|来年度|再来年|\d+月|[一二三四五六七八九十]+月|春|秋|夏|冬)(?:の[春夏秋冬])?(?:に|から|で|には)?(?:は)?、?うちの?[^。、\n]{1,10}[^。\n]{0,14}(?:なくなる|減る|増える|閉まる|統合|廃止|やめる|変わる|終わる|移る|売られる|募集|リストラ)",
        r"(?:部長|課長|店長|支店長|社長|役員|専務|常務|監督|上司|先輩|編集長|園長|院長|主任)(?:が|は|も)[^。\n]{0,8}(?:降格|左遷|更迭|解任|クビ|懲戒|解雇|異動|飛ばされ|昇格|逮捕)",
        r"箝口令",
        r"かん口令",
        r"口止め",
        r"募集しない",
        r"内示(?:が|を|で)[^。、\n]{0,8}",
        r"(?:次|つぎ|新)(?:の)?(?:社長|会長|店長|支店長|部長|常務|専務|CEO|院長|校長|監督)(?:、|は|が|に)?[^。、\n]{0,12}(?:決ま|内定|昇格|なる|みたい)",
        r"(?:新|来年の?|次の?)?(?:工場|店舗?|倉庫|出店|拠点|オフィス|ホテル)(?:の)?候補地?",
        r"来年の(?:出店|採用|昇給|ボーナス)",
        r"(?:概算金|買取価格|基本給|ボーナス|賞与)[^。\n]{0,16}(?:決ま|になった)",
        r"(?:チンギン|ウンチン|ネダン)[^。\n]{0,8}アガル",
        r"運賃[^。、\n]{0,8}上がる",
        r"(?:うちの?|自社の?)株(?:を)?(?:買|売)",
        r"株(?:を)?(?:買っ(?:とき|とけ|ておい)|売っ(?:とき|とけ|ておい))",
        r"あの\p{Han}{0,4}更地[^。\n]{0,20}(?:だよ|になる)",
        r"図面が机",
        r"(?-u:\b)(?:we're|we are) (?:about to |going to )?(?:drop|clos|acquir|merg|laying off|shutting)\w*",
        r"(?-u:\b)(?:our|my) (?:app|store|site|service|office|game|show|factory|product)[^.\n]{0,10}(?:shutting down|closing|being (?:sold|cut|cancel\w+)|moving)[^.\n]{0,20}",
        r"next (?:quarter|year)'?s (?:numbers|results|earnings|layoffs|budget)",
        r"we haven'?t (?:told|announced)[^.\n]{0,30}",
        r"(?-u:\b)about to (?:drop|close|acquire|merge|lay off|shut)\w*",
        r"(?-u:\b)is being (?:acquired|shut down|sold)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// That the writer is inside.
static INSIDE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"うち(?:の(?:会社|店|工場|部|課|班|病院|産科|科|学校|社|倉庫|支店|ホテル|園|塾|銀行|局|グループ|大学|本社|事業|部門|電|製品|ブランド|株|親会社|社長|子会社|\p{Han}{2,6})|は(?:全部|もう|来|年)|、|、\p{Han}|も)",
        r"ウチの(?:会社|店)",
        r"弊社",
        r"当社",
        r"自社",
        r"わが社",
        r"我が社",
        r"わたしたちの会社",
        r"バ先",
        r"バイト先",
        r"職場",
        r"勤め先",
        r"勤務先",
        r"社内",
        r"部署",
        r"上司",
        r"部長",
        r"課長",
        r"店長",
        r"園長",
        r"師長",
        r"院長",
        r"組合長",
        r"支店長",
        r"主任",
        r"教授",
        r"今日付け",
        r"常務",
        r"専務",
        r"取締役",
        r"役員",
        r"会議",
        r"打ち合わせ",
        r"朝礼",
        r"内示",
        r"プレスリリース",
        r"先に読",
        r"先に見",
        r"総務",
        r"人事",
        r"箝口令",
        r"口止め",
        r"next quarter",
        r"our app",
        r"haven.t",
        r"融資",
        r"現場",
        r"仕入れ先",
        r"取引先",
        r"得意先",
        r"客先",
        r"出張",
        r"図面",
        r"ショクイン",
        r"職員",
        r"社員",
        r"本社",
        r"支社",
        r"ニュースリリース前",
        r"発表は",
        r"発表まで",
        r"公表は",
        r"広報に載る",
        r"まわりには言わない",
        r"(?-u:\b)(?:our|my) (?:\w+ )?(?:company|team|office|plant|store)(?-u:\b)",
        r"(?-u:\b)auditing(?-u:\b)",
        r"(?-u:\b)supplier(?-u:\b)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Already told to everybody, or only life.
static TOLD: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"ニュース(?:で|に)(?:見|や|出)|新聞|張り紙|貼り紙|看板|ポスター|近所の|最寄り|角の|昭和の|明治|大正|江戸|平成|歴史|資料館|卒業|育休|産休|復帰しました|あだ名|閉店セール|閉店前|閉店間際|閉店まで|常連|ラーメン|喫茶店|パン屋|銭湯|クリーニング屋";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    let draft = is_draft(text);
    // What the organisation itself says on its account is its announcement; drafts are found by other rules.
    if ctx.is_official() && !draft || is_protected(text) || is_play(text) {
        return;
    }
    let mut found = Vec::new();
    if !TOLD.is_match(text) && (draft || INSIDE.is_match(text)) {
        found.extend(DECISION.find_iter(text).map(|found| found.range()).filter(|range| {
            let around = two_sentences(a, range.start);
            let question = around.trim_end().ends_with(['?']) && !around.contains('。');
            !is_public(around) && !question
        }));
    }
    let mut clauses: Vec<Range<usize>> = found.iter().map(|range| clause(a, range)).collect();
    if !ctx.is_official() && is_inside(text) {
        let told = |plan: &Range<usize>| {
            let first = found.partition_point(|range| range.end <= plan.start);
            found.get(first).is_some_and(|range| range.start < plan.end)
        };
        clauses.extend(planned(a).into_iter().filter(|plan| !told(plan)));
        clauses.sort_by_key(|range| (range.start, range.end));
    }
    clauses.into_iter().for_each(|range| sink.find(a, range));
}

/// Plans read from words, where nothing says that they are public, wished for or somebody else's.
fn planned(a: &Analysis<'_>) -> Vec<Range<usize>> {
    let plans = a.sentences().iter().filter_map(|sentence| {
        let plan = plans::plan(a, sentence).filter(|plan| !a.is_quoted(plan))?;
        let open = WISH.is_match(&a.text()[sentence.clone()]) || is_public(two_sentences(a, sentence.start));
        // To the end of the clause in which it is decided.
        let end = clause(a, &plan).end.max(a.clause_at(plan.end - 1).end);
        let words = a.text()[plan.start..end].trim_end_matches(['、', '。', '!', '?', ',', '.', '…', ' ', '\n']);
        let start = a.clause_at(plan.start).start;
        (!open).then(|| start..plan.start + words.len())
    });
    plans.collect()
}

/// That the writer is among those who know, by what they handle and how they heard.
static AMONG: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"うち|ワイの会社|わいの会社|理事会|株主|稟議|校正|ゲラ|契約書|案件|倉庫|工場|支店|シフト|仕込み|納品|発注|入札|仕様|設計|試作|治験|検査|編集部|楽屋|稽古|車庫|乗務|病棟|控室|開発|研究|生産|店の裏|バックヤード|事務所|同僚|同期|後輩|先輩|社長|会社|んだって|んだと(?:。|$|さ)|て話が|話がついて|話がまとま|決定事項|もう決まって|決まってる|決まった|決をとった|発表前|発表は|告知は|まだ(?:誰|だれ|内緒|言)|つきのわ";
    Phrases::new(pattern)
});

/// Whether a text shows that its writer belongs to the house, or deals with it.
pub(super) fn is_inside(text: &str) -> bool {
    INSIDE.is_match(text) || AMONG.is_match(text)
}

/// Wishes, questions, news, one's own life.
static WISH: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"たい(?:。|な|と|けど|です|!|$|し)|ほしい|欲しい|ますように|かな(?:。|$|あ|ぁ|!)|だろうか|でしょうか|[?]$|ニュース|新聞|報道|発表(?:され|が|に)|告知(?:され|が|に)|公式|ポスターが|広告|チラシ|買い物|通販|サブスク|スマホ|保険料|家賃|引っ?越|わたしの|私の|自分の|息子|娘|母|父|祖母|祖父|妹|弟|姉|兄|旦那|夫|妻|友だち|友達|趣味|推し|旅行|帰省|映画|ライブ|予約した|申し込|応募|楽しみ|お待ちして";
    Phrases::new(pattern)
});

/// A text that was meant for colleagues.
fn is_draft(text: &str) -> bool {
    static DRAFT: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"社内確認用|投稿案|下書きです|公開前確認|OKなら返信|赤字を反映|ご確認(?:の上|ください)[^。\n]{0,10}投稿|正式発表は|社内でも一部|社外の皆様には|株主(?:さま|の皆)には";
        regex(pattern)
    });
    DRAFT.is_match(text)
}
