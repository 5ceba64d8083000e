//! Our own expressions read into the tree, for who writes them in another dialect.

use super::{Dialect, Formula, NotAFormula, Operator, Unary, parse};

/// Our expressions. `value in list` is read with its sides as they are written; [`read`] turns them round.
pub const OURS: Dialect = Dialect {
    operators: &[
        ("||", Operator::Or),
        ("&&", Operator::And),
        ("==", Operator::Equal),
        ("!=", Operator::Unequal),
        ("<=", Operator::AtMost),
        ("<", Operator::Less),
        (">=", Operator::AtLeast),
        (">", Operator::Greater),
        ("in", Operator::Contains),
        ("+", Operator::Plus),
        ("-", Operator::Minus),
        ("*", Operator::Times),
        ("/", Operator::Over),
        ("%", Operator::Rest),
    ],
    prefixes: &[("!", Unary::Not)],
    suffixes: &[],
    marked: path,
    in_names: "",
};

/// Reads one of our expressions. Names keep their dots (`matrix.row`); `answers["q"]` is the name `q` in brackets: `[q]`.
/// `answered(x)` and `!answered(x)` are [`Unary::NotEmpty`] and [`Unary::Empty`].
pub fn read(text: &str) -> Result<Formula, NotAFormula> {
    parse(text, &OURS).map(turned)
}

/// A name with its parts: `q`, `q.row`, `company.sector`, `answers["q-1"].row`. A part with a bracket behind it is called.
fn path(text: &str) -> Option<(String, usize)> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    let word = |from: &str| from.find(|c| !is_letter(c)).unwrap_or(from.len());
    if !text.starts_with(|c: char| is_letter(c) && !c.is_numeric()) {
        return None;
    }
    let mut length = word(text);
    let mut name = text[..length].to_owned();
    if name == "answers" {
        let (code, end) = text[length..].strip_prefix("[\"").and_then(|rest| Some((rest, rest.find("\"]")?)))?;
        name = format!("[{}]", &code[..end]);
        length += end + 4;
    } else if ["true", "false", "in"].contains(&name.as_str()) || text[length..].starts_with('(') {
        return None;
    }
    while let Some(part) = text[length..].strip_prefix('.') {
        let end = word(part);
        if end == 0 || part[end..].starts_with('(') {
            break;
        }
        name.extend(['.']);
        name.push_str(&part[..end]);
        length += end + 1;
    }
    Some((name, length))
}

/// The parts of the tree as other dialects have them.
fn turned(formula: Formula) -> Formula {
    match formula {
        Formula::Binary(value, Operator::Contains, list) => {
            Formula::Binary(Box::new(turned(*list)), Operator::Contains, Box::new(turned(*value)))
        }
        Formula::Binary(left, operator, right) => {
            Formula::Binary(Box::new(turned(*left)), operator, Box::new(turned(*right)))
        }
        Formula::Call(name, mut arguments) if name == "answered" && arguments.len() == 1 => {
            let side = arguments.pop().map_or(Formula::List(vec![]), turned);
            Formula::Unary(Unary::NotEmpty, Box::new(side))
        }
        Formula::Unary(Unary::Not, side) => match turned(*side) {
            Formula::Unary(Unary::NotEmpty, side) => Formula::Unary(Unary::Empty, side),
            side => Formula::Unary(Unary::Not, Box::new(side)),
        },
        Formula::Unary(unary, side) => Formula::Unary(unary, Box::new(turned(*side))),
        Formula::List(items) => Formula::List(items.into_iter().map(turned).collect()),
        Formula::Call(name, arguments) => Formula::Call(name, arguments.into_iter().map(turned).collect()),
        Formula::Either(parts) => {
            let (condition, then, otherwise) = *parts;
            Formula::Either(Box::new((turned(condition), turned(then), turned(otherwise))))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::print;
    use super::*;

    #[test]
    fn what_is_read_prints_as_it_was_written() {
        for text in [
            "a == \"x\" && !(b > 3) || c.row != \"2\"",
            "\"x\" in q && size(q) >= 2",
            "!answered(q) || answered(t.row.column)",
            "lower(q).contains(\"a\\\"b\") && q.matches(\"^[0-9]+$\")",
            "(a > 0 ? sum(a, b) : (c == \"1\" ? 1 : 0))",
            "a in [\"x\", \"y\"]",
            "a - (b - c) * -2 % 3",
            "company.sector == \"C\" && today >= \"2026-01-01\"",
        ] {
            assert_eq!(print(&read(text).unwrap()), text);
        }
    }

    #[test]
    fn names_are_names_whatever_they_mean_otherwise() {
        assert_eq!(read("answers[\"q-1\"].row").unwrap(), Formula::Name("[q-1].row".into()));
        assert_eq!(read("true").unwrap(), Formula::Bool(true));
        assert_eq!(read("in_time").unwrap(), Formula::Name("in_time".into()));
    }

    proptest! {
        #[test]
        fn nothing_brings_it_down(text in "[a-c=<>!()\\[\\], '\"+*?:.0-9insw-]{0,60}", any in "\\PC{0,40}") {
            for text in [text, any] {
                if let Ok(formula) = read(&text) {
                    let _ = print(&formula);
                }
            }
        }
    }
}
