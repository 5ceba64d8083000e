//! Which questions are asked, and what of the answers counts.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::answer::{Answer, Answers};
use super::attributes::Attributes;
use super::expression::{Expression, Facts, Value};
use super::model::{Cadence, Choice, Code, Question, QuestionKind, Questionnaire, RankingSource, Row};
use super::period::Period;
use crate::language::LocalText;

mod counting;

/// What routing looks at besides the answers.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// What the panel knows of the company, as frozen at launch.
    pub attributes: &'a Attributes,
    /// The name of the round, if it has one yet.
    pub round: Option<&'a str>,
    /// What the company answered in the last round.
    pub last: Option<&'a Answers>,
    /// The day, for rules that compare with it.
    pub today: Option<NaiveDate>,
}

impl<'a> Circumstances<'a> {
    /// Circumstances in the round with this name, without a last round and without a day.
    #[must_use]
    pub const fn new(attributes: &'a Attributes, round: Option<&'a str>) -> Self {
        Self { attributes, round, last: None, today: None }
    }

    /// The same on a day.
    #[must_use]
    pub const fn on(self, today: NaiveDate) -> Self {
        Self { today: Some(today), ..self }
    }

    /// The same after a round in which the company answered `last`.
    #[must_use]
    pub const fn after(self, last: Option<&'a Answers>) -> Self {
        Self { last, ..self }
    }

    /// Whether something asked with this cadence is asked; in a round that stands for no period every cadence is.
    fn is_time_for(&self, cadence: Cadence) -> bool {
        self.round.and_then(Period::parse).is_none_or(|period| period.asks(cadence))
    }

    /// Calls `look` with the facts of a response whose answers that count are `answers`.
    pub fn look<T>(&self, answers: &Answers, item: Option<&Answers>, look: impl FnOnce(&Facts<'_>) -> T) -> T {
        let get = |code: &str| answers.get(code);
        look(&self.facts(&get, item))
    }

    /// The facts of a response whose answers that count `answers` finds.
    #[must_use]
    pub fn facts<'f>(&self, answers: &'f dyn Fn(&str) -> Option<&'f Answer>, item: Option<&'f Answers>) -> Facts<'f>
    where
        'a: 'f,
    {
        let Self { attributes, round, last, today } = *self;
        Facts { answers, item, this: None, attributes, round, last, today }
    }

    /// Whether a condition holds; without one it does.
    #[must_use]
    pub fn allow(&self, condition: Option<&Expression>, answers: &Answers, item: Option<&Answers>) -> bool {
        condition.is_none_or(|condition| self.look(answers, item, |facts| condition.holds(facts)))
    }

    /// The options on offer to someone who answered `answers`.
    #[must_use]
    pub fn offers<'q>(&self, options: &'q [Choice], answers: &Answers, item: Option<&Answers>) -> Vec<&'q Choice> {
        options.iter().filter(|choice| self.allow(choice.show_if.as_ref(), answers, item)).collect()
    }

    /// The rows that are asked of someone who answered `answers`.
    #[must_use]
    pub fn rows<'q>(&self, rows: &'q [Row], answers: &Answers, item: Option<&Answers>) -> Vec<&'q Row> {
        rows.iter().filter(|row| self.allow(row.show_if.as_ref(), answers, item)).collect()
    }
}

/// The way of one response through the questionnaire: which questions are asked, and the answers that count, calculated
/// values among them. A question that is not asked counts as unanswered for those after it.
#[derive(Clone, Debug, Default)]
pub struct Way<'q> {
    asked: HashSet<&'q str>,
    /// The answers that count.
    pub counted: Answers,
}

impl Way<'_> {
    /// Whether the question named `code` is asked.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        self.asked.contains(code)
    }
}

/// The way of someone who answered `answers` so far.
#[must_use]
pub fn asked<'q>(questionnaire: &'q Questionnaire, answers: &Answers, circumstances: Circumstances<'_>) -> Way<'q> {
    let mut way = Way::default();
    for section in &questionnaire.sections {
        if !circumstances.allow(section.show_if.as_ref(), &way.counted, None) {
            continue;
        }
        for question in &section.questions {
            way.pass(questionnaire, question, answers, circumstances);
        }
    }
    way
}

impl<'q> Way<'q> {
    fn pass(
        &mut self,
        questionnaire: &Questionnaire,
        question: &'q Question,
        answers: &Answers,
        circumstances: Circumstances<'_>,
    ) {
        if !is_reached(question, &self.counted, None, circumstances) {
            return;
        }
        self.asked.insert(question.code.as_str());
        let counted = match &question.kind {
            QuestionKind::Calculated { value, .. } => {
                circumstances.look(&self.counted, None, |facts| value.evaluate(facts)).and_then(calculated)
            }
            _ => answers.get(question.code.as_str()).and_then(|answer| {
                counting::count(questionnaire, question, answer, (&self.counted, None), circumstances)
            }),
        };
        if let Some(answer) = counted {
            self.counted.0.insert(question.code.clone(), answer);
        }
    }
}

/// A calculated value as an answer; a list has none.
fn calculated(value: Value) -> Option<Answer> {
    match value {
        Value::Number(number) => Some(Answer::Number(number)),
        Value::Text(text) => Some(Answer::Text(text)),
        Value::Bool(truth) => Code::parse(if truth { "true" } else { "false" }).ok().map(Answer::Choice),
        Value::List(_) => None,
    }
}

/// Whether `question` was asked of someone whose response holds `answers`, which were pruned.
#[must_use]
pub fn is_asked(question: &Question, answers: &Answers, circumstances: Circumstances<'_>) -> bool {
    is_reached(question, answers, None, circumstances)
}

/// Whether one question is asked, given the answers to earlier ones that count.
fn is_reached(
    question: &Question,
    counted: &Answers,
    item: Option<&Answers>,
    circumstances: Circumstances<'_>,
) -> bool {
    if question.cadence.is_some_and(|cadence| !circumstances.is_time_for(cadence)) {
        return false;
    }
    if let QuestionKind::Ranking { source: RankingSource::Selected(from), .. } = &question.kind
        && ticked(counted.get(from.as_str())).is_empty()
    {
        return false;
    }
    circumstances.allow(question.show_if.as_ref(), counted, item)
        && has_something_to_choose(question, counted, item, circumstances)
}

/// Whether an option or a row is left: a heading without fields is no question.
fn has_something_to_choose(
    question: &Question,
    counted: &Answers,
    item: Option<&Answers>,
    circumstances: Circumstances<'_>,
) -> bool {
    let is_left = |show_if: &Option<Expression>| circumstances.allow(show_if.as_ref(), counted, item);
    match &question.kind {
        QuestionKind::Single { options, .. }
        | QuestionKind::MultiSelect { options, .. }
        | QuestionKind::Ranking { source: RankingSource::Options(options), .. } => {
            options.iter().any(|option| is_left(&option.show_if))
        }
        QuestionKind::Matrix { rows, .. } | QuestionKind::Table { rows, .. } => {
            rows.iter().any(|row| is_left(&row.show_if))
        }
        _ => true,
    }
}

/// The questions of one item of a group that are asked, given its answers.
#[must_use]
pub fn asked_in_item<'q>(
    questions: &'q [Question],
    item: &Answers,
    counted: &Answers,
    circumstances: Circumstances<'_>,
) -> Vec<&'q Question> {
    questions.iter().filter(|question| is_reached(question, counted, Some(item), circumstances)).collect()
}

fn ticked(answer: Option<&Answer>) -> &[Code] {
    if let Some(Answer::Choices { codes, .. }) = answer { codes } else { &[] }
}

/// What enters the response: the answers to questions that are asked, of each what is still on offer, and calculated values.
#[must_use]
pub fn prune(questionnaire: &Questionnaire, answers: &Answers, circumstances: Circumstances<'_>) -> Answers {
    asked(questionnaire, answers, circumstances).counted
}

/// One thing that can be ranked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer<'q> {
    /// Its stable name.
    pub code: &'q Code,
    /// What it says.
    pub label: &'q LocalText,
}

/// What a ranking offers to someone who answered `answers`; nothing for another kind of question.
#[must_use]
pub fn offered<'q>(
    questionnaire: &'q Questionnaire,
    question: &'q Question,
    answers: &Answers,
    circumstances: Circumstances<'_>,
) -> Vec<Offer<'q>> {
    let QuestionKind::Ranking { source, .. } = &question.kind else { return vec![] };
    let source_kind = |code: &Code| questionnaire.question(code.as_str()).map(|question| &question.kind);
    let of_choice = |choice: &'q Choice| Offer { code: &choice.code, label: &choice.label };
    match source {
        RankingSource::Options(options) => {
            circumstances.offers(options, answers, None).into_iter().map(of_choice).collect()
        }
        RankingSource::Rows(from) => match source_kind(from) {
            Some(QuestionKind::Matrix { rows, .. }) => {
                let asked = circumstances.rows(rows, answers, None).into_iter();
                asked.map(|row| Offer { code: &row.code, label: &row.label }).collect()
            }
            _ => vec![],
        },
        RankingSource::Selected(from) => match source_kind(from) {
            Some(QuestionKind::MultiSelect { options, .. }) => {
                let ticked = ticked(answers.get(from.as_str()));
                let offers = options.iter().filter(|choice| !choice.exclusive && ticked.contains(&choice.code));
                offers.map(of_choice).collect()
            }
            _ => vec![],
        },
    }
}

#[cfg(test)]
mod tests;
