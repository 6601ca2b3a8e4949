//! A use of the emergency lane in words. Decides nothing (1-7).

use shingi_app::queries::desk::Desk;
use shingi_domain::post::state::Emergency;

use super::view::LaneUse;
use crate::{
    pages::parts::{Clock, Due},
    present::Present,
    words_filter::text,
};

#[must_use]
pub fn one(show: &Present, desk: &Desk, emergency: &Emergency) -> LaneUse {
    let Emergency { by, at, reason, joined, used, review, shut } = emergency;
    let said = |key: &'static str, by, at| {
        text(show.lang, key).with("name", show.person(&desk.world, by)).with("at", show.stamp(at).text).to_string()
    };
    let mut steps = vec![said("lane-opened-by", *by, *at)];
    match joined {
        Some(joined) => steps.push(said("lane-joined-by", joined.by, joined.at)),
        None if !shut => steps.push(show.t("lane-waits")),
        None => {}
    }
    if let Some(used) = used {
        steps.push(text(show.lang, "lane-used").with("at", show.stamp(*used).text).to_string());
    }
    if *shut {
        steps.push(show.t("lane-shut"));
    }
    if let Some(review) = review {
        steps.push(said("lane-reviewed-by", review.by, review.at));
    }
    let due = desk.review_owed_until(emergency).map(|until| {
        let (key, clock) = if until < show.now { ("lane-owed-over", Clock::Over) } else { ("lane-owed", Clock::Soon) };
        Due::new(text(show.lang, key).with("at", show.stamp(until).text).to_string(), clock)
    });
    let erased = || show.t("proof-erased");
    LaneUse {
        reason: reason.kept().cloned().unwrap_or_else(erased),
        steps,
        due,
        words: review.as_ref().map(|review| review.words.kept().cloned().unwrap_or_else(erased)),
    }
}
