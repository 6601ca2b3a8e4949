//! The states of a post's words, and what changed between two of them (1-7, 2-9).

use axum::extract::{Path, Query, State};
use serde::Deserialize;
use shingi_app::{App, AppError, use_cases::save_draft::PostForm};
use shingi_domain::{id::PostId, permit::Action, time::Timestamp};

use super::{composer::differences, id, path, show as present, title_of};
use crate::{
    form::html,
    pages::{
        Here,
        parts::Choice,
        posts::{
            difference::counted,
            view::{RevisionRow, RevisionsPage},
        },
    },
    present::Present,
    state::{Answer, Web},
    visitor::Me,
    words_filter::{Lang, text},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    from: String,
    to: String,
}

/// A state of the words: on record with its number, or saved while somebody typed.
struct Saved {
    /// `7`, or `d12` for the twelfth saving.
    name: String,
    label: String,
    at: Timestamp,
    by: String,
    /// `None`: erased.
    form: Option<PostForm>,
}

pub async fn show(State(web): State<Web>, Path(post): Path<String>, me: Me, Query(asked): Query<Asked>) -> Answer {
    let id = id::<PostId>(&post)?;
    let page = web.run(move |app| build(app, &me, id, &asked)).await?;
    html(&page)
}

fn build(app: &App, me: &Me, id: PostId, asked: &Asked) -> Result<RevisionsPage, AppError> {
    let show = present(app, &me.visitor)?;
    let desk = app.desk(&me.signed, id)?;
    let saved = states(app, &show, me, id)?;
    let find = |name: &str| saved.iter().position(|state| state.name == name);
    let to = find(&asked.to).unwrap_or(0);
    let from = find(&asked.from).unwrap_or_else(|| (to + 1).min(saved.len().saturating_sub(1)));
    let forms = saved.get(from).zip(saved.get(to)).and_then(|(from, to)| from.form.as_ref().zip(to.form.as_ref()));
    let differences = forms.map_or_else(Vec::new, |(old, new)| differences(&show, &desk.world, old, new));
    let (removed, added) = differences.iter().fold((0, 0), |(removed, added), (_, parts)| {
        let (fewer, more) = counted(parts);
        (removed + fewer, added + more)
    });
    let choices = |chosen: usize| {
        let choice =
            |(index, state): (usize, &Saved)| Choice::new(state.name.clone(), state.label.clone(), index == chosen);
        saved.iter().enumerate().map(choice).collect::<Vec<_>>()
    };
    let rows = saved.iter().enumerate().map(|(index, state)| RevisionRow {
        label: state.label.clone(),
        at: show.stamp(state.at),
        by: state.by.clone(),
        note: note(&show, saved.get(index + 1).map(|before| &before.form), &state.form),
        href: format!("{}/revisions?to={}", path(id), state.name),
        shown: index == to,
    });
    let newest = saved.iter().find_map(|state| state.form.as_ref());
    let (title, words) = newest.map_or(("", ""), |form| (form.title.as_str(), form.text.as_str()));
    Ok(RevisionsPage {
        page: me.visitor.page(Here::Posts),
        post: id.to_string(),
        title: title_of(&show, title, words),
        revisions: rows.collect(),
        from: choices(from),
        to: choices(to),
        differences,
        summary: text(show.lang, "revisions-summary").with("removed", removed).with("added", added).to_string(),
    })
}

/// Everything that was kept, newest first. Savings are the writers' own until they hand them over.
fn states(app: &App, show: &Present, me: &Me, id: PostId) -> Result<Vec<Saved>, AppError> {
    let desk = app.desk(&me.signed, id)?;
    let mut states = Vec::new();
    for revision in app.revisions(&me.signed, id)? {
        let label = text(show.lang, "revision-label").with("n", revision.revision).to_string();
        states.push(Saved {
            name: revision.revision.to_string(),
            label,
            at: revision.at,
            by: show.actor(&desk.world, revision.actor),
            form: revision.draft.map(|draft| PostForm::of_draft(desk.post.class, draft)),
        });
    }
    if me.signed.may(Action::WritePost) {
        for saved in app.saved_drafts(&me.signed, id)? {
            let at = Timestamp(saved.updated);
            let n = usize::try_from(saved.version).unwrap_or(0);
            let label = text(show.lang, "draft-label").with("n", n).to_string();
            let by = show.person(&desk.world, saved.by);
            states.push(Saved { name: format!("d{}", saved.version), label, at, by, form: Some(saved.form) });
        }
    }
    // A saving and the revision that it became in the same moment: the record's comes first.
    states.sort_by_key(|state| (std::cmp::Reverse(state.at), state.name.starts_with('d')));
    Ok(states)
}

/// Which parts changed since the state before.
fn note(show: &Present, before: Option<&Option<PostForm>>, form: &Option<PostForm>) -> String {
    let Some(form) = form else { return show.t("revision-erased") };
    let before = match before {
        None => return show.t("revision-note-first"),
        Some(None) => return String::new(),
        Some(Some(before)) => before,
    };
    let PostForm { class: _, title, text: words, benefit, sources, answers, corrects, pictures, accounts } = form;
    let ids = |form: &PostForm| form.accounts.iter().map(|(id, _)| *id).collect::<Vec<_>>();
    let same_accounts = ids(before) == ids(form);
    let changed = [
        ("revision-field-text", before.text != *words),
        ("revision-field-variants", same_accounts && before.accounts != *accounts),
        ("revision-field-title", before.title != *title),
        ("revision-field-accounts", !same_accounts),
        ("revision-field-pictures", before.pictures != *pictures),
        ("revision-field-benefit", before.benefit != *benefit),
        ("revision-field-sources", before.sources != *sources),
        ("revision-field-occasion", before.answers != *answers || before.corrects != *corrects),
    ];
    let fields = changed.into_iter().filter(|(_, changed)| *changed).map(|(key, _)| show.t(key)).collect::<Vec<_>>();
    if fields.is_empty() {
        return show.t("revision-note-same");
    }
    let fields = fields.join(if show.lang == Lang::Ja { "、" } else { ", " });
    text(show.lang, "revision-note-changed").with("fields", fields).to_string()
}
