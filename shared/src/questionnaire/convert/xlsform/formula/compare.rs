//! Comparisons: `XPath` compares anything with anything, our expressions only what is of one kind.

use std::collections::BTreeSet;

use super::super::super::formula::{Formula, Operator, Unary};
use super::super::scope::{Codes, Type};
use super::choice::{has_one_of, is_one_of};
use super::value::{absent, as_number, present, size_of};
use super::{Failure, Place, Typed, cannot};
use crate::questionnaire::convert::formula::fold::{and, binary, decimal, not, or, period, turned};
use crate::questionnaire::problem::quoted;

impl Place<'_> {
    /// `left operator right`.
    pub(super) fn compare(left: Typed, operator: Operator, right: Typed) -> Result<Formula, Failure> {
        if matches!(left.ty, Type::List(_) | Type::Repeat) || matches!(right.ty, Type::List(_) | Type::Repeat) {
            return cannot("it compares all repetitions at once");
        }
        match (literal(&left), literal(&right)) {
            (Some(one), Some(other)) => Ok(Formula::Bool(holds(&one, operator, &other))),
            (Some(one), None) => with_literal(right, turned(operator), &one),
            (None, Some(other)) => with_literal(left, operator, &other),
            (None, None) => both(left, operator, right),
        }
    }
}

/// Something and a text or number that is written out.
fn with_literal(side: Typed, operator: Operator, literal: &str) -> Result<Formula, Failure> {
    let equality = match operator {
        Operator::Equal => Some(true),
        Operator::Unequal => Some(false),
        _ => None,
    };
    if let (Some(is_equal), "") = (equality, literal) {
        return if is_equal { absent(side) } else { present(side) };
    }
    let number = decimal(literal);
    let ty = side.ty.clone();
    match (&ty, equality, number) {
        (Type::Choice(codes), Some(is_equal), _) => {
            let is = is_one_of(&side.formula, &codes.of(literal).collect::<Vec<_>>());
            Ok(if is_equal { is } else { not(is) })
        }
        (Type::Choice(codes), None, Some(number)) => ordered(codes, &side.formula, operator, number),
        (Type::Choices(codes), Some(is_equal), _) => {
            let only = only(codes, &side.formula, literal);
            Ok(if is_equal { only } else { not(only) })
        }
        (Type::Number, _, Some(number)) => Ok(binary(side.formula, operator, Formula::Number(number))),
        // A number is never equal to a text that is none, and neither above nor below it.
        (Type::Number, _, None) => Ok(Formula::Bool(equality == Some(false))),
        (Type::Bool, Some(is_equal), _) => match literal {
            "true" | "1" => Ok(if is_equal { side.formula } else { not(side.formula) }),
            "false" | "0" => Ok(if is_equal { not(side.formula) } else { side.formula }),
            _ => cannot(format!("it compares true or false with {}", quoted(literal))),
        },
        (Type::Date(length), _, _) if is_date(literal) => {
            Ok(binary(side.formula, operator, Formula::Text(period(&day(literal), *length))))
        }
        (Type::Date(_), ..) => cannot(format!("it compares a date with {}", quoted(literal))),
        (Type::Text, Some(_), _) => Ok(binary(side.formula, operator, Formula::Text(literal.to_owned()))),
        (Type::Text, None, Some(number)) => Ok(binary(as_number(side)?, operator, Formula::Number(number))),
        _ => cannot(format!("it compares with {} what has no such order", quoted(literal))),
    }
}

fn both(left: Typed, operator: Operator, right: Typed) -> Result<Formula, Failure> {
    let is_equality = matches!(operator, Operator::Equal | Operator::Unequal);
    let are_answers = [&left, &right].iter().all(|side| side.is_answer() && side.formula != this());
    let missing = [not_answered(&left.formula), not_answered(&right.formula)];
    let compared = |left, right| {
        let compared = binary(left, operator, right);
        // Two answers that are both missing are equal there.
        let [one, other] = missing.clone();
        Ok(match operator {
            Operator::Equal if are_answers => or(compared, and(one, other)),
            Operator::Unequal if are_answers => and(compared, or(not(one), not(other))),
            _ => compared,
        })
    };
    match (&left.ty, &right.ty) {
        (Type::Number, Type::Number) | (Type::Date(_), Type::Date(_)) => compared(left.formula, right.formula),
        (Type::Bool, Type::Bool) | (Type::Text, Type::Text) if is_equality => compared(left.formula, right.formula),
        (Type::Choice(one), Type::Choice(other)) if is_equality => {
            if one.0.iter().any(|(_, code)| other.0.iter().any(|(_, same)| same == code)) {
                compared(left.formula, right.formula)
            } else {
                Ok(Formula::Bool(operator == Operator::Unequal))
            }
        }
        (Type::Choice(_) | Type::Date(_), Type::Text) | (Type::Text, Type::Choice(_) | Type::Date(_))
            if is_equality =>
        {
            compared(left.formula, right.formula)
        }
        (Type::Choices(_), _) | (_, Type::Choices(_)) => cannot("it compares several choices with something else"),
        _ => compared(as_number(left)?, as_number(right)?),
    }
}

fn this() -> Formula {
    Formula::Name("this".into())
}

fn not_answered(formula: &Formula) -> Formula {
    Formula::Unary(Unary::Empty, Box::new(formula.clone()))
}

/// A text or number that is written out.
fn literal(value: &Typed) -> Option<String> {
    match &value.formula {
        Formula::Text(text) => Some(text.clone()),
        Formula::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Whether a comparison of two that are written out holds: as texts if one is no number, else as numbers.
fn holds(one: &str, operator: Operator, other: &str) -> bool {
    let numbers = decimal(one).zip(decimal(other));
    match (operator, numbers) {
        (Operator::Equal, None) => one == other,
        (Operator::Unequal, None) => one != other,
        (_, Some((one, other))) => number_holds(one, operator, other),
        (_, None) => false,
    }
}

#[expect(clippy::float_cmp, reason = "numbers as they are written")]
fn number_holds(one: f64, operator: Operator, other: f64) -> bool {
    match operator {
        Operator::Equal => one == other,
        Operator::Unequal => one != other,
        Operator::Less => one < other,
        Operator::AtMost => one <= other,
        Operator::Greater => one > other,
        Operator::AtLeast => one >= other,
        _ => false,
    }
}

/// The options whose name, taken for a number, stands in this order to another.
fn ordered(codes: &Codes, question: &Formula, operator: Operator, number: f64) -> Result<Formula, Failure> {
    let mut fitting = Vec::new();
    for (name, code) in &codes.0 {
        match decimal(name) {
            Some(value) if number_holds(value, operator, number) => fitting.push(code.as_str()),
            Some(_) => {}
            None => return cannot(format!("it orders choices, and the choice {name} is no number")),
        }
    }
    Ok(is_one_of(question, &fitting))
}

/// Of several choices these are ticked and no other; their names stand with blanks between them.
fn only(codes: &Codes, question: &Formula, names: &str) -> Formula {
    let names: BTreeSet<&str> = names.split_whitespace().collect();
    let has = |name: &&str| has_one_of(question, &codes.of(name).collect::<Vec<_>>());
    let count = u16::try_from(names.len()).map_or(f64::INFINITY, f64::from);
    let size = binary(size_of(question.clone()), Operator::Equal, Formula::Number(count));
    and(names.iter().map(has).reduce(and).unwrap_or(Formula::Bool(false)), size)
}

/// Whether a text is a date, a month, a year or a time as we write them.
pub fn is_date(text: &str) -> bool {
    let fits = |pattern: &str| {
        text.len() == pattern.len()
            && text
                .bytes()
                .zip(pattern.bytes())
                .all(|(byte, sign)| if sign == b'0' { byte.is_ascii_digit() } else { byte == sign })
    };
    ["0000-00-00", "0000-00", "0000", "00:00"].iter().any(|pattern| fits(pattern))
        || fits("00:00:00")
        || fits("00:00:00.000")
}

/// A date as we write it: times have no seconds.
pub fn day(text: &str) -> String {
    if text.contains(':') { text.chars().take(5).collect() } else { text.to_owned() }
}
