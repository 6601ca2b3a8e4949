//! The questions of an item's quiz, in both languages (1, 1-1). `quiz.ja.md` and `quiz.en.md` read like this:
//!
//! ```text
//! ## May you name a client who has not announced the contract?
//! - [ ] Yes, if the news is good
//! - [x] No, not before the client has published it
//! > What is learned at work is confidential unless it is publicly known.
//! ```
//!
//! Exactly one choice is right, and the explanation is shown after every answer. Both languages ask the same.

use std::collections::BTreeMap;

use crate::problem::PackProblem;

/// One question in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub question: String,
    pub choices: Vec<String>,
    /// Shown after the answer, whichever it was.
    pub why: String,
    right: usize,
    line: usize,
}

/// One question in both languages, its choices in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub ja: Asked,
    pub en: Asked,
}

impl Question {
    /// Which of the choices is right, counted from 0.
    #[must_use]
    pub const fn right(&self) -> usize {
        self.ja.right
    }
}

/// The questions of one item's folder; none where it has no quiz.
pub fn read(folder: &str, texts: &BTreeMap<&str, &str>, problems: &mut Vec<PackProblem>) -> Vec<Question> {
    let [ja, en] = ["ja", "en"].map(|lang| format!("{folder}/quiz.{lang}.md"));
    match (texts.get(ja.as_str()), texts.get(en.as_str())) {
        (None, None) => Vec::new(),
        (Some(ja_text), Some(en_text)) => {
            let (ja_asked, en_asked) = (parse(&ja, ja_text, problems), parse(&en, en_text, problems));
            let same = ja_asked.len() == en_asked.len();
            let other = ja_asked
                .iter()
                .zip(&en_asked)
                .find(|(ja, en)| (ja.choices.len(), ja.right) != (en.choices.len(), en.right) || ja.choices.is_empty());
            if !same || other.is_some() {
                let line = other.map_or(1, |(_, en)| en.line);
                let came = if same { "another order or number of choices".to_owned() } else { count(&en_asked) };
                let expected = format!("the same questions and choices as `{ja}` ({})", count(&ja_asked));
                problems.push(PackProblem::new(&en, line, &expected, &came, "bring the two files into step"));
            }
            ja_asked.into_iter().zip(en_asked).map(|(ja, en)| Question { ja, en }).collect()
        }
        (Some(_), None) => missing(&en, problems),
        (None, Some(_)) => missing(&ja, problems),
    }
}

fn count(asked: &[Asked]) -> String {
    format!("{} questions", asked.len())
}

fn missing(file: &str, problems: &mut Vec<PackProblem>) -> Vec<Question> {
    problems.push(PackProblem::new(file, 1, "the quiz in both languages", "no such file", "write it"));
    Vec::new()
}

fn parse(file: &str, text: &str, problems: &mut Vec<PackProblem>) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    let mut rights: Vec<usize> = Vec::new();
    for (line, words) in text.lines().enumerate().map(|(nth, words)| (nth + 1, words.trim())) {
        let mut tell = |came: &str, help: &str| {
            let expected = "`## question`, `- [ ] choice`, `- [x] right choice` or `> explanation`";
            problems.push(PackProblem::new(file, line, expected, &format!("`{came}`"), help));
        };
        if words.is_empty() || words.starts_with("# ") {
            continue;
        }
        if let Some(question) = words.strip_prefix("## ") {
            asked.push(Asked {
                question: question.to_owned(),
                choices: Vec::new(),
                why: String::new(),
                right: 0,
                line,
            });
            rights.push(0);
            continue;
        }
        let (Some(question), Some(right)) = (asked.last_mut(), rights.last_mut()) else {
            tell(words, "begin with a question");
            continue;
        };
        if let Some(choice) = words.strip_prefix("- [ ] ") {
            question.choices.push(choice.to_owned());
        } else if let Some(choice) = words.strip_prefix("- [x] ") {
            question.right = question.choices.len();
            question.choices.push(choice.to_owned());
            *right += 1;
        } else if let Some(why) = words.strip_prefix("> ") {
            question.why.push_str(why);
        } else {
            tell(words, "write each part on one line");
        }
    }
    for (question, rights) in asked.iter().zip(rights) {
        let Asked { question: _, choices, why, right: _, line } = question;
        let mut need = |expected: &str, came: &str, help: &str| {
            problems.push(PackProblem::new(file, *line, expected, came, help));
        };
        if rights != 1 {
            need("exactly one right choice", &rights.to_string(), "mark it with `- [x]`");
        }
        if !(2..=6).contains(&choices.len()) {
            need("two to six choices", &choices.len().to_string(), "add or remove some");
        }
        if why.is_empty() {
            need("an explanation `> …`", "none", "say why the right choice is right");
        }
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(ja: &str, en: &str) -> Result<Vec<Question>, Vec<String>> {
        let texts = BTreeMap::from([("1-01-a/quiz.ja.md", ja), ("1-01-a/quiz.en.md", en)]);
        let mut problems = Vec::new();
        let questions = read("1-01-a", &texts, &mut problems);
        if problems.is_empty() { Ok(questions) } else { Err(problems.iter().map(ToString::to_string).collect()) }
    }

    const JA: &str = "# 題\n\n## 問い\n- [ ] い\n- [x] ろ\n> わけ\n";
    const EN: &str = "## Question\n- [ ] a\n- [x] b\n> because\n";

    #[test]
    fn a_quiz_asks_the_same_in_both_languages() {
        let questions = load(JA, EN).expect("it is sound");
        assert_eq!((questions.len(), questions[0].right()), (1, 1));
        assert_eq!((questions[0].ja.why.as_str(), questions[0].en.choices[1].as_str()), ("わけ", "b"));
    }

    #[test]
    fn another_order_of_choices_is_told_with_file_and_line() {
        let told = load(JA, "\n## Question\n- [x] b\n- [ ] a\n> because\n").expect_err("the right choice moved");
        assert!(told[0].starts_with("1-01-a/quiz.en.md:2"), "{told:?}");
    }

    #[test]
    fn a_question_without_a_right_choice_or_an_explanation_is_told() {
        let told = load("## 問い\n- [ ] い\n- [ ] ろ\n", EN).expect_err("nothing is right").join("\n");
        assert!(told.contains("exactly one right choice") && told.contains("an explanation"), "{told}");
    }

    #[test]
    fn a_line_that_is_no_part_of_a_question_is_told() {
        let told = load("- [x] い\n## 問い\nそのほか\n- [ ] い\n- [x] ろ\n> わけ\n", EN).expect_err("two stray lines");
        assert!(told[0].contains(":1") && told[1].contains(":3"), "{told:?}");
    }
}
