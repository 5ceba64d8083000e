//! Questions that are answered with files.

use super::Reading;
use super::entry::Fields;
use crate::file::{FileKind, LARGEST, MEGABYTE};
use crate::questionnaire::model::{QuestionKind, Upload};

/// Files of one question.
pub const MOST_FILES: usize = 5;
/// Megabytes of one file.
pub const MOST_MEGABYTES: usize = LARGEST / MEGABYTE;
/// Megabytes of one file where nothing is said of it.
const MEGABYTES: usize = 5;

impl Reading {
    pub fn upload(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        if self.item.is_some() {
            let reason = "files cannot be asked for inside a group; ask for them behind it";
            self.problems.add(fields.line, fields.path.clone(), reason);
            fields.rest();
            return None;
        }
        let max_files = match fields.take("max_files") {
            Some(most) => most.whole(&mut self.problems, 1, MOST_FILES),
            None => Some(1),
        };
        let megabytes = match fields.take("max_megabytes") {
            Some(most) => most.whole(&mut self.problems, 1, MOST_MEGABYTES),
            None => Some(MEGABYTES),
        };
        let kinds = self.file_kinds(fields);
        Some(QuestionKind::Upload(Upload { max_files: max_files?, max_bytes: megabytes? * MEGABYTE, kinds: kinds? }))
    }

    /// The kinds of files, each once; all there are if nothing is said of it.
    fn file_kinds(&mut self, fields: &mut Fields<'_>) -> Option<Vec<FileKind>> {
        let Some(entry) = fields.take("kinds") else { return Some(FileKind::ALL.to_vec()) };
        let entries = entry.list(&mut self.problems, FileKind::ALL.len())?;
        let read = |kind: &super::Entry<'_>| kind.parsed(&mut self.problems, str::parse::<FileKind>);
        let kinds = entries.iter().map(read).collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()?;
        let mut once = Vec::new();
        for kind in kinds {
            if once.contains(&kind) {
                entry.wrong(&mut self.problems, format!("\"{kind}\" is named twice; name it once"));
                return None;
            }
            once.push(kind);
        }
        if once.is_empty() {
            entry.wrong(&mut self.problems, "no kind of file is named; name one, or leave \"kinds\" out");
            return None;
        }
        Some(once)
    }
}
