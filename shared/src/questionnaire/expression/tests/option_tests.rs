//! Tests for options, which pages can follow without a script.

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
