//! What the composer sends, read into the app's [`PostForm`] (1-3, 1-7, 2-2, 2-7). The author's characters stay as they are.
//!
//! It never judges: a half-filled form is saved half-filled, and holds the post by what it lacks.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{ToSpan as _, civil::Date, tz::TimeZone};
use shingi_app::{App, AppError, pictures, session::Signed, use_cases::save_draft::PostForm};
use shingi_domain::{
    id::{AccountId, BlobId, PostId},
    policy::Class,
    post::{Consent, FindingKey, Picture, Rights, RightsBasis},
    time::Timestamp,
};

use crate::form::Fields;

/// The classes that an author may declare. The emergency lane has its own door.
pub const CLASSES: [Class; 5] = [Class::Reply, Class::Routine, Class::Fix, Class::Campaign, Class::Delicate];

/// An end of rights long ago: the author began to state rights and has not said yet whether people are recognisable.
/// Such rights are over, so that the picture's obligation stays open, and nothing that was typed is lost.
pub const UNDECIDED: Timestamp = Timestamp(0);

/// Answers to findings stand in the same form as the text, and are no part of it.
pub const ANSWER: &str = "answer.";

/// Fields that say who asks and from what they began; they are no part of a draft.
pub const NOT_DRAFT: [&str; 4] = ["csrf", "view", "based_on", "media"];

/// Reads a composer's form. Pictures are known by the post, or by their bytes.
pub fn read(app: &App, who: &Signed, post: Option<PostId>, fields: &Fields) -> Result<PostForm, AppError> {
    let zone = app.in_force()?.zone.clone();
    let accounts = fields.all("account").filter_map(|id| id.parse::<AccountId>().ok());
    let accounts = accounts.map(|id| {
        let own = text(fields.get(&format!("variant.{id}")));
        (id, (!own.trim().is_empty()).then_some(own))
    });
    Ok(PostForm {
        class: fields.word("class").filter(|class| CLASSES.contains(class)).unwrap_or(Class::Routine),
        title: text(fields.get("title")).trim().to_owned(),
        text: text(fields.get("text")),
        benefit: text(fields.get("benefit")),
        sources: lines(fields.get("sources")),
        answers: text(fields.get("answers")).trim().to_owned(),
        corrects: fields.parse("corrects"),
        accounts: accounts.collect(),
        pictures: read_pictures(app, who, post, fields, &zone)?,
    })
}

/// A form ends its lines as the protocol wants it, a script as the page has it; a text has one kind of line end.
fn text(field: &str) -> String {
    field.replace("\r\n", "\n").replace('\r', "\n")
}

fn lines(field: &str) -> Vec<String> {
    field.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn read_pictures(
    app: &App,
    who: &Signed,
    post: Option<PostId>,
    fields: &Fields,
    zone: &TimeZone,
) -> Result<Vec<Picture>, AppError> {
    let mut blobs = Vec::new();
    for (rest, value) in fields.with_prefix("picture.") {
        let Some(index) = rest.strip_suffix(".blob") else { continue };
        let removed = fields.get(&format!("picture.{index}.remove")) == "yes";
        if let (Ok(blob), false) = (value.parse::<BlobId>(), removed) {
            blobs.push((index.to_owned(), blob));
        }
    }
    let known = match post {
        Some(post) if !blobs.is_empty() => app.saved_draft(who, post)?.form.pictures,
        Some(_) | None => Vec::new(),
    };
    let mut pictures = Vec::new();
    for (index, blob) in blobs {
        let media_type = match known.iter().find(|picture| picture.blob == blob) {
            Some(picture) => picture.media_type.clone(),
            None => {
                let bytes = app.store.blobs().get(blob).map_err(|_| AppError::NotFound("picture"))?;
                pictures::sniff(&bytes).ok_or(AppError::NotFound("picture"))?.to_owned()
            }
        };
        let field = |name: &str| fields.get(&format!("picture.{index}.{name}"));
        pictures.push(Picture { blob, media_type, alt: text(field("alt")), rights: rights(field, zone) });
    }
    Ok(pictures)
}

fn rights<'a>(field: impl Fn(&str) -> &'a str, zone: &TimeZone) -> Option<Rights> {
    let basis = crate::form::word::<RightsBasis>(field("basis")).unwrap_or(RightsBasis::OwnWork);
    let consent = crate::form::word::<Consent>(field("consent"));
    let evidence = text(field("evidence")).trim().to_owned();
    if evidence.is_empty() && consent.is_none() && basis == RightsBasis::OwnWork {
        return None;
    }
    let until = field("until").parse::<Date>().ok().and_then(|day| end_of(day, zone));
    Some(match consent {
        Some(consent) => Rights { basis, evidence, until, consent },
        None => Rights { basis, evidence, until: Some(UNDECIDED), consent: Consent::NobodyRecognisable },
    })
}

/// Rights until a day hold through that day.
fn end_of(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    let next = day.saturating_add(1.day()).at(0, 0, 0, 0).to_zoned_datetime(zone.clone()).ok()?;
    Some(Timestamp(next.timestamp().as_microsecond()))
}

/// The last day of rights, as a date field wants it.
#[must_use]
pub fn last_day(until: Option<Timestamp>, zone: &TimeZone) -> String {
    let Some(until) = until.filter(|until| *until != UNDECIDED) else { return String::new() };
    let moment = jiff::Timestamp::from_microsecond(until.0 - 1).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    moment.to_zoned_datetime(zone.clone()).date().to_string()
}

/// A finding's key as one opaque field.
#[must_use]
pub fn key_field(key: &FindingKey) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default())
}

#[must_use]
pub fn finding_key(field: &str) -> Option<FindingKey> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(field).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use shingi_domain::{policy::ItemId, report::RuleId};

    use super::*;

    #[test]
    fn a_findings_key_comes_back_from_its_field() {
        let key = FindingKey {
            rule: RuleId::new("personal/phone_number"),
            item: ItemId::new(1, 4),
            sentence: "森田(090-1234-5678)まで。<b>".to_owned(),
            ordinal: 1,
        };
        assert_eq!(finding_key(&key_field(&key)), Some(key));
        assert_eq!(finding_key("not a key"), None);
    }

    #[test]
    fn rights_until_a_day_hold_through_that_day_in_the_organisations_zone() {
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let until = end_of("2026-12-03".parse().unwrap(), &zone);
        assert_eq!(last_day(until, &zone), "2026-12-03");
        assert_eq!(last_day(Some(UNDECIDED), &zone), "");
    }

    #[test]
    fn rights_without_a_word_about_people_are_kept_and_do_not_count() {
        let given = |name: &str| if name == "evidence" { "撮影：伊藤" } else { "" };
        let rights = rights(given, &TimeZone::UTC).unwrap();
        assert_eq!((rights.evidence.as_str(), rights.until), ("撮影：伊藤", Some(UNDECIDED)));
    }
}
