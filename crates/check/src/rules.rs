//! All rules, in one visible list of families. A rule's line stands in its family's file.
//!
//! Serves every **R** item; which rule serves which is the pack's word (`bindings.toml`).

use crate::rule::Rule;

pub mod accuracy;
pub mod confidential;
pub mod hygiene;
pub mod identity;
pub mod likeness;
pub mod personal;
#[cfg(test)]
mod reach;
pub mod respect;
pub mod rights;
pub mod temper;

/// The families, each with its own list.
pub const FAMILIES: [&[&Rule]; 9] = [
    personal::RULES,
    confidential::RULES,
    rights::RULES,
    accuracy::RULES,
    respect::RULES,
    identity::RULES,
    temper::RULES,
    hygiene::RULES,
    likeness::RULES,
];

/// Every rule there is.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.into_iter().flatten().copied()
}

/// The rule of this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// The rules whose names are nearest to one that does not exist, the nearest first, at most three. None where nothing
/// is near: a wrong guess would mislead.
#[must_use]
pub fn nearest(name: &str) -> Vec<&'static str> {
    let last = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
    let mut near: Vec<(usize, &'static str)> = all()
        .map(|rule| {
            let whole = distance(name, rule.id);
            // Half of the name is enough: `hearsay`, or the right rule in another family.
            let half = distance(&last(name), &last(rule.id));
            (whole.min(half), rule.id)
        })
        .filter(|(distance, id)| *distance * 3 <= last(id).len())
        .collect();
    near.sort_unstable();
    near.into_iter().take(3).map(|(_, id)| id).collect()
}

/// How many letters have to be put, taken or changed to make one word of the other (Levenshtein 1966).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    // No name of ours is longer, and what comes from outside may be.
    for (above, a) in one.chars().take(64).enumerate() {
        let mut before = row[0];
        row[0] = above + 1;
        for (nth, b) in other.iter().enumerate() {
            let changed = before + usize::from(a != *b);
            before = row[nth + 1];
            row[nth + 1] = changed.min(before + 1).min(row[nth] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_name_that_is_nearly_right_or_half_of_one_leads_to_the_rule() {
        assert_eq!(nearest("hearsay"), ["accuracy/hearsay"]);
        assert_eq!(nearest("personal/phone_numbr")[0], "personal/phone_number");
        assert_eq!(nearest("rights/phone-number")[0], "personal/phone_number");
        assert!(nearest("xyz").is_empty() && nearest("").is_empty() && nearest(&"あ".repeat(9999)).is_empty());
    }
}
