//! Tables: amounts by row, and columns of different kinds.

use super::Reading;
use super::entry::{Entry, Fields};
use super::node::Value;
use super::options::Extras;
use crate::language::LocalText;
use crate::questionnaire::expression::Wanted;
use crate::questionnaire::model::{Cell, Choice, Code, Column, Precision, QuestionKind, TextFormat, Total};

/// Columns of one table.
const MOST_COLUMNS: usize = 40;

/// What the cells of a column take.
#[derive(Clone, Copy)]
enum ColumnType {
    Single,
    MultiSelect,
    Number,
    Percentage,
    Text(TextFormat),
    Moment(Precision),
}

const TYPES: [(&str, ColumnType); 9] = [
    ("single", ColumnType::Single),
    ("dropdown", ColumnType::Single),
    ("multi_select", ColumnType::MultiSelect),
    ("numeric", ColumnType::Number),
    ("percentage", ColumnType::Percentage),
    ("short_text", ColumnType::Text(TextFormat::Line)),
    ("open_text", ColumnType::Text(TextFormat::Lines)),
    ("date", ColumnType::Moment(Precision::Day)),
    ("year", ColumnType::Moment(Precision::Year)),
];

/// The one column of a matrix in which several options of a row can be ticked.
pub fn ticked(options: Vec<Choice>) -> Column {
    only("options", Cell::MultiSelect(options), None)
}

/// A column that needs no heading, for it is the only one.
fn only(name: &str, cell: Cell, total: Option<Total>) -> Column {
    let code = Code::parse(name).expect("a code of ours is a code");
    Column { code, label: LocalText::default(), cell, total }
}

impl Reading {
    /// A number a row.
    pub fn amounts(&mut self, fields: &mut Fields<'_>, way_out: Option<&Choice>) -> Option<QuestionKind> {
        let rows = fields.need("rows", &mut self.problems).and_then(|rows| self.rows(&rows, way_out));
        let format = self.number_format(fields);
        let total = fields.take("total").and_then(|total| self.total(&total));
        Some(QuestionKind::Table { rows: rows?, columns: vec![only("amount", Cell::Number(format), total)] })
    }

    pub fn table(&mut self, fields: &mut Fields<'_>, way_out: Option<&Choice>) -> Option<QuestionKind> {
        let rows = fields.need("rows", &mut self.problems).and_then(|rows| self.rows(&rows, way_out));
        let entries = fields.need("columns", &mut self.problems)?.list(&mut self.problems, MOST_COLUMNS)?;
        let read: Vec<_> = entries.iter().map(|entry| self.column(entry)).collect();
        self.unique("column", &entries, read.iter().map(|column| column.as_ref().map(|column| &column.code)));
        Some(QuestionKind::Table { rows: rows?, columns: read.into_iter().collect::<Option<_>>()? })
    }

    fn column(&mut self, entry: &Entry<'_>) -> Option<Column> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("id", &mut self.problems).and_then(|id| id.code(&mut self.problems));
        let kind = fields.need("type", &mut self.problems)?.word(&mut self.problems, &TYPES)?;
        let cell = match kind {
            ColumnType::Single => self.cell_options(&mut fields, Extras::None).map(Cell::Single),
            ColumnType::MultiSelect => self.cell_options(&mut fields, Extras::Several).map(Cell::MultiSelect),
            ColumnType::Number => Some(Cell::Number(self.number_format(&mut fields))),
            ColumnType::Percentage => match self.percentage(&mut fields) {
                QuestionKind::Numeric(format) => Some(Cell::Number(format)),
                _ => None,
            },
            ColumnType::Text(format) => {
                self.max_length(&mut fields, format).map(|max_length| Cell::Text { format, max_length })
            }
            ColumnType::Moment(precision) => Some(Cell::Moment(self.moment(&mut fields, precision))),
        };
        let total = fields.take("total").and_then(|total| self.total(&total));
        let label = self.labels(&mut fields);
        fields.finish(&mut self.problems);
        Some(Column { code: code?, label: label?, cell: cell?, total })
    }

    fn cell_options(&mut self, fields: &mut Fields<'_>, extras: Extras) -> Option<Vec<Choice>> {
        match (fields.take("scale"), fields.take("options")) {
            (Some(name), None) => self.named_scale(&name, None),
            (None, Some(options)) => self.options(&options, extras),
            _ => self.exactly_one(fields, "\"scale\" or \"options\""),
        }
    }

    /// A number, or an expression over earlier answers.
    fn total(&mut self, entry: &Entry<'_>) -> Option<Total> {
        if let Value::Scalar(text, _) = &entry.node.value
            && let Ok(number) = text.trim().parse::<f64>()
        {
            return number.is_finite().then_some(Total::Fixed(number));
        }
        let source = entry.text(&mut self.problems)?;
        self.expression(entry, source, Wanted::Number).map(Total::Of)
    }
}
