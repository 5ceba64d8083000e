//! Looking at a file before reading it: what it is, how its text is encoded, what sets its cells apart.

use std::io::{Read, Seek, SeekFrom};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::decode::{Decoded, read_some};
use super::heading::Heading;
use super::records::Records;
use super::{ImportError, MAX_BYTES, MAX_ROWS};

/// How to read the file.
pub(super) struct Layout {
    pub encoding: &'static Encoding,
    pub separator: u8,
    pub heading: Heading,
}

/// Looks at the whole file, changing nothing but its position.
pub(super) fn inspect<R: Read + Seek>(source: &mut R) -> Result<Layout, ImportError> {
    let length = source.seek(SeekFrom::End(0))?;
    if length > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    source.rewind()?;
    let encoding = encoding(source)?;
    let (separator, heading) = separator(source, encoding)?;
    check_rows(source, encoding, separator)?;
    Ok(Layout { encoding, separator, heading })
}

/// UTF-8 or UTF-16 by their marks; UTF-8 if its characters outnumber the bytes that fit in none of them, else Windows-1252,
/// whose umlauts are hardly ever characters of UTF-8. Where a few bytes fit nowhere, their rows are refused.
fn encoding(source: &mut impl Read) -> Result<&'static Encoding, ImportError> {
    // The first bytes of the buffer are what is left of a character that the last piece cut in two.
    let (mut buffer, mut kept, mut first, mut count) = (vec![0; 64 * 1024], 0, true, Count::default());
    loop {
        let length = read_some(source, &mut buffer[kept..])?;
        if length == 0 {
            count.torn += usize::from(kept > 0);
            return if first { Err(ImportError::Empty) } else { Ok(count.encoding()) };
        }
        let piece = &buffer[..kept + length];
        if std::mem::take(&mut first) {
            refuse_other_formats(piece)?;
            if let Some((marked, _)) =
                Encoding::for_bom(piece).filter(|(marked, _)| [UTF_16LE, UTF_16BE].contains(marked))
            {
                return Ok(marked);
            }
        }
        if piece[kept..].contains(&0) {
            return Err(ImportError::Binary);
        }
        let rest = count.add(piece);
        let end = kept + length;
        buffer.copy_within(end - rest..end, 0);
        kept = rest;
    }
}

/// What a file looks like as UTF-8.
#[derive(Default)]
struct Count {
    /// Characters of more than one byte.
    characters: usize,
    /// Places where no character begins.
    torn: usize,
}

impl Count {
    /// Counts one piece. Returns how many bytes at its end begin a character that is cut off.
    fn add(&mut self, piece: &[u8]) -> usize {
        let mut rest = 0;
        for chunk in piece.utf8_chunks() {
            self.characters += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
            let invalid = chunk.invalid();
            let is_cut = std::str::from_utf8(invalid).is_err_and(|error| error.error_len().is_none());
            let is_last = invalid.as_ptr_range().end == piece.as_ptr_range().end;
            rest = if is_cut && is_last { invalid.len() } else { 0 };
            self.torn += usize::from(rest == 0 && !invalid.is_empty());
        }
        rest
    }

    const fn encoding(&self) -> &'static Encoding {
        if self.torn == 0 || self.characters > self.torn { UTF_8 } else { WINDOWS_1252 }
    }
}

/// What people choose by mistake, told by its first bytes.
fn refuse_other_formats(beginning: &[u8]) -> Result<(), ImportError> {
    let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
    if text.is_empty() && beginning.len() < 1024 {
        return Err(ImportError::Empty);
    }
    if beginning.starts_with(b"PK\x03\x04") || beginning.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(ImportError::Workbook);
    }
    if text.starts_with(b"<") { Err(ImportError::Markup) } else { Ok(()) }
}

/// Of semicolon, comma and tab the one by which most headings are understood.
fn separator<R: Read + Seek>(source: &mut R, encoding: &'static Encoding) -> Result<(u8, Heading), ImportError> {
    let mut best: Option<(usize, u8, Vec<String>)> = None;
    for separator in [b';', b',', b'\t'] {
        source.rewind()?;
        let mut records = Records::new(Decoded::new(&mut *source, encoding), separator);
        // With the wrong separator a row may look overlong; only the right one matters.
        if !records.advance().unwrap_or(false) {
            continue;
        }
        let cells: Vec<String> = records.cells().into_iter().map(str::to_owned).collect();
        let understood = Heading::understood(&cells);
        if best.as_ref().is_none_or(|(most, _, other)| (understood, cells.len()) > (*most, other.len())) {
            best = Some((understood, separator, cells));
        }
    }
    let (_, separator, cells) = best.ok_or(ImportError::OverlongRow(1))?;
    Ok((separator, Heading::read(&cells)?))
}

/// Reads on to the end, so that a file with too many rows is refused before anything is written.
fn check_rows<R: Read + Seek>(source: &mut R, encoding: &'static Encoding, separator: u8) -> Result<(), ImportError> {
    source.rewind()?;
    let mut records = Records::new(Decoded::new(source, encoding), separator);
    while records.advance()? {
        if records.row() > MAX_ROWS + 1 {
            return Err(ImportError::TooManyRows);
        }
    }
    if records.row() < 2 { Err(ImportError::NoRows) } else { Ok(()) }
}
