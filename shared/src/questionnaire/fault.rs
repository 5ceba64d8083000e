//! What can be wrong with an answer. The texts people read are made from these by the pages, in their language.

use super::model::{Code, Moment, Precision, TextFormat};
use crate::file::FileFault;
use crate::language::LocalText;

/// One thing wrong with the answers of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldProblem {
    /// The form field to link to, named as in [`form`](super::form).
    pub field: String,
    /// The question it belongs to; `None` for a field that belongs to none of the page.
    pub question: Option<Code>,
    /// What is wrong.
    pub fault: Fault,
}

impl FieldProblem {
    /// What is wrong with a question, at the field of one of its parts or at its own.
    #[must_use]
    pub fn of(question: &Code, part: Option<&str>, fault: Fault) -> Self {
        let field = part.map_or_else(|| question.to_string(), |part| format!("{question}.{part}"));
        Self { field, question: Some(question.clone()), fault }
    }

    /// A field that belongs to no question of the page.
    #[must_use]
    pub const fn unknown(field: String) -> Self {
        Self { field, question: None, fault: Fault::UnknownField }
    }
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The page has no such field: another section's, or one made up.
    UnknownField,
    /// The question is not asked of this company.
    NotAsked,
    /// The question has no such option.
    UnknownOption,
    /// Two different values where there can be one.
    Repeated,
    /// The answer is of another kind than the question, or empty.
    WrongKind,
    /// This cannot be read as a number.
    NotANumber,
    /// There is a figure, but with another unit beside it, or with something else that is no number.
    NotInUnit {
        /// The code of the unit in which it is asked.
        unit: String,
    },
    /// The number is outside its bounds.
    OutOfRange {
        /// The least number allowed.
        min: Option<f64>,
        /// The greatest number allowed.
        max: Option<f64>,
    },
    /// Too many digits follow the decimal sign; with 0 it must be a whole number.
    TooManyDecimals {
        /// How many may follow.
        allowed: u8,
    },
    /// The text is not written as its format asks for.
    NotWritten(TextFormat),
    /// This cannot be read as a date or a time.
    NotAMoment(Precision),
    /// The date or time is outside its bounds.
    OutOfTime(Moment),
    /// The question must be answered.
    Missing,
    /// A rule of the questionnaire does not hold; what it says.
    Rule(LocalText),
    /// The numbers do not come to what they must.
    WrongTotal {
        /// What they must come to.
        wanted: f64,
        /// What they come to.
        given: f64,
    },
    /// Of the numbers that must come to something there is none, though the table is answered otherwise.
    NothingToSum {
        /// The heading of their column.
        column: LocalText,
        /// What they must come to.
        wanted: f64,
        /// The code of their unit.
        unit: Option<String>,
    },
    /// A group was filled in too seldom.
    TooFewItems {
        /// At least so often.
        least: usize,
        /// So often it was.
        given: usize,
    },
    /// A group was filled in too often.
    TooManyItems {
        /// At most so often.
        most: usize,
        /// So often it was.
        given: usize,
    },
    /// The text is too long.
    TooLong {
        /// Characters allowed.
        allowed: usize,
        /// Characters given.
        given: usize,
    },
    /// Too few options are ticked.
    TooFew {
        /// At least so many.
        least: usize,
        /// Ticked.
        given: usize,
    },
    /// Too many options are ticked or ranked.
    TooMany {
        /// At most so many.
        most: usize,
        /// Ticked or ranked.
        given: usize,
    },
    /// There are too many files.
    TooManyFiles {
        /// At most so many.
        most: usize,
    },
    /// A file is not taken.
    File {
        /// Its name, as it may be shown.
        name: String,
        /// Why.
        fault: FileFault,
    },
    /// An option that rules out the others is ticked beside others.
    NotAlone,
    /// The same thing stands at two ranks.
    RankedTwice,
    /// A rank is left out before one that is taken.
    RankGap {
        /// The first rank that is empty, counted from 1.
        rank: usize,
    },
}
