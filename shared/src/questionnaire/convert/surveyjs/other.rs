//! Elements that hold no answer, and files.

use super::Reading;
use super::fields::Fields;
use super::known::Kind;
use super::made::Made;
use crate::questionnaire::convert::files::kinds;
use crate::questionnaire::format::{Question, QuestionType};
use crate::questionnaire::problem::counted;
use crate::questionnaire::read::{MOST_FILES, MOST_MEGABYTES};

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

    /// Files.
    pub fn file(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        question.question_type = QuestionType::Upload;
        let most =
            if fields.flag("allowMultiple") { fields.whole("maxFiles").filter(|count| *count > 0) } else { Some(1) };
        let files = most.unwrap_or(MOST_FILES);
        let bytes = fields.whole("maxSize").filter(|bytes| *bytes > 0);
        let megabytes = bytes.map(|bytes| bytes.div_ceil(MEGABYTE));
        if let (Some(bytes), Some(size)) = (bytes, megabytes.filter(|size| *size <= MOST_MEGABYTES))
            && bytes != size * MEGABYTE
        {
            let reason = format!("files of at most {bytes} bytes");
            self.report.replaced(fields.at("maxSize"), reason, format!("at most {}", counted(size, "megabyte")));
        }
        question.max_files = Some(files.min(MOST_FILES));
        question.max_megabytes = megabytes.map(|size| size.min(MOST_MEGABYTES));
        let accepted = fields.string("acceptedTypes").unwrap_or_default();
        question.kinds = kinds(self.report, &fields.at("acceptedTypes"), accepted);
        if files > MOST_FILES || megabytes.is_some_and(|size| size > MOST_MEGABYTES) {
            let by = format!("at most {MOST_FILES} files of at most {MOST_MEGABYTES} megabytes");
            self.report.replaced(&fields.place, "it takes more or larger files", by);
            return Made::Replaced(Kind::Other);
        }
        Made::Carried(Kind::Other)
    }
}
