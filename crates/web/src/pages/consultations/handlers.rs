//! Consultations: the list, one of them, the ruling, and the evidence for its conditions (1-9, 2-4).

use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::IntoResponse as _,
    routing::{get, post},
};
use serde::Deserialize;
use shingi_app::{
    App, AppError,
    queries::{consultations::Asked, desk::Desk},
    session::Signed,
    use_cases::rule_consultation::{ProtectedReport, RulingForm},
};
use shingi_domain::{
    id::ConsultationId,
    permit::Action,
    post::{Command, Evidence, EvidenceKind, Picture, Verdict as Ruled, state::Ruling},
    refusal::{Refusal, Why},
};
use shingi_store::view::posts::Cursor;

use super::view::{
    ConditionView, ConsultationPage, ConsultationRow, ConsultationsPage, ConsultedText, RulingView, Verdict,
};
use crate::{
    form::{Checked, Fields, done, html},
    pages::{
        FieldProblem, Here,
        parts::{Choice, Tab},
        posts::{findings, handlers::title_of},
        reviews::{exact, reason},
    },
    present::{Present, field_problems},
    problem::Problem,
    state::{Answer, Web},
    visitor::{Me, Visitor},
    words_filter::text,
};

/// Rows of one page.
const ROWS: usize = 30;
/// Empty lines that the form begins with.
const CONDITIONS: usize = 3;

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/consultations", get(list))
        .route("/consultations/{id}", get(show))
        .route("/consultations/{id}/ruling", post(rule))
        .route("/consultations/{id}/conditions/{n}/evidence", post(meet))
}

#[derive(Deserialize, Default)]
struct Wanted {
    tab: Option<String>,
    /// Where the page before ended; what is no cursor begins at the newest.
    before: Option<String>,
}

async fn list(State(web): State<Web>, me: Me, Query(wanted): Query<Wanted>) -> Answer {
    let ruled = wanted.tab.as_deref() == Some("ruled");
    let before = wanted.before.and_then(|before| before.parse().ok());
    let page = web.run(move |app| build_list(app, &me, ruled, before)).await?;
    html(&page)
}

fn build_list(app: &App, me: &Me, ruled: bool, before: Option<Cursor>) -> Result<ConsultationsPage, AppError> {
    let show = present(app, &me.visitor)?;
    let tab = |which: bool, key: &str, href: &str| {
        let count = app.consultation_count(&me.signed, which)?;
        let (href, label) = (href.to_owned(), show.t(key));
        Ok::<_, AppError>(Tab { href, label, count: u32::try_from(count).ok(), current: which == ruled })
    };
    let tabs = vec![
        tab(false, "consultations-open", "/consultations")?,
        tab(true, "consultations-ruled", "/consultations?tab=ruled")?,
    ];
    let mut stored = app.consultations(&me.signed, ruled, before, ROWS + 1)?;
    let more = stored.len() > ROWS;
    stored.truncate(ROWS);
    let more = stored
        .last()
        .filter(|_| more)
        .map(|last| format!("/consultations?tab={}&before={}", if ruled { "ruled" } else { "open" }, last.cursor()));
    let rows = stored.iter().map(|stored| Ok(row(&show, &app.asked(&me.signed, stored)?)));
    let rows = rows.collect::<Result<_, AppError>>()?;
    Ok(ConsultationsPage { page: me.visitor.page(Here::Consultations), tabs, rows, more })
}

fn row(show: &Present, asked: &Asked) -> ConsultationRow {
    let Asked { desk, consultation } = asked;
    ConsultationRow {
        href: format!("/consultations/{}", consultation.id),
        question: question(show, asked),
        post_title: title(show, desk),
        by: show.person(&desk.world, consultation.by),
        at: show.stamp(consultation.at),
        due: None,
        with: show.consulted(consultation.with),
        verdict: consultation.ruling.as_ref().map(|ruling| verdict(ruling.verdict)),
    }
}

const fn verdict(ruled: Ruled) -> Verdict {
    match ruled {
        Ruled::Permit => Verdict::Permit,
        Ruled::Refuse => Verdict::Refuse,
    }
}

fn question(show: &Present, asked: &Asked) -> String {
    asked.consultation.question.kept().cloned().unwrap_or_else(|| show.t("proof-erased"))
}

fn title(show: &Present, desk: &Desk) -> String {
    let draft = desk.post.draft_kept();
    draft.map_or_else(|| show.t("posts-untitled"), |draft| title_of(show, &draft.title, &draft.text))
}

async fn show(State(web): State<Web>, Path(id): Path<String>, me: Me) -> Answer {
    let id = id.parse::<ConsultationId>().map_err(|_| Problem::not_found())?;
    let page = web.run(move |app| build(app, &me, id, Fields::default(), Vec::new())).await?;
    html(&page)
}

fn build(
    app: &App,
    me: &Me,
    id: ConsultationId,
    sent: Fields,
    problems: Vec<FieldProblem>,
) -> Result<ConsultationPage, AppError> {
    let show = present(app, &me.visitor)?;
    let asked = app.consultation(&me.signed, id)?;
    let Asked { desk, consultation } = &asked;
    let mut page = me.visitor.page(Here::Consultations);
    page.problems = problems;
    let choice = |name: &str, value: &str, key: &str| Choice::new(value, show.t(key), sent.get(name) == value);
    let mut conditions = sent.all("condition").map(str::to_owned).collect::<Vec<_>>();
    conditions.resize(conditions.len().max(CONDITIONS), String::new());
    let precedents = app.precedents(&me.signed, &asked)?;
    Ok(ConsultationPage {
        page,
        consultation: id.to_string(),
        question: question(&show, &asked),
        post_title: title(&show, desk),
        post_href: format!("/posts/{}", desk.post.id),
        by: show.person(&desk.world, consultation.by),
        at: show.stamp(consultation.at),
        with: show.consulted(consultation.with),
        item: asked.items().first().map(ToString::to_string).unwrap_or_default(),
        texts: texts(&show, desk),
        obligations: findings::standing(&show, desk),
        precedents: precedents.iter().map(|like| precedent(&show, like)).collect(),
        ruling: consultation.ruling.as_ref().map(|ruling| ruling_view(&show, desk, &me.signed, id, ruling)),
        may_rule: may_rule(&show, &asked, &me.signed),
        protected: vec![
            choice("protected", "no", "ruling-protected-no"),
            choice("protected", "yes", "ruling-protected-yes"),
        ],
        conditions,
        verdicts: vec![choice("verdict", "permit", "ruling-permit"), choice("verdict", "refuse", "ruling-refuse")],
        reason: sent.get("reason").to_owned(),
    })
}

fn texts(show: &Present, desk: &Desk) -> Vec<ConsultedText> {
    let all = desk.to_be_cleared().next().is_none();
    let parts = desk.parts.iter().filter(|part| all || !part.delivery.progress.is_frozen());
    let text = |part: &shingi_app::queries::desk::Part| {
        let digest = part.delivery.digest.0.to_string();
        let content = part.delivery.content.kept();
        let pieces = exact::pieces(content.map_or("", |content| content.text.as_str()));
        let source = |picture: &Picture| format!("/posts/{}/media/{}", desk.post.id, picture.blob);
        let pictures = content.map(|content| content.pictures.iter().map(|p| exact::picture(show, source(p), p)));
        ConsultedText {
            delivery: part.delivery.id.to_string(),
            account: show.part_account(part),
            hidden: exact::hidden(&pieces, &show.t("list-separator")),
            pieces,
            pictures: pictures.map(Iterator::collect).unwrap_or_default(),
            digest: exact::grouped(&digest),
            digest_value: digest,
        }
    };
    parts.map(text).collect()
}

fn precedent(show: &Present, like: &Asked) -> (String, String) {
    let ruling = like.consultation.ruling.as_ref();
    let label = text(show.lang, "consultation-precedent")
        .with("question", question(show, like))
        .with("verdict", ruling.map(|ruling| show.t(verdict(ruling.verdict).key())).unwrap_or_default())
        .with("at", ruling.map(|ruling| show.stamp(ruling.at).text).unwrap_or_default())
        .to_string();
    (format!("/consultations/{}", like.consultation.id), label)
}

/// The reason is the refusal that the ruling would meet.
fn may_rule(show: &Present, asked: &Asked, who: &Signed) -> Result<(), String> {
    let command = Command::Rule {
        consultation: asked.consultation.id,
        verdict: Ruled::Permit,
        reason: "?".to_owned(),
        conditions: Vec::new(),
        protected_report_considered: true,
        digests: asked.desk.open_digests(),
    };
    match asked.desk.would(who, command) {
        Err(refusal) if refusal.why == Why::OwnPost => Err(show.t("reason-own-ruling")),
        other => reason::of(show, &asked.desk, other),
    }
}

fn ruling_view(show: &Present, desk: &Desk, who: &Signed, id: ConsultationId, ruling: &Ruling) -> RulingView {
    let erased = || show.t("proof-erased");
    let condition = |(index, words): (usize, &String)| {
        let number = u16::try_from(index).unwrap_or(u16::MAX);
        let met = ruling.met.get(&number).map(|met| {
            let words = met.evidence.kept().map_or_else(erased, |evidence| match &evidence.url {
                Some(url) if evidence.text.is_empty() => url.clone(),
                Some(url) => format!("{} {url}", evidence.text),
                None => evidence.text.clone(),
            });
            text(show.lang, "ruling-met-by")
                .with("name", show.person(&desk.world, met.by))
                .with("at", show.stamp(met.at).text)
                .with("words", words)
                .to_string()
        });
        let evidence = Evidence { kind: EvidenceKind::Explanation, text: "?".to_owned(), url: None };
        let command = Command::MeetCondition { consultation: id, condition: number, evidence };
        let may_meet = met.is_none() && who.may(Action::WritePost) && desk.would(who, command).is_ok();
        ConditionView { number, text: words.clone(), met, may_meet }
    };
    let conditions = ruling.conditions.kept().map(Vec::as_slice).unwrap_or_default();
    let current = desk.open_digests();
    let other = current.iter().any(|(delivery, digest)| ruling.digests.get(delivery) != Some(digest));
    RulingView {
        verdict: verdict(ruling.verdict),
        by: show.person(&desk.world, ruling.by),
        at: show.stamp(ruling.at),
        reason: ruling.reason.kept().cloned().unwrap_or_else(erased),
        conditions: conditions.iter().enumerate().map(condition).collect(),
        void: !current.is_empty() && other,
    }
}

async fn rule(State(web): State<Web>, Path(id): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id.parse::<ConsultationId>().map_err(|_| Problem::not_found())?;
    let fields = checked.fields;
    let form = RulingForm {
        protected: match fields.get("protected") {
            "no" => Some(ProtectedReport::No),
            "yes" => Some(ProtectedReport::Perhaps),
            _ => None,
        },
        verdict: fields.word("verdict"),
        reason: fields.get("reason").to_owned(),
        conditions: fields.all("condition").map(str::to_owned).collect(),
        digests: crate::pages::reviews::handlers::digests(&fields),
    };
    let asking = me.clone();
    let ruled = web
        .run(move |app| {
            let post = app.consultation(&asking.signed, id)?.desk.post.id;
            app.rule_consultation(&asking.signed, post, id, form).map(drop)
        })
        .await;
    match ruled {
        Ok(()) => Ok(done(&format!("/consultations/{id}"), "ruled")),
        Err(AppError::Invalid(problems)) => {
            let problems = field_problems(me.visitor.lang, &problems);
            again(&web, me, id, fields, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn meet(State(web): State<Web>, Path((id, n)): Path<(String, String)>, me: Me, checked: Checked) -> Answer {
    let id = id.parse::<ConsultationId>().map_err(|_| Problem::not_found())?;
    let n = n.parse::<u16>().map_err(|_| Problem::not_found())?;
    let fields = checked.fields;
    let url = fields.get("url").trim();
    let evidence = Evidence {
        kind: fields.word("kind").unwrap_or(EvidenceKind::Explanation),
        text: fields.get("text").trim().to_owned(),
        url: (!url.is_empty()).then(|| url.to_owned()),
    };
    let asking = me.clone();
    let met = web
        .run(move |app| {
            let post = app.consultation(&asking.signed, id)?.desk.post.id;
            app.meet_condition(&asking.signed, post, id, n, evidence).map(drop)
        })
        .await;
    match met {
        Ok(()) => Ok(done(&format!("/consultations/{id}"), "condition-met")),
        Err(AppError::Refused(Refusal { why: Why::WordsNeeded, .. })) => {
            let message = text(me.visitor.lang, "field-evidence-needed").to_string();
            let problems = vec![FieldProblem { field: format!("met-{n}"), message }];
            again(&web, me, id, Fields::default(), problems).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The page with what was typed and what is wrong with it.
async fn again(web: &Web, me: Me, id: ConsultationId, sent: Fields, problems: Vec<FieldProblem>) -> Answer {
    let page = web.run(move |app| build(app, &me, id, sent, problems)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

fn present(app: &App, visitor: &Visitor) -> Result<Present, AppError> {
    Ok(Present { lang: visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() })
}

#[cfg(test)]
mod tests;
