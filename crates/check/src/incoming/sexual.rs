//! 1-9: sexual words, and approaches to the people who answer.

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
    Rule { id: "incoming/sexual", doc: include_str!("sexual.md"), triggers: &[Trigger::Always], needs: &[], run };

static WANTED: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:パンツ|下着|ブラ|パンティ)(?:の色|何色|は何|履いて|見せて|くれ|売って|ちょうだい)|何色の(?:パンツ|下着)",
        r"(?:スリーサイズ|バスト|胸のサイズ|何カップ|カップ数)(?:は|を|って|教え|\?|$)",
        r"(?:裸|ヌード|自撮り|エッチな(?:写真|動画)|裏垢)[^。]{0,8}?(?:送って|ちょうだい|見せて|くれ|教えて|ほしい)",
        r"(?:中の人|担当(?:さん|の(?:方|子|女性))|お姉さん|店員さん|受付の(?:子|人|方))[^。]{0,16}?(?:彼氏(?:いる|は|います)|デート|抱(?:き|か)|エッチ|エロ|付き合って|会いたい|飲みに行こう|連絡先|line教え|ホテル)",
        r"(?:エッチ|セックス|ヤら?せて|やらせて(?:くれ|よ)|一発)(?:しよう|したい|しない\?|させて|な(?:こと|話))",
        r"(?:send|show) (?:me )?(?:your )?(?:nudes?|naked|boobs|feet pics?)|what are you wearing|(?:are you|you'?re) (?:so )?(?:sexy|hot)(?:\?|,|\.|!| )|(?:sleep|have sex) with (?:me|you)|what colou?r (?:is|are) your (?:panties|underwear)",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    sweep(a, &WANTED, sink);
}
