//! Triggers that show or skip questions.

use serde_json::json;

use super::*;

fn jump(target: &str) -> Value {
    json!([{ "type": "skip", "expression": "{a} = 'no'", "gotoName": target }])
}

fn question(name: &str) -> Value {
    json!({ "type": "text", "name": name, "maxLength": 9 })
}

#[test]
fn jumps_lead_through_elements_without_a_page_and_through_both_lists_of_a_page() {
    let a = json!({ "type": "radiogroup", "name": "a", "choices": ["yes", "no"] });
    let (document, report) = taken(&json!({ "triggers": jump("z"), "elements": [a, question("b"), question("z")] }));
    let questions = &document.sections[0].questions;
    assert_eq!((shown_if(&questions[1]), shown_if(&questions[2])), ("a != \"no\"", ""), "{}", told(&report));
    let page = json!({ "elements": [a, question("b")], "questions": [question("c"), question("z")] });
    let (document, report) = taken(&json!({ "triggers": jump("z"), "pages": [page] }));
    let shown: Vec<_> = document.sections[0].questions.iter().map(shown_if).collect();
    assert_eq!(shown, ["", "a != \"no\"", "a != \"no\"", ""], "{}", told(&report));
    let (_, report) = taken(&json!({ "triggers": jump("y"), "pages": [page] }));
    assert!(told(&report).contains("it jumps to y, which is nothing at the top of a page"), "{}", told(&report));
}

#[test]
fn what_is_computed_goes_on_behind_a_jump_wherever_it_stands() {
    let sum = json!({ "type": "expression", "name": "s", "expression": "{n} + 1" });
    let panel = json!({ "type": "panel", "name": "p", "elements": [question("b"), sum] });
    for pages in [
        json!([{ "elements": [
            { "type": "text", "name": "n", "inputType": "number" },
            { "type": "radiogroup", "name": "a", "choices": ["yes", "no"] }, panel, question("z")] }]),
        json!([
            { "elements": [{ "type": "text", "name": "n", "inputType": "number" },
                { "type": "radiogroup", "name": "a", "choices": ["yes", "no"] }] },
            { "elements": [panel] },
            { "elements": [question("z")] }]),
    ] {
        let (document, _) = taken(&json!({ "triggers": jump("z"), "pages": pages }));
        assert!(document.sections.iter().all(|section| section.show_if.is_none()));
        let shown: Vec<_> = document
            .sections
            .iter()
            .flat_map(|section| &section.questions)
            .map(|one| (one.id.as_str(), shown_if(one)))
            .collect();
        assert_eq!(shown[2..], [("b", "a != \"no\""), ("s", ""), ("z", "")]);
    }
}

#[test]
fn values_of_triggers_may_end_in_a_backslash() {
    let trigger = json!({ "type": "visible", "name": "a", "value": "It's a\\", "questions": ["b"] });
    let (document, report) = taken(&json!({ "triggers": [trigger], "elements": [question("a"), question("b")] }));
    let shown = shown_if(&document.sections[0].questions[1]);
    assert_eq!(shown, "lower(a) == \"it's a\\\\\"", "{}", told(&report));
}

#[test]
fn only_triggers_that_find_no_room_for_a_condition_are_told_so() {
    let many: Vec<_> = (0..900).map(|at| question(&format!("q{at}"))).collect();
    let condition = format!("{{q0}} = '{}'", "x".repeat(4_000));
    let skip = json!({ "type": "skip", "expression": condition, "gotoName": "q899" });
    let (_, report) = taken(&json!({ "pages": [{ "elements": many }],
        "triggers": [skip, { "type": "complete", "expression": "{q0} = 'end'" }] }));
    let spent = report.notices.iter().filter(|notice| notice.to_string().contains("a condition that it makes"));
    let places: Vec<_> = spent.map(|notice| notice.place.as_str()).collect();
    assert_eq!(places, ["triggers[0] (skip)"]);
}

#[test]
fn questions_on_the_rows_of_a_table_too_deep_are_counted() {
    let mut inner = json!({ "type": "matrixdynamic", "name": "m", "columns": [{ "name": "c" }], "detailElements": [question("d")] });
    for _ in 0..40 {
        inner = json!({ "type": "panel", "elements": [inner] });
    }
    let (_, report) = elements(&json!([inner, question("a")]));
    assert_eq!((report.questions, report.dropped), (3, 2));
}

#[test]
fn what_is_hidden_stays_so_behind_a_jump() {
    let a = json!({ "type": "radiogroup", "name": "a", "choices": ["yes", "no"] });
    let hidden = json!({ "type": "text", "name": "h", "visible": false });
    let panel = json!({ "type": "panel", "name": "p", "visible": false, "elements": [question("secret")] });
    let elements = json!([a, hidden, panel, question("b"), question("z")]);
    let (document, report) = taken(&json!({ "triggers": jump("z"), "elements": elements }));
    let asked: Vec<_> = document.sections[0].questions.iter().map(|one| (one.id.as_str(), shown_if(one))).collect();
    assert_eq!(asked, [("a", ""), ("b", "a != \"no\""), ("z", "")], "{}", told(&report));
}

#[test]
fn what_several_triggers_show_is_shown_by_each() {
    let show =
        |value: &str| json!({ "type": "visible", "expression": format!("{{a}} = '{value}'"), "questions": ["w"] });
    let a = json!({ "type": "radiogroup", "name": "a", "choices": ["x", "y", "z"] });
    let with = |own: Value| {
        let mut w = json!({ "type": "text", "name": "w", "visible": false });
        w["visibleIf"] = own;
        taken(&json!({ "triggers": [show("x"), show("z")], "elements": [a, question("b"), w] }))
    };
    let (document, _) = with(Value::Null);
    assert_eq!(shown_if(&document.sections[0].questions[2]), "a == \"x\" || a == \"z\"");
    let (document, report) = with(json!("{b} notempty"));
    assert_eq!(shown_if(&document.sections[0].questions[2]), "answered(b) && (a == \"x\" || a == \"z\")");
    let notice =
        "triggers[0] (visible): it shows w, which has a condition of its own; instead: it is shown while both hold";
    assert!(told(&report).contains(notice), "{}", told(&report));
}

#[test]
fn options_are_carried_on_from_a_question_by_its_name_and_narrowed() {
    let source = json!({ "type": "checkbox", "name": "s", "valueName": "v", "choices": ["a", "b"] });
    let from = |name: &str| json!({ "type": "checkbox", "name": "t", "choicesFromQuestion": name, "choicesVisibleIf": "{item} = 'a'" });
    let (document, report) = taken(&json!({ "elements": [source, from("s")] }));
    let options = document.sections[0].questions[1].options.as_ref().unwrap();
    let offered: Vec<_> = options.iter().map(|option| option.code.as_str()).collect();
    assert_eq!(offered, ["a", "b"], "{}", told(&report));
    assert_eq!((options[0].show_if.is_some(), options[1].show_if.is_some()), (false, true));
    let (document, _) = taken(&json!({ "elements": [source, from("v")] }));
    assert_eq!(document.sections[0].questions[1].options, None);
}
