//! What a questionnaire is, once it has been read and checked.

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use super::code::{Code, NotACode};
use super::condition::Condition;
use crate::language::{Language, LocalText};

/// A questionnaire that passed every check: codes are unique, conditions look back only, every text exists in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// Its stable name.
    pub code: Code,
    /// How often it is meant to be asked, if it says so.
    pub cadence: Option<Cadence>,
    /// The languages every text exists in.
    pub languages: Vec<Language>,
    /// The language to fall back to; one of `languages`.
    pub default_language: Language,
    /// How long answering takes, in minutes.
    pub estimated_minutes: Option<u32>,
    /// Its title.
    pub title: LocalText,
    /// What is said before the first question.
    pub intro: Option<LocalText>,
    /// Its sections, at least one, each with at least one question.
    pub sections: Vec<Section>,
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
    pub show_if: Option<Condition>,
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

/// The kind of answer a question takes.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionKind {
    /// Exactly one of the options; `scale` says whether they form a three- or five-point scale with scores.
    Single {
        /// The options in order.
        options: Vec<Choice>,
        /// Whether the options are a scale.
        scale: Option<Scale>,
        /// Options in an order drawn per respondent.
        randomise: bool,
    },
    /// Any of the options.
    MultiSelect {
        /// The options in order.
        options: Vec<Choice>,
        /// At least so many, if the question is answered at all.
        min_choices: Option<usize>,
        /// At most so many.
        max_choices: Option<usize>,
        /// Options in an order drawn per respondent.
        randomise: bool,
    },
    /// One of the options for each row.
    Matrix {
        /// The rows in order.
        rows: Vec<Row>,
        /// The options, the same for every row.
        options: Vec<Choice>,
    },
    /// Some of the options in an order of preference.
    Ranking {
        /// What can be ranked.
        source: RankingSource,
        /// At most so many.
        max_ranks: usize,
    },
    /// A number.
    Numeric {
        /// The unit's code, such as `percent` or `thousand_eur`.
        unit: Option<String>,
        /// The least number allowed.
        min: Option<f64>,
        /// The greatest number allowed.
        max: Option<f64>,
        /// How many digits may follow the decimal sign.
        decimals: u8,
    },
    /// A whole number from 0 to 10.
    Nps,
    /// Free text.
    OpenText {
        /// At most so many characters.
        max_length: usize,
    },
}

impl QuestionKind {
    /// The earlier question a ranking takes its options from.
    #[must_use]
    pub fn takes_options_from(&self) -> Option<&Code> {
        match self {
            Self::Ranking { source: RankingSource::Selected(from) | RankingSource::Rows(from), .. } => Some(from),
            _ => None,
        }
    }
}

/// A scale with scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// +1, 0, −1.
    ThreePoint,
    /// +1, +½, 0, −½, −1.
    FivePoint,
}

/// Where the options of a ranking come from.
#[derive(Clone, Debug, PartialEq)]
pub enum RankingSource {
    /// Options of its own.
    Options(Vec<Choice>),
    /// The options of an earlier multi-select question that were ticked.
    Selected(Code),
    /// The rows of an earlier matrix question.
    Rows(Code),
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its stable name.
    pub code: Code,
    /// What it says.
    pub label: LocalText,
    /// Its score, between −1 and +1.
    pub score: Option<f64>,
    /// Rules out every other option of a multi-select question.
    pub exclusive: bool,
    /// Takes a text of the respondent's own ("other, namely").
    pub other_text: bool,
    /// Keeps its place at the end when the order is drawn.
    pub anchored_last: bool,
}

/// One row of a matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its stable name, unique in the questionnaire's question.
    pub code: Code,
    /// What it says.
    pub label: LocalText,
    /// The way out of this row; absent: not offered.
    pub dont_know: Option<Choice>,
    /// The indicator it feeds, kept as written.
    pub indicator: Option<String>,
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
    /// Every question in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question named `code`.
    #[must_use]
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code.as_str() == code)
    }

    /// The section named `code` and its place, counted from 0.
    #[must_use]
    pub fn section(&self, code: &str) -> Option<(usize, &Section)> {
        self.sections.iter().enumerate().find(|(_, section)| section.code.as_str() == code)
    }
}
