//! 1-10: a member of staff answers or promises for the organisation from a private account.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::any,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "identity/staff_answer",
    doc: crate::rule::document(include_str!("staff_answer.md")),
    triggers: &[Trigger::Phrases(&STAFF)],
    needs: &[],
    run,
};

static STAFF: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:社員|職員|店員|従業員|スタッフ|中の人|担当者?|関係者)(?:です|なので|だから|ですので|なもので|ですが|でございます|として|ですけど)",
        r"(?:同じ)?会社の(?:もの|者|人間)(?:です|ですが|ですけど|なので|から)",
        r"[^。\s]{1,12}の者(?:です|ですが|ですけど|でございます|より)",
        r"(?:会社|上|上司|店長)には(?:わたし|私|僕|俺|こちら)(?:から|が)",
        r"(?:開発|運営|現場|製造|品質管理|店舗)の(?:人間|者)(?:です|ですが)",
        r"i work (?:there|here|for|at)|(?:employee|staff) here|as an employee",
    ])
});
static PROMISE: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"返金(?:いたし|し|でき|させ)ま?|(?:交換|弁償|補償|対応|修理|無料に|お詫び|謝罪)(?:いたし|し|させていただき)ます|(?:必ず|絶対|今夜|今日|明日)[^。]{0,14}?直(?:す|し|り)(?:ます|って|から|まし)|約束(?:し|いたし)ます|保証(?:し|いたし|は[^。]{0,10}?(?:延ば|延長|でき))|お答えし(?:ます|ますね)|延ばせます|値引き(?:し|でき)ます|送り状|着払い|言っときます|話しときます|話しますから|責任(?:を|もって|を持って)[^。]{0,8}?(?:対応|直|取り)|全部(?:弁償|持ち|払い|返し)|(?:ご)?不便(?:を)?おかけし|ご迷惑(?:を)?おかけし|(?:ご)?購入ありがとうございます|お買い上げありがとう|欠陥では|仕様です(?:ので|から)?",
        r"(?:we|i)(?:'ll| will| can) (?:refund|replace|fix|send|compensate|extend|give you|waive)|we apologi[sz]e|i promise",
    ])
});
static EXCEPT: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"お答えできない|お答えできません|公式の(?:問い合わせ|お問い合わせ|窓口)|公式(?:サイト|アカウント)(?:に|へ|の)|猫|犬|飼い主|ごっこ|夫|妻|小説|ドラマ|映画|組合|労基|通報|面接",
    ])
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.folded();
    if ctx.is_official() || EXCEPT.is_match(text) {
        return;
    }
    let Some(staff) = STAFF.find(text) else { return };
    let Some(promise) = PROMISE.find_iter(text).find(|found| !a.is_quoted(&found.range())) else { return };
    let range = staff.start().min(promise.start())..staff.end().max(promise.end());
    if !a.is_quoted(&staff.range()) {
        sink.find(a, range);
    }
}
