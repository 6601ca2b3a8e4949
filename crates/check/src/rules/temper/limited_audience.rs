//! 1-7: a small audience as the reason to say what is of work.

use std::sync::LazyLock;

use super::{any, sweep};
use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "temper/limited_audience",
    doc: crate::rule::document(include_str!("limited_audience.md")),
    triggers: &[Trigger::Phrases(&WANTED)],
    needs: &[],
    run,
};

const CUES: &[&str] = &[
    r"鍵(?:垢|アカ|アカウント|付き|かけて|かかって|つき).{0,6}(?:だから|なので|だし|ですし|ですから|だけど|につき|なら)",
    r"非公開(?:アカ|垢|設定|だ|な).{0,6}(?:から|ので|だし|なら)",
    r"(?:フォロワー|友達|友だち|相互|身内|親しい人|メンバー)限定.{0,6}(?:だから|なので|だし|で言|で書|につき)",
    r"(?:あとで|後で|すぐ|朝には|明日には|\d+(?:分|時間)(?:後|で)).{0,6}消す(?:から|ので|けど|し|前提|予定|つもり)",
    r"(?:あとで|後で|すぐ|朝には|\d+(?:分|時間)(?:後に|で)).{0,6}消し(?:ます|とく|ておく)(?:から|ので|けど)?",
    r"(?:24時間|すぐ|一日|1日)で消える(?:から|ので|し)",
    r"内緒(?:です|だ)?(?:けど|が|ね|よ|にして|でお願い|なんだ)",
    r"ここだけ(?:の話|に|で)",
    r"スクショ(?:は|も)?(?:しない|禁止|厳禁|ng|やめ|撮らない|とらない|勘弁|だめ|ダメ|ご遠慮)",
    r"スクリーンショット(?:は|も)?(?:しない|禁止|厳禁|撮らない|とらない|ご遠慮|お控え)",
    r"広めない(?:で|よう)",
    r"(?:外に|他に|ほかに)?広げないで",
    r"拡散(?:は)?(?:禁止|しないで|ng|厳禁|なしで|お断り)",
    r"オフレコ",
    r"他言(?:無用|しない|厳禁|は)",
    r"口外(?:無用|しない|厳禁|は|禁止)",
    r"内密(?:に|で)",
    r"(?:みんな|皆さん|ここ)?(?:には|だけの)秘密(?:だ|です|ね|に)",
    r"(?:誰にも|だれにも|会社には|上には|よそで|外では)言わないで",
    r"off the record",
    r"(?:do not|don't|dont|no) screenshots?",
    r"(?:just )?between you and me",
    r"(?:please )?don't share (?:this|it)",
    r"(?:account|profile)(?:'s| is) locked,? so",
];
static WANTED: LazyLock<Phrases> = LazyLock::new(|| any(CUES));
/// What makes it more than a secret about cats.
static WORK: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"会社|弊社|当社|社内|社員|職場|上司|部長|課長|店長|社長|同僚|先輩が|後輩|取引先|顧客|お客|客(?:が|の|は)|クレーム|契約|売上|業績|決算|給料|給与|賞与|異動|退職|辞め|リストラ|値上げ|値下げ|新商品|新製品|新店|新作の|発表|発売|未公開|解禁|プロジェクト|うちの(?:店|部|課|病院|学校|園)|患者|当選者|応募|不具合|リコール|事故",
        r"our company|my boss|client|customer|coworker|launch|layoff|unannounced|salary",
    ])
});
static EXCEPT: LazyLock<Phrases> =
    LazyLock::new(|| any(&[r"夫に内緒|妻に内緒|親に内緒|猫|犬|ドラマ|映画|小説|ゲーム"]));

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    if WORK.is_match(a.folded()) {
        sweep(a, &WANTED, Some(&EXCEPT), sink);
    }
}
