//! Comparisons, by the kinds of both sides.

mod option;

use self::option::{choice, code, label, same_option};
use super::super::formula::{Formula, Operator};
use super::value::{Found, Value, decimal, fault};
use crate::questionnaire::convert::formula::fold::{binary, not, period, turned};
use crate::questionnaire::problem::quoted;

const NOT_AS_A_WHOLE: &str = "several answers are not compared as a whole";

/// `one` and `other` compared.
pub fn compare(one: Value, operator: Operator, other: Value) -> Found<Formula> {
    let (one, other) = (single(one), single(other));
    if let Value::Said(text) = &other
        && text.trim().is_empty()
    {
        return with_nothing(one, operator);
    }
    match (one, other) {
        // What is written out stands on the right.
        (one @ (Value::Said(_) | Value::Given(_)), other) if !matches!(other, Value::Said(_) | Value::Given(_)) => {
            compare(other, turned(operator), one)
        }
        (Value::Label(value), Value::Said(text)) => label(*value, operator, &text),
        (Value::Label(value), Value::Text(_)) | (Value::Text(_), Value::Label(value))
            if matches!(*value, Value::Choice(..)) =>
        {
            fault("what an option says cannot be compared with a text that is typed in")
        }
        (Value::Label(value), other) => compare(*value, operator, other),
        (one, Value::Label(value)) => compare(one, operator, *value),
        (Value::Choice(place, options), Value::Said(text)) => Ok(choice(place, &options, operator, &text)),
        (Value::Choice(place, options), Value::Given(number)) => {
            Ok(choice(place, &options, operator, &number.to_string()))
        }
        (Value::Choice(one, options), Value::Choice(other, others)) if is_equality(operator) => {
            same_option(one, &options, operator, other, &others)
        }
        (Value::Tick { holds, on, .. }, Value::Said(text)) => tick(holds, operator, text.trim() == on),
        (Value::Tick { holds, on, .. }, Value::Given(number)) => tick(holds, operator, decimal(on) == Some(number)),
        (Value::Bool(of), other @ (Value::Said(_) | Value::Given(_) | Value::Bool(_))) => truth(of, operator, other),
        (Value::OwnLength(chosen), Value::Given(number)) => own_length(chosen, operator, number),
        (Value::Own(_) | Value::OwnLength(_), _) | (_, Value::Own(_) | Value::OwnLength(_)) => {
            fault("what is written behind \"other\" cannot be looked at here")
        }
        (Value::Rank(..), _) | (_, Value::Rank(..)) => fault("a single place of a ranking cannot be looked at here"),
        (Value::Several(..) | Value::Ranked(..) | Value::List(_), _)
        | (_, Value::Several(..) | Value::Ranked(..) | Value::List(_)) => fault(NOT_AS_A_WHOLE),
        (Value::Text(of), Value::Said(text)) if is_equality(operator) || decimal(&text).is_none() => {
            Ok(binary(of, operator, Formula::Text(text)))
        }
        (Value::Date(of, length), Value::Said(text)) => date((of, length), operator, &text),
        (Value::Date(one, _) | Value::Text(one), Value::Date(other, _) | Value::Text(other)) => {
            Ok(binary(one, operator, other))
        }
        (Value::Choice(place, options), text @ Value::Text(_))
        | (text @ Value::Text(_), Value::Choice(place, options))
            if is_equality(operator) && !options.iter().all(|option| decimal(&option.theirs).is_some()) =>
        {
            code(Value::Choice(place, options), operator, text)
        }
        (Value::Number(_), Value::Said(text)) if is_equality(operator) && decimal(&text).is_none() => {
            Ok(Formula::Bool(operator == Operator::Unequal))
        }
        (Value::Said(one), Value::Said(other)) if is_equality(operator) => {
            Ok(Formula::Bool((one == other) == (operator == Operator::Equal)))
        }
        (one, other) => Ok(binary(one.number()?, operator, other.number()?)),
    }
}

/// A list of one is that one.
fn single(value: Value) -> Value {
    match value {
        Value::List(mut values) if values.len() == 1 => values.remove(0).1,
        other => other,
    }
}

const fn is_equality(operator: Operator) -> bool {
    matches!(operator, Operator::Equal | Operator::Unequal)
}

/// Compared with an empty text: whether there is an answer.
fn with_nothing(value: Value, operator: Operator) -> Found<Formula> {
    match operator {
        Operator::Equal | Operator::AtMost => value.presence().map(not),
        Operator::Unequal | Operator::Greater => value.presence(),
        Operator::AtLeast => Ok(Formula::Bool(true)),
        _ => Ok(Formula::Bool(false)),
    }
}

fn tick(holds: Formula, operator: Operator, is_on: bool) -> Found<Formula> {
    match (operator, is_on) {
        (Operator::Equal, true) => Ok(holds),
        (Operator::Unequal, true) => Ok(not(holds)),
        (Operator::Equal, false) => Ok(Formula::Bool(false)),
        (Operator::Unequal, false) => Ok(Formula::Bool(true)),
        (Operator::Greater | Operator::AtLeast, _) if !is_on => Ok(holds),
        _ => fault("whether something is ticked has no order"),
    }
}

fn truth(of: Formula, operator: Operator, other: Value) -> Found<Formula> {
    if !is_equality(operator) {
        return fault("yes and no have no order");
    }
    let other = other.truth()?;
    match other {
        Formula::Bool(truth) => Ok(if truth == (operator == Operator::Equal) { of } else { not(of) }),
        other => Ok(binary(of, operator, other)),
    }
}

/// A text of any length is at least one character long.
fn own_length(chosen: Formula, operator: Operator, number: f64) -> Found<Formula> {
    // Lengths are whole: 1 lies between the halves around it.
    let (is_zero, is_single) = (number.abs() < 0.5, (number - 1.0).abs() < 0.5);
    match operator {
        Operator::Greater | Operator::Unequal if is_zero => Ok(chosen),
        Operator::AtLeast if is_single => Ok(chosen),
        Operator::Equal | Operator::AtMost if is_zero => Ok(not(chosen)),
        Operator::Less if is_single => Ok(not(chosen)),
        _ => fault("what is written behind \"other\" cannot be looked at here"),
    }
}

/// Dates are written as days, months, years or times here.
fn date((of, length): (Formula, usize), operator: Operator, text: &str) -> Found<Formula> {
    let text = text.trim();
    let day = text.get(..10).unwrap_or(text);
    let is_date = |text: &str| {
        let sign = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
        matches!(text.len(), 4 | 7 | 10) && text.bytes().enumerate().all(sign)
    };
    let is_time = text.len() == 5 && text.as_bytes()[2] == b':';
    if is_date(day) || is_time {
        let written = if is_time { text.to_owned() } else { period(day, length) };
        Ok(binary(of, operator, Formula::Text(written)))
    } else {
        fault(format!("{} is no date", quoted(text)))
    }
}

/// Whether two values are the same, as functions ask; of a ranking, whether one of its places is.
pub fn same(one: &Value, other: &Value) -> Found<Formula> {
    match (one, other) {
        (Value::Ranked(place, options), Value::Said(text)) | (Value::Said(text), Value::Ranked(place, options)) => {
            Ok(match options.iter().find(|option| option.theirs == *text) {
                Some(option) => binary(place.clone(), Operator::Contains, Formula::Text(option.ours.clone())),
                None => Formula::Bool(false),
            })
        }
        (Value::Ranked(..), Value::Given(number)) => same(one, &Value::Said(number.to_string())),
        _ => compare(one.clone(), Operator::Equal, other.clone()),
    }
}
