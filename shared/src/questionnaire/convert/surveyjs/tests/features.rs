//! What surveys have besides types of questions.

use serde_json::json;

use super::*;
use crate::questionnaire::format::{Condition, QuestionType as T, Required};

#[test]
fn pages_are_sections_and_panels_give_their_conditions_to_their_questions() {
    let (document, report) = taken(
        &json!({ "title": "My Survey!", "description": "Hi", "completedHtml": "<h1>Thanks</h1>", "pages": [
        { "name": "first page", "elements": [{ "type": "text", "name": "a", "inputType": "number" }] },
        { "name": "p2", "title": "Two", "visibleIf": "{a} > 1", "elements": [
            { "type": "panel", "name": "pa", "title": "Panel", "visibleIf": "{a} > 2", "elements": [
                { "type": "panel", "visibleIf": "{a} > 3", "elements": [{ "type": "text", "name": "b", "visibleIf": "{a} > 4" }] }] }] },
        { "name": "p3", "elements": [{ "type": "panel", "title": "Heading", "elements": [{ "type": "text", "name": "c" }] }] },
        { "name": "p4", "elements": [] },
    ] }),
    );
    assert_eq!((document.id.as_str(), document.title["en"].as_str()), ("my_survey", "My Survey!"));
    assert_eq!((document.intro.unwrap()["en"].as_str(), document.thanks.unwrap()["en"].as_str()), ("Hi", "Thanks"));
    let [first, second, third] = document.sections.as_slice() else { panic!("{:?}", document.sections) };
    assert_eq!((first.id.as_str(), first.title["en"].as_str()), ("first_page", "Page 1"));
    assert_eq!(second.show_if, Some(Condition::Expression("a > 1".into())));
    assert_eq!((second.questions[0].question_type, shown_if(&second.questions[0])), (T::Note, "a > 2"));
    assert_eq!(shown_if(&second.questions[1]), "a > 2 && a > 3 && a > 4");
    assert_eq!((third.title["en"].as_str(), third.questions.len()), ("Heading", 1));
    assert!(told(&report).contains("pages[3] (p4): nothing stands on this page"));
}

#[test]
fn surveys_of_the_first_versions_have_no_pages() {
    for key in ["elements", "questions"] {
        let (document, _) = taken(&json!({ key: [{ "type": "text", "name": "a" }] }));
        assert_eq!(document.sections[0].questions[0].id, "a");
    }
}

#[test]
fn texts_come_in_every_language_that_is_used_anywhere() {
    let (document, report) = taken(
        &json!({ "locale": "de", "title": { "default": "Umfrage", "fr": "Enquête" }, "pages": [{ "elements": [
        { "type": "text", "name": "a", "title": "Frage" },
        { "type": "radiogroup", "name": "b", "title": { "default": "Wahl", "fr": "Choix" }, "choices": [1, { "value": 2, "text": { "fr": "Deux" } }] },
    ] }] }),
    );
    assert_eq!(
        (document.languages, document.default_language.as_str()),
        (vec!["de".to_owned(), "fr".to_owned()], "de")
    );
    let questions = &document.sections[0].questions;
    assert_eq!((questions[0].text["fr"].as_str(), questions[1].text["fr"].as_str()), ("Frage", "Choix"));
    assert_eq!(questions[1].options.as_ref().unwrap()[1].label["de"], "Deux");
    assert!(told(&report).contains("language fr: 1 text missing; instead: the text in de"), "{}", told(&report));
    assert!(told(&report).contains("language de: 1 text missing; instead: the text in fr"));
}

#[test]
fn values_of_answers_stand_in_texts() {
    let (questions, report) = elements(&json!([
        { "type": "text", "name": "firm name" },
        { "type": "text", "name": "b", "title": "How is {firm name}, {nobody} {{x}}?" },
        { "type": "html", "name": "h", "html": "Dear <b>{firm name}</b> {b" },
    ]));
    assert_eq!(questions[1].text["en"], "How is {{ firm_name }}, … { …}?");
    assert_eq!(questions[2].text["en"], "Dear {{ firm_name }} {b");
    assert!(told(&report).contains("{nobody} in the text: there is no question {nobody}"));
}

#[test]
fn questions_of_one_name_get_codes_of_their_own() {
    let (questions, report) = elements(&json!([
        { "type": "text", "name": "a" }, { "type": "text", "name": "a" }, { "type": "text", "name": "a-b c" }, { "type": "text", "name": "1" },
    ]));
    let ids: Vec<_> = questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["a", "a_2", "a_b_c", "q1"]);
    // One of all texts of any length as well.
    assert_eq!(report.notices.len(), 5);
}

#[test]
fn rules_are_kept_with_their_words() {
    let (questions, report) = elements(&json!([
        { "type": "text", "name": "a", "inputType": "number", "validators": [
            { "type": "numeric", "minValue": 1, "maxValue": 9 },
            { "type": "expression", "expression": "{a} <> 5", "text": "Not five", "notificationType": "warning" }] },
        { "type": "text", "name": "b", "validators": [
            { "type": "text", "minLength": 2, "maxLength": 9, "allowDigits": false },
            { "type": "regex", "regex": "^[A-Z]+$", "caseInsensitive": true, "text": "Letters" },
            { "type": "regex", "regex": "(?=x)y" }, { "type": "own" }] },
        { "type": "text", "name": "c", "validators": [{ "type": "emailvalidator" }] },
        { "type": "checkbox", "name": "d", "choices": ["x", "y", "z"], "validators": [{ "type": "answercount", "minCount": 1, "maxCount": 2 }] },
        { "type": "text", "name": "e", "isRequired": true, "requiredIf": "{a} = 3", "requiredErrorText": "Say it" },
        { "type": "text", "name": "f", "inputType": "date", "maxValueExpression": "today()", "maxErrorText": "Not in the future" },
    ]));
    assert_eq!((questions[0].min.is_some(), questions[0].max.is_some()), (true, true));
    assert_eq!((questions[0].checks[0].rule.as_str(), questions[0].checks[0].soft), ("this != 5", true));
    let rules: Vec<_> = questions[1].checks.iter().map(|check| check.rule.as_str()).collect();
    assert_eq!(rules, ["size(this) >= 2", "!this.matches(\"[0-9]\")", "this.matches(\"(?i)^[A-Z]+$\")"]);
    assert_eq!((questions[1].max_length, questions[2].question_type), (Some(9), T::Email));
    assert_eq!((questions[3].min_choices, questions[3].max_choices), (Some(1), Some(2)));
    assert_eq!(
        (questions[4].required, questions[4].checks[0].rule.as_str()),
        (Some(Required::Hard), "a != 3 || answered(this)")
    );
    assert_eq!(questions[4].checks[0].message["en"], "Say it");
    assert_eq!(
        (questions[5].checks[0].rule.as_str(), questions[5].checks[0].message["en"].as_str()),
        ("this <= today", "Not in the future")
    );
    assert!(told(&report).contains("look-around") && told(&report).contains("type \"own\""));
}

#[test]
fn calculated_values_stand_where_what_they_look_at_is_known() {
    let (document, report) = taken(&json!({
        "calculatedValues": [{ "name": "total", "expression": "{a} + {b}" }, { "name": "many", "expression": "{total} > 5" },
            { "name": "lost", "expression": "{nobody} + 1" }],
        "pages": [
            { "name": "p1", "elements": [{ "type": "expression", "name": "shown", "expression": "{total}" }, { "type": "text", "inputType": "number", "name": "a" }] },
            { "name": "p2", "visibleIf": "{a} > 1", "elements": [{ "type": "text", "inputType": "number", "name": "b" }, { "type": "text", "name": "c", "visibleIf": "{total} > 3" }] },
            { "name": "p3", "elements": [{ "type": "text", "name": "d", "visibleIf": "{many} = true" }] }] }));
    let ids =
        |at: usize| document.sections[at].questions.iter().map(|question| question.id.as_str()).collect::<Vec<_>>();
    assert_eq!((ids(0), ids(1)), (vec!["a"], vec!["b", "c"]));
    assert_eq!(ids(2), ["d", "total", "many", "shown"]);
    assert_eq!(shown_if(&document.sections[1].questions[1]), "sum(a, b) > 3");
    assert_eq!(shown_if(&document.sections[2].questions[0]), "sum(a, b) > 5");
    let last = &document.sections[2].questions;
    assert_eq!(last[2].value.as_deref(), Some("(total > 5 ? \"true\" : \"false\")"));
    assert_eq!((last[3].shown, last[1].shown), (true, false));
    assert!(told(&report).contains("calculatedValues[2] (lost): the expression \"{nobody} + 1\""));
}

#[test]
fn a_comment_on_a_question_is_a_question_behind_it() {
    let (questions, report) = elements(&json!([
        { "type": "radiogroup", "name": "a", "choices": [1], "visible": true, "hasComment": true, "commentText": "Why?" },
        { "type": "text", "name": "b", "visibleIf": "{a-Comment} notempty" },
    ]));
    assert_eq!((questions[1].question_type, questions[1].text["en"].as_str()), (T::OpenText, "Why?"));
    assert_eq!(shown_if(&questions[2]), "answered(a_Comment)");
    assert_eq!((report.questions, report.carried), (2, 2));
}

#[test]
fn nothing_is_left_out_without_a_word() {
    let (questions, report) = elements(&json!([
        { "type": "text", "name": "a", "visible": false },
        { "type": "text", "name": "b", "defaultValue": "x", "newSetting": 1, "colCount": 2, "isRequired": "perhaps" },
        "odd",
    ]));
    assert_eq!((questions.len(), report.dropped), (1, 1));
    let told = told(&report);
    for word in [
        "hidden",
        "begin empty",
        "\"newSetting\"",
        "settings of the look (colCount)",
        "(b).isRequired: its value",
        "elements[2]: this is no element",
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
    let (_, report) = taken(
        &json!({ "elements": [{ "type": "text", "name": "a" }], "triggers": [{ "type": "complete", "expression": "{a} = 1" }],
        "completedHtmlOnCondition": [{ "expression": "{a} = 1", "html": "x" }], "showTimer": true, "goNextPageAutomatic": true, "cookieName": "c" }),
    );
    assert_eq!(report.notices.len(), 8);
}

#[test]
fn a_language_that_nothing_says_is_told() {
    let told_of = |survey: Value| {
        told(&taken(&survey).1).contains("the file names no language for its texts; instead: en is assumed")
    };
    let question = |title: Value| json!([{ "type": "text", "name": "a", "title": title }]);
    assert!(told_of(json!({ "title": "Umfrage", "elements": question(json!("Frage")) })));
    assert!(told_of(json!({ "elements": question(json!({ "default": "Frage", "fr": "Question" })) })));
    assert!(!told_of(json!({ "locale": "en", "elements": question(json!("Question")) })));
    assert!(!told_of(json!({ "elements": question(json!({ "en": "Question", "fr": "Question" })) })));
}

#[test]
fn a_default_language_that_is_not_english_is_kept_apart() {
    let text = json!({ "default": "Seite", "en": "Page" });
    let survey = json!({ "title": text, "elements": [{ "type": "text", "name": "a", "title": text }] });
    let (document, report) = taken(&survey);
    assert_eq!((document.languages.join(" ").as_str(), document.title["qaa"].as_str()), ("qaa en", "Seite"));
    assert!(told(&report).contains("no locale says which it is; instead: the made-up tag qaa"));
    let mut german = survey.clone();
    german["locale"] = json!("de");
    assert_eq!(taken(&german).0.title["de"], "Seite");
    let mut english = survey;
    english["locale"] = json!("en");
    let (document, report) = taken(&english);
    assert_eq!(document.title["en"], "Page");
    assert!(told(&report).contains("by default and otherwise in en: 2 texts"), "{}", told(&report));
}

#[test]
fn entries_inside_an_entry_keep_what_is_said_of_them() {
    let (questions, report) = elements(
        &json!([{ "type": "paneldynamic", "name": "pd", "title": "PD", "templateElements": [
        { "type": "text", "name": "who" },
        { "type": "paneldynamic", "name": "kids", "title": "Kids", "description": "All", "visibleIf": "{panel.who} = 'x' or {panel.who} = 'y'",
          "isRequired": true, "minPanelCount": 2, "templateElements": [{ "type": "text", "name": "kid", "visibleIf": "{panel.who} notempty" }] },
        { "type": "matrixdynamic", "name": "md", "visibleIf": "{panel.who} = 'y'", "columns": [{ "name": "c", "cellType": "text" }] }] }]),
    );
    let [_, note, kid, cell] = questions[0].questions.as_slice() else { panic!("{questions:#?}") };
    assert_eq!((note.text["en"].as_str(), note.help.as_ref().unwrap()["en"].as_str()), ("Kids", "All"));
    let asked = "lower(who) == \"x\" || lower(who) == \"y\"";
    assert_eq!((note.question_type, shown_if(note)), (T::Note, asked));
    assert_eq!(shown_if(kid), format!("({asked}) && answered(who)"));
    assert_eq!(shown_if(cell), "lower(who) == \"y\"");
    let told = told(&report);
    assert!(told.contains("(kids).isRequired: only questions") && told.contains("at least 2 entries"), "{told}");
}

#[test]
fn of_two_words_and_two_limits_none_is_lost() {
    let (questions, report) = elements(&json!([
        { "type": "boolean", "name": "b", "title": "Title", "label": "Label" },
        { "type": "boolean", "name": "b2", "label": "Label" },
        { "type": "checkbox", "name": "c", "choices": [1, 2, 3, 4, 5], "minSelectedChoices": 1, "maxSelectedChoices": 4,
          "validators": [{ "type": "answercount", "minCount": 2, "maxCount": 3 }] },
        { "type": "multipletext", "name": "m", "title": "M", "description": "Help", "isRequired": true,
          "items": [{ "name": "i" }, { "name": "k", "inputType": "number" }] },
        { "type": "matrix", "name": "x", "columns": [1, 2], "rows": ["r"], "isRequired": true },
        { "type": "matrix", "name": "y", "columns": [1, 2], "rows": ["r"], "isRequired": true, "isAllRowRequired": true },
    ]));
    assert_eq!((questions[0].text["en"].as_str(), questions[1].text["en"].as_str()), ("Title\nLabel", "Label"));
    assert_eq!((questions[2].min_choices, questions[2].max_choices), (Some(2), Some(3)));
    assert_eq!((questions[3].help.as_ref().unwrap()["en"].as_str(), &questions[4].help), ("Help", &None));
    assert!(questions[3..].iter().all(|question| question.required == Some(Required::Hard)));
    let told = told(&report);
    assert!(
        told.contains("(m).isRequired: it is mandatory, and one answer in it is enough; instead: each of them"),
        "{told}"
    );
    assert!(
        told.contains("(x).isRequired: it is mandatory, and one answer in it is enough; instead: every row"),
        "{told}"
    );
    assert!(!told.contains("(y).isRequired"), "{told}");
}
