//! Sending one delivery: its time, at once, or by hand with proof (1-2, 1-7, 2-9).

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use jiff::civil::{Date, Time};
use shingi_app::{
    App, AppError,
    queries::desk::{Desk, Part},
    use_cases::prove_by_hand::Proof,
};
use shingi_domain::{
    account::Channel,
    id::{DeliveryId, PostId},
    permit::Action,
    post::Progress,
    refusal::{Refusal, Why},
    time::Timestamp,
};

use super::{
    composer, id, path,
    post::{Again, Wrong, open_words, planned, show_again},
    show, title_of,
};
use crate::{
    form::{Checked, done, html},
    pages::{
        FieldProblem, Here,
        posts::view::{ByHandPage, by_hand::HandPicture},
    },
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

type Ids = Path<(String, String)>;

/// Sets the time of a delivery in the organisation's zone, or takes it off the calendar.
pub async fn schedule(State(web): State<Web>, Path((post, part)): Ids, me: Me, checked: Checked) -> Answer {
    let (id, delivery) = (id::<PostId>(&post)?, id::<DeliveryId>(&part)?);
    let fields = checked.fields;
    let back = local(fields.get("back")).unwrap_or_else(|| path(id));
    let removed = match fields.get("remove") {
        "yes" => Some("unscheduled"),
        "missed" => Some("let-go"),
        _ => None,
    };
    if let Some(what) = removed {
        web.run(move |app| app.unschedule_delivery(&me.signed, id, delivery).map(drop)).await?;
        return Ok(done(&back, what));
    }
    let (date, time) = (fields.get("date").to_owned(), fields.get("time").to_owned());
    let asking = me.clone();
    let (day, hour) = (date.clone(), time.clone());
    let set = web
        .run(move |app| {
            let due = moment(app, &day, &hour)?;
            app.schedule_delivery(&asking.signed, id, delivery, due).map(drop)
        })
        .await;
    let key = match set {
        Ok(()) => return Ok(done(&back, "scheduled")),
        Err(AppError::Invalid(_)) => "field-date-form",
        Err(AppError::Refused(Refusal { why: Why::Past, .. })) => "refusal-past",
        Err(error) => return Err(error.into()),
    };
    let message = text(me.visitor.lang, key).to_string();
    let schedule = Some(Wrong { delivery, date, time, message });
    show_again(&web, me, id, Again { schedule, ..Again::default() }).await
}

/// A path of this server, and nothing else.
fn local(path: &str) -> Option<String> {
    let fits = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r']);
    fits.then(|| path.to_owned())
}

fn moment(app: &App, date: &str, time: &str) -> Result<Timestamp, AppError> {
    let wrong = || AppError::Invalid(vec![shingi_app::FieldProblem::new("date", "date-form")]);
    let (date, time) = (date.parse::<Date>().map_err(|_| wrong())?, time.parse::<Time>().map_err(|_| wrong())?);
    let zoned = date.to_datetime(time).to_zoned_datetime(app.in_force()?.zone.clone()).map_err(|_| wrong())?;
    Ok(Timestamp(zoned.timestamp().as_microsecond()))
}

/// By hand: takes the intent. On the official page: at once.
pub async fn attempt(State(web): State<Web>, Path((post, part)): Ids, me: Me, _: Checked) -> Answer {
    let (id, delivery) = (id::<PostId>(&post)?, id::<DeliveryId>(&part)?);
    let by_hand = web
        .run(move |app| {
            let desk = app.desk(&me.signed, id)?;
            if is_by_hand(find(&desk, delivery)?) {
                app.start_by_hand(&me.signed, id, delivery)?;
                return Ok(true);
            }
            app.publish_now(&me.signed, id, delivery)?;
            Ok(false)
        })
        .await?;
    if by_hand {
        return Ok(done(&format!("{}/deliveries/{delivery}", path(id)), "started"));
    }
    Ok(done(&path(id), "publishing"))
}

fn find(desk: &Desk, delivery: DeliveryId) -> Result<&Part, AppError> {
    desk.parts.iter().find(|part| part.delivery.id == delivery).ok_or(AppError::NotFound("delivery"))
}

fn is_by_hand(part: &Part) -> bool {
    part.account.as_ref().is_some_and(|account| account.channel == Channel::ByHand)
}

/// The page for a phone: what to copy, where to, and the proof.
pub async fn by_hand(State(web): State<Web>, Path((post, part)): Ids, me: Me) -> Answer {
    let (id, delivery) = (id::<PostId>(&post)?, id::<DeliveryId>(&part)?);
    match web.run(move |app| hand_page(app, &me, id, delivery, Vec::new(), String::new())).await? {
        Some(page) => html(&page),
        None => Ok(Redirect::to(&path(id)).into_response()),
    }
}

/// `None` where there is nothing to do by hand.
fn hand_page(
    app: &App,
    me: &Me,
    id: PostId,
    delivery: DeliveryId,
    problems: Vec<FieldProblem>,
    url: String,
) -> Result<Option<ByHandPage>, AppError> {
    me.signed.require(Action::WritePost)?;
    let show = show(app, &me.visitor)?;
    let desk = app.desk(&me.signed, id)?;
    let part = find(&desk, delivery)?;
    let attempt = match part.delivery.progress {
        Progress::Sending { attempt, .. } | Progress::Unknown { attempt, .. } => Some(attempt.to_string()),
        Progress::Draft | Progress::Scheduled { .. } | Progress::Failed { .. } | Progress::Missed { .. } => None,
        Progress::Published { .. } => return Ok(None),
    };
    let (Some(account), Some(content), true) = (&part.account, part.delivery.content.kept(), is_by_hand(part)) else {
        return Ok(None);
    };
    let held = (attempt.is_none() && !part.is_cleared()).then(|| {
        let what = open_words(&show, &desk, &part.open());
        text(show.lang, "hand-held-why").with("what", what).to_string()
    });
    let details = account.details.kept();
    let mut page = me.visitor.page(Here::Posts);
    page.problems = problems;
    let pictures = content.pictures.iter().enumerate().map(|(index, picture)| HandPicture {
        src: composer::page::source(id, picture),
        file: format!("{}.{}", index + 1, picture.media_type.strip_prefix("image/").unwrap_or("img")),
        alt: picture.alt.clone(),
    });
    Ok(Some(ByHandPage {
        page,
        post: id.to_string(),
        delivery: delivery.to_string(),
        title: title_of(&show, &content.title, &content.text),
        account: show.account(account),
        handle: details.map_or_else(String::new, |details| details.handle.clone()),
        account_url: details.map_or_else(String::new, |details| details.url.clone()),
        text: content.text.clone(),
        digest: grouped(&part.delivery.digest.0.to_string()),
        pictures: pictures.collect(),
        at: planned(part).map(|at| show.stamp(at)),
        held,
        attempt,
        unknown: matches!(part.delivery.progress, Progress::Unknown { .. }),
        url,
    }))
}

/// A hash in groups of four, so that two people can compare it aloud.
#[must_use]
pub fn grouped(hash: &str) -> String {
    let characters = hash.chars().collect::<Vec<_>>();
    characters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What came of it: the address and a capture, "not published", or "nobody can tell".
pub async fn prove(State(web): State<Web>, Path((post, part)): Ids, me: Me, checked: Checked) -> Answer {
    let (id, delivery) = (id::<PostId>(&post)?, id::<DeliveryId>(&part)?);
    let fields = checked.fields;
    let why = |key: &'static str| {
        let given = fields.get("why").trim();
        if given.is_empty() { text(me.visitor.lang, key).to_string() } else { given.to_owned() }
    };
    if fields.get("not_published") == "yes" {
        let why = why("hand-not-why");
        web.run(move |app| app.report_not_published(&me.signed, id, delivery, why).map(drop)).await?;
        return Ok(done(&path(id), "not-published"));
    }
    if fields.get("unknown") == "yes" {
        let why = why("hand-unknown-why");
        web.run(move |app| app.report_unknown(&me.signed, id, delivery, why).map(drop)).await?;
        return Ok(done(&path(id), "unknown"));
    }
    let url = fields.get("url").trim().to_owned();
    let capture = checked.files.into_iter().next().map(|file| file.bytes);
    let (asking, address) = (me.clone(), url.clone());
    let proved = web
        .run(move |app| app.prove_by_hand(&asking.signed, id, delivery, Proof { url: address, capture }).map(drop))
        .await;
    let problems = match proved {
        Ok(()) => return Ok(done(&path(id), "proved")),
        Err(AppError::Invalid(problems)) => composer::in_words(&me, &problems),
        Err(AppError::Picture(error)) => {
            let key = crate::problem::Problem::from(AppError::Picture(error)).key.unwrap_or_default();
            vec![FieldProblem { field: "capture".to_owned(), message: text(me.visitor.lang, key).to_string() }]
        }
        Err(error) => return Err(error.into()),
    };
    match web.run(move |app| hand_page(app, &me, id, delivery, problems, url)).await? {
        Some(page) => Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response()),
        None => Ok(Redirect::to(&path(id)).into_response()),
    }
}
