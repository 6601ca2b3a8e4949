//! The composer's page: the words as they stand, how long they are on each medium, how the public will see them, and the
//! panel of what the policy asks (1-3, 1-7, 2-2, 2-7).

use shingi_app::{App, AppError, pictures::KnownPicture, queries::desk::Desk, use_cases::save_draft::PostForm};
use shingi_connect::limits::{self, Unit};
use shingi_domain::{
    account::Account,
    id::PostId,
    picture::{Faces, Trace},
    policy::Class,
    post::{Consent, Picture, RightsBasis},
    time::Timestamp,
};

use super::{account_choices, classes};
use crate::{
    form::{Fields, word_of},
    pages::{
        FieldProblem, Here,
        feasibility::handlers::lacks_until,
        parts::{Choice, Medium},
        posts::{
            findings::{self, Reader},
            form::{self, UNDECIDED, last_day},
            handlers::{
                post::{returned_view, state_of},
                show, title_of,
            },
            view::{AccountChoice, Counter, EditPage, PictureForm, Preview, Variant},
        },
    },
    present::Present,
    visitor::Me,
    words_filter::text,
};

/// Published texts of one account that are offered to be mended.
const MENDABLE: u32 = 10;

/// What stands in the composer, and what follows from it.
pub struct Stands {
    pub id: PostId,
    pub form: PostForm,
    /// The version that the page is based on.
    pub version: i64,
    /// When it was saved; `None` where nothing was, or where these words are not saved yet.
    pub saved: Option<Timestamp>,
    pub desk: Desk,
    pub reader: Reader,
}

impl Stands {
    /// The saved words.
    pub fn kept(app: &App, me: &Me, id: PostId) -> Result<Self, AppError> {
        let saved = app.saved_draft(&me.signed, id)?;
        let desk = app.desk_with(&me.signed, id, saved.form.clone())?;
        // Whoever saved last is a writer as soon as their words are handed over.
        let writes = saved.by == me.signed.id() && saved.version > 0;
        let reader = if writes { Reader::Writer } else { Reader::of(&desk, me.signed.id()) };
        let at = (saved.version > 0).then_some(Timestamp(saved.updated));
        Ok(Self { id, form: saved.form, version: saved.version, saved: at, desk, reader })
    }

    /// Words that somebody just sent, saved or not.
    pub fn sent(app: &App, me: &Me, id: PostId, fields: &Fields) -> Result<Self, AppError> {
        let form = form::read(app, &me.signed, Some(id), fields)?;
        form.check().or_else(|error| if fields.has("based_on") { Ok(()) } else { Err(error) })?;
        let saved = app.saved_draft(&me.signed, id)?;
        let desk = app.desk_with(&me.signed, id, form.clone())?;
        let writes = saved.form != form || (saved.by == me.signed.id() && saved.version > 0);
        let reader = if writes { Reader::Writer } else { Reader::of(&desk, me.signed.id()) };
        let version = fields.parse("based_on").unwrap_or(saved.version);
        Ok(Self { id, form, version, saved: None, desk, reader })
    }
}

pub fn edit_page(app: &App, me: &Me, stands: Stands, problems: Vec<FieldProblem>) -> Result<EditPage, AppError> {
    let show = show(app, &me.visitor)?;
    let Stands { id, form, version, saved, desk, reader } = stands;
    let chosen = form.accounts.iter().map(|(account, _)| *account).collect::<Vec<_>>();
    let choices = account_choices(app, &show, me, &chosen)?;
    let (state, state_why) = state_of(&show, &desk);
    let placed = findings::placed(&show, &desk, reader);
    let mut page = me.visitor.page(Here::Write);
    page.problems = problems;
    Ok(EditPage {
        page,
        post: id.to_string(),
        head: title_of(&show, &form.title, &form.text),
        title: form.title.clone(),
        state,
        state_why,
        revision: u32::try_from(version).unwrap_or(0),
        saved: saved.map(|at| show.stamp(at)),
        chain: show.chain(&desk),
        variants: variants(&show, &desk, &form, &choices),
        classes: classes(&show, form.class),
        returned: returned_view(&show, &desk),
        answers: form.answers.clone(),
        corrects: corrects(app, &show, &form, &choices)?,
        occasion_open: matches!(form.class, Class::Reply | Class::Fix)
            || !form.answers.is_empty()
            || form.corrects.is_some(),
        class_raised: findings::raised(&show, &desk),
        pictures: pictures(app, &show, id, &form.pictures)?,
        benefit_done: !form.benefit.trim().is_empty(),
        benefit: form.benefit.clone(),
        sources: form.sources.join("\n"),
        previews: previews(&show, &desk, id, &form, &choices),
        inspected: findings::inspected(&show, &desk),
        lacks: desk
            .parts
            .iter()
            .map(|part| lacks_until(&show, &desk, part))
            .filter(|lacks| !lacks.is_empty())
            .collect(),
        panel: findings::panel(&show, &desk, placed),
        accounts: choices,
    })
}

/// The accounts that a text, a counter or a preview stands for.
fn offered<'a>(desk: &'a Desk, choices: &'a [AccountChoice]) -> impl Iterator<Item = (&'a AccountChoice, &'a Account)> {
    choices.iter().filter(|choice| choice.chosen || choice.why_not.is_none()).filter_map(|choice| {
        let account = choice.tag.id.parse().ok().and_then(|id| desk.world.accounts.get(&id))?;
        Some((choice, account))
    })
}

fn own_text(form: &PostForm, account: &Account) -> Option<String> {
    form.accounts.iter().find(|(id, _)| *id == account.id).and_then(|(_, own)| own.clone())
}

/// What may be mended: the newest published texts on the accounts that this person writes for.
fn corrects(app: &App, show: &Present, form: &PostForm, choices: &[AccountChoice]) -> Result<Vec<Choice>, AppError> {
    let mut found = vec![Choice::new("", show.t("posts-corrects-none"), form.corrects.is_none())];
    for choice in choices.iter().filter(|choice| choice.why_not.is_none()) {
        let Ok(account) = choice.tag.id.parse() else { continue };
        for row in app.published(account, None, MENDABLE)? {
            let label = text(show.lang, "posts-corrects-one")
                .with("title", title_of(show, &row.title, ""))
                .with("account", choice.tag.name.as_str())
                .with("at", show.stamp(Timestamp(row.at)).text)
                .to_string();
            let chosen = form.corrects.is_some_and(|mended| mended.to_string() == row.delivery);
            found.push(Choice::new(row.delivery, label, chosen));
        }
    }
    // One that is older than those stays chosen.
    if let Some(mended) = form.corrects.filter(|_| !found.iter().any(|choice| choice.chosen)) {
        found.push(Choice::new(mended.to_string(), show.t("posts-corrects-older"), true));
    }
    Ok(found)
}

/// The common text first, then one for each account.
fn variants(show: &Present, desk: &Desk, form: &PostForm, choices: &[AccountChoice]) -> Vec<Variant> {
    let mut common = Variant {
        account: String::new(),
        label: show.t("posts-common-text"),
        icon: "",
        text: form.text.clone(),
        chosen: true,
        counters: Vec::new(),
    };
    let mut single = Vec::new();
    for (choice, account) in offered(desk, choices) {
        let own = own_text(form, account);
        for mut counter in counters(show, choice, account, &form.text) {
            counter.hidden = !choice.chosen || own.is_some();
            common.counters.push(counter);
        }
        let own = own.unwrap_or_default();
        single.push(Variant {
            account: choice.tag.id.clone(),
            label: choice.tag.name.clone(),
            icon: choice.tag.medium.icon(),
            counters: counters(show, choice, account, &own),
            text: own,
            chosen: choice.chosen,
        });
    }
    single.insert(0, common);
    single
}

fn counters(show: &Present, choice: &AccountChoice, account: &Account, words: &str) -> Vec<Counter> {
    let counters = limits::counters(account.medium, words).into_iter().map(|counter| {
        let (label, counting) = match counter.unit {
            Unit::Bytes => (show.t("counter-bytes"), "bytes"),
            Unit::Weighted | Unit::Graphemes | Unit::Characters => {
                (choice.tag.name.clone(), choice.tag.medium.counting())
            }
        };
        let (counted, limit) = (counter.counted, counter.limit);
        Counter { label, account: choice.tag.id.clone(), counting, counted, limit, hidden: false }
    });
    counters.collect()
}

fn previews(show: &Present, desk: &Desk, id: PostId, form: &PostForm, choices: &[AccountChoice]) -> Vec<Preview> {
    let pictures = form.pictures.iter().map(|picture| (source(id, picture), picture.alt.clone()));
    let pictures = pictures.collect::<Vec<_>>();
    let previews = offered(desk, choices).map(|(choice, account)| {
        let own = own_text(form, account);
        let variant = if own.is_some() { choice.tag.id.clone() } else { String::new() };
        let words = own.unwrap_or_else(|| form.text.clone());
        let counter = limits::counters(account.medium, &words).into_iter().next();
        let note = counter.filter(|_| choice.tag.medium != Medium::OfficialPage).map_or_else(String::new, |counter| {
            let (key, n) = match counter.limit.checked_sub(counter.counted) {
                Some(left) => ("counter-left", left),
                None => ("counter-over", counter.counted - counter.limit),
            };
            text(show.lang, key).with("n", n).to_string()
        });
        let planned = desk.parts.iter().find(|part| part.delivery.account == account.id);
        let planned = planned.and_then(crate::pages::posts::handlers::post::planned);
        Preview {
            account: choice.tag.id.clone(),
            medium: choice.tag.medium,
            name: choice.tag.name.clone(),
            handle: account.details.kept().map_or_else(String::new, |details| details.handle.clone()),
            title: form.title.clone(),
            text: words,
            pictures: pictures.clone(),
            date: show.day(planned.unwrap_or(show.now)),
            note,
            variant,
            hidden: !choice.chosen,
        }
    });
    previews.collect()
}

/// Where a picture of a post is served.
pub fn source(id: PostId, picture: &Picture) -> String {
    format!("/posts/{id}/media/{}", picture.blob)
}

fn pictures(app: &App, show: &Present, id: PostId, pictures: &[Picture]) -> Result<Vec<PictureForm>, AppError> {
    let known = app.pictures_known(pictures)?;
    let one = |(index, (picture, known)): (usize, (&Picture, &KnownPicture))| {
        let rights = picture.rights.as_ref();
        let basis = rights.map_or(RightsBasis::OwnWork, |rights| rights.basis);
        let consent = rights.filter(|rights| rights.until != Some(UNDECIDED)).map(|rights| rights.consent);
        let bases =
            [RightsBasis::OwnWork, RightsBasis::Licence, RightsBasis::Permission, RightsBasis::Quotation].map(|one| {
                let word = word_of(&one);
                Choice::new(word.clone(), show.t(&format!("rights-{word}")), one == basis)
            });
        let consents = [Consent::NobodyRecognisable, Consent::Given].map(|one| {
            let word = word_of(&one);
            Choice::new(word.clone(), show.t(&format!("consent-{word}")), consent == Some(one))
        });
        PictureForm {
            index,
            blob: picture.blob.to_string(),
            src: source(id, picture),
            file: text(show.lang, "picture-name").with("n", index + 1).to_string(),
            alt: picture.alt.clone(),
            alt_count: picture.alt.chars().count(),
            bases: bases.to_vec(),
            evidence: rights.map_or_else(String::new, |rights| rights.evidence.clone()),
            until: last_day(rights.and_then(|rights| rights.until), &show.zone),
            consents: consents.to_vec(),
            faces: match known.seen.as_ref().map(|seen| seen.faces) {
                Some(Faces::Some(count)) => Some(count.into()),
                Some(Faces::Perhaps) => Some(1),
                Some(Faces::None) | None => None,
            },
            traces: known.traces.iter().map(|found| trace(show, found)).collect(),
        }
    };
    Ok(pictures.iter().zip(&known).enumerate().map(one).collect())
}

/// What the file of a picture carried, in words.
fn trace(show: &Present, trace: &Trace) -> String {
    let with = |key: &str, what: &str| text(show.lang, key).with("what", what).to_string();
    match trace {
        Trace::Position(what) => with("trace-position", what),
        Trace::Owner(what) => with("trace-owner", what),
        Trace::Rights(what) => with("trace-rights", what),
        Trace::Device(what) => with("trace-device", what),
        Trace::Serial(what) => with("trace-serial", what),
        Trace::Taken(what) => with("trace-taken", what),
        Trace::Software(what) => with("trace-software", what),
        Trace::Thumbnail => show.t("trace-thumbnail"),
        Trace::Frames(frames) => text(show.lang, "trace-frames").with("n", *frames).to_string(),
        Trace::Unreadable => show.t("trace-unreadable"),
    }
}
