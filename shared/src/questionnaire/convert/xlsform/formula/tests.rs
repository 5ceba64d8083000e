use std::rc::Rc;

use super::super::super::sheet::Workbook;
use super::super::super::sheet::tests::workbook;
use super::super::place::Faults;
use super::super::scope::{Codes, State, Type};
use super::super::table::Table;
use super::*;

/// A form with one question of each kind, and what an expression of its last row becomes.
fn with_form<T>(look: impl FnOnce(&Place<'_>) -> T, this: Option<Type>) -> T {
    let rows: &[&[&str]] = &[
        &["type", "name"],
        &["text", "t"],
        &["integer", "n"],
        &["date", "d"],
        &["date", "m"],
        &["date", "y"],
        &["select_one l", "one"],
        &["select_multiple l", "many"],
        &["begin repeat", "r"],
        &["integer", "staff"],
        &["select_one l", "kind"],
        &["end repeat"],
        &["calculate", "c"],
        &["text", "twice"],
        &["begin group", "g"],
        &["text", "twice"],
        &["end group"],
        &["integer", "here"],
        &["text", "later"],
    ];
    let source = workbook(&[("survey", rows)]);
    let mut book = Workbook::open(&source).unwrap();
    let sheet = book.sheet(0).unwrap();
    let mut faults = Faults::default();
    let table = Table::new(&book, &sheet, &mut faults);
    let mut survey = Survey::read(&table, &mut faults);
    survey.parts(&mut faults);
    let mut scope = Scope::of(&survey);
    let codes = Rc::new(Codes(["a", "1", "2", "3"].map(|name| (name.to_owned(), name.to_owned())).into()));
    let numbers = Rc::new(Codes(["1", "2", "3"].map(|name| (name.to_owned(), name.to_owned())).into()));
    let kinds = [
        ("t", Type::Text),
        ("n", Type::Number),
        ("d", Type::Date(10)),
        ("m", Type::Date(7)),
        ("y", Type::Date(4)),
        ("one", Type::Choice(Rc::clone(&codes))),
        ("many", Type::Choices(codes)),
        ("staff", Type::Number),
        ("kind", Type::Choice(numbers)),
        ("c", Type::Text),
        ("r", Type::Repeat),
    ];
    let line = |name: &str| survey.lines.iter().position(|line| line.name == name).unwrap();
    for (name, ty) in kinds {
        scope.set(name, line(name), State::Here(name.into(), ty));
    }
    scope.finish(line("r"), "r");
    let columns = |name: &str| (name == "cf").then(|| "a 2".to_owned());
    let columns = this.is_none().then_some(&columns as &dyn Fn(&str) -> Option<String>);
    look(&Place {
        scope: &scope,
        survey: &survey,
        line: line("here"),
        this,
        columns,
        changes: std::cell::RefCell::default(),
    })
}

fn condition(text: &str) -> Result<String, Failure> {
    let this = text.contains("(.").then_some(Type::Text).or_else(|| text.contains(". ").then_some(Type::Number));
    let formula = read(text)?;
    with_form(|place| written(&place.condition(&formula)?), this)
}

#[test]
fn conditions_are_translated_by_what_the_questions_hold() {
    for (theirs, ours) in [
        ("${one} = 'a' and ${n} > 3 or not(${t} = 'x')", "one == \"a\" && n > 3 || t != \"x\""),
        ("${one}=1", "one == \"1\""),
        ("${one} != ''", "answered(one)"),
        ("${n} = ''", "!answered(n)"),
        ("${n} = '5'", "n == 5"),
        ("'5' < ${n}", "n > 5"),
        ("${t} > 5", "number(t) > 5"),
        ("selected(${many}, 'a')", "\"a\" in many"),
        ("selected(${one}, 'a') or selected(${one}, '2')", "one in [\"a\", \"2\"]"),
        ("not(selected(${many}, 'a') and selected (${many}, 'none'))", "true"),
        ("${many} = 'a'", "\"a\" in many && coalesce(size(many), 0) == 1"),
        ("count-selected(${many}) >= 2", "coalesce(size(many), 0) >= 2"),
        ("${one} = 'nothing' or ${n} = 1", "n == 1"),
        ("${kind}", "true"),
        ("string-length(${t}) <= 10 div 2", "coalesce(size(t), 0) <= 10 / 2"),
        ("regex(${t}, '[a-z]+\\.[0-9]{2,4}')", "t.matches(\"^(?:[a-z]+\\\\.[0-9]{2,4})$\")"),
        (
            "contains(${t}, 'x') and starts-with(${t}, concat('a', ${n}))",
            "t.contains(\"x\") && t.startsWith(\"a\" + coalesce(text(n), \"\"))",
        ),
        ("${d} <= today()", "d <= today"),
        ("${d} >= date('2020-01-31')", "d >= \"2020-01-31\""),
        ("if(${n} > 1, true(), false())", "(n > 1 ? true : false)"),
        ("coalesce(${n}, 0) + -2 * ${n} mod 3 > .5", "coalesce(n, 0) + -2 * n % 3 > 0.5"),
        (
            "sum(${staff}) > 10 and count(${r}) = 2 and max(${staff}) < 5",
            "sum(r.staff) > 10 && coalesce(size(r), 0) == 2 && max(r.staff) < 5",
        ),
        ("selected(cf, ${one})", "one in [\"a\", \"2\"]"),
        ("selected(cf, 'a') and ‘x’ = “x”", "true"),
        ("round(${n}, 2) = int(${n})", "round(n, 2) == (n < 0 ? ceil(n) : floor(n))"),
        (". >= 0 and . <= ${n}", "this >= 0 && this <= n"),
        ("coalesce(count-selected(${many}), 0) = 0", "coalesce(size(many), 0) == 0"),
        ("string-length(concat(${t}, 'x')) < 5", "size(coalesce(t, \"\") + \"x\") < 5"),
        ("string-length(.) < 5", "size(this) < 5"),
        ("format-date(today(), '%Y') > 2020", "year(today) > 2020"),
        ("number(format-date(${d}, '%Y')) = ${n}", "year(d) == n"),
        ("${m} >= date('2021-01-01') and ${y} < '2021-01-01'", "m >= \"2021-01\" && y < \"2021\""),
        ("${m} >= date('2021-01-15')", "m >= \"2021-01-15\""),
        ("${t} = 'don’t'", "t == \"don’t\""),
        ("regex(., '^a$')", "this.matches(\"^(?:a)$\")"),
    ] {
        if theirs == "${kind}" {
            assert!(matches!(condition(theirs), Err(Failure::Cannot(_))));
            continue;
        }
        assert_eq!(condition(theirs).as_deref(), Ok(ours), "{theirs}");
    }
}

#[test]
fn numbers_of_choices_are_spelled_out() {
    let formula = read("${kind} * 2").unwrap();
    let found = with_form(|place| place.value(&formula).map(drop), None);
    assert!(matches!(found, Err(Failure::Cannot(_))), "of a repeat, seen from outside");
    let compared = condition("${one} > 1");
    assert!(matches!(compared, Err(Failure::Cannot(_))), "one choice is no number");
}

#[test]
fn what_is_wrong_is_told_from_what_we_cannot() {
    for wrong in [
        "because pyxform doesn't know",
        "${nothing} = 1",
        "${n} = ",
        "(${n} = 1",
        "${n} 1",
        "nofunction(${n})",
        "${twice2} = 1",
        "if(${n})",
        "selected(${many})",
    ] {
        assert!(matches!(condition(wrong), Err(Failure::Broken(_))), "{wrong}: {:?}", condition(wrong));
    }
    for beyond in [
        "${later} = 1",
        "${here} = 1",
        "${g} = 1",
        "position(..) = 1",
        "../n = 1",
        "instance('x')/root/item[name = ${t}]/label = 'a'",
        "indexed-repeat(${staff}, ${r}, 1) = 2",
        "pulldata('a', 'b', 'c', ${t}) = 1",
        "${staff} > 1",
        "substr(${t}, 1, 2) = 'a'",
        "regex(${t}, '(?=a)')",
        "${d} + 30 > today()",
        "other = ${t}",
    ] {
        assert!(matches!(condition(beyond), Err(Failure::Cannot(_))), "{beyond}: {:?}", condition(beyond));
    }
    assert_eq!(condition(&"1+".repeat(5_000)), Err(Failure::Cannot("it is longer than 4000 characters".into())));
    assert!(condition(&("1".to_owned() + &"+1".repeat(1_900))).is_err());
}

#[test]
fn a_function_with_too_few_or_too_many_values_says_how_many_it_takes() {
    for (wrong, count) in [
        ("today(1) = 1", "no value"),
        ("boolean-from-string()", "one value"),
        ("abs(1, 2) = 1", "one value"),
        ("selected(${many})", "two values"),
        ("if(${n})", "three values"),
        ("sum() = 1", "values"),
    ] {
        let Err(Failure::Broken(reason)) = condition(wrong) else { panic!("{wrong}: {:?}", condition(wrong)) };
        assert!(reason.contains(&format!(" takes {count}")), "{wrong}: {reason}");
    }
}

proptest::proptest! {
    #[test]
    fn nothing_brings_it_down(text in "[${}nta-c=<>!()'\"+*0-9. ,/-]{0,60}", any in "\\PC{0,40}") {
        let _ = (condition(&text), condition(&any));
    }
}
