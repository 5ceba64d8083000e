//! Which tool a file comes from, and taking it over.

use serde_json::Value;

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
    /// refused with the place and the reason.
    pub fn convert(self, source: &[u8]) -> Result<(Document, Report), Vec<Problem>> {
        let mut report = Report::default();
        if source.len() > LARGEST {
            let reason = format!("the file is larger than {LARGEST} bytes");
            return Err(vec![Problem { line: None, path: String::new(), reason }]);
        }
        let made = match self {
            Self::Ours => return Ok((document(source)?, report)),
            Self::LimeSurvey => limesurvey::read(source, &mut report)?,
            Self::XlsForm => xlsform::read(source, &mut report)?,
            Self::SurveyJs => surveyjs::read(source, &mut report)?,
        };
        let document = mend(made, &mut report)?;
        Ok((document, report))
    }
}

/// Whether JSON has the keys of ours at its top.
fn is_ours(source: &[u8]) -> bool {
    let value: Option<Value> = serde_json::from_slice(source).ok();
    value.is_some_and(|value| value.get("sections").is_some() && value.get("languages").is_some())
}
