//! 1-4: a private person who can be told: a name beside an illness, a debt, a school, an age, a home or a room.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    entities::{Certainty, Entity, Sort},
    pattern::{Regex, regex},
    people,
    phrases::Phrases,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/person_with_attribute",
    doc: crate::rule::document(include_str!("person_with_attribute.md")),
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
            "組",
            "町",
            "丁目",
            "市",
            "区",
            "生まれ",
            "病",
            "が悪い",
            "通院",
            "勤務",
            "勤め",
            "社員",
            "課",
            "部",
            "店",
            "校",
            "学園",
            "大学",
            "小学",
            "中学",
            "クリニック",
            "名前は",
            "住んで",
            "家",
        ]),
    ],
    needs: &[Need::Words],
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
    if !ctx.is_official() || CUSTOMER.is_match(text) {
        found.extend(a.entities().iter().filter_map(|person| told_by(a, ctx, person)));
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

/// A private person's name with what tells who it is, in the sentence or the next.
fn told_by(a: &Analysis<'_>, ctx: &Context, person: &Entity) -> Option<Range<usize>> {
    let whole = person.certainty == Certainty::Whole;
    if person.sort != Sort::Person || person.certainty == Certainty::Bare || a.is_quoted(&person.range) {
        return None;
    }
    let own = a.sentence_at(person.range.start);
    let nth = a.sentences().partition_point(|sentence| sentence.start <= own.start);
    let end = a.sentences().get(nth).map_or(own.end, |next| next.end).min(person.range.end + REACH_BYTES);
    let stretch = own.start.max(person.range.start.saturating_sub(REACH_BYTES))..end;
    let (start, end) = (a.text().ceil_char_boundary(stretch.start), a.text().floor_char_boundary(stretch.end));
    let words = &a.text()[start..end];
    if PUBLIC.is_match(words) || people::is_professional(a.before(person.range.start, 6)) {
        return None;
    }
    let official = ctx.is_official();
    if official && STAFF.is_match(words) {
        return None;
    }
    let traits: &LazyLock<Phrases> = match (official, whole) {
        (true, _) => &CUSTOMER,
        (false, true) => &WHOLE_TRAIT,
        (false, false) => &TRAIT,
    };
    let found = traits.find_iter(words).map(|found| start + found.start()..start + found.end());
    let beside = |range: &Range<usize>| range.end <= person.range.start || person.range.end <= range.start;
    let near = own.start.max(start)..own.end.min(end);
    let first = a.entities().partition_point(|other| other.range.start < near.start);
    let house = a.entities()[first..].iter().take_while(|other| other.range.end <= near.end).filter(|other| {
        let house = other.sort == Sort::Organisation && other.certainty != Certainty::Bare;
        whole
            && !official
            && house
            && a.organisation().binary_search_by_key(&other.range.start, |own| own.start).is_err()
    });
    let house = house.map(|other| other.range.clone());
    let told = found.chain(house).find(beside)?;
    Some(told.start.min(person.range.start)..told.end.max(person.range.end))
}

/// What, beside a surname, leaves one person: an illness, a home, a class.
static TRAIT: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?:肝臓|心臓|腎臓|肺|胃|腸|脳|血圧|目|耳|足|腰|頭|精神|心|体|持病)(?:が|の)(?:悪|弱|病|手術|発作|検査)|病気(?:で|が|に|だ|ら)|通院|入院|救急車で|診断(?:書|さ|が|を)|余命|闘病|介護|\d丁目[^。
]{0,10}?(?:角|家|お宅|とこ|ところ|マンション|アパート)|(?:町|丁目)の[^。
]{0,6}?(?:角|お宅|実家)|号室|[1-6]年\d{1,2}組|(?:夜逃げ|自己破産|借金|不倫|浮気|離婚|中絶|妊娠|逮捕|前科|補導|停学|退学|万引き)(?:し|が|を|で|だ|中|歴)";
    Phrases::new(pattern)
});
/// What, beside a whole name, leaves one person.
static WHOLE_TRAIT: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"\d{1,3}(?:歳|才|さい)|(?:昭和|平成|令和|\d{4}年)[^。
]{0,12}?生まれ|\d{1,2}月\d{1,2}日(?:生まれ|うまれ)|(?:勤務|在住|在学|在籍|出身|勤め|つとめ|住んで|通って|入社|内定|採用|配属|転勤|入学|合格)|(?:小学校|中学校|高校|大学|学園|[小中高])[1-6一二三四五六]年|[1-6一二三四五六]年\d{0,2}組?(?:生)?|(?:支店|営業所|工場|店|課|部|署)(?:の|に|で|勤)|号室";
    Phrases::new(&[pattern, TRAIT.pattern()].join("|"))
});
/// What an official account learns of those whom it serves.
static CUSTOMER: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"当選|ご?購入|ご?注文|ご契約|患者|入居|園児|生徒|受験|不合格|志望校|落とし物|忘れ物|お忘れ|未払い|滞納|返品|クレーム|ご来店|お買い上げ|予約|組の|年生|\d{1,3}(?:歳|才|さい)|丁目|在住|退院|手術|病|けが|体重|血圧|検査|診察|施術|カルテ|アレルギー|誕生日|ご結婚|ご出産|ご懐妊|妊娠|離婚|ご逝去|亡くな";
    Phrases::new(&[pattern, TRAIT.pattern()].join("|"))
});
/// Our own people, who speak for us, and who agreed.
static STAFF: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"担当|社員|スタッフ|職員|店長|講師|登壇|代表|理事|取締|コーチ|新人の|入社|許可|同意|許諾|了承|承諾|ご本人|掲載|審査員|ゲスト|司会|出演|演奏|医師|院長|先生|インタビュー|取材|寄稿|監修|お話|受賞|入賞|連載|作 |作品";
    Phrases::new(pattern)
});
/// Whom everybody may name: who acts in public, whose work is spoken of.
static PUBLIC: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"作家|著者|著『|俳優|女優|歌手|声優|アイドル|芸人|漫画家|画家|詩人|監督|選手|投手|騎手|棋士|力士|横綱|首相|大臣|議員|知事|市長|大統領|国王|教授|学者|博士|社長|会長|CEO|創業|作曲|作詞|脚本|主演|出演|朗読|演奏|コンサート|ライブ|展覧会|個展|新刊|小説|映画|ドラマ|アニメ|番組|ラジオ|舞台|優勝|代表|生誕|没後|命日|記念館|歴史|幕末|明治|大正|戦国|武将|主人公|キャラ|登場人物|ファン|推し";
    Phrases::new(pattern)
});

/// Names with a fact of private life shortly after, in the same sentence or the next.
fn beside_facts(a: &Analysis<'_>, ctx: &Context, found: &mut Vec<Range<usize>>) {
    let text = a.text();
    let facts = facts(a);
    if facts.is_empty() {
        return;
    }
    let by_words = a.entities().iter().filter(|e| e.sort == Sort::Person && e.certainty != Certainty::Bare);
    let mut names: Vec<(Range<usize>, bool)> = people::titled(text)
        .chain(by_words.map(|entity| entity.range.clone()))
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
