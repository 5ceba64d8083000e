//! Computing. In theirs a missing number counts as 0; ours makes the whole missing, so what may be missing is said to be 0.

use super::term::{Term, Type};
use super::{Why, binary, call, other, text};
use crate::questionnaire::convert::formula::{Formula, Operator, Unary};
use crate::questionnaire::convert::surveyjs::known::Options;
use crate::questionnaire::problem::quoted;

/// The greatest exponent that is written as a product.
const GREATEST_POWER: f64 = 6.0;
/// More options than this are not turned into numbers one by one.
const MOST_OPTIONS: usize = 40;

/// `left operator right`
pub fn compute(left: &Term, operator: Operator, right: &Term) -> Result<Term, Why> {
    let formula = match operator {
        Operator::Plus if is_text(left) || is_text(right) => {
            let joined = binary(words(left)?, Operator::Plus, words(right)?);
            return Ok(Term::new(joined, Type::Text));
        }
        Operator::Plus => call("sum", [addends(left)?, addends(right)?].concat()),
        Operator::Power => power(left, right)?,
        // A missing divisor makes the quotient missing in theirs, too.
        Operator::Over | Operator::Rest => binary(number(left, true)?, operator, number(right, false)?),
        _ => binary(number(left, true)?, operator, number(right, true)?),
    };
    Ok(Term::new(formula, Type::Number))
}

/// What a side adds to a sum; a sum in a sum is one sum.
fn addends(side: &Term) -> Result<Vec<Formula>, Why> {
    match (&side.ty, &side.formula) {
        (Type::Number, Formula::Call(name, addends)) if name == "sum" => Ok(addends.clone()),
        (Type::Choice(_), _) => Ok(vec![number(side, true)?]),
        _ => Ok(vec![number(side, false)?]),
    }
}

fn power(base: &Term, exponent: &Term) -> Result<Formula, Why> {
    let exponent = exponent.literal_number().filter(|number| number.fract() == 0.0);
    let Some(mut left) = exponent.filter(|number| (1.0..=GREATEST_POWER).contains(number)) else {
        return other(format!(
            "a power can be carried over only if its exponent is a whole number from 1 to {GREATEST_POWER}"
        ));
    };
    let base = number(base, true)?;
    let mut product = base.clone();
    while left > 1.0 {
        product = binary(product, Operator::Times, base.clone());
        left -= 1.0;
    }
    Ok(product)
}

/// A side as a number; with `or_zero` 0 where it is missing.
pub fn number(side: &Term, or_zero: bool) -> Result<Formula, Why> {
    let formula = side.formula.clone();
    let found = match &side.ty {
        Type::Number => formula,
        Type::Word(word) => {
            let number = side.literal_number();
            return number.map(Formula::Number).ok_or_else(|| Why::Other(format!("{} is no number", quoted(word))));
        }
        Type::Text => call("number", [formula]),
        Type::Choice(options) => return choice(side, options, or_zero),
        _ => return other(format!("{} stands where a number is needed", side.called())),
    };
    let is_there = is_there(&found);
    Ok(if or_zero && !is_there { call("coalesce", [found, Formula::Number(0.0)]) } else { found })
}

/// Whether a number is never missing.
pub fn is_there(number: &Formula) -> bool {
    match number {
        Formula::Number(_) => true,
        Formula::Unary(Unary::Minus, side) => is_there(side),
        Formula::Call(name, _) => ["sum", "count", "coalesce"].contains(&name.as_str()),
        Formula::Binary(left, operator, right) => {
            !matches!(operator, Operator::Over | Operator::Rest) && is_there(left) && is_there(right)
        }
        Formula::Either(parts) => is_there(&parts.1) && is_there(&parts.2),
        _ => false,
    }
}

/// The number that an option stands for; an option that is no number counts as missing.
fn choice(question: &Term, options: &Options, or_zero: bool) -> Result<Formula, Why> {
    let numbers = options.values.iter().filter_map(|(value, code)| Some((options.number(value)?, code)));
    let numbers: Vec<(f64, &String)> = numbers.collect();
    if numbers.is_empty() || numbers.len() > MOST_OPTIONS {
        return other("options that are no numbers stand where a number is needed");
    }
    let missing = if or_zero { Formula::Number(0.0) } else { text("") };
    let chosen = numbers.into_iter().rev().fold(missing, |otherwise, (number, code)| {
        let is_it = super::compare::is(question, code);
        let number = match (or_zero, number < 0.0) {
            (false, _) => text(number.to_string()),
            (true, false) => Formula::Number(number),
            (true, true) => Formula::Unary(Unary::Minus, Box::new(Formula::Number(-number))),
        };
        Formula::Either(Box::new((is_it, number, otherwise)))
    });
    Ok(if or_zero { chosen } else { call("number", [chosen]) })
}

/// A side as a text, empty where it is missing.
pub fn words(side: &Term) -> Result<Formula, Why> {
    let formula = side.formula.clone();
    match &side.ty {
        Type::Word(_) => Ok(formula),
        Type::Nothing => Ok(text("")),
        Type::Text => Ok(match &formula {
            Formula::Ours(_) => call("coalesce", [formula, text("")]),
            _ => formula,
        }),
        Type::Number => Ok(match formula {
            Formula::Number(number) => text(number.to_string()),
            formula => call("coalesce", [call("text", [formula]), text("")]),
        }),
        _ => other(format!("{} cannot be joined with a text", side.called())),
    }
}

fn is_text(side: &Term) -> bool {
    matches!(side.ty, Type::Text) || (matches!(side.ty, Type::Word(_)) && side.literal_number().is_none())
}
