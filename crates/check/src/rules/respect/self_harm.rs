//! 2-4: somebody, perhaps the writer, speaks of not wanting to live. Care comes first, never blame.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::{any, sweep},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "respect/self_harm",
    doc: crate::rule::document(include_str!("self_harm.md")),
    triggers: &[Trigger::Phrases(&WANTED)],
    needs: &[],
    run,
};

const CUES: &[&str] = &[
    r"死にたい(?:です|。|$|、|と思|って思|気持ち|な|よ|けど|し)",
    r"(?:もう|ほんとに|本当に|毎日|急に)[^。]{0,8}?死にたく(?:なる|なった|なって)",
    r"(?:もう|いっそ|今夜|そろそろ)[^。]{0,8}?死のう(?:かな|と思|。|$|か)",
    r"(?:わたし|私|僕|俺|自分)(?:なんか|なんて|は|が|、)?[^。]{0,8}?死んだ(?:ほう|方)が",
    r"(?:もう|いっそ|この世から|このまま|静かに)[^。]{0,8}?消え(?:たい|てしまいたい|ちゃいたい)|消えてなくなりたい|消えてしまいたい",
    r"消えてしまいたい",
    r"いなくなりたい|いなくなれば(?:いい|みんな)",
    r"自殺(?:し(?:たい|よう|ます|て)|を考え|するしか|の(?:方法|名所|準備)|サイト|願望|未遂)",
    r"リスカ(?:し|の|した|痕|跡)",
    r"リストカット(?:し|の|痕|跡|が)",
    r"首(?:を)?(?:吊|つ)(?:り|ろう|って|る(?:しか|から|わ))",
    r"飛び降り(?:たい|ようか|よう(?:と思|。|$)|れば楽)|飛び込(?:みたい|もうか|めば楽)",
    r"生きるの(?:が|に)(?:もう)?(?:つらい|辛い|しんどい|疲れ|いや|嫌)",
    r"生きて(?:い)?たくない|生きてる(?:意味|価値)(?:が)?(?:ない|わから|分から)(?:よ|。|$|し|な)",
    r"生きる(?:意味|価値)(?:が)?(?:ない|わから|分から|見つから)",
    r"オーバードーズ(?:し|する|した)",
    r"遺書(?:を|も)?(?:書い(?:た|て|とく)|書こう|準備|用意)",
    r"(?:もう|いっそ|早く|死んで)[^。]{0,8}?楽になりたい",
    r"kill myself|end (?:it all|my life)|want to die|suicid(?:e|al)|don't want to (?:live|be alive)|better off (?:dead|without me)|hurt(?:ing)? myself|cut(?:ting)? myself",
    r"want to die",
    r"suicid(?:al|e (?:note|plan|method))|commit suicide",
];
static WANTED: LazyLock<Phrases> = LazyLock::new(|| any(CUES));
/// Help itself, stories, and a joke about a train.
static EXCEPT: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"相談(?:窓口|先|できる)|いのちの電話|予防|ホットライン|ゲーム|ボス|映画|小説|ドラマ|漫画|登場人物|推理|死にたいほど|自殺点|自殺行為|hotline|lifeline|prevention|恥ずかしくて",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    sweep(a, &WANTED, Some(&EXCEPT), sink);
}
