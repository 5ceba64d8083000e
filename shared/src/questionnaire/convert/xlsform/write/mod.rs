//! Writing a questionnaire as a form: what a form can say is written so that [`read`](super::read) finds the same in it,
//! and what it cannot say is told.

mod bounds;
mod check;
mod condition;
mod grid;
mod group;
mod kind;
mod lists;
mod names;
mod question;
mod told;
mod words;
mod xpath;

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use thiserror::Error;

use self::grid::{Key, Rows};
use self::names::Names;
use self::told::Told;
use super::super::html;
use super::super::report::Report;
use super::tag;
use crate::questionnaire::format::Document;

/// The form cannot be written.
#[derive(Debug, Error)]
#[error("the workbook cannot be written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// What is being written.
struct Writer<'d, 'r> {
    document: &'d Document,
    names: Names,
    report: &'r mut Report,
    told: Told,
    survey: Rows,
    choices: Rows,
    lists: super::super::codes::Codes,
    written: std::collections::HashMap<String, String>,
    /// The name of the row that notes the day.
    today: Option<String>,
}

/// Writes a questionnaire as a workbook with the sheets survey, choices and settings.
pub fn write(document: &Document, report: &mut Report) -> Result<Vec<u8>, NotWritten> {
    let mut writer = Writer {
        document,
        names: Names::of(document),
        report,
        told: Told::default(),
        survey: Rows::default(),
        choices: Rows::default(),
        lists: super::super::codes::Codes::default(),
        written: std::collections::HashMap::new(),
        today: None,
    };
    writer.whole();
    writer.workbook()
}

impl Writer<'_, '_> {
    fn whole(&mut self) {
        let document = self.document;
        self.of_document();
        if let Some(intro) = &document.intro {
            let texts = self.texts(intro, "intro");
            self.note("intro", texts);
            self.report.replaced("intro", "a form says nothing before its first question", "a note");
        }
        for section in &document.sections {
            self.section(section);
        }
        self.tell();
    }

    /// What a form cannot say of the questionnaire as a whole.
    fn of_document(&mut self) {
        let document = self.document;
        let left_out = [
            ("thanks", document.thanks.is_some()),
            ("hub", document.hub),
            ("kind", document.kind.is_some()),
            ("cadence", document.cadence.is_some()),
            ("estimated_minutes", document.estimated_minutes.is_some()),
            ("classification", !document.classification.is_empty()),
            ("derived", !document.derived.is_empty()),
        ];
        for (key, _) in left_out.iter().filter(|(_, is_there)| *is_there) {
            self.report.dropped(*key, "a form has no place for it");
        }
        if document.languages.len() > 1 {
            self.report.dropped("title", "the title of a form is in one language, the default one");
        }
    }

    fn workbook(self) -> Result<Vec<u8>, NotWritten> {
        let languages: Vec<String> = self.document.languages.iter().map(|tag| tag::name(tag)).collect();
        let mut book = Workbook::new();
        let bold = Format::new().set_bold();
        for (name, rows) in [("survey", &self.survey), ("choices", &self.choices)] {
            let sheet = book.add_worksheet();
            sheet.set_name(name)?;
            rows.write(sheet, &languages, &bold)?;
        }
        let sheet = book.add_worksheet();
        sheet.set_name("settings")?;
        self.settings().write(sheet, &languages, &bold)?;
        Ok(book.save_to_buffer()?)
    }

    fn settings(&self) -> Rows {
        let document = self.document;
        let title = document.title.get(&document.default_language).or_else(|| document.title.values().next());
        let mut rows = Rows::default();
        rows.add(vec![
            (Key::Plain("form_title"), title.map(|title| html::spelled(title)).unwrap_or_default()),
            (Key::Plain("form_id"), document.id.clone()),
            (Key::Plain("version"), document.version.map(|version| version.to_string()).unwrap_or_default()),
            (Key::Plain("default_language"), tag::name(&document.default_language)),
        ]);
        rows
    }
}
