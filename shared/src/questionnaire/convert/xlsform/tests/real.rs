//! Forms of other people, read where they lie beside the project.

use std::path::PathBuf;

use super::super::write;
use super::*;

/// A form, by the name of the file; nothing where the forms do not lie.
fn real(name: &str) -> Option<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/instruments/xlsform");
    std::fs::read(folder.join(name)).ok()
}

#[test]
fn questions_of_real_forms_are_all_accounted_for() {
    for (name, counts) in [
        ("choice_filter_test.xlsx", (3, 3, 0, 0)),
        ("flat_xlsform_test.xlsx", (41, 34, 4, 3)),
        ("specify_other.xlsx", (1, 1, 0, 0)),
        ("yes_or_no_question.xlsx", (1, 1, 0, 0)),
    ] {
        let Some(source) = real(name) else { continue };
        let mut report = Report::default();
        accepted(&read(&source, &mut report).unwrap());
        let Report { questions, carried, replaced, dropped, .. } = report;
        assert_eq!((questions, carried, replaced, dropped), counts, "{name}");
    }
}

#[test]
fn broken_real_forms_are_refused_at_their_place() {
    for (name, place) in [
        ("bad_calc.xlsx", "sheet survey, row 2, column D (calculation)"),
        ("duplicate_columns.xlsx", "sheet survey, row 1, column E (label)"),
    ] {
        let Some(source) = real(name) else { continue };
        let problems = read(&source, &mut Report::default()).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), [place]);
    }
}

#[test]
fn real_forms_are_stable_once_they_were_read() {
    for name in ["choice_filter_test.xlsx", "flat_xlsform_test.xlsx", "specify_other.xlsx", "yes_or_no_question.xlsx"] {
        let Some(source) = real(name) else { continue };
        let once = read(&source, &mut Report::default()).unwrap();
        let mut there = Report::default();
        let again = read(&write(&once, &mut there).unwrap(), &mut Report::default()).unwrap();
        assert_eq!(to_yaml(&again).unwrap(), to_yaml(&once).unwrap(), "{name}");
        assert_eq!((there.replaced, there.dropped), (0, 0), "{name}: {:?}", there.notices);
    }
}
