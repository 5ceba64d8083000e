//! What a questionnaire is, once it has been read and checked.

mod choice;
mod entry;
mod kind;
mod table;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::answer::Answers;
pub use super::code::{Code, NotACode};
use super::expression::Expression;
use crate::language::{Language, LocalText};

pub use choice::{Choice, Row, Scale};
pub use entry::{Moment, NumberFormat, Precision, RatingLook, TextFormat, Upload};
pub use kind::{ChoiceLook, OptionOrder, QuestionKind, RankingSource};
pub use table::{Cell, Column, Total};

/// A questionnaire that passed every check: codes are unique, conditions look back only, every text exists in every language
/// it is offered in.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// Its stable name.
    pub code: Code,
    /// How often it is meant to be asked, if it says so.
    pub cadence: Option<Cadence>,
    /// The languages every text exists in, and that respondents are offered.
    pub languages: Vec<Language>,
    /// The languages it is being translated into: texts may be missing, and nobody is offered them yet.
    pub languages_in_work: Vec<Language>,
    /// The language to fall back to; one of `languages`.
    pub default_language: Language,
    /// How long answering takes, in minutes.
    pub estimated_minutes: Option<u32>,
    /// Its title.
    pub title: LocalText,
    /// What is said before the first question.
    pub intro: Option<LocalText>,
    /// What is said on the receipt.
    pub thanks: Option<LocalText>,
    /// Whether sections can be answered in any order, from a list of them.
    pub hub: bool,
    /// Its sections, at least one, each with at least one question.
    pub sections: Vec<Section>,
    /// The expressions between `{{` and `}}` in its texts, by how they are written there.
    pub pipes: BTreeMap<String, Expression>,
    /// Indicators computed from balances, kept as written until the statistics use them.
    pub derived: Vec<Derived>,
}

/// How often a questionnaire or a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cadence {
    /// One time only.
    Once,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// Once a year; of a question: in the year's last round only.
    #[serde(alias = "annual")]
    Yearly,
}

impl Cadence {
    /// The word in the database and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::Yearly => "yearly",
        }
    }
}

impl std::str::FromStr for Cadence {
    type Err = NotACadence;
    fn from_str(text: &str) -> Result<Self, NotACadence> {
        match text {
            "once" => Ok(Self::Once),
            "monthly" => Ok(Self::Monthly),
            "quarterly" => Ok(Self::Quarterly),
            "yearly" => Ok(Self::Yearly),
            other => Err(NotACadence(other.chars().take(40).collect())),
        }
    }
}

/// The text names no cadence.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not a cadence; write once, monthly, quarterly or yearly")]
pub struct NotACadence(String);

/// A page of the questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its stable name, also its address.
    pub code: Code,
    /// Its heading.
    pub title: LocalText,
    /// What is said below the heading.
    pub intro: Option<LocalText>,
    /// Asked only if this holds.
    pub show_if: Option<Expression>,
    /// Whether its questions come in an order drawn per respondent.
    pub randomise: bool,
    /// Its questions in order.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its stable name.
    pub code: Code,
    /// The question itself.
    pub text: LocalText,
    /// A help text below it.
    pub help: Option<LocalText>,
    /// Asked only if this holds.
    pub show_if: Option<Expression>,
    /// Whether it may be left out.
    pub required: Required,
    /// Rules of its own that an answer keeps, in order.
    pub checks: Vec<Check>,
    /// Asked only in the year's last round if [`Cadence::Yearly`].
    pub cadence: Option<Cadence>,
    /// Identical in every round, so that rounds can be compared.
    pub core: bool,
    /// Whether a high score is good news or bad.
    pub polarity: Polarity,
    /// The indicator it feeds, kept as written until the statistics use it.
    pub indicator: Option<String>,
    /// Whether its verbatim answers may ever be published.
    pub publish: Publish,
    /// Whether totals need the dominance rules of disclosure control.
    pub sensitive: bool,
    /// The way out for who cannot say; stored as its own code, never as 0. Absent: not offered.
    pub dont_know: Option<Choice>,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
}

/// Whether a high score is good news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is.
    #[default]
    Positive,
    /// It is bad news.
    Negative,
}

/// What may become of verbatim answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Publish {
    /// Its tables may be published.
    #[default]
    Tables,
    /// Read by staff, never published.
    Never,
}

/// Whether a question may be left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Required {
    /// It may.
    #[default]
    No,
    /// It may, after a second look.
    Soft,
    /// It may not.
    Hard,
}

/// A rule that an answer keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What holds; `this` is the answer.
    pub rule: Expression,
    /// What is said if it does not.
    pub message: LocalText,
    /// Whether it only asks for a second look and lets the answer pass.
    pub soft: bool,
}

/// An indicator computed from balances, kept as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// Its stable name.
    pub code: Code,
    /// How it is computed.
    pub formula: String,
}

impl Questionnaire {
    /// The language a respondent who wants `wanted` is asked in: one that is still being translated is not shown.
    #[must_use]
    pub fn spoken<'a>(&'a self, wanted: &'a Language) -> &'a Language {
        if self.languages.contains(wanted) { wanted } else { &self.default_language }
    }

    /// Every question in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question named `code`.
    #[must_use]
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code.as_str() == code)
    }

    /// Whether anything that is asked is among `answers`: what was calculated alone is no answer.
    #[must_use]
    pub fn is_answered(&self, answers: &Answers) -> bool {
        self.questions().any(|question| question.kind.asks() && answers.get(question.code.as_str()).is_some())
    }

    /// The section named `code` and its place, counted from 0.
    #[must_use]
    pub fn section(&self, code: &str) -> Option<(usize, &Section)> {
        self.sections.iter().enumerate().find(|(_, section)| section.code.as_str() == code)
    }
}
