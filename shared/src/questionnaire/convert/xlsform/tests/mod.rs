//! Small forms of our own, one for each thing, and the real ones where they lie.

mod expressions;
mod faults;
mod hostile;
mod real;
mod shapes;
mod texts;
mod there_and_back;

use super::super::report::Report;
use super::super::sheet::tests::workbook;
use super::read;
use crate::questionnaire::format::{Condition, Document, Question, to_yaml};
use crate::questionnaire::problem::Problem;

/// Rows of a sheet.
type Rows<'a> = &'a [&'a [&'a str]];

/// A form of these sheets.
fn form(survey: Rows<'_>, choices: Rows<'_>, settings: Rows<'_>) -> Vec<u8> {
    workbook(&[("survey", survey), ("choices", choices), ("settings", settings)])
}

const CHOICES: Rows<'static> = &[
    &["list_name", "name", "label"],
    &["yn", "yes", "Yes"],
    &["yn", "no", "No"],
    &["grade", "1", "Bad"],
    &["grade", "2", "Fair"],
    &["grade", "3", "Good"],
];

fn read_form(survey: Rows<'_>) -> Result<(Document, Report), Vec<Problem>> {
    let mut report = Report::default();
    let document = read(&form(survey, CHOICES, &[]), &mut report)?;
    let Report { questions, carried, replaced, dropped, .. } = report;
    assert_eq!(questions, carried + replaced + dropped, "every question is accounted for");
    accepted(&document);
    Ok((document, report))
}

/// The questions of a form, and its notices in words.
fn questions(survey: Rows<'_>) -> (Vec<Question>, Vec<String>) {
    let (document, report) = read_form(survey).unwrap_or_else(|problems| panic!("{problems:?}"));
    let notices = report.notices.iter().map(ToString::to_string);
    let notices = notices.filter(|notice| !notice.contains(super::super::report::NO_LANGUAGE));
    let notices =
        notices.filter(|notice| !notice.contains("no title") && !notice.contains("that no question in ours uses"));
    let notices = notices.collect();
    (document.sections.into_iter().flat_map(|section| section.questions).collect(), notices)
}

/// What is so wrong with a form that it cannot be read.
fn problems(survey: Rows<'_>) -> Vec<String> {
    read_form(survey).map(drop).unwrap_err().iter().map(ToString::to_string).collect()
}

/// The condition of a question.
fn show_if(question: &Question) -> Option<&str> {
    match question.show_if.as_ref()? {
        Condition::Expression(expression) => Some(expression),
        Condition::Where(_) => None,
    }
}

/// Our own rules find nothing wrong with what was made.
fn accepted(document: &Document) {
    let yaml = to_yaml(document).unwrap();
    let problems = crate::questionnaire::read::read(yaml.as_bytes()).err().unwrap_or_default();
    assert!(problems.is_empty(), "{problems:#?}\n{yaml}");
}
