//! Workbooks of Office Open XML (`.xlsx`), read as a stream and within bounds: a small file can inflate to gigabytes.
//!
//! Nothing is extracted and no part is ever in memory as a whole. What is kept are the texts of the cells, once each, and
//! where they stand. No formula is computed: the value that was saved with it counts. Days and times, which are numbers in a
//! workbook, are texts such as `2024-01-15`.

mod archive;
mod cell;
mod dates;
mod fault;
mod file;
mod grid;
mod names;
mod part;
mod strings;
#[cfg(test)]
pub mod tests;

use self::archive::Archive;
use self::dates::Dates;
use self::strings::Strings;

pub use self::cell::column_name;
pub use self::fault::Fault;
pub use self::grid::{Row, Sheet};

/// What a workbook may be at most.
mod bounds {
    /// Bytes of the file.
    pub const FILE: usize = 10_000_000;
    /// Files within it.
    pub const ENTRIES: usize = 2_000;
    /// Bytes inflated altogether, and what they are called in messages.
    pub const INFLATED: usize = 64 * 1024 * 1024;
    /// Bytes between two tags, and of a tag.
    pub const BETWEEN: usize = 512 * 1024;
    /// Elements one inside the other.
    pub const DEPTH: usize = 64;
    /// Styles of cells, as the format itself has them.
    pub const STYLES: usize = 65_490;
    /// Sheets.
    pub const SHEETS: usize = 200;
    /// Cells with something in them, of all sheets that are read.
    pub const CELLS: usize = 200_000;
    /// Different texts.
    pub const TEXTS: usize = 200_000;
    /// Rows of a sheet.
    pub const ROWS: u32 = 50_000;
    /// Columns of a sheet, as the format itself has them.
    pub const COLUMNS: u16 = 16_384;
    /// Characters of a cell, as the format itself has them.
    pub const CELL: usize = 32_767;
    /// Bytes of the text of all cells that are read.
    pub const TEXT: usize = 10_000_000;
}

/// A workbook whose sheets can be read.
pub struct Workbook<'s> {
    archive: Archive<'s>,
    strings: Strings,
    dates: Dates,
    sheets: Vec<(String, String)>,
    cells: usize,
    text: usize,
}

impl<'s> Workbook<'s> {
    /// Opens a workbook: its sheets are known then, but not read.
    pub fn open(source: &'s [u8]) -> Result<Self, Fault> {
        file::check(source)?;
        let mut archive = Archive::open(source)?;
        let names::Found { sheets, texts, styles, since_1904 } = names::sheets(&mut archive)?;
        let strings = match texts {
            Some(path) => Strings::read(&mut archive, &path)?,
            None => Strings::default(),
        };
        let dates = match styles.filter(|path| archive.has(path)) {
            Some(path) => Dates::read(&mut archive, &path, since_1904)?,
            None => Dates::default(),
        };
        Ok(Self { archive, strings, dates, sheets, cells: 0, text: 0 })
    }

    /// The names of its sheets, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|(name, _)| name.as_str())
    }

    /// Reads the sheet at a place among the names.
    pub fn sheet(&mut self, place: usize) -> Result<Sheet, Fault> {
        let Some((name, path)) = self.sheets.get(place).cloned() else {
            return Err(Fault::new("there is no such sheet"));
        };
        grid::read(self, &name, &path).map_err(|fault| fault.in_sheet(&name))
    }

    /// What stands in a cell.
    #[must_use]
    pub fn text(&self, row: &Row, column: u16) -> &str {
        row.span(column).map_or("", |span| self.strings.text(span))
    }
}
