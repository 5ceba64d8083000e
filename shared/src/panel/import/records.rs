//! Records of a separated file, in bounded memory whatever the file.

use std::io::Read;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::ImportError;
use super::decode::Decoded;

/// The longest record, in bytes of UTF-8.
const LONGEST: usize = 256 * 1024;
/// The most columns.
const COLUMNS: usize = 256;

/// Reads record after record.
pub(super) struct Records<R> {
    source: Decoded<R>,
    core: Reader,
    text: Box<[u8]>,
    ends: Box<[usize]>,
    count: usize,
    /// The number of the record read last; the heading is 1.
    row: u64,
}

impl<R: Read> Records<R> {
    /// Reads `source`, its cells set apart by `separator`.
    pub fn new(source: Decoded<R>, separator: u8) -> Self {
        let core = ReaderBuilder::new().delimiter(separator).build();
        let (text, ends) = (vec![0; LONGEST].into(), vec![0; COLUMNS].into());
        Self { source, core, text, ends, count: 0, row: 0 }
    }

    /// Reads the next record, whose cells are then in [`Records::cells`]; false at the end. Empty lines are no records.
    pub fn advance(&mut self) -> Result<bool, ImportError> {
        let (mut length, mut count) = (0, 0);
        loop {
            let input = self.source.fill()?;
            let (result, read, written, ended) =
                self.core.read_record(input, &mut self.text[length..], &mut self.ends[count..]);
            self.source.consume(read);
            (length, count) = (length + written, count + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    return Err(ImportError::OverlongRow(self.row + 1));
                }
                ReadRecordResult::Record => {
                    (self.count, self.row) = (count, self.row + 1);
                    return Ok(true);
                }
                ReadRecordResult::End => return Ok(false),
            }
        }
    }

    /// The number of the record read last.
    pub fn row(&self) -> u64 {
        self.row
    }

    /// The cells of the record read last, without the blanks around them.
    pub fn cells(&self) -> Vec<&str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(&self.ends[..self.count]);
        spans.map(|(start, end)| std::str::from_utf8(&self.text[start..*end]).unwrap_or("\u{FFFD}").trim()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: u8) -> Result<Vec<Vec<String>>, ImportError> {
        let mut records = Records::new(Decoded::new(text.as_bytes(), encoding_rs::UTF_8), separator);
        let mut rows = Vec::new();
        while records.advance()? {
            rows.push(records.cells().into_iter().map(str::to_owned).collect());
        }
        Ok(rows)
    }

    #[test]
    fn quoted_cells_hold_separators_quotes_and_line_breaks() {
        let read = rows("a;b\r\n\"x;\"\"y\"\"\";\"line\nbreak\"\r\n\r\n 1 ;", b';').unwrap();
        assert_eq!(read, [["a", "b"], ["x;\"y\"", "line\nbreak"], ["1", ""]]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_ends_in_an_error_and_not_in_memory() {
        let text = format!("a;b\n1;2\n\"3;{}", "x;\n".repeat(200_000));
        assert!(matches!(rows(&text, b';'), Err(ImportError::OverlongRow(3))));
        assert!(matches!(rows(&";".repeat(300), b';'), Err(ImportError::OverlongRow(1))));
    }
}
