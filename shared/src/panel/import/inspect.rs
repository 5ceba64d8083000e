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

/// UTF-8 or UTF-16 by their marks, UTF-8 if all of it is, else Windows-1252.
fn encoding(source: &mut impl Read) -> Result<&'static Encoding, ImportError> {
    // The first bytes of the buffer are what is left of a character that the last piece cut in two.
    let (mut buffer, mut kept, mut first, mut is_utf8) = (vec![0; 64 * 1024], 0, true, true);
    loop {
        let length = read_some(source, &mut buffer[kept..])?;
        if length == 0 {
            let cut = kept > 0;
            return if first {
                Err(ImportError::Empty)
            } else {
                Ok(if is_utf8 && !cut { UTF_8 } else { WINDOWS_1252 })
            };
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
        kept = match std::str::from_utf8(piece) {
            Err(error) if error.error_len().is_none() && is_utf8 => {
                let rest = error.valid_up_to()..piece.len();
                let kept = rest.len();
                buffer.copy_within(rest, 0);
                kept
            }
            outcome => {
                is_utf8 &= outcome.is_ok();
                0
            }
        };
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
