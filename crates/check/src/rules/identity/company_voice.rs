//! 1-10: the organisation's view, promise or apology in the words of somebody who is not an operator.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::{any, sweep},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "identity/company_voice",
    doc: crate::rule::document(include_str!("company_voice.md")),
    triggers: &[Trigger::Phrases(&EITHER)],
    needs: &[],
    run,
};

const COMPANY_WORDS: &[&str] = &[
    "弊社",
    "当社",
    "わが社",
    "我が社",
    "我社",
    "小社",
    "へいしゃ",
    "とうしゃ",
    "わがしゃ",
    "本学",
    "本校",
    "当校",
    "当学園",
    "本園",
    "当園",
    "当館",
    "当行",
    "弊行",
    "当院",
    "弊院",
    "当店",
    "弊店",
    "当ホテル",
    "当旅館",
    "当局",
    "当社団",
    "当法人",
    "当組合",
    "当協会",
    "当組織",
    "当グループ",
    "当塾",
    "うちの会社",
    "うちの学校",
    "うちの病院",
    "うちの銀行",
    "うちの店",
    "うちの大学",
    "うちの部",
    "我々",
    "われわれ",
];

static OFFICIAL_ACT: LazyLock<Phrases> = LazyLock::new(|| {
    let company = COMPANY_WORDS[..COMPANY_WORDS.len() - 2].join("|");
    any(&[
        &format!(r"(?:{company})(?:と|ト)(?:しまして|いたしまして|致しまして|して)(?:は|ハ|も)?[^。]{{0,60}}"),
        &format!(
            r"(?:{company})(?:は|では|も|の|が|へ|を|に|への|から|には)[^。]{{0,40}}?(?:考えて(?:おり|い)ま|認識して(?:おり|い)ま|判断(?:して|いたし|しま|し)|ありません|ございません|おりません|いたしません|いたしかねます|(?:お断り|謝罪|返金|補償|対応|回答|お答え|廃止|撤回|保証|約束|抗議|公表|延期|中止|実施|値上げ|値下げ|訴訟|提訴|検討|調査)(?:を)?(?:は)?(?:する|しない|いたし|し(?:ます|ません|て(?:おり|い)ます)|いたします|いたしません|させていただ)|方針で|方針です|見解(?:です|として|だ|は)|総意|お詫び(?:し|申し|いた)|事実無根|受け付けて|本音(?:では|は)|立場(?:です|として)|信じて(?:ください|ほしい|くれ)|落ち度|責任(?:は|を|が)[^。]{{0,8}}?(?:ない|ありません|ございません|取り|負い)|欠陥(?:は|が)|決まり(?:です|だ)|が正しい|お約束|結論)"
        ),
    ])
});

const CUES: &[&str] = &[
    r"(?:広報|会社|公式|社長|上層部|お客様センター)(?:に|の)代わ(?:って|り)",
    r"(?:弊社|当社|我が社|わが社|うちの会社)(?:は|では|も)[^。]{0,40}?(?:します|いたします|いたしました|しません|いたしません|ございません|を決めました)(?:。|!|$|よ)",
    r"(?:社|会社|弊社|当社|グループ|部署|現場|社員|全社員|スタッフ一同|店|病院|学校|大学|銀行|食品|電機|交通|[^。、\s]{2,12})を代表(?:し|いたし|致し)(?:て|まして)[^。]{0,60}?(?:詫び|謝|申し上げ|お答え|答え|回答|説明|抗議|御礼|お礼|反論)",
    r"(?:会社|うち|弊社|当社|社|部署|病院|学校|銀行)の(?:公式|正式な|正式|統一)?見解(?:だ|です|は|として|なん|を|では)",
    r"これ(?:は|が)?[^。]{0,6}?公式見解",
    r"(?:会社|社員|うち|社|部署|現場|みんな|全員|スタッフ|教員|医師|ドライバー)(?:の|みんなの|全員の)?総意",
    r"(?:我々|われわれ|うちら|会社)[^。]{0,16}?の(?:結論|答え|見解|立場|方針)(?:です|だ|なの)",
    r"社員(?:は|も)?(?:全員|みんな|みな|一同)[^。]{0,10}?(?:同じ|おなじ|おんなし|思って|考え|反対|賛成|怒って|気持ち)",
    r"社員一同[^。]{0,20}?(?:考え|思って|反対|賛成|抗議|お詫び|怒り|信じ)",
    r"会社を代表",
    r"会社として(?:は|も)?[^。]{0,24}?(?:考え|思|お答え|お詫び|謝|対応|約束|保証|認め|判断|方針|返金|責任|断言|言え)",
    r"(?:お断り|対応|廃止|実施|返金|続け|やめる)する方針(?:でおり|です|だ|となり)",
    r"代わり(?:に|として)(?:わたしが|私が|僕が)?(?:、)?(?:お答え|回答|説明|ご説明|謝|お詫び|答え)",
    r"公式(?:が|は|垢が|アカが)[^。]{0,8}?(?:遅い|黙って|言わない|出さない|動かない|寝てる|忙しい)[^。]{0,4}?(?:ので|から|んで|し)[^。]{0,20}?",
    r"広報(?:が|は)[^。]{0,8}?(?:黙って|遅い|言わない|言えない|動かない|休み)[^。]{0,4}?(?:ので|から|んで|し)",
    r"【[^】]{1,20}(?:より|から)(?:の)?(?:お知らせ|ご案内|重要|お詫び)】",
    r"【[^】]{1,20}(?:運行情報|営業情報|公式情報|公式|お知らせ)[^】]{0,14}】[^。]{0,40}",
    r"as (?:a|the) (?:company|team|firm|bank|hospital|school),? we",
    r"on behalf of (?:the |our |my |all |everyone at )?[^.]{2,24}(?:apologi[sz]e|sorry|confirm|promise|thank|state|announce|deny|want)",
    r"speaking for (?:the company|all of us|my company|our company|everyone at)",
    r"(?:our|the) company(?:'s)? (?:official )?(?:position|policy|view|stance|line|will|believes|does not|denies|promises)",
    r"(?:our|this is (?:our|an)) official (?:statement|position|answer|response)",
];
static WANTED: LazyLock<Phrases> = LazyLock::new(|| any(CUES));
/// One pass for both, so that no two findings lie upon each other.
static EITHER: LazyLock<Phrases> = LazyLock::new(|| any(&[OFFICIAL_ACT.pattern(), WANTED.pattern()]));
/// Play with the company's words at home, what others said, what is published.
static EXCEPT: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"飼い主|猫|犬|ハムスター|ぬか床|胃腸|茶トラ|柴|\(?\d+歳|きゅうり|なす部門|わが家|家訓|夫婦|当社比|新郎|新婦|親族|町内|自治会|クラスを代表|日本を代表|学年を代表|世界を代表|推し|公式が供給|解の公式|公式戦|組合(?:の|として)|労働組合|団体交渉|労基|通報|ハラスメント|残業代|有給|面接|お祈り|内定|就活|転職|小説|ドラマ|映画|ごっこ|と(?:発表|公表)(?:し|さ)|プレスリリース",
    ])
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() {
        if EXCEPT.is_match(a.folded()) {
            return;
        }
        sweep(a, &EITHER, None, sink);
    }
}
