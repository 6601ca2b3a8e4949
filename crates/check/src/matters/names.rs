//! Where the names of matters stand, however they are spelt: one search over the skeleton of a text for all of them,
//! and for each hit the question whether it is a word of its own.
//!
//! Serves 1-6. A short name inside of another word (東和 in 東和歌山), and an everyday word that is a code name only beside
//! words of work, are left alone.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::{Matter, MatterClass, UnfitName};
use crate::{
    normalize::{self, Normalised},
    pattern::{Regex, regex},
    search,
    skeleton::{self, MASK, Skeleton},
    text::Analysis,
};

/// Fewer letters name nothing.
const LETTERS_MIN: usize = 2;
/// From so many letters on a name may be spelt with blanks, lengthened or shortened vowels, or one letter masked.
const LOOSE_MIN: usize = 4;
/// A masked name is searched for up to this length.
const MASKED_MAX: usize = 24;
/// So many bytes away a word of work no longer says what an everyday word is meant for.
const REACH_BYTES: usize = 240;

/// Matters that share a stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub range: Range<usize>,
    /// Indices into the register, in its order.
    pub matters: Vec<usize>,
}

#[derive(Default)]
pub(super) struct Names {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// The names of each skeleton of the automaton.
    groups: Vec<Vec<Name>>,
    skeletons: Vec<Vec<char>>,
    /// A hash of a skeleton with one letter masked → groups.
    masked: HashMap<u64, Vec<u32>>,
}

struct Name {
    matter: usize,
    /// As registered, normalised.
    written: String,
    /// Folded letters with the marks that lengthen a vowel, for names too short to do without them.
    long: String,
    /// Before which letters a blank or a hyphen may stand: where the name has one, or another script or case begins.
    seams: Vec<usize>,
}

impl Names {
    pub fn new(matters: &[Matter]) -> Result<Self, Vec<UnfitName>> {
        let mut made = Self::default();
        let mut unfit = Vec::new();
        let mut known: HashMap<String, u32> = HashMap::new();
        for (matter, of) in matters.iter().enumerate() {
            for (nth, words) in of.names.iter().enumerate() {
                let written = Normalised::new(words).text().trim().to_owned();
                let folded = normalize::fold(&written);
                let skeleton = Skeleton::of(&folded);
                let letters = skeleton.text().chars().filter(|c| c.is_alphanumeric()).count();
                if letters < LETTERS_MIN {
                    unfit.push(UnfitName { id: of.id.clone(), nth: nth + 1 });
                    continue;
                }
                let next = u32::try_from(made.groups.len()).expect("a register has fewer than four billion names");
                let group = *known.entry(skeleton.text().to_owned()).or_insert(next);
                if group == next {
                    made.groups.push(Vec::new());
                    made.skeletons.push(skeleton.text().chars().collect());
                }
                let name = Name { matter, long: long(&folded), seams: seams(&written, &folded, &skeleton), written };
                made.groups[group as usize].push(name);
            }
        }
        if !unfit.is_empty() {
            return Err(unfit);
        }
        for (group, letters) in made.skeletons.iter().enumerate() {
            let group = u32::try_from(group).expect("counted above");
            if (LOOSE_MIN..=MASKED_MAX).contains(&letters.len()) && !letters.contains(&MASK) {
                for nth in 0..letters.len() {
                    let hash = letters.iter().enumerate().map(|(at, c)| if at == nth { MASK } else { *c });
                    made.masked.entry(hash.fold(HASH_START, hashed)).or_default().push(group);
                }
            }
        }
        if !known.is_empty() {
            made.automaton = CharwiseDoubleArrayAhoCorasick::with_values(known).ok();
        }
        Ok(made)
    }

    /// Every name of a matter that is still secret, by position; names of the same matter within one another as the
    /// longest.
    pub fn find(
        &self,
        a: &Analysis<'_>,
        class: impl Fn(usize) -> MatterClass,
        secret: impl Fn(usize) -> bool,
    ) -> Vec<Named> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let skeleton = a.skeleton();
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        let mut take = |group: usize, at: Range<usize>| {
            for name in self.groups[group].iter().filter(|name| secret(name.matter)) {
                if let Some(range) = stands(a, skeleton, &at, name, class(name.matter)) {
                    found.push((range, name.matter));
                }
            }
        };
        for hit in automaton.find_overlapping_iter(skeleton.text()) {
            take(hit.value() as usize, hit.start()..hit.end());
        }
        self.find_masked(skeleton, &mut take);
        together(found)
    }

    /// Names with one letter masked: 「オ○オン」.
    fn find_masked(&self, skeleton: &Skeleton, take: &mut impl FnMut(usize, Range<usize>)) {
        if self.masked.is_empty() || !skeleton.text().contains(MASK) {
            return;
        }
        let letters: Vec<(usize, char)> = skeleton.text().char_indices().collect();
        let masks = letters.iter().enumerate().filter(|(_, (_, c))| *c == MASK).map(|(nth, _)| nth);
        for mask in masks {
            for start in mask.saturating_sub(MASKED_MAX - 1)..=mask {
                let mut hash = HASH_START;
                for (nth, (at, c)) in letters[start..].iter().take(MASKED_MAX).enumerate() {
                    if !(c.is_alphanumeric() || start + nth == mask) {
                        break;
                    }
                    hash = hashed(hash, *c);
                    if start + nth < mask || nth + 1 < LOOSE_MIN {
                        continue;
                    }
                    for group in self.masked.get(&hash).into_iter().flatten() {
                        let whole = &self.skeletons[*group as usize];
                        let same = whole.len() == nth + 1
                            && whole.iter().zip(&letters[start..]).all(|(c, (_, other))| c == other || *other == MASK);
                        if same {
                            take(*group as usize, letters[start].0..at + c.len_utf8());
                        }
                    }
                }
            }
        }
    }
}

const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over characters. Only narrows the search; what it lets through is compared.
fn hashed(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

/// The stretch of the text, if the name stands there by itself and in a spelling that is one.
fn stands(
    a: &Analysis<'_>,
    skeleton: &Skeleton,
    at: &Range<usize>,
    name: &Name,
    class: MatterClass,
) -> Option<Range<usize>> {
    let range = skeleton.range(a.folded(), at);
    let (text, folded) = (a.text(), &a.folded()[range.clone()]);
    let count = skeleton.text()[at.clone()].chars().count();
    let masked = skeleton.text()[at.clone()].contains(MASK) && !name.written.contains(skeleton::is_mask);
    // A bullet before a word is no mask.
    let bullet = masked && folded.starts_with(skeleton::is_mask) && {
        let before = text[..range.start].trim_end_matches([' ', '\u{3000}']);
        before.is_empty() || before.ends_with(['\n', '。', '、'])
    };
    if bullet
        || count < LOOSE_MIN && long(folded) != name.long
        || !gaps_are_harmless(skeleton, at, folded, &range, name)
    {
        return None;
    }
    let goes_on = search::goes_on(text, &range);
    if goes_on || count <= LOOSE_MIN && inside_of_a_word(a, &range) || is_in_longer_number(text, &range) {
        return None;
    }
    if is_everyday(a, &range, name, class) && !is_about_work(a, &range) {
        return None;
    }
    Some(range)
}

/// Folded letters, and the marks that lengthen a vowel.
fn long(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect()
}

/// The letters before which the name itself allows a blank.
fn seams(written: &str, folded: &str, skeleton: &Skeleton) -> Vec<usize> {
    let starts: Vec<usize> = skeleton.text().char_indices().map(|(at, _)| skeleton.origin(at)).collect();
    let kind = |c: char| match c {
        'a'..='z' => 1,
        'A'..='Z' => 2,
        '0'..='9' => 3,
        'ぁ'..='ゖ' => 4,
        'ァ'..='ヺ' | 'ー' => 5,
        _ => 6,
    };
    let first = |at: usize| written[at..].chars().next().map_or(0, kind);
    (1..starts.len())
        .filter(|nth| {
            let (before, here) = (starts[nth - 1], starts[*nth]);
            let gap = folded[before..here].chars().skip(1).any(|c| c != 'ー' && !c.is_alphanumeric());
            gap || first(before) != first(here) && !(first(before) == 2 && first(here) == 1)
        })
        .collect()
}

/// Whether what stands between the letters leaves them one word: nothing, the name's own blanks, the same between all
/// letters, or, in a longer name, a mark (no blank in Latin letters: words of a sentence stand side by side there).
fn gaps_are_harmless(skeleton: &Skeleton, at: &Range<usize>, folded: &str, range: &Range<usize>, name: &Name) -> bool {
    let letters: Vec<usize> = skeleton.text()[at.clone()].char_indices().map(|(nth, _)| at.start + nth).collect();
    let latin = name.written.is_ascii();
    let mut wide = 0;
    let mut strange = false;
    for nth in 1..letters.len() {
        let from = skeleton.origin(letters[nth - 1]) - range.start;
        let to = skeleton.origin(letters[nth]) - range.start;
        let mut between = folded[from..to].chars().skip(1).filter(|c| *c != 'ー' && !c.is_alphanumeric()).peekable();
        if between.peek().is_none() {
            continue;
        }
        wide += 1;
        let (blank, line) =
            between.fold((false, false), |(blank, line), c| (blank || c.is_whitespace(), line || c == '\n'));
        let fits = name.seams.contains(&nth) && !line || letters.len() >= LOOSE_MIN && !line && !(latin && blank);
        strange |= !fits;
    }
    !strange || wide + 1 == letters.len()
}

/// Whether a word of the dictionary begins or ends inside of the name, or the other way round: 東和 in 東和歌山.
fn inside_of_a_word(a: &Analysis<'_>, range: &Range<usize>) -> bool {
    let Some(words) = a.words() else { return false };
    let at = |position: usize| words.partition_point(|word| word.end <= position);
    let crosses = |position: usize, nth: usize| {
        words.get(nth).is_some_and(|w| !w.unknown && w.start < position && position < w.end)
    };
    crosses(range.start, at(range.start)) || crosses(range.end, at(range.end))
}

/// 234 in 1,234.
fn is_in_longer_number(text: &str, range: &Range<usize>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut before = text[..range.start].chars().rev();
    let mut after = text[range.end..].chars();
    let starts =
        digit(text[range.start..].chars().next()) && matches!(before.next(), Some(',' | '.')) && digit(before.next());
    let ends =
        digit(text[..range.end].chars().next_back()) && matches!(after.next(), Some(',' | '.')) && digit(after.next());
    starts || ends
}

/// Whether these letters are, to everybody else, a word like any other: a noun or verb of the dictionary, for a code name
/// also somebody's or something's well-known name, and an English name in small letters.
fn is_everyday(a: &Analysis<'_>, range: &Range<usize>, name: &Name, class: MatterClass) -> bool {
    let words = &a.text()[range.clone()];
    if name.written.is_ascii() {
        let small = !words.contains(|c: char| c.is_ascii_uppercase())
            && name.written.contains(|c: char| c.is_ascii_uppercase());
        return small && words.bytes().all(|b| b.is_ascii_lowercase());
    }
    let Some(tokens) = a.words() else { return false };
    let nth = tokens.partition_point(|word| word.end <= range.start);
    let Some(word) = tokens.get(nth).filter(|word| word.start == range.start && word.end == range.end) else {
        return false;
    };
    let named = word.kind.is_name();
    !word.unknown && (!named || matches!(class, MatterClass::CodeName | MatterClass::Product))
}

/// Whether something near speaks of work.
fn is_about_work(a: &Analysis<'_>, range: &Range<usize>) -> bool {
    static WORK: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?i)案件|プロジェクト|PJ|計画|開発|設計|仕様|リリース|ローンチ|発売|発表|公表|解禁|納期|納品|会議|打ち合わせ|打合せ|商談|提案|受注|契約|提携|買収|合併|出資|売上|予算|試作|量産|うちの|弊社|当社|自社|わが社|社内|社外秘|極秘|部長|課長|役員|新製品|新商品|新型|新サービス|コード|の件|進捗|キックオフ|デモ|ベータ|担当|チーム|(?-u:\b)(?:project|release|launch|ship|client|customer|deadline|sprint|roadmap|prototype|code ?name|meeting|our|acqui|merger|deal|contract|beta|demo|team)";
        regex(pattern)
    });
    let own = a.sentence_at(range.start);
    let text = a.text();
    let from = text.floor_char_boundary(own.start.max(range.start.saturating_sub(REACH_BYTES)));
    let to = text.ceil_char_boundary((range.end + REACH_BYTES).min(text.len()));
    WORK.is_match(&text[from..range.start]) || WORK.is_match(&text[range.end..to])
}

/// One entry for each stretch, in order; for one matter only the longest of stretches within one another.
fn together(mut found: Vec<(Range<usize>, usize)>) -> Vec<Named> {
    found.sort_by_key(|(range, matter)| (*matter, range.start, std::cmp::Reverse(range.end)));
    found.dedup();
    let mut end = (usize::MAX, 0);
    found.retain(|(range, matter)| {
        let within = end.0 == *matter && range.end <= end.1;
        if !within {
            end = (*matter, range.end);
        }
        !within
    });
    found.sort_by_key(|(range, matter)| (range.start, range.end, *matter));
    let mut named: Vec<Named> = Vec::new();
    for (range, matter) in found {
        match named.last_mut() {
            Some(last) if last.range == range => last.matters.push(matter),
            _ => named.push(Named { range, matters: vec![matter] }),
        }
    }
    named
}
