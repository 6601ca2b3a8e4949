//! The policy in force, item by item, for everyone who may be bound by it or wonders (1, 1-1).

use axum::{
    Router,
    extract::{Path, State},
    http::HeaderMap,
    routing::get,
};
use shingi_app::{App, AppError, in_force::InForce};
use shingi_domain::policy::{Item, ItemId};

use super::{
    article::Article,
    view::{ItemLine, Part, PartKind, PolicyInForce, PolicyItemPage, PolicyPage},
};
use crate::{
    pages::{
        Here,
        official::handlers::public_page,
        public::{Moment, Place, Section},
    },
    problem::Problem,
    state::{Answer, Web},
    visitor::Visitor,
    words_filter::Lang,
};

pub fn routes() -> Router<Web> {
    Router::new().route("/policy", get(index)).route("/policy/{item}", get(item))
}

fn policy(in_force: &InForce, lang: Lang) -> PolicyInForce {
    let at = jiff::Timestamp::from_microsecond(in_force.adopted.effective.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    PolicyInForce {
        version: in_force.judge.version.clone(),
        effective: Moment::day(at, &in_force.zone, lang),
        fingerprint: in_force.judge.pack_hash.to_string(),
    }
}

const fn kind(item: ItemId) -> PartKind {
    match item.part {
        0 => PartKind::Preamble,
        1 => PartKind::Everyone,
        _ => PartKind::Operators,
    }
}

fn article(in_force: &InForce, item: ItemId, lang: Lang) -> Article {
    let article = in_force.pack.articles.get(&item).map(|article| match lang {
        Lang::Ja => &article.ja,
        Lang::En => &article.en,
    });
    let markdown = article.map(|article| format!("# {}\n\n{}", article.title, article.body)).unwrap_or_default();
    Article::read(&markdown, &in_force.organisation.name)
}

fn line(in_force: &InForce, item: &Item, lang: Lang) -> ItemLine {
    let article = article(in_force, item.id, lang);
    ItemLine {
        number: if item.id.part == 0 { String::new() } else { item.id.to_string() },
        title: article.title,
        summary: article.summary,
        url: format!("/policy/{}", item.id),
    }
}

async fn index(State(web): State<Web>, visitor: Visitor, headers: HeaderMap) -> Answer {
    let shown = visitor.clone();
    let page = web.run(move |app| build_index(app, &shown)).await?;
    public_page(&visitor, &headers, &page)
}

fn build_index(app: &App, visitor: &Visitor) -> Result<PolicyPage, AppError> {
    let in_force = app.in_force()?;
    let parts = [PartKind::Preamble, PartKind::Everyone, PartKind::Operators].map(|part| Part {
        kind: part,
        items: in_force
            .policy
            .items
            .iter()
            .filter(|item| kind(item.id) == part)
            .map(|item| line(&in_force, item, visitor.lang))
            .collect(),
    });
    Ok(PolicyPage {
        page: visitor.page(Here::Policy),
        place: Place::at(Section::Policy),
        policy: Some(policy(&in_force, visitor.lang)),
        parts: parts.into(),
    })
}

async fn item(State(web): State<Web>, visitor: Visitor, headers: HeaderMap, Path(id): Path<String>) -> Answer {
    let id = id.parse::<ItemId>().map_err(|_| Problem::not_found())?;
    let shown = visitor.clone();
    let page = web
        .run(move |app| {
            let in_force = app.in_force()?;
            let items = &in_force.policy.items;
            let at = items.iter().position(|item| item.id == id).ok_or(AppError::NotFound("item"))?;
            let neighbour =
                |at: Option<usize>| at.and_then(|at| items.get(at)).map(|item| line(&in_force, item, shown.lang));
            let article = article(&in_force, id, shown.lang);
            Ok(PolicyItemPage {
                page: shown.page(Here::Policy),
                place: Place::at(Section::Policy),
                policy: policy(&in_force, shown.lang),
                part: kind(id),
                number: if id.part == 0 { String::new() } else { id.to_string() },
                title: article.title.clone(),
                article,
                policy_url: "/policy".to_owned(),
                previous: neighbour(at.checked_sub(1)),
                next: neighbour(Some(at + 1)),
            })
        })
        .await?;
    public_page(&visitor, &headers, &page)
}
