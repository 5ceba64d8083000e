//! The figures of one question, as they may be shown.

use super::classes::Class;
use super::disclosure::Count;
use crate::language::LocalText;
use crate::questionnaire::model::{Choice, Code, Question, Row};

/// The results of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionResult<'q> {
    /// The question.
    pub question: &'q Question,
    /// One item; of a matrix, one for each row in order.
    pub items: Vec<Item<'q>>,
}

/// What is answered with one answer: a question, or a row of a matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'q> {
    /// The row, if the question is a matrix.
    pub row: Option<&'q Row>,
    /// Companies that were asked and have submitted.
    pub asked: Count,
    /// Companies that answered: the base of every share and mean, n.
    pub answered: Count,
    /// Companies that said they don't know or it does not apply; not part of the base.
    pub dont_know: Count,
    /// Companies that were asked and left it blank.
    pub skipped: Count,
    /// The figures.
    pub figures: Outcome<'q>,
}

/// The figures of one item, if there are any to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<'q> {
    /// These.
    Shown(Figures<'q>),
    /// Too few answers.
    Withheld,
    /// Nobody answered.
    Nobody,
}

/// Figures by kind of question. Shares lie between 0 and 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Figures<'q> {
    /// One option each: shares add to 1.
    Options {
        /// The options in the questionnaire's order.
        options: Vec<OptionShare<'q>>,
        /// The balance, between −100 and +100, if every option has a score.
        balance: Option<f64>,
    },
    /// Any of the options: shares of those who ticked at least one; they need not add to 1.
    MultiSelect {
        /// The options in the questionnaire's order.
        options: Vec<OptionShare<'q>>,
    },
    /// An order of preference.
    Ranking {
        /// What could be ranked, in the questionnaire's order.
        options: Vec<Ranked<'q>>,
        /// How many could be ranked.
        max_ranks: usize,
    },
    /// A number. Least and greatest are never shown: they belong to one company.
    Numeric {
        /// The arithmetic mean.
        mean: f64,
        /// The middle number, or the mean of the middle two.
        median: f64,
        /// How the numbers spread; none if they do not.
        classes: Vec<Class>,
    },
    /// A recommendation from 0 to 10.
    Nps {
        /// Share of 9–10 minus share of 0–6, times 100.
        score: f64,
        /// Answers 0 to 10.
        counts: [u64; 11],
    },
    /// Texts in their own words, in alphabetical order: no order ties two texts to one company.
    Texts {
        /// At most [`TEXTS_SHOWN`] of them.
        texts: Vec<String>,
    },
    /// Files: how many companies sent any is the base; no file is shown among results.
    Files,
}

/// At most so many texts are kept of one question.
pub const TEXTS_SHOWN: usize = 500;

/// One option of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OptionShare<'q> {
    /// The option.
    pub choice: &'q Choice,
    /// Who chose it.
    pub count: u64,
    /// Their share of the base.
    pub share: f64,
}

/// One thing that could be ranked (STATISTICS §7).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked<'q> {
    /// Its stable name.
    pub code: &'q Code,
    /// What it says.
    pub label: &'q LocalText,
    /// Who ranked it first.
    pub first: u64,
    /// Their share of the base.
    pub first_share: f64,
    /// Who ranked it at all.
    pub ranked: u64,
    /// Their share of the base.
    pub ranked_share: f64,
    /// Mean of the points: as many as there are ranks for the first, 1 for the last, 0 for not ranked.
    pub points: f64,
}

impl Count {
    /// The number, if it may be known.
    #[must_use]
    pub const fn known(self) -> Option<u64> {
        match self {
            Self::Known(number) => Some(number),
            Self::Withheld => None,
        }
    }
}

impl<'q> Item<'q> {
    /// The figures, if they are shown.
    #[must_use]
    pub const fn shown(&self) -> Option<&Figures<'q>> {
        match &self.figures {
            Outcome::Shown(figures) => Some(figures),
            Outcome::Withheld | Outcome::Nobody => None,
        }
    }
}
