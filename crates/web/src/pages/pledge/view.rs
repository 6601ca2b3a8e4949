//! What the pages of the pledge show. Phone first: everybody in the company sees them once a version (1, 1-1).
//!
//! No number of tries, no score of anybody else, no order of people but by name.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{Choice, Due, Stamp};
use crate::pages::policy::article::Article;

/// `GET /pledge`.
#[derive(Debug, Clone, Template)]
#[template(path = "pledge/pledge.html")]
pub struct PledgePage {
    pub page: Page,
    pub name: String,
    pub version: String,
    /// SHA-256 of the pack, in hexadecimal digits.
    pub fingerprint: String,
    pub standing: StandingView,
    pub articles: Vec<ArticleLine>,
    pub quiz: QuizStep,
    pub pledge: Article,
}

#[derive(Debug, Clone)]
pub enum StandingView {
    Acknowledged(Stamp),
    /// Until when, late or not.
    Open(Due),
}

#[derive(Debug, Clone)]
pub enum QuizStep {
    /// The pack asks nothing.
    None,
    Open,
    Passed,
}

#[derive(Debug, Clone)]
pub struct ArticleLine {
    /// `1-4`; empty for the preamble.
    pub number: String,
    pub title: String,
    pub href: String,
}

/// `GET /pledge/quiz`, and the answer to a try.
#[derive(Debug, Clone, Template)]
#[template(path = "pledge/quiz.html")]
pub struct QuizPage {
    pub page: Page,
    pub questions: Vec<QuestionView>,
    pub tried: Option<TriedView>,
    pub pass_percent: u16,
}

#[derive(Debug, Clone)]
pub struct TriedView {
    pub passed: bool,
    pub right: usize,
    pub asked: usize,
}

#[derive(Debug, Clone)]
pub struct QuestionView {
    /// The name of its field.
    pub field: String,
    pub item: String,
    pub question: String,
    pub choices: Vec<Choice>,
    /// After a try.
    pub answered: Option<AnsweredView>,
}

#[derive(Debug, Clone)]
pub struct AnsweredView {
    pub right: bool,
    pub chosen: String,
    pub right_choice: String,
    pub why: String,
}

/// `GET /acknowledgements`.
#[derive(Debug, Clone, Template)]
#[template(path = "pledge/acknowledgements.html")]
pub struct AcknowledgementsPage {
    pub page: Page,
    pub version: String,
    pub acknowledged: usize,
    pub people: usize,
    pub rows: Vec<OpenRow>,
    pub more: Option<String>,
}

/// Somebody who has not acknowledged the version in force.
#[derive(Debug, Clone)]
pub struct OpenRow {
    pub name: String,
    pub href: String,
    pub kind: String,
    pub manager: String,
    pub due: Due,
    /// They hold a certification, which does not count meanwhile.
    pub silenced: bool,
}
