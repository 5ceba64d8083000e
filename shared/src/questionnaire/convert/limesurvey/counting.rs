//! How many of several values are there, and sums of what always is.

use super::value::{Found, Value};
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::convert::formula::fold::{call, either, size_of};

/// How many of the values are there.
pub fn count(values: Vec<Value>) -> Found<Formula> {
    let (mut places, mut terms) = (Vec::new(), Vec::new());
    for value in values {
        match value.bare() {
            Value::Number(of) | Value::Text(of) | Value::Date(of, _) | Value::Choice(of, _) => places.push(of),
            Value::Several(of, _) | Value::Ranked(of, _) => terms.push(size_of(of)),
            Value::List(list) => terms.push(count(list.into_iter().map(|(_, value)| value).collect())?),
            other => {
                let there = other.presence()?;
                terms.push(either(there, Formula::Number(1.0), Formula::Number(0.0)));
            }
        }
    }
    if !places.is_empty() {
        terms.insert(0, call("count", places));
    }
    Ok(added(terms))
}

/// The sum of terms that are always there.
pub fn added(mut terms: Vec<Formula>) -> Formula {
    match terms.len() {
        0 => Formula::Number(0.0),
        1 => terms.remove(0),
        _ => call("sum", terms),
    }
}
