//! 連載: everyday posts of one author with one standing benefit, which one person may review one after the other and
//! approve together (1-7, 2-7). Each keeps its own approval on the record; whatever asks for a second thought stays out.

use std::collections::BTreeSet;

use crate::{
    id::{AccountId, PersonId},
    obligation::{Duty, Obligations},
    policy::{Class, Strength},
    post::{Delivery, Post},
};

/// What the posts of a series have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeriesKey {
    pub author: PersonId,
    pub benefit: String,
    pub accounts: BTreeSet<AccountId>,
}

/// The series that a post belongs to now; `None` where it must be looked at alone: handed in, of class `routine`, its
/// benefit stated, nothing found above a note (answered or not), no doubt, and a review as the only thing still open.
#[must_use]
pub fn series_of(post: &Post, parts: &[(&Delivery, &Obligations)]) -> Option<SeriesKey> {
    let mut benefit = None;
    let mut accounts = BTreeSet::new();
    for (delivery, obligations) in parts.iter().filter(|(delivery, _)| !delivery.progress.is_frozen()) {
        let checked = obligations.findings.iter().all(|bound| bound.strength == Strength::Note);
        let only_a_review = obligations.open().all(|open| open.duty == Duty::Review);
        if obligations.class != Class::Routine || !checked || !only_a_review || obligations.open().next().is_none() {
            return None;
        }
        let stated = delivery.content.kept().map(|content| content.benefit.trim())?;
        benefit = Some(stated).filter(|stated| !stated.is_empty());
        accounts.insert(delivery.account);
    }
    let in_review = post.submitted.is_some() && post.abandoned.is_none() && post.returned.is_none();
    let alone = post.class != Class::Routine || !post.doubts.is_empty() || post.open_emergency().is_some();
    let benefit = benefit.filter(|_| in_review && !alone)?;
    Some(SeriesKey { author: post.author, benefit: benefit.to_owned(), accounts })
}
