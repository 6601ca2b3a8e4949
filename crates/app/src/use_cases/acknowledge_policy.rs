//! 誓約: a person passes the quiz of the policy in force and acknowledges that version (1, 1-1).
//!
//! Kept are the version and the day. Which answers were given, how many were right and at which try is neither stored nor
//! logged: whoever wants to add that reads the pledge again first.

use std::collections::BTreeMap;

use shingi_check::pack::{Pack, Question};
use shingi_domain::{
    people::{Person, PersonEvent},
    permit::Action,
    pledge::Standing,
    policy::ItemId,
};

use crate::{App, AppError, FieldProblem, in_force::InForce, session::Signed};

/// The choice for each question: the item, the question's number within it, both counted from 0 where counted.
pub type Answers = BTreeMap<(ItemId, usize), usize>;

/// The questions for everyone: those of the preamble and of part 1, in the order of the policy.
pub fn questions(pack: &Pack) -> impl Iterator<Item = ((ItemId, usize), &Question)> {
    let for_everyone = pack.quizzes.iter().filter(|(item, _)| item.part < 2);
    for_everyone.flat_map(|(item, asked)| asked.iter().enumerate().map(move |(nth, one)| ((*item, nth), one)))
}

/// All questions answered rightly: for samples and tests.
#[must_use]
pub fn right_answers(pack: &Pack) -> Answers {
    questions(pack).map(|(key, question)| (key, question.right())).collect()
}

/// What came of one try. Lives as long as the page that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    pub passed: bool,
    pub right: usize,
    pub asked: usize,
}

impl App {
    /// How this person stands to the version in force.
    pub fn standing(&self, person: &Person) -> Result<Standing, AppError> {
        Ok(Standing::of(person, &self.in_force()?.adopted, self.now()))
    }

    /// One try of the quiz. Passing goes on record, once for each version; failing leaves no trace.
    pub fn take_quiz(&self, who: &Signed, answers: &Answers) -> Result<Tried, AppError> {
        who.require(Action::UsePersonalPages)?;
        let in_force = self.in_force()?;
        let (mut right, mut asked) = (0, 0);
        for (key, question) in questions(&in_force.pack) {
            asked += 1;
            match answers.get(&key) {
                None => return Err(AppError::Invalid(vec![FieldProblem::new("quiz", "quiz-unanswered")])),
                Some(choice) => right += usize::from(*choice == question.right()),
            }
        }
        let passed = right * 100 >= asked * usize::from(in_force.pack.pass_percent);
        if passed && !has_passed(&who.person, &in_force) {
            let (pack_hash, version) = (in_force.judge.pack_hash, in_force.judge.version.clone());
            self.on_person(who.actor(), who.id(), PersonEvent::QuizPassed { pack_hash, version })?;
        }
        Ok(Tried { passed, right, asked })
    }

    /// Acknowledges the version in force; a second press changes nothing.
    pub fn acknowledge_policy(&self, who: &Signed) -> Result<(), AppError> {
        who.require(Action::UsePersonalPages)?;
        let in_force = self.in_force()?;
        match Standing::of(&who.person, &in_force.adopted, self.now()) {
            Standing::Acknowledged { .. } => return Ok(()),
            Standing::Due { .. } | Standing::Late { .. } => {}
        }
        if !has_passed(&who.person, &in_force) {
            return Err(AppError::Invalid(vec![FieldProblem::new("quiz", "quiz-first")]));
        }
        let (pack_hash, version) = (in_force.judge.pack_hash, in_force.judge.version.clone());
        self.on_person(who.actor(), who.id(), PersonEvent::Acknowledged { pack_hash, version })
    }
}

/// Whether this person passed the quiz of the version in force, or there is nothing to ask.
#[must_use]
pub fn has_passed(person: &Person, in_force: &InForce) -> bool {
    questions(&in_force.pack).next().is_none()
        || person.quizzes_passed.iter().any(|receipt| receipt.pack_hash == in_force.judge.pack_hash)
}
