//! Adding up responses.

use super::counter::Counter;
use super::disclosure::{Count, Disclosure};
use super::figures::{Item, Outcome, QuestionResult};
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::{Code, Question, Questionnaire, Row};
use crate::questionnaire::route::{Circumstances, is_asked};

/// One company's submitted answers, and what the panel knew of it when it was asked.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// The answers; those to questions it was not asked are not among them.
    pub answers: &'a Answers,
    /// What decided on what was asked, besides the answers.
    pub circumstances: Circumstances<'a>,
}

/// A tally under way. It keeps counts, and one number for each answer to a numeric question.
#[derive(Debug)]
pub struct Tally<'q> {
    questions: Vec<QuestionTally<'q>>,
}

#[derive(Debug)]
struct QuestionTally<'q> {
    question: &'q Question,
    items: Vec<ItemTally<'q>>,
}

#[derive(Debug)]
struct ItemTally<'q> {
    row: Option<&'q Row>,
    asked: u64,
    answered: u64,
    dont_know: u64,
    counter: Counter<'q>,
}

/// The results of all `units`.
pub fn tally<'q, 'a>(
    questionnaire: &'q Questionnaire,
    units: impl IntoIterator<Item = Unit<'a>>,
    disclosure: Disclosure,
) -> Vec<QuestionResult<'q>> {
    let mut tally = Tally::new(questionnaire);
    units.into_iter().for_each(|unit| tally.add(unit));
    tally.finish(disclosure)
}

impl<'q> Tally<'q> {
    /// An empty tally of a questionnaire's answers.
    #[must_use]
    pub fn new(questionnaire: &'q Questionnaire) -> Self {
        let questions = questionnaire.questions().map(|question| {
            let items = Counter::of(questionnaire, question).into_iter();
            let items = items.map(|(row, counter)| ItemTally { row, asked: 0, answered: 0, dont_know: 0, counter });
            QuestionTally { question, items: items.collect() }
        });
        Self { questions: questions.collect() }
    }

    /// Takes in one company.
    pub fn add(&mut self, unit: Unit<'_>) {
        for tally in &mut self.questions {
            if is_asked(tally.question, unit.answers, unit.circumstances) {
                let answer = unit.answers.get(tally.question.code.as_str());
                tally.items.iter_mut().for_each(|item| item.add(tally.question, answer));
            }
        }
    }

    /// The results, as far as `disclosure` lets them out.
    #[must_use]
    pub fn finish(self, disclosure: Disclosure) -> Vec<QuestionResult<'q>> {
        let result = |tally: QuestionTally<'q>| QuestionResult {
            question: tally.question,
            items: tally.items.into_iter().map(|item| item.finish(disclosure)).collect(),
        };
        self.questions.into_iter().map(result).collect()
    }
}

impl<'q> ItemTally<'q> {
    fn add(&mut self, question: &Question, answer: Option<&Answer>) {
        self.asked += 1;
        let of_row = match (self.row, answer) {
            (Some(row), Some(Answer::Matrix(rows))) => rows.get(&row.code).cloned().map(Answer::Choice),
            _ => None,
        };
        match if self.row.is_some() { of_row.as_ref() } else { answer } {
            Some(Answer::Choice(code)) if self.is_way_out(question, code) => self.dont_know += 1,
            Some(answer) if self.counter.add(answer) => self.answered += 1,
            _ => {}
        }
    }

    /// Whether the code is the "don't know" of this item.
    fn is_way_out(&self, question: &Question, code: &Code) -> bool {
        let of_row = self.row.and_then(|row| row.dont_know.as_ref());
        [of_row, question.dont_know.as_ref()].into_iter().flatten().any(|way_out| way_out.code == *code)
    }

    fn finish(self, disclosure: Disclosure) -> Item<'q> {
        let withheld = disclosure.withholds(self.answered);
        // Who knows these two could work out a count that is withheld: they go with it.
        let beside = |count| {
            if withheld || disclosure.withholds(self.asked) { Count::Withheld } else { Count::Known(count) }
        };
        Item {
            row: self.row,
            asked: disclosure.count(self.asked),
            answered: disclosure.count(self.answered),
            dont_know: beside(self.dont_know),
            skipped: beside(self.asked - self.answered - self.dont_know),
            figures: match self.answered {
                0 => Outcome::Nobody,
                _ if withheld => Outcome::Withheld,
                answered => Outcome::Shown(self.counter.figures(answered)),
            },
        }
    }
}
