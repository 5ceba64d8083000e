//! Options as numbers and texts: our expressions compare options and do nothing else with them.

use super::super::super::formula::{Formula, Operator};
use super::super::scope::Codes;
use super::{Failure, cannot};
use crate::questionnaire::convert::formula::fold::{binary, call, decimal, either};

/// Options of a question that is taken for a number or a text.
const MOST: usize = 12;

/// The number that an option's name is; missing without an answer.
pub fn number(codes: &Codes, question: &Formula) -> Result<Formula, Failure> {
    let mut numbers = Vec::new();
    for (name, code) in &codes.0 {
        match decimal(name) {
            Some(number) => numbers.push((code, Formula::Number(number))),
            None => return cannot(format!("it computes with choices, and the choice {name} is no number")),
        }
    }
    let missing = call("number", [Formula::Text(String::new())]);
    one_of(&numbers, question, missing)
}

/// The name of an option.
pub fn text(codes: &Codes, question: &Formula) -> Result<Formula, Failure> {
    let texts: Vec<_> = codes.0.iter().map(|(name, code)| (code, Formula::Text(name.clone()))).collect();
    one_of(&texts, question, Formula::Text(String::new()))
}

fn one_of(values: &[(&String, Formula)], question: &Formula, otherwise: Formula) -> Result<Formula, Failure> {
    if values.len() > MOST {
        return cannot(format!("it computes with the choices of a list of more than {MOST}"));
    }
    Ok(values
        .iter()
        .rev()
        .fold(otherwise, |otherwise, (code, value)| either(is(question, code), value.clone(), otherwise)))
}

/// The question was answered with this option.
pub fn is(question: &Formula, code: &str) -> Formula {
    binary(question.clone(), Operator::Equal, Formula::Text(code.to_owned()))
}

/// The question was answered with one of these options.
pub fn is_one_of(question: &Formula, codes: &[&str]) -> Formula {
    match codes {
        [] => Formula::Bool(false),
        [code] => is(question, code),
        codes => {
            let list = codes.iter().map(|code| Formula::Text((*code).to_owned())).collect();
            binary(Formula::List(list), Operator::Contains, question.clone())
        }
    }
}

/// One of these options is ticked.
pub fn has_one_of(question: &Formula, codes: &[&str]) -> Formula {
    let has = |code: &&str| binary(question.clone(), Operator::Contains, Formula::Text((*code).to_owned()));
    codes.iter().map(has).reduce(crate::questionnaire::convert::formula::fold::or).unwrap_or(Formula::Bool(false))
}
