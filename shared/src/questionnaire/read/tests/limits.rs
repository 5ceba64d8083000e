//! What is no questionnaire at all, or too much of one.

use super::*;

#[test]
fn too_many_of_anything_is_refused() {
    let many = repeated(1_001, |n| format!("{{code: o{n}, de: a, en: a}},"));
    assert_refused(&asking("q", &format!("type: single, options: [{many}]")), "the list has 1001 entries");
    let many = repeated(1_000, |n| format!("      - {{id: q{n}, type: nps, text: {{de: a, en: a}}}}\n"));
    assert_refused(&with(&many), "the list has 1001 entries");
    let section = |n: usize| format!("  - {{id: s{n}, title: {{de: a, en: a}}, questions: []}}\n");
    assert_refused(&with(&repeated(100, section)), "the list has 101 entries");
    let keys = repeated(600, |n| format!("k{n}: 1\n"));
    assert_refused(&keys, "more than 500 keys");
}

#[test]
fn what_is_not_text_is_refused() {
    assert_eq!(read(b"id: a\ntitle: \xff\xfe\n").unwrap_err()[0].line, Some(2));
    let huge = vec![b'a'; LARGEST + 1];
    assert!(read(&huge).unwrap_err()[0].reason.contains("larger than"));
    assert_refused("id: [a\n", "line ");
    assert_refused("id: a\nid: b\n", "line 2: the key \"id\" stands here twice");
    assert_refused("id: a\n---\nid: b\n", "second document");
    assert_refused("id: !secret a\n", "tags");
    assert_refused("? {a: b}\n: c\n", "a key must be a word");
}

#[test]
fn bombs_are_refused() {
    let level = |n: usize| format!("a{}: &a{} [{}]\n", n + 1, n + 1, format!("*a{n},").repeat(10));
    let billion = format!("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n{}", repeated(20, level));
    assert_refused(&billion, "with its aliases written out this is too large");
    assert_refused("a: &a [*a]\n", "inside the node it repeats");
    assert_refused(&format!("a: {}", "[".repeat(10_000)), "nested too deeply");
    assert_refused(&"- ".repeat(10_000), "nested too deeply");
    let deep = repeated(300, |n| format!("{}k:\n", " ".repeat(n)));
    assert_refused(&deep, "nested too deeply");
}

#[test]
fn problems_are_bounded() {
    let many = repeated(900, |n| format!("      - {{id: q{n}, type: dance, text: {{de: a, en: a}}}}\n"));
    let problems = read(with(&many).as_bytes()).unwrap_err();
    assert_eq!(problems.len(), 201);
    assert!(problems[200].reason.contains("further problems"));
}

proptest::proptest! {
    #[test]
    fn a_damaged_file_is_read_or_refused(at in 0..BUSINESS.len(), cut in 0..200_usize, put in "[\\PC\n\t\"'&*!|>%@`{}\\[\\],:#?-]{0,8}") {
        let mut source = BUSINESS.as_bytes().to_vec();
        let end = (at + cut).min(source.len());
        source.splice(at..end, put.bytes());
        if let Err(problems) = read(&source) {
            proptest::prop_assert!(!problems.is_empty() && problems.iter().all(|problem| !problem.reason.is_empty()));
        }
    }
}
