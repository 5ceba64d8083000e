//! What can be said, and what it means.

use super::*;

#[track_caller]
fn all_hold(sources: &[&str]) {
    for source in sources {
        assert!(holds(source), "{source} does not hold");
    }
}

#[test]
fn answers_are_compared() {
    all_hold(&[
        r#"situation == "good""#,
        r#""good" == situation"#,
        r#"situation != "poor""#,
        r#"situation in ["fair", "good"]"#,
        r#""staff" in obstacles && !("energy" in obstacles)"#,
        "turnover > 100 && turnover <= 120",
        r#"answers["q-1"] == 1.5"#,
        r#"wish == "Mehr Licht""#,
        r#"founded < "2002" && founded >= "2001-05""#,
        "founded < today",
        "situation != outlook",
        r#"outlook in ["poor"] ? true : false"#,
        "3 in [1, 2, 3]",
        "answered(turnover) == true",
    ]);
}

#[test]
fn parts_are_named_behind_a_dot_or_in_brackets() {
    all_hold(&[
        r#"next["x-1"] == "down""#,
        r#"next.jobs != "down""#,
        r"staff.site_a.women == 3",
        r#"staff["site_a"]["women"] == 3"#,
        r#"sum(column(staff, "women")) == 7"#,
        "sum(sites.employees) == 40",
        r#"sum(column(sites, "employees")) == 40"#,
        r#""shop" in sites.kind"#,
        "40 in sites.employees || 30 in sites.employees",
        "size(sites) == 3 && count(sites.employees) == 2",
    ]);
}

#[test]
fn the_company_the_round_and_the_last_round_can_be_asked() {
    all_hold(&[
        r#"company.sector == "C""#,
        r#"company.sector in ["A", "C"]"#,
        r#"company["own-field"] == "yes""#,
        r#"company.size != "250+""#,
        r#"round.name == "2026-11" && round.year == 2026 && round.quarter == 4 && round.month == 11"#,
        r#"last.situation == "poor""#,
        "turnover > last.turnover * 1.1",
        "this < last.profit && this == 5",
        r#"last.next_year != "dk""#,
        r#"today == "2026-11-25" && year(today) - year(founded) == 25"#,
        "employees == 7",
    ]);
}

#[test]
fn operators_bind_as_in_cel() {
    assert_eq!(number("1 + 2 * 3 - 4 / 2"), Some(5.0));
    assert_eq!(number("10 - 4 - 3"), Some(3.0));
    assert_eq!(number("2 * (3 + 4) % 5"), Some(4.0));
    assert_eq!(number("-2 - -3"), Some(1.0));
    assert_eq!(number("false ? 1 : true ? 2 : 3"), Some(2.0));
    assert!(holds("true || false && false"));
    assert!(holds("!false && 1 + 1 == 2"));
    assert!(holds("true // a comment\n && true"));
}

#[test]
fn functions_compute() {
    for (source, number_wanted) in [
        ("sum(1, 2, 3.5)", 6.5),
        ("min(turnover, 3)", 3.0),
        ("max([1, 4, 2])", 4.0),
        ("average(sites.employees)", 20.0),
        ("count(turnover, costs, wish, sites)", 3.0),
        ("round(2.5)", 3.0),
        ("round(-2.5)", -3.0),
        ("round(1.005, 2)", 1.01),
        ("round(1234.5, -2)", 1200.0),
        ("round(1e300, 15)", 1e300),
        ("abs(-3) + floor(1.9) + ceil(1.1)", 6.0),
        ("size(obstacles)", 2.0),
        (r#"size("Größe")"#, 5.0),
        ("coalesce(costs, turnover)", 120.0),
        (r#"number(" -12.50 ")"#, -12.5),
        ("year(founded)", 2001.0),
    ] {
        assert_eq!(number(source), Some(number_wanted), "{source}");
    }
}

#[test]
fn texts_are_joined_and_searched() {
    assert_eq!(text(r#"wish + ", " + text(turnover / 8)"#), "Mehr Licht, 15");
    assert_eq!(text(r"lower(wish) + upper(wish)"), "mehr lichtMEHR LICHT");
    assert_eq!(text(r#"situation == "good" ? "up" : "down""#), "up");
    assert_eq!(text(r#""a\"\u00e4\n" + r"\d" + '"'"#), "a\"ä\n\\d\"");
    all_hold(&[
        r#"wish.contains("Licht") && wish.startsWith("Mehr") && wish.endsWith("t")"#,
        r#"wish.matches("^[A-Z]\\w+ L")"#,
        r#"wish.matches(r"\bLicht$")"#,
        r#"lower(wish).contains("mehr")"#,
    ]);
}

#[test]
fn lists_and_options_are_values_too() {
    let text = |text: &str| Value::Text(text.into());
    assert_eq!(value("obstacles"), Some(Value::List(vec![text("staff"), text("rules")])));
    assert_eq!(value("situation"), Some(text("good")));
    assert_eq!(value("[1, costs, 2]"), Some(Value::List(vec![Value::Number(1.0), Value::Number(2.0)])));
}

#[test]
fn sums_of_decimals_are_what_they_look_like() {
    assert!(holds("33.3 + 33.3 + 33.4 == 100 && 0.1 + 0.2 <= 0.3 && !(0.1 + 0.2 > 0.3)"));
    assert!(holds("0.1 + 0.2 - 0.3 == 0 && 1.001 != 1.002"));
}

#[test]
fn an_expression_tells_its_type_and_what_it_uses() {
    let check = |source| Expression::check(source, &scope(), Wanted::Any).unwrap();
    let expression = check(r#"turnover > costs && "staff" in obstacles || turnover > last.costs + employees"#);
    assert_eq!(expression.uses(), codes(&["turnover", "costs", "obstacles"]));
    assert_eq!(*expression.ty(), Type::Bool);
    assert_eq!(*check("sites.employees").ty(), Type::Numbers);
    assert_eq!(*check("coalesce(founded, wish)").ty(), Type::Text);
    assert_eq!(*check("outlook").ty(), Type::Choice(codes(&["good", "poor"])));
}

#[test]
fn a_name_is_written_so_that_it_is_read_as_the_question() {
    let name = |text| super::super::name_of(text).into_owned();
    assert_eq!(name("situation"), "situation");
    for text in ["q-1", "1a", "company", "in", "today", "-"] {
        assert_eq!(name(text), format!("answers[\"{text}\"]"));
    }
}
