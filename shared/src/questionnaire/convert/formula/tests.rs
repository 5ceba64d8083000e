use proptest::prelude::*;

use super::*;

const PLAIN: Dialect = Dialect {
    operators: &[
        ("or", Operator::Or),
        ("and", Operator::And),
        ("=", Operator::Equal),
        ("==", Operator::Equal),
        ("<>", Operator::Unequal),
        ("!=", Operator::Unequal),
        ("<=", Operator::AtMost),
        ("<", Operator::Less),
        (">", Operator::Greater),
        (">=", Operator::AtLeast),
        ("contains", Operator::Contains),
        ("notcontains", Operator::Lacks),
        ("anyof", Operator::AnyOf),
        ("+", Operator::Plus),
        ("-", Operator::Minus),
        ("*", Operator::Times),
        ("div", Operator::Over),
        ("mod", Operator::Rest),
    ],
    prefixes: &[("!", Unary::Not), ("not", Unary::Not)],
    suffixes: &[("empty", Unary::Empty), ("notempty", Unary::NotEmpty)],
    marked: |text| {
        let inner = text.strip_prefix('{')?;
        let end = inner.find('}')?;
        Some((inner[..end].to_owned(), end + 2))
    },
    in_names: "",
};

fn ours(text: &str) -> String {
    print(&parse(text, &PLAIN).unwrap())
}

#[test]
fn formulas_become_our_expressions() {
    for (theirs, expected) in [
        ("{a} = 'yes' and {b} > 3 or not({c})", "a == \"yes\" && b > 3 || !c"),
        ("({a} = 1 or {b} = 2) AND {c} <> 'x\\'y'", "(a == 1 || b == 2) && c != \"x'y\""),
        ("{a} - 1 - 2", "a - 1 - 2"),
        ("{a} - (1 - 2)", "a - (1 - 2)"),
        ("-{a} * 2 + 3 mod 2", "-a * 2 + 3 % 2"),
        ("{a} contains 'x'", "\"x\" in a"),
        ("{a} notcontains 'x'", "!(\"x\" in a)"),
        ("{a} anyof ['x', 'y'] and {b}", "(\"x\" in a || \"y\" in a) && b"),
        ("{a} empty or {b} notempty", "!answered(a) || answered(b)"),
        ("!({a} = 1)", "!(a == 1)"),
        ("sum({a}, {b} * 2) >= 10.5", "sum(a, b * 2) >= 10.5"),
        ("true", "true"),
        ("{a} > 1 ? {b} : {c} ? 1 : 2", "(a > 1 ? b : (c ? 1 : 2))"),
    ] {
        assert_eq!(ours(theirs), expected, "{theirs}");
    }
}

#[test]
fn what_is_wrong_is_told_by_its_place() {
    let fault = |text: &str| parse(text, &PLAIN).unwrap_err();
    assert_eq!(fault("{a} = "), NotAFormula { at: 7, reason: "something is missing".into() });
    assert_eq!(fault("({a} = 1").reason, "a bracket is not closed");
    assert_eq!(fault("{a} = 'open").at, 7);
    assert_eq!(fault("{a} = 1 {b}").at, 9);
    assert_eq!(fault(&"(".repeat(10_000)).reason, "brackets are nested too deeply");
    assert_eq!(fault(&"!".repeat(10_000)).reason, "brackets are nested too deeply");
    assert_eq!(fault(&"1?1:".repeat(5_000)).reason, "brackets are nested too deeply");
    assert_eq!(fault(&"1+".repeat(5_000)).reason, "the formula has too many parts");
}

proptest! {
    #[test]
    fn nothing_brings_it_down(text in "[{}a-c=<>!()\\[\\], '\"+*0-9.orandtempy-]{0,60}", any in "\\PC{0,40}") {
        for text in [text, any] {
            if let Ok(formula) = parse(&text, &PLAIN) {
                let _ = print(&formula);
            }
        }
    }
}

#[test]
fn a_formula_is_never_deeper_than_who_walks_it_can_go() {
    let fault = |text: String| parse(&text, &PLAIN).unwrap_err().reason;
    assert_eq!(fault(vec!["1"; 9_000].join("+")), "the formula has too many parts");
    assert_eq!(fault(format!("{{a}}{}", " empty".repeat(3_000))), "the formula has too many parts");
    assert!(parse(&vec!["{a} = 1"; 250].join(" or "), &PLAIN).is_ok());
}

#[test]
fn a_choice_between_two_and_calls_behind_a_dot_are_read() {
    assert_eq!(ours("{a} > 1 ? 'x' : {b} ? 1 : 2"), "(a > 1 ? \"x\" : (b ? 1 : 2))");
    assert_eq!(ours("lower({a}).contains('x') = true"), "lower(a).contains(\"x\") == true");
    assert_eq!(parse("{a} ? 1", &PLAIN).unwrap_err().reason, "a colon is missing");
    assert_eq!(parse(&"1?".repeat(9_000), &PLAIN).unwrap_err().reason, "brackets are nested too deeply");
}
