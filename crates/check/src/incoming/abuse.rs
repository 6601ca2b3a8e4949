//! 1-9: those who answer, or the house, are called names.

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
    Rule { id: "incoming/abuse", doc: include_str!("abuse.md"), triggers: &[Trigger::Always], needs: &[], run };

static WANTED: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:お前|おまえ|てめえ|てめー|貴様|きさま|おめえ)(?:ら|たち|ども|んとこ)?[^。、]{0,16}?(?:バカ|馬鹿|アホ|あほ|クズ|くず|ゴミ|カス|無能|低能|ボケ|ぼけ|脳|頭(?:が)?(?:悪|おかし)|詐欺師|泥棒|寄生虫|日本語(?:が)?(?:わか|分か|読め))",
        r"(?:クソ|くそ|糞|ゴミ|クズ|カス|バカ|馬鹿|アホ|ボケ|詐欺|ブラック|ポンコツ)(?:企業|会社|店|運営|社員|店員|店長|社長|対応|サポート|オペレーター|広報|中の人|アカウント|野郎|メーカー)",
        r"(?:中の人|担当(?:者|さん)?|店員|広報|運営|サポート|オペレーター|社員|社長|店長)(?:は|が|って|の)?[^。、]{0,8}?(?:バカ(?:。|!|$|だ|か|な|ばっか|しか)|馬鹿(?:。|!|$|だ|か|な|ばっか|しか)|アホ(?:。|!|$|だ|か|な|ばっか|しか)|頭(?:が)?(?:悪|おかし|腐)|無能|クズ|ゴミ|カス(?:。|!|$|だ)|猿|サル(?:以下|か)|キモ(?:い|すぎ)|給料泥棒)",
        r"(?:消えろ|失せろ|くたばれ|地獄に|潰れろ|つぶれろ|つぶれちまえ|倒産しろ|死んで(?:詫び|わび)|黙れ(?:よ|。|!|$|や|クズ|カス|バカ)|引っ込め|ふざけんな|ふざけるな|なめてんのか|舐めてんのか|なめとんのか)",
        r"(?:you(?:'re| are)?|your (?:staff|team|company|support|people)) (?:all |a bunch of |an? |is |are |so |fucking |total |bloody |complete )*(?:idiots?|morons?|stupid|useless|pathetic|scum|scammers?|clowns?|trash|garbage|liars?)|fuck (?:you|off|your)|go to hell|shut (?:the fuck )?up|piss off",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    sweep(a, &WANTED, sink);
}
