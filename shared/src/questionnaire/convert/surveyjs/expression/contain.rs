//! What is among the options of a question, or part of a text.

use super::term::{Term, Type};
use super::{Why, and, binary, call, not, or, other, text};
use crate::questionnaire::convert::formula::fold::size_of;
use crate::questionnaire::convert::formula::{Formula, Operator};
use crate::questionnaire::convert::surveyjs::known::Options;

/// Whether the left side has the right one; of several all of them.
pub fn contains(left: &Term, right: &Term) -> Result<Formula, Why> {
    match (&left.ty, &right.ty) {
        (Type::Nothing, _) | (_, Type::Nothing) => Ok(Formula::Bool(false)),
        (Type::Choices(options), Type::List(items)) => every(items, |item| ticked(left, options, item)),
        (Type::Choices(options), _) => ticked(left, options, right),
        (Type::List(items), _) => one_equals(right, items),
        (Type::Choice(options), _) => {
            // Of one option their language asks for a part of its value.
            let Some(part) = right.literal() else { return unknown(right) };
            let part = part.to_lowercase();
            Ok(one_of(left, &options.codes(|value| value.to_lowercase().contains(&part))))
        }
        (Type::Text, _) => match right.literal() {
            Some(part) => Ok(has_part(left, &part)),
            None => unknown(right),
        },
        _ => other(format!("{} contains nothing", left.called())),
    }
}

/// Whether the left side has nothing of the right one; in theirs not even then if the right one is nothing.
pub fn lacks(left: &Term, right: &Term) -> Result<Formula, Why> {
    match right.ty {
        Type::Nothing => Ok(Formula::Bool(false)),
        _ => contains(left, right).map(not),
    }
}

/// Whether the left side has one of the right ones, or is one of them.
pub fn any_of(left: &Term, right: &Term) -> Result<Formula, Why> {
    let single = [right.clone()];
    let items = if let Type::List(items) = &right.ty { items.as_slice() } else { &single };
    match &left.ty {
        Type::Choices(options) => {
            let found = items.iter().map(|item| ticked(left, options, item)).collect::<Result<Vec<_>, _>>()?;
            Ok(found.into_iter().fold(Formula::Bool(false), or))
        }
        _ => one_equals(left, items),
    }
}

/// Whether the left side has all of the right ones.
pub fn all_of(left: &Term, right: &Term) -> Result<Formula, Why> {
    contains(left, right)
}

/// Whether exactly these options are ticked.
pub fn exactly(question: &Term, options: &Options, items: &[Term]) -> Formula {
    let mut codes = vec![];
    for item in items {
        let Some(code) = item.literal().and_then(|value| options.code(&value).map(str::to_owned)) else {
            return Formula::Bool(false);
        };
        codes.push(code);
    }
    codes.sort();
    codes.dedup();
    let count = u32::try_from(codes.len()).map_or(0.0, f64::from);
    let size = binary(size_of(question.formula.clone()), Operator::Equal, Formula::Number(count));
    codes.iter().fold(size, |whole, code| and(whole, has(question, code)))
}

/// Whether the option is ticked.
pub fn has(question: &Term, code: &str) -> Formula {
    binary(question.formula.clone(), Operator::Contains, text(code))
}

/// Whether the question's option is one of `codes`.
pub fn one_of(question: &Term, codes: &[&str]) -> Formula {
    match codes {
        [] => Formula::Bool(false),
        [code] => super::compare::is(question, code),
        codes if question.is_only() => codes.iter().map(|code| has(question, code)).fold(Formula::Bool(false), or),
        codes => {
            let list = Formula::List(codes.iter().map(|code| text(*code)).collect());
            binary(list, Operator::Contains, question.formula.clone())
        }
    }
}

fn ticked(question: &Term, options: &Options, item: &Term) -> Result<Formula, Why> {
    if let (Type::Choice(others), Formula::Ours(_)) = (&item.ty, &item.formula) {
        let agree = others.values.iter().all(|(value, code)| options.code(value).is_none_or(|other| other == code));
        let shared = others.values.iter().any(|(value, _)| options.code(value).is_some());
        return if agree && shared {
            Ok(binary(question.formula.clone(), Operator::Contains, item.formula.clone()))
        } else {
            other("the two questions have other codes for the same value")
        };
    }
    match item.literal() {
        Some(value) => Ok(options.code(&value).map_or(Formula::Bool(false), |code| has(question, code))),
        None => unknown(item),
    }
}

/// Whether the left side equals one of the items.
fn one_equals(left: &Term, items: &[Term]) -> Result<Formula, Why> {
    if let Type::Choice(options) = &left.ty
        && let Ok(codes) = items.iter().map(|item| super::compare::code(options, item)).collect::<Result<Vec<_>, _>>()
    {
        let mut codes: Vec<_> = codes.into_iter().flatten().collect();
        let mut seen = std::collections::HashSet::new();
        codes.retain(|code| seen.insert(*code));
        return Ok(one_of(left, &codes));
    }
    let each = items.iter().map(|item| super::compare::equal(left, item)).collect::<Result<Vec<_>, _>>()?;
    Ok(each.into_iter().fold(Formula::Bool(false), or))
}

fn every(items: &[Term], holds: impl Fn(&Term) -> Result<Formula, Why>) -> Result<Formula, Why> {
    let each = items.iter().map(holds).collect::<Result<Vec<_>, _>>()?;
    Ok(each.into_iter().fold(Formula::Bool(true), and))
}

fn has_part(side: &Term, part: &str) -> Formula {
    let small = part.to_lowercase();
    let has_case = small != part.to_uppercase();
    let formula = side.formula.clone();
    call(".contains", [if has_case { call("lower", [formula]) } else { formula }, text(small)])
}

fn unknown(item: &Term) -> Result<Formula, Why> {
    other(format!("it looks for {} that is not written out", item.called()))
}
