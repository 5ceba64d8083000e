//! Expressions of theirs, and what becomes of them.

use proptest::prelude::*;

use super::super::known::Entry;
use super::super::names::Names;
use super::*;
use crate::questionnaire::convert::formula::{ours, print};
use std::rc::Rc;

fn options(values: &[&str]) -> Rc<super::super::known::Options> {
    let mut options = super::super::known::Options::default();
    for value in values {
        options.add(value, &value.replace(' ', "_"));
    }
    Rc::new(options)
}

fn known() -> Known {
    let boolean = {
        let mut options = super::super::known::Options::of_boolean();
        options.add("true", "yes");
        options.add("false", "no");
        Rc::new(options)
    };
    let mut columns = Names::default();
    columns.add("jobs", Entry { code: "jobs".into(), kind: Kind::Number });
    columns.add("town", Entry { code: "town".into(), kind: Kind::Choice(options(&["A", "B"])) });
    let columns = Rc::new(columns);
    let mut rows = Names::default();
    rows.add("row 1", "row_1".to_owned());
    let rows = Rc::new(rows);
    let mut known = Known::default();
    let kinds = [
        ("c", Kind::Choice(options(&["Patrick Henry", "John", "other"]))),
        ("n", Kind::Choice(options(&["1", "2", "3"]))),
        ("m", Kind::Choices(options(&["a", "b c"]))),
        ("x", Kind::Number),
        ("y", Kind::Number),
        ("t", Kind::Text),
        ("d", Kind::Date),
        ("b", Kind::Choice(boolean)),
        ("last", Kind::Number),
        ("mx", Kind::Matrix(Rc::clone(&rows), Rc::new(Kind::Choice(options(&["1", "2"]))))),
        ("tb", Kind::Table(rows, Rc::clone(&columns))),
        ("g", Kind::Group(Rc::clone(&columns), false)),
        ("g1", Kind::Group(columns, true)),
        ("a.b", Kind::Number),
        ("Umsatz (€)", Kind::Number),
    ];
    for (name, kind) in kinds {
        known.add(name, Entry { code: super::super::Codes::default().make_name(name, "q"), kind });
    }
    known.all = [("later".to_owned(), 1)].into();
    known.waiting.insert("total".into(), "{x} + {y}".into());
    known
}

fn said(source: &str) -> Result<String, String> {
    let known = known();
    let found = Sight::new(&known).value(source).map_err(|why| why.told())?;
    let formula = found.truth().map_err(|why| why.told())?;
    let printed = print(&formula);
    ours::read(&printed).map_err(|error| format!("{printed}: {error}"))?;
    Ok(printed)
}

fn calculated(source: &str) -> Result<String, String> {
    let known = known();
    Sight::new(&known).value(source).map(|term| print(&term.formula)).map_err(|why| why.told())
}

#[test]
fn options_are_compared_by_their_codes() {
    for (theirs, expected) in [
        ("{c} = 'Patrick Henry'", "c == \"Patrick_Henry\""),
        ("{C} == \"patrick henry\"", "c == \"Patrick_Henry\""),
        ("'John' <> {c}", "c != \"John\""),
        ("{n} = 1", "n == \"1\""),
        ("{n} > 1", "n in [\"2\", \"3\"]"),
        ("3 <= {n}", "n == \"3\""),
        ("{c} anyof ['John', 'nobody', 'other']", "c in [\"John\", \"other\"]"),
        ("{c} contains 'hen'", "c == \"Patrick_Henry\""),
        ("{c} = John", "c == \"John\""),
        ("{c} empty or {c} = ''", "!answered(c) || !answered(c)"),
        ("{c} = 'nobody' or {n} = 2", "n == \"2\""),
        ("{c} != 'nobody' and {n} = 2", "n == \"2\""),
        ("{b} = true", "b == \"yes\""),
        ("{b} and !{b}", "b == \"yes\" && b != \"yes\""),
        ("{b} = 'false'", "b == \"no\""),
        ("{mx.row 1} = 2", "mx.row_1 == \"2\""),
        ("{tb.row 1.town} = 'B' and {tb.row 1.jobs} > 4", "tb.row_1.town == \"B\" && tb.row_1.jobs > 4"),
        ("{g1[0].town} = 'A'", "\"A\" in g1.town"),
        ("{g1[0].town} <> 'A'", "!(\"A\" in g1.town)"),
        ("{g1[0].jobs} > 4", "max(g1.jobs) > 4"),
    ] {
        assert_eq!(said(theirs).as_deref(), Ok(expected), "{theirs}");
    }
}

#[test]
fn several_options_are_looked_through() {
    for (theirs, expected) in [
        ("{m} contains 'a'", "\"a\" in m"),
        ("{m} notcontains 'b c'", "!(\"b_c\" in m)"),
        ("{m} anyof ['a', 'b c', 'z']", "\"a\" in m || \"b_c\" in m"),
        ("{m} allof ['a', 'b c']", "\"a\" in m && \"b_c\" in m"),
        ("{m} allof ['a', 'z']", "false"),
        ("{m} = ['b c', 'a']", "coalesce(size(m), 0) == 2 && \"a\" in m && \"b_c\" in m"),
        ("{m} *= 'a' && {m} notempty", "\"a\" in m && answered(m)"),
        ("{m} noneof ['a', 'b c']", "!(\"a\" in m || \"b_c\" in m)"),
        ("{n} noneof [1, 2]", "!(n in [\"1\", \"2\"])"),
        ("{m.length} = 0", "coalesce(size(m), 0) == 0"),
        ("{m.length} >= 2 and {g.length} < 3", "coalesce(size(m), 0) >= 2 && coalesce(size(g), 0) < 3"),
        ("['1', '2'] contains {n}", "n in [\"1\", \"2\"]"),
    ] {
        assert_eq!(said(theirs).as_deref(), Ok(expected), "{theirs}");
    }
}

#[test]
fn texts_numbers_and_dates_are_compared_as_such() {
    for (theirs, expected) in [
        ("{t} = 'Berlin'", "lower(t) == \"berlin\""),
        ("{t} = 5", "t == \"5\""),
        ("{t} contains 'GmbH'", "lower(t).contains(\"gmbh\")"),
        ("{t} > 5", "number(t) > 5"),
        ("{x} = '5' or {x} <> 7", "x == 5 || x != 7"),
        ("{x} anyof [1, 2]", "x == 1 || x == 2"),
        ("{x} > -1.5", "x > -1.5"),
        ("{d} > '2026-01-01' and {d} <= today()", "d > \"2026-01-01\" && d <= today"),
        ("getDate({d}) < currentDate()", "d < today"),
        ("year({d}) = 2026", "year(d) == 2026"),
        ("{a.b} > 0 and {#Umsatz (€)} notempty", "a_b > 0 && answered(Umsatz____)"),
        ("{last} > 1", "answers[\"last\"] > 1"),
        ("!({x} > 1 or {y} < 2)", "!(x > 1 || y < 2)"),
        ("iif({x} > 1, {y} > 1, {y} > 2)", "x > 1 && y > 1 || !(x > 1) && y > 2"),
        ("{total} > 3", "sum(x, y) > 3"),
        ("{x}", "answered(x) && x != 0"),
    ] {
        assert_eq!(said(theirs).as_deref(), Ok(expected), "{theirs}");
    }
}

#[test]
fn a_missing_number_counts_as_nothing_as_in_theirs() {
    for (theirs, expected) in [
        ("{x} + {y} + 1", "sum(x, y, 1)"),
        ("{x} - {y} * 2", "coalesce(x, 0) - coalesce(y, 0) * 2"),
        ("{x} / {y}", "coalesce(x, 0) / y"),
        ("{x} ^ 3", "coalesce(x, 0) * coalesce(x, 0) * coalesce(x, 0)"),
        ("{n} + {x}", "sum((n == \"1\" ? 1 : (n == \"2\" ? 2 : (n == \"3\" ? 3 : 0))), x)"),
        ("max({n}, 2)", "max(number((n == \"1\" ? \"1\" : (n == \"2\" ? \"2\" : (n == \"3\" ? \"3\" : \"\")))), 2)"),
        ("sumInArray({g}, 'jobs') + countInArray({g}, 'town')", "sum(g.jobs, count(g.town))"),
        ("sumInArray({tb}, 'jobs')", "sum(column(tb, \"jobs\"))"),
        ("avg({x}, {y})", "coalesce(average(x, y), 0)"),
        ("round({x} / 3, 1)", "round(coalesce(x, 0) / 3, 1)"),
        ("iif({x} > 1, 'many', 'few')", "(x > 1 ? \"many\" : \"few\")"),
        ("'Sum: ' + {x}", "\"Sum: \" + coalesce(text(x), \"\")"),
        ("{t} + ' ' + {t}", "coalesce(t, \"\") + \" \" + coalesce(t, \"\")"),
    ] {
        assert_eq!(calculated(theirs).as_deref(), Ok(expected), "{theirs}");
    }
}

#[test]
fn what_has_no_counterpart_is_told_with_its_reason() {
    for (theirs, reason) in [
        ("{later} = 1", "which comes later"),
        ("{nobody} = 1", "no question {nobody}"),
        ("{g[0].jobs} > 1", "one of several entries"),
        ("{panel.x} = 1", "another cell of its row"),
        ("{panelIndex} = 1", "which entry"),
        ("{prevPanel.x} = 1", "another entry"),
        ("{m} = 'a'", "may have meant"),
        ("{x} ^ {y}", "exponent"),
        ("age({d}) > 18", "no exact counterpart"),
        ("dateDiff({d}, today(), 'days') > 1", "no exact counterpart"),
        ("{d} > 5", "a date"),
        ("{c} + 1 > 2", "no numbers"),
        ("{mx.row 9} = 1", "no part \"row 9\""),
        ("{x} = ", "something is missing"),
    ] {
        let told = said(theirs).unwrap_err();
        assert!(told.contains(reason), "{theirs}: {told}");
    }
}

#[test]
fn the_parts_of_a_condition_that_can_be_said_are_kept() {
    let known = known();
    let (formula, missing) = Sight::new(&known).condition("{x} > 1 and age({d}) > 3 and {y} > 2");
    assert_eq!(formula.map(|formula| print(&formula)).as_deref(), Some("x > 1 && y > 2"));
    assert_eq!(missing.len(), 1);
}

proptest! {
    #[test]
    fn nothing_brings_it_down(text in "[{}cnmxytdbg0-2=<>!()\\[\\], '+*/.andoremptyiflaus-]{0,60}", any in "\\PC{0,40}") {
        let known = known();
        for text in [text, any] {
            if let Ok(term) = Sight::new(&known).value(&text) {
                let printed = print(&term.formula);
                prop_assert!(ours::read(&printed).is_ok() || printed.contains('['), "{} {}", text, printed);
            }
        }
    }
}
