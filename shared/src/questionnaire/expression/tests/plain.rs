//! Conditions that a sentence can say, and those that a page can follow without a script.

use super::*;

fn test(source: &str) -> Option<(String, Vec<String>)> {
    let expression = Expression::check(source, &scope(), Wanted::Condition).unwrap();
    let (question, options) = expression.as_option_test()?;
    Some((question.to_string(), options.into_iter().map(ToString::to_string).collect()))
}

#[test]
fn a_test_for_options_is_recognised() {
    let wanted = |question: &str, options: &[&str]| {
        Some((question.to_owned(), options.iter().map(|option| (*option).to_owned()).collect::<Vec<_>>()))
    };
    assert_eq!(test(r#"situation == "good""#), wanted("situation", &["good"]));
    assert_eq!(test(r#"("good" == answers["situation"])"#), wanted("situation", &["good"]));
    assert_eq!(test(r#"situation in ["good", "dk"]"#), wanted("situation", &["good", "dk"]));
    assert_eq!(test(r#""staff" in obstacles"#), wanted("obstacles", &["staff"]));
    assert_eq!(test(r#""staff" in obstacles || "rules" in obstacles"#), wanted("obstacles", &["staff", "rules"]));
}

#[test]
fn anything_else_is_none() {
    for source in [
        r#"situation != "good""#,
        r#"!(situation == "good")"#,
        r#"situation == "good" || outlook == "good""#,
        r#"situation == "good" && outlook == "good""#,
        r#"situation == "good" || turnover > 1"#,
        r#"next.jobs == "up""#,
        r#"last.situation == "good""#,
        r#"wish == "good""#,
        r#"company.sector == "C""#,
        r#""plant" in sites.kind"#,
        "situation == outlook",
        "answered(situation)",
    ] {
        assert_eq!(test(source), None, "{source}");
    }
}

fn plain(source: &str) -> Option<Plain> {
    Expression::check(source, &scope(), Wanted::Condition).unwrap().as_plain().cloned()
}

fn options(question: &str, options: &[&str], is: bool) -> Plain {
    Plain::Options { question: code(question), row: None, options: codes(options), is }
}

#[test]
fn a_condition_is_said_without_its_notation() {
    let number =
        |question, counted, comparison, number| Plain::Number { question: code(question), counted, comparison, number };
    let company = |values: &[&str], is| Plain::Company {
        attribute: "sector".into(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        is,
    };
    let answered = |is| Plain::Answered { question: code("wish"), is };
    for (source, expected) in [
        (r#"situation != "dk""#, options("situation", &["dk"], false)),
        (r#"!("staff" in obstacles)"#, options("obstacles", &["staff"], false)),
        ("turnover > 0", number("turnover", false, Comparison::Greater, 0.0)),
        ("10 <= turnover", number("turnover", false, Comparison::GreaterOrEqual, 10.0)),
        ("!(turnover == 3)", number("turnover", false, Comparison::NotEqual, 3.0)),
        ("size(obstacles) >= 2", number("obstacles", true, Comparison::GreaterOrEqual, 2.0)),
        ("employees == 1", number("employees", false, Comparison::Equal, 1.0)),
        (r#"company.sector == "C""#, company(&["C"], true)),
        (r#"!(company.sector in ["C", "F"])"#, company(&["C", "F"], false)),
        ("answered(wish)", answered(true)),
        ("coalesce(size(obstacles), 0) == 0", number("obstacles", true, Comparison::Equal, 0.0)),
        (
            r#"next.jobs == "up" || next.jobs == "down""#,
            Plain::Options {
                question: code("next"),
                row: Some(code("jobs")),
                options: codes(&["up", "down"]),
                is: true,
            },
        ),
        (
            r#"situation == "good" && !answered(wish)"#,
            Plain::All(vec![options("situation", &["good"], true), answered(false)]),
        ),
        (
            r#"!(situation == "good" && answered(wish))"#,
            Plain::Any(vec![options("situation", &["good"], false), answered(false)]),
        ),
        (
            r#"!(situation == "good" || answered(wish))"#,
            Plain::All(vec![options("situation", &["good"], false), answered(false)]),
        ),
    ] {
        assert_eq!(plain(source), Some(expected), "{source}");
    }
}

#[test]
fn what_no_sentence_says_is_none() {
    for source in [
        "turnover > costs",
        "!(turnover < 3)",
        "turnover + 1 > 3",
        r#"next.jobs == "up" || next["x-1"] == "up" || turnover > costs"#,
        r#"last.situation == "good""#,
        r#"wish.contains("a")"#,
        r#"situation == "good" || turnover > costs"#,
        r#"wish == "x""#,
    ] {
        assert_eq!(plain(source), None, "{source}");
    }
}
