//! 2-4: a side taken in an election, for or against a party, a candidate or an office holder, by an official account.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    rules::respect::Topic,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "respect/politics",
    doc: crate::rule::document(include_str!("politics.md")),
    triggers: &[Trigger::Words(TOPIC_WORDS)],
    needs: &[],
    run,
};

const TOPIC_WORDS: &[&str] = &[
    "候補",
    "政党",
    "議員",
    "知事",
    "市長",
    "町長",
    "村長",
    "首相",
    "総理",
    "大臣",
    "政権",
    "与党",
    "野党",
    "現職",
    "選挙",
    "投票",
    "一票",
    "比例",
    "公約",
    "街頭演説",
    "演説",
    "国会",
    "県議会",
    "市議会",
    "マニフェスト",
    "左翼",
    "右翼",
    "保守",
    "リベラル",
    "自民",
    "立憲民主",
    "公明党",
    "共産党",
    "維新",
    "国民民主",
    "れいわ",
    "参政党",
    "社民",
    "政治家",
    "政治屋",
    "大統領",
    "candidate",
    "incumbent",
    "election",
    "ballot",
    "vote",
    "president",
    "senator",
    "congress",
    "prime minister",
    "republican",
    "democrat",
    "mayor",
    "governor",
    "labour party",
    "tories",
];

static TOPIC: Topic = Topic::new(
    TOPIC_WORDS,
    &[
        r"応援して(?:い)?(?:ます|おり|る)|を応援(?:し|。|!|$)|を支持|支持(?:し|を表明|いたし)|推しています|推薦(?:し|いたし)|一票を(?:!|。|$|🗳|お願い|入れ|託|投じ|ください|と)|に入れ(?:ましょう|よう|て(?:ください|ね|ほしい))|に投票(?:を|し(?:ましょう|よう|て|ます))|清き一票|勝たせ|当選(?:させ|してほしい|を(?:願|祈|目指))|落と(?:しましょう|そう|し(?:たい|て))|落選(?:させ|運動)|ふさわしい(?:のは|人|方|と)|正論|まともな(?:のは|政|候|人)|に賛成|に反対|許せ(?:ない|ません)|許すな|辞(?:めろ|めるべき|めてほしい|任(?:しろ|すべき|を求))|退陣|打倒|交代(?:を|すべき|させ)|ひどい(?:政|です|。)|最低(?:の|です|。|だ)|最悪(?:の|です|。|だ)|失政|悪政|無能|裏切|売国|嘘つき|思い出してください|忘れないで(?:ください)?|お察しください|の一票は|(?:はもう|は)?【[赤青緑白黄]】|拍手(?:し|です|を送)|がんばって(?:ほしい|ください)|頑張って(?:ほしい|ください)|期待して(?:い)?(?:ます|おり)|変えて(?:くれ|もらい|ほしい)|(?:の)?一覧、?[^。]{0,8}?(?:つくり|作り|まとめ)|(?:やり方|発言|政策|対応|会見|答弁)[^。]{0,8}?おかしい|リコール|情けな|見ていられ|失望|恥ずかしい|恥を知|早く辞め|にはがっかり|任せ(?:られ|ら)(?:ない|ません)|はノー|にノー|にイエス|べき(?:です|だ|。|では|と(?:考え|思))|頼りに|ぜひ[^。]{0,10}?(?:へ|に|を)(?:!|。|$)",
        r"proud to|(?:we|i|our)[^.]{0,20} (?:back|support|endorse|stand with)|vote (?:for|against|out|them out|him out|her out|red|blue|yes|no)|best choice|must go|resign|worst|disaster|make [^.]{0,12} great|don't let|wear your",
    ],
    // Neutral service, an own vote without state, a refusal to take sides, history.
    &[
        r"お答えいたしかね|どなたの応援も|特定の(?:候補|政党)|おすすめする(?:展示|もの)では|中立|zero endorsements|マスコット|キャラ|人気投票|人気No|グランプリ|総選挙[🗳️の]{0,3}[^。]{0,8}?(?:スタンプ|メニュー|商品|味|パン|ラーメン|スイーツ)|投票所の(?:設営|場所|ご案内)|祝辞|企画展|展示|番組|映画|小説|ドラマ|ゲーム|候補(?:日|地|作|曲|の(?:中|日|色|味|名前|商品))|優勝候補|第一候補|名前の候補|市長(?:さん)?(?:を|が)(?:お迎え|ご来)",
    ],
);

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    TOPIC.find(a, ctx, sink);
}
