//! Real surveys, where they lie beside the project. They belong to their makers and are no part of it.

use std::collections::HashSet;
use std::path::PathBuf;

use super::super::read;
use crate::questionnaire::convert::Report;
use crate::questionnaire::format::{Document, Question, Texts, to_json, to_yaml};

/// What every questionnaire that was made keeps.
pub fn assert_sound(document: &Document, report: &Report) {
    assert_eq!(report.questions, report.carried + report.replaced + report.dropped);
    assert!(!document.languages.is_empty() && document.languages.contains(&document.default_language));
    let is_code = |code: &str| {
        (1..=64).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    };
    let mut names = HashSet::new();
    let mut sections = HashSet::new();
    for section in &document.sections {
        assert!(is_code(&section.id) && sections.insert(&section.id), "{}", section.id);
        assert!(!section.questions.is_empty());
        assert_texts(document, [&section.title].into_iter().chain(&section.intro));
        for question in &section.questions {
            assert!(is_code(&question.id) && names.insert(&question.id), "{}", question.id);
            assert_question(document, question, &is_code);
        }
    }
    assert_texts(document, [&document.title].into_iter().chain(&document.intro).chain(&document.thanks));
    assert!(to_yaml(document).unwrap().len() <= 1_000_000);
    let written = to_json(document).unwrap();
    assert_eq!(&serde_json::from_str::<Document>(&written).unwrap(), document);
}

fn assert_question(document: &Document, question: &Question, is_code: &dyn Fn(&str) -> bool) {
    let options = question.options.iter().flatten();
    let codes: Vec<_> = options.clone().map(|option| &option.code).collect();
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), codes.len(), "{}", question.id);
    assert!(codes.iter().all(|code| is_code(code)) && codes.len() <= 1_000);
    let rows: HashSet<_> = question.rows.iter().map(|row| &row.id).collect();
    assert!(rows.len() == question.rows.len() && rows.len() <= 500, "{}", question.id);
    let labels = options.map(|option| &option.label).chain(question.rows.iter().map(|row| &row.label));
    let labels = labels.chain(question.columns.iter().map(|column| &column.label));
    assert_texts(document, labels.chain([&question.text]).chain(&question.help));
    assert_texts(document, question.checks.iter().map(|check| &check.message));
}

fn assert_texts<'t>(document: &Document, texts: impl Iterator<Item = &'t Texts>) {
    for texts in texts {
        assert!(texts.keys().eq(document.languages.iter().collect::<std::collections::BTreeSet<_>>()), "{texts:?}");
        for text in texts.values() {
            assert!(!text.is_empty() && text.chars().count() <= 4_000, "{text}");
            assert!(!text.chars().any(|sign| sign.is_control() && sign != '\n'), "{text:?}");
            assert_eq!(text.matches("{{").count(), text.matches("}}").count(), "{text}");
        }
    }
}

/// The files, if they are there.
pub fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/instruments/limesurvey");
    let found = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = found.filter(|path| path.extension().is_some_and(|ending| ending == "lss")).collect();
    files.sort();
    files
}

#[test]
fn real_surveys_are_carried_over() {
    for path in files() {
        let mut report = Report::default();
        let source = std::fs::read(&path).unwrap();
        let document = read(&source, &mut report).unwrap();
        if let Ok(folder) = std::env::var("SHOW_CONVERTED") {
            let name = path.file_stem().unwrap().to_string_lossy();
            std::fs::write(format!("{folder}/{name}.yaml"), to_yaml(&document).unwrap()).unwrap();
            let notices: String = report.notices.iter().flat_map(|notice| [notice.to_string(), "\n".into()]).collect();
            let counts = (report.questions, report.carried, report.replaced, report.dropped);
            std::fs::write(format!("{folder}/{name}.txt"), format!("{counts:?}\n{notices}")).unwrap();
        }
        assert_sound(&document, &report);
        assert_eq!(report.untold, 0);
        // Nothing is silently lost: every question of the file was counted.
        let text = String::from_utf8(source).unwrap();
        let table = text.split("<questions>").nth(1).and_then(|rest| rest.split("</questions>").next()).unwrap();
        assert_eq!(report.questions, table.matches("<row>").count());
    }
}
