//! One question: what all types have in common.

use std::rc::Rc;

use super::super::formula::Formula;
use super::asked::{Asked, held};
use super::condition::shown;
use super::making::{Making, place, plain};
use super::names::{Known, Shape};
use super::place::{part, parts};
use super::survey::Question as Theirs;
use crate::questionnaire::convert::formula::fold::and;
use crate::questionnaire::format::{Condition, Question, QuestionType, Required};

/// What was made of one question.
#[derive(Debug)]
pub struct Made {
    /// It, without what all types have in common.
    pub question: Question,
    /// What is asked besides, after it and where it is asked, and on what condition.
    pub further: Vec<(Question, Formula)>,
    /// What expressions may ask of it.
    pub shape: Shape,
}

impl Made {
    /// A question of one type.
    pub fn new(question_type: QuestionType, shape: Shape) -> Self {
        Self { question: Question { question_type, ..Question::default() }, further: vec![], shape }
    }

    /// The same, with keys of its type.
    pub fn with(self, question: Question) -> Self {
        Self { question: Question { question_type: self.question.question_type, ..question }, ..self }
    }
}

impl<'r> Making<'r, '_> {
    /// One question of theirs; none if it is left out.
    pub fn question(&mut self, theirs: &'r Theirs<'r>) -> Vec<Question> {
        let told = (self.report.notices.len(), self.report.untold);
        self.report.questions += 1;
        let made = self.made(theirs);
        self.left(theirs);
        let told = told == (self.report.notices.len(), self.report.untold);
        match (&made[..], told) {
            ([], _) => self.report.dropped += 1,
            ([_], true) => self.report.carried += 1,
            _ => self.report.replaced += 1,
        }
        made
    }

    fn made(&mut self, theirs: &'r Theirs<'r>) -> Vec<Question> {
        let place = place(theirs.code);
        let id = self.name(theirs.code);
        self.offered.clear();
        let mut known = Self::provisional(theirs, &id, &Shape::Nothing);
        let hidden = theirs.settings.is_on("hidden") && theirs.kind != '*';
        if hidden {
            self.report.dropped(&place, "it is hidden, and nothing is filled in beforehand here");
        }
        let made = if hidden { None } else { self.of_kind(theirs, &id, &place) };
        let Some(Made { question, further, shape }) = made else {
            self.names.add(known);
            return vec![];
        };
        known.shape = shape;
        let condition = self.show_if(&place, theirs);
        let whole = self.section.iter().cloned().chain(held(&condition)).collect();
        known.asked = Asked::new(whole, &question, &id, &known.shape, &self.offered);
        let labels = parts(&question, &id, &known.shape).map(|(name, _, label)| (name, label.clone()));
        let columns = question.columns.iter().map(|column| (part("", &column.id), column.label.clone()));
        known.labels = Rc::new(labels.chain(columns).collect());
        let made = Question { show_if: shown(&condition).map(Condition::Expression), ..question };
        let question = self.finished(theirs, &id, made, &known);
        known.text.clone_from(&question.text);
        let mut made = vec![question];
        for (mut one, also) in further {
            let whole = and(condition.clone(), also);
            one.show_if = shown(&whole).map(Condition::Expression);
            one.checks.extend(self.comment_checks(theirs, &known));
            made.push(one);
        }
        self.names.add(known);
        made
    }

    /// Adds what all types have in common.
    fn finished(&mut self, theirs: &'r Theirs<'r>, id: &str, made: Question, known: &Known<'r>) -> Question {
        let place = place(theirs.code);
        let has_text = !made.text.is_empty();
        let text = if has_text { made.text.clone() } else { self.texts_or(&place, &theirs.text, theirs.code) };
        let asks = !matches!(made.question_type, QuestionType::Note | QuestionType::Calculated);
        let help = self.texts(&format!("{place}, help"), &theirs.help);
        let mut checks = made.checks.clone();
        if asks {
            checks.extend(self.checks(theirs, known));
        }
        let required = match theirs.mandatory {
            "Y" => Some(Required::Hard),
            "S" => Some(Required::Soft),
            _ => made.required,
        };
        Question { help, checks, required: required.filter(|_| asks), ..Question { text, ..plain_of(made, id) } }
    }

    fn of_kind(&mut self, theirs: &'r Theirs<'r>, id: &str, place: &str) -> Option<Made> {
        if let Some(instead) = self.too_long(theirs, place) {
            return Some(instead);
        }
        match theirs.kind {
            '5' => Some(self.five_points(theirs)),
            'G' => Some(self.gender()),
            'Y' => Some(self.yes_no()),
            'L' | 'O' | '!' => self.list(theirs, id, place),
            'M' | 'P' => self.multiple(theirs, id, place),
            'A' | 'B' | 'C' | 'E' | 'F' | 'H' => self.array(theirs, place),
            '1' => self.dual(theirs, place),
            ':' | ';' => self.cells(theirs, id, place),
            'Q' => self.short_texts(theirs, place),
            'K' => self.amounts(theirs, id, place),
            'N' => Some(self.numerical(theirs, id, place)),
            'S' | 'T' | 'U' => Some(self.free_text(theirs, id, place)),
            'D' => Some(self.date(theirs, place)),
            'R' => self.ranking(theirs, id, place),
            '|' => Some(self.upload(theirs, place)),
            'X' => Some(Made::new(QuestionType::Note, Shape::Nothing)),
            '*' => self.equation(theirs, place),
            'I' => {
                self.report.dropped(place, "every page has a switch of languages here");
                None
            }
            other => {
                self.report.dropped(place, format!("the type {other} is not known"));
                None
            }
        }
    }
}

fn plain_of(made: Question, id: &str) -> Question {
    let named = plain(id.to_owned(), made.text.clone());
    Question { id: named.id, ..made }
}
