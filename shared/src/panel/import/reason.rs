//! Why a row is refused, in words that say how to mend it.

use std::borrow::Cow;
use std::fmt;

use crate::email::NotAnAddress;
use crate::name::{NotAName, excerpt};
use crate::panel::AttributeError;
use crate::text::{InterfaceLanguage, Words};

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its number: the heading is row 1.
    pub row: u64,
    /// The column as it is named in our own files, the heading of a free attribute, `duplicate` or `row`.
    pub column: String,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a cell or a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing stands there, but something must.
    Missing,
    /// Longer than so many characters.
    TooLong(usize),
    /// A line break.
    LineBreak,
    /// An invisible character.
    Control,
    /// A character that got lost.
    Torn,
    /// Not a code of NACE Rev. 2.
    Sector(String),
    /// Another section than the sector's.
    Section {
        /// The letter in the file.
        given: String,
        /// The letter that the sector has.
        right: &'static str,
    },
    /// Not a size class.
    Size(String),
    /// Neither size class nor employees.
    SizeMissing,
    /// Not a number of employees.
    Employees(String),
    /// Not a Kreis.
    Region(String),
    /// Not an e-mail address.
    Email(String),
    /// An address at a machine's number.
    EmailLiteral(String),
    /// Not a language.
    Language(String),
    /// The company's number stands in an earlier row.
    Duplicate {
        /// That row.
        first_row: u64,
    },
    /// More cells than headings.
    TooManyCells {
        /// How many cells.
        found: usize,
        /// How many headings.
        expected: usize,
    },
}

impl Reason {
    /// What to tell people.
    #[must_use]
    pub fn text(&self, words: Words) -> Cow<'static, str> {
        let value = |key: &str, value: &str| words.with_one(key, "value", excerpt(value, 40));
        match self {
            Self::Missing => words.text("panel-refused-missing"),
            Self::TooLong(longest) => words.with_one("panel-refused-too-long", "longest", *longest),
            Self::LineBreak => words.text("panel-refused-line-break"),
            Self::Control => words.text("panel-refused-control"),
            Self::Torn => words.text("panel-refused-torn"),
            Self::Sector(text) => value("panel-refused-sector", text),
            Self::Section { given, right } => {
                words.with("panel-refused-section", &[("value", excerpt(given, 40).into()), ("right", (*right).into())])
            }
            Self::Size(text) => value("panel-refused-size", text),
            Self::SizeMissing => words.text("panel-refused-size-missing"),
            Self::Employees(text) => value("panel-refused-employees", text),
            Self::Region(text) => value("panel-refused-region", text),
            Self::Email(text) => value("panel-refused-email", text),
            Self::EmailLiteral(text) => value("panel-refused-email-literal", text),
            Self::Language(text) => value("panel-refused-language", text),
            Self::Duplicate { first_row } => words.with_one("panel-refused-duplicate", "row", *first_row),
            Self::TooManyCells { found, expected } => {
                words.with("panel-refused-cells", &[("found", (*found).into()), ("expected", (*expected).into())])
            }
        }
    }
}

impl fmt::Display for Refusal {
    /// `row N: column: reason`, in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: {}: {}", self.row, self.column, self.reason.text(Words(InterfaceLanguage::English)))
    }
}

impl From<NotAName> for Reason {
    fn from(error: NotAName) -> Self {
        match error {
            NotAName::Empty => Self::Missing,
            NotAName::TooLong => Self::TooLong(crate::name::Name::MAX),
            NotAName::LineBreak => Self::LineBreak,
            NotAName::Control => Self::Control,
            NotAName::Torn => Self::Torn,
        }
    }
}

impl From<AttributeError> for Reason {
    fn from(error: AttributeError) -> Self {
        match error {
            AttributeError::Empty => Self::Missing,
            AttributeError::TooLong(longest) => Self::TooLong(longest),
            AttributeError::Characters(error) => error.into(),
        }
    }
}

impl From<NotAnAddress> for Reason {
    fn from(error: NotAnAddress) -> Self {
        match error {
            NotAnAddress::Empty => Self::Missing,
            NotAnAddress::TooLong => Self::TooLong(254),
            NotAnAddress::Malformed(text) => Self::Email(text),
            NotAnAddress::AddressLiteral(text) => Self::EmailLiteral(text),
        }
    }
}
