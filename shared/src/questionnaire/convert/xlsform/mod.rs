//! Forms of the `XLSForm` standard: workbooks with a sheet of questions, a sheet of choices and a sheet of settings.
//!
//! Reading goes in steps: the headings of each sheet say what its columns mean (`table`, `heading`), the rows of the survey
//! are put into their groups (`survey`), then the questionnaire is made part by part in the order of the form (`build`),
//! while `scope` keeps what a name means at each place and `formula` translates expressions. What makes a form unusable for
//! any program is a problem with sheet, row and column; what only we cannot do is a notice.
//!
//! To add a type of row: its names in `kind`, what becomes of it in `build::kind`, and a line in the guide
//! `docs/guides/converting-xlsform.md`.

mod build;
mod formula;
mod heading;
mod kind;
mod languages;
mod lists;
mod place;
mod scope;
mod settings;
mod survey;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod wording;
mod write;

pub use self::write::{NotWritten, write};

use self::heading::{Field, Heading};
use self::languages::Languages;
use self::lists::Lists;
use self::place::Faults;
use self::settings::Settings;
use self::survey::Survey;
use self::table::Table;
use super::report::Report;
use super::sheet::{Sheet, Workbook};
use crate::questionnaire::format::Document;
use crate::questionnaire::problem::Problem;

/// Reads a form of a file without a name; see [`read_named`].
pub fn read(source: &[u8], report: &mut Report) -> Result<Document, Vec<Problem>> {
    read_named(source, "form", report)
}

/// Reads a form; `stand_in` is its id if its settings say neither an id nor a title.
pub fn read_named(source: &[u8], stand_in: &str, report: &mut Report) -> Result<Document, Vec<Problem>> {
    let mut book = Workbook::open(source).map_err(Faults::workbook)?;
    let sheets = Sheets::read(&mut book, report)?;
    let mut faults = Faults::default();
    let document = sheets.document(&book, stand_in, report, &mut faults);
    if document.sections.is_empty() && !faults.any() {
        return Err(report.refused("no question of the form can be carried over"));
    }
    if faults.any() { Err(faults.into_problems()) } else { Ok(document) }
}

/// The sheets of a form.
struct Sheets {
    survey: Sheet,
    choices: [Option<Sheet>; 2],
    settings: Option<Sheet>,
}

impl Sheets {
    /// Finds the sheets by their names; the others are told.
    fn read(book: &mut Workbook<'_>, report: &mut Report) -> Result<Self, Vec<Problem>> {
        let names: Vec<String> = book.names().map(str::to_owned).collect();
        let (mut survey, mut choices, mut settings) = (None, [None, None], None);
        for (place, name) in names.iter().enumerate() {
            let sheet = match name.trim().to_lowercase().as_str() {
                "survey" => &mut survey,
                "choices" => &mut choices[0],
                lists::EXTERNAL => &mut choices[1],
                "settings" => &mut settings,
                _ if names.len() == 1 => &mut survey,
                _ => {
                    report.dropped(
                        format!("sheet {name}"),
                        "only the sheets survey, choices, external_choices and settings are read",
                    );
                    continue;
                }
            };
            if sheet.is_none() {
                *sheet = Some(book.sheet(place).map_err(Faults::workbook)?);
            } else {
                report.dropped(format!("sheet {name}"), "there is another sheet of this name before it");
            }
        }
        let Some(survey) = survey.filter(|survey| is_survey(survey, book, report)) else {
            let mut faults = Faults::default();
            let names = names.iter().take(20).cloned().collect::<Vec<_>>().join(", ");
            faults
                .add("", format!("the workbook has no sheet named survey, so it is no form; its sheets are: {names}"));
            return Err(faults.into_problems());
        };
        Ok(Self { survey, choices, settings })
    }

    fn document(&self, book: &Workbook<'_>, stand_in: &str, report: &mut Report, faults: &mut Faults) -> Document {
        let survey = Table::new(book, &self.survey, faults);
        let choices: Vec<_> = self.choices.iter().flatten().map(|sheet| Table::new(book, sheet, faults)).collect();
        let settings = self.settings.as_ref().map(|sheet| Table::new(book, sheet, faults));
        let tables: Vec<_> = std::iter::once(&survey).chain(&choices).collect();
        for table in &tables {
            table.refuse_errors(faults);
            table.tell_formulas(report);
        }
        let settings = Settings { stand_in, ..Settings::read(settings.as_ref(), report) };
        let languages = Languages::of(&tables, &settings.default_language, report);
        let lists = Lists::read(&choices, settings.may_repeat, report, faults);
        let mut lines = Survey::read(&survey, faults);
        let parts = lines.parts(faults);
        build::build(&lines, &parts, &lists, &languages, &settings, (report, faults))
    }
}

/// Whether a sheet holds the questions: by its name, or by its headings if it has another and is the only one.
fn is_survey(sheet: &Sheet, book: &Workbook<'_>, report: &mut Report) -> bool {
    if sheet.name.trim().eq_ignore_ascii_case("survey") {
        return true;
    }
    let Some(first) = sheet.rows.first() else { return false };
    let has_types = first.columns().any(|index| Heading::read(book.text(first, index)).field == Field::Type);
    if has_types {
        let place = format!("sheet {}", sheet.name);
        report.replaced(place, "it is not named survey", "as the only sheet it is read as the survey");
    }
    has_types
}
