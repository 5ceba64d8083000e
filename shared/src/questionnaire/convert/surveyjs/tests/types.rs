//! Each type of question.

use serde_json::json;

use super::*;
use crate::questionnaire::format::{Bound, Look, QuestionType as T, Required, WayOut};

#[test]
fn fields_to_type_in_become_what_is_typed() {
    let inputs = [
        ("text", T::ShortText),
        ("number", T::Numeric),
        ("range", T::Slider),
        ("date", T::Date),
        ("month", T::Month),
        ("time", T::Time),
        ("email", T::Email),
        ("url", T::Url),
        ("tel", T::Phone),
        ("datetime-local", T::Date),
        ("week", T::ShortText),
        ("color", T::ShortText),
        ("password", T::ShortText),
    ];
    let list: Vec<_> = inputs
        .iter()
        .map(|(input, _)| json!({ "type": "text", "name": format!("q_{input}"), "inputType": input }))
        .collect();
    let (questions, report) = elements(&json!(list));
    for (question, (_, expected)) in questions.iter().zip(inputs) {
        assert_eq!(question.question_type, expected, "{}", question.id);
    }
    assert_eq!((report.carried, report.replaced), (9, 4));
    assert!(told(&report).contains("(q_week).inputType: an input of the type \"week\"; instead: a line of text"));
}

#[test]
fn bounds_and_lengths_are_kept() {
    let (questions, _) = elements(&json!([
        { "type": "text", "name": "a", "inputType": "number", "min": 1, "max": "9.5", "step": 0.1 },
        { "type": "text", "name": "b", "inputType": "date", "min": "2026-01-01", "max": "soon" },
        { "type": "comment", "name": "c", "maxLength": 200, "rows": 4 },
        { "type": "text", "name": "d", "maskType": "currency", "maskSettings": { "precision": 2, "min": 0 } },
    ]));
    assert_eq!((&questions[0].min, &questions[0].max), (&Some(Bound::Number(1.0)), &Some(Bound::Number(9.5))));
    assert_eq!(questions[0].decimals, Some(1));
    assert_eq!((&questions[1].min, &questions[1].max), (&Some(Bound::Text("2026-01-01".into())), &None));
    assert_eq!((questions[2].question_type, questions[2].max_length), (T::OpenText, Some(200)));
    assert_eq!((questions[3].question_type, questions[3].decimals), (T::Numeric, Some(2)));
}

#[test]
fn options_keep_their_values_as_codes_and_the_special_ones_their_meaning() {
    let (questions, report) = elements(&json!([
        { "type": "checkbox", "name": "a", "choices": [1, "two", { "value": "a b", "text": "Three" }], "choicesOrder": "random",
          "showOtherItem": true, "otherText": "Else", "hasNone": true, "showDontKnowItem": true, "showRefuseItem": true,
          "minSelectedChoices": 1, "maxSelectedChoices": 2, "showSelectAllItem": true },
        { "type": "dropdown", "name": "b", "choicesMin": 1, "choicesMax": 3 },
        { "type": "radiogroup", "name": "c", "choices": [{ "value": 2 }, { "value": 1, "text": "b" }, "a"], "choicesOrder": "asc",
          "choicesVisibleIf": "{a} contains {item}" },
        { "type": "tagbox", "name": "d", "choices": [true, false] },
    ]));
    let options = questions[0].options.as_ref().unwrap();
    let codes: Vec<_> = options.iter().map(|option| option.code.as_str()).collect();
    assert_eq!(codes, ["1", "two", "a_b", "other", "none", "refused"]);
    assert_eq!((options[3].other_text, options[4].exclusive, options[3].anchor.is_some()), (true, true, true));
    assert_eq!(options[3].label["en"], "Else");
    assert!(matches!(&questions[0].dont_know, Some(WayOut::Own(own)) if own.code == "dontknow"));
    assert_eq!((questions[0].min_choices, questions[0].max_choices, questions[0].randomise), (Some(1), Some(2), true));
    assert!(
        told(&report).contains("1 values hold signs that codes cannot, such as \"a b\"; instead: codes such as a_b")
    );
    assert!(told(&report).contains("no option that ticks all others"));
    assert_eq!(questions[1].options.as_ref().unwrap().len(), 3);
    let labels: Vec<_> = questions[2].options.iter().flatten().map(|option| option.label["en"].as_str()).collect();
    assert_eq!(labels, ["2", "a", "b"]);
    let show_if: Vec<_> = questions[2].options.iter().flatten().map(|option| format!("{:?}", option.show_if)).collect();
    assert!(show_if[2].contains("\\\"1\\\" in a") && show_if[0].contains("false"), "{show_if:?}");
    assert_eq!(questions[3].question_type, T::MultiSelect);
}

#[test]
fn options_from_elsewhere_are_never_loaded() {
    let (questions, report) = elements(&json!([
        { "type": "dropdown", "name": "a", "choicesByUrl": { "url": "https://example.org/list" } },
        { "type": "text", "name": "b", "visibleIf": "{a} = 'x'" },
    ]));
    assert_eq!((questions.len(), questions[0].question_type), (2, T::ShortText));
    assert!(
        told(&report)
            .contains("its options lie on a server, and only what stands in the file is taken; instead: a line")
    );
    assert!(told(&report).contains("(b).visibleIf: the condition"));
}

#[test]
fn options_that_follow_from_answers_become_a_text() {
    let (questions, report) = elements(&json!([
        { "type": "matrixdynamic", "name": "m", "columns": [{ "name": "c", "cellType": "text" }] },
        { "type": "radiogroup", "name": "a", "choicesFromQuestion": "m", "choiceValuesFromQuestion": "c" },
        { "type": "tagbox", "name": "b", "choicesFromQuestion": "later" },
        { "name": "c", "maxLength": -1 },
    ]));
    let types: Vec<_> = questions[1..].iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::ShortText, T::OpenText, T::ShortText]);
    let told = told(&report);
    assert!(told.contains("(a): its options lie in the answers to another question"), "{told}");
    assert!(told.contains("(b): its options lie with a question that has none"), "{told}");
    assert!(told.contains("(c): an element without a type; instead: a line of text"), "{told}");
    assert!(!told.contains("maxLength"), "{told}");
}

#[test]
fn a_survey_without_anything_to_ask_is_refused_with_the_reasons() {
    let only = json!({ "elements": [{ "type": "imagemap", "name": "a" }, { "type": "mine", "name": "b" }] });
    let refused = read(only.to_string().as_bytes(), &mut Report::default()).unwrap_err();
    let told: Vec<_> = refused.iter().map(ToString::to_string).collect();
    assert_eq!(told[0], "no question of this survey can be carried over");
    assert!(told[2].contains("elements[1] (b): nothing corresponds to questions of the type \"mine\""), "{told:?}");
}

#[test]
fn options_can_be_those_of_another_question() {
    let (questions, _) = elements(&json!([
        { "type": "checkbox", "name": "a", "choices": ["x", "y"] },
        { "type": "ranking", "name": "b", "choicesFromQuestion": "a", "choicesFromQuestionMode": "selected" },
        { "type": "radiogroup", "name": "c", "choicesFromQuestion": "a", "choicesFromQuestionMode": "unselected" },
        { "type": "radiogroup", "name": "d", "choicesFromQuestion": "a" },
    ]));
    let from = questions[1].options_from.as_ref().unwrap();
    assert_eq!((from.question.as_str(), from.selected_only, questions[1].options.is_none()), ("a", true, true));
    let first = &questions[2].options.as_ref().unwrap()[0];
    assert!(format!("{:?}", first.show_if).contains("!(\\\"x\\\" in a)"));
    assert_eq!(questions[3].options.as_ref().unwrap().len(), 2);
}

#[test]
fn yes_and_no_may_have_labels() {
    let (questions, report) = elements(&json!([
        { "type": "boolean", "name": "a" },
        { "type": "boolean", "name": "b", "labelTrue": "For", "labelFalse": "Against", "valueTrue": "pro" },
        { "type": "text", "name": "c", "visibleIf": "{a} = true and {b} = 'pro'" },
    ]));
    assert_eq!((questions[0].question_type, questions[1].question_type), (T::YesNo, T::Single));
    assert_eq!(questions[1].options.as_ref().unwrap()[1].label["en"], "Against");
    assert_eq!(shown_if(&questions[2]), "a == \"yes\" && b == \"yes\"");
    assert_eq!(report.carried, 3);
}

#[test]
fn ratings_are_numbers_or_options() {
    let (questions, report) = elements(&json!([
        { "type": "rating", "name": "a" },
        { "type": "rating", "name": "b", "rateMin": 0, "rateMax": 10, "minRateDescription": "bad", "rateType": "stars" },
        { "type": "rating", "name": "c", "rateValues": [{ "value": "x", "text": "X" }, 2], "maxRateDescription": "good" },
        { "type": "rating", "name": "d", "rateMax": 50, "rateStep": 10, "rateMin": 10, "rateType": "smileys" },
        { "type": "slider", "name": "e", "max": 10, "step": 2 },
        { "type": "slider", "name": "f", "sliderType": "range", "title": "Range" },
    ]));
    assert_eq!((&questions[0].min, &questions[0].max), (&Some(Bound::Number(1.0)), &Some(Bound::Number(5.0))));
    assert_eq!((questions[1].look, questions[1].low.as_ref().unwrap()["en"].as_str()), (Some(Look::Stars), "bad"));
    assert_eq!(questions[2].options.as_ref().unwrap()[1].label["en"], "2 (good)");
    assert_eq!(questions[3].options.as_ref().unwrap().len(), 5);
    assert_eq!((questions[4].question_type, questions[4].step), (T::Slider, Some(2.0)));
    assert_eq!((questions[5].id.as_str(), questions[6].text["en"].as_str()), ("f_from", "Range (to)"));
    assert_eq!((report.questions, report.replaced), (6, 3));
}

#[test]
fn a_matrix_has_rows_and_a_table_columns() {
    let (questions, report) = elements(&json!([
        { "type": "matrix", "name": "m", "columns": [{ "value": 1, "text": "No" }, 2], "rows": ["r-1", { "value": "r2", "text": "Two", "visibleIf": "{m} notempty" }],
          "isAllRowRequired": true, "cells": { "r2": { "1": "x" } } },
        { "type": "matrix", "name": "s", "cellType": "checkbox", "columns": ["a"], "rows": ["r"] },
        { "type": "matrix", "name": "n", "columns": ["a", "b"] },
        { "type": "matrixdropdown", "name": "t", "choices": ["x"], "rows": ["r"], "columns": [
            "plain", { "name": "num", "cellType": "text", "inputType": "number", "min": 0, "isRequired": true },
            { "name": "yes", "cellType": "boolean" }, { "name": "f", "cellType": "file" }, { "name": "many", "cellType": "checkbox", "choices": ["y"] }] },
        { "type": "text", "name": "z", "visibleIf": "{m.r-1} = 2 and {t.r.num} > 3 and {t.r.plain} = 'x'" },
    ]));
    assert_eq!((questions[0].rows[0].id.as_str(), questions[0].required), ("r_1", Some(Required::Hard)));
    assert!(questions[1].several);
    assert_eq!((questions[2].question_type, report.replaced), (T::Single, 1));
    let columns: Vec<_> = questions[3].columns.iter().map(|column| (column.id.as_str(), column.column_type)).collect();
    let expected = [("plain", T::Dropdown), ("num", T::Numeric), ("yes", T::Single), ("many", T::MultiSelect)];
    assert_eq!(columns, expected);
    assert_eq!(shown_if(&questions[4]), "m.r_1 == \"2\" && t.r.num > 3 && t.r.plain == \"x\"");
    assert!(told(&report).contains("being mandatory: columns of a table have none"));
}

#[test]
fn what_is_filled_in_several_times_is_a_group() {
    let (questions, report) = elements(&json!([
        { "type": "paneldynamic", "name": "sites", "templateTitle": "Site #{panelIndex}", "minPanelCount": 1, "maxPanelCount": 4,
          "templateElements": [
            { "type": "text", "name": "jobs", "inputType": "number" },
            { "type": "panel", "visibleIf": "{panel.jobs} > 5", "elements": [{ "type": "comment", "name": "why" }] },
            { "type": "paneldynamic", "name": "inner", "templateElements": [{ "type": "text", "name": "deep" }] }] },
        { "type": "matrixdynamic", "name": "rows", "allowAddRows": false, "rowCount": 3, "columns": [
            { "name": "jobs", "cellType": "text", "inputType": "number" },
            { "name": "x", "cellType": "radiogroup", "choices": ["a"], "visibleIf": "{row.jobs} > 1" }] },
        { "type": "expression", "name": "sum", "expression": "sumInArray({sites}, 'jobs') + sumInArray({rows}, 'jobs')" },
    ]));
    let sites = &questions[0];
    let repeat = sites.repeat.as_ref().unwrap();
    assert_eq!((repeat.min, repeat.max, repeat.label.as_ref().unwrap()["en"].as_str()), (Some(1), Some(4), "Site"));
    let inner: Vec<_> = sites.questions.iter().map(|question| (question.id.as_str(), shown_if(question))).collect();
    assert_eq!(inner, [("jobs", ""), ("why", "jobs > 5"), ("deep", "")]);
    assert_eq!(questions[1].repeat.as_ref().unwrap().max, Some(3));
    assert_eq!(shown_if(&questions[1].questions[1]), "jobs_2 > 1");
    assert_eq!(questions[2].value.as_deref(), Some("sum(sites.jobs, rows.jobs_2)"));
    assert_eq!((report.questions, report.dropped), (7, 0));
}

#[test]
fn several_texts_become_a_table_or_questions() {
    let (questions, report) = elements(&json!([
        { "type": "multipletext", "name": "a", "items": [{ "name": "x", "title": "X" }, { "name": "y z" }] },
        { "type": "multipletext", "name": "b", "title": "B", "items": [{ "name": "n", "inputType": "number" }, { "name": "t", "isRequired": true }] },
        { "type": "text", "name": "c", "visibleIf": "{a.y z} notempty and {b.n} > 2" },
    ]));
    assert_eq!((questions[0].question_type, questions[0].rows[1].id.as_str()), (T::Table, "y_z"));
    assert_eq!((questions[1].id.as_str(), questions[2].text["en"].as_str()), ("b_n", "B: t"));
    assert_eq!(shown_if(&questions[3]), "answered(a.y_z.value) && b_n > 2");
    assert_eq!((report.questions, report.replaced), (3, 2));
}

#[test]
fn what_holds_no_answer_is_a_text_or_told() {
    let (questions, report) = elements(&json!([
        { "type": "html", "name": "h", "html": "<b>Hello</b> <img src='x'>" },
        { "type": "image", "name": "i", "imageLink": "https://example.org/x.png" },
        { "type": "file", "name": "f", "allowMultiple": true, "maxFiles": 3, "maxSize": 2_000_000, "acceptedTypes": "image/*" },
        { "type": "signaturepad", "name": "s", "isRequired": true },
        { "type": "my-widget", "name": "w", "odd": 1 },
        { "type": "imagepicker", "name": "p", "choices": [{ "value": "a", "imageLink": "https://example.org/a.png" }] },
        { "type": "imagepicker", "name": "q", "multiSelect": true, "choices": [{ "value": "a", "imageLink": "data:image/png;base64,AA==" }] },
    ]));
    let types: Vec<_> = questions.iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::Note, T::Upload, T::Upload, T::Single, T::MultiSelect]);
    assert_eq!((questions[1].max_files, questions[1].max_megabytes), (Some(3), Some(2)));
    assert_eq!(questions[1].kinds, ["png", "jpg"]);
    assert!(questions[4].options.as_ref().unwrap()[0].image.is_some());
    assert_eq!((report.carried, report.replaced, report.dropped), (3, 2, 2));
    assert!(told(&report).contains("type \"my-widget\"") && told(&report).contains("pictures are not loaded"));
}
