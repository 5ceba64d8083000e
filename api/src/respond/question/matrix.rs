//! Rows whose options are the same: a grid on wide screens, cards on phones.

use rundfrage_shared::questionnaire::model::{Choice, Row};

use super::choose::OptionView;
use super::make::Maker;

/// Rows of a matrix under one heading line.
const GRID_ROWS: usize = 7;
/// Columns that fit side by side on a wide screen.
const GRID_COLUMNS: usize = 7;

/// A matrix.
#[derive(Debug)]
pub struct MatrixView {
    /// How many columns the grid has; 0 if it would be too wide for one.
    pub columns: usize,
    /// The headings of the columns.
    pub heads: Vec<String>,
    /// Its rows, at most seven together.
    pub groups: Vec<Vec<RowView>>,
    /// Whether several options of a row can be ticked.
    pub is_several: bool,
}

/// A row of a matrix.
#[derive(Debug)]
pub struct RowView {
    /// The name of its field.
    pub name: String,
    /// What it says.
    pub label: String,
    /// Its options.
    pub options: Vec<OptionView>,
    /// Its way out.
    pub apart: Option<OptionView>,
}

impl<'a> Maker<'a> {
    /// The rows that are asked.
    pub(super) fn rows(&self, rows: &'a [Row]) -> Vec<&'a Row> {
        self.circumstances.rows(rows, self.counted, self.item)
    }

    pub(super) fn matrix(&self, name: &str, rows: &'a [Row], options: &[Choice]) -> MatrixView {
        self.grid(rows, options, false, &|row| format!("{name}.{}", row.code))
    }

    /// The rows with fields named by `named`.
    pub(super) fn grid(
        &self,
        rows: &'a [Row],
        options: &[Choice],
        is_several: bool,
        named: &dyn Fn(&Row) -> String,
    ) -> MatrixView {
        let rows = self.rows(rows);
        let way_out = rows.iter().find_map(|row| row.dont_know.as_ref());
        let heads: Vec<String> = options.iter().chain(way_out).map(|choice| self.voice.say(&choice.label)).collect();
        let rows: Vec<RowView> = rows.iter().map(|row| self.row(named(row), row, options)).collect();
        // Groups of the same size rather than a full one and a rest.
        let size = rows.len().div_ceil(rows.len().div_ceil(GRID_ROWS).max(1)).max(1);
        let mut rows = rows.into_iter().peekable();
        let mut groups = Vec::new();
        while rows.peek().is_some() {
            groups.push(rows.by_ref().take(size).collect());
        }
        let columns = if heads.len() <= GRID_COLUMNS { heads.len() } else { 0 };
        MatrixView { columns, heads, groups, is_several }
    }

    fn row(&self, name: String, row: &Row, options: &[Choice]) -> RowView {
        let option = |(place, choice): (usize, &Choice)| self.option(&name, choice, place == 0, "");
        RowView {
            label: self.voice.say(&row.label),
            options: options.iter().enumerate().map(option).collect(),
            apart: row.dont_know.as_ref().map(|choice| self.option(&name, choice, false, "")),
            name,
        }
    }
}
