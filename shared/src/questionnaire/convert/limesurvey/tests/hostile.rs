//! Files that were cut off, changed or made to do harm.

use proptest::prelude::*;

use super::super::read;
use super::real::{assert_sound, files};
use super::sample::Sample;
use crate::questionnaire::convert::Report;
use crate::questionnaire::format::QuestionType as T;

/// Reads what may be anything: it is refused, or a questionnaire is made that is sound.
fn try_to_read(source: &[u8]) -> bool {
    let mut report = Report::default();
    match read(source, &mut report) {
        Ok(document) => {
            assert_sound(&document, &report);
            true
        }
        Err(problems) => {
            assert!(!problems.is_empty() && problems.iter().all(|problem| !problem.reason.is_empty()));
            false
        }
    }
}

fn small() -> String {
    let mut sample = Sample::new();
    sample.question("M", "m", &[("other", "Y")]).parts("0", &["a", "b"]).set("min_answers", "1");
    sample.question("F", "f", &[("relevance", "m_a == 'Y'")]).parts("0", &["r"]).answers("0", &["1", "2"]);
    sample.question("*", "e", &[("question", "{f_r + 1} {m_b.shown}"), ("language", "en")]);
    sample.xml()
}

#[test]
fn a_file_that_was_cut_off_is_refused_wherever() {
    for path in files() {
        let source = std::fs::read(path).unwrap();
        for part in 0..50 {
            assert!(!try_to_read(&source[..source.len() * part / 50]), "{part}");
        }
    }
    let source = small();
    for end in 0..source.trim_end().len() {
        assert!(!try_to_read(&source.as_bytes()[..end]), "{end}");
    }
}

#[test]
fn other_parts_of_their_tool_are_told_apart() {
    let source = small().replace(">Survey<", ">Group<");
    let problems = read(source.as_bytes(), &mut Report::default()).unwrap_err();
    assert!(problems[0].reason.contains("\"Group\""));
    let empty = "<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>";
    assert!(read(empty.as_bytes(), &mut Report::default()).unwrap_err()[0].reason.contains("no questions"));
}

#[test]
fn large_counts_are_bounded() {
    let mut many = Sample::new();
    for number in 0..1_100 {
        many.question("S", &format!("q{number}"), &[]);
    }
    let made = many.read();
    assert!(made.document.sections[0].questions.len() <= 1_000 && made.report.dropped >= 100);
    let rows = "<row/>".repeat(200_001);
    let source = format!("<document><questions><rows>{rows}</rows></questions></document>");
    let problems = read(source.as_bytes(), &mut Report::default()).unwrap_err();
    assert!(problems[0].reason.contains("rows"));
    assert!(!try_to_read(&vec![b' '; 20_000_001]));
}

#[test]
fn a_list_that_is_too_long_becomes_a_text() {
    let codes: Vec<_> = (0..1_001).map(|number| format!("o{number}")).collect();
    let codes: Vec<_> = codes.iter().map(String::as_str).collect();
    let mut sample = Sample::new();
    sample.question("!", "list", &[]).answers("0", &codes);
    sample.question("M", "many", &[("other", "Y")]).parts("0", &codes[..1_000]);
    sample.question("F", "rows", &[]).parts("0", &["r"]).answers("0", &codes);
    sample.question("L", "fits", &[]).answers("0", &codes[..1_000]);
    sample.question("S", "asked", &[("relevance", "list == 'o1'")]);
    let made = sample.read();
    let types: Vec<_> = made.document.sections[0].questions.iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::ShortText, T::OpenText, T::Table, T::Single, T::ShortText]);
    let told = made.told();
    assert!(
        told.contains("question list; question rows: its list has 1001 options; a question has at most 1000"),
        "{told}"
    );
    assert!(told.contains("question asked: its condition \"list == 'o1'\" cannot be carried over"), "{told}");
}

#[test]
fn long_and_deep_expressions_are_refused_with_a_notice() {
    for relevance in
        ["1+".repeat(1_900) + "1", "(".repeat(3_000), "!".repeat(3_000), "q".repeat(50_000), "1 and ".repeat(600) + "1"]
    {
        let mut sample = Sample::new();
        sample.question("S", "s", &[("relevance", &relevance)]);
        sample.question("X", "x", &[("question", &format!("{{{relevance}}}")), ("language", "en")]);
        sample.read();
    }
    let mut sample = Sample::new();
    sample.question("X", "x", &[("question", &"{a}{\"{'".repeat(40_000)), ("language", "en")]);
    sample.read();
}

/// Every question is asked on all before it: what follows from what must not be followed over and over.
#[test]
fn questions_that_are_asked_on_all_before_them_are_followed_only_so_far() {
    let mut sample = Sample::new();
    let codes: Vec<_> = (0..200).map(|number| format!("a{number}")).collect();
    let bounds: Vec<_> = (0..90).map(|number| format!("b > {number} and ")).collect();
    let bounds = bounds.concat();
    sample.question("N", "b", &[]).question("N", "a0", &[]);
    for number in 1..codes.len() {
        let sum = codes[..number].join(".NAOK + ");
        sample.question("N", &codes[number], &[("relevance", &format!("{bounds}{sum}.NAOK > {number}"))]);
    }
    for number in 0..700 {
        sample.question("S", &format!("end{number}"), &[("relevance", "a199 == 1")]);
    }
    assert_eq!(sample.read().show_if("end699"), "a199 == 1");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn changed_bytes_do_no_harm(places in prop::collection::vec((0usize..4_000, any::<u8>()), 1..12)) {
        let mut source = small().into_bytes();
        let length = source.len();
        for (place, byte) in places {
            source[place % length] = byte;
        }
        try_to_read(&source);
    }

    #[test]
    fn any_expression_is_read_or_told(
        theirs in "(m_a|m_b|f_r|e|self|that\\.m|'Y'|\"\"|1|==|!=|<|\\+| and |\\|\\||!|\\(|\\)|,|count\\(|sum\\(|if\\(|is_empty\\(|\\.shown|\\.NAOK){1,14}",
    ) {
        let mut sample = Sample::new();
        sample.question("M", "m", &[]).parts("0", &["a", "b"]);
        sample.question("F", "f", &[]).parts("0", &["r"]).answers("0", &["1", "2"]);
        sample.question("S", "s", &[("relevance", &theirs)]).set("em_validation_q", &theirs);
        sample.question("*", "q", &[("question", &format!("{{{theirs}}}")), ("language", "en")]);
        sample.read();
    }

    #[test]
    fn any_text_is_plain(text in "[{}a-c<>/&;'\"\\\\ ]{0,40}", any in "\\PC{0,30}") {
        let mut sample = Sample::new();
        sample.question("X", "x", &[("question", &text), ("language", "en")]);
        sample.question("X", "y", &[("question", &any.replace("]]>", "")), ("language", "en")]);
        sample.read();
    }
}
