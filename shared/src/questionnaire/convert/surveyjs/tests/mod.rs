//! What is read from surveys, feature by feature, from real files and from hostile ones.

mod features;
mod hostile;
mod losses;
mod meaning;
mod names;
pub mod real;
mod triggers;
mod types;

use super::*;
use crate::questionnaire::format::Question;

/// What a survey becomes; its questions are counted.
fn taken(survey: &Value) -> (Document, Report) {
    let mut report = Report::default();
    let document = read(survey.to_string().as_bytes(), &mut report).unwrap();
    assert_eq!(report.questions, report.carried + report.replaced + report.dropped, "{report:#?}");
    (document, report)
}

/// What elements on one page become.
fn elements(elements: &Value) -> (Vec<Question>, Report) {
    let (mut document, report) =
        taken(&serde_json::json!({ "pages": [{ "name": "p", "title": "P", "elements": elements }] }));
    (document.sections.remove(0).questions, report)
}

/// The notices in one text.
fn told(report: &Report) -> String {
    report.notices.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The notices besides the one on the language, which small surveys do not name.
fn surprises(report: &Report) -> Vec<String> {
    let told = report.notices.iter().map(ToString::to_string);
    told.filter(|told| !told.contains("names no language")).collect()
}

/// An expression of a condition.
fn shown_if(question: &Question) -> &str {
    match &question.show_if {
        Some(crate::questionnaire::format::Condition::Expression(expression)) => expression,
        _ => "",
    }
}
