//! 2-4: a faith praised, ranked, mocked or spread by an official account.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    rules::respect::Topic,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "respect/religion",
    doc: crate::rule::document(include_str!("religion.md")),
    triggers: &[Trigger::Words(TOPIC_WORDS)],
    needs: &[],
    run,
};

const TOPIC_WORDS: &[&str] = &[
    "聖書",
    "コーラン",
    "神さま",
    "神様",
    "仏さま",
    "仏様",
    "仏教",
    "キリスト",
    "イスラム",
    "念仏",
    "お経",
    "信仰",
    "入信",
    "教祖",
    "宗教",
    "無宗教",
    "祈り",
    "祈れば",
    "お祈り",
    "神社",
    "お寺",
    "檀家",
    "教会",
    "御利益",
    "読経",
    "ご利益",
    "信心",
    "先祖の霊",
    "ご先祖",
    "お布施",
    "カルト",
    "幸福の",
    "創価",
    "bible",
    "jesus",
    "christ",
    "god ",
    "allah",
    "islam",
    "church",
    "pray",
];

static TOPIC: Topic = Topic::new(
    TOPIC_WORDS,
    &[
        r"答えをくれ|救われ(?:ます|る|ません|ない)|救って(?:くれ|くださ)|だけが[^。]{0,8}?(?:答え|真実|救|正し|本物)|信仰を(?:もって|持って|持ち|もち|お持ち)[^。]{0,6}?(?:みません|ましょう|ください|いない|ない)|改宗|(?:全員|みんな)で読経|入信し(?:ません|ましょう|て)|まさる|勝る|に勝り|道に迷(?:われ|い|う)|本物の(?:神|信仰|宗教)|邪教|迷信|インチキ|いんちき|怪しい|うさんくさ|胡散臭|カルト(?:です|だ|的|みたい)|信じ(?:れば|なさい|ましょう|ない(?:人|方)は|る者は)|あなたも[^。]{0,10}?(?:信|祈|入)|地獄(?:に|へ)(?:落|堕|行)|罰(?:が|あた)|バチが|くだらな|洗脳|真理は|まちがった(?:神|宗教|教え)|間違った(?:神|宗教|教え)|時代遅れ|古くさ|(?:毎朝|全員|みんな)[^。]{0,12}?(?:祈り|お祈り|祈っ|唱え|拝)|祟り|霊感|成仏(?:でき|し)な|先祖が(?:怒|泣|悲し)|(?:の)?ほうが(?:正し|尊|上)",
        r"only way|saves?(?: us| you|\.)|believe in (?:him|god|jesus)|pray with us|come to (?:jesus|god)|one true|accept (?:jesus|christ)|will burn|fake (?:god|religion)|cult",
    ],
    &[
        r"かかわらず|問わず|心に配慮|ご希望を伺|礼拝の(?:お)?部屋|展示|企画展|連載|講座|監修|美術|建築|歴史|祭り|初詣|神対応|神回|神ゲー|登場人物|ゲーム|映画|小説|神さまでは|神様では",
    ],
);

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    TOPIC.find(a, ctx, sink);
}
