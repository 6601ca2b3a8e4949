//! 1-9: the same sender writes the same again and again, or without end on one day.

use std::collections::HashSet;

use shingi_domain::report::Beside;

use crate::{
    context::{Context, Earlier},
    normalize,
    rule::{Need, Rule, Sink, Trigger},
    skeleton::Skeleton,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "incoming/repeated",
    doc: include_str!("repeated.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::History],
    run,
};

/// The third of the same is one too many.
const SAME_BEFORE: usize = 2;
/// The sixth of one day too.
const SAME_DAY_BEFORE: usize = 5;
/// Letters in a row that are compared.
const GRAM_LETTERS: usize = 3;
/// Of shorter messages (はい, ありがとう) repetition says nothing.
const LETTERS_MIN: usize = 6;
/// Which share of both must be in both, in percent.
const SHARED_PERCENT: usize = 60;
/// No more earlier messages are put beside the finding, each by so many characters.
const BESIDE_MAX: usize = 3;
const QUOTE_CHARS: usize = 60;

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let Some(history) = &ctx.history else { return };
    let here = grams(a.skeleton());
    if a.skeleton().text().chars().count() < LETTERS_MIN {
        return;
    }
    let same: Vec<&Earlier> = history.posts().iter().filter(|post| is_same(&here, post)).collect();
    let today: Vec<&Earlier> = history.posts().iter().filter(|post| post.at == Some(ctx.today)).collect();
    let which = if same.len() >= SAME_BEFORE {
        same
    } else if today.len() >= SAME_DAY_BEFORE {
        today
    } else {
        return;
    };
    let beside = which.iter().rev().take(BESIDE_MAX).rev().map(|post| Beside::Earlier {
        id: post.id.clone(),
        quote: post.text.trim().chars().take(QUOTE_CHARS).collect(),
    });
    let text = a.text();
    let start = text.len() - text.trim_start().len();
    sink.find_beside(a, start..start + text.trim().len(), beside.collect());
}

fn is_same(here: &HashSet<[char; GRAM_LETTERS]>, post: &Earlier) -> bool {
    let other = grams(&Skeleton::of(&normalize::folded(&post.text)));
    let shared = here.intersection(&other).count();
    shared > 0 && shared * 100 >= SHARED_PERCENT * here.len().max(other.len())
}

fn grams(skeleton: &Skeleton) -> HashSet<[char; GRAM_LETTERS]> {
    let letters: Vec<char> = skeleton.text().chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(GRAM_LETTERS).filter_map(|window| window.try_into().ok()).collect()
}
