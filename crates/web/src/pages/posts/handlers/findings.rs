//! Live checking: what the policy would say of the words as they stand in the form, saved or not (1-4, 1-7, 2-2).
//! Nothing is written.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::IntoResponse as _,
};
use serde::Serialize;
use shingi_domain::{id::PostId, permit::Action};

use super::{composer::page::Stands, id, show};
use crate::{
    form::{Checked, html, word_of},
    pages::{
        Here,
        posts::{
            findings::{self, Placed},
            form,
            view::FindingsFragment,
        },
    },
    present::duty_name,
    state::{Answer, Web},
    visitor::Me,
};

/// For the script that draws the marks.
#[derive(Serialize)]
struct Report {
    findings: Vec<Placed>,
    obligations: Vec<Asked>,
    class: String,
    /// A sentence where findings raised the class; empty otherwise.
    class_raised: String,
    inspected: String,
    unchecked: Vec<String>,
}

#[derive(Serialize)]
struct Asked {
    duty: &'static str,
    item: String,
    strength: String,
    who: String,
    open: bool,
}

pub async fn check(
    State(web): State<Web>,
    Path(post): Path<String>,
    me: Me,
    headers: HeaderMap,
    checked: Checked,
) -> Answer {
    let id = id::<PostId>(&post)?;
    let as_html = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.starts_with("text/html"));
    let page = me.visitor.page(Here::Write);
    let (panel, report) = web
        .run(move |app| {
            me.signed.require(Action::WritePost)?;
            form::read(app, &me.signed, Some(id), &checked.fields)?.check()?;
            let show = show(app, &me.visitor)?;
            let Stands { desk, reader, .. } = Stands::sent(app, &me, id, &checked.fields)?;
            let placed = findings::placed(&show, &desk, reader);
            if as_html {
                return Ok((Some(findings::panel(&show, &desk, placed)), None));
            }
            let merged = findings::merged(&desk);
            let obligations = merged.iter().map(|obligation| Asked {
                duty: duty_name(&obligation.duty),
                item: obligation.item.to_string(),
                strength: word_of(&obligation.strength),
                who: word_of(&obligation.who),
                open: obligation.is_open(),
            });
            let class = desk.parts.first().map_or(desk.post.class, |part| part.obligations.class);
            let report = Report {
                obligations: obligations.collect(),
                class: word_of(&class),
                class_raised: findings::raised(&show, &desk).unwrap_or_default(),
                inspected: findings::inspected(&show, &desk),
                unchecked: findings::unchecked(&desk),
                findings: placed,
            };
            Ok((None, Some(report)))
        })
        .await?;
    match (panel, report) {
        (Some(panel), _) => html(&FindingsFragment { page, panel }),
        (None, report) => Ok(Json(report).into_response()),
    }
}
