//! What became of a question, and its place among ours.

use super::Reading;
use super::calculated::Waiting;
use super::known::{Entry, Kind};
use crate::questionnaire::format::{Question, QuestionType};
use crate::questionnaire::problem::quoted;

/// Questions of the largest questionnaire.
pub const MOST_QUESTIONS: usize = 1_000;

/// What became of a question.
pub enum Made {
    /// It is there as it was.
    Carried(Kind),
    /// It is there in another form.
    Replaced(Kind),
    /// It is there as several questions, with the names they have in expressions.
    Several(Vec<(String, Kind, Question)>),
    /// Its own questions are there, which have their names already.
    Inner(Vec<Question>),
    /// It is not there; why was told.
    Dropped,
    /// It will be there further down.
    Waits(Box<Waiting>),
}

impl Reading<'_> {
    /// Whether so many further questions fit.
    pub fn has_room(&self, count: usize) -> bool {
        self.made + count <= MOST_QUESTIONS
    }

    /// Puts what was made in its place and counts it.
    pub fn place(&mut self, made: Made, name: &str, question: Question, place: &str, questions: &mut Vec<Question>) {
        match made {
            Made::Carried(kind) => {
                self.report.carried += 1;
                self.named(name, kind, question, place, questions);
            }
            Made::Replaced(kind) => {
                self.report.replaced += 1;
                self.named(name, kind, question, place, questions);
            }
            Made::Several(several) => {
                self.report.replaced += 1;
                for (name, kind, question) in several {
                    let code = self.push(&name, kind, question, questions);
                    self.report.comes_from(&code, place);
                }
            }
            Made::Inner(inner) => {
                self.report.replaced += 1;
                questions.extend(inner);
            }
            Made::Waits(waiting) => {
                self.report.replaced += 1;
                self.wait(*waiting);
            }
            Made::Dropped => self.report.dropped += 1,
        }
    }

    fn named(&mut self, name: &str, kind: Kind, question: Question, place: &str, questions: &mut Vec<Question>) {
        let is_second = self.known.has(name);
        let code = self.push(name, kind, question, questions);
        self.report.comes_from(&code, place);
        let is_nothing = questions.last().is_some_and(|last| last.question_type == QuestionType::Note);
        if is_second && !is_nothing {
            let reason = format!("another question is named {}, and both share their answer", quoted(name));
            let by = format!("a question of its own, {code}; expressions look at the first one");
            self.report.replaced(place, reason, by);
        } else if code != name && !name.is_empty() {
            self.report.replaced(place, format!("expressions cannot name {}", quoted(name)), code);
        }
    }

    /// Adds a question under the name it has in expressions; returns its code.
    pub fn push(&mut self, name: &str, kind: Kind, mut question: Question, questions: &mut Vec<Question>) -> String {
        let code = self.codes.make_name(name, "question");
        self.known.add(name, Entry { code: code.clone(), kind });
        self.made += 1;
        question.id.clone_from(&code);
        questions.push(question);
        code
    }
}
