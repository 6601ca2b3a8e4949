//! 1-9: harm to people or the house is announced to us.

use std::sync::LazyLock;

use super::sweep;
use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::any,
    text::Analysis,
};

pub static RULE: Rule =
    Rule { id: "incoming/threat", doc: include_str!("threat.md"), triggers: &[Trigger::Always], needs: &[], run };

static WANTED: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:店|会社|本社|事務所|工場|家|そっち|そちら|お前ら?の?(?:とこ|ところ)|窓口)(?:に|へ|まで)[^。]{0,10}?(?:乗り込|押しかけ|殴り込|行くから(?:な|覚悟)|行くぞ|行ってやる)",
        r"(?:ただ|タダ)(?:では|じゃ)(?:済|すま|おか)|無事(?:で|に)(?:いられ|済む|帰れ)[^。]{0,6}?(?:と思|ない)|生きて(?:帰|いら)[^。]{0,6}?(?:と思|ない)",
        r"(?:担当|店員|店長|社長|責任者|お前|おまえ|あんた)[^。]{0,12}?(?:家族|子ども|子供|娘|息子|自宅|住所)[^。]{0,12}?(?:調べ|知って|わかって|分かって|特定|どうなって)",
        r"(?:家族|子ども|子供)[^。]{0,8}?(?:どうなって(?:も|いい)|気をつけ|無事)",
        r"(?:火|放火|爆弾|爆破|ガソリン|灯油|毒)(?:を|が|で|して)[^。]{0,8}?(?:仕掛け|しかけ|つけ|付け|まく|撒く|入れ|やる|する)(?:から|ぞ|て(?:や|い)|た)",
        r"(?:殺|刺|殴|燃や|潰|つぶ|ぶっ壊)(?:す|して(?:や(?:る|ろ))|し(?:に行|てやり))(?:ぞ|から|わ|よ|。|!|$|く|る)",
        r"(?:i'?ll|i will|i'?m going to|we'?ll|gonna) (?:find|come (?:for|after|to)|hurt|kill|burn|beat|destroy|end) (?:you|your|the|this|that)|(?:you'?ll|you will) (?:regret|be sorry|pay for)|watch your back|i know where you (?:live|work)",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    sweep(a, &WANTED, sink);
}
