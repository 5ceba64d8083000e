//! What is lost is told: what it was, where, and what stands instead.

use serde_json::json;

use super::*;
use crate::questionnaire::format::QuestionType as T;

#[test]
fn entries_and_lengths_beyond_ours_are_told_with_their_numbers() {
    let (questions, report) = elements(&json!([
        { "type": "matrixdynamic", "name": "m", "columns": [{ "name": "a", "cellType": "text", "maxLength": 5 }] },
        { "type": "paneldynamic", "name": "p", "maxPanelCount": 100, "templateElements": [{ "type": "text", "name": "x", "maxLength": 5 }] },
        { "type": "comment", "name": "c", "maxLength": 20000 },
        { "type": "text", "name": "t" }, { "type": "text", "name": "t2" }, { "type": "comment", "name": "u" },
        { "type": "file", "name": "f", "maxSize": 102_400 },
        { "type": "text", "name": "v", "maxLength": 5, "validators": [{ "type": "text", "maxLength": 20_000 }] },
    ]));
    assert_eq!((questions[2].max_length, questions[6].max_megabytes), (Some(10_000), Some(1)));
    let told = told(&report);
    for said in [
        "elements[0] (m): entries without a number of their own (SurveyJS takes up to 1000); instead: at most 50",
        "elements[1] (p): up to 100 entries; instead: at most 50",
        "(c).maxLength: up to 20000 characters; instead: at most 10000",
        "(t), pages[0] (p).elements[4] (t2): a line of text of any length; instead: at most 200 characters",
        "(u): a text of any length; instead: at most 2000 characters",
        "(f).maxSize: files of at most 102400 bytes; instead: at most 1 megabyte",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    assert!(!told.contains("navigation"), "{told}");
}

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
fn how_a_value_is_shown_is_kept_or_told() {
    let (questions, report) = elements(&json!([
        { "type": "text", "name": "n", "inputType": "number" },
        { "type": "expression", "name": "e", "expression": "{n} * 2", "displayStyle": "currency", "currency": "EUR" },
        { "type": "expression", "name": "f", "expression": "{n} / 2", "displayStyle": "percent", "format": "about {0}!" },
        { "type": "expression", "name": "g", "expression": "{n} / 2", "displayStyle": "decimal", "format": "{0}", "currency": "EUR" },
    ]));
    assert_eq!((questions[1].unit.as_deref(), questions[1].decimals), (Some("EUR"), Some(2)));
    assert_eq!((questions[2].unit.as_deref(), questions[3].unit.as_deref()), (None, None));
    let told = told(&report);
    for said in [
        "(f).displayStyle: a share of 1, shown as percent; instead: the number itself",
        "(f).format: the words \"about {0}!\" around the value; instead: the value alone",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    assert_eq!(surprises(&report).len(), 2, "{told}");
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
    let (_, report) = taken(
        &json!({ "elements": [{ "type": "text", "name": "a", "title": { "fr": "x", "es": "x", "default": "y" } },
        { "type": "text", "name": "b", "title": "Only" }] }),
    );
    assert!(
        self::told(&report).contains("languages es, fr: 1 text each missing; instead: the text in en"),
        "{report:#?}"
    );
    let (_, report) = elements(&json!([{ "type": "matrixdropdown", "name": "t", "rows": ["r"], "columns": [
        { "name": "h", "cellType": "text", "inputType": "email" }, { "name": "g", "cellType": "comment", "maxLength": 9 }] }]));
    assert!(
        self::told(&report).contains("(h): a column of the type email; instead: short_text"),
        "{}",
        self::told(&report)
    );
}

#[test]
fn a_text_in_columns_may_be_long() {
    let (questions, _) = elements(&json!([{ "type": "matrixdropdown", "name": "t", "rows": ["r"], "columns": [
        { "name": "g", "cellType": "comment", "maxLength": 900 }] }]));
    assert_eq!((questions[0].columns[0].column_type, questions[0].columns[0].max_length), (T::OpenText, Some(900)));
}

#[test]
fn entries_inside_an_entry_keep_their_condition_however_long_it_is() {
    let mut inner =
        json!({ "type": "paneldynamic", "name": "inner", "templateElements": [{ "type": "text", "name": "b" }] });
    for at in 0..6 {
        let condition = format!("{{a}} = '{at}{}'", "x".repeat(3_800));
        inner = json!({ "type": "panel", "name": format!("p{at}"), "visibleIf": condition, "elements": [inner] });
    }
    let (questions, _) = elements(&json!([
        { "type": "text", "name": "a" },
        { "type": "paneldynamic", "name": "outer", "templateElements": [inner] },
    ]));
    assert!(shown_if(&questions[1].questions[0]).len() > 22_000);
}
