//! Why a file as a whole is not taken.

use std::fmt;

use super::{MAX_BYTES, MAX_ROWS};
use crate::db::DbError;
use crate::text::{InterfaceLanguage, Words};

/// Why a file as a whole is not taken; nothing was changed.
#[derive(Debug)]
pub enum ImportError {
    /// It cannot be read.
    Read(std::io::Error),
    /// It holds nothing.
    Empty,
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It has more rows than [`MAX_ROWS`].
    TooManyRows,
    /// It is an Excel workbook.
    Workbook,
    /// It is a web page or XML.
    Markup,
    /// It is not text.
    Binary,
    /// Headings that must be there are not.
    MissingHeadings {
        /// Which.
        missing: Vec<&'static str>,
        /// What stands in the first row, shortened.
        found: Vec<String>,
    },
    /// The same heading twice, or two headings for the same thing.
    DoubleHeading(String),
    /// The heading of a free attribute is not on one line, or too long.
    BadHeading(String),
    /// More free attributes than a panel takes.
    TooManyAttributes,
    /// There is a heading and nothing below it.
    NoRows,
    /// A row is too long to be one, or has too many columns: most likely a quotation mark is not closed.
    OverlongRow(u64),
    /// The program that reads it was stopped.
    Interrupted(String),
    /// The database failed.
    Db(DbError),
}

impl ImportError {
    /// What to tell people.
    #[must_use]
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::Read(error) => words.with_one("panel-file-unreadable", "cause", error.to_string()),
            Self::Empty => words.text("panel-file-empty"),
            Self::TooLarge => words.with_one("panel-file-too-large", "limit", MAX_BYTES / 1_000_000),
            Self::TooManyRows => words.with_one(
                "panel-file-too-many-rows",
                "limit",
                words.integer(i64::try_from(MAX_ROWS).unwrap_or(i64::MAX)),
            ),
            Self::Workbook => words.text("panel-file-workbook"),
            Self::Markup => words.text("panel-file-markup"),
            Self::Binary => words.text("panel-file-binary"),
            Self::MissingHeadings { missing, found } => words.with(
                "panel-file-missing-headings",
                &[("missing", missing.join(", ").into()), ("found", found.join(", ").into())],
            ),
            Self::DoubleHeading(heading) => words.with_one("panel-file-double-heading", "heading", heading.as_str()),
            Self::BadHeading(heading) => words.with_one("panel-file-bad-heading", "heading", heading.as_str()),
            Self::TooManyAttributes => {
                words.with_one("panel-file-too-many-attributes", "limit", super::heading::MAX_ATTRIBUTES)
            }
            Self::NoRows => words.text("panel-file-no-rows"),
            Self::OverlongRow(row) => words.with_one("panel-file-overlong-row", "row", *row),
            Self::Interrupted(_) => words.text("panel-file-interrupted"),
            Self::Db(_) => words.text("panel-file-database"),
        }
        .into_owned()
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Words(InterfaceLanguage::English)))
    }
}

impl std::error::Error for ImportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read(error) => Some(error),
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl From<DbError> for ImportError {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

impl From<std::io::Error> for ImportError {
    fn from(error: std::io::Error) -> Self {
        Self::Read(error)
    }
}
