//! Files: those that are there, and whether more can come.

use rundfrage_shared::file::{FileFault, FileRef, MOST_BYTES};
use rundfrage_shared::questionnaire::answer::Answer;
use rundfrage_shared::questionnaire::model::Upload;

use super::super::complaint::file_refused;
use super::super::voice::{Voice, kinds};
use super::Kind;
use super::make::Maker;

/// Files.
#[derive(Debug)]
pub struct UploadView {
    /// Those that are there.
    pub files: Vec<FileView>,
    /// The endings that a browser offers.
    pub accept: String,
    /// Whether several can be chosen at once.
    pub is_several: bool,
    /// Whether one more is taken.
    pub has_room: bool,
    /// What the script says of one that is too large, or of those that are together, before they are sent.
    pub limits: Limits,
}

/// How large files may be, in bytes, and what is said of larger ones; `#file` stands for the name.
#[derive(Debug)]
pub struct Limits {
    /// One file.
    pub each: usize,
    /// All of the response.
    pub all: usize,
    /// One is larger.
    pub too_large: String,
    /// All are.
    pub no_room: String,
}

impl Limits {
    fn new(voice: &Voice<'_>, upload: &Upload) -> Self {
        let refused = |fault| file_refused(voice, "#file", &fault);
        Self {
            each: upload.max_bytes,
            all: MOST_BYTES,
            too_large: refused(FileFault::TooLarge { most: upload.max_bytes }),
            no_room: refused(FileFault::NoRoom),
        }
    }
}

/// A file that is there.
#[derive(Debug)]
pub struct FileView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How large it is, in words.
    pub size: String,
    /// Where it can be looked at; nothing if it cannot.
    pub href: String,
}

impl Maker<'_> {
    /// What is filled in are the ids of files; one that is not stored is not there.
    pub(super) fn upload(&self, name: &str, upload: &Upload) -> Kind {
        let stored = self.stored.get(name).into_iter().flat_map(Answer::files);
        let view = |file: &FileRef| FileView {
            id: file.id.to_string(),
            name: file.name.to_string(),
            size: self.voice.size(file.size),
            href: (self.file)(file),
        };
        let files: Vec<_> = stored.filter(|file| self.filled.has(name, &file.id.to_string())).map(view).collect();
        let endings = upload.kinds.iter().map(|kind| format!(".{kind}"));
        Kind::Upload(UploadView {
            accept: endings.collect::<Vec<_>>().join(","),
            is_several: upload.max_files - files.len().min(upload.max_files) > 1,
            has_room: files.len() < upload.max_files,
            limits: Limits::new(self.voice, upload),
            files,
        })
    }
}

/// How many files, how large and of which kinds.
pub fn hint(voice: &Voice<'_>, upload: &Upload) -> String {
    let count = i64::try_from(upload.max_files).unwrap_or(i64::MAX);
    let most = voice.size(upload.max_bytes);
    let values = [("count", count.into()), ("most", most.into()), ("kinds", kinds(&upload.kinds).into())];
    voice.words.with("respond-hint-files", &values).into_owned()
}
