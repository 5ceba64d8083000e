//! No source and no answers can exhaust the machine.

use super::super::{DEEPEST, LONGEST, MOST_NODES};
use super::*;

#[track_caller]
fn refused(source: &str, part: &str) {
    let faults = wrong(source, Wanted::Any);
    assert!(faults[0].contains(part), "{faults:?}");
}

#[test]
fn a_long_expression_is_refused() {
    for piece in ["(", "!", "true||", "a.", "-", "[", "1+", "true?1:", "abs(", "\"", "ä"] {
        refused(&piece.repeat(100_000), "longer than 4000 bytes");
    }
}

#[test]
fn deep_nesting_is_refused() {
    let deep = "60 parts stand one inside the other";
    for (open, close) in
        [("(", ")"), ("!", ""), ("-", ""), ("[", "]"), ("abs(", ")"), ("true ? 1 : ", ""), ("(1 + ", ")")]
    {
        let times = 3_900 / (open.len() + close.len());
        refused(&format!("{}1{}", open.repeat(times), close.repeat(times)), deep);
    }
    refused(&format!("a{}", ".a".repeat(1_900)), deep);
    refused(&format!("1{}", "==1".repeat(1_000)), deep);
    refused(&format!("\"a\"{}", ".contains(\"\")".repeat(200)), deep);
    let nested = |depth: usize| format!("{}true{}", "(".repeat(depth), ")".repeat(depth));
    assert!(holds(&nested(DEEPEST - 1)));
    assert!(holds(&format!("{}true", "!".repeat(DEEPEST - 2))));
}

#[test]
fn long_chains_and_lists_are_no_nesting() {
    assert!(holds(&format!("false{}", "||true".repeat(480))));
    assert!(holds(&format!("true{}", "&&true".repeat(480))));
    assert_eq!(number(&format!("1{}", "+1".repeat(900))), Some(901.0));
    assert!(holds(&format!("9 in [{}9]", "1,".repeat(900))));
    refused(&format!("[{}1]", "1,".repeat(1_500)), &format!("more than {MOST_NODES} parts"));
    refused(&format!("1{}", "+1".repeat(1_900)), &format!("more than {MOST_NODES} parts"));
}

#[test]
fn checking_takes_no_longer_for_nested_chains() {
    let source = format!("{}1{}", "(".repeat(28), " * 2 + 1)".repeat(28));
    assert!(Expression::check(&source, &scope(), Wanted::Number).is_ok());
    assert!(source.len() < LONGEST);
}

#[test]
fn long_texts_are_missing() {
    let attributes = Attributes::new();
    let evaluate = |source, length| {
        let answer = Answer::Text("ß".repeat(length));
        let answers = |_: &str| Some(&answer);
        Expression::check(source, &scope(), Wanted::Any).unwrap().evaluate(&Facts::new(&answers, &attributes))
    };
    assert!(evaluate("wish + wish", 5_000).is_some());
    assert_eq!(evaluate("wish + wish", 5_001), None);
    assert!(evaluate("wish", 10_000).is_some() && evaluate("upper(wish)", 10_000).is_none());
    assert_eq!(evaluate("wish", 10_001), None);
}

#[test]
fn what_takes_too_many_steps_is_missing() {
    let site = Answers([(code("employees"), Answer::Number(1.0))].into());
    let group = Answer::Group(vec![site; 1_000]);
    let answers = |_: &str| Some(&group);
    let attributes = Attributes::new();
    let sums = |times| {
        let source = format!("0 <= 0{}", " + sum(sites.employees)".repeat(times));
        Expression::check(&source, &scope(), Wanted::Condition).unwrap()
    };
    assert!(sums(90).holds(&Facts::new(&answers, &attributes)));
    assert!(!sums(110).holds(&Facts::new(&answers, &attributes)));
    assert_eq!(sums(110).evaluate(&Facts::new(&answers, &attributes)), None);
}
