//! 2-4: a disaster, an accident or a day of mourning used to sell, or spoken of lightly, by an official account.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    rules::respect::Topic,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "respect/disaster",
    doc: crate::rule::document(include_str!("disaster.md")),
    triggers: &[Trigger::Words(TOPIC_WORDS)],
    needs: &[],
    run,
};

const TOPIC_WORDS: &[&str] = &[
    "地震",
    "停電",
    "断水",
    "避難",
    "台風",
    "津波",
    "被災",
    "豪雨",
    "洪水",
    "噴火",
    "震災",
    "土砂",
    "大雪",
    "追悼",
    "黙祷",
    "慰霊",
    "命日",
    "原爆",
    "終戦の日",
    "3.11",
    "3・11",
    "9.11",
    "1.17",
    "事故",
    "事件",
    "テロ",
    "訃報",
    "逝去",
    "亡くな",
    "火災",
    "山火事",
    "パンデミック",
    "感染拡大",
    "earthquake",
    "tsunami",
    "hurricane",
    "wildfire",
    "shooting",
    "blackout",
    "flood",
    "tragedy",
    "typhoon",
];

static TOPIC: Topic = Topic::new(
    TOPIC_WORDS,
    &[
        r"便乗|(?:にちなんで|揺れる|ぐらぐら|被災気分|避難気分)[^。]{0,14}?(?:発売|新作|フェア|メニュー|プリン|セット)|半額|(?:\d+%|割)\s?(?:off|引き|オフ)|割引(?:。|!|を|セール|中|実施)|セール(?:。|!|中|を|開催|はじめ|やり|、)|特売|大特価|クーポン(?:を|。|!|配)|キャンペーン(?:中|実施|を|!)|ポイント\d*倍|お買い得|にちなん|にあやかり?|記念(?:して)?[^。]{0,8}?(?:セール|価格|フェア|割)|(?:で|に)盛り上が|ラッキー|チャンス(?:です|!|到来)|ビジネスチャンス|商売繁盛|特需|のおかげで(?:売|大忙し|絶好調|在庫)|わくわく|ワクワク|祭り(?:だ|!|じゃ)|お祭り(?:気分|騒ぎ)|ざまあ|ざまぁ|天罰|自業自得|他人事|大げさ|騒ぎすぎ|どこ吹く風|関係ない(?:ので|です)|笑(?:\)|。|$|える|った)|草(?:。|$)|w+(?:。|$)|それより|そんなことより|はさておき|フォロー(?:して|&|と)|タグ(?:を)?(?:お)?(?:借り|失礼)|泣ける(?:と|話)で",
        r"(?:\d+)\s?% off|sale|discount|promo|deal|blowout|limited time|use code|perfect (?:day|time|weather) (?:to|for)|lol",
    ],
    &[
        r"支援|寄付|無料|無償|募金|義援|お見舞い|防災|備え|備蓄|点検|訓練|事故(?:防止|を防)|再発防止|悼み|お休みします|中止|休業|延期|見合わせ|遅れ|避難(?:所|場所)(?:と|を|に)(?:開放|して)|払い戻し|保険|事件簿|無事故|映画|小説|ドラマ|ゲーム|ミステリ|推理|登場人物|爆笑|微笑|donat|relief|support|canceled|cancelled|refund",
    ],
);

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    TOPIC.find(a, ctx, sink);
}
