//! The rules an answer must keep, wherever it comes from.

mod choices;
mod gaps;
mod table;
mod typed;

use super::answer::{Answer, Answers};
use super::expression::Facts;
use super::fault::{Fault, FieldProblem};
use super::model::{Check, Code, Question, QuestionKind, Questionnaire, Required};
use super::route::{Circumstances, Way, asked, asked_in_item, offered};

pub(super) use choices::is_way_out;

/// Characters of the text of "other, namely".
pub const OTHER_TEXT: usize = 200;

/// What enters the response: `answers` without those to questions that are not asked, every rule kept. Otherwise what is
/// wrong, in the order of the questionnaire.
pub fn validate_all(
    questionnaire: &Questionnaire,
    answers: &Answers,
    circumstances: Circumstances<'_>,
) -> Result<Answers, Vec<FieldProblem>> {
    let way = asked(questionnaire, answers, circumstances);
    let rules = Rules { questionnaire, counted: &way.counted, item: None, circumstances };
    let asked = questionnaire.questions().filter(|question| way.contains(question.code.as_str()));
    let problems: Vec<_> = asked.flat_map(|question| rules.of(question)).collect();
    if problems.is_empty() { Ok(way.counted) } else { Err(problems) }
}

/// What asks for a second look at the questions of `of`, and lets them pass.
#[must_use]
pub fn warnings<'q>(
    questionnaire: &Questionnaire,
    way: &Way<'_>,
    of: impl Iterator<Item = &'q Question>,
    circumstances: Circumstances<'_>,
) -> Vec<FieldProblem> {
    let rules = Rules { questionnaire, counted: &way.counted, item: None, circumstances };
    of.filter(|question| way.contains(question.code.as_str())).flat_map(|question| rules.doubts(question)).collect()
}

/// What is wrong with one answer, each at its field; `counted` are the answers before it that count.
#[must_use]
pub fn check(
    questionnaire: &Questionnaire,
    question: &Question,
    answer: &Answer,
    counted: &Answers,
    circumstances: Circumstances<'_>,
) -> Vec<FieldProblem> {
    Rules { questionnaire, counted, item: None, circumstances }.of_answer(question, answer)
}

/// What is missing of a question that must be answered, each at its field; `answer` is what there is.
#[must_use]
pub fn missing(
    questionnaire: &Questionnaire,
    question: &Question,
    answer: Option<&Answer>,
    counted: &Answers,
    circumstances: Circumstances<'_>,
) -> Vec<FieldProblem> {
    Rules { questionnaire, counted, item: None, circumstances }.gaps(question, answer)
}

/// What the rules look at.
#[derive(Clone, Copy)]
struct Rules<'a> {
    questionnaire: &'a Questionnaire,
    counted: &'a Answers,
    item: Option<&'a Answers>,
    circumstances: Circumstances<'a>,
}

impl<'a> Rules<'a> {
    fn answer_to(&self, question: &Question) -> Option<&'a Answer> {
        self.item.unwrap_or(self.counted).get(question.code.as_str())
    }

    /// What is wrong with a question that is asked.
    fn of(&self, question: &Question) -> Vec<FieldProblem> {
        let answer = self.answer_to(question);
        let problems = answer.map(|answer| self.of_answer(question, answer)).unwrap_or_default();
        if problems.is_empty() { self.gaps(question, answer) } else { problems }
    }

    /// What asks for a second look.
    fn doubts(&self, question: &Question) -> Vec<FieldProblem> {
        match self.answer_to(question) {
            Some(answer) => self.broken(question, answer, |check| check.soft),
            None if question.required == Required::Soft && question.kind.asks() => {
                vec![at(question, None, Fault::Missing)]
            }
            None => vec![],
        }
    }

    fn of_answer(&self, question: &Question, answer: &'a Answer) -> Vec<FieldProblem> {
        let mut problems = self.of_kind(question, answer);
        if problems.is_empty() {
            problems = self.broken(question, answer, |check| !check.soft);
        }
        problems
    }

    /// The question's own rules that are broken; a way out keeps them all.
    fn broken(&self, question: &Question, answer: &'a Answer, of: impl Fn(&Check) -> bool) -> Vec<FieldProblem> {
        if answer.choice().is_some_and(|code| is_way_out(question, code)) {
            return vec![];
        }
        let get = |code: &str| self.counted.get(code);
        let facts = self.circumstances.facts(&get, self.item);
        let facts = Facts { this: Some(answer), ..facts };
        let broken = question.checks.iter().filter(|check| of(check) && check.rule.fails(&facts));
        broken.map(|check| at(question, None, Fault::Rule(check.message.clone()))).collect()
    }

    /// What the kind of question demands.
    fn of_kind(&self, question: &Question, answer: &'a Answer) -> Vec<FieldProblem> {
        let outcome = match (&question.kind, answer) {
            (_, Answer::Choice(code)) if is_way_out(question, code) => Ok(()),
            (QuestionKind::Table { rows, columns }, Answer::Table(cells)) => {
                return self.of_table(question, (rows, columns), cells);
            }
            (QuestionKind::Matrix { rows, options }, Answer::Matrix(ticked)) => {
                return choices::matrix(question, (rows, options), ticked);
            }
            (QuestionKind::Group { min, max, questions, .. }, Answer::Group(items)) => {
                return self.of_group(question, (*min, *max), questions, items);
            }
            (QuestionKind::Ranking { max_ranks, .. }, Answer::Ranking(codes)) => {
                let offered = offered(self.questionnaire, question, self.counted, self.circumstances);
                choices::ranked(codes, *max_ranks, |code| offered.iter().any(|offer| offer.code == code))
            }
            (QuestionKind::Single { .. } | QuestionKind::MultiSelect { .. }, _) => {
                return choices::chosen(question, answer);
            }
            (kind, answer) => typed::keeps(kind, answer),
        };
        outcome.err().map(|fault| at(question, None, fault)).into_iter().collect()
    }

    /// A repeating group: how often it was filled in, and each item by the rules of its questions.
    fn of_group(
        &self,
        question: &Question,
        (min, max): (usize, usize),
        questions: &[Question],
        items: &'a [Answers],
    ) -> Vec<FieldProblem> {
        let given = items.len();
        if given < min {
            return vec![at(question, None, Fault::TooFewItems { least: min, given })];
        }
        if given > max {
            return vec![at(question, None, Fault::TooManyItems { most: max, given })];
        }
        let of_item = |(place, item): (usize, &'a Answers)| {
            let rules = Self { item: Some(item), ..*self };
            let asked = asked_in_item(questions, item, self.counted, self.circumstances).into_iter();
            let problems: Vec<_> = asked.flat_map(|inner| rules.of(inner)).collect();
            problems.into_iter().map(move |problem| problem.inside(&question.code, place + 1))
        };
        items.iter().enumerate().flat_map(of_item).collect()
    }
}

/// A problem at a question's field, or at a part of it.
fn at(question: &Question, part: Option<&str>, fault: Fault) -> FieldProblem {
    FieldProblem::of(&question.code, part, fault)
}

impl FieldProblem {
    /// The same problem as one of an item of a group: its field is named behind the group's.
    fn inside(self, group: &Code, item: usize) -> Self {
        Self { field: format!("{group}.{item}.{}", self.field), question: Some(group.clone()), ..self }
    }
}
