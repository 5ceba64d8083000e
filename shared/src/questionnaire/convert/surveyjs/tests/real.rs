//! Real surveys, which are not part of the project: where they are not there, nothing is tested.

use std::path::{Path, PathBuf};

use super::*;
use crate::questionnaire::format::to_yaml;

/// A real survey, if it is there.
pub fn real(name: &str) -> Option<Vec<u8>> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/instruments/surveyjs");
    std::fs::read(folder.join(name)).ok()
}

/// A real survey and what became of its questions.
fn read_real(name: &str) -> Option<(Document, Report)> {
    let mut report = Report::default();
    let document = read(&real(name)?, &mut report).unwrap();
    Some((document, report))
}

fn counts(report: &Report) -> (usize, usize, usize, usize) {
    (report.questions, report.carried, report.replaced, report.dropped)
}

#[test]
fn a_quiz_keeps_its_questions_and_loses_its_right_answers() {
    let Some((document, report)) = read_real("survey.json") else { return };
    assert_eq!(counts(&report), (8, 8, 0, 0));
    let ids: Vec<_> = document.sections[1].questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["civilwar", "civilwar_2", "civilwar_3", "civilwar_4"]);
    let options = document.sections[2].questions[0].options.as_ref().unwrap();
    assert_eq!(options[2].code, "Patrick_Henry");
    for said in
        ["settings of a quiz", "share their answer", "{correctAnswers} in the text", "completedHtmlOnCondition[1]"]
    {
        assert!(told(&report).contains(said), "{said}");
    }
}

#[test]
fn an_assessment_keeps_its_questions_and_conditions() {
    let Some((document, report)) = read_real("ITSPReview.json") else { return };
    assert_eq!(counts(&report), (111, 103, 8, 0));
    let questions: Vec<_> = document.sections.iter().flat_map(|section| &section.questions).collect();
    // Ten of its questions ask for a comment as well.
    assert_eq!(questions.len(), 111 + 10);
    let lost: Vec<_> = report.notices.iter().filter(|notice| notice.reason.starts_with("the condition")).collect();
    // The one condition that is lost has a text without end.
    assert_eq!(lost.len(), 1, "{lost:#?}");
    let score = questions.iter().find(|question| question.id == "SDS_Score").unwrap();
    assert!(score.value.as_ref().unwrap().starts_with("sum((SDSIsAODUseOutOfControl == \"0\" ? 0 : "));
    let expressions = to_yaml(&document).unwrap().matches("show_if").count();
    let conditions =
        String::from_utf8(real("ITSPReview.json").unwrap()).unwrap().to_lowercase().matches("visibleif\"").count();
    // One of them names no item, so it holds for each of the seven options.
    assert!(expressions >= conditions - 1, "{expressions} of {conditions}");
    assert!(to_yaml(&document).unwrap().len() < 1_000_000);
}

#[test]
fn the_schema_of_surveys_is_no_survey() {
    let Some(source) = real("surveyjs_definition.schema.json") else { return };
    assert!(read(&source, &mut Report::default()).unwrap_err()[0].reason.contains("no survey"));
}
