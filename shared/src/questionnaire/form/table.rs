//! Fields of tables: `staff.site_a.women=3`.

use std::collections::BTreeMap;

use super::choices::{known_code, resolved};
use super::fields::{Fields, Outcome, Read};
use super::{DONT_KNOW, Page, typed};
use crate::questionnaire::answer::Answer;
use crate::questionnaire::model::{Cell, Choice, Code, Column, Row};

/// The cells of all rows.
pub fn table(page: Page<'_>, rows: &[Row], columns: &[Column], fields: &Fields<'_>, known: Option<&Answer>) -> Outcome {
    let mut answer = BTreeMap::new();
    let mut faults = Vec::new();
    for row in rows {
        let mut cells = BTreeMap::new();
        for column in columns {
            let fields = fields.under(row.code.as_str()).under(column.code.as_str());
            match cell(page, &column.cell, row, &fields, cell_of(known, &row.code, &column.code)) {
                Ok(Some(answer)) => drop(cells.insert(column.code.clone(), answer)),
                Ok(None) => {}
                Err(fault) => faults.push((Some(format!("{}.{}", row.code, column.code)), fault)),
            }
        }
        if !cells.is_empty() {
            answer.insert(row.code.clone(), cells);
        }
    }
    match (faults.is_empty(), answer.is_empty()) {
        (false, _) => Outcome::Faults(faults),
        (true, true) => Outcome::Blank,
        (true, false) => Outcome::Answer(Answer::Table(answer)),
    }
}

fn cell_of<'a>(known: Option<&'a Answer>, row: &Code, column: &Code) -> Option<&'a Answer> {
    if let Some(Answer::Table(cells)) = known { cells.get(row)?.get(column) } else { None }
}

/// Whether the table has a field with this part.
pub fn has(rows: &[Row], columns: &[Column], part: &str) -> bool {
    let Some((row, rest)) = part.split_once('.') else { return false };
    let (column, rest) = rest.split_once('.').map_or((rest, None), |(column, rest)| (column, Some(rest)));
    let row = rows.iter().find(|known| known.code.as_str() == row);
    let has_column = columns.iter().any(|known| known.code.as_str() == column);
    row.is_some_and(|row| has_column && (rest.is_none() || (rest == Some(DONT_KNOW) && row.dont_know.is_some())))
}

fn cell(page: Page<'_>, cell: &Cell, row: &Row, fields: &Fields<'_>, known: Option<&Answer>) -> Read {
    match cell {
        Cell::Single(options) => {
            let Some(value) = fields.one(None)? else { return Ok(None) };
            Ok(Some(Answer::Choice(known_code(options.iter().chain(&row.dont_know), value)?)))
        }
        Cell::MultiSelect(options) => ticked(options, row, fields, known),
        Cell::Number(format) => or_row_way_out(row, fields, typed::numeric(page.language, format, fields)),
        Cell::Text { format, .. } => or_row_way_out(row, fields, typed::text(*format, fields)),
        Cell::Moment(moment) => or_row_way_out(row, fields, typed::moment(moment.precision, fields)),
    }
}

fn ticked(options: &[Choice], row: &Row, fields: &Fields<'_>, known: Option<&Answer>) -> Read {
    let ticked = fields.all(None).map(|value| known_code(options.iter().chain(&row.dont_know), value));
    let ticked: Vec<Code> = ticked.collect::<Result<_, _>>()?;
    let is_way_out = |code: &Code| row.dont_know.as_ref().is_some_and(|way_out| way_out.code == *code);
    let in_order = options.iter().chain(&row.dont_know).filter(|choice| ticked.contains(&choice.code));
    let codes = resolved(is_way_out, in_order.collect(), known);
    Ok(match codes.as_slice() {
        [] => None,
        [code] if is_way_out(code) => Some(Answer::Choice(code.clone())),
        _ => Some(Answer::Choices { codes, other: None }),
    })
}

/// What is typed counts before the row's way out.
fn or_row_way_out(row: &Row, fields: &Fields<'_>, read: Read) -> Read {
    match (read?, fields.one(Some(DONT_KNOW))?) {
        (None, Some(value)) => Ok(Some(Answer::Choice(known_code(row.dont_know.iter(), value)?))),
        (read, _) => Ok(read),
    }
}
