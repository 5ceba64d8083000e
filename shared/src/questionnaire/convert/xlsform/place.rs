//! Where things stand in a form, and what is so wrong there that the form cannot be used.

use super::super::sheet::{Fault, column_name};
use crate::name::excerpt;
use crate::questionnaire::problem::Problem;

/// More than this nobody reads.
const MOST: usize = 200;

/// Rows that are named one by one.
pub const MOST_NUMBERS: usize = 20;

/// A place in words: sheet, row and column.
pub fn place(sheet: &str, row: u32, column: Option<(u16, &str)>) -> String {
    let sheet = excerpt(sheet, 40);
    match column {
        Some((column, heading)) => {
            format!("sheet {sheet}, row {row}, column {} ({})", column_name(column), excerpt(heading, 60))
        }
        None => format!("sheet {sheet}, row {row}"),
    }
}

/// Numbers of rows in words, the first of many.
pub fn numbers(rows: &[u32]) -> String {
    let told: Vec<_> = rows.iter().take(MOST_NUMBERS).map(ToString::to_string).collect();
    let more = rows.len().saturating_sub(MOST_NUMBERS);
    if more > 0 { format!("{} and {more} more", told.join(", ")) } else { told.join(", ") }
}

/// Collects what makes a form unusable, so that all of it is told at once.
#[derive(Default)]
pub struct Faults(Vec<Problem>);

impl Faults {
    /// Notes one.
    pub fn add(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        let reason = match self.0.len() {
            0..MOST => reason.into(),
            MOST => "there are further problems; mend these first".into(),
            _ => return,
        };
        let path = if self.0.len() == MOST { String::new() } else { place.into() };
        self.0.push(Problem { line: None, path, reason: excerpt(&reason, 1_000) });
    }

    /// Notes why the workbook itself cannot be read.
    pub fn workbook(fault: Fault) -> Vec<Problem> {
        let Fault { part, sheet, row, column, reason } = fault;
        let part = part.map(|part| format!("part {}", excerpt(&part, 60)));
        let mut path = sheet.map(|sheet| format!("sheet {}", excerpt(&sheet, 40))).or(part).unwrap_or_default();
        if let Some(row) = row.filter(|row| *row > 0) {
            let column = column.map(|column| format!(", column {}", column_name(column))).unwrap_or_default();
            path = format!("{path}, row {row}{column}");
        }
        vec![Problem { line: None, path, reason: excerpt(&reason, 1_000) }]
    }

    /// Whether there are any.
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// What was collected.
    pub fn into_problems(self) -> Vec<Problem> {
        self.0
    }
}
