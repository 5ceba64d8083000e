mod conditions;
mod last;
mod limits;

use super::*;
use crate::file::{FileKind, MEGABYTE};
use crate::questionnaire::model::{Cadence, OptionOrder, Question, QuestionKind, RankingSource, Scale, Upload};

const BUSINESS: &str = include_str!("../../../../examples/questionnaires/business_situation.yaml");
const EVERY_TYPE: &str = include_str!("../every_type.yaml");
const LOCATION: &str = include_str!("../../../../examples/questionnaires/location_and_society.yaml");

fn good(source: &str) -> Questionnaire {
    read(source.as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The problems of `source`, one a line.
fn refused(source: &str) -> String {
    let problems = read(source.as_bytes()).expect_err("it must be refused");
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn assert_refused(source: &str, expected: &str) {
    let problems = refused(source);
    assert!(problems.contains(expected), "expected {expected:?} among:\n{problems}");
}

fn question<'q>(questionnaire: &'q Questionnaire, code: &str) -> &'q Question {
    questionnaire.question(code).unwrap()
}

/// The questions of a small questionnaire, to be made wrong.
const TOP: &str = "id: small\nlanguages: [de, en]\ndefault_language: de\ntitle: {de: Klein, en: Small}\n\
    dont_know: {code: dk, de: weiß nicht, en: don't know}\n\
    scales:\n  good:\n    type: three_point\n    options:\n      - {code: a, score: 1, de: A, en: A}\n      \
    - {code: b, score: 0, de: B, en: B}\n      - {code: c, score: -1, de: C, en: C}\n\
    sections:\n  - id: one\n    title: {de: Eins, en: One}\n    questions:\n";

const FIRST: &str = "      - id: first\n        type: single\n        text: {de: Frage, en: Question}\n        \
    options: [{code: yes, de: ja, en: yes}, {code: no, de: nein, en: no}]\n";

fn with(questions: &str) -> String {
    format!("{TOP}{FIRST}{questions}")
}

fn asking(id: &str, rest: &str) -> String {
    with(&format!("      - {{id: {id}, text: {{de: Frage, en: Question}}, {rest}}}\n"))
}

fn repeated(times: usize, part: impl Fn(usize) -> String) -> String {
    (0..times).map(part).collect::<Vec<_>>().concat()
}

#[test]
fn the_business_situation_loads_as_it_is() {
    let questionnaire = good(BUSINESS);
    assert_eq!(questionnaire.questions().count(), 17);
    assert_eq!(questionnaire.sections.len(), 4);
    assert_eq!(questionnaire.cadence, Some(Cadence::Quarterly));
    assert_eq!(questionnaire.default_language, Language::german());
    assert_eq!(questionnaire.derived.len(), 3);
    let situation = question(&questionnaire, "situation");
    let QuestionKind::Single { options, scale: Some(Scale::ThreePoint), .. } = &situation.kind else { panic!() };
    assert_eq!(options[2].score, Some(-1.0));
    assert!(situation.core && situation.dont_know.is_none());
    let QuestionKind::Matrix { rows, .. } = &question(&questionnaire, "next_quarter").kind else { panic!() };
    assert_eq!(rows.iter().map(|row| row.dont_know.is_some()).collect::<Vec<_>>(), [false, true, false, false, false]);
    let worst = question(&questionnaire, "worst_obstacle");
    let QuestionKind::Ranking { source: RankingSource::Selected(from), max_ranks: 3 } = &worst.kind else { panic!() };
    assert_eq!(from.as_str(), "obstacles");
    assert_eq!(worst.show_if.as_ref().unwrap().source(), "size(obstacles) >= 2");
    assert_eq!(question(&questionnaire, "investment").cadence, Some(Cadence::Yearly));
    let QuestionKind::MultiSelect { options, min_choices: Some(1), order: OptionOrder::Drawn, .. } =
        &question(&questionnaire, "obstacles").kind
    else {
        panic!()
    };
    assert!(options[7].other_text && options[7].anchored_last);
}

#[test]
fn the_location_survey_loads_as_it_is() {
    let questionnaire = good(LOCATION);
    assert_eq!(questionnaire.questions().count(), 20);
    let QuestionKind::Matrix { rows, options } = &question(&questionnaire, "satisfaction").kind else { panic!() };
    assert_eq!((rows.len(), options.len()), (12, 5));
    assert!(rows.iter().all(|row| row.dont_know.is_some()));
    let QuestionKind::Matrix { rows, .. } = &question(&questionnaire, "importance").kind else { panic!() };
    assert_eq!(rows.len(), 12, "the rows come by an alias");
    assert!(rows.iter().all(|row| row.dont_know.is_none()));
    let QuestionKind::Matrix { options, .. } = &question(&questionnaire, "ai_use").kind else { panic!() };
    assert_eq!(options[3].code.as_str(), "no", "a bare no is a text");
}

#[test]
fn a_text_with_a_bare_comma_keeps_all_its_words() {
    let questionnaire = good(LOCATION);
    let title = &questionnaire.sections[3].title.0[&Language::english()];
    assert_eq!(title, "Administration, innovation, markets");
    let trap = "options: [{code: a, en: Roads, rail, de: 'x', oops}]";
    assert_refused(&asking("q", &format!("type: single, {trap}")), "the key \"oops\" is not known here");
    let trap = "options: [{code: a, exclusive, en: Roads, rail, de: 'x'}]";
    assert_refused(&asking("q", &format!("type: single, {trap}")), "the key \"exclusive\" is not known here");
    good(&asking("q", "type: single, options: [{code: a, en: Roads, rail or air, de: x}]"));
}

#[test]
fn json_is_read_like_yaml() {
    let source = r#"{"id": "j", "languages": ["de"], "default_language": "de", "title": {"de": "T"}, "sections": [
        {"id": "s", "title": {"de": "S"}, "questions": [{"id": "q", "type": "nps", "text": {"de": "Wie \u00e4"}}]}]}"#;
    assert_eq!(good(source).questions().next().unwrap().text.0[&Language::german()], "Wie ä");
}

#[test]
fn every_problem_is_named_with_its_line() {
    let source = with(
        "      - {id: second, type: dance, text: {de: a, en: b}}\n      - {id: first, type: nps, text: {de: a}}\n\
         \x20     - {id: x y, type: nps, text: {de: a, en: b}, colour: red}\n",
    );
    let problems = refused(&source);
    let lines: Vec<_> = problems.lines().collect();
    assert_eq!(lines.len(), 5, "{problems}");
    assert!(lines[0].starts_with("line 21: sections[0].questions[1] (second).type: \"dance\" is not known here"));
    assert!(problems.contains("line 22: sections[0].questions[2] (first).text: the text in \"en\" is missing"));
    assert!(problems.contains("line 22: sections[0].questions[2]: there is a second question with the code \"first\""));
    assert!(problems.contains("line 23: sections[0].questions[3].id: \"x y\" is not a code"));
    assert!(problems.contains("line 23: sections[0].questions[3]: the key \"colour\" is not known here; known are: "));
}

#[test]
fn codes_are_unique_where_they_must_be() {
    let option = "{code: a, de: a, en: a}";
    let row = "{id: r, de: a, en: a}";
    assert_refused(&asking("q", &format!("type: single, options: [{option}, {option}]")), "a second option with");
    assert_refused(&asking("q", &format!("type: matrix, scale: good, rows: [{row}, {row}]")), "a second row with");
    let way_out = asking("q", "type: single, dont_know: true, options: [{code: dk, de: a, en: a}]");
    assert_refused(&way_out, "an option has the code \"dk\" of \"dont_know\"");
    let sections =
        with("  - {id: one, title: {de: a, en: a}, questions: [{id: z, type: nps, text: {de: a, en: a}}]}\n");
    assert_refused(&sections, "a second section with the code \"one\"");
}

#[test]
fn scales_have_their_points_and_scores() {
    assert_refused(&asking("q", "type: three_point, scale: bad"), "there is no scale \"bad\"; known are: good");
    assert_refused(&asking("q", "type: five_point, scale: good"), "another number of points");
    assert_refused(&asking("q", "type: three_point"), "exactly one of \"scale\" or \"options\"");
    let options = "options: [{code: a, score: 2, de: a, en: a}, {code: b, de: a, en: a}]";
    let problems = refused(&asking("q", &format!("type: three_point, {options}")));
    assert!(problems.contains("a score lies between -1 and 1"), "{problems}");
    assert!(problems.contains("it needs exactly 3"), "{problems}");
    assert!(problems.contains("the option \"b\" has no score"), "{problems}");
}

#[test]
fn bounds_fit_each_other() {
    assert_refused(&asking("q", "type: numeric, min: 5, max: 4"), "max is below min");
    assert_refused(&asking("q", "type: numeric, min: .nan"), "is not a number");
    assert_refused(&asking("q", "type: numeric, decimals: 9"), "from 0 to 6");
    let options = "options: [{code: a, de: a, en: a}, {code: b, de: a, en: a}]";
    assert_refused(&asking("q", &format!("type: multi_select, max_choices: 3, {options}")), "from 1 to 2");
    assert_refused(
        &asking("q", &format!("type: multi_select, min_choices: 2, max_choices: 1, {options}")),
        "below min",
    );
    assert_refused(&asking("q", &format!("type: ranking, max_ranks: 3, {options}")), "from 1 to 2");
    assert_refused(&asking("q", "type: open_text, max_length: 0"), "is not a whole number from 1");
    assert_refused(&asking("q", "type: numeric, max_ranks: 2"), "the key \"max_ranks\" is not known here");
    let exclusive = "options: [{code: a, exclusive: true, de: a, en: a}]";
    assert_refused(&asking("q", &format!("type: single, {exclusive}")), "the key \"exclusive\" is not known here");
}

#[test]
fn options_come_from_an_earlier_fitting_question() {
    let from = |from: &str| asking("q", &format!("type: ranking, options_from: {from}"));
    assert_refused(&from("{question: first, rows: true}"), "options come from a matrix");
    assert_refused(&from("{question: later, rows: true}"), "there is no question \"later\"");
    assert_refused(&from("{question: first}"), "options come from a matrix");
}

#[test]
fn languages_are_complete_and_consistent() {
    let source = with("");
    assert_refused(&source.replace("default_language: de", "default_language: fr"), "not among the languages");
    assert_refused(&source.replace("[de, en]", "[de, en, fr]"), "title: the text in \"fr\" is missing");
    assert_refused(&source.replace("[de, en]", "[de]"), "title: the key \"en\" is not known here");
    assert_refused(&source.replace("[de, en]", "[de, de]"), "stands here twice");
    assert_refused(&source.replace("de: Klein", "de: ''"), "title.de: the text is empty");
    assert_refused(&source.replace("de: Klein", "de: \"a\\u0007b\""), "control characters");
    assert_refused(&source.replace("de: Klein", "de: [a]"), "a text is expected here");
}

#[test]
fn empty_sections_and_missing_parts_are_refused() {
    assert_refused("", "the file is empty");
    assert_refused("# only a comment\n", "the file is empty");
    assert_refused("just words", "a map of keys and values is expected here");
    assert_refused("id: a\n", "\"sections\" is missing");
    let source = with("  - {id: two, title: {de: a, en: a}, questions: []}\n");
    assert_refused(&source, "sections[1].questions: the list has 0 entries");
    assert_refused(
        &asking("q", "type: single, dont_know: true").replace("dont_know: {code: dk", "x: {code: dk"),
        "add one",
    );
}

#[test]
fn every_type_is_read_and_written_again() {
    let questionnaire = good(EVERY_TYPE);
    assert_eq!(questionnaire.questions().count(), 15);
    assert_eq!(questionnaire.pipes.keys().collect::<Vec<_>>(), ["all", "sum"]);
    let written = crate::questionnaire::format::to_yaml(&document(EVERY_TYPE.as_bytes()).unwrap()).unwrap();
    assert_eq!(good(&written), questionnaire);
}

#[test]
fn files_are_asked_for_within_bounds() {
    let papers = "type: upload, max_files: 3, kinds: [pdf, png]";
    let questionnaire = good(EVERY_TYPE);
    let expected = Upload { max_files: 3, max_bytes: 5 * MEGABYTE, kinds: vec![FileKind::Pdf, FileKind::Png] };
    assert_eq!(question(&questionnaire, "papers").kind, QuestionKind::Upload(expected));
    for (instead, expected) in [
        ("type: upload, max_files: 6", "(papers).max_files"),
        ("type: upload, max_megabytes: 11", "(papers).max_megabytes"),
        ("type: upload, kinds: [exe]", "write one of pdf, png"),
        ("type: upload, kinds: [pdf, PDF]", "named twice"),
        ("type: upload, kinds: []", "(papers).kinds"),
        ("type: upload, checks: [{rule: \"size(this) > 1\", message: {de: a, en: a}}]", "(papers).checks[0].rule"),
    ] {
        assert_refused(&EVERY_TYPE.replace(papers, instead), expected);
    }
    let inside = EVERY_TYPE.replace("{id: name, type: short_text, required: hard,", "{id: name, type: upload,");
    assert_refused(&inside, "files cannot be asked for inside a group");
}

#[test]
fn expressions_are_refused_at_their_place() {
    for (from, to, expected) in [
        ("sum(sites.heads)", "sum(sites.head)", "sections[0].questions[12] (all).value: at character"),
        ("costs.energy + staff.x.women", "costs.energy + ok", "sections[0].questions[9] (sum).value"),
        ("all > 3", "all > ok", "(n).show_if"),
        ("Is {{ sum }} right", "Is {{ som }} right", "(right).text"),
        ("Is {{ sum }} right", "Is {{ sum right", "is not closed"),
        ("ok == \\\"yes\\\"", "ok == \\\"yess\\\"", "(sites).questions[1] (heads).checks[0].rule"),
    ] {
        assert!(EVERY_TYPE.contains(from), "{from}");
        assert_refused(&EVERY_TYPE.replace(from, to), expected);
    }
}
