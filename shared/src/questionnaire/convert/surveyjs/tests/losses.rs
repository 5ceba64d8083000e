//! What is lost is told: what it was, where, and what stands instead.

use serde_json::json;

use super::*;

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
