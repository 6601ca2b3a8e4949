//! 2-4: a crime, an affair or a secret of private life told of a person around, as gossip.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::any,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "respect/defamation",
    doc: crate::rule::document(include_str!("defamation.md")),
    triggers: &[Trigger::Phrases(&GOSSIP)],
    needs: &[],
    run,
};

const PERSON: &str = r"課長|部長|店長|社長|主任|係長|専務|常務|役員|上司|先輩|後輩|同僚|同期|新人|経理|受付|庶務|総務|人事|営業の|秘書|先生|教頭|校長|塾長|園長|院長|師長|医者|あの人|あいつ|あの子|隣の|となりの|向かいの|担当の|くん|君、|君、|さん|氏|議員|市長|監督|選手|店主|オーナー|my boss|manager|coworker|colleague|teacher|the new guy|accountant";
const ACT: &str = r"横領(?:し|疑惑|犯)|着服し|金(?:を)?抜いて(?:る|いる|た)|ちょろまか|(?:金|レジ|売上|備品|財布|商品)[^。]{0,6}?(?:盗んで(?:る|いる)|盗んだ|パクっ(?:て|た)|くすねて)|裏金|キックバック|賄賂|ワイロ|不倫(?:し|中|相手|だ|って|らしい)|浮気(?:し|中|相手|だ|って|らしい)|デキて(?:る|いる|た)|愛人|枕営業|シャブ(?:中|漬け|を?(?:打|や|買))|薬やって|クスリやって|前科(?:が|持ち|あり|者)|反社|ヤクザ(?:と|だ|の|らしい|なん|上がり|やって)|脱税し|カルト(?:教団|宗教|信者|に(?:入|はま))|詐欺師|犯罪者|替え玉|裏口(?:入学|入社)|経歴詐称|ホテル(?:街|から)[^。]{0,14}?(?:見|出)|彼[氏女]がいるんだ|元(?:男|女)(?:だ|らしい|なん)|性転換し|(?:ゲイ|レズ|[はが、も]バイ)(?:だ|らしい|なんだ|って)|整形(?:し|だ|らしい|顔|って)|隠し子|(?:水商売|風俗|デリヘル)(?:で働|やって|に勤|上がり|嬢|通い)|借金まみれ|サラ金|embezzl|stealing from|sleeping with|having an affair|on drugs|an ex-con|is (?:secretly )?gay";

static GOSSIP: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        &format!(r"(?:{PERSON})[^。]{{0,24}}?(?:{ACT})"),
        &format!(r"(?:{ACT})[^。]{{0,6}}?の(?:課長|部長|店長|社長|主任|上司|同僚|先生|新人)"),
    ])
});
/// A report of wrongdoing, news, fiction, the speaker's own life.
static EXCEPT: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"通報|窓口|相談|告発|監査|調査委員会|第三者委員会|逮捕|報道|発表|判決|裁判|被害|本人(?:が|から|の)(?:許可|了承|公表)|わたしの彼|私の彼|自分が|映画|小説|ドラマ|漫画|ゲーム|登場人物|容疑者|推理|猫|犬|メモ帳|コンタクト|肩の力|手を抜いて|息を抜いて",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    crate::rules::temper::sweep(a, &GOSSIP, Some(&EXCEPT), sink);
}
