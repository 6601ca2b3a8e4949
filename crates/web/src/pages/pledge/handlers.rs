//! Reading, answering, acknowledging; and the list of who is still to do it (1, 1-1, 2).

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Query, State},
    http::{StatusCode, header},
    response::IntoResponse as _,
    routing::get,
};
use shingi_app::{
    App, AppError,
    in_force::InForce,
    queries::acknowledgements::Open,
    use_cases::acknowledge_policy::{Answers, Tried, has_passed, questions},
};
use shingi_check::pack::{Asked, Question};
use shingi_domain::{pledge::Standing, policy::ItemId, time::Timestamp};

use super::view::{
    AcknowledgementsPage, AnsweredView, ArticleLine, OpenRow, PledgePage, QuestionView, QuizPage, QuizStep,
    StandingView, TriedView,
};
use crate::{
    form::{Checked, Fields, PageAsked, done, html, page_of, word_of},
    pages::{
        Here,
        parts::{Choice, Clock, Due, Stamp},
        policy::article::Article,
    },
    present::{Present, field_problems},
    state::{Answer, Web},
    visitor::Me,
    words_filter::Lang,
};

/// Rows of one page of people.
const ROWS: usize = 60;

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/pledge", get(pledge).post(acknowledge))
        .route("/pledge/quiz", get(quiz).post(answer))
        .route("/acknowledgements", get(acknowledgements))
        .route("/acknowledgements/export", get(export))
}

fn present(app: &App, me: &Me) -> Result<Present, AppError> {
    Ok(Present { lang: me.visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() })
}

/// Until when: soon in the last two weeks.
#[must_use]
pub fn due(show: &Present, by: Timestamp) -> Due {
    let clock = if by <= show.now {
        Clock::Over
    } else if by.0 - show.now.0 < 14 * Timestamp::DAY {
        Clock::Soon
    } else {
        Clock::Track
    };
    Due::new(show.day(by), clock)
}

async fn pledge(State(web): State<Web>, me: Me) -> Answer {
    html(&web.run(move |app| build(app, &me)).await?)
}

fn build(app: &App, me: &Me) -> Result<PledgePage, AppError> {
    let in_force = app.in_force()?;
    let show = present(app, me)?;
    let person = &me.signed.person;
    let standing = match app.standing(person)? {
        Standing::Acknowledged { at } => StandingView::Acknowledged(show.stamp(at)),
        Standing::Due { by } | Standing::Late { by } => StandingView::Open(due(&show, by)),
    };
    let organisation = in_force.organisation.name.as_str();
    let title = |item: ItemId| {
        let article = in_force.pack.articles.get(&item);
        article.map(|article| words(show.lang, &article.ja, &article.en).title_for(organisation)).unwrap_or_default()
    };
    let for_everyone = in_force.policy.items.iter().map(|item| item.id).filter(|item| item.part < 2);
    let articles = for_everyone.map(|item| ArticleLine {
        number: if item.part == 0 { String::new() } else { item.to_string() },
        title: title(item),
        href: format!("/policy/{item}"),
    });
    let quiz = match (questions(&in_force.pack).next(), has_passed(person, &in_force)) {
        (None, _) => QuizStep::None,
        (Some(_), true) => QuizStep::Passed,
        (Some(_), false) => QuizStep::Open,
    };
    let text = in_force.pack.extras.get(words(show.lang, &"pledge.ja.md", &"pledge.en.md").to_owned());
    Ok(PledgePage {
        page: me.visitor.page(Here::Elsewhere),
        name: person.names.kept().map(|names| names.name.clone()).unwrap_or_default(),
        version: in_force.judge.version.clone(),
        fingerprint: in_force.judge.pack_hash.to_string(),
        standing,
        articles: articles.collect(),
        quiz,
        pledge: Article::read(text.map_or("", String::as_str), organisation),
    })
}

const fn words<'w, T: ?Sized>(lang: Lang, ja: &'w T, en: &'w T) -> &'w T {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

async fn acknowledge(State(web): State<Web>, me: Me, _: Checked) -> Answer {
    let who = me.signed.clone();
    match web.run(move |app| app.acknowledge_policy(&who)).await {
        Ok(()) => Ok(done("/pledge", "acknowledged")),
        Err(AppError::Invalid(problems)) => {
            let problems = field_problems(me.visitor.lang, &problems);
            let mut page = web.run(move |app| build(app, &me)).await?;
            page.page.problems = problems;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// A question's field: `q.1-4.0`.
fn field((item, nth): (ItemId, usize)) -> String {
    format!("q.{item}.{nth}")
}

async fn quiz(State(web): State<Web>, me: Me) -> Answer {
    html(&web.run(move |app| build_quiz(app, &me, &Fields::default(), None)).await?)
}

fn build_quiz(app: &App, me: &Me, typed: &Fields, tried: Option<Tried>) -> Result<QuizPage, AppError> {
    let in_force = app.in_force()?;
    let mut shown = questions(&in_force.pack)
        .map(|(key, question)| view(me.visitor.lang, key, question, typed, tried.is_some()))
        .collect::<Vec<_>>();
    if tried.is_none() {
        // What was typed stays where it stood only in a form that comes back.
        shuffle(&mut shown, app.ids.id());
        for (question, seed) in shown.iter_mut().zip(std::iter::repeat_with(|| app.ids.id())) {
            shuffle(&mut question.choices, seed);
        }
    }
    Ok(QuizPage {
        page: me.visitor.page(Here::Elsewhere),
        questions: shown,
        tried: tried.map(|Tried { passed, right, asked }| TriedView { passed, right, asked }),
        pass_percent: in_force.pack.pass_percent,
    })
}

fn view(lang: Lang, key: (ItemId, usize), question: &Question, typed: &Fields, answered: bool) -> QuestionView {
    let Asked { question: asked, choices, why, .. } = words(lang, &question.ja, &question.en);
    let chosen = typed.parse::<usize>(&field(key));
    let label = |at: usize| choices.get(at).cloned().unwrap_or_default();
    let answered = answered.then(|| AnsweredView {
        right: chosen == Some(question.right()),
        chosen: chosen.map(label).unwrap_or_default(),
        right_choice: label(question.right()),
        why: why.clone(),
    });
    let choice = |(at, words): (usize, &String)| Choice::new(at.to_string(), words.clone(), chosen == Some(at));
    QuestionView {
        field: field(key),
        item: key.0.to_string(),
        question: asked.clone(),
        choices: choices.iter().enumerate().map(choice).collect(),
        answered,
    }
}

/// Fisher and Yates, with the digits of a random number: fair enough for a handful of choices.
fn shuffle<T>(list: &mut [T], mut random: u128) {
    for at in (1..list.len()).rev() {
        let count = at as u128 + 1;
        list.swap(at, usize::try_from(random % count).unwrap_or(0));
        random /= count;
    }
}

async fn answer(State(web): State<Web>, me: Me, Checked { fields, .. }: Checked) -> Answer {
    let page = web
        .run(move |app| {
            let in_force = app.in_force()?;
            match app.take_quiz(&me.signed, &answers(&in_force, &fields)) {
                Ok(tried) => build_quiz(app, &me, &fields, Some(tried)),
                Err(AppError::Invalid(problems)) => {
                    let mut page = build_quiz(app, &me, &fields, None)?;
                    page.page.problems = field_problems(me.visitor.lang, &problems);
                    Ok(page)
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    let status = if page.page.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(&page)?).into_response())
}

fn answers(in_force: &InForce, fields: &Fields) -> Answers {
    let given = questions(&in_force.pack).filter_map(|(key, _)| Some((key, fields.parse(&field(key))?)));
    given.collect::<BTreeMap<_, _>>()
}

async fn acknowledgements(State(web): State<Web>, me: Me, Query(asked): Query<PageAsked>) -> Answer {
    let page = web
        .run(move |app| {
            let show = present(app, &me)?;
            let found = app.acknowledgements(&me.signed)?;
            let (rows, more) = page_of(found.open.iter().collect(), asked.page, ROWS);
            Ok(AcknowledgementsPage {
                page: me.visitor.page(Here::People),
                version: found.version.clone(),
                acknowledged: found.people - found.open.len(),
                people: found.people,
                rows: rows.into_iter().map(|open| row(&show, open)).collect(),
                more: more.map(|next| format!("/acknowledgements?page={next}")),
            })
        })
        .await?;
    html(&page)
}

fn row(show: &Present, open: &Open) -> OpenRow {
    OpenRow {
        name: name(show, open.name.as_ref()),
        href: format!("/people/{}", open.person),
        kind: show.t(&format!("person-kind-{}", word_of(&open.kind))),
        manager: open.manager.clone().unwrap_or_default(),
        due: due(show, open.by),
        silenced: open.certified && !open.speaks,
    }
}

fn name(show: &Present, name: Option<&String>) -> String {
    name.cloned().unwrap_or_else(|| show.t("person-erased"))
}

/// The same list as a table for spreadsheets: UTF-8 with a mark, which they need to read Japanese.
async fn export(State(web): State<Web>, me: Me) -> Answer {
    let text = web
        .run(move |app| {
            let show = present(app, &me)?;
            let found = app.acknowledgements(&me.signed)?;
            let heads = ["people-name", "people-kind", "people-manager", "pledge-due", "pledge-late"];
            let mut text = format!("\u{feff}{}\r\n", heads.map(|key| cell(&show.t(key))).join(","));
            for open in &found.open {
                let OpenRow { name, kind, manager, .. } = row(&show, open);
                let Stamp { iso, .. } = show.stamp(open.by);
                let late = show.t(if open.by <= show.now { "pledge-late-yes" } else { "pledge-late-no" });
                let day = iso.split('T').next().unwrap_or_default().to_owned();
                text.push_str(&[name, kind, manager, day, late].map(|one| cell(&one)).join(","));
                text.push_str("\r\n");
            }
            Ok(text)
        })
        .await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"acknowledgements.csv\""),
    ];
    Ok((headers, text).into_response())
}

/// A field of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests;
