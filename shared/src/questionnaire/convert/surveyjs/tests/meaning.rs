//! What means the same as in theirs, although theirs says it in a way of its own.

use serde_json::json;

use super::*;
use crate::questionnaire::format::{Condition, QuestionType as T};

fn labels(question: &Question) -> Vec<(&str, &str)> {
    question.options.iter().flatten().map(|option| (option.code.as_str(), option.label["en"].as_str())).collect()
}

fn conditions(question: &Question) -> Vec<&str> {
    let shown = |condition: &'_ Option<Condition>| match condition {
        Some(Condition::Expression(expression)) => expression.clone().leak() as &str,
        _ => "",
    };
    question.options.iter().flatten().map(|option| shown(&option.show_if)).collect()
}

#[test]
fn two_answers_that_are_missing_are_equal() {
    let (questions, report) = elements(&json!([
        { "type": "radiogroup", "name": "a", "choices": ["x", "y"] },
        { "type": "radiogroup", "name": "b", "choices": ["x", "y"] },
        { "type": "text", "name": "t", "maxLength": 9, "visibleIf": "{a} != {b}" },
        { "type": "text", "name": "u", "maxLength": 9, "visibleIf": "{a} = {b}" },
        { "type": "text", "name": "v", "maxLength": 9, "visibleIf": "{t} = {u} and {t} notempty" },
        { "type": "text", "name": "w", "maxLength": 9, "visibleIf": "{t} <> {u} or {t} empty" },
        { "type": "text", "name": "n", "inputType": "number" },
        { "type": "radiogroup", "name": "z", "choices": ["z"] },
        { "type": "text", "name": "y", "maxLength": 9, "visibleIf": "{a} = {z}" },
        { "type": "text", "name": "o", "inputType": "number", "visibleIf": "{n} + 1 = {n} - 2",
          "validators": [{ "type": "expression", "expression": "{o} = {n}" }] },
    ]));
    let shown: Vec<_> = questions.iter().map(shown_if).collect();
    assert_eq!(shown[2], "a != b && (answered(a) || answered(b))");
    assert_eq!(shown[3], "a == b || !answered(a) && !answered(b)");
    assert_eq!((shown[4], shown[5]), ("lower(t) == lower(u)", "lower(t) != lower(u)"));
    assert_eq!(shown[8], "!answered(a) && !answered(z)");
    // What is computed is never missing, and neither is what is checked.
    assert_eq!((shown[9], questions[9].checks[0].rule.as_str()), ("sum(n, 1) == coalesce(n, 0) - 2", "this == n"));
    assert_eq!(surprises(&report), Vec::<String>::new());
}

#[test]
fn two_answers_that_are_missing_are_also_at_most_and_at_least_each_other() {
    let (questions, report) = elements(&json!([
        { "type": "text", "name": "n", "inputType": "number" },
        { "type": "text", "name": "m", "inputType": "number" },
        { "type": "text", "name": "t", "maxLength": 9 },
        { "type": "text", "name": "d", "inputType": "date" },
        { "type": "radiogroup", "name": "r", "choices": [1, 2] },
        { "type": "text", "name": "a", "maxLength": 9, "visibleIf": "{n} >= {m}" },
        { "type": "text", "name": "b", "maxLength": 9, "visibleIf": "{d} <= {d} and {n} <= 5 and {n} < {m}" },
        { "type": "text", "name": "c", "maxLength": 9, "visibleIf": "{n} <= {m} and {n} notempty" },
        { "type": "text", "name": "e", "maxLength": 9, "visibleIf": "{r} >= {t}" },
        { "type": "text", "name": "f", "maxLength": 9, "visibleIf": "{n} = {t}" },
        { "type": "text", "name": "o", "inputType": "number", "validators": [{ "type": "expression", "expression": "{o} >= {n}" }] },
    ]));
    let shown: Vec<_> = questions.iter().map(shown_if).collect();
    assert_eq!(shown[5], "n >= m || !answered(n) && !answered(m)");
    assert_eq!(shown[6], "(d <= d || !answered(d) && !answered(d)) && n <= 5 && n < m");
    assert_eq!(shown[7], "n <= m");
    let choice = "number((r == \"1\" ? \"1\" : (r == \"2\" ? \"2\" : \"\")))";
    assert_eq!(shown[8], format!("{choice} >= number(t) || !answered(r) && !answered(t)"));
    // A text that is no number is there nevertheless.
    assert_eq!(shown[9], "number(t) == n || !answered(t) && !answered(n)");
    assert_eq!(questions[10].checks[0].rule, "this >= n");
    assert_eq!(surprises(&report), Vec::<String>::new());
}

#[test]
fn nothing_is_part_of_no_answer_and_not_missing_from_it_either() {
    let (questions, _) = elements(&json!([
        { "type": "text", "name": "t", "maxLength": 9 },
        { "type": "checkbox", "name": "c", "choices": ["false", "x"] },
        { "type": "text", "name": "d", "visibleIf": "{t} contains ''" },
        { "type": "text", "name": "e", "visibleIf": "{t} contains null" },
        { "type": "text", "name": "f", "visibleIf": "{t} notcontains ''" },
        { "type": "text", "name": "g", "visibleIf": "{c} contains ''" },
        { "type": "text", "name": "h", "visibleIf": "{c} notcontains null" },
        { "type": "text", "name": "i", "visibleIf": "{c} contains 'false' or {t} contains ''" },
    ]));
    let shown: Vec<_> = questions[2..].iter().map(shown_if).collect();
    assert_eq!(shown, ["false", "false", "false", "false", "false", "\"false\" in c"]);
}

#[test]
fn a_value_and_its_words_may_stand_in_one_text() {
    let (questions, _) = elements(&json!([
        { "type": "radiogroup", "name": "car", "choices": ["0|Zero", "b|Text B", { "value": "q|Q" }, { "value": "r|R", "text": "Own" }, "s|"] },
        { "type": "matrix", "name": "m", "columns": ["1|One"], "rows": ["r|Row"] },
        { "type": "rating", "name": "g", "rateValues": ["1|Bad", "2|Good"] },
        { "type": "text", "name": "why", "visibleIf": "{car} = 'b' and {m.r} = 1 and {g} = 2" },
    ]));
    assert_eq!(labels(&questions[0]), [("0", "Zero"), ("b", "Text B"), ("q", "Q"), ("r", "Own"), ("s", "s")]);
    assert_eq!((labels(&questions[1]), questions[1].rows[0].id.as_str()), (vec![("1", "One")], "r"));
    assert_eq!(questions[1].rows[0].label["en"], "Row");
    assert_eq!(labels(&questions[2]), [("1", "Bad"), ("2", "Good")]);
    assert_eq!(shown_if(&questions[3]), "car == \"b\" && m.r == \"1\" && g == \"2\"");
}

#[test]
fn yes_and_no_are_also_one_and_nought() {
    let (questions, report) = elements(&json!([
        { "type": "boolean", "name": "b" },
        { "type": "text", "name": "c", "maxLength": 9, "visibleIf": "{b} = 1" },
        { "type": "text", "name": "d", "maxLength": 9, "visibleIf": "{b} <> 0" },
        { "type": "text", "name": "e", "maxLength": 9, "visibleIf": "{b} > 0" },
        { "type": "text", "name": "f", "maxLength": 9, "visibleIf": "{b} anyof [1]" },
        { "type": "text", "name": "g", "maxLength": 9, "visibleIf": "{b} + 1 = 2" },
    ]));
    let shown: Vec<_> = questions[1..].iter().map(shown_if).collect();
    assert_eq!(shown[..4], ["b == \"yes\"", "b != \"no\"", "b == \"yes\"", "b == \"yes\""]);
    assert_eq!(shown[4], "sum((b == \"yes\" ? 1 : (b == \"no\" ? 0 : 0)), 1) == 2");
    assert_eq!(surprises(&report), Vec::<String>::new());
}

#[test]
fn a_condition_that_never_holds_is_told() {
    let (questions, report) = elements(&json!([
        { "type": "radiogroup", "name": "a", "choices": ["x", "y"] },
        { "type": "text", "name": "c", "visibleIf": "{a} = 'z'" },
        { "type": "text", "name": "d", "visibleIf": "{a} = 'z'" },
        { "type": "text", "name": "e", "validators": [{ "type": "expression", "expression": "{a} = 'z'" }] },
    ]));
    assert_eq!(shown_if(&questions[1]), "false");
    let told = told(&report);
    let both = "(c).visibleIf, pages[0] (p).elements[2] (d).visibleIf: the condition \"{a} = 'z'\" never holds";
    assert!(told.contains(both), "{told}");
    assert!(told.contains("validators[0].expression: the rule \"{a} = 'z'\" never holds"), "{told}");
}

#[test]
fn a_survey_in_one_language_stays_in_it() {
    let (document, report) = taken(&json!({ "locale": "fr", "elements": [
        { "type": "text", "name": "q", "title": { "fr": "Question" }, "maxLength": 9 },
        { "type": "radiogroup", "name": "r", "title": { "fr": "Choix" }, "choices": ["1", { "value": 2, "text": { "fr": "Deux" } }] }] }));
    assert_eq!((document.languages.join(" ").as_str(), document.default_language.as_str()), ("fr", "fr"));
    assert!(!told(&report).contains("language en"), "{}", told(&report));
    // The words that the platform has for it are English ones.
    assert!(
        told(&report).contains("language fr: 2 texts missing; instead: the platform's own in English"),
        "{}",
        told(&report)
    );
}

#[test]
fn texts_beside_those_of_the_survey_s_language_are_english() {
    let (document, report) = taken(
        &json!({ "locale": "de", "title": { "default": "Title", "de": "Titel" }, "elements": [
        { "type": "text", "name": "q", "title": { "default": "Q", "de": "F" } }, { "type": "text", "name": "r", "title": "Only" }] }),
    );
    assert_eq!((document.languages.join(" ").as_str(), document.default_language.as_str()), ("de en", "de"));
    let questions = &document.sections[0].questions;
    assert_eq!((questions[0].text["de"].as_str(), questions[0].text["en"].as_str()), ("F", "Q"));
    let told = told(&report);
    assert!(
        told.contains(
            "the survey.locale: texts that name no language stand beside those in de; instead: they are taken for en"
        ),
        "{told}"
    );
    assert!(told.contains("language de: 1 text missing; instead: the text in en"), "{told}");
}

#[test]
fn options_of_another_question_are_carried_on_as_theirs_are() {
    let (questions, report) = elements(&json!([
        { "type": "checkbox", "name": "src", "choices": ["b", { "value": "a", "visibleIf": "{src} empty" }], "choicesOrder": "asc", "showNoneItem": true, "showOtherItem": true },
        { "type": "radiogroup", "name": "best", "choicesFromQuestion": "src", "choicesFromQuestionMode": "selected" },
        { "type": "radiogroup", "name": "rest", "choicesFromQuestion": "src", "choicesFromQuestionMode": "unselected" },
        { "type": "checkbox", "name": "all", "choices": ["z"], "showNoneItem": true, "choicesFromQuestion": "src" },
        { "type": "ranking", "name": "rank", "choicesFromQuestion": "src", "choicesFromQuestionMode": "selected" },
    ]));
    assert_eq!(labels(&questions[1]), [("a", "a"), ("b", "b")]);
    assert_eq!(conditions(&questions[1]), ["\"a\" in src", "\"b\" in src"]);
    assert_eq!(conditions(&questions[2]), ["!(\"a\" in src)", "!(\"b\" in src)"]);
    assert_eq!(labels(&questions[3])[..2], [("a", "a"), ("b", "b")]);
    assert_eq!((labels(&questions[3]).len(), labels(&questions[4]).len()), (3, 2));
    assert_eq!((questions[4].question_type, questions[4].options_from.is_none()), (T::Ranking, true));
    let told = told(&report);
    assert!(told.contains("(best).choicesFromQuestion") && told.contains("what was typed as \"other\""), "{told}");
    assert!(told.contains("(all).choices: its options are those of another question"), "{told}");
}
