//! What is written reads back as it was, as far as theirs knows it.

use serde_json::json;

use super::*;
use crate::questionnaire::convert::surveyjs::read;
use crate::questionnaire::convert::surveyjs::tests::real::real;
use crate::questionnaire::read::document;

fn again(document: &Document) -> (Document, Report) {
    let mut report = Report::default();
    let survey = write(document, &mut report);
    assert_eq!(report.questions, report.carried + report.replaced + report.dropped);
    let mut back = Report::default();
    let again = read(survey.as_bytes(), &mut back).unwrap_or_else(|problems| panic!("{problems:?}\n{survey}"));
    (again, report)
}

/// Reads a survey, writes it, and reads it again: the two are the same.
fn is_stable(source: &[u8]) {
    let first = read(source, &mut Report::default()).unwrap();
    let (second, _) = again(&first);
    for (one, two) in first.sections.iter().zip(&second.sections) {
        for (one, two) in one.questions.iter().zip(&two.questions) {
            assert_eq!(one, two);
        }
        assert_eq!(one, two);
    }
    assert_eq!(first, second);
}

#[test]
fn real_surveys_are_the_same_once_written_and_read_again() {
    for name in ["survey.json", "ITSPReview.json"] {
        if let Some(source) = real(name) {
            is_stable(&source);
        }
    }
}

#[test]
fn texts_that_look_like_html_are_texts() {
    let source = r#"{"id": "t", "languages": ["de"], "default_language": "de", "title": {"de": "<b> &lt;"}, "sections": [{"id": "s", "title": {"de": "S"}, "questions": [
        {"id": "a", "type": "single", "text": {"de": "Nennen Sie <Firma> oder <br> und x<y"}, "help": {"de": "&amp; oder R&D"},
         "options": [{"code": "k", "de": "<keine>"}, {"code": "l", "de": "a &lt; b"}]}]}]}"#;
    let first = document(source.as_bytes()).unwrap();
    let (second, _) = again(&first);
    assert_eq!((&second.title, &second.sections), (&first.title, &first.sections));
    let survey = write(&first, &mut Report::default());
    assert!(survey.contains("<Firma> oder &lt;br> und x<y") && survey.contains("&amp;amp; oder R&D"), "{survey}");
}

#[test]
fn what_both_know_reads_back_as_it_was() {
    is_stable(json!({ "locale": "de", "title": "Alles", "description": { "default": "Vorab", "fr": "Avant" }, "completedHtml": "Danke & <b>Gruß</b>", "pages": [
        { "name": "eins", "title": { "default": "Eins", "fr": "Un" }, "elements": [
            { "type": "text", "name": "n", "inputType": "number", "min": 0, "max": 9.5, "step": 0.1, "isRequired": true },
            { "type": "text", "name": "s", "maxLength": 30, "validators": [{ "type": "regex", "regex": "^[A-Z]", "caseInsensitive": true }, { "type": "text", "minLength": 3 }] },
            { "type": "comment", "name": "c", "title": "Zu {s}: warum?", "visibleIf": "{s} = 'Berlin' or {n} > 2 and !({n} < 1)" },
            { "type": "radiogroup", "name": "r", "choicesOrder": "random", "choices": [1, { "value": 2, "text": "Zwei", "visibleIf": "{n} > 1" }], "showOtherItem": true, "showDontKnowItem": true },
            { "type": "checkbox", "name": "m", "choices": ["a", "b", "c"], "showNoneItem": true, "showRefuseItem": true, "maxSelectedChoices": 2,
              "requiredIf": "{r} = 1", "requiredErrorText": "Bitte" },
            { "type": "ranking", "name": "k", "choicesFromQuestion": "m", "choicesFromQuestionMode": "selected" },
            { "type": "ranking", "name": "l", "choices": ["x", "y"], "selectToRankEnabled": true, "maxSelectedChoices": 1 },
            { "type": "boolean", "name": "b", "visibleIf": "{m} contains 'a' and {m} notcontains 'b' and {m} anyof ['a', 'c']" },
            { "type": "rating", "name": "g", "rateMax": 7, "minRateDescription": "wenig", "rateType": "stars" },
            { "type": "slider", "name": "sl", "step": 5 },
            { "type": "html", "name": "h", "html": "Zeile<br>a &lt; b" } ] },
        { "name": "zwei", "visibleIf": "{b} = true", "questionOrder": "random", "elements": [
            { "type": "matrix", "name": "mx", "columns": ["x", { "value": "y", "isExclusive": true }], "rows": ["r1", { "value": "r2", "visibleIf": "{b} = false" }], "cellType": "checkbox" },
            { "type": "matrixdropdown", "name": "tb", "rows": ["r"], "columns": [{ "name": "num", "cellType": "text", "inputType": "number" }, { "name": "ch", "choices": ["q"] }, { "name": "long", "cellType": "comment" }] },
            { "type": "paneldynamic", "name": "gr", "minPanelCount": 1, "maxPanelCount": 3, "templateTitle": "Ort #{panelIndex}", "templateElements": [
                { "type": "text", "name": "jobs", "inputType": "number", "validators": [{ "type": "expression", "expression": "{panel.jobs} <> 5" }] },
                { "type": "text", "name": "why", "visibleIf": "{panel.jobs} > 3 and {n} > 1" }] },
            { "type": "paneldynamic", "name": "one", "maxPanelCount": 1, "templateElements": [{ "type": "radiogroup", "name": "pick", "choices": ["u", "v"] }] },
            { "type": "file", "name": "f", "allowMultiple": true, "maxFiles": 2, "maxSize": 1_048_576, "acceptedTypes": ".pdf,.png" } ] },
        { "name": "drei", "elements": [
            { "type": "expression", "name": "e1", "expression": "{n} + {r} * 2 - sumInArray({gr}, 'jobs')" },
            { "type": "expression", "name": "e2", "expression": "{n} > 3 and {mx.r1} contains 'x'", "visible": false },
            { "type": "expression", "name": "e3", "expression": "iif({e2} = true, 'ja ' + {n}, {s})" },
            { "type": "expression", "name": "e4", "expression": "{n} * 2", "displayStyle": "currency", "currency": "EUR" },
            { "type": "multipletext", "name": "mt", "items": [{ "name": "p", "inputType": "number" }, { "name": "q" }] },
            { "type": "text", "name": "o", "visibleIf": "{mt} notempty" },
            { "type": "text", "name": "d", "inputType": "date", "min": "2026-01-01", "maxValueExpression": "today()" },
            { "type": "text", "name": "z", "visibleIf": "{one[0].pick} <> 'u' and {gr.length} > 1 and {tb.r.ch} = 'q' and year({d}) > 2000 and {d} notempty and {r} anyof [1, 2] and avg({n}, {sl}) > 1" } ] },
    ] }).to_string().as_bytes());
}

#[test]
fn two_answers_that_are_compared_read_back_as_they_were() {
    is_stable(json!({ "locale": "de", "title": "T", "elements": [
        { "type": "text", "name": "a" }, { "type": "text", "name": "b" },
        { "type": "radiogroup", "name": "c", "choices": [1, 2] }, { "type": "radiogroup", "name": "d", "choices": [1, 2] },
        { "type": "text", "name": "e", "visibleIf": "{a} = {b} and {c} <> {d} or {c} = {d}" },
        { "type": "text", "name": "f", "visibleIf": "({a} = {b} and {a} notempty) and {c} <> {d} and {c} = {d} and {c} notempty" },
        { "type": "text", "name": "g", "visibleIf": "{a} = 'x' + {b}" },
    ] }).to_string().as_bytes());
    for rule in [
        "a == b",
        "c == 1 && a == b",
        "a != b",
        "a == b || a != c && c == 2",
        "a == b || !answered(a) && !answered(b)",
        "a >= b",
        "a <= b || c == 1 && a < c",
        "a >= b || !answered(a) && !answered(b)",
    ] {
        let number = |id: &str| json!({ "id": id, "type": "numeric", "text": { "en": id } });
        let source = json!({ "id": "t", "languages": ["en"], "default_language": "en", "title": { "en": "T" }, "sections": [
            { "id": "s", "title": { "en": "S" }, "questions": [number("a"), number("b"), number("c"),
                { "id": "e", "type": "numeric", "text": { "en": "e" }, "show_if": rule }] }] });
        let first = document(source.to_string().as_bytes()).unwrap();
        let (second, report) = again(&first);
        let shown = |document: &Document| document.sections[0].questions[3].show_if.clone();
        assert_eq!(shown(&second), shown(&first));
        // Only that a survey has no name.
        assert_eq!(report.notices.len(), 1, "{report:#?}");
    }
}

#[test]
fn questionnaires_of_ours_become_surveys_and_what_is_lost_is_told() {
    for source in [
        include_str!("../../../../../examples/questionnaires/business_situation.yaml"),
        include_str!("../../../../../examples/questionnaires/location_and_society.yaml"),
    ] {
        let document = document(source.as_bytes()).unwrap();
        let (again, report) = again(&document);
        let ids = |document: &Document| -> Vec<String> {
            document
                .sections
                .iter()
                .flat_map(|section| &section.questions)
                .map(|question| question.id.clone())
                .collect()
        };
        assert_eq!(ids(&document), ids(&again));
        assert_eq!(document.title, again.title);
        assert!(report.notices.iter().any(|notice| notice.reason.contains("settings for statistics")), "{report:#?}");
    }
}

#[test]
fn each_type_of_ours_is_written_or_told() {
    let types = [
        "three_point",
        "five_point",
        "single",
        "multi_select",
        "dropdown",
        "yes_no",
        "rating",
        "nps",
        "matrix",
        "amounts",
        "table",
        "ranking",
        "numeric",
        "currency",
        "percentage",
        "slider",
        "date",
        "month",
        "quarter",
        "year",
        "time",
        "duration",
        "short_text",
        "open_text",
        "email",
        "url",
        "phone",
        "consent",
        "calculated",
        "summary",
        "group",
        "upload",
        "note",
    ];
    let question = |kind: &&str| {
        json!({ "id": format!("q_{kind}"), "type": kind, "text": { "en": "Q" }, "value": "1", "options": [{ "code": "a", "en": "A" }],
            "rows": [{ "id": "r", "en": "R" }], "columns": [{ "id": "c", "type": "numeric", "en": "C" }],
            "questions": if *kind == "group" { json!([{ "id": "inner", "type": "numeric", "text": { "en": "I" } }]) } else { json!([]) } })
    };
    let document: Document = serde_json::from_value(json!({ "id": "all", "languages": ["en"], "default_language": "en", "title": { "en": "T" },
        "sections": [{ "id": "s", "title": { "en": "S" }, "questions": types.iter().map(question).collect::<Vec<_>>() }] })).unwrap();
    let (again, report) = again(&document);
    assert_eq!((report.questions, report.dropped, again.sections[0].questions.len()), (34, 1, 32));
    assert_eq!(report.replaced, 10, "{report:#?}");
}

#[test]
fn what_theirs_cannot_say_is_told() {
    let written = |expression: &str| {
        let kinds = Kinds::of(Box::leak(Box::new(some())));
        expression::written(expression, expression::Sight { kinds: &kinds, group: None, own: None })
            .map(|written| (written.text, written.loose.len()))
    };
    for (ours, theirs) in [
        ("t == \"X\"", ("{t} = 'X'", 1)),
        ("t.contains(\"it's\")", ("{t} contains 'it\\'s'", 1)),
        ("n - 1 > 2", ("{n} - 1 > 2", 1)),
        ("coalesce(n, 0) - 1 > 2", ("{n} - 1 > 2", 0)),
        ("(n > 1 || n < 0) && answered(t)", ("({n} > 1 or {n} < 0) and {t} notempty", 0)),
        ("abs(n) > 2", ("iif({n} < 0, 0 - {n}, {n}) > 2", 0)),
    ] {
        assert_eq!(written(ours), Ok((theirs.0.to_owned(), theirs.1)), "{ours}");
    }
    for ours in [
        "company.sector == \"C\"",
        "last.n > 1",
        "t.startsWith(\"a\")",
        "floor(n) == 1",
        "nobody == 1",
        "size(t) > 2",
        "n ==",
        "b == o",
    ] {
        assert!(written(ours).is_err(), "{ours}");
    }
}

fn some() -> Document {
    let question = |id: &str, kind: &str| json!({ "id": id, "type": kind, "text": { "en": "Q" } });
    serde_json::from_value(json!({ "id": "x", "languages": ["en"], "default_language": "en", "title": { "en": "T" },
        "sections": [{ "id": "s", "title": { "en": "S" }, "questions": [question("t", "short_text"), question("n", "numeric"),
            question("b", "yes_no"), question("o", "single")] }] }))
    .unwrap()
}
