//! What a condition that holds tells of the answers it looks at: some must be there, and so their questions were asked.

use std::collections::BTreeSet;

use super::super::formula::{Formula, Operator, Unary, print};

/// Places of answers as our expressions write them, and options that are ticked (`"a" in q`).
pub type Places = BTreeSet<String>;

/// The places that are answered wherever `condition` holds.
pub fn needs(condition: &Formula) -> Places {
    when(condition, true)
}

/// The places that are answered wherever `condition` comes to `truth`.
fn when(condition: &Formula, truth: bool) -> Places {
    match condition {
        Formula::Unary(Unary::Not, side) => when(side, !truth),
        Formula::Binary(left, Operator::And, right) => joined(truth, when(left, truth), when(right, truth)),
        Formula::Binary(left, Operator::Or, right) => joined(!truth, when(left, truth), when(right, truth)),
        // Missing is unequal to everything, and nothing else holds of it.
        Formula::Binary(left, Operator::Unequal, right) if !truth => joined(true, strict(left), strict(right)),
        Formula::Binary(left, operator, right) if truth && *operator != Operator::Unequal => {
            let mut places = joined(true, strict(left), strict(right));
            if is_above_nothing(*operator, right) {
                places.extend(positive(left));
            }
            if *operator == Operator::Contains {
                places.insert(print(condition));
            }
            places
        }
        Formula::Unary(Unary::NotEmpty, of) if truth => strict(of),
        Formula::Unary(Unary::Empty, of) if !truth => strict(of),
        Formula::Call(name, _) if truth && name == ".matches" => strict(condition),
        _ => Places::new(),
    }
}

/// The places without which there is no value.
fn strict(value: &Formula) -> Places {
    match value {
        Formula::Ours(place) => Places::from([place.clone()]),
        Formula::Unary(Unary::Minus, side) => strict(side),
        Formula::Binary(left, Operator::Plus | Operator::Minus | Operator::Times | Operator::Over, right) => {
            joined(true, strict(left), strict(right))
        }
        Formula::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
            // No number stands in an empty text.
            ("number", [Formula::Call(name, arguments)]) if name == "coalesce" => match arguments.as_slice() {
                [of, Formula::Text(text)] if text.is_empty() => strict(of),
                _ => Places::new(),
            },
            ("number" | "text" | "abs" | "round" | "floor" | "ceil" | "year" | "lower" | "upper" | "size", _) => {
                all(arguments)
            }
            ("min" | "max" | "average", _) => any(arguments, strict),
            (".matches", [of, _]) => strict(of),
            _ => Places::new(),
        },
        _ => Places::new(),
    }
}

/// The places without which a number is not above 0.
fn positive(number: &Formula) -> Places {
    match number {
        Formula::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
            ("coalesce", [of, Formula::Number(number)]) if *number <= 0.0 => strict(of),
            ("sum", _) => any(arguments, positive),
            ("count", _) => any(arguments, strict),
            _ => strict(number),
        },
        Formula::Either(parts) if matches!(parts.2, Formula::Number(number) if number <= 0.0) => when(&parts.0, true),
        _ => strict(number),
    }
}

/// Whether only what is above 0 compares like this.
fn is_above_nothing(operator: Operator, right: &Formula) -> bool {
    let Formula::Number(number) = right else { return false };
    match operator {
        Operator::Greater => *number >= 0.0,
        Operator::AtLeast | Operator::Equal => *number > 0.0,
        _ => false,
    }
}

fn all(values: &[Formula]) -> Places {
    values.iter().flat_map(strict).collect()
}

/// What each of the values takes.
fn any(values: &[Formula], takes: fn(&Formula) -> Places) -> Places {
    values.iter().map(takes).reduce(|one, other| joined(false, one, other)).unwrap_or_default()
}

/// Both, or what the two have in common. Long chains add few to many, time and again.
fn joined(both: bool, one: Places, other: Places) -> Places {
    let (mut more, fewer) = if one.len() < other.len() { (other, one) } else { (one, other) };
    if both {
        more.extend(fewer);
        return more;
    }
    fewer.into_iter().filter(|place| more.contains(place)).collect()
}
