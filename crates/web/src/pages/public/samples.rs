//! Samples of the pages outside the shell, for the test that renders them in both languages and for the preview.
//!
//! Only invented people, accounts and texts (item 1-4 holds for samples too). Where people type, a sample has
//! [`HOSTILE`] in it, so that a template that forgets to escape is seen.

use askama::Template;

use super::{Moment, Picture, Place, Section, grouped};
use crate::pages::log::view::{Checkpoint, LogPage};
use crate::pages::problems::view::{ProblemKind, ProblemPage};
use crate::pages::samples::{HOSTILE, say};
use crate::pages::setup::view::{
    NextKind, NextStep, SetupClosedPage, SetupDonePage, SetupForm, SetupPage, zone_groups,
};
use crate::pages::signin::view::{SignInPage, SignedOutPage, Trouble};
use crate::pages::{FieldProblem, Here, Page, StopState, Theme, certificates, check, official, policy};
use crate::words_filter::Lang;

pub(in crate::pages) const HASH: &str = "3e8a5f10c27b94d60d41e9b3772fa86019c5d2ee84b0376af1689c055ad3e27c";
pub(in crate::pages) const ROOT: &str = "71d0c4be209fa3e85c16b7d4e03a928f6b54d10c97e2f8a30cd91b46b82e7f15";
pub(in crate::pages) const ORIGIN: &str = "asanagi.example/shingi/certificates";
pub(in crate::pages) const KEY: &str =
    "asanagi.example/shingi/certificates+6d0c1f2a+AXq3Zk0cB7m5pQ9uYl2rJw8eTn4vHs6dGf1oKa3xCi9v";
pub(in crate::pages) const NOTE: &str = "asanagi.example/shingi/certificates\n8402\ncdDEviCfo+hcFrfU4DqSj2tU0QyX4vijDNkbRrgufxU=\n\n— asanagi.example/shingi/certificates bQwfKnN1bW1lciByYWluIG9uIHRoZSB3YXRlciB1bml0LCBhIHNhbXBsZSBzaWduYXR1cmUgb25seSEhISE0\n";
pub(in crate::pages) const PUBLIC: &str = "https://asanagi.example";
const PICTURE: &str = "/samples/picture.svg";

/// Every sample page of this side in a language, rendered, each with a name that is unique.
#[must_use]
pub fn pages(lang: Lang) -> Vec<(String, String)> {
    let mut list = Vec::new();
    official::samples::official(&mut list, lang);
    certificates::samples::certificates(&mut list, lang);
    policy::samples::policy(&mut list, lang);
    check::samples::check(&mut list, lang);
    log(&mut list, lang);
    small(&mut list, lang);
    problems(&mut list, lang);
    list
}

pub(in crate::pages) fn add(list: &mut Vec<(String, String)>, name: &str, view: &impl Template) {
    let html = view.render().unwrap_or_else(|error| format!("⟪{name} does not render: {error}⟫"));
    list.push((name.to_owned(), html));
}

pub(in crate::pages) fn page(lang: Lang, path: &str) -> Page {
    Page {
        lang,
        csrf: "sample-csrf".to_owned(),
        path: path.to_owned(),
        here: Here::Elsewhere,
        viewer: None,
        organisation: say(lang, "株式会社あさなぎ機器", "Asanagi Instruments"),
        stop: StopState::Running,
        flash: None,
        problems: Vec::new(),
        theme: Theme::System,
        single_keys: false,
    }
}

pub(in crate::pages) fn place(section: Section, path: &str) -> Place {
    Place {
        section,
        contact_url: Some("https://asanagi.example/contact".into()),
        canonical_url: Some(format!("{PUBLIC}{path}")),
    }
}

pub(in crate::pages) fn zone() -> String {
    "Asia/Tokyo".to_owned()
}

pub(in crate::pages) fn at(lang: Lang, when: &str) -> Moment {
    with_zone(when, |at, zone| Moment::minute(at, zone, lang))
}

pub(in crate::pages) fn day(lang: Lang, when: &str) -> Moment {
    with_zone(when, |at, zone| Moment::day(at, zone, lang))
}

pub(in crate::pages) fn month(lang: Lang, when: &str) -> Moment {
    with_zone(when, |at, zone| Moment::month(at, zone, lang))
}

pub(in crate::pages) fn with_zone(
    when: &str,
    shown: impl Fn(jiff::Timestamp, &jiff::tz::TimeZone) -> Moment,
) -> Moment {
    let at = when.parse().expect("samples have sound times");
    let zone = jiff::tz::TimeZone::get("Asia/Tokyo").expect("the time zones are bundled");
    shown(at, &zone)
}

pub(in crate::pages) fn picture(lang: Lang) -> Picture {
    Picture {
        url: PICTURE.into(),
        alt: say(
            lang,
            "展示台に置かれた白い浄水ユニット『せせらぎ2』。右どなりで、紺の制服の社員が手で示している。",
            "The white water unit Seseragi 2 on a stand; beside it a member of staff in a navy uniform points at it.",
        ),
        size: Some((1200, 675)),
    }
}

fn log(list: &mut Vec<(String, String)>, lang: Lang) {
    let full = LogPage {
        page: page(lang, "/log/"),
        place: place(Section::Log, "/log/"),
        zone: zone(),
        origin: ORIGIN.into(),
        key: KEY.into(),
        checkpoint: Some(Checkpoint {
            size: 8402,
            size_shown: grouped(8402),
            root_hash: ROOT.into(),
            at: Some(with_zone("2026-12-03T00:00:03Z", |at, zone| Moment::second(at, zone, lang))),
            note: NOTE.into(),
        }),
        base_url: format!("{PUBLIC}/log/"),
    };
    add(list, "log", &full);
    add(list, "log-empty", &LogPage { checkpoint: None, ..full });
}

fn small(list: &mut Vec<(String, String)>, lang: Lang) {
    let signin = SignInPage {
        page: page(lang, "/session/new"),
        action: "/session".into(),
        login: String::new(),
        trouble: None,
        next: None,
    };
    add(list, "signin", &signin);
    for (name, trouble) in [
        ("signin-missing", Trouble::Missing),
        ("signin-mismatch", Trouble::Mismatch { left: Some(4) }),
        ("signin-limited", Trouble::Limited { minutes: 15 }),
        ("signin-stale", Trouble::Stale),
        ("signin-ended", Trouble::Ended),
    ] {
        let view = SignInPage {
            login: format!("sato@asanagi.example {HOSTILE}"),
            trouble: Some(trouble),
            next: Some("/posts/new?x=\"1\"".into()),
            ..signin.clone()
        };
        add(list, name, &view);
    }
    add(list, "signedout", &SignedOutPage { page: page(lang, "/session"), signin_url: "/session/new".into() });
    setup(list, lang);
}

fn setup(list: &mut Vec<(String, String)>, lang: Lang) {
    let mut fresh = page(lang, "/setup/0f0f");
    fresh.organisation = String::new();
    let view = SetupPage {
        page: fresh.clone(),
        action: "/setup/0f0f".into(),
        form: SetupForm { zone: zone(), ..SetupForm::default() },
        zones: zone_groups(),
        password_length_min: 12,
    };
    add(list, "setup", &view);
    let problem = |field: &str, message: String| FieldProblem { field: field.into(), message };
    let mut wrong = fresh;
    wrong.problems = vec![
        problem("url", wrong.t("setup-error-url-form").to_string()),
        problem("zone", wrong.t("setup-error-zone-unknown").to_string()),
        problem("password", wrong.t("setup-error-password-short").with("length", 12).to_string()),
        problem("password_again", wrong.t("setup-error-password-differs").to_string()),
    ];
    let form = SetupForm {
        name: say(lang, "株式会社あさなぎ機器", "Asanagi Instruments"),
        names: say(lang, "あさなぎ機器\nあさなぎ\nAsanagi Instruments", "Asanagi\n株式会社あさなぎ機器"),
        url: "http:/asanagi.example".into(),
        zone: "Asia/Tokio".into(),
        administrator: format!("{} {HOSTILE}", say(lang, "佐藤 美咲", "Misaki Sato")),
        login: "sato@asanagi.example".into(),
    };
    add(list, "setup-wrong", &SetupPage { page: wrong, form, ..view });
    let next = NextKind::ALL.map(|kind| NextStep { kind, url: "/session/new".into() });
    add(
        list,
        "setup-done",
        &SetupDonePage {
            page: page(lang, "/setup/done"),
            keys_folder: "data/keys".into(),
            record_key: KEY.replace("certificates", "record"),
            certificates_key: KEY.into(),
            next: next.to_vec(),
        },
    );
    add(
        list,
        "setup-closed",
        &SetupClosedPage { page: page(lang, "/setup/0f0f"), done: None, signin_url: "/session/new".into() },
    );
    add(
        list,
        "setup-used",
        &SetupClosedPage {
            page: page(lang, "/setup/0f0f"),
            done: Some(at(lang, "2026-11-24T00:00:00Z")),
            signin_url: "/session/new".into(),
        },
    );
}

fn problems(list: &mut Vec<(String, String)>, lang: Lang) {
    let s = |ja, en| say(lang, ja, en);
    let kinds = [
        (
            ProblemKind::BadRequest,
            Some(format!("{} {HOSTILE}", s("日付を求めましたが、つぎのものが届きました：", "expected a date, got"))),
        ),
        (ProblemKind::SignInNeeded, None),
        (
            ProblemKind::Forbidden,
            Some(s(
                "確かめることは、書いた人とは別の、認定のある人にできます。",
                "A post is reviewed by a certified person other than its author.",
            )),
        ),
        (ProblemKind::NotFound, None),
        (
            ProblemKind::Conflict,
            Some(s("鈴木 大輔さんが 10:47 に文面を直しました。", "Daisuke Suzuki changed the text at 10:47.")),
        ),
        (ProblemKind::TooLarge { limit: Some("10 MB".into()) }, None),
        (ProblemKind::Unprocessable, Some(s("予定の時刻が、いまより前です。", "The time set lies in the past."))),
        (ProblemKind::TooMany { retry_after_seconds: Some(40) }, None),
        (ProblemKind::Fault, None),
        (ProblemKind::Maintenance { minutes: Some(5) }, None),
    ];
    for (kind, detail) in kinds {
        let view = ProblemPage {
            page: page(lang, "/posts/1"),
            detail,
            who_can: if kind == ProblemKind::Forbidden {
                vec![s("運用担当者（認定のある人）", "Operators with a certification"), "鈴木 大輔".into()]
            } else {
                Vec::new()
            },
            reference: (kind == ProblemKind::Fault).then(|| "7f3a-91c2".to_owned()),
            back_url: (kind != ProblemKind::SignInNeeded).then(|| "/posts/1".to_owned()),
            signin_url: (kind == ProblemKind::SignInNeeded).then(|| "/session/new?next=/posts/1".to_owned()),
            kind,
        };
        let name = format!("problem-{}", view.kind.status());
        add(list, &name, &view);
    }
}
