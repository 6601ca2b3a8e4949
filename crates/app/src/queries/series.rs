//! The series that wait for one reviewer: everyday posts that may be looked at one after the other and approved together
//! (1-7, 2-7).

use std::collections::BTreeMap;

use shingi_domain::{
    id::PostId,
    series::{SeriesKey, series_of},
};

use super::desk::Desk;
use crate::{App, AppError, session::Signed};

/// Two or more posts, in the order in which they are to go out.
pub struct Series {
    pub key: SeriesKey,
    pub desks: Vec<Desk>,
}

impl Desk {
    /// The series that this post belongs to as it stands now.
    #[must_use]
    pub fn series(&self) -> Option<SeriesKey> {
        let parts = self.parts.iter().map(|part| (&part.delivery, &part.obligations)).collect::<Vec<_>>();
        series_of(&self.post, &parts)
    }
}

impl App {
    /// Only what waits for this person's own approval.
    pub fn series(&self, who: &Signed) -> Result<Vec<Series>, AppError> {
        Ok(grouped(self.review_box(who)?.for_me))
    }

    /// The one that a post belongs to.
    pub fn series_with(&self, who: &Signed, post: PostId) -> Result<Option<Series>, AppError> {
        let has_it = |series: &Series| series.desks.iter().any(|desk| desk.post.id == post);
        Ok(self.series(who)?.into_iter().find(has_it))
    }
}

/// What the series among some posts are called, with the first post of each and how many there are.
#[must_use]
pub fn among(desks: &[Desk]) -> Vec<(SeriesKey, PostId, usize)> {
    let mut series = BTreeMap::<SeriesKey, (PostId, usize)>::new();
    for desk in desks {
        if let Some(key) = desk.series() {
            series.entry(key).or_insert((desk.post.id, 0)).1 += 1;
        }
    }
    let found = series.into_iter().filter(|(_, (_, count))| *count > 1);
    found.map(|(key, (first, count))| (key, first, count)).collect()
}

/// The posts of a list by series, each with its fellows; what stands alone is no series.
fn grouped(desks: Vec<Desk>) -> Vec<Series> {
    let mut series = BTreeMap::<SeriesKey, Vec<Desk>>::new();
    for desk in desks {
        if let Some(key) = desk.series() {
            series.entry(key).or_default().push(desk);
        }
    }
    series.into_iter().filter(|(_, desks)| desks.len() > 1).map(|(key, desks)| Series { key, desks }).collect()
}
