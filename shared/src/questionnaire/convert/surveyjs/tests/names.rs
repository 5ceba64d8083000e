//! Names that stand for something else than a question of that name.

use serde_json::json;

use super::*;

#[test]
fn a_value_of_a_name_of_its_own_is_found_by_it() {
    let (questions, report) = elements(&json!([
        { "type": "radiogroup", "name": "question1", "valueName": "car", "choices": ["Ford", "VW"] },
        { "type": "text", "name": "question2", "maxLength": 9, "visibleIf": "{car} = 'Ford'", "title": "Why {car}?" },
        { "type": "text", "name": "n", "valueName": "jobs", "inputType": "number",
          "validators": [{ "type": "expression", "expression": "{jobs} > 2" }] },
    ]));
    assert_eq!(
        (shown_if(&questions[1]), questions[1].text["en"].as_str()),
        ("question1 == \"Ford\"", "Why {{ question1 }}?")
    );
    assert_eq!(questions[2].checks[0].rule, "this > 2");
    assert_eq!(surprises(&report), Vec::<String>::new());
    let (questions, report) = elements(&json!([
        { "type": "text", "name": "a", "valueName": "v", "maxLength": 9 }, { "type": "text", "name": "b", "valueName": "v", "maxLength": 9 },
        { "type": "text", "name": "c", "maxLength": 9, "visibleIf": "{v} notempty and {b} notempty" },
    ]));
    assert_eq!(shown_if(&questions[2]), "answered(a)");
    let told = told(&report);
    assert!(told.contains("(b): another question has the value \"v\" as well"), "{told}");
    assert!(told.contains("it looks at {b}, whose value is named {v}"), "{told}");
}

#[test]
fn a_value_that_questions_with_other_options_share_is_not_taken_for_that_of_the_first() {
    let (questions, report) = elements(&json!([
        { "type": "radiogroup", "name": "z", "choices": ["k", "l"], "valueName": "shared" },
        { "type": "radiogroup", "name": "z2", "choices": ["k", "m"], "valueName": "shared" },
        { "type": "text", "name": "b", "maxLength": 9, "visibleIf": "{shared} = 'm'" },
        { "type": "radiogroup", "name": "y", "choices": ["k", "l"], "valueName": "same" },
        { "type": "html", "name": "y", "html": "Note" },
        { "type": "radiogroup", "name": "y2", "choices": ["L", "k"], "valueName": "same" },
        { "type": "text", "name": "c", "maxLength": 9, "visibleIf": "{same} = 'l'" },
        { "type": "radiogroup", "name": "x", "choices": ["k"] },
        { "type": "text", "name": "x", "maxLength": 9 },
        { "type": "text", "name": "d", "maxLength": 9, "visibleIf": "{x} anyof ['m']" },
    ]));
    let shown = |id: &str| shown_if(questions.iter().find(|question| question.id == id).unwrap());
    assert_eq!((shown("b"), shown("c"), shown("d")), ("", "y == \"l\"", ""));
    let told = told(&report);
    let why = "an answer that questions with other options share and a text cannot be compared";
    assert!(told.contains("the condition \"{shared} = 'm'\", or a part of it: ") && told.contains(why), "{told}");
    assert!(!told.contains("never holds"), "{told}");
}

#[test]
fn a_value_of_a_name_of_its_own_may_come_later() {
    let (_, report) = elements(&json!([
        { "type": "text", "name": "h", "maxLength": 9, "visibleIf": "{later} = 'x'" },
        { "type": "radiogroup", "name": "l8", "choices": ["x"], "valueName": "later" },
    ]));
    assert!(told(&report).contains("it looks at {later}, which comes later"), "{}", told(&report));
}

#[test]
fn the_parts_of_several_texts_in_an_entry_see_each_other() {
    let (questions, report) = elements(
        &json!([{ "type": "paneldynamic", "name": "pd", "maxPanelCount": 5, "templateElements": [
        { "type": "multipletext", "name": "pm", "items": [
            { "name": "i", "maxLength": 9 },
            { "name": "j", "inputType": "number", "validators": [{ "type": "expression", "expression": "{panel.pm.i} notempty" }] }] }] }]),
    );
    assert_eq!(questions[0].questions[1].checks[0].rule, "answered(pm_i)");
    assert!(!told(&report).contains("comes later"), "{}", told(&report));
}

#[test]
fn the_parts_of_several_texts_see_each_other_and_are_seen_together() {
    let (questions, report) = elements(&json!([
        { "type": "multipletext", "name": "mt", "items": [
            { "name": "from", "inputType": "number" },
            { "name": "to", "inputType": "number", "validators": [{ "type": "expression", "expression": "{mt.to} > {mt.from}", "text": "Later" }] },
            { "name": "note", "maxLength": 9 }] },
        { "type": "text", "name": "q", "maxLength": 9, "visibleIf": "{mt} notempty" },
        { "type": "text", "name": "r", "maxLength": 9, "visibleIf": "{mt} empty" },
        { "type": "multipletext", "name": "k", "items": [
            { "name": "a", "inputType": "number" }, { "name": "b", "inputType": "number", "maxValueExpression": "{k.a}" }] },
    ]));
    assert_eq!(
        (questions[1].checks[0].rule.as_str(), questions[1].checks[0].message["en"].as_str()),
        ("this > mt_from", "Later")
    );
    assert_eq!(shown_if(&questions[3]), "answered(mt_from) || answered(mt_to) || answered(mt_note)");
    assert_eq!(shown_if(&questions[4]), "!(answered(mt_from) || answered(mt_to) || answered(mt_note))");
    assert_eq!((questions[6].id.as_str(), questions[6].checks[0].rule.as_str()), ("k_b", "this <= k_a"));
    assert_eq!(surprises(&report).len(), 2, "{report:#?}");
}

#[test]
fn options_follow_what_is_said_of_them() {
    let (questions, report) = elements(&json!([
        { "type": "dropdown", "name": "college", "choices": ["Science", "Engineering"] },
        { "type": "dropdown", "name": "program", "choicesVisibleIf": "{college} = {$item.college} or {item.always} = true", "choices": [
            { "value": "bsc", "text": "B.Sc", "college": "Science" }, { "value": "bt", "text": "B.Tech", "college": "Engineering" },
            { "value": "any", "always": true }, { "value": "none" }] },
        { "type": "dropdown", "name": "c", "choices": [{ "value": "x", "other": 1 }] },
    ]));
    let shown: Vec<_> = questions[1].options.iter().flatten().map(|option| format!("{:?}", option.show_if)).collect();
    assert!(
        shown[0].contains("college == \\\"Science\\\"") && shown[1].contains("college == \\\"Engineering\\\""),
        "{shown:?}"
    );
    assert!(shown[2].contains("None") && shown[3].contains("!answered(college)"), "{shown:?}");
    assert!(
        !told(&report).contains("setting \"college\"") && told(&report).contains("setting \"other\""),
        "{report:#?}"
    );
}

#[test]
fn triggers_become_conditions_where_they_can() {
    let (document, report) = taken(&json!({ "triggers": [
            { "type": "visible", "operator": "equal", "value": "Ford", "name": "car", "questions": ["y"], "pages": ["p2"] },
            { "type": "skip", "expression": "{a} = 'no'", "gotoName": "z" },
            { "type": "skip", "expression": "{z} = 'no'", "gotoName": "a" },
            { "type": "complete", "expression": "{z} = 'end'" },
            { "type": "setvalue", "expression": "{z} = 1", "setToName": "a" }],
        "pages": [
            { "name": "p1", "elements": [{ "type": "radiogroup", "name": "car", "choices": ["Ford", "VW"] },
                { "type": "text", "name": "y", "visible": false }, { "type": "radiogroup", "name": "a", "choices": ["yes", "no"] },
                { "type": "text", "name": "b", "visibleIf": "{y} notempty" }] },
            { "name": "p2", "visible": false, "elements": [{ "type": "text", "name": "c" }] },
            { "name": "p3", "elements": [{ "type": "text", "name": "d" }, { "type": "text", "name": "z" }] }] }));
    let first = &document.sections[0].questions;
    assert_eq!((shown_if(&first[1]), shown_if(&first[3])), ("car == \"Ford\"", "answered(y) && a != \"no\""));
    let second = format!("{:?}", document.sections[1].show_if);
    assert!(second.contains("car == \\\"Ford\\\" && a != \\\"no\\\""), "{second}");
    assert_eq!(shown_if(&document.sections[2].questions[0]), "a != \"no\"");
    let told = told(&report);
    for said in [
        "triggers[1] (skip): when \"{a} = 'no'\" it jumps to z; instead: what lies between is asked only if that does not hold",
        "triggers[2] (skip): when \"{z} = 'no'\" it jumps to a, which does not stand behind what it looks at; left out",
        "triggers[3] (complete): when \"{z} = 'end'\" the survey ends; left out",
        "triggers[4] (setvalue): when \"{z} = 1\" it sets a: answers are only changed by who gives them; left out",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    assert!(!told.contains("hidden"), "{told}");
}
