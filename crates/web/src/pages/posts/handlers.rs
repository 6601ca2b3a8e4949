//! The routes of a post: read the request, one use case, redirect (1-7, 2-9). One file per noun.

mod acts;
mod composer;
mod deliveries;
mod findings;
mod list;
mod media;
pub mod post;
mod revisions;

#[cfg(test)]
mod tests;

use axum::{
    Router,
    routing::{get, post as posted},
};
use shingi_app::App;
use shingi_domain::id::PostId;

use crate::{
    present::Present,
    problem::Problem,
    state::Web,
    visitor::{Me, Visitor},
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/posts", get(list::list).post(composer::create))
        .route("/posts/new", get(composer::new))
        .route("/posts/{id}", get(post::show))
        .route("/posts/{id}/edit", get(composer::edit))
        .route("/posts/{id}/draft", posted(composer::save).put(composer::autosave))
        .route("/posts/{id}/findings", posted(findings::check))
        .route("/posts/{id}/revisions", get(revisions::show))
        .route("/posts/{id}/submission", posted(acts::submit))
        .route("/posts/{id}/answers", posted(acts::answer))
        .route("/posts/{id}/dismissals", posted(acts::dismiss))
        .route("/posts/{id}/overrulings", posted(acts::overrule))
        .route("/posts/{id}/doubts", posted(acts::doubt))
        .route("/posts/{id}/doubts/{doubt}/resolution", posted(acts::resolve))
        .route("/posts/{id}/consultations", posted(acts::consult))
        .route("/posts/{id}/conditions/{consultation}/{n}", posted(acts::meet_condition))
        .route("/posts/{id}/abandonment", posted(acts::abandon))
        .route("/posts/{id}/media", posted(media::add))
        .route("/posts/{id}/media/{blob}", get(media::serve))
        .route("/posts/{id}/deliveries/{delivery}", get(deliveries::by_hand))
        .route("/posts/{id}/deliveries/{delivery}/schedule", posted(deliveries::schedule))
        .route("/posts/{id}/deliveries/{delivery}/attempts", posted(deliveries::attempt))
        .route("/posts/{id}/deliveries/{delivery}/proof", posted(deliveries::prove))
}

/// An id of a path: what is none leads nowhere.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

fn show(app: &App, visitor: &Visitor) -> Result<Present, shingi_app::AppError> {
    Ok(Present { lang: visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() })
}

/// How a post is called where it has no title: by its first words.
#[must_use]
pub fn title_of(show: &Present, title: &str, words: &str) -> String {
    const SHOWN: usize = 24;
    if !title.trim().is_empty() {
        return title.to_owned();
    }
    let Some(line) = words.lines().map(str::trim).find(|line| !line.is_empty()) else {
        return show.t("posts-untitled");
    };
    let head = line.chars().take(SHOWN).collect::<String>();
    if head.len() < line.len() { format!("{head}…") } else { head }
}

fn path(post: PostId) -> String {
    format!("/posts/{post}")
}

/// What a handler hands to the work on another thread.
type Asked = (Me, PostId);
