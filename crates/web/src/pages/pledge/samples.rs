//! Samples of the pledge, the quiz and the list of who is still to acknowledge.

use super::view::{
    AcknowledgementsPage, AnsweredView, ArticleLine, OpenRow, PledgePage, QuestionView, QuizPage, QuizStep,
    StandingView, TriedView,
};
use crate::pages::Here;
use crate::pages::parts::{Choice, Clock, Due, Stamp};
use crate::pages::policy::article::Article;
use crate::pages::samples::{HOSTILE, page, say};
use crate::words_filter::Lang;

pub fn pledges(lang: Lang) -> Vec<(&'static str, PledgePage)> {
    let s = |ja, en| say(lang, ja, en);
    let line = |number: &str, title: String| ArticleLine {
        href: format!("/policy/{}", if number.is_empty() { "0" } else { number }),
        number: number.to_owned(),
        title,
    };
    let open = PledgePage {
        page: page(lang, Here::Elsewhere, "/pledge"),
        name: format!("松本 陽子 {HOSTILE}"),
        version: "2026.11".to_owned(),
        fingerprint: "b41f07c92ad8".to_owned(),
        standing: StandingView::Open(Due::new(s("12月24日（木）", "Thu 24 Dec"), Clock::Soon)),
        articles: vec![
            line("", s("この方針について", "About this policy")),
            line("1-4", format!("{} {HOSTILE}", s("個人情報", "Personal information"))),
        ],
        quiz: QuizStep::Open,
        pledge: Article::read(
            &s("# 誓約\n\n{organisation}の方針を読みました。", "# Pledge\n\nI have read the policy of {organisation}."),
            HOSTILE,
        ),
    };
    let acknowledged = PledgePage {
        standing: StandingView::Acknowledged(Stamp::new(
            "2026-11-24T10:12+09:00",
            s("11月24日 10:12", "24 Nov, 10:12"),
        )),
        quiz: QuizStep::Passed,
        ..open.clone()
    };
    let ready = PledgePage {
        standing: StandingView::Open(Due::new(s("11月2日（月）", "Mon 2 Nov"), Clock::Over)),
        quiz: QuizStep::Passed,
        ..open.clone()
    };
    let unasked = PledgePage { quiz: QuizStep::None, ..open.clone() };
    vec![("pledge", open), ("pledge-ready", ready), ("pledge-receipt", acknowledged), ("pledge-unasked", unasked)]
}

pub fn quizzes(lang: Lang) -> Vec<(&'static str, QuizPage)> {
    let s = |ja, en| say(lang, ja, en);
    let question = |nth: usize| QuestionView {
        field: format!("q.1-4.{nth}"),
        item: "1-4".to_owned(),
        question: format!("{} {HOSTILE}", s("名前がなければ書いてよいですか。", "May you write it without a name?")),
        choices: vec![
            Choice::new("0", s("よい", "Yes"), false),
            Choice::new("1", s("ほかの手がかりから分かるので、書かない", "No, other clues can tell"), false),
        ],
        answered: None,
    };
    let asked = QuizPage {
        page: page(lang, Here::Elsewhere, "/pledge/quiz"),
        questions: vec![question(0), question(1)],
        tried: None,
        pass_percent: 80,
    };
    let tried = |right: bool| {
        let answered = |right| AnsweredView {
            right,
            chosen: format!("{} {HOSTILE}", s("よい", "Yes")),
            right_choice: s("書かない", "No"),
            why: s("手がかりが重なると分かります。", "Clues add up."),
        };
        let mut page = asked.clone();
        page.questions[0].answered = Some(answered(true));
        page.questions[1].answered = Some(answered(right));
        page.tried = Some(TriedView { passed: right, right: 1 + usize::from(right), asked: 2 });
        page
    };
    vec![("quiz-passed", tried(true)), ("quiz-failed", tried(false)), ("quiz", asked)]
}

pub fn acknowledgements(lang: Lang) -> Vec<(&'static str, AcknowledgementsPage)> {
    let s = |ja, en| say(lang, ja, en);
    let row = |name: &str, clock, silenced| OpenRow {
        name: format!("{name} {HOSTILE}"),
        href: "/people/1".to_owned(),
        kind: s("従業員", "Employee"),
        manager: "山本 直子".to_owned(),
        due: Due::new(s("11月2日（月）", "Mon 2 Nov"), clock),
        silenced,
    };
    let open = AcknowledgementsPage {
        page: page(lang, Here::People, "/acknowledgements"),
        version: "2026.11".to_owned(),
        acknowledged: 10,
        people: 12,
        rows: vec![row("小林 由美", Clock::Over, true), row("松本 陽子", Clock::Soon, false)],
        more: Some("/acknowledgements?page=1".to_owned()),
    };
    let none = AcknowledgementsPage { rows: Vec::new(), acknowledged: 12, more: None, ..open.clone() };
    vec![("acknowledgements", open), ("acknowledgements-none", none)]
}
