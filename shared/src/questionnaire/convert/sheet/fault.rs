//! Why a workbook cannot be read.

use thiserror::Error;

/// Why a workbook cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct Fault {
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
        Self { sheet: None, row: None, column: None, reason: reason.into() }
    }

    /// The file is not what it should be on the inside.
    pub(super) fn broken(what: impl std::fmt::Display) -> Self {
        Self::new(format!("the file is damaged ({what}); open it in a spreadsheet program and save it again as .xlsx"))
    }

    pub(super) fn in_sheet(mut self, sheet: &str) -> Self {
        self.sheet.get_or_insert_with(|| sheet.to_owned());
        self
    }

    pub(super) fn at(mut self, row: u32, column: u16) -> Self {
        self.row.get_or_insert(row);
        self.column.get_or_insert(column);
        self
    }
}
