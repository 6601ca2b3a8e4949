//! Every phrase that a rule knows contains a word that wakes the rule, in each of its forms (every **R** item: a phrase
//! that never wakes its rule fails silently).
//!
//! Exact, not sampled, and another way than [`crate::required`] takes: a walk through the phrase's automaton beside that
//! of the words, never over a word. Where it arrives, the way there is a text that the rule would find and never sees.
//! Misses: rules that wait for words by hand, count digits, read a lexicon or always run.

use std::collections::{HashMap, HashSet, VecDeque};

use regex_automata::{
    nfa::thompson::{NFA, State, WhichCaptures},
    util::primitives::StateID,
};
use regex_syntax::hir::{Capture, Hir, HirKind, Repetition};

use super::*;
use crate::{normalize, rule::Trigger};

/// The triggers of one rule, read byte by byte.
struct Words {
    next: Vec<HashMap<u8, usize>>,
    fail: Vec<usize>,
    ends: Vec<bool>,
}

impl Words {
    fn new(words: &[String]) -> Self {
        let mut made = Self { next: vec![HashMap::new()], fail: vec![0], ends: vec![false] };
        for word in words {
            let mut at = 0;
            for byte in word.bytes() {
                let new = made.next.len();
                at = *made.next[at].entry(byte).or_insert(new);
                if at == new {
                    made.next.push(HashMap::new());
                    made.fail.push(0);
                    made.ends.push(false);
                }
            }
            made.ends[at] = true;
        }
        let mut queue: VecDeque<usize> = made.next[0].values().copied().collect();
        while let Some(at) = queue.pop_front() {
            for (byte, to) in made.next[at].clone() {
                made.fail[to] = made.step(made.fail[at], byte);
                made.ends[to] |= made.ends[made.fail[to]];
                queue.push_back(to);
            }
        }
        made
    }

    fn step(&self, mut at: usize, byte: u8) -> usize {
        loop {
            match self.next[at].get(&byte) {
                Some(to) => return *to,
                None if at == 0 => return 0,
                None => at = self.fail[at],
            }
        }
    }
}

/// Gaps of any length say no more than none and one character: what lies between may always be something harmless.
fn short(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            min: repetition.min,
            max: Some(repetition.max.unwrap_or(1).min(repetition.min.max(1))),
            greedy: repetition.greedy,
            sub: Box::new(short(&repetition.sub)),
        }),
        HirKind::Capture(Capture { sub, .. }) => short(sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(short).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(short).collect()),
        _ => hir.clone(),
    }
}

/// Where a walk stands: in the phrase, and in the words.
type Place = (StateID, usize);

/// A text of the phrase in which none of the words stands. Anchors hold everywhere.
fn unreached(phrase: &Hir, words: &Words) -> Option<String> {
    let nfa = NFA::compiler().configure(NFA::config().which_captures(WhichCaptures::None)).build_from_hir(phrase);
    let nfa = nfa.expect("a part of a rule's pattern");
    let start = (nfa.start_anchored(), 0);
    let mut from: HashMap<Place, (Place, Option<u8>)> = HashMap::new();
    let mut seen = HashSet::from([start]);
    let mut queue = VecDeque::from([start]);
    while let Some(place @ (state, at)) = queue.pop_front() {
        let mut go = |to: StateID, byte: Option<u8>| {
            let word = byte.map_or(at, |byte| words.step(at, byte));
            if !words.ends[word] && seen.insert((to, word)) {
                from.insert((to, word), (place, byte));
                queue.push_back((to, word));
            }
        };
        match nfa.state(state) {
            State::Match { .. } => {
                let (mut place, mut bytes) = (place, Vec::new());
                while let Some((before, byte)) = from.get(&place) {
                    bytes.extend(byte);
                    place = *before;
                }
                bytes.reverse();
                return Some(String::from_utf8(bytes).expect("patterns match characters"));
            }
            State::ByteRange { trans } => (trans.start..=trans.end).for_each(|byte| go(trans.next, Some(byte))),
            State::Sparse(sparse) => {
                for trans in &sparse.transitions {
                    (trans.start..=trans.end).for_each(|byte| go(trans.next, Some(byte)));
                }
            }
            State::Dense(dense) => {
                (0..=u8::MAX).for_each(|byte| {
                    let to = dense.transitions[usize::from(byte)];
                    if to != StateID::ZERO {
                        go(to, Some(byte));
                    }
                });
            }
            State::Look { next, .. } | State::Capture { next, .. } => go(*next, None),
            State::Union { alternates } => alternates.iter().for_each(|to| go(*to, None)),
            State::BinaryUnion { alt1, alt2 } => [alt1, alt2].into_iter().for_each(|to| go(*to, None)),
            State::Fail => {}
        }
    }
    None
}

/// The phrases of a pattern as they are searched: on folded text, so that case and kana make no difference.
fn parts(pattern: &str) -> Vec<Hir> {
    let hir = regex_syntax::parse(&normalize::fold(pattern).replace("(?i)", "").replace("(?p<", "(?P<"))
        .expect("it was compiled once");
    match hir.kind() {
        HirKind::Alternation(parts) => parts.iter().map(short).collect(),
        _ => vec![short(&hir)],
    }
}

/// A text of each phrase of this pattern in which no trigger stands.
fn holes(pattern: &str, triggers: &[&str]) -> Vec<String> {
    let folded: Vec<String> = triggers.iter().map(|word| normalize::folded(word)).collect();
    let words = Words::new(&folded);
    parts(pattern).iter().filter_map(|part| unreached(part, &words)).collect()
}

#[test]
fn every_phrase_of_a_rule_wakes_it_in_each_of_its_forms() {
    let mut complaints = Vec::new();
    let mut count = 0;
    for rule in all() {
        for trigger in rule.triggers {
            let Trigger::Phrases(phrases) = trigger else { continue };
            count += 1;
            match phrases.required() {
                None => complaints.push(format!("{}: a phrase without any word of its own", rule.id)),
                Some(words) => {
                    let words: Vec<&str> = words.iter().map(String::as_str).collect();
                    let holes = holes(phrases.pattern(), &words);
                    complaints.extend(holes.iter().map(|text| format!("{}: `{text}`", rule.id)));
                }
            }
        }
    }
    assert!(count > 40, "expected the rules with phrases, found {count}");
    assert!(complaints.is_empty(), "{} texts never wake their rule:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn a_form_without_a_trigger_is_noticed_and_a_gap_is_not_taken_for_one() {
    assert_eq!(holes("殺す(?:ぞ|わ)|kys", &["殺す"]), ["kys"]);
    assert_eq!(holes("店[^。]{0,6}?燃えて|エロ(?:い|本)", &["燃えて", "えろ"]), Vec::<String>::new());
    assert_eq!(holes("この(?:写真)?[^。]{0,4}?(?:抜ける|シコ)", &["抜ける", "写真"]), ["このしこ"]);
    assert!(holes("x[ab]?y", &["xy", "xa"]).len() == 1);
}
