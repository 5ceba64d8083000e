//! Tables: a cell for each row and column, and what columns come to.

use std::ops::RangeInclusive;

use rundfrage_shared::questionnaire::expression::Value;
use rundfrage_shared::questionnaire::form::DONT_KNOW;
use rundfrage_shared::questionnaire::model::{Cell, Choice, Column, NumberFormat, Row, TextFormat, Total};
use rundfrage_shared::questionnaire::sum::reachable;
use rundfrage_shared::questionnaire::unit;

use super::Kind;
use super::choose::OptionView;
use super::field::{FieldView, TextView};
use super::make::Maker;

/// A table.
#[derive(Debug)]
pub struct TableView {
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

impl TableView {
    /// Whether a column must come to something.
    pub fn has_total(&self) -> bool {
        self.columns.iter().any(|column| !column.total.is_empty())
    }

    /// A table that is too wide for a column of text.
    pub const fn is_wide(&self) -> bool {
        self.columns.len() > 3
    }
}

/// A column of a table.
#[derive(Debug)]
pub struct ColumnView {
    /// Its heading.
    pub label: String,
    /// The unit of its numbers.
    pub unit: String,
    /// What it must come to, in words.
    pub total: String,
    /// The same for the script that counts along.
    pub sum: Option<Sum>,
}

/// What a column must come to.
#[derive(Debug)]
pub struct Sum {
    /// The end of the names of the column's fields.
    pub column: String,
    /// The number.
    pub of: f64,
    /// What stands behind a number.
    pub unit: String,
    /// What is said where the rest of the table is answered, and no number is there.
    pub none: String,
    /// What of it may be typed beside a number, between bars.
    pub units: String,
    /// The digits behind the decimal sign that a number may have.
    pub decimals: u8,
    /// The least and the greatest number that a field takes.
    pub range: RangeInclusive<f64>,
}

/// A row of a table.
#[derive(Debug)]
pub struct TableRow {
    /// What it says.
    pub label: String,
    /// Its cells.
    pub cells: Vec<CellView>,
}

/// A cell.
#[derive(Debug)]
pub struct CellView {
    /// The name of its field.
    pub name: String,
    /// The heading of its column.
    pub column: String,
    /// The unit in that heading.
    pub unit: String,
    /// What it takes.
    pub kind: CellKind,
    /// Its way out, and the name of its field.
    pub apart: Option<(String, OptionView)>,
}

/// What a cell takes.
#[derive(Debug)]
pub enum CellKind {
    /// One line.
    Field(FieldView),
    /// Several lines.
    Text(TextView),
    /// One option.
    List(Vec<OptionView>),
    /// Several options.
    Boxes(Vec<OptionView>),
}

impl<'a> Maker<'a> {
    /// A grid where all there is to do is choose, a list of fields where there is one to a row, else a table.
    pub(super) fn table(&self, name: &str, rows: &'a [Row], columns: &'a [Column]) -> Kind {
        if let [column] = columns
            && let Cell::Single(options) | Cell::MultiSelect(options) = &column.cell
        {
            let is_several = matches!(column.cell, Cell::MultiSelect(_));
            return Kind::Matrix(
                self.grid(rows, options, is_several, &|row| format!("{name}.{}.{}", row.code, column.code)),
            );
        }
        let view = TableView {
            columns: columns.iter().map(|column| self.column(column)).collect(),
            rows: self.rows(rows).into_iter().map(|row| self.table_row(name, row, columns)).collect(),
        };
        if columns.len() == 1 { Kind::Amounts(view) } else { Kind::Table(view) }
    }

    fn column(&self, column: &Column) -> ColumnView {
        let format = if let Cell::Number(format) = &column.cell { Some(format) } else { None };
        let unit = format.and_then(|format| format.unit.as_deref());
        let sum = format.zip(column.total.as_ref()).and_then(|(format, total)| self.sum(column, format, total));
        ColumnView {
            label: self.voice.say(&column.label),
            unit: unit.map_or(String::new(), |unit| unit::in_words(&self.voice.words, unit)),
            total: sum.as_ref().map_or(String::new(), |sum| self.total(sum.of, unit)),
            sum,
        }
    }

    fn sum(&self, column: &Column, format: &NumberFormat, total: &Total) -> Option<Sum> {
        let (words, unit) = (&self.voice.words, format.unit.as_ref());
        let of = reachable(self.wanted(total)?, format.decimals);
        Some(Sum {
            column: column.code.to_string(),
            of,
            unit: unit.map_or(String::new(), |unit| unit::in_words(words, unit)),
            none: self.voice.nothing_to_sum(&column.label, of, unit.map(String::as_str)),
            units: unit.map_or(String::new(), |unit| unit::spellings(words, unit).join("|")),
            decimals: format.decimals,
            range: format.range(),
        })
    }

    /// What a column must come to, if that is known.
    fn wanted(&self, total: &Total) -> Option<f64> {
        match total {
            Total::Fixed(number) => Some(*number),
            Total::Of(expression) => match self.voice.evaluate(expression)? {
                Value::Number(number) => Some(number),
                _ => None,
            },
        }
    }

    /// "Must come to 100 %".
    fn total(&self, number: f64, unit: Option<&str>) -> String {
        let amount = self.voice.amount(number, unit, None);
        self.voice.words.with_one("respond-total", "total", amount).into_owned()
    }

    fn table_row(&self, name: &str, row: &Row, columns: &[Column]) -> TableRow {
        TableRow {
            label: self.voice.say(&row.label),
            cells: columns
                .iter()
                .map(|column| self.cell(format!("{name}.{}.{}", row.code, column.code), row, column))
                .collect(),
        }
    }

    fn cell(&self, name: String, row: &Row, column: &Column) -> CellView {
        let typed_apart = || {
            let name = format!("{name}.{DONT_KNOW}");
            row.dont_know.as_ref().map(|choice| (name.clone(), self.option(&name, choice, true, "")))
        };
        let options = |options: &[Choice]| {
            let all = options.iter().chain(&row.dont_know).enumerate();
            all.map(|(place, choice)| self.option(&name, choice, place == 0, "")).collect()
        };
        let (kind, apart) = match &column.cell {
            Cell::Single(choices) => (CellKind::List(options(choices)), None),
            Cell::MultiSelect(choices) => (CellKind::Boxes(options(choices)), None),
            Cell::Number(format) => (CellKind::Field(self.cell_number(&name, format, column)), typed_apart()),
            Cell::Text { format: TextFormat::Lines, max_length } => {
                (CellKind::Text(self.lines(&name, *max_length)), typed_apart())
            }
            Cell::Text { format, max_length } => {
                (CellKind::Field(self.one_line(&name, *format, *max_length)), typed_apart())
            }
            Cell::Moment(moment) => (CellKind::Field(self.moment(&name, moment)), typed_apart()),
        };
        let ColumnView { label, unit, .. } = self.column(column);
        CellView { column: label, unit, kind, apart, name }
    }

    /// The unit stands in the heading; a column without one has it in the cell.
    fn cell_number(&self, name: &str, format: &NumberFormat, column: &Column) -> FieldView {
        let field = self.number(name, format);
        if column.label.0.is_empty() { field } else { FieldView { unit: String::new(), ..field } }
    }
}
