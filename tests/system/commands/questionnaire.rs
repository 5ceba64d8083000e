//! `rundfrage questionnaire check`: the examples pass; every bad file is refused at its place, whatever is wrong with it.

use std::fmt::Write as _;
use std::path::Path;

use rundfrage_tests::program::{Ended, rundfrage};
use rundfrage_tests::seed::QUESTIONNAIRE;
use tempfile::TempDir;

fn check(source: impl AsRef<[u8]>) -> Ended {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("q.yaml"), source).unwrap();
    rundfrage(folder.path(), &["questionnaire", "check", "q.yaml"])
}

/// The small questionnaire with `old` replaced by `new`.
fn changed(old: &str, new: &str) -> String {
    assert!(QUESTIONNAIRE.contains(old), "{old}");
    QUESTIONNAIRE.replace(old, new)
}

/// Refused with exit code 1, nothing on standard output, and one line that names file, line and all of `words`.
fn assert_refused(ended: &Ended, words: &[&str]) {
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{ended:?}");
    let has_place = |line: &&str| line.strip_prefix("q.yaml:").is_some_and(|rest| rest.starts_with(char::is_numeric));
    let told = ended.err.lines().filter(has_place).find(|line| words.iter().all(|word| line.contains(word)));
    assert!(told.is_some(), "no line with {words:?} in: {}", ended.err);
}

#[test]
fn both_examples_are_accepted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/examples/questionnaires");
    let ended = rundfrage(&folder, &["questionnaire", "check", "business_situation.yaml", "location_and_society.yaml"]);
    assert_eq!((ended.code, ended.err.as_str(), ended.out.lines().count()), (Some(0), "", 2), "{ended:?}");
}

#[test]
fn the_small_questionnaire_of_the_tests_is_accepted() {
    assert_eq!(check(QUESTIONNAIRE).code, Some(0));
}

#[test]
fn an_unknown_type_is_refused() {
    assert_refused(&check(changed("type: single", "type: slider")), &["slider"]);
}

#[test]
fn an_unknown_key_is_refused() {
    assert_refused(&check(changed("type: single", "type: single\n        colour: red")), &["colour"]);
}

#[test]
fn a_code_used_twice_is_refused() {
    assert_refused(&check(changed("code: poor", "code: good")), &["good"]);
    let question = QUESTIONNAIRE.split_once("      - id: situation").unwrap().1;
    assert_refused(&check(format!("{QUESTIONNAIRE}      - id: situation{question}")), &["situation"]);
}

#[test]
fn a_condition_on_a_later_or_missing_question_is_refused() {
    let asked_if = |question: &str| {
        let condition = format!("type: single\n        show_if: {{question: {question}, equals: good}}");
        changed("type: single", &condition)
    };
    assert_refused(&check(asked_if("nowhere")), &["show_if", "nowhere"]);
    let second = QUESTIONNAIRE.split_once("      - id: situation").unwrap().1;
    assert_refused(&check(format!("{}      - id: later{second}", asked_if("later"))), &["show_if", "later"]);
    assert_refused(&check(asked_if("situation")), &["show_if", "situation"]);
}

#[test]
fn a_missing_language_is_refused() {
    assert_refused(&check(changed("{de: Wie ist die Lage?, en: How are things?}", "{de: Wie ist die Lage?}")), &["en"]);
    assert_refused(&check(changed("{code: poor, de: schlecht, en: poor}", "{code: poor, en: poor}")), &["de"]);
}

#[test]
fn a_bomb_of_aliases_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let below = format!("*a{}, ", level - 1).repeat(10);
        writeln!(bomb, "a{level}: &a{level} [{}]", below.trim_end_matches(", ")).unwrap();
    }
    let ended = check(bomb);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{ended:?}");
    assert!(ended.err.len() < 10_000, "the report is bounded");
}

#[test]
fn deep_nesting_is_refused() {
    let ended = check("[".repeat(100_000));
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{}", ended.err.len());
}

#[test]
fn what_is_repeated_from_the_file_cannot_speak_to_the_terminal() {
    let ended = check("id: \"\\e[31m\\u202Ered\"\nlanguages: [\"\\e[2J\"]\n");
    assert_eq!(ended.code, Some(1));
    assert!(!ended.err.contains(['\u{1B}', '\u{202E}']), "{:?}", ended.err);
}

#[test]
fn what_is_not_utf_8_is_refused() {
    let mut latin = QUESTIONNAIRE.replace("schlecht", "m\u{e4}\u{df}ig").into_bytes();
    let place = latin.windows(2).position(|two| two == "ä".as_bytes()).unwrap();
    latin.splice(place..place + 2, [0xe4]);
    let ended = check(latin);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{ended:?}");
    assert!(ended.err.contains("UTF-8"), "{}", ended.err);
}

#[test]
fn a_file_beyond_the_limit_is_refused() {
    let ended = check(format!("{QUESTIONNAIRE}{}", "# x\n".repeat(1_000_000)));
    assert_eq!((ended.code, ended.out.as_str(), ended.err.lines().count()), (Some(1), "", 1), "{ended:?}");
}

#[test]
fn a_list_goes_to_a_translator_and_comes_back() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("q.yaml"), QUESTIONNAIRE).unwrap();
    let run = |arguments: &[&str]| rundfrage(folder.path(), &[&["questionnaire", "translations"], arguments].concat());
    let status = run(&["status", "q.yaml"]);
    assert_eq!(status.out, "de: 5 of 5 texts, 100 %, offered\nen: 5 of 5 texts, 100 %, offered\n", "{status:?}");
    for list in ["list.xlsx", "list.xlf"] {
        let ended = run(&["export", "q.yaml", list, "--from", "de", "--to", "fr"]);
        assert_eq!(ended.out, format!("{list}: 5 texts, 5 without a translation\n"), "{ended:?}");
        let blank = run(&["import", "q.yaml", list, "same.yaml"]);
        assert_eq!(blank.out, "same.yaml: 0 texts taken, 5 without a translation\n", "{blank:?}");
    }
    let list = std::fs::read_to_string(folder.path().join("list.xlf")).unwrap();
    let translated = list.replace("</source>", "</source><target>traduit</target>");
    std::fs::write(folder.path().join("back.xlf"), &translated).unwrap();
    let taken = run(&["import", "q.yaml", "back.xlf", "new.yaml"]);
    assert_eq!((taken.code, taken.out.as_str()), (Some(0), "new.yaml: 5 texts taken, 0 without a translation\n"));
    assert!(run(&["status", "new.yaml"]).out.contains("fr: 5 of 5 texts, 100 %, in work"));
    assert_eq!(run(&["offer", "new.yaml", "fr", "offered.yaml"]).code, Some(0));
    let checked = rundfrage(folder.path(), &["questionnaire", "check", "new.yaml", "offered.yaml"]);
    assert!(checked.out.contains("languages de, en; in work fr") && checked.out.contains("languages de, en, fr"));
    std::fs::write(folder.path().join("wrong.xlf"), translated.replace("Wie ist die Lage?", "Wie geht es?")).unwrap();
    let refused = run(&["import", "q.yaml", "wrong.xlf", "none.yaml"]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""), "{refused:?}");
    assert!(refused.err.contains("wrong.xlf: line ") && refused.err.contains("situation.text"), "{refused:?}");
    assert!(!folder.path().join("none.yaml").exists());
}

#[test]
fn a_survey_of_another_tool_is_refused_with_its_place_or_taken_over_with_notices() {
    let folder = TempDir::new().unwrap();
    let survey = "{\n\"elements\": [{\"type\": \"dropdown\", \"name\": \"gr\u{f6}\u{df}e\", \"choicesMin\": 1, \"choicesMax\": 5000}]}";
    let convert = |name: &str, source: &[u8]| {
        std::fs::write(folder.path().join(name), source).unwrap();
        rundfrage(folder.path(), &["questionnaire", "convert", name, "q.yaml"])
    };
    let latin: Vec<u8> = survey.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    let refused = convert("latin.json", &latin);
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.err.starts_with("latin.json:2: the file is not UTF-8 text: byte "), "{}", refused.err);
    let wide: Vec<u8> = format!("\u{feff}{survey}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let taken = convert("wide.json", &wide);
    assert_eq!(taken.code, Some(0), "{taken:?}");
    assert!(taken.err.contains("its list has 5000 options; a question has at most 1000"), "{}", taken.err);
    assert_eq!(rundfrage(folder.path(), &["questionnaire", "check", "q.yaml"]).code, Some(0));
}
