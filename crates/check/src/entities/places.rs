//! Places: by tag, by 市 and 駅, and down to the block.
//!
//! Serves 1-4.

use shingi_morph::Kind;

use super::{Certainty, Entity, Reading, Sort, length};

pub(super) fn find(r: &Reading<'_, '_>, found: &mut Vec<Entity>) {
    let mut nth = 0;
    while nth < r.words.len() {
        let Some((last, certainty)) = place_at(r, nth) else {
            nth += 1;
            continue;
        };
        found.push(Entity { range: r.range(nth, last), sort: Sort::Place, certainty });
        nth = last + 1;
    }
}

fn place_at(r: &Reading<'_, '_>, first: usize) -> Option<(usize, Certainty)> {
    let begins = r.kind(first).is_place() && length(r.word(first)) >= 2
        || (r.kind(first).is_noun() || r.is_unknown(first))
            && matches!(r.word(first + 1), "市" | "区" | "町" | "村" | "県" | "府" | "駅" | "島")
            && matches!(r.kind(first + 1), Kind::PlaceSuffix | Kind::NounSuffix)
            && r.joined(first + 1)
            && r.kind(first) != Kind::TimeNoun
            && r.kind(first) != Kind::ActionNoun;
    if !begins {
        return None;
    }
    let mut last = first;
    loop {
        let next = last + 1;
        let goes_on = r.joined(next)
            && (r.kind(next).is_place()
                || r.kind(next) == Kind::PlaceSuffix
                || r.kind(next) == Kind::Number
                || matches!(r.word(next), "丁目" | "番地" | "番" | "号" | "-" | "通り" | "県" | "市" | "区"))
            && r.kind(next) != Kind::Other;
        // A number belongs to a place only as the block behind it.
        let number = r.kind(next) == Kind::Number
            && !matches!(r.word(next + 1), "丁目" | "番地" | "番" | "号" | "-")
            && r.word(last) != "-";
        if !goes_on || number {
            break;
        }
        last = next;
    }
    while last > first && r.word(last) == "-" {
        last -= 1;
    }
    let certainty = if last > first { Certainty::Formed } else { Certainty::Bare };
    Some((last, certainty))
}
