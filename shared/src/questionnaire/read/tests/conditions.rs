//! Conditions that can never be met, and those that look where nothing is.

use super::*;

#[test]
fn conditions_look_back_at_what_is_there() {
    let asking = |show_if: &str| asking("second", &format!("type: nps, show_if: {show_if}"));
    assert_refused(&asking("{question: third, equals: yes}"), "there is no question \"third\"");
    assert_refused(&asking("{question: second, equals: yes}"), "cannot refer to itself");
    assert_refused(&asking("{question: first, equals: maybe}"), "the question \"first\" has no option \"maybe\"");
    assert_refused(&asking("{question: first, in: [yes, maybe]}"), "show_if.in[1]: the question");
    assert_refused(&asking("{question: first, contains: yes}"), "needs a multi_select question");
    assert_refused(&asking("{question: first, min_selected: 1}"), "needs a multi_select question");
    assert_refused(&asking("{question: first, greater_than: 1}"), "needs a numeric question");
    assert_refused(&asking("{question: first, equals: yes, in: [no]}"), "exactly one of");
    assert_refused(&asking("{question: first}"), "exactly one of");
    assert_refused(&asking("{field: sector, question: first, equals: yes}"), "either a \"field\"");
    assert_refused(&asking("{field: sector, in: []}"), "the list has 0 entries");
    assert_refused(&asking("{field: sector, in: [C], not: D}"), "the key \"not\" is not known here");
    good(&asking("{question: first, in: [yes, no]}"));
    good(&asking("{field: sector, in: [C, G]}"));
}

#[test]
fn a_condition_that_no_company_can_meet_is_refused() {
    let asking = |show_if: &str| asking("second", &format!("type: nps, show_if: {show_if}"));
    let place = "line 21: sections[0].questions[1] (second).show_if";
    assert_refused(
        &asking("{field: industry, in: [C]}"),
        &format!(
            "{place}.field: the panel has no attribute \"industry\"; known are: sector, nace, size, region, cluster"
        ),
    );
    assert_refused(&asking("{field: sector, in: [C, V]}"), &format!("{place}.in[1]: no company has the sector \"V\""));
    for (field, value) in
        [("sector", "c"), ("sector", "25"), ("size", "huge"), ("size", "0-9"), ("region", "6411"), ("nace", "C")]
    {
        assert_refused(&asking(&format!("{{field: {field}, in: [{value}]}}")), &format!("no company has the {field}"));
    }
    good(&asking("{field: region, in: [06411, 06636]}"));
    good(&asking("{field: size, in: [1-9, 250+]}"));
    good(&asking("{field: nace, in: [25.6]}"));
    good(&asking("{field: cluster, in: [Optik]}"));
    let free = asking("{field: chamber, in: [Kassel]}");
    assert_refused(&free, "the panel has no attribute \"chamber\"");
    good(&free.replace("scales:", "classification: {chamber: text}\nscales:"));
}

#[test]
fn a_condition_on_a_later_question_is_refused() {
    let source = with(
        "      - {id: second, type: nps, text: {de: a, en: b}, show_if: {question: third, greater_than: 3}}\n\
         \x20     - {id: third, type: nps, text: {de: a, en: b}}\n",
    );
    assert_refused(&source, "(second).show_if.question: the question \"third\" comes later");
}

#[test]
fn a_broken_question_does_not_blame_who_refers_to_it() {
    let source = with(
        "      - {id: second, type: multi_select, text: {de: a}, options: [{code: a, de: a, en: a}]}\n\
         \x20     - {id: third, type: nps, text: {de: a, en: b}, show_if: {question: second, contains: a}}\n",
    );
    assert_eq!(refused(&source).lines().count(), 1);
}
