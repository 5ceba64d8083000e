//! Comparisons. Theirs see no difference between capital and small letters, and take "5" for 5.

use super::arithmetic::number;
use super::term::{Term, Type};
use super::{Why, binary, call, not, or, other, text, two};
use crate::questionnaire::convert::formula::fold::turned;
use crate::questionnaire::convert::formula::{Formula, Operator, Unary};
use crate::questionnaire::convert::surveyjs::known::{Entry, Kind, Options};
use crate::questionnaire::problem::quoted;

/// Whether there is a value.
pub fn answered(side: &Term) -> Result<Formula, Why> {
    match &side.ty {
        Type::Nothing => Ok(Formula::Bool(false)),
        Type::Bool | Type::Word(_) => Ok(Formula::Bool(true)),
        Type::List(_) => other("a list that is written out is never empty"),
        Type::Whole(Kind::Parts(parts)) => {
            let answered = |part: &Entry| Formula::Unary(Unary::NotEmpty, Box::new(Term::question(part).formula));
            Ok(parts.iter().map(answered).fold(Formula::Bool(false), or))
        }
        _ => Ok(Formula::Unary(Unary::NotEmpty, Box::new(side.formula.clone()))),
    }
}

/// Whether two values are equal.
pub fn equal(left: &Term, right: &Term) -> Result<Formula, Why> {
    let same = |left: &Term, right: &Term| Ok(two::same(left.formula.clone(), right.formula.clone()));
    match (&left.ty, &right.ty) {
        (_, Type::Nothing) => answered(left).map(not),
        (Type::Nothing, _) => answered(right).map(not),
        (Type::Choice(_), Type::Choice(_)) if left.is_only() || right.is_only() => mixed(left, right),
        (Type::Choice(one), Type::Choice(two)) => {
            let shared: Vec<_> =
                one.values.iter().filter_map(|(value, code)| Some((code.as_str(), two.code(value)?))).collect();
            match shared.iter().all(|(code, other)| code == other) {
                true if shared.is_empty() => Ok(two::both_missing(&left.formula, &right.formula)),
                true => same(left, right),
                false => other("the two questions have other codes for the same value"),
            }
        }
        (Type::Choice(options), _) => match code(options, right) {
            Ok(code) => Ok(code.map_or(Formula::Bool(false), |code| is(left, code))),
            Err(()) => mixed(left, right),
        },
        (Type::Choices(options), Type::List(items)) => Ok(super::contain::exactly(left, options, items)),
        (Type::Choices(_), _) => other("several options never equal one value; it may have meant \"contains\""),
        (Type::Number, Type::Number) | (Type::Date, Type::Date) => same(left, right),
        (Type::Bool, Type::Bool) => Ok(truths(left, right)),
        (Type::Flag, Type::Bool) => is_true(left, right),
        (Type::Number, Type::Word(_)) => match right.literal_number() {
            Some(value) => Ok(binary(left.formula.clone(), Operator::Equal, Formula::Number(value))),
            None => Ok(Formula::Bool(false)),
        },
        (Type::Date, Type::Word(day)) => dated(left, Operator::Equal, day),
        (Type::Text, Type::Text) => {
            let small = |side: &Term| call("lower", [side.formula.clone()]);
            Ok(two::same(small(left), small(right)))
        }
        (Type::Text, _) if right.literal().is_some() => Ok(alike(left, &right.literal().unwrap_or_default())),
        (Type::Word(_), Type::Word(_)) => Ok(Formula::Bool(left.literal() == right.literal())),
        (Type::Word(_) | Type::Bool, _) | (_, Type::Choice(_)) => equal_turned(left, right),
        (Type::Number, Type::Text) => equal(right, left),
        (Type::Text, Type::Number) => Ok(two::same(number(left, false)?, right.formula.clone())),
        _ => mixed(left, right),
    }
}

/// The same with the sides turned round, once.
fn equal_turned(left: &Term, right: &Term) -> Result<Formula, Why> {
    match right.ty {
        Type::Word(_) | Type::Bool => mixed(left, right),
        Type::Choice(_) if left.literal().is_none() => mixed(left, right),
        _ => equal(right, left),
    }
}

/// Whether two values differ; where one is missing they do.
pub fn unequal(left: &Term, right: &Term) -> Result<Formula, Why> {
    let equal = equal(left, right)?;
    Ok(match two::comparison(&equal) {
        Some(comparison) => two::unequal(not(comparison.clone())),
        None => not(equal),
    })
}

/// The code of a value that is written out; a switch is also 1 or 0. `Err`: it is not written out.
pub fn code<'o>(options: &'o Options, value: &Term) -> Result<Option<&'o str>, ()> {
    let written = value.literal().ok_or(())?;
    let number = || match value.formula {
        Formula::Number(number) => options.code_of_number(number),
        _ => None,
    };
    Ok(options.code(&written).or_else(number))
}

fn mixed(left: &Term, right: &Term) -> Result<Formula, Why> {
    other(format!("{} and {} cannot be compared", left.called(), right.called()))
}

/// Whether the option is chosen.
pub fn is(question: &Term, code: &str) -> Formula {
    if question.is_only() {
        return super::contain::has(question, code);
    }
    binary(question.formula.clone(), Operator::Equal, text(code))
}

/// Whether a text is this one, whatever its capital letters.
fn alike(side: &Term, value: &str) -> Formula {
    let small = value.to_lowercase();
    let has_case = small != value.to_uppercase();
    let formula = side.formula.clone();
    binary(if has_case { call("lower", [formula]) } else { formula }, Operator::Equal, text(small))
}

fn truths(left: &Term, right: &Term) -> Formula {
    match (&left.formula, &right.formula) {
        (Formula::Bool(truth), side) | (side, Formula::Bool(truth)) => {
            if *truth {
                side.clone()
            } else {
                not(side.clone())
            }
        }
        (one, two) => binary(one.clone(), Operator::Equal, two.clone()),
    }
}

fn is_true(flag: &Term, right: &Term) -> Result<Formula, Why> {
    match right.formula {
        Formula::Bool(truth) => Ok(binary(flag.formula.clone(), Operator::Equal, text(truth.to_string()))),
        _ => mixed(flag, right),
    }
}

/// A date compared with one that is written out.
fn dated(date: &Term, operator: Operator, day: &str) -> Result<Formula, Why> {
    let digits = day.len() >= 4 && day.bytes().all(|byte| byte.is_ascii_digit() || b"-:QH".contains(&byte));
    if !digits {
        return other(format!("{} is no date as 2026-11-25", quoted(day)));
    }
    Ok(binary(date.formula.clone(), operator, text(day)))
}

/// Which of two values is greater.
pub fn order(left: &Term, operator: Operator, right: &Term) -> Result<Formula, Why> {
    let ordered = |one, other| two::ordered(binary(one, operator, other), [&left.formula, &right.formula]);
    match (&left.ty, &right.ty) {
        (Type::Date, Type::Date | Type::Text) | (Type::Text, Type::Date) => {
            Ok(ordered(left.formula.clone(), right.formula.clone()))
        }
        (Type::Date, Type::Word(day)) => dated(left, operator, day),
        (Type::Word(day), Type::Date) => dated(right, turned(operator), day),
        (Type::Choice(options), _) if right.literal_number().is_some() => {
            let limit = right.literal_number().unwrap_or_default();
            let holds = |value: &str| options.number(value).is_some_and(|value| is_ordered(value, operator, limit));
            Ok(super::contain::one_of(left, &options.codes(holds)))
        }
        (_, Type::Choice(_)) if left.literal_number().is_some() => order(right, turned(operator), left),
        (Type::Nothing, _) | (_, Type::Nothing) => Ok(Formula::Bool(false)),
        _ => Ok(ordered(number(left, false)?, number(right, false)?)),
    }
}

fn is_ordered(value: f64, operator: Operator, limit: f64) -> bool {
    match operator {
        Operator::Less => value < limit,
        Operator::AtMost => value <= limit,
        Operator::Greater => value > limit,
        _ => value >= limit,
    }
}
