//! 2-4: words whose only use is to debase a group. The words stand in the list `respect-slurs`.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::any,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "respect/slur",
    doc: crate::rule::document(include_str!("slur.md")),
    triggers: &[Trigger::Lexicon(SLURS)],
    needs: &[],
    run,
};

const SLURS: &str = "respect-slurs";
/// Terms of this category have an innocent meaning, and count only where a person is meant.
const AMBIGUOUS: &str = "ambiguous";

/// A person is meant: what follows or stands before.
static PERSON_AFTER: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"^(?:か(?:よ|な)|だ(?:ろ|な|よ|わ|から)|です(?:か|ね|よ)|やろ|じゃね|ども|め(?:が|は|ら)|野郎|(?:課長|部長|上司|店長|社長|オヤジ|親父|ジジイ)|の(?:客|奴|やつ|人|くせ|みな|皆|方|相手|店員|上司|新人|せい)|が(?:来|い|うる|騒|また|多)|は(?:黙|帰|死|消|来|う|お断|無理|出)|に(?:なる|なりそ|は)|っぽい|乙|w|笑|!|すぎ|ばっか|ばかり|さん(?:の|が|は|たち)|の皆|集団|確定|認定)",
    ])
});
/// Talk about the word itself, a title, a dialect, a rule against it.
static ABOUT_WORD: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"という(?:言葉|ことば|語|表現|呼び方|単語)|差別(?:語|用語|表現|的な)|蔑称|語源|辞書|使わないで|使うのをやめ|言わないで|言い換え|方言|小説|映画|作品|上映|展|歴史資料|誹謗中傷|と呼ばれ(?:た|て)|と言われ(?:た|て)",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for term in a.terms(SLURS) {
        if a.is_in_url(&term.range) || a.mentions().iter().any(|mention| mention.contains(&term.range.start)) {
            continue;
        }
        let sentence = &a.folded()[a.sentence_at(term.range.start)];
        if ABOUT_WORD.is_match(sentence) {
            continue;
        }
        let after = &a.folded()[term.range.end..];
        if term.entry.category == AMBIGUOUS && !PERSON_AFTER.is_match(after) {
            continue;
        }
        sink.find(a, term.range);
    }
}
