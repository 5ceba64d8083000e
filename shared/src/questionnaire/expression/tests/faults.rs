//! What is refused, where, and how to mend it.

use super::*;

/// One fault, whose message begins like this and contains that.
#[track_caller]
fn refused(source: &str, at: usize, part: &str) {
    let faults = wrong(source, Wanted::Any);
    assert_eq!(faults.len(), 1, "{source}: {faults:?}");
    assert!(faults[0].starts_with(&format!("at character {at}: ")), "{source}: {faults:?}");
    assert!(faults[0].contains(part), "{source}: {faults:?}");
}

#[test]
fn an_unknown_name_is_told_with_the_one_that_was_meant() {
    refused("situtaion == \"good\"", 1, "there is no question \"situtaion\"; did you mean \"situation\"?");
    refused("1 > nothing", 5, "there is no question \"nothing\"; name one that stands before this one");
    refused("comment == \"x\"", 1, "the question \"comment\" comes later; move it before this one");
    refused("profit > 3", 1, "a question cannot refer to itself; write this for its answer");
    refused("company.sektor == \"C\"", 9, "did you mean \"sector\"? known are: \"own-field\", \"sector\", \"size\"");
    refused("next.job == \"up\"", 6, "\"next\" has no row \"job\"; known are: \"jobs\", \"x-1\"");
    refused("staff.site_a.men > 1", 14, "\"staff\" has no column \"men\"; known are: \"women\", \"town\"");
    refused("last.nothing > 1", 6, "there is no question \"nothing\"");
    refused("round.day == 1", 7, "round.year");
}

#[test]
fn an_option_the_question_does_not_have_is_refused() {
    refused(r#"situation == "goood""#, 14, "did you mean \"good\"? known are: \"good\", \"fair\", \"poor\", \"dk\"");
    refused(r#""stuff" in obstacles"#, 1, "no option \"stuff\"");
    refused(r#"situation in ["good", "bad"]"#, 23, "no option \"bad\"");
    refused(r#"next.jobs != "same""#, 14, "no option \"same\"");
}

#[test]
fn what_can_never_be_equal_is_refused() {
    refused(r#"turnover == "good""#, 10, "a number and a text can never be equal");
    refused("situation == colour", 11, "no option in common");
    refused("situation == 3", 11, "an option and a number can never be equal");
    refused("obstacles == \"staff\"", 11, "ask \"option\" in question");
    refused("situation < \"good\"", 11, "options have no order");
    refused("founded > \"gestern\"", 11, "\"gestern\" is no date; write 2026-11-25");
    refused("turnover in [\"a\"]", 14, "can never be equal");
    refused("obstacles in [\"staff\"]", 11, "several options cannot be in a list");
    refused("\"good\" in situation", 8, "compare with ==");
    refused("\"a\" in wish", 5, "write text.contains(\"part\")");
    refused("\"a\" in sites.employees", 5, "a text is never in a list of numbers");
    refused("1 in []", 6, "the list is empty");
}

#[test]
fn types_must_fit_their_operators() {
    refused("wish + 1", 8, "write text(...) to make a text of a number");
    refused("1 + wish", 5, "write number(...) to read a number from a text");
    refused("turnover && true", 1, "yes or no is needed here; compare it");
    refused("!situation", 2, "this is an option");
    refused("next", 1, "this is a matrix; name one of its rows");
    refused("staff.site_a", 7, "name a column as well");
    refused("sites > 3", 1, "take size(group)");
    refused("files == 1", 1, "ask answered(...)");
    refused("sites.ticks", 7, "makes no list");
    refused("true ? 1 : \"a\"", 6, "one side of \":\" is a number and the other a text");
    refused("[1, \"a\"]", 1, "the list mixes kinds");
    refused("situation.x == 1", 11, "an option has no parts");
    refused("sum(wish)", 5, "a number is needed here");
    refused("true < false", 6, "have no order");
}

#[test]
fn functions_are_known_by_name_and_arguments() {
    refused("siez(wish)", 1, "there is no function \"siez\"; did you mean size(...)?");
    refused("frobnicate(wish)", 1, "known are: abs, answered, average");
    refused("abs(1, 2)", 1, "abs takes one value and got 2; write abs(number)");
    refused("round()", 1, "round takes 1 or 2 values and got 0");
    refused("coalesce(1)", 1, "coalesce takes at least 2 and got 1");
    refused("has(turnover)", 1, "write answered(question)");
    refused("obstacles.exists(x, x == \"a\")", 11, "write value in list");
    refused("wish.lower()", 6, "write lower(text)");
    refused("contains(wish, \"a\")", 1, "write text.contains(\"part\")");
    refused("wish.matches(\"(\")", 14, "is no pattern");
    refused("wish.matches(wish)", 14, "write the pattern in quotes");
    refused("wish.matches(\"(\\\\w{500}){500}\")", 14, "the pattern is too large");
    refused("dont_know(wish)", 11, "offers no \"don't know\"");
    refused("column(staff, \"men\")", 15, "no column \"men\"");
    refused("column(turnover, \"men\")", 8, "column needs a table");
}

#[test]
fn what_is_no_expression_is_told_where_it_ends() {
    refused("", 1, "the expression ends too early");
    refused("turnover >", 11, "the expression ends too early; an operand");
    refused("(1 + 2", 7, "\")\" is missing");
    refused("1 2", 3, "\"2\" cannot stand here; an operator");
    refused("turnover = 3", 10, "write == to compare");
    refused("true and true", 6, "write && instead of \"and\"");
    refused("\"ä\" == wish or true", 13, "write || instead of \"or\"");
    refused("not true", 1, "write ! instead of \"not\"");
    refused("true & true", 6, "write &&");
    refused("wish == “a”", 9, "write straight quotes");
    refused("wish == \"a", 9, "the text has no end");
    refused("wish == null", 9, "there is no null here");
    refused("{\"a\": 1}", 1, "there are no maps here");
    refused("b\"a\" == wish", 1, "there are no bytes here");
    refused("1a == 1", 1, "is followed by a letter");
    refused("1e999 > 1", 1, "the number is too large");
    refused("wish == \"\\d\"", 10, "behind a backslash");
    refused("obstacles[0] == 1", 11, "a name in quotes");
}

#[test]
fn the_value_must_be_what_its_place_needs() {
    let one = |source, wanted| wrong(source, wanted).join("");
    assert!(one("situation", Wanted::Condition).contains("this is an option, and yes or no is needed here"));
    assert!(one("wish", Wanted::Number).contains("this is a text, and a number is needed here"));
    assert!(one("turnover > 3", Wanted::Printable).contains("this is yes or no"));
    for source in ["turnover", "wish", "founded", "situation", "obstacles", "sites.town"] {
        assert!(Expression::check(source, &scope(), Wanted::Printable).is_ok(), "{source}");
    }
}

#[test]
fn every_fault_is_told_at_once_and_in_order() {
    let faults = wrong(r#"situation == "bad" && nothing > 1 || sum(wish) > costs + "a""#, Wanted::Condition);
    assert_eq!(faults.len(), 4, "{faults:?}");
    assert!(faults.is_sorted_by_key(|fault| fault[13..].split(':').next().unwrap().parse::<usize>().unwrap()));
}

#[test]
fn a_question_with_problems_of_its_own_gets_no_fault_here() {
    assert_eq!(wrong("broken == 1", Wanted::Condition), Vec::<String>::new());
    assert_eq!(wrong("broken == 1 && nothing > 1", Wanted::Condition).len(), 1);
}

#[test]
fn what_a_place_does_not_have_is_told() {
    let check = |source| Expression::check(source, &Scope::default(), Wanted::Any).unwrap_err()[0].reason.clone();
    assert!(check("this > 1").contains("this is the answer that a rule validates"));
}

#[test]
fn a_division_by_a_zero_that_is_written_out_is_refused() {
    let reason = "nothing can be divided by zero; write another number or name a question";
    for source in [
        "turnover / 0 > 1",
        "turnover % 0 > 1",
        "turnover / (2 - 2) > 1",
        "turnover / -0.0 > 1",
        "1 + turnover * 2 / 0 > 1",
    ] {
        let faults = wrong(source, Wanted::Condition);
        assert!(faults.len() == 1 && faults[0].contains(reason), "{source}: {faults:?}");
    }
    for source in ["turnover / 0.1 > 1", "turnover / costs > 1", "0 / turnover > 1", "turnover / (costs - costs) > 1"] {
        assert!(Expression::check(source, &scope(), Wanted::Condition).is_ok(), "{source}");
    }
}

#[test]
fn a_question_inside_a_group_is_named_by_its_column() {
    refused("floor > 1", 1, "the question \"floor\" stands in a group; write sites.floor for all its answers");
    refused("last.floor > 1", 6, "stands in a group; write last.sites.floor");
}
