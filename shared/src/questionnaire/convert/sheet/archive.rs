//! The archive a workbook is: its parts are found by name and inflated as they are read.

use std::io::{BufReader, Cursor};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::bounds;
use super::fault::Fault;
use super::part::Part;

/// What every entry of the directory begins with.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An open archive.
pub struct Archive<'s> {
    zip: ZipArchive<Cursor<&'s [u8]>>,
    inflated: usize,
}

/// A part as it is inflated.
pub type Inflating<'a, 's> = Part<'a, BufReader<ZipFile<'a, Cursor<&'s [u8]>>>>;

impl<'s> Archive<'s> {
    /// Opens it. The directory is kept in memory, so its entries are counted in the source before.
    pub fn open(source: &'s [u8]) -> Result<Self, Fault> {
        let entries = source.windows(ENTRY.len()).filter(|window| *window == ENTRY).take(bounds::ENTRIES + 1).count();
        if entries > bounds::ENTRIES {
            return Err(Fault::new(format!("the file holds more than {} files", bounds::ENTRIES)));
        }
        let zip = ZipArchive::new(Cursor::new(source)).map_err(|error| told(&error))?;
        Ok(Self { zip, inflated: 0 })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, path: &str) -> bool {
        self.zip.index_for_name(path).is_some()
    }

    /// The part of this name.
    pub fn part(&mut self, path: &str) -> Result<Inflating<'_, 's>, Fault> {
        let file = self.zip.by_name(path).map_err(|error| match error {
            ZipError::FileNotFound => Fault::broken(format_args!("{path} is missing")),
            other => told(&other).in_part(path),
        })?;
        Ok(Part::new(path, BufReader::with_capacity(16 * 1024, file), &mut self.inflated))
    }
}

fn told(error: &ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(text) if *text == ZipError::PASSWORD_REQUIRED => {
            Fault::new("the file is encrypted; take the password off and save it again")
        }
        other => Fault::broken(other),
    }
}
