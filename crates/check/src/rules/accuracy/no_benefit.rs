//! 2-7: an official post that only asks for reach and gives the reader nothing.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::clause,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "accuracy/no_benefit",
    doc: crate::rule::document(include_str!("no_benefit.md")),
    triggers: &[Trigger::Phrases(&BEGS)],
    needs: &[],
    run,
};

static BEGS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?:RT|リツイート|リポスト|いいね|シェア|拡散|フォロー)(?:を)?(?:し(?:たら|て(?:くれたら|くださると)?)|で|すると|した(?:方|人)(?:に|は|から))[^。\n]{0,16}(?:幸せ|運気|いいこと|願い|叶|金運|ハッピー|福|開運)[^。\n]{0,12}",
        r"(?:目指せ|あと|めざせ)[^。\n]{0,8}(?:フォロワー|いいね|RT|リポスト)[^。\n]{0,14}(?:人|件|万|!|お願い|!)?",
        r"(?:いいね|RT|リポスト|リツイート|フォロー|拡散|シェア)(?:だけでも|を|も)?[^。\n]{0,8}(?:ください|下さい|お願いします|おねがいします|ほしい|欲しい|よろしく|プリーズ|待ってます)(?:!|。|🙏|$|[^\p{Hiragana}])",
        r"フォロワー(?:が|を)?(?:ほしい|欲しい|増やしたい|くれ)",
        r"相互フォロー(?:募集|大歓迎)",
        r"(?:バズ(?:り|れ|って)|伸び(?:て|たい))[^。\n]{0,8}(?:たい|くれ|ほしい|ください)",
        r"(?:ネタ切れ|ネタがない|つぶやくことがない|書くことがない|今日は特に(?:何も)?(?:ない|ありません))[^。\n]{0,14}",
        r"(?-u:\b)(?:like|follow|repost|retweet|share) (?:this |and |if |for )[^.\n]{0,40}(?:luck|happ|bless|wish|good vibes|if you agree)",
        r"(?-u:\b)please (?:like|follow|retweet|repost)(?-u:\b)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Something for the reader: a prize with its terms, a missing person, a warning.
static GIVES: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"抽選|当たります|プレゼント|規約|応募|https?://|クーポン|避難|警報|ご注意|デマ|転送なさらない|なさらないで|しないで|ありがとう|ダウンロード|申込";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() || GIVES.is_match(a.text()) {
        return;
    }
    for found in BEGS.find_iter(a.text()) {
        sink.find(a, clause(a, &found.range()));
    }
}
