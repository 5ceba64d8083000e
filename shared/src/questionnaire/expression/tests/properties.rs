//! Whatever is written, nothing breaks.

use proptest::prelude::*;

use super::*;

/// Sources that are often expressions, and often nearly so.
fn nearly() -> impl Strategy<Value = String> {
    let pieces = [
        "situation",
        "obstacles",
        "turnover",
        "costs",
        "wish",
        "founded",
        "next",
        ".jobs",
        "sites",
        ".employees",
        "staff",
        ".site_a",
        ".women",
        "company.sector",
        "round.year",
        "last.",
        "this",
        "today",
        "\"good\"",
        "\"staff\"",
        "'2026'",
        "1",
        "0.5",
        "-",
        "!",
        "(",
        ")",
        "[",
        "]",
        ",",
        " in ",
        "==",
        "!=",
        "<",
        ">=",
        "&&",
        "||",
        "+",
        "*",
        "/",
        "%",
        "?",
        ":",
        "sum(",
        "size(",
        "answered(",
        "dont_know(",
        "coalesce(",
        "round(",
        "text(",
        ".contains(",
        ".matches(",
        "ä",
        " ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
}

/// What may be divided by: anything but a zero that is written out.
fn divisor() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("turnover".to_owned()),
        Just("(costs - costs)".to_owned()),
        (1i32..1_000).prop_map(|number| number.to_string()),
        (-1_000i32..0).prop_map(|number| number.to_string()),
    ]
}

/// Conditions and numbers that have no fault.
fn sound() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        Just("turnover".to_owned()),
        Just("costs".to_owned()),
        Just("sum(sites.employees)".to_owned()),
        Just("size(obstacles)".to_owned()),
        (-1_000i32..1_000).prop_map(|number| number.to_string()),
    ];
    let number = number.prop_recursive(4, 24, 3, |inner| {
        let operator = prop::sample::select(vec!["+", "-", "*"]);
        let division = prop::sample::select(vec!["/", "%"]);
        prop_oneof![
            (inner.clone(), operator, inner.clone()).prop_map(|(one, sign, other)| format!("({one} {sign} {other})")),
            (inner.clone(), division, divisor()).prop_map(|(one, sign, other)| format!("({one} {sign} {other})")),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("coalesce({one}, {other})")),
            (inner.clone(), inner).prop_map(|(one, other)| format!("max({one}, -{other})")),
        ]
    });
    let comparison = prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">="]);
    let condition = prop_oneof![
        (number.clone(), comparison, number).prop_map(|(one, sign, other)| format!("{one} {sign} {other}")),
        Just(r#"situation in ["good", "poor"]"#.to_owned()),
        Just(r#"wish.contains("Licht")"#.to_owned()),
    ];
    condition.prop_recursive(4, 24, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("({one}) && {other}")),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("{one} || {other}")),
            inner.prop_map(|one| format!("!({one})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_source_breaks_anything(source in "\\PC{0,60}|.{0,20}") {
        if let Err(faults) = Expression::check(&source, &scope(), Wanted::Any) {
            prop_assert!(faults.iter().all(|fault| fault.at <= source.chars().count()));
        }
    }

    #[test]
    fn what_is_nearly_an_expression_breaks_nothing(source in nearly()) {
        match Expression::check(&source, &scope(), Wanted::Any) {
            Ok(expression) => {
                let (one, other) = facts_of(|facts| (expression.evaluate(facts), expression.evaluate(facts)));
                prop_assert_eq!(one, other);
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                prop_assert!(faults.iter().all(|fault| fault.at <= source.chars().count()));
            }
        }
    }

    #[test]
    fn a_sound_condition_is_either_true_or_not_and_its_opposite_the_other(source in sound()) {
        let opposite = format!("!({source})");
        prop_assert_ne!(holds(&source), holds(&opposite));
    }

    #[test]
    fn reading_the_source_again_gives_the_same(source in sound()) {
        let check = |source: &str| Expression::check(source, &scope(), Wanted::Condition).unwrap();
        let expression = check(&source);
        let again = check(expression.source());
        prop_assert_eq!(&expression, &again);
        prop_assert_eq!((expression.ty(), expression.uses()), (again.ty(), again.uses()));
        prop_assert_eq!(facts_of(|facts| expression.evaluate(facts)), facts_of(|facts| again.evaluate(facts)));
    }
}
