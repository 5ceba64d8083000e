//! A sheet whose first row says what stands in the columns.

use super::super::report::Report;
use super::super::sheet::{Row, Sheet, Workbook};
use super::heading::{Field, Heading};
use super::place::{Faults, numbers, place};

/// Columns with a heading.
const MOST_COLUMNS: usize = 500;

/// What is wrong with a formula without a value.
pub const UNSAVED: &str = "the value of the formula in this cell was not saved; open the file in a spreadsheet program and save it, or \
                           write a text";

/// A sheet with headings.
pub struct Table<'w> {
    book: &'w Workbook<'w>,
    sheet: &'w Sheet,
    /// Its columns that have a heading.
    pub columns: Vec<Column<'w>>,
}

/// A column.
pub struct Column<'w> {
    /// Counted from 0.
    pub index: u16,
    /// What it says.
    pub heading: Heading,
    /// The heading as it is written.
    pub written: &'w str,
}

impl<'w> Table<'w> {
    /// Reads the headings; two columns that say the same are a fault.
    pub fn new(book: &'w Workbook<'w>, sheet: &'w Sheet, faults: &mut Faults) -> Self {
        let mut table = Self { book, sheet, columns: Vec::new() };
        let Some(first) = sheet.rows.first() else { return table };
        for index in first.columns().take(MOST_COLUMNS + 1) {
            let written = book.text(first, index).trim();
            let heading = Heading::read(written);
            let here = || place(&sheet.name, first.number, Some((index, written)));
            if table.columns.len() == MOST_COLUMNS {
                faults.add(here(), format!("there are more than {MOST_COLUMNS} columns; remove what is not needed"));
                break;
            }
            if let Some(other) = table.columns.iter().find(|other| other.heading.is_same(&heading)) {
                let other = place(&sheet.name, first.number, Some((other.index, other.written)));
                faults.add(here(), format!("this heading stands twice, also in {other}; keep one of the two columns"));
            }
            table.columns.push(Column { index, heading, written });
        }
        table
    }

    /// Whether its sheet has this name, in any case.
    pub fn is(&self, name: &str) -> bool {
        self.sheet.name.trim().eq_ignore_ascii_case(name)
    }

    /// The rows below the headings.
    pub fn rows(&self) -> &'w [Row] {
        self.sheet.rows.get(1..).unwrap_or_default()
    }

    /// The number of the row of headings.
    pub fn first_row(&self) -> u32 {
        self.sheet.rows.first().map_or(1, |row| row.number)
    }

    /// What stands in a column, trimmed.
    pub fn cell(&self, row: &'w Row, column: u16) -> &'w str {
        self.book.text(row, column).trim()
    }

    /// The column of a field that has no languages.
    pub fn column(&self, field: &Field) -> Option<&Column<'w>> {
        let columns = self.columns.iter().filter(|column| column.heading.field == *field);
        columns.min_by_key(|column| column.heading.language.is_some())
    }

    /// What a row says in a field, trimmed; nothing if there is no such column.
    pub fn get(&self, row: &'w Row, field: &Field) -> &'w str {
        self.column(field).map_or("", |column| self.cell(row, column.index))
    }

    /// The texts of a row in a field, each with its language as it is written.
    pub fn texts<'t>(&'t self, row: &'w Row, field: &'t Field) -> impl Iterator<Item = (Option<&'t str>, &'w str)> {
        let columns = self.columns.iter().filter(move |column| column.heading.field == *field);
        let text = |column: &'t Column<'w>| (column.heading.language.as_deref(), self.cell(row, column.index));
        columns.map(text).filter(|(_, text)| !text.is_empty())
    }

    /// A place in a row, in words.
    pub fn place(&self, row: &Row, field: &Field) -> String {
        let column = self.column(field).map(|column| (column.index, column.written));
        place(&self.sheet.name, row.number, column)
    }

    /// A row, in words.
    pub fn row_place(&self, row: &Row) -> String {
        place(&self.sheet.name, row.number, None)
    }

    /// The row of headings, in words.
    pub fn row_place_of_headings(&self) -> String {
        place(&self.sheet.name, self.first_row(), None)
    }

    /// The heading of a column, in words.
    pub fn heading_place(&self, column: &Column<'_>) -> String {
        place(&self.sheet.name, self.first_row(), Some((column.index, column.written)))
    }

    /// Notes the cells with a heading that hold an error instead of a value, or a formula without one.
    pub fn refuse_errors(&self, faults: &mut Faults) {
        for here in self.unsaved() {
            faults.add(here, UNSAVED);
        }
        for row in self.rows() {
            for column in self.columns.iter().filter(|column| row.is_error(column.index)) {
                let here = place(&self.sheet.name, row.number, Some((column.index, column.written)));
                let text = self.cell(row, column.index);
                faults.add(here, format!("the cell holds the error {text}; correct its formula or write a text"));
            }
        }
    }

    /// Where there are formulas below a heading whose value was not saved.
    pub fn unsaved(&self) -> impl Iterator<Item = String> {
        self.sheet.unsaved.iter().filter_map(|(row, index)| {
            let column = self.columns.iter().find(|column| column.index == *index)?;
            Some(place(&self.sheet.name, *row, Some((column.index, column.written))))
        })
    }

    /// Tells of the columns that have formulas: what was saved with them stands.
    pub fn tell_formulas(&self, report: &mut Report) {
        for column in &self.columns {
            let rows: Vec<u32> =
                self.rows().iter().filter(|row| row.is_formula(column.index)).map(|row| row.number).collect();
            if !rows.is_empty() {
                let reason = format!("formulas, which are not computed here: rows {}", numbers(&rows));
                report.replaced(self.heading_place(column), reason, "the value that was saved with each");
            }
        }
    }
}
