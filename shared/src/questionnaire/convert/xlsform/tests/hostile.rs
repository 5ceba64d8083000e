//! Files that are meant to do harm, or were harmed.

use std::time::Instant;

use super::*;
use crate::questionnaire::format::QuestionType as T;

fn whole() -> Vec<u8> {
    form(
        &[
            &["type", "name", "label", "relevant", "constraint", "choice_filter"],
            &["select_one yn", "a", "A"],
            &["begin group", "g", "G", "${a} = 'yes'"],
            &["integer", "b", "B ${a}", "", ". > 1", ""],
            &["end group"],
        ],
        CHOICES,
        &[&["form_title"], &["T"]],
    )
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let source = whole();
    for part in 0..50 {
        let cut = &source[..source.len() * part / 50];
        let problems = read(cut, &mut Report::default()).unwrap_err();
        assert!(!problems[0].reason.is_empty());
    }
}

#[test]
fn flipped_bits_bring_nothing_down() {
    let source = whole();
    for at in 0..source.len() {
        let mut damaged = source.clone();
        damaged[at] ^= 1 << (at % 8);
        if at % 7 == 0 {
            let _ = read(&damaged, &mut Report::default());
        }
    }
}

#[test]
fn deep_groups_and_long_formulas_are_refused_or_told() {
    let mut rows: Vec<Vec<String>> = vec![["type", "name", "label", "relevant"].map(String::from).into()];
    rows.extend((0..500).map(|at| vec!["begin group".into(), format!("g{at}"), "G".into()]));
    rows.extend((0..500).map(|_| vec!["end group".into()]));
    let refused = read_rows(&rows).unwrap_err();
    assert!(refused.iter().any(|problem| problem.reason.contains("inside each other")), "{refused:?}");

    rows.truncate(1);
    rows.push(vec!["text".into(), "a".into(), "A".into(), format!("{}1{}", "(".repeat(1_000), ")".repeat(1_000))]);
    assert!(read_rows(&rows).is_err());
    rows[1][3] = vec!["1 = 1"; 3_000].join(" or ");
    assert!(read_rows(&rows).is_ok());
}

fn read_rows(rows: &[Vec<String>]) -> Result<Document, Vec<Problem>> {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    read(&form(&rows, CHOICES, &[]), &mut Report::default())
}

#[test]
fn what_would_become_too_large_stops_early() {
    let started = Instant::now();
    let mut rows: Vec<Vec<String>> = vec![["type", "name", "label", "choice_filter"].map(String::from).into()];
    rows.extend(
        (0..5_000).map(|at| vec!["select_multiple big".into(), format!("q{at}"), "Q".into(), "name != ${q0}".into()]),
    );
    let choices: Vec<Vec<String>> =
        (0..400).map(|at| vec!["big".into(), format!("c{at}"), "x".repeat(3_000)]).collect();
    let heading: Vec<String> = ["list_name", "name", "label"].map(String::from).into();
    let choices: Vec<Vec<String>> = std::iter::once(heading).chain(choices).collect();
    let refs = |rows: &[Vec<String>]| -> Vec<Vec<String>> { rows.to_vec() };
    let (rows, choices) = (refs(&rows), refs(&choices));
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let choices: Vec<Vec<&str>> = choices.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let choices: Vec<&[&str]> = choices.iter().map(Vec::as_slice).collect();
    let mut report = Report::default();
    let problems = read(&form(&rows, &choices, &[]), &mut report).unwrap_err();
    assert!(problems.iter().any(|problem| problem.reason.contains("more than 1000 questions")), "{problems:?}");
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[test]
fn a_list_that_is_too_long_becomes_a_text() {
    let names: Vec<String> = (0..12_000).map(|at| format!("c{at}")).collect();
    let choices: Vec<[&str; 3]> = names.iter().map(|name| ["big", name.as_str(), name.as_str()]).collect();
    let heading: [&str; 3] = ["list_name", "name", "label"];
    let choices: Vec<&[&str]> = std::iter::once(&heading).chain(&choices).map(<[&str; 3]>::as_slice).collect();
    let survey: Rows<'_> = &[
        &["type", "name", "label", "relevant", "choice_filter", "constraint"],
        &["select_one big", "a", "A"],
        &["select_multiple big", "b", "B", "", "", "count-selected(.) < 3"],
        &["select_one big", "c", "C", "", "name = 'c1' or name = 'c2'"],
        &["text", "d", "D", "${a} = 'c1'"],
    ];
    let mut report = Report::default();
    let document = read(&form(survey, &choices, &[]), &mut report).unwrap();
    accepted(&document);
    let types: Vec<_> = document.sections[0].questions.iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::ShortText, T::OpenText, T::Single, T::ShortText]);
    let told = report.notices.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(told.contains("row 2, column A (type): its list has 12000 options; a question has at most 1000"), "{told}");
    assert!(told.contains("row 3, column F (constraint): a rule on an answer that cannot be looked at"), "{told}");
    assert!(told.contains("row 5, column D (relevant): the condition has no equivalent"), "{told}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_cells_bring_nothing_down(
        cells in proptest::collection::vec(
            proptest::collection::vec("(text|begin group|end group|begin repeat|end repeat|select_one yn|note|calculate|range|[a-z]{1,3}|\\$\\{a\\} = 'b'|\\PC{0,12})", 0..7),
            0..14,
        )
    ) {
        let heading = ["type", "name", "label", "relevant", "constraint", "calculation", "choice_filter"];
        let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = std::iter::once(&heading[..]).chain(rows.iter().map(Vec::as_slice)).collect();
        let mut report = Report::default();
        if let Ok(document) = read(&form(&rows, CHOICES, &[]), &mut report) {
            accepted(&document);
            let Report { questions, carried, replaced, dropped, .. } = report;
            assert_eq!(questions, carried + replaced + dropped);
        }
    }
}
