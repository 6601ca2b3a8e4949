//! Why a person may not do something, in words: it stands where the button would be (1-7, 2-1, 2-4).
//!
//! The reason is the refusal that the use case would give; nothing is decided here.

use shingi_app::queries::desk::Desk;
use shingi_domain::refusal::{Refusal, Why};

use crate::{present::Present, words_filter::text};

/// The reason under a decision that would be refused.
pub fn of(show: &Present, desk: &Desk, asked: Result<(), Refusal>) -> Result<(), String> {
    asked.map_err(|refusal| {
        let post = &desk.post;
        let state = match refusal.why {
            Why::State if post.abandoned.is_some() => Some("reason-abandoned"),
            Why::State if desk.to_be_cleared().next().is_none() => Some("reason-nothing-open"),
            Why::State if post.returned.is_some() => Some("reason-returned"),
            Why::State if post.submitted.is_none() => Some("reason-not-submitted"),
            _ => None,
        };
        if let Some(key) = state {
            return show.t(key);
        }
        if refusal.why == Why::OwnPost {
            return text(show.lang, "reason-own-post").with("names", reviewers(show, desk)).to_string();
        }
        whole(show, &format!("refusal-{}", refusal.why.key()))
    })
}

/// A refusal with what helps, as two sentences.
#[must_use]
pub fn whole(show: &Present, key: &str) -> String {
    text(show.lang, "reason-and-help")
        .with("reason", show.t(key))
        .with("help", show.t(&format!("{key}.help")))
        .to_string()
}

/// Who could look at it instead.
fn reviewers(show: &Present, desk: &Desk) -> String {
    let able = desk.world.people.values().filter(|person| desk.may_review(person.id));
    let names = able.filter_map(|person| person.names.kept()).map(|names| names.name.clone()).collect::<Vec<_>>();
    match names.len() {
        0 => show.t("chain-nobody"),
        1..=3 => names.join(&show.t("list-separator")),
        n => text(show.lang, "reason-any-of").with("n", n).to_string(),
    }
}
