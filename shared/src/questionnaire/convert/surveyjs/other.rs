//! Elements that hold no answer, and files.

use super::Reading;
use super::element::Made;
use super::fields::Fields;
use super::known::Kind;
use crate::questionnaire::format::{Question, QuestionType};

/// Bytes of a megabyte, as they count.
const MEGABYTE: usize = 1_024 * 1_024;

impl Reading<'_> {
    /// A text.
    pub fn html(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        let html = fields.take("html");
        let Some(text) = self.texts(html, &fields.at("html")) else {
            self.report.dropped(&fields.place, "it says nothing in plain words");
            return Made::Dropped;
        };
        question.question_type = QuestionType::Note;
        question.text = text;
        question.required = None;
        Made::Carried(Kind::Other)
    }

    /// A picture.
    pub fn picture(&mut self, their_type: &str, fields: &Fields<'_>) -> Made {
        let reason = match their_type {
            "image" => "a picture: only options have pictures",
            "imagemap" => "areas of a picture to choose from",
            _ => "an element without content",
        };
        self.report.dropped(&fields.place, reason);
        Made::Dropped
    }

    /// A signature.
    pub fn signature(&mut self, fields: &Fields<'_>, question: &mut Question) -> Made {
        question.question_type = QuestionType::Upload;
        question.max_files = Some(1);
        self.report.replaced(&fields.place, "a field to sign in", "a file, such as a photograph of the signature");
        Made::Replaced(Kind::Other)
    }
}

/// Files.
pub fn file(fields: &mut Fields<'_>, question: &mut Question) -> Made {
    question.question_type = QuestionType::Upload;
    let is_multiple = fields.flag("allowMultiple");
    let most = fields.whole("maxFiles").filter(|count| *count > 0 && *count < 1_000);
    question.max_files = if is_multiple { most } else { Some(1) };
    question.max_megabytes = fields.whole("maxSize").filter(|bytes| *bytes > 0).map(|bytes| bytes.div_ceil(MEGABYTE));
    Made::Carried(Kind::Other)
}
