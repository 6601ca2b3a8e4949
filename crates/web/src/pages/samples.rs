//! Sample contexts, for the test that renders every template in both languages and for the preview.
//!
//! Only invented people, accounts and texts (item 1-4 holds for samples too).

use askama::Template;

use super::parts::{AccountTag, ChainStep, Medium, ObligationRow, Step, Strength};
use super::shell::{FieldProblem, Flash, Here, NavCount, Page, StopState, Theme, Viewer};
use crate::words_filter::Lang;

/// A text that nobody writes by accident; wherever a sample has a text, it must come out escaped.
pub const HOSTILE: &str = "<b title=\"x\">&";

/// Every sample page in a language, rendered, each with a name that is unique.
pub fn pages(lang: Lang) -> Vec<(String, String)> {
    let mut list = Vec::new();
    render(&mut list, super::home::samples::all(lang));
    render(&mut list, super::posts::samples::lists(lang));
    render(&mut list, super::posts::samples::new(lang));
    render(&mut list, super::posts::samples::edits(lang));
    render(&mut list, super::posts::samples::posts(lang));
    render(&mut list, super::posts::samples::revisions(lang));
    render(&mut list, super::posts::samples::conflicts(lang));
    render(&mut list, super::posts::samples::hands(lang));
    render(&mut list, super::reviews::samples::inboxes(lang));
    render(&mut list, super::reviews::samples::reviews(lang));
    render(&mut list, super::reviews::samples::series(lang));
    render(&mut list, super::consultations::samples::lists(lang));
    render(&mut list, super::consultations::samples::pages(lang));
    render(&mut list, super::calendar::samples::all(lang));
    render(&mut list, super::stops::samples::all(lang));
    render(&mut list, super::emergencies::samples::all(lang));
    render(&mut list, super::feasibility::samples::all(lang));
    render(&mut list, super::accounts::samples::all(lang));
    render(&mut list, super::people::samples::lists(lang));
    render(&mut list, super::people::samples::persons(lang));
    render(&mut list, super::pledge::samples::pledges(lang));
    render(&mut list, super::pledge::samples::quizzes(lang));
    render(&mut list, super::pledge::samples::acknowledgements(lang));
    render(&mut list, super::records::samples::all(lang));
    list.extend(super::public::samples::pages(lang));
    list
}

/// The parts that are swapped into a page while it is open.
pub fn fragments(lang: Lang) -> Vec<(String, String)> {
    let mut list = Vec::new();
    render(&mut list, super::posts::samples::fragments(lang));
    render(&mut list, super::records::samples::fragments(lang));
    list
}

fn render<T: Template>(list: &mut Vec<(String, String)>, views: Vec<(&'static str, T)>) {
    for (name, view) in views {
        let html = view.render().unwrap_or_else(|error| format!("⟪{name} does not render: {error}⟫"));
        list.push((name.to_owned(), html));
    }
}

/// A page as an operator sees it on an ordinary day.
pub fn page(lang: Lang, here: Here, path: &str) -> Page {
    Page {
        lang,
        csrf: "sample-csrf".to_owned(),
        path: path.to_owned(),
        here,
        viewer: Some(Viewer {
            id: "p1".to_owned(),
            name: "佐藤 美咲".to_owned(),
            places: Here::ALL.to_vec(),
            counts: vec![
                (Here::Home, NavCount { n: 4, late: false }),
                (Here::Reviews, NavCount { n: 4, late: false }),
                (Here::Consultations, NavCount { n: 1, late: true }),
            ],
        }),
        organisation: "株式会社あさなぎ機器".to_owned(),
        stop: StopState::Running,
        flash: None,
        problems: Vec::new(),
        theme: Theme::System,
        single_keys: true,
    }
}

/// The same page after a form with a mistake, while everything is stopped.
pub fn troubled(mut page: Page, field: &str, message: &str) -> Page {
    page.stop = StopState::Stopped;
    page.flash = Some(Flash { strength: Strength::Consult, text: message.to_owned() });
    page.problems = vec![FieldProblem { field: field.to_owned(), message: message.to_owned() }];
    page
}

/// In the page's language: the first in Japanese, the second in English.
pub fn say(lang: Lang, ja: &str, en: &str) -> String {
    match lang {
        Lang::Ja => ja.to_owned(),
        Lang::En => en.to_owned(),
    }
}

pub fn x() -> AccountTag {
    account("a-x", "X 公式", Medium::X, 1)
}

pub fn bluesky() -> AccountTag {
    account("a-bluesky", "Bluesky 公式", Medium::Bluesky, 2)
}

pub fn web() -> AccountTag {
    account("a-web", "自社サイト お知らせ", Medium::OfficialPage, 3)
}

pub fn photo() -> AccountTag {
    account("a-photo", "写真 公式", Medium::Instagram, 4)
}

fn account(id: &str, name: &str, medium: Medium, colour: u8) -> AccountTag {
    AccountTag { id: id.to_owned(), name: name.to_owned(), medium, colour }
}

/// A picture that every page can show.
pub const PHOTO: &str = "/assets/mark.svg";

/// A message without values.
pub fn words(lang: Lang, key: &str) -> String {
    crate::words_filter::text(lang, key).to_string()
}

pub fn chain_step(step: Step, icon: &'static str, what: String, who: &str, note: String) -> ChainStep {
    ChainStep { step, icon, what, who: who.to_owned(), note }
}

pub fn obligation(strength: Strength, icon: &'static str, label: &str, item: &str, detail: &str) -> ObligationRow {
    ObligationRow {
        strength,
        icon,
        label: label.to_owned(),
        item: item.to_owned(),
        detail: detail.to_owned(),
        href: None,
        due: None,
    }
}
