//! The kinds of files that are taken: a closed list of what people send with a survey and what can be opened without running anything.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A kind of file, named by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// A document as it is printed.
    Pdf,
    /// A picture.
    Png,
    /// A photograph; `.jpeg` as well.
    Jpg,
    /// A table as text.
    Csv,
    /// Plain text.
    Txt,
    /// A workbook without macros.
    Xlsx,
    /// A document of a word processor without macros.
    Docx,
    /// Slides without macros.
    Pptx,
    /// A workbook, `OpenDocument`.
    Ods,
    /// A document of a word processor, `OpenDocument`.
    Odt,
}

/// The ending names no kind of file that is taken.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("no file of this kind is taken; write one of pdf, png, jpg, csv, txt, xlsx, docx, pptx, ods and odt")]
pub struct NotAFileKind;

impl FileKind {
    /// All of them, in the order in which they are named.
    pub const ALL: [Self; 10] = [
        Self::Pdf,
        Self::Png,
        Self::Jpg,
        Self::Csv,
        Self::Txt,
        Self::Xlsx,
        Self::Docx,
        Self::Pptx,
        Self::Ods,
        Self::Odt,
    ];

    /// Its ending, without the point.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpg => "jpg",
            Self::Csv => "csv",
            Self::Txt => "txt",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Pptx => "pptx",
            Self::Ods => "ods",
            Self::Odt => "odt",
        }
    }

    /// The kind that the ending of a name says.
    #[must_use]
    pub fn by_ending(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        ending.parse().ok()
    }
}

impl std::str::FromStr for FileKind {
    type Err = NotAFileKind;
    fn from_str(ending: &str) -> Result<Self, NotAFileKind> {
        let ending = ending.to_ascii_lowercase();
        if ending == "jpeg" {
            return Ok(Self::Jpg);
        }
        Self::ALL.into_iter().find(|kind| kind.as_str() == ending).ok_or(NotAFileKind)
    }
}

impl std::fmt::Display for FileKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_read_however_they_are_written() {
        assert_eq!(FileKind::by_ending("a.JPEG"), Some(FileKind::Jpg));
        assert_eq!(FileKind::by_ending("a.tar.pdf"), Some(FileKind::Pdf));
        for none in ["pdf", "a.exe", "a.xlsm", "a.", "a.svg", "a.html"] {
            assert_eq!(FileKind::by_ending(none), None, "{none}");
        }
        let message = NotAFileKind.to_string();
        assert!(FileKind::ALL.iter().all(|kind| message.contains(kind.as_str())));
    }
}
