//! The survey as a whole.

use serde_json::Value;

use super::fields::Fields;
use super::nested::ON_PAGE;
use super::page::Within;
use super::settings::Concern;
use super::{Reading, json};
use crate::questionnaire::convert::Report;
use crate::questionnaire::convert::codes::Codes;
use crate::questionnaire::format::{Document, Section, Texts};
use crate::questionnaire::problem::Problem;

/// Sections of the largest questionnaire.
const MOST_SECTIONS: usize = 100;

/// Reads `survey`; without a title it has the id `stand_in`.
pub fn read(survey: &Value, stand_in: &str, report: &mut Report) -> Result<Document, Vec<Problem>> {
    let wrong = |path: &str, reason: &str| vec![Problem { line: None, path: path.into(), reason: reason.into() }];
    let no_survey =
        "this is JSON but no survey of SurveyJS: it has no pages; export the survey's definition, not its answers";
    let holds_elements =
        ["pages", "elements", "questions"].iter().any(|key| survey.get(key).is_some_and(Value::is_array));
    let Some(mut fields) = Fields::of(survey, "the survey").filter(|_| holds_elements) else {
        return Err(wrong("", no_survey));
    };
    fields.place = "the survey".into();
    let mut reading = Reading::new(survey, report);
    let document = reading.document(&mut fields, stand_in);
    reading.finish(fields);
    reading.tally.tell(reading.report);
    reading.locale.tell(reading.report);
    if document.sections.is_empty() {
        return Err(report.refused("no question of this survey can be carried over"));
    }
    Ok(document)
}

impl Reading<'_> {
    fn document(&mut self, fields: &mut Fields<'_>, stand_in: &str) -> Document {
        fields.take("locale");
        let title = self.texts(fields.take("title"), "title");
        let id = title.as_ref().map_or(stand_in.to_owned(), |title| identifier(title, self.locale.default(), stand_in));
        let title = title.unwrap_or_else(|| self.standard("surveyjs-survey", &[]));
        let intro = fields.take("description");
        let intro = self.texts(intro, "description");
        let is_random = fields.any(&["questionOrder", "questionsOrder"]).and_then(Value::as_str) == Some("random");
        let calculated = fields.list("calculatedValues");
        self.calculated_values(calculated);
        let sections = self.sections(fields, is_random);
        let thanks = self.texts(fields.take("completedHtml"), "completedHtml");
        self.told_apart(fields);
        Document {
            id,
            version: None,
            kind: None,
            cadence: None,
            languages: self.locale.languages.clone(),
            languages_in_work: vec![],
            default_language: self.locale.default().to_owned(),
            estimated_minutes: None,
            title,
            intro,
            thanks,
            hub: false,
            classification: std::collections::BTreeMap::default(),
            scales: std::collections::BTreeMap::default(),
            dont_know: None,
            sections,
            derived: vec![],
        }
    }

    fn sections(&mut self, fields: &mut Fields<'_>, is_random: bool) -> Vec<Section> {
        let mut sections: Vec<Section> = vec![];
        for (at, page) in fields.list("pages").iter().enumerate() {
            self.page(page, &format!("pages[{at}]"), sections.len() < MOST_SECTIONS, &mut sections);
        }
        // Surveys of the first versions have no pages.
        for key in ON_PAGE {
            let loose = fields.list(key);
            if !loose.is_empty() {
                self.loose(loose, key, &mut sections);
            }
        }
        for section in &mut sections {
            section.randomise |= is_random;
        }
        self.rest_of_calculated(&mut sections);
        sections.retain(|section| !section.questions.is_empty());
        sections
    }

    /// Elements outside any page.
    fn loose(&mut self, elements: &[Value], key: &str, sections: &mut Vec<Section>) {
        let mut questions = vec![];
        self.elements(elements, key, &Within::default(), &mut questions);
        let title = self.page_title(sections.len() + 1);
        let id = self.section_codes.make("page", "page");
        sections.push(Section { id, title, questions, ..Section::default() });
    }

    /// The title of a page that has none.
    pub fn page_title(&mut self, number: usize) -> Texts {
        self.tally.count(Concern::Words, "title of a page without one");
        self.standard("surveyjs-page", &[("number", number.into())])
    }

    /// Lists that have no counterpart: a notice each.
    fn told_apart(&mut self, fields: &mut Fields<'_>) {
        let reasons = [
            ("completedHtmlOnCondition", "a text of the end under a condition: all respondents get the same"),
            ("navigateToUrlOnCondition", "an address to go to: respondents are sent nowhere else"),
        ];
        for (key, reason) in reasons {
            for (at, item) in fields.list(key).iter().enumerate() {
                let kind = item.get("type").or_else(|| item.get("expression"));
                let kind = kind.map(|kind| format!(" ({})", json::spelled(kind))).unwrap_or_default();
                self.report.dropped(format!("{key}[{at}]{kind}"), reason);
            }
        }
    }
}

/// A name made of the title.
fn identifier(title: &Texts, language: &str, stand_in: &str) -> String {
    let title = title.get(language).map(String::as_str).unwrap_or_default().to_lowercase();
    let made = Codes::default().make_name(&title, stand_in);
    let words: Vec<_> = made.split('_').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { stand_in.to_owned() } else { words.join("_") }
}
