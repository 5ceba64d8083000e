//! What an expression looks at when it is evaluated.

use chrono::NaiveDate;

use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::attributes::Attributes;
use crate::questionnaire::period::Period;

/// What is known of one response at the moment of evaluation.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The answers that count: those to questions that are asked.
    pub answers: &'a dyn Fn(&str) -> Option<&'a Answer>,
    /// The item of the repeating group that the expression stands in.
    pub item: Option<&'a Answers>,
    /// The answer being validated.
    pub this: Option<&'a Answer>,
    /// What the panel knows of the company.
    pub attributes: &'a Attributes,
    /// The name of the round.
    pub round: Option<&'a str>,
    /// The company's answers of the last round.
    pub last: Option<&'a Answers>,
    /// The day of today.
    pub today: Option<NaiveDate>,
}

impl<'a> Facts<'a> {
    /// Facts of a response whose answers that count are `answers`; the rest is filled in by who knows it.
    #[must_use]
    pub const fn new(answers: &'a dyn Fn(&str) -> Option<&'a Answer>, attributes: &'a Attributes) -> Self {
        Self { answers, item: None, this: None, attributes, round: None, last: None, today: None }
    }

    /// What the round stands for.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.round.and_then(Period::parse)
    }
}

impl std::fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Facts").field("round", &self.round).field("today", &self.today).finish_non_exhaustive()
    }
}
