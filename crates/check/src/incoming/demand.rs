//! 1-9: something is demanded that nobody is owed, with what happens otherwise: money, kneeling, somebody's dismissal.

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
    Rule { id: "incoming/demand", doc: include_str!("demand.md"), triggers: &[Trigger::Always], needs: &[], run };

static WANTED: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:金|カネ|慰謝料|迷惑料|口止め料|示談金|解決金|\d+万(?:円)?)[^。]{0,14}?(?:払え|払わ(?:ない|なけれ|ん)[^。]{0,20}?(?:ば|と|なら|きゃ)|よこせ|寄越せ|出せ|用意しろ|振り込め|振込め|持って(?:こい|来い))",
        r"誠意(?:を|は|って|が)?[^。]{0,10}?(?:見せろ|見せて(?:もら|み)|形(?:に|で)|金(?:額)?(?:で|だ)|示せ)",
        r"(?:土下座|ドゲザ|どげざ)(?:しろ|して(?:詫び|謝|もら|こい)|させ|だ(?:。|!|$|ろ|な)|動画)",
        r"(?:払わ|返さ|謝ら|対応し|応じ|直さ|入れ|出さ|辞めさせ)(?:ない|なけれ|なきゃ|ん)(?:と|ば|なら|限り)?[^。]{0,16}?(?:(?:晒|さら)(?:す|し)|拡散|ばらま|バラま|ばら(?:す|し)|バラ(?:す|し)|星1|低評価|炎上|マスコミ|週刊誌|潰|つぶ|書き込|投稿する|どうなるか)",
        r"(?:さもない|でない|じゃない)と[^。]{0,20}?(?:(?:晒|さら)(?:す|し)|拡散|ばらま|ばら(?:す|し)|バラ(?:す|し)|炎上|マスコミ|潰|つぶ|書く|流す|公開|どうなる)",
        r"(?:担当(?:者)?|店員|あいつ|あの(?:社員|店員|女|男|人|バイト)|責任者|店長)(?:を|は)?[^。]{0,6}?(?:クビ|首|解雇|辞めさせ)(?:に)?(?:しろ|せよ|させろ|ろ(?:。|!|$))",
        r"(?:顧客|個人|社内)?(?:情報|データ|ファイル|システム)[^。]{0,16}?(?:返し|戻し|復号|公開され|流され)[^。]{0,16}?(?:ビットコイン|BTC|送金|払え|支払)|(?:ビットコイン|BTC|暗号資産)[^。]{0,16}?(?:送れ|送金しろ|払え|支払え)",
        r"(?:pay|send|transfer|give) (?:me|us|up)?[^.]{0,24}(?:\$|€|¥|usd|btc|bitcoin|\d{3,})[^.]{0,40}(?:or|otherwise|unless|else)[^.]{0,40}|(?:or|otherwise|unless you [^.]{0,30}) (?:i|we)(?:'ll| will) (?:leak|publish|post|release|expose|tell everyone|destroy|ruin)[^.]{0,30}|(?:or else|fire (?:him|her|that|them) or)",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    sweep(a, &WANTED, sink);
}
