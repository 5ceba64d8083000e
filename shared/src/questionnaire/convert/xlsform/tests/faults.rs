//! What is wrong with a form is refused where it stands, all of it at once.

use super::*;

#[test]
fn what_is_wrong_is_told_with_sheet_row_and_column() {
    let found = problems(&[
        &["type", "name", "label", "relevant", "calculation", "constraint", "parameters"],
        &["text", "a", "A ${nothing}"],
        &["text", "", "B"],
        &["", "c", "C"],
        &["text", "1d", "D"],
        &["text", "a", "again"],
        &["select_one nolist", "e", "E"],
        &["select_one", "f", "F"],
        &["calculate", "g", "", "", "1 +"],
        &["calculate", "h"],
        &["text", "i", "I", "${unknown} = 1"],
        &["integer", "j", "J", "", "", "(. > 1"],
        &["range", "k", "K", "", "", "", "start=x"],
        &["end group"],
        &["begin group", "open"],
        &["begin repeat", "r", "R"],
        &["text", "in_r", "In"],
        &["end group"],
    ]);
    let places = [
        "row 3, column B (name)",
        "row 4, column A (type)",
        "row 5, column B (name)",
        "row 6, column B (name)",
        "row 14, column A (type)",
        "row 15, column A (type)",
        "row 18, column A (type)",
        "row 2, column C (label)",
        "row 7, column A (type)",
        "row 8, column A (type)",
        "row 9, column E (calculation)",
        "row 10, column E (calculation)",
        "row 11, column D (relevant)",
        "row 12, column F (constraint)",
        "row 13, column G (parameters)",
    ];
    for place in places {
        assert!(
            found.iter().any(|problem| problem.starts_with(&format!("sheet survey, {place}: "))),
            "{place}: {found:#?}"
        );
    }
    assert_eq!(found.len(), places.len(), "{found:#?}");
}

#[test]
fn headings_and_choices_have_faults_too() {
    let mut report = Report::default();
    let survey: Rows<'_> = &[&["type", "name", "Label", "label"], &["select_one l", "a", "A"]];
    let choices: Rows<'_> =
        &[&["list_name", "name", "label"], &["l", "x", "X"], &["l", "x", "Y"], &["l", "", "Z"], &["", "q", "Q"]];
    let found = read(&form(survey, choices, &[]), &mut report).unwrap_err();
    let found: Vec<_> = found.iter().map(|problem| problem.path.as_str()).collect();
    let expected = [
        "sheet survey, row 1, column D (label)",
        "sheet choices, row 3, column B (name)",
        "sheet choices, row 4, column B (name)",
        "sheet choices, row 5, column A (list_name)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_workbook_that_is_no_form_is_refused() {
    let refused = |source: &[u8]| read(source, &mut Report::default()).unwrap_err().remove(0).to_string();
    assert!(refused(&workbook(&[("Sheet1", &[&["a"]])])).contains("no sheet named survey"));
    assert!(
        refused(&workbook(&[("survey", &[&["name", "label"], &["a", "A"]])]))
            .contains("no column with the heading type")
    );
    assert!(refused(&workbook(&[("survey", &[])])).contains("no column with the heading type"));
    assert!(refused(&workbook(&[("survey", &[&["type", "name"], &["start", "s"]])])).contains("no question"));
    assert!(refused(b"type,name\ntext,a\n").contains(".csv"));
}

#[test]
fn sheets_are_known_in_any_case_and_others_are_told() {
    let mut report = Report::default();
    let rows: Rows<'_> = &[&["TYPE", "Name", "LABEL"], &["Text", "a", "A"]];
    let document = read(&workbook(&[("notes", &[&["x"]]), (" SuRvEy", rows)]), &mut report).unwrap();
    assert_eq!(document.sections[0].questions.len(), 1);
    assert!(report.notices[0].place.contains("notes"));
}

#[test]
fn the_only_sheet_is_the_survey_whatever_its_name() {
    let mut report = Report::default();
    let rows: Rows<'_> = &[&["type", "name", "label"], &["text", "a", "A"]];
    let document = read(&workbook(&[("Tabelle1", rows)]), &mut report).unwrap();
    assert_eq!(document.sections[0].questions[0].id, "a");
    let told = report.notices[0].to_string();
    assert_eq!(told, "sheet Tabelle1: it is not named survey; instead: as the only sheet it is read as the survey");
    let two = workbook(&[("Tabelle1", rows), ("Tabelle2", &[&["x"]])]);
    assert!(read(&two, &mut Report::default()).unwrap_err()[0].reason.contains("Tabelle1, Tabelle2"));
}

#[test]
fn a_formula_stands_for_the_value_that_was_saved_with_it() {
    let formula = |value: &str| rust_xlsxwriter::Formula::new("=A1").set_result(value);
    let mut writer = rust_xlsxwriter::Workbook::new();
    let sheet = writer.add_worksheet();
    sheet.set_name("survey").unwrap();
    for (row, cells) in (0_u32..).zip([["type", "name", "label"], ["text", "a", ""], ["text", "b", ""]]) {
        for (column, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    sheet.write_formula(1, 2, formula("Computed")).unwrap();
    sheet.write_formula(2, 2, formula("Too")).unwrap();
    let mut report = Report::default();
    let document = read(&writer.save_to_buffer().unwrap(), &mut report).unwrap();
    assert_eq!(document.sections[0].questions[0].text["en"], "Computed");
    let told = report.notices.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let expected =
        "sheet survey, row 1, column C (label): formulas, which are not computed here: rows 2, 3; instead: the value";
    assert!(told.contains(expected), "{told}");
}
