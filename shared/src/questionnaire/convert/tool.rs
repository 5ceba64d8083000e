//! Which tool a file comes from, and taking it over.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::codes::Codes;
use super::encoding::text;
use super::{Report, limesurvey, mend, surveyjs, xlsform};
use crate::questionnaire::format::Document;
use crate::questionnaire::problem::Problem;
use crate::questionnaire::read::document;

/// Bytes of the largest file of another tool.
pub const LARGEST: usize = 20_000_000;

/// Where a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Our own YAML or JSON.
    Ours,
    /// `LimeSurvey`'s `.lss`.
    LimeSurvey,
    /// An `XLSForm`, `.xlsx`.
    XlsForm,
    /// The JSON of `SurveyJS`.
    SurveyJs,
}

impl Tool {
    /// The tool by the end of a file's name, and where two tools share one, by what is in it.
    #[must_use]
    pub fn of(name: &str, source: &[u8]) -> Option<Self> {
        let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
        match end.as_str() {
            "lss" => Some(Self::LimeSurvey),
            "xlsx" => Some(Self::XlsForm),
            "yaml" | "yml" => Some(Self::Ours),
            "json" if is_ours(source) => Some(Self::Ours),
            "json" => Some(Self::SurveyJs),
            _ => None,
        }
    }

    /// What it calls itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours => "Rundfrage",
            Self::LimeSurvey => "LimeSurvey",
            Self::XlsForm => "XLSForm",
            Self::SurveyJs => "SurveyJS",
        }
    }

    /// Takes a file over. What could not be carried over as it was is in the report; a file that cannot be used at all is
    /// refused with the place and the reason. A file that says no id gets one of its `name`.
    pub fn convert(self, source: &[u8], name: &str) -> Result<(Document, Report), Vec<Problem>> {
        let mut report = Report::default();
        if source.len() > LARGEST {
            let reason = format!("the file is larger than {LARGEST} bytes");
            return Err(vec![Problem { line: None, path: String::new(), reason }]);
        }
        let id = id_of(name);
        let made = match self {
            Self::Ours => return Ok((document(source)?, report)),
            Self::LimeSurvey => limesurvey::read_named(source, &id, &mut report)?,
            Self::XlsForm => xlsform::read_named(source, &id, &mut report)?,
            Self::SurveyJs => surveyjs::read_named(source, &id, &mut report)?,
        };
        let document = mend(made, &mut report)?;
        Ok((document, report))
    }
}

/// The id that a file's name is good for.
fn id_of(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    if !stem.contains(char::is_alphanumeric) {
        return "survey".into();
    }
    let made = Codes::default().make_name(&stem, "survey");
    made.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

/// Whether JSON has the keys of ours at its top; where it is broken, whether it names them at all.
fn is_ours(source: &[u8]) -> bool {
    /// Looked at without keeping anything: a file may be large.
    #[derive(Deserialize)]
    struct Top {
        sections: Option<IgnoredAny>,
        languages: Option<IgnoredAny>,
    }
    if source.len() > LARGEST {
        return false;
    }
    let Ok(text) = text(source) else { return false };
    if !text.trim_start().starts_with('{') {
        return false;
    }
    match serde_json::from_str::<Top>(&text) {
        Ok(top) => top.sections.is_some() && top.languages.is_some(),
        Err(_) => text.contains("\"sections\"") && text.contains("\"languages\""),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::workbook;
    use super::*;

    #[test]
    fn a_file_that_says_no_id_is_named_after_itself() {
        let survey = br#"{"elements": [{"type": "text", "name": "a"}]}"#;
        for (name, id) in
            [("Umfrage 2026.json", "umfrage_2026"), ("C:\\x\\b.json", "b"), ("", "survey"), ("___.json", "survey")]
        {
            assert_eq!(Tool::SurveyJs.convert(survey, name).unwrap().0.id, id, "{name}");
        }
        let titled = br#"{"title": "My", "elements": [{"type": "text", "name": "a"}]}"#;
        assert_eq!(Tool::SurveyJs.convert(titled, "b.json").unwrap().0.id, "my");
        let form = workbook(&[("survey", &[&["type", "name", "label"], &["text", "a", "A"]])]);
        assert_eq!(Tool::XlsForm.convert(&form, "Kleine Form.xlsx").unwrap().0.id, "kleine_form");
    }

    #[test]
    fn json_of_ours_is_known_by_its_keys_also_broken_and_with_a_mark() {
        for (source, expected) in [
            (r#"{"id": "a", "languages": ["de"], "sections": []}"#, Tool::Ours),
            ("\u{FEFF}{\"languages\": [], \"sections\": []}", Tool::Ours),
            (r#"{"languages": ["de"], "sections": [}"#, Tool::Ours),
            (r#"{"pages": [{"name": "sections", "title": "languages"}]}"#, Tool::SurveyJs),
            (r#"{"pages": ["#, Tool::SurveyJs),
            ("[1, 1]", Tool::SurveyJs),
        ] {
            assert_eq!(Tool::of("a.json", source.as_bytes()), Some(expected), "{source}");
        }
    }
}
