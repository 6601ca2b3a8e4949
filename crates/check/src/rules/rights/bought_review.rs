//! 1-3: reviews bought, written by staff, or asked for against a present.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/bought_review",
    doc: crate::rule::document(include_str!("bought_review.md")),
    triggers: &[Trigger::Phrases(&BOUGHT)],
    needs: &[],
    run,
};

static BOUGHT: LazyLock<Phrases> = LazyLock::new(|| {
    let review = r"(?:レビュー|口コミ|クチコミ|くちこみ|高評価|評価|評点|感想|星|★|☆)";
    let pattern = [
        r"(?:お?客(?:さま|さん|様)?|消費者|一般人|ユーザー|他人|通りすがり|常連)の?(?:ふり|フリ|振り|つもり|てい|体|顔)(?:を)?(?:して|で|し、)?[^。\n]{0,40}".to_owned(),
        format!(r"(?:社員|従業員|スタッフ|バイト|家族|友人|友だち|身内|親戚|同僚|業者|知り合い|みんな)(?:総出|全員|みんな)?(?:や[^。、\n]{{1,8}})?(?:の[^。、\n]{{1,8}})?(?:に|で|にも|も|が|から)[^。\n]{{0,24}}{review}[^。\n]{{0,10}}(?:書|つけ|付け|入れ|投稿|稼|上げ|盛|頼|お願い)"),
        format!(r"(?:自分(?:とこ|の店|の会社|で)|うちの(?:店|商品|製品|会社)|自社)[^。\n]{{0,14}}(?:に|の)[^。\n]{{0,4}}(?:{review})\s?\d?[^。\n]{{0,10}}(?:つけ|付け|入れ|書い|書く|投稿|連投)"),
        format!(r"{review}(?:を)?(?:\d|5|五)?[^。\n]{{0,18}}(?:書いて|投稿して|つけて|くださった|くれた)[^。\n]{{0,14}}(?:だけ(?:に)?|方に(?:は)?|方(?:全員)?(?:へ|に)|人に(?:は)?|ら)[^。\n]{{0,24}}(?:クーポン|プレゼント|割引|無料|円|ギフト|半額|お得|特典|ポイント|サービス|差し上げ|進呈|値引)"),
        r"(?:星|★)\s?[1-4一二三四](?:つ)?(?:以下|以上)?(?:は|の方)[^。\n]{0,10}(?:対象外|削除|非表示|消)".to_owned(),
        format!(r"(?:低|悪い|★1|星1)(?:い)?{review}?[^。\n]{{0,8}}(?:は|を)(?:全部|すべて|こっそり)?(?:消し|削除|非表示|通報して)"),
        format!(r"{review}(?:を)?(?:業者|代行)[^。\n]{{0,10}}(?:買|頼|依頼|発注)"),
        format!(r"{review}(?:は|、)?(?:一人|ひとり|1人)\s?(?:\d+|[一二三四五六七八九十]+)件(?:の)?ノルマ"),
        r"(?-u:\b)(?:5|five)[- ]stars?(?-u:\b)[^.\n]{0,40}(?-u:\b)(?:gift|coupon|discount|free|refund|voucher)".to_owned(),
        r"(?-u:\b)fake reviews?(?-u:\b)[^.\n]{0,30}".to_owned(),
        r"(?-u:\b)(?:pos(?:ed|ing)|pretend(?:ed|ing)?) (?:as|to be) (?:a )?customers?[^.\n]{0,30}".to_owned(),
        r"(?-u:\b)review(?:ed|ing)? (?:our|my) own (?:product|shop|store|restaurant)".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
static FINE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"お渡しして(?:い|お)(?:り)?ません|差し上げて(?:い|お)(?:り)?ません|していません|しておりません|そのままお書き|規制|違法|見分け|注意|対策|評価の(?:内容|高低)にかかわらず|(?i:we never|do not)|覆面調査|研修で|の気持ち(?:で|に)|人事評価";
    Phrases::new(pattern)
});
/// There has to be a review at all: 「お客さまのつもりで」 alone is service.
static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)レビュー|口コミ|クチコミ|くちこみ|評点|評価|★|☆|星|ベタ褒め|サイト|件|書い|投稿|review|stars?")
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for found in BOUGHT.find_iter(a.text()) {
        let around = two_sentences(a, found.start());
        if REVIEW.is_match(around) && !FINE.is_match(around) {
            let words = clause(a, &found.range());
            sink.find(a, words.start..words.end.max(found.end()));
        }
    }
}
