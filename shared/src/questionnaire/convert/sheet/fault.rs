//! Why a workbook cannot be read.

use thiserror::Error;

/// Why a workbook cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct Fault {
    /// The part of the archive, where it is in one.
    pub part: Option<String>,
    /// The sheet, where it is in one.
    pub sheet: Option<String>,
    /// The row, counted from 1.
    pub row: Option<u32>,
    /// The column, counted from 0.
    pub column: Option<u16>,
    /// What is wrong and how to mend it.
    pub reason: String,
}

impl Fault {
    /// A fault of the whole file.
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self { part: None, sheet: None, row: None, column: None, reason: reason.into() }
    }

    /// The file is not what it should be on the inside.
    pub(super) fn broken(what: impl std::fmt::Display) -> Self {
        Self::new(format!("the file is damaged ({what}); open it in a spreadsheet program and save it again as .xlsx"))
    }

    pub(super) fn in_part(mut self, path: &str) -> Self {
        self.part.get_or_insert_with(|| path.to_owned());
        self
    }

    pub(super) fn in_sheet(mut self, sheet: &str) -> Self {
        self.sheet.get_or_insert_with(|| sheet.to_owned());
        self
    }

    pub(super) fn at(mut self, row: u32, column: Option<u16>) -> Self {
        if self.row.is_none() && row > 0 {
            (self.row, self.column) = (Some(row), column);
        }
        self
    }
}
