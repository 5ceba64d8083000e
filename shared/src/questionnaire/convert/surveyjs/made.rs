//! What became of a question, and its place among ours.

use std::rc::Rc;

use super::Reading;
use super::calculated::Waiting;
use super::known::{Entry, Kind};
use crate::questionnaire::convert::codes::Codes;
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
                let mut parts = vec![];
                for (part, kind, question) in several {
                    let code = self.push(&part, kind.clone(), question, questions);
                    self.report.comes_from(&code, place);
                    parts.push(Entry { code, kind });
                }
                self.known.add(name, Entry { code: String::new(), kind: Kind::Parts(Rc::new(parts)) });
            }
            Made::Inner(inner) => {
                self.report.replaced += 1;
                self.known.pass(name, "which has no answer of its own here");
                questions.extend(inner);
            }
            Made::Waits(waiting) => {
                self.report.replaced += 1;
                self.wait(*waiting);
            }
            Made::Dropped => {
                self.report.dropped += 1;
                self.known.pass(name, "which was left out");
            }
        }
    }

    fn named(&mut self, name: &str, kind: Kind, question: Question, place: &str, questions: &mut Vec<Question>) {
        let is_second = self.known.has(name);
        let is_note = question.question_type == QuestionType::Note;
        let code = self.push(name, kind, question, questions);
        self.report.comes_from(&code, place);
        if is_note && (is_second || name.is_empty()) {
            return;
        }
        let (reason, by) = match name {
            "" => ("it has no name".to_owned(), format!("the name {code}")),
            name if is_second => (
                match self.known.said(name) {
                    said if said == name => format!("another question is named {}", quoted(name)),
                    said => format!("another question has the value {} as well", quoted(said)),
                } + ", and both share their answer",
                format!("a question of its own, {code}; expressions look at the first one"),
            ),
            name if code == name => return,
            name if Codes::default().make_name(name, "question") == name => {
                (format!("a question of another place is named {} already", quoted(name)), code)
            }
            name => (format!("expressions cannot name {}", quoted(name)), code),
        };
        self.report.replaced(place, reason, by);
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
