//! What is missing stays missing.

use super::*;

#[test]
fn what_is_missing_makes_a_calculation_missing() {
    for source in
        ["costs", "costs + 1", "-costs", "turnover * costs", "abs(costs)", "round(turnover, costs)", "min(costs)"]
    {
        assert_eq!(number(source), None, "{source}");
    }
    assert_eq!(value("wish + company.size"), None);
}

#[test]
fn what_is_no_number_is_missing() {
    for source in [
        "1 / (this - 5)",
        "0 / (this - 5)",
        "5 % (this - 5)",
        "1e308 * 10",
        "-1e308 - 1e308",
        r#"number("viel")"#,
        r#"number("inf")"#,
        r#"year("soon")"#,
    ] {
        assert_eq!(number(source), None, "{source}");
    }
}

#[test]
fn comparisons_with_what_is_missing_are_false_except_another() {
    for source in ["costs > 0", "costs <= 0", "costs == costs", r#"colour == "red""#, r#"colour in ["red", "blue"]"#] {
        assert!(!holds(source), "{source}");
    }
    assert!(holds("costs != 0") && holds(r#"colour != "red""#) && holds("1 / (this - 5) != 1"));
}

#[test]
fn missing_counts_as_false() {
    let missing = "costs > 0";
    assert!(holds(&format!("!({missing})")) && holds(&format!("{missing} || true")));
    assert!(!holds(&format!("{missing} && true")));
    assert_eq!(number(&format!("{missing} ? 1 : 2")), Some(2.0));
}

#[test]
fn a_rule_is_broken_only_by_what_is_there() {
    let fails = |source| {
        let expression = Expression::check(source, &scope(), Wanted::Condition).unwrap();
        facts_of(|facts| expression.fails(facts))
    };
    for source in [
        "costs > 0",
        "costs != 0",
        "!(costs > 0)",
        "this > costs",
        "this > 3 && costs > 0",
        "this > 9 || costs > 0",
        r#"colour in ["red"]"#,
        "costs > 0 ? this > 9 : this < 9",
        r#""x" == wish || wish.contains("Licht") || costs > 0"#,
        "this > 3",
        "this in [last.costs, 1]",
        "this <= (costs > 5 ? 10 : 0)",
        "(costs > 1) == true",
        "this > coalesce(costs, 9) && costs > 0 ? this > 9 : costs > 0",
    ] {
        assert!(!fails(source), "{source}");
    }
    for source in [
        "this > 9",
        "this > 9 && costs > 0",
        "this > 9 || answered(costs)",
        "answered(costs) && costs > 0",
        "!(this > 3 || costs > 0)",
        "this > 3 ? this > 9 : costs > 0",
        r#"situation in ["poor"] || "energy" in obstacles"#,
        "sum(costs, this) > 9",
        "this in [last.profit, 1]",
        "(this > 9) == true",
        "this > coalesce(costs, 9)",
    ] {
        assert!(fails(source), "{source}");
    }
}

#[test]
fn figures_over_several_skip_what_is_missing() {
    assert_eq!(number("sum(turnover, costs)"), Some(120.0));
    assert_eq!(number("average(turnover, costs)"), Some(120.0));
    assert_eq!(number("min(turnover, costs) + max(costs, turnover)"), Some(240.0));
    assert_eq!((number("sum(costs)"), number("count(costs)")), (Some(0.0), Some(0.0)));
    assert_eq!((number("max(costs)"), number("average(costs)")), (None, None));
}

#[test]
fn an_answer_of_another_kind_is_missing() {
    let expression = |source| Expression::check(source, &scope(), Wanted::Any).unwrap();
    let look = |source, answer: Answer| {
        let answers = |_: &str| Some(&answer);
        expression(source).evaluate(&Facts::new(&answers, &Attributes::new()))
    };
    for source in ["turnover", "wish", "founded", "obstacles", "next.jobs", "staff.site_a.women", "sites.employees"] {
        assert_eq!(look(source, Answer::Number(f64::NAN)), None, "{source}");
    }
    assert_eq!(look("turnover", Answer::Text("12".into())), None);
}

#[test]
fn a_way_out_is_missing_as_a_number_and_an_option_as_a_choice() {
    let look = |source, answer: Answer| {
        let answers = |_: &str| Some(&answer);
        let expression = Expression::check(source, &scope(), Wanted::Any).unwrap();
        expression.evaluate(&Facts::new(&answers, &Attributes::new()))
    };
    let way_out = || Answer::Choice(code("dk"));
    let yes = Some(Value::Bool(true));
    assert_eq!(look("dont_know(turnover) && !answered(turnover)", way_out()), yes);
    assert_eq!(look("turnover", way_out()), None);
    assert_eq!(look(r#"situation == "dk" && dont_know(situation) && answered(situation)"#, way_out()), yes);
    assert_eq!(look(r#""dk" in obstacles && dont_know(obstacles)"#, way_out()), yes);
    assert_eq!(look("size(obstacles)", way_out()), None);
    let row = Answer::Matrix([(code("jobs"), code("dk"))].into());
    assert_eq!(look(r#"dont_know(next.jobs) && next.jobs == "dk" && answered(next)"#, row), yes);
    assert_eq!(look("dont_know(turnover)", Answer::Number(1.0)), Some(Value::Bool(false)));
}

#[test]
fn what_is_not_known_of_the_response_is_missing() {
    let attributes = Attributes::new();
    let facts = Facts::new(&|_| None, &attributes);
    for source in
        ["today", "round.name", "round.year", "last.turnover", "this", "employees", "company.sector", "sites.employees"]
    {
        let expression = Expression::check(source, &scope(), Wanted::Any).unwrap();
        assert_eq!(expression.evaluate(&facts), None, "{source}");
    }
}

#[test]
fn a_quarter_has_no_month_and_a_year_no_quarter() {
    let attributes = Attributes::new();
    let look = |source, round| {
        let facts = Facts { round: Some(round), ..Facts::new(&|_| None, &attributes) };
        Expression::check(source, &scope(), Wanted::Any).unwrap().evaluate(&facts)
    };
    assert_eq!(look("round.quarter", "2026-Q3"), Some(Value::Number(3.0)));
    assert_eq!(look("round.month", "2026-Q3"), None);
    assert_eq!(look("round.quarter", "2026-H1"), None);
    assert_eq!(look("round.name", "2026-h1"), Some(Value::Text("2026-H1".into())));
    assert_eq!(look("round.name", "Sonderrunde"), Some(Value::Text("Sonderrunde".into())));
    assert_eq!(look("round.year", "Sonderrunde"), None);
}
