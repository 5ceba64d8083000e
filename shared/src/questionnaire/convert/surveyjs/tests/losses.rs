//! What is lost is told: what it was, where, and what stands instead.

use serde_json::json;

use super::*;

#[test]
fn elements_without_a_name_and_names_that_are_taken_are_told() {
    let (questions, report) = elements(&json!([
        { "type": "text", "maxLength": 9 },
        { "type": "paneldynamic", "name": "p", "maxPanelCount": 2, "templateElements": [{ "type": "text", "name": "a", "maxLength": 9 }] },
        { "type": "paneldynamic", "name": "r", "maxPanelCount": 2, "templateElements": [{ "type": "text", "name": "a", "maxLength": 9 }] },
        { "type": "text", "name": "x y", "maxLength": 9 },
        { "type": "multipletext", "name": "k", "items": [{ "name": "i", "maxLength": 9 }, { "name": "j", "maxLength": 9, "isRequired": true }] },
    ]));
    assert_eq!((questions[0].id.as_str(), questions[2].questions[0].id.as_str()), ("q", "a_2"));
    let told = told(&report);
    for said in [
        "elements[0]: it has no name; instead: the name q",
        "(a): a question of another place is named \"a\" already; instead: a_2",
        "(x y): expressions cannot name \"x y\"; instead: x_y",
        "(k): texts under one title of which some must be answered, are longer or have rules; instead: a question each",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

#[test]
fn why_an_expression_sees_nothing_is_told_as_it_is() {
    let (document, report) = taken(&json!({ "pages": [
        { "name": "p1", "visible": false, "elements": [{ "type": "text", "name": "a" }] },
        { "name": "p2", "elements": [
            { "type": "panel", "name": "pn", "elements": [{ "type": "text", "name": "in1" }] },
            { "type": "paneldynamic", "name": "pd", "maxPanelCount": 2, "templateElements": [{ "type": "text", "name": "in2" }] },
            { "type": "text", "name": "b", "visibleIf": "{a} = 'x'" },
            { "type": "text", "name": "c", "visibleIf": "{pn} notempty" },
            { "type": "text", "name": "d", "visibleIf": "{in2} notempty" },
            { "type": "text", "name": "e", "visibleIf": "{p1} notempty" },
            { "type": "text", "name": "f", "visibleIf": "{z} notempty" },
            { "type": "text", "name": "z" }] }] }));
    assert_eq!(document.sections.len(), 1);
    let told = told(&report);
    for said in [
        "it looks at {a}, which was left out",
        "it looks at {pn}, which is a panel and has no answer",
        "it looks at {in2}, which is asked once an entry",
        "it looks at {p1}, which is a page and has no answer",
        "it looks at {z}, which comes later",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

#[test]
fn one_notice_stands_for_all_its_places_and_languages() {
    let (_, report) = elements(&json!([
        { "type": "comment", "name": "a", "maxLength": 9, "title": { "default": "<a href='https://a.de'>x</a>", "fr": "<a href='https://a.de'>y</a>" }, "defaultValue": 1 },
        { "type": "comment", "name": "b", "maxLength": 9, "title": { "default": "x", "fr": "y {q}" }, "defaultValue": 1 },
    ]));
    let told = told(&report);
    assert_eq!(told.matches("a link in the text").count(), 1, "{told}");
    assert!(told.contains("(a).title: a link"), "{told}");
    assert!(told.contains("(b).title (fr): {q} in the text"), "{told}");
    assert!(
        told.contains("(a).defaultValue, pages[0] (p).elements[1] (b).defaultValue: questions begin empty"),
        "{told}"
    );
}
