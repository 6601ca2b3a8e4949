//! What counts as found, as noise and as nobody's fault.

use shingi_domain::{
    policy::{Binding, When},
    report::{Finding, RuleId, Span},
};

use super::*;

const PHONE: (&str, (u8, u8)) = ("personal/phone_number", (1, 4));
const HEARSAY: (&str, (u8, u8)) = ("accuracy/hearsay", (2, 2));

fn policy() -> Policy {
    let bindings = [PHONE, HEARSAY].map(|(rule, (part, number))| Binding {
        item: ItemId::new(part, number),
        rule: RuleId::new(rule),
        when: When::default(),
        strength: Strength::Answer,
        consult: None,
        raises: None,
    });
    Policy { bindings: bindings.into(), ..crate::pack::Pack::standard().unwrap().policy }
}

fn post(expect: &[(&str, &str, &[&str])], allow: &[&str]) -> Labelled {
    let items = |items: &[&str]| items.iter().map(|item| item.parse().unwrap()).collect();
    let expect = expect.iter().map(|(item, quote, or)| Expected {
        item: item.parse().unwrap(),
        quote: (*quote).to_owned(),
        or: items(or),
    });
    Labelled {
        id: "x".to_owned(),
        speaker: Voice::Official,
        text: "ああ電話は090だそうです".to_owned(),
        expect: expect.collect(),
        absent: BTreeSet::new(),
        allow: items(allow),
    }
}

fn found((rule, (part, number)): (&'static str, (u8, u8)), span: std::ops::Range<usize>) -> BoundFinding {
    let finding = Finding {
        rule: RuleId::new(rule),
        place: Place::Text,
        quote: String::new(),
        span: Span { start: span.start, end: span.end },
        sentence: String::new(),
        ordinal: 0,
        replacement: None,
        beside: Vec::new(),
    };
    let (item, strength) = (ItemId::new(part, number), Strength::Answer);
    BoundFinding { finding, item, strength, consult: None, raises: None }
}

fn score(post: &Labelled, bound: &[BoundFinding]) -> Score {
    let mut score = Score::new(&policy(), [post]);
    score.judge(post, bound);
    score
}

const fn share(part: usize, whole: usize) -> Share {
    Share { part, whole }
}

#[test]
fn a_quote_counts_as_found_where_a_finding_of_its_item_touches_it_and_not_beside_it() {
    let labelled = post(&[("1-4", "電話は090", &[])], &[]);
    let touching = score(&labelled, &[found(PHONE, 15..18)]);
    assert_eq!((touching.recall, touching.precision), (share(1, 1), share(1, 1)));
    assert_eq!(touching.rules[PHONE.0].alone, 1);
    let beside = score(&labelled, &[found(PHONE, 18..21)]);
    assert_eq!((beside.recall, beside.precision), (share(0, 1), share(1, 1)), "right item, wrong place");
    assert_eq!(beside.missed[0].quote, "電話は090");
    assert_eq!(score(&labelled, &[found(HEARSAY, 15..18)]).recall, share(0, 1), "another item");
    let overlapping = post(&[("1-4", "ああ", &[])], &[]);
    assert_eq!(score(&overlapping, &[found(PHONE, 0..1)]).recall, share(1, 1));
    let empty = post(&[("1-4", "", &[])], &[]);
    assert_eq!(score(&empty, &[found(PHONE, 0..9)]).recall, share(0, 1), "an empty quote is never found");
}

#[test]
fn an_alternative_is_as_right_and_a_debatable_item_is_nobodys_fault() {
    let labelled = post(&[("1-9", "090", &["1-4"])], &["2-2"]);
    let score = score(&labelled, &[found(PHONE, 15..18), found(HEARSAY, 18..21)]);
    assert_eq!((score.recall, score.precision), (share(1, 1), share(1, 1)));
    assert_eq!(score.items[&ItemId::new(1, 9)].recall, share(1, 1));
    assert_eq!(score.items[&ItemId::new(2, 2)].noise, share(0, 0));
    assert!(score.wrong.is_empty());
}

#[test]
fn noise_is_counted_for_item_and_rule_and_a_note_leaves_a_clean_text_alone() {
    let mut labelled = post(&[], &[]);
    labelled.absent.insert(ItemId::new(2, 2));
    let loud = score(&labelled, &[found(HEARSAY, 18..21)]);
    assert_eq!((loud.clean, loud.precision, loud.precision.figure()), (share(0, 1), share(0, 1), Some(0.0)));
    for count in [loud.items[&ItemId::new(2, 2)], loud.rules[HEARSAY.0]] {
        assert_eq!((count.noise, count.noise_clean, count.noise_hard), (share(1, 1), share(1, 1), share(1, 1)));
    }
    assert_eq!(loud.rules[PHONE.0].noise, share(0, 1));
    assert_eq!(loud.wrong[0].rule, HEARSAY.0);
    let mut note = found(HEARSAY, 18..21);
    note.strength = Strength::Note;
    assert_eq!(score(&labelled, &[note]).clean, share(1, 1));
    assert_eq!(score(&labelled, &[]).precision.figure(), None);
}

#[test]
fn an_item_that_the_set_does_not_label_costs_a_clean_text_its_peace_and_no_precision() {
    let labelled = post(&[], &[]);
    let score = score(&labelled, &[found(("personal/phone_number", (1, 7)), 15..18)]);
    assert_eq!((score.precision, score.clean, score.wrong.len()), (share(0, 0), share(0, 1), 1));
}
