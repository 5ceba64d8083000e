//! Comparisons with options, by their codes and by what they say.

use super::super::value::{Found, Options, Value, decimal, fault};
use super::{compare, is_equality};
use crate::questionnaire::convert::formula::fold::{binary, not};
use crate::questionnaire::convert::formula::{Formula, Operator};

/// Options have no order here: those whose code stands in the order asked for are listed.
pub fn choice(place: Formula, options: &Options, operator: Operator, text: &str) -> Formula {
    let text = text.trim();
    if is_equality(operator) {
        return match options.iter().find(|option| option.theirs == text) {
            Some(option) => binary(place, operator, Formula::Text(option.ours.clone())),
            // No answer can ever be that.
            None => Formula::Bool(operator == Operator::Unequal),
        };
    }
    let fits = |code: &str| {
        let order = match (decimal(code), decimal(text)) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            _ => code.cmp(text),
        };
        match operator {
            Operator::Less => order.is_lt(),
            Operator::AtMost => order.is_le(),
            Operator::Greater => order.is_gt(),
            _ => order.is_ge(),
        }
    };
    let fitting = options.iter().filter(|option| fits(&option.theirs));
    let list: Vec<_> = fitting.map(|option| Formula::Text(option.ours.clone())).collect();
    if list.is_empty() {
        return Formula::Bool(false);
    }
    binary(Formula::List(list), Operator::Contains, place)
}

/// The code of an option compared with a text that is typed in; nothing is like nothing.
pub fn code(option: Value, operator: Operator, text: Value) -> Found<Formula> {
    // Codes are the same in every language.
    let (text, code) = (text.text("")?, option.text("")?);
    Ok(binary(text, operator, code))
}

pub fn same_option(
    one: Formula,
    options: &Options,
    operator: Operator,
    other: Formula,
    others: &Options,
) -> Found<Formula> {
    let shared = options.iter().filter(|option| others.iter().any(|known| known.theirs == option.theirs));
    let mut shared = shared.peekable();
    if shared.peek().is_none() {
        return fault("the two have no option in common");
    }
    let are_named_alike =
        shared.all(|option| others.iter().any(|known| known.theirs == option.theirs && known.ours == option.ours));
    if are_named_alike { Ok(binary(one, operator, other)) } else { fault("the two have options of other names here") }
}

/// Compared with what options say, in whatever language.
pub fn label(value: Value, operator: Operator, text: &str) -> Found<Formula> {
    let Value::Choice(place, options) = value else {
        return compare(value, operator, Value::Said(text.to_owned()));
    };
    if !is_equality(operator) {
        return fault("what options say has no order");
    }
    let said = options.iter().filter(|option| option.label.values().any(|label| label == text));
    let list: Vec<_> = said.map(|option| Formula::Text(option.ours.clone())).collect();
    let found = match <[Formula; 1]>::try_from(list) {
        Ok([only]) => binary(place, Operator::Equal, only),
        Err(list) if list.is_empty() => Formula::Bool(false),
        Err(list) => binary(Formula::List(list), Operator::Contains, place),
    };
    Ok(if operator == Operator::Equal { found } else { not(found) })
}
