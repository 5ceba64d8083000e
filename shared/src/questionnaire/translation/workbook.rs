//! Lists of texts as workbooks: a row a text.
//!
//! The first row names the columns: `key`, the language of the sources, the language of the translations, `context`. Every cell is
//! a text and says so, also when somebody writes into it: what begins with `=` stays a text.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Writer, XlsxError};

use super::LARGEST;
use super::catalogue::{Catalogue, Line, Pair};
use super::refusal::Refusal;
use crate::language::Language;
use crate::questionnaire::convert::sheet::{Fault, Row, Sheet, Workbook};

/// Rows that are read back at most.
const MOST: usize = 9_999;

const HEAD: [&str; 2] = ["key", "context"];

/// Writes the list.
pub fn write(catalogue: &Catalogue, now: DateTime<Utc>) -> Result<Vec<u8>, Refusal> {
    if catalogue.lines.len() > MOST {
        return Err(Refusal::whole(format_args!("there are more than {MOST} texts; choose XLIFF instead")));
    }
    written(catalogue, now).map_err(Refusal::whole)
}

fn written(catalogue: &Catalogue, now: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let head = Format::new().set_num_format("@").set_bold();
    let mut writer = Writer::new();
    let created = ExcelDateTime::from_timestamp(now.timestamp())?;
    writer.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = writer.add_worksheet();
    sheet.set_name("texts")?.set_freeze_panes(1, 0)?;
    for (column, width) in [(0, 28.0), (1, 50.0), (2, 50.0), (3, 40.0)] {
        sheet.set_column_width(column, width)?.set_column_format(column, &text)?;
    }
    let Pair { from, to } = &catalogue.pair;
    for (column, name) in (0..).zip([HEAD[0], from.as_str(), to.as_str(), HEAD[1]]) {
        sheet.write_string_with_format(0, column, name, &head)?;
    }
    for (row, line) in (1..).zip(&catalogue.lines) {
        let cells = [&line.key, &line.source, &line.target, &line.context];
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string_with_format(row, column, cell, &text)?;
        }
    }
    writer.save_to_buffer()
}

/// Reads a list back: of its first sheet the columns `key`, source and translation; others are for the translator alone.
pub fn read(source: &[u8]) -> Result<Catalogue, Vec<Refusal>> {
    let told = |fault: Fault| vec![Refusal::at(&at(fault.row), "", fault.reason)];
    if source.len() > LARGEST {
        return Err(vec![Refusal::whole(format_args!("the file is larger than {} MB", LARGEST / 1_000_000))]);
    }
    let mut workbook = Workbook::open(source).map_err(told)?;
    let sheet = workbook.sheet(0).map_err(told)?;
    let mut rows = sheet.rows.iter();
    let pair = rows.next().filter(|row| row.number == 1).and_then(|row| pair(&workbook, row));
    let Some(pair) = pair else {
        let reason =
            "the first row must be: key, the language of the sources, the language of the translations, context";
        return Err(vec![Refusal::at("row 1", "", reason)]);
    };
    let (lines, faulty): (Vec<_>, Vec<_>) = rows.map(|row| line(&workbook, row)).partition(Result::is_ok);
    let refused: Vec<_> = unsaved(&sheet).chain(faulty.into_iter().filter_map(Result::err)).collect();
    if !refused.is_empty() {
        return Err(refused.into_iter().take(super::refusal::MOST).collect());
    }
    Ok(Catalogue { pair, lines: lines.into_iter().flatten().collect() })
}

/// The cells that would read as if nothing stood in them, for the value of their formula was not saved.
fn unsaved(sheet: &Sheet) -> impl Iterator<Item = Refusal> {
    let reason = "the value of the formula in a cell was not saved; open the file in a spreadsheet program and save it, or write a text";
    let told = sheet.unsaved.iter().filter(|(_, column)| *column <= 2);
    told.map(move |(row, _)| Refusal::at(&at(Some(*row)), "", reason))
}

fn at(row: Option<u32>) -> String {
    row.map(|row| format!("row {row}")).unwrap_or_default()
}

fn pair(workbook: &Workbook<'_>, row: &Row) -> Option<Pair> {
    let language = |column| Language::parse(workbook.text(row, column)).ok();
    (workbook.text(row, 0).trim() == HEAD[0]).then_some(())?;
    Some(Pair { from: language(1)?, to: language(2)? })
}

fn line(workbook: &Workbook<'_>, row: &Row) -> Result<Line, Refusal> {
    let text = |column| workbook.text(row, column).trim().to_owned();
    let (place, key) = (at(Some(row.number)), text(0));
    if key.is_empty() {
        return Err(Refusal::at(&place, "", "the key is missing; take the row out or restore its key"));
    }
    if row.is_error(1) || row.is_error(2) {
        return Err(Refusal::at(&place, &key, "a cell holds an error of the spreadsheet program instead of a text"));
    }
    Ok(Line { place, key, source: text(1), target: text(2), context: String::new() })
}
