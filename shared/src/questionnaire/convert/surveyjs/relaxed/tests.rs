//! What programs may write, and what is told of the rest.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn value(written: &str) -> Value {
    serde_json::from_str(&strict(written).unwrap()).unwrap()
}

#[test]
fn what_programs_may_leave_out_is_written() {
    let written = "{ // one\n  pages: [/* a\n b */ { name: 'it\\'s \"x\"', 'b': true, c$: -1.5e3, \"d\": \"it's \\\"\", }, ],\n}\n";
    let strict = strict(written).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&strict).unwrap(),
        json!({ "pages": [{ "name": "it's \"x\"", "b": true, "c$": -1500.0, "d": "it's \"" }] })
    );
    assert_eq!(strict.lines().count(), written.lines().count());
}

#[test]
fn values_of_programs_are_those_of_json() {
    for (written, read) in [
        ("[undefined, NaN, -Infinity, Infinity]", json!([null, null, null, null])),
        ("[.5, -.5, +5, 5., 0x10, 1.e2, 1e-2, 0b11]", json!([0.5, -0.5, 5, 5, 16, 100.0, 0.01, 3])),
        (
            "{ größe: 1, x /* c */ : 2, y // d\n : 3, 4: 4, true: 5 }",
            json!({ "größe": 1, "x": 2, "y": 3, "4": 4, "true": 5 }),
        ),
        ("{\u{A0}a\u{B}: 1 }", json!({ "a": 1 })),
        (r"['\x41\u{1F600}\u00e9\0\v\e\d\/']", json!(["A😀é\0\u{B}ed/"])),
        (
            "['a\\\r\n b\\\n c', 'raw\ttab', `it's\r\na \"plain\" $one`]",
            json!(["a b c", "raw\ttab", "it's\na \"plain\" $one"]),
        ),
    ] {
        assert_eq!(value(written), read, "{written}");
    }
    let lines = "['a\\\nb', `c\nd`,\n 1]";
    assert_eq!(strict(lines).unwrap().lines().count(), lines.lines().count());
}

#[test]
fn what_is_neither_is_told_with_its_line() {
    for (written, line, reason) in [
        ("{\n a: b }", 2, "a word that is no value"),
        ("{\n 'a: 1\n }", 2, "does not end on its line"),
        ("{\n `a: 1\n }", 2, "does not end"),
        ("{\n\n /* a: 1 }", 3, "a comment that does not end"),
        ("{ a:\n /a/ }", 2, "a pattern is written as a text"),
        ("{ a:\n\n`${a}` }", 3, "computed"),
        ("[\n0xg]", 2, "a number that cannot be read"),
    ] {
        let fault = strict(written).unwrap_err();
        assert!(fault.line == line && fault.reason.contains(reason), "{written}: {fault:?}");
    }
    for neither in
        ["new Survey({})", "{} x", "['a' + 'b']", "[1,,]", "['\\xg1']", "[1 2]", "[.]", "[1.5.]", "[-]", "[1/**/2]"]
    {
        assert!(serde_json::from_str::<Value>(&strict(neither).unwrap()).is_err(), "{neither}");
    }
}

#[test]
fn faults_are_told_where_they_stand() {
    let told = |source: &str| {
        let Err(problems) = super::super::json::parse(source.as_bytes()) else { panic!("{source} is read") };
        problems[0].to_string()
    };
    let comma =
        "{\n  title: \"A\",\n  elements: [\n    { name: \"a\" },\n    { name: \"b\" }\n    { \"name\": \"c\" }\n] }";
    assert_eq!(
        told(comma),
        "line 6: this is not JSON: expected `,` or `]`; correct it there, or export the survey as JSON again (column 5)"
    );
    let word = told("{\n a: 1,\n b: c }");
    assert!(
        word.starts_with("line 3: this is not JSON: a word that is no value") && !word.contains("column"),
        "{word}"
    );
    // The place in a line that was rewritten is not known.
    let rewritten = told("{\n a: 1 'b' }");
    assert!(rewritten.starts_with("line 2: this is not JSON: expected `,` or `}`"), "{rewritten}");
    assert!(!rewritten.contains("column"), "{rewritten}");
    assert!(told(&"{a:".repeat(10_000)).contains("nested too deeply"));
    assert!(told("{ a: [").contains("ends too early"));
    assert!(told("{\n\"a\": 1 \"b\" }").contains("line 2: this is not JSON: expected `,` or `}`"));
    assert!(told("{\n\"a\": 1 \"b\" }").ends_with("(column 8)"));
}

proptest! {
    #[test]
    fn json_stays_what_it_is(text in "[a-z\"\\\\/,é ]{0,12}", number in any::<f32>()) {
        let given = json!({ "a": [text, number, null, true], "b": { "c": text } });
        prop_assert_eq!(strict(&given.to_string()), Ok(given.to_string()));
    }

    #[test]
    fn nothing_brings_it_down(text in "[{}\\[\\]a-cxu:,'\"`$/*\\\\+.\\-0-9 \n\r]{0,60}", any in "\\PC{0,40}") {
        let _ = (strict(&text), strict(&any));
    }
}
