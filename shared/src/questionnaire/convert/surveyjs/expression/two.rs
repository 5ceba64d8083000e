//! Two answers compared with each other. In theirs two that are missing are equal, and so at most and at least each other; in ours
//! nothing is anything to what is missing, so it is said beside the comparison.

use super::arithmetic::is_there;
use super::{and, binary, or};
use crate::questionnaire::convert::formula::{Formula, Operator, Unary};

/// Whether two values are equal, or in order, or both missing.
pub fn equal(comparison: Formula) -> Formula {
    match missing(&comparison).map(|[left, right]| both_missing(left, right)) {
        Some(both) => or(comparison, both),
        None => comparison,
    }
}

/// Whether two values differ, which two that are missing do not.
pub fn unequal(comparison: Formula) -> Formula {
    match missing(&comparison).map(|[left, right]| or(answered(left), answered(right))) {
        Some(one) => and(comparison, one),
        None => comparison,
    }
}

/// `left operator right`; a comparison of two answers and a word on their being there are the comparison of ours alone.
pub fn joined(left: Formula, operator: Operator, right: Formula) -> Formula {
    let join = if operator == Operator::And { and } else { or };
    match left {
        Formula::Binary(first, same, last) if same == operator => match plain(&last, operator, &right) {
            Some(comparison) => join(*first, comparison),
            None => join(Formula::Binary(first, same, last), right),
        },
        left => plain(&left, operator, &right).unwrap_or_else(|| join(left, right)),
    }
}

/// The comparison in `a == b || !answered(a) && !answered(b)` or `a != b && (answered(a) || answered(b))`.
pub fn comparison(formula: &Formula) -> Option<&Formula> {
    let Formula::Binary(one, operator, _) = formula else { return None };
    let Formula::Binary(_, compares, _) = &**one else { return None };
    let made = match (operator, compares) {
        (Operator::Or, Operator::Equal | Operator::AtMost | Operator::AtLeast) => equal((**one).clone()),
        (Operator::And, Operator::Unequal) => unequal((**one).clone()),
        _ => return None,
    };
    (made == *formula).then_some(&**one)
}

/// What stays where the first side is known to be there (`and`), or is missing as well (`or`).
fn plain(whole: &Formula, operator: Operator, word: &Formula) -> Option<Formula> {
    let one = comparison(whole)?;
    let [left, _] = missing(one)?;
    let said = match (operator, one) {
        (Operator::And, Formula::Binary(_, Operator::Equal | Operator::AtMost | Operator::AtLeast, _)) => {
            answered(left)
        }
        (Operator::Or, Formula::Binary(_, Operator::Unequal, _)) => empty(left),
        _ => return None,
    };
    (said == *word).then(|| one.clone())
}

/// The two sides of a comparison that may both be missing.
pub fn missing(comparison: &Formula) -> Option<[&Formula; 2]> {
    let Formula::Binary(left, operator, right) = comparison else { return None };
    let sides = [answer(left), answer(right)];
    if !matches!(operator, Operator::Equal | Operator::Unequal | Operator::AtMost | Operator::AtLeast) {
        return None;
    }
    sides.iter().all(|side| may_be_missing(side)).then_some(sides)
}

/// A text without what makes its letters small.
pub fn bare(side: &Formula) -> &Formula {
    match side {
        Formula::Call(name, arguments) if name == "lower" && arguments.len() == 1 => &arguments[0],
        side => side,
    }
}

/// The answer that is compared: a text that is no number is there nevertheless.
fn answer(side: &Formula) -> &Formula {
    match side {
        Formula::Call(name, arguments) if name == "number" && matches!(arguments.as_slice(), [Formula::Ours(_)]) => {
            &arguments[0]
        }
        side => bare(side),
    }
}

fn may_be_missing(side: &Formula) -> bool {
    match side {
        Formula::Ours(name) | Formula::Name(name) => !["this", "today"].contains(&name.as_str()),
        Formula::Text(_) | Formula::Bool(_) => false,
        // Texts that are joined.
        Formula::Binary(left, Operator::Plus, right) => may_be_missing(left) || may_be_missing(right),
        side => !is_there(side),
    }
}

fn answered(side: &Formula) -> Formula {
    Formula::Unary(Unary::NotEmpty, Box::new(side.clone()))
}

fn empty(side: &Formula) -> Formula {
    Formula::Unary(Unary::Empty, Box::new(side.clone()))
}

/// What is left of the equality of two answers that are never the same.
pub fn both_missing(left: &Formula, right: &Formula) -> Formula {
    and(empty(left), empty(right))
}

/// A comparison for the order of two answers, which are missing where `sides` are.
pub fn ordered(comparison: Formula, sides: [&Formula; 2]) -> Formula {
    let reaches = matches!(comparison, Formula::Binary(_, Operator::AtMost | Operator::AtLeast, _));
    if reaches && sides.iter().all(|side| may_be_missing(side)) {
        return or(comparison, both_missing(sides[0], sides[1]));
    }
    comparison
}

/// `left == right` of two answers.
pub fn same(left: Formula, right: Formula) -> Formula {
    equal(binary(left, Operator::Equal, right))
}
