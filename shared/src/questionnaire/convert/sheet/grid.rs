//! The cells of a sheet.

use quick_xml::events::{BytesStart, Event};

use super::cell::{column, number};
use super::dates::Dates;
use super::fault::Fault;
use super::part::attribute;
use super::strings::{Collected, Span, Strings};
use super::{Workbook, bounds};

/// A sheet: its rows that have something in them.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name as it is written.
    pub name: String,
    /// Its rows in order.
    pub rows: Vec<Row>,
    /// Cells with a formula whose value was not saved, by row and column.
    pub unsaved: Vec<(u32, u16)>,
}

/// A row.
#[derive(Debug, Default)]
pub struct Row {
    /// Counted from 1.
    pub number: u32,
    cells: Vec<Cell>,
}

#[derive(Debug)]
struct Cell {
    column: u16,
    span: Span,
    is_error: bool,
    is_formula: bool,
}

impl Row {
    /// The columns that have something in them, counted from 0.
    pub fn columns(&self) -> impl Iterator<Item = u16> {
        self.cells.iter().map(|cell| cell.column)
    }

    /// Whether a cell holds an error such as `#REF!`.
    #[must_use]
    pub fn is_error(&self, column: u16) -> bool {
        self.cells.iter().any(|cell| cell.column == column && cell.is_error)
    }

    /// Whether a cell holds a formula; what stands in it is the value that was saved.
    #[must_use]
    pub fn is_formula(&self, column: u16) -> bool {
        self.cells.iter().any(|cell| cell.column == column && cell.is_formula)
    }

    pub(super) fn span(&self, column: u16) -> Option<Span> {
        let place = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(self.cells[place].span)
    }
}

/// Reads a sheet.
pub fn read(workbook: &mut Workbook<'_>, name: &str, path: &str) -> Result<Sheet, Fault> {
    let mut taken = Taken::default();
    let mut counted = (0, 0);
    let Workbook { strings, dates, archive, .. } = workbook;
    let mut part = archive.part(path)?;
    let mut rows = Vec::new();
    loop {
        let event = part.next().map_err(|fault| fault.at(taken.row.number, taken.column))?;
        if matches!(event, Event::Eof) {
            break;
        }
        let length = taken
            .take(&event, (strings, dates), &mut rows)
            .map_err(|fault| fault.at(taken.row.number, taken.column))?;
        if let Some(length) = length {
            counted = (counted.0 + 1, counted.1 + length);
            within(workbook.cells + counted.0, workbook.text + counted.1)
                .map_err(|fault| fault.at(taken.row.number, taken.column))?;
        }
    }
    workbook.cells += counted.0;
    workbook.text += counted.1;
    Ok(Sheet { name: name.to_owned(), rows, unsaved: taken.unsaved })
}

/// What has been read of the current row and cell.
#[derive(Default)]
struct Taken {
    row: Row,
    /// The column of the cell that is being read or was read last in this row.
    column: Option<u16>,
    next: u16,
    cell: Begun,
    unsaved: Vec<(u32, u16)>,
}

/// A cell that is being read.
#[derive(Default)]
struct Begun {
    kind: String,
    style: usize,
    has_formula: bool,
    has_value: bool,
    inside: Inside,
    text: Collected,
}

/// In which element of a cell.
#[derive(Default, PartialEq, Eq)]
enum Inside {
    /// In none that matters.
    #[default]
    Nothing,
    /// Its value.
    Value,
    /// A text that stands in the cell itself.
    Text,
}

impl Taken {
    /// Takes what belongs to the sheet; the length of the text of a cell that ends.
    fn take(
        &mut self,
        event: &Event<'_>,
        (strings, dates): (&mut Strings, &Dates),
        rows: &mut Vec<Row>,
    ) -> Result<Option<usize>, Fault> {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "row" => self.begin_row(tag)?,
            Event::Start(tag) if tag.local_name().as_ref() == "c" => self.begin_cell(tag)?,
            Event::Empty(tag) if tag.local_name().as_ref() == "c" => drop(self.pass(tag)?),
            Event::End(tag) if tag.local_name().as_ref() == "c" => return self.end_cell(strings, dates),
            Event::End(tag) if tag.local_name().as_ref() == "row" => rows.extend(self.end_row()),
            event => self.cell.see(event)?,
        }
        Ok(None)
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let number = attribute(tag, "r")?.map(|text| text.parse().map_err(|_| Fault::broken("a row has no number")));
        let number = number.transpose()?.unwrap_or(self.row.number.saturating_add(1));
        if number <= self.row.number {
            return Err(Fault::broken(format_args!("row {number} stands behind row {}", self.row.number)));
        }
        self.row = Row { number, cells: Vec::new() };
        (self.column, self.next) = (None, 0);
        Ok(())
    }

    /// Goes on to a cell; its column.
    fn pass(&mut self, tag: &BytesStart<'_>) -> Result<u16, Fault> {
        let column = match attribute(tag, "r")? {
            Some(address) => column(&address)
                .ok_or_else(|| Fault::broken("a cell has no address").at(self.row.number, Some(self.next)))?,
            None => self.next,
        };
        if column < self.next || column >= bounds::COLUMNS {
            return Err(Fault::broken("cells are not in order").at(self.row.number, Some(column)));
        }
        (self.column, self.next) = (Some(column), column + 1);
        Ok(column)
    }

    fn begin_cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        self.pass(tag)?;
        let style = attribute(tag, "s")?.and_then(|style| style.parse().ok()).unwrap_or_default();
        self.cell = Begun { kind: attribute(tag, "t")?.unwrap_or_default(), style, ..Begun::default() };
        Ok(())
    }

    /// Keeps the cell if there is something in it; the length of its text.
    fn end_cell(&mut self, strings: &mut Strings, dates: &Dates) -> Result<Option<usize>, Fault> {
        let Begun { kind, style, has_formula, has_value, mut text, .. } = std::mem::take(&mut self.cell);
        let column = self.column.unwrap_or_default();
        let text = text.take()?;
        // Some programs write an empty value for one that they never computed; an empty text says that it is one.
        if has_formula && (!has_value || (text.is_empty() && kind != "str")) {
            self.unsaved.push((self.row.number, column));
        }
        let span = match kind.as_str() {
            _ if text.trim().is_empty() => None,
            "s" => Some(strings.shared(text.trim().parse().unwrap_or(usize::MAX))?),
            "b" => Some(strings.keep(if text.trim() == "1" { "TRUE" } else { "FALSE" })?),
            "" | "n" => Some(strings.keep(&dates.shown(style, &text).unwrap_or_else(|| number(&text)))?),
            _ => Some(strings.keep(&text)?),
        };
        let Some(span) = span.filter(|span| !strings.text(*span).trim().is_empty()) else { return Ok(None) };
        if self.row.number > bounds::ROWS {
            return Err(Fault::new(format!("there are more than {} rows", bounds::ROWS)));
        }
        self.row.cells.push(Cell { column, span, is_error: kind == "e", is_formula: has_formula });
        Ok(Some(span.length()))
    }

    /// The row, if there is something in it.
    fn end_row(&mut self) -> Option<Row> {
        let cells = std::mem::take(&mut self.row.cells);
        (!cells.is_empty()).then_some(Row { number: self.row.number, cells })
    }
}

impl Begun {
    fn see(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "f" => self.has_formula = true,
            Event::Start(tag) if tag.local_name().as_ref() == "v" => {
                (self.has_value, self.inside) = (true, Inside::Value);
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "v" => self.has_value = true,
            Event::Start(tag) if tag.local_name().as_ref() == "is" => {
                (self.has_value, self.inside) = (true, Inside::Text);
            }
            Event::End(tag) if matches!(tag.local_name().as_ref(), "v" | "is") => self.inside = Inside::Nothing,
            event => match self.inside {
                Inside::Value => self.text.add(event)?,
                Inside::Text => self.text.see(event)?,
                Inside::Nothing => {}
            },
        }
        Ok(())
    }
}

fn within(cells: usize, text: usize) -> Result<(), Fault> {
    if cells > bounds::CELLS {
        return Err(Fault::new(format!("there are more than {} cells; remove what is not needed", bounds::CELLS)));
    }
    if text > bounds::TEXT {
        return Err(Fault::new(format!("the cells hold more than {} MB of text", bounds::TEXT / 1_000_000)));
    }
    Ok(())
}
