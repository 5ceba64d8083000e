//! Files that respondents send with an answer. What is kept of one in the answer is a [`FileRef`]; the content lies in the table
//! `files`, in the same database as everything else, and goes with the response.
//!
//! A file is taken whole or not at all: [`File::take`] looks at its name, its size and the first bytes of its content.
//!
//! To add a kind of file: a variant of [`FileKind`], its endings, its media type, and how its content begins.

mod content;
mod kind;
mod name;
pub mod store;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id::FileId;
use crate::questionnaire::model::{Code, Upload};

pub use kind::{FileKind, NotAFileKind};
pub use name::{FileName, NotAFileName};

/// Bytes of a megabyte.
pub const MEGABYTE: usize = 1024 * 1024;
/// Bytes of the largest file that a question can ask for.
pub const LARGEST: usize = 10 * MEGABYTE;
/// Files of one response.
pub const MOST_FILES: usize = 20;
/// Bytes of all files of one response.
pub const MOST_BYTES: usize = 25 * MEGABYTE;

/// What an answer says of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// Its id.
    pub id: FileId,
    /// Its name.
    pub name: FileName,
    /// Its bytes.
    pub size: usize,
    /// What kind of file it is.
    pub kind: FileKind,
}

/// A file that came with a form and was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The question it answers.
    pub question: Code,
    /// What the answer says of it.
    pub told: FileRef,
    /// What is in it.
    pub content: Vec<u8>,
}

/// A file as it came in.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The name that the browser gave.
    pub name: String,
    /// The content; nothing if it was not taken in.
    pub content: Vec<u8>,
    /// Why it was not taken in, if it was not.
    pub cut: Option<Cut>,
}

impl Arrived {
    /// Its name as it may be shown, if anything is left of it.
    #[must_use]
    pub fn shown_name(&self) -> String {
        FileName::of_upload(&self.name).map_or(String::new(), String::from)
    }
}

/// Why the content of a file was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// No question takes a file of its size.
    TooLarge,
    /// No response takes it beside the files that came with it.
    NoRoom,
}

/// Why a file is not taken.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FileFault {
    /// Nothing is left of its name.
    #[error("it has no name")]
    NoName,
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is too large.
    #[error("it is larger than {most} bytes")]
    TooLarge {
        /// Bytes allowed.
        most: usize,
    },
    /// Files of its ending are not taken here.
    #[error("its ending is not one of those asked for")]
    WrongKind {
        /// Those that are.
        kinds: Vec<FileKind>,
    },
    /// Its content is not what its ending says.
    #[error("its content is no {0}")]
    NotWhatItSays(FileKind),
    /// The response holds as many files as it can, or as large ones.
    #[error("the response holds no more than {MOST_FILES} files of {MOST_BYTES} bytes together")]
    NoRoom,
}

impl File {
    /// The file, if the question takes it.
    pub fn take(question: &Code, upload: &Upload, arrived: Arrived, id: FileId) -> Result<Self, FileFault> {
        let name = FileName::of_upload(&arrived.name).map_err(|NotAFileName| FileFault::NoName)?;
        let kind = FileKind::by_ending(name.as_str()).filter(|kind| upload.kinds.contains(kind));
        let kind = kind.ok_or_else(|| FileFault::WrongKind { kinds: upload.kinds.clone() })?;
        if arrived.cut == Some(Cut::NoRoom) {
            return Err(FileFault::NoRoom);
        }
        if arrived.cut.is_some() || arrived.content.len() > upload.max_bytes {
            return Err(FileFault::TooLarge { most: upload.max_bytes });
        }
        if arrived.content.is_empty() {
            return Err(FileFault::Empty);
        }
        if !kind.is_content(&arrived.content) {
            return Err(FileFault::NotWhatItSays(kind));
        }
        let told = FileRef { id, name, size: arrived.content.len(), kind };
        Ok(Self { question: question.clone(), told, content: arrived.content })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(name: &str, content: &[u8]) -> Result<FileRef, FileFault> {
        let upload = Upload { max_files: 1, max_bytes: 20, kinds: vec![FileKind::Pdf, FileKind::Txt] };
        let arrived = Arrived { name: name.into(), content: content.into(), cut: None };
        let question = Code::parse("q").unwrap();
        File::take(&question, &upload, arrived, FileId::from_bytes([1; 16])).map(|file| file.told)
    }

    #[test]
    fn a_file_is_what_its_name_says_or_is_refused() {
        let told = take("Bericht.PDF", b"%PDF-1.7").unwrap();
        assert_eq!((told.name.as_str(), told.size, told.kind), ("Bericht.PDF", 8, FileKind::Pdf));
        assert_eq!(take("a.pdf", b"MZ\x90"), Err(FileFault::NotWhatItSays(FileKind::Pdf)));
        assert_eq!(take("a.txt", b"a\0b"), Err(FileFault::NotWhatItSays(FileKind::Txt)));
        let kinds = || FileFault::WrongKind { kinds: vec![FileKind::Pdf, FileKind::Txt] };
        assert_eq!(take("a.png", b"\x89PNG\r\n\x1a\n"), Err(kinds()));
        assert_eq!(take("pdf", b"%PDF-1.7"), Err(kinds()));
        assert_eq!(take("a.pdf.exe", b"%PDF-1.7"), Err(kinds()));
        assert_eq!(take("a.pdf", b""), Err(FileFault::Empty));
        assert_eq!(take("", b"%PDF-1.7"), Err(FileFault::NoName));
        assert_eq!(take("a.txt", &[b'a'; 21]), Err(FileFault::TooLarge { most: 20 }));
    }
}
