//! 1-4: a private person who can be told: a name beside an illness, a debt, a school, an age, a home or a room.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use crate::{
    context::Context,
    pattern::regex,
    people,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/person_with_attribute",
    doc: include_str!("person_with_attribute.md"),
    triggers: &[
        Trigger::Lexicon(FACTS),
        Trigger::Words(&[
            "年",
            "歳",
            "さい",
            "才",
            "中3",
            "中2",
            "中1",
            "号室",
            "さま",
            "様",
            "実名",
            "本名",
            "フルネーム",
            "在住",
        ]),
    ],
    needs: &[],
    run,
};

const FACTS: &str = "personal-private_facts";
/// A fact further away than this is somebody else's.
const REACH_BYTES: usize = 150;

/// Consent further away than this was given for something else.
const LINE_BYTES: usize = 400;

/// 同期の若槻、 庶務の椎名は …
static RELATED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:同期|同僚|後輩|先輩|新人|隣の席|となりの席|上の階|下の階|隣|となり|向かい|庶務|経理|総務|営業部?|人事|受付|元カレ|元カノ|担任|部下|上司|バイト|バ先|近所|クラス|現場|職場|部署|ゼミ)の(?P<name>\p{Han}{2,5}\p{Hiragana}{0,3}?|\p{Han}{1,3}[\p{Katakana}ー]{2,5})(?P<end>[、,はがもと])";
    regex(pattern)
});
/// 部長、…入院したって
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?P<role>部長|課長|店長|係長|主任|専務|常務|塾長|担任|上司|先輩|工場長|所長)(?:[、,がはも])")
});
/// A school with a year beside a name.
static PUPIL: LazyLock<Regex> = LazyLock::new(|| {
    let year = r"(?:[\p{Han}\p{Katakana}ー]{1,8}(?:小学校|中学校|高等学校|女子高|高校|大学|小|中|高|大)\s?(?:\p{Han}{1,5}学部)?\s?[1-6](?:年生?(?:[A-Z0-9]組)?|-[A-Z0-9])|\p{Han}{1,5}学部\s?[1-6]年)";
    let name = r"(?:\p{Han}{1,3}[\p{Hiragana}\p{Katakana}ー]{2,4}|\p{Han}{3,5}|[\p{Hiragana}\p{Katakana}ー]{2,5}(?:ちゃん|くん|さん))";
    let pattern = format!(
        r"(?:{name})[\s、(]{{1,2}}{year}|{year}(?:生)?[\s、]{{1,2}}(?:{name})|{year}(?:生)?の(?:\p{{Han}}{{2,4}}(?:くん|さん|ちゃん|君)?(?:[、,は]|が昨日)|{name}(?:くん|さん|ちゃん|君))"
    );
    regex(&pattern)
});
/// A child by its name and age: 「ゆいちゃん（11/6で4さい）」.
static CHILD: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:\p{Han}{1,4}[\p{Hiragana}\p{Katakana}ー]{1,4}|[\p{Katakana}ー]{2,6}|\p{Hiragana}{2,4}|\p{Han}{2,5})(?:ちゃん|くん|君)[\s、(]{0,2}(?:\d{1,2}[/月]\d{1,2}日?で)?\d{1,2}(?:歳|さい|才)";
    regex(pattern)
});
/// A grown person by name, age and where they live or work.
static GROWN: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"\p{Han}{2,3}(?:\p{Han}{1,3}|[\p{Hiragana}\p{Katakana}ー]{2,4})(?:さん|氏)?[、,(]\s?\d{2}(?:歳|才)[^\n]{0,20}?(?:在住|市役所|勤務|つとめ|勤め|住み|会社員|社員|店員)";
    regex(pattern)
});
/// 「ﾀｶﾅｼ ﾐﾉﾘ ｻﾏ 16ｻｲ」: a name spelt out for a card or a ticket.
static SPELT: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"[\p{Katakana}ー]{2,6}\s[\p{Katakana}ー]{2,6}\s?(?:サマ|様|さま)\s?\d{1,2}(?:サイ|歳|才)?")
});
/// A place and a full name: winners, customers.
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"[\p{Han}\p{Hiragana}\p{Katakana}]{1,8}[都道府県市区町村野]\s(?:\p{Han}{1,3}(?:\p{Han}{1,3}|\p{Hiragana}{2,4}))\s?(?:さま|様)";
    regex(pattern)
});
/// A guest and the room.
static GUEST: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\p{Han}{1,4}(?:さま|様|さん)[^。\n]{0,12}?\d{3,4}号室|\d{3,4}号室の\p{Han}{1,4}(?:さま|様|さん)")
});
/// "Here is the full name": the next words are one.
static FULL: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:フルネーム|実名|本名)[^\n]{0,24}?[。、:→]\s?(?P<name>\p{Han}{3,6}|\p{Han}{1,3}[\p{Hiragana}\p{Katakana}ー]{2,4})[、,]";
    regex(pattern)
});
static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:colleague|coworker|co-worker|boss|manager|neighbou?r|classmate|roommate|teacher|student|client|customer|ex|friend)\s(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)";
    regex(pattern)
});
/// A fact that is spoken of in general.
static TOPIC: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^(?:の|を)?(?:予防|検診|相談|講座|研究|専門|支援|患者|方|人|ため|啓発|基礎知識|保険|審査)";
    regex(pattern)
});
/// Beings without privacy.
static FICTION: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"登場人物|キャラ|マスコット|ゲーム|アニメ|漫画|マンガ|小説|ドラマ|映画|声優|推し|犬|猫|柴|ハムスター|インコ|🐶|🐕|🐈|🐱|🐰|文豪|武将|歌人|見本|記入例|架空の人物";
    regex(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if FICTION.is_match(text) {
        return;
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    beside_facts(a, ctx, &mut found);
    // A search for a letter that a pattern cannot do without costs far less than the pattern.
    let patterns: [(&LazyLock<Regex>, &[&str]); 6] = [
        (&PUPIL, &["年", "中1-", "中2-", "中3-"]),
        (&CHILD, &["歳", "さい", "才"]),
        (&GROWN, &["歳", "才"]),
        (&SPELT, &["サマ", "様", "さま"]),
        (&PLACED, &["様", "さま"]),
        (&GUEST, &["号室"]),
    ];
    for (pattern, words) in patterns {
        if words.iter().any(|word| text.contains(word)) {
            found.extend(pattern.find_iter(text).map(|m| m.range()));
        }
    }
    found.extend(FULL.captures_iter(text).filter_map(|c| c.name("name")).map(|m| m.range()));
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    for range in found {
        if range.start < end || people::agreed(line_around(text, &range)) {
            continue;
        }
        end = range.end;
        sink.find(a, range);
    }
}

/// Names with a fact of private life shortly after, in the same sentence or the next.
fn beside_facts(a: &Analysis<'_>, ctx: &Context, found: &mut Vec<Range<usize>>) {
    let text = a.text();
    let facts = facts(a);
    if facts.is_empty() {
        return;
    }
    let mut names: Vec<(Range<usize>, bool)> = people::titled(text)
        .filter(|range| !people::is_professional(a.before(range.start, 6)))
        .map(|range| (range, false))
        .collect();
    names.extend(RELATED.captures_iter(text).filter_map(|c| {
        let name = c.name("name")?;
        let titled = ["さん", "くん", "ちゃん"].iter().any(|title| name.as_str().ends_with(title));
        let somebody = !titled && !people::is_nobody(name.as_str());
        somebody.then_some((c.get(0)?.start()..name.end(), false))
    }));
    names.extend(ENGLISH.captures_iter(text).filter_map(|c| c.name("name")).map(|m| (m.range(), false)));
    if !ctx.is_official() {
        names.extend(ROLE.captures_iter(text).filter_map(|c| c.name("role")).map(|m| (m.range(), true)));
    }
    names.sort_by_key(|(range, _)| range.start);
    let mut next = 0;
    for (name, role) in names {
        while facts.get(next).is_some_and(|(fact, _)| fact.end <= name.end) {
            next += 1;
        }
        let Some((fact, category)) = facts.get(next) else { break };
        let near = fact.start - name.end.min(fact.start) <= REACH_BYTES;
        let lines = text[name.end.min(fact.start)..fact.start].matches('\n').count();
        // A role names a person only to those who know the place: then it takes an illness.
        if near && lines == 0 && (!role || *category == "health") {
            found.push(name.start..fact.end);
        }
    }
}

/// The facts of the list in the text, without those that are a part of another word (`骨折` in 骨折り).
fn facts<'a>(a: &'a Analysis<'_>) -> Vec<(Range<usize>, &'a str)> {
    let (others, facts): (Vec<_>, Vec<_>) = a.terms(FACTS).partition(|term| term.entry.category == "other");
    let mut nth = 0;
    facts
        .into_iter()
        .filter(|fact| {
            while others.get(nth).is_some_and(|other| other.range.end <= fact.range.start) {
                nth += 1;
            }
            let part = others.get(nth).is_some_and(|other| other.range.start < fact.range.end);
            !part && !TOPIC.is_match(a.after(fact.range.end, 10))
        })
        .map(|fact| (fact.range, fact.entry.category.as_str()))
        .collect()
}

fn line_around<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let from = text.floor_char_boundary(range.start.saturating_sub(LINE_BYTES));
    let to = text.floor_char_boundary((range.end + LINE_BYTES).min(text.len()));
    let start = text[from..range.start].rfind('\n').map_or(from, |at| from + at + 1);
    let end = text[range.end..to].find('\n').map_or(to, |at| range.end + at);
    &text[start..end]
}
