//! What means the same as in theirs, although theirs says it in a way of its own.

use serde_json::json;

use super::*;

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
