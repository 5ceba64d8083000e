//! Questions that are filled in row by row.

use rundfrage_shared::questionnaire::model::{Cell, Choice, Column, Row, Total};

use super::condition::{of_row, with_numbers};
use super::field::{Field, Tick, ticks, unit};
use super::spoken::Spoken;

/// A row of a grid.
pub struct GridRow {
    /// What stands in front.
    pub label: String,
    /// When it is to be filled in.
    pub condition: Option<String>,
    /// Its cells.
    pub cells: Vec<GridCell>,
}

/// A cell of a grid.
pub enum GridCell {
    /// A box to tick.
    Box {
        /// Whether only one of the row is ticked.
        is_round: bool,
    },
    /// A line with its unit.
    Line(String),
    /// Boxes with their options.
    Boxes(Vec<Tick>),
    /// What stands there already.
    Said(String),
}

fn row(spoken: &Spoken<'_>, row: &Row, cells: Vec<GridCell>) -> GridRow {
    let condition = row.show_if.as_ref().map(|show_if| of_row(spoken, show_if));
    GridRow { label: spoken.text(&row.label), condition, cells }
}

/// The ways out of the rows, each once: they share a column.
fn ways_out(rows: &[Row]) -> Vec<&Choice> {
    let mut ways: Vec<&Choice> = vec![];
    for way in rows.iter().filter_map(|row| row.dont_know.as_ref()) {
        if !ways.iter().any(|known| known.code == way.code) {
            ways.push(way);
        }
    }
    ways
}

fn out_cells(row: &Row, ways: &[&Choice]) -> impl Iterator<Item = GridCell> {
    let own = row.dont_know.as_ref().map(|way| way.code.clone());
    ways.iter()
        .map(move |way| {
            let is_own = own.as_ref() == Some(&way.code);
            if is_own { GridCell::Box { is_round: true } } else { GridCell::Said(String::new()) }
        })
        .collect::<Vec<_>>()
        .into_iter()
}

fn ticked(spoken: &Spoken<'_>, rows: &[Row], options: &[Choice], is_round: bool) -> Field {
    let ways = ways_out(rows);
    let heads = options.iter().chain(ways.iter().copied()).map(|choice| spoken.text(&choice.label)).collect();
    let of_row = |one: &Row| {
        let cells = options.iter().map(|_| GridCell::Box { is_round }).chain(out_cells(one, &ways)).collect();
        row(spoken, one, cells)
    };
    Field::Grid { heads, rows: rows.iter().map(of_row).collect(), totals: None }
}

pub(super) fn matrix(spoken: &Spoken<'_>, rows: &[Row], options: &[Choice]) -> Field {
    ticked(spoken, rows, options, true)
}

pub(super) fn table(spoken: &Spoken<'_>, rows: &[Row], columns: &[Column]) -> (Field, Vec<String>) {
    if let [Column { cell: Cell::MultiSelect(options), label, .. }] = columns
        && label.0.is_empty()
    {
        return (ticked(spoken, rows, options, false), vec![spoken.t("paper-each-row-several")]);
    }
    let ways = ways_out(rows);
    let heads = columns.iter().map(|column| head(spoken, column));
    let heads = heads.chain(ways.iter().map(|way| spoken.text(&way.label))).collect();
    let of_row = |one: &Row| {
        let cells = columns.iter().map(|column| cell(spoken, &column.cell)).chain(out_cells(one, &ways)).collect();
        row(spoken, one, cells)
    };
    let rows = rows.iter().map(of_row).collect();
    (Field::Grid { heads, rows, totals: totals(spoken, columns, ways.len()) }, vec![])
}

/// The heading of a column, with its unit.
fn head(spoken: &Spoken<'_>, column: &Column) -> String {
    let unit = match &column.cell {
        Cell::Number(format) => unit(spoken, format),
        _ => String::new(),
    };
    let label = if column.label.0.is_empty() { String::new() } else { spoken.text(&column.label) };
    match (label.is_empty(), unit.is_empty()) {
        (false, false) => format!("{label} ({unit})"),
        (true, false) => unit,
        _ => label,
    }
}

fn cell(spoken: &Spoken<'_>, cell: &Cell) -> GridCell {
    match cell {
        Cell::Single(options) => GridCell::Boxes(ticks(spoken, options, true)),
        Cell::MultiSelect(options) => GridCell::Boxes(ticks(spoken, options, false)),
        Cell::Number(_) | Cell::Text { .. } | Cell::Moment(_) => GridCell::Line(String::new()),
    }
}

fn totals(spoken: &Spoken<'_>, columns: &[Column], ways: usize) -> Option<GridRow> {
    columns.iter().any(|column| column.total.is_some()).then(|| {
        let said = |column: &Column| {
            GridCell::Said(match &column.total {
                None => String::new(),
                Some(Total::Fixed(number)) => format!("= {}", spoken.decimal(*number)),
                Some(Total::Of(value)) => format!("= {}", with_numbers(spoken, value.source())),
            })
        };
        let empty = (0..ways).map(|_| GridCell::Said(String::new()));
        let cells = columns.iter().map(said).chain(empty).collect();
        GridRow { label: spoken.t("paper-sum"), condition: None, cells }
    })
}
