//! Files: the post names those that stay, and those that came with it.

use super::fields::Fields;
use crate::file::FileRef;
use crate::questionnaire::answer::Answer;

/// The files that the fields name, of those that were there and those that came. One that is not there any more is passed over:
/// somebody else has removed it.
pub fn files(known: Option<&Answer>, arrived: &[FileRef], fields: &Fields<'_>) -> Option<Answer> {
    let named: Vec<&str> = fields.all(None).collect();
    let there = known.map_or(&[][..], Answer::files).iter().chain(arrived);
    let files: Vec<FileRef> = there.filter(|file| named.contains(&file.id.to_string().as_str())).cloned().collect();
    (!files.is_empty()).then_some(Answer::Files(files))
}
