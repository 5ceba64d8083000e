//! The language over one small questionnaire.

mod bounds;
mod faults;
mod language;
mod missing;
mod plain;
mod properties;

use super::{Comparison, Expression, Facts, Plain, Scope, Type, Value, Wanted};
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::attributes::Attributes;
use crate::questionnaire::model::Code;

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn codes(texts: &[&str]) -> Vec<Code> {
    texts.iter().map(|text| code(text)).collect()
}

/// Everything that may be named in the tests.
fn scope() -> Scope {
    let mut scope = Scope::default();
    scope
        .question(code("situation"), Type::Choice(codes(&["good", "fair", "poor"])))
        .question(code("outlook"), Type::Choice(codes(&["good", "poor"])))
        .question(code("colour"), Type::Choice(codes(&["red", "blue"])))
        .question(code("obstacles"), Type::Choices(codes(&["staff", "energy", "rules"])))
        .question(code("turnover"), Type::Number)
        .question(code("costs"), Type::Number)
        .question(code("q-1"), Type::Number)
        .question(code("wish"), Type::Text)
        .question(code("founded"), Type::Date)
        .question(code("files"), Type::Other)
        .broken(code("broken"))
        .question(code("next"), Type::Matrix { rows: codes(&["jobs", "x-1"]), options: codes(&["up", "down"]) })
        .question(
            code("staff"),
            Type::Table {
                rows: codes(&["site_a", "site_b"]),
                columns: vec![(code("women"), Type::Number), (code("town"), Type::Text)],
            },
        )
        .question(
            code("sites"),
            Type::Group(vec![
                (code("employees"), Type::Number),
                (code("town"), Type::Text),
                (code("kind"), Type::Choice(codes(&["plant", "shop"]))),
                (code("ticks"), Type::Choices(codes(&["a"]))),
            ]),
        )
        .way_out(code("situation"), code("dk"))
        .way_out(code("obstacles"), code("dk"))
        .way_out(code("turnover"), code("dk"))
        .row_way_out(code("next"), code("jobs"), code("dk"))
        .items([(code("employees"), Type::Number)])
        .everywhere([(code("comment"), None), (code("profit"), None), (code("floor"), Some(code("sites")))])
        .current(Some(code("profit")))
        .this(Some(Type::Number))
        .last(last_scope())
        .attributes(["sector", "size", "own-field"]);
    scope
}

/// What the reading before found: also the question itself and one that comes later.
fn last_scope() -> Scope {
    let mut scope = Scope::default();
    scope
        .question(code("profit"), Type::Number)
        .question(code("next_year"), Type::Choice(codes(&["better", "worse"])))
        .way_out(code("next_year"), code("dk"));
    scope
}

fn facts_of<T>(look: impl FnOnce(&Facts<'_>) -> T) -> T {
    let text = |text: &str| Answer::Text(text.into());
    let choice = |option: &str| Answer::Choice(code(option));
    let answers =
        |list: Vec<(&str, Answer)>| Answers(list.into_iter().map(|(name, answer)| (code(name), answer)).collect());
    let cells = |women: f64| [(code("women"), Answer::Number(women))].into();
    let site = |employees: f64, kind| answers(vec![("employees", Answer::Number(employees)), ("kind", choice(kind))]);
    let given = answers(vec![
        ("situation", choice("good")),
        ("outlook", choice("poor")),
        ("obstacles", Answer::Choices { codes: codes(&["staff", "rules"]), other: None }),
        ("turnover", Answer::Number(120.0)),
        ("q-1", Answer::Number(1.5)),
        ("wish", text("Mehr Licht")),
        ("founded", Answer::Date("2001-05-09".into())),
        ("next", Answer::Matrix([(code("x-1"), code("down"))].into())),
        ("staff", Answer::Table([(code("site_a"), cells(3.0)), (code("site_b"), cells(4.0))].into())),
        ("sites", Answer::Group(vec![site(10.0, "plant"), site(30.0, "shop"), Answers::default()])),
    ]);
    let last = answers(vec![
        ("situation", choice("poor")),
        ("turnover", Answer::Number(100.0)),
        ("profit", Answer::Number(9.0)),
    ]);
    let item = answers(vec![("employees", Answer::Number(7.0))]);
    let attributes: Attributes = [("sector".into(), "C".into()), ("own-field".into(), "yes".into())].into();
    let this = Answer::Number(5.0);
    look(&Facts {
        item: Some(&item),
        this: Some(&this),
        round: Some("2026-11"),
        last: Some(&last),
        today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25),
        ..Facts::new(&|code| given.get(code), &attributes)
    })
}

/// The value of an expression that has no fault.
fn value(source: &str) -> Option<Value> {
    let expression = Expression::check(source, &scope(), Wanted::Any);
    let expression = expression.unwrap_or_else(|faults| panic!("{source}: {faults:?}"));
    facts_of(|facts| expression.evaluate(facts))
}

fn number(source: &str) -> Option<f64> {
    match value(source) {
        Some(Value::Number(number)) => Some(number),
        None => None,
        other => panic!("{source} is {other:?}"),
    }
}

fn text(source: &str) -> String {
    let Some(Value::Text(text)) = value(source) else { panic!("{source} is no text") };
    text
}

/// Whether a condition holds.
fn holds(source: &str) -> bool {
    let expression = Expression::check(source, &scope(), Wanted::Condition);
    let expression = expression.unwrap_or_else(|faults| panic!("{source}: {faults:?}"));
    facts_of(|facts| expression.holds(facts))
}

/// Everything wrong with an expression.
fn wrong(source: &str, wanted: Wanted) -> Vec<String> {
    let faults = Expression::check(source, &scope(), wanted).expect_err(source);
    faults.iter().map(ToString::to_string).collect()
}
