//! Functions: of each sort one room, and those that give what they are given.

mod dates;
mod foreign;
mod numbers;
mod truths;

use super::super::super::formula::{Formula, Operator};
use super::super::scope::Type;
use super::value::{as_number, as_text, is_there, or_else};
use super::{Failure, Place, Typed, cannot};
use crate::questionnaire::convert::formula::fold::{binary, call, either};

/// How many values a function takes; nothing if there is no such function.
fn takes(name: &str) -> Option<&'static str> {
    Some(match name {
        "true" | "false" | "today" | "now" => "no value",
        "not"
        | "boolean"
        | "boolean-from-string"
        | "once"
        | "string"
        | "lower-case"
        | "upper-case"
        | "number"
        | "int"
        | "abs"
        | "floor"
        | "ceiling"
        | "string-length"
        | "count-selected"
        | "count"
        | "date" => "one value",
        "round" => "one value or two",
        "selected" | "regex" | "contains" | "starts-with" | "ends-with" | "coalesce" | "format-date" => "two values",
        "if" => "three values: the condition, then, otherwise",
        "concat" | "sum" | "min" | "max" | "count-non-empty" => "values",
        _ => return None,
    })
}

impl Place<'_> {
    pub(super) fn call(&self, name: &str, arguments: &[Formula]) -> Result<Typed, Failure> {
        let folded = name.to_lowercase();
        if let Some(found) = self.truths(&folded, arguments).or_else(|| self.texts(&folded, arguments)) {
            return found;
        }
        if let Some(found) = self.numbers_of(&folded, arguments).or_else(|| self.dates(&folded, arguments)) {
            return found;
        }
        match folded.as_str() {
            "coalesce" if arguments.len() == 2 => self.coalesce(arguments),
            "if" if arguments.len() == 3 => self.choose(arguments),
            "once" if arguments.len() == 1 => {
                self.changed("once(...) keeps the first value; here it follows the answers");
                self.value(&arguments[0])
            }
            other if foreign::is_foreign(other) => cannot(format!("our expressions have nothing like {other}(...)")),
            other => Err(Failure::Broken(match takes(other) {
                Some(count) => format!("{name} takes {count}; correct the expression"),
                None => format!("there is no function {name}; correct the expression"),
            })),
        }
    }

    /// Functions that give a text.
    fn texts(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let found = match (name, arguments) {
            ("string", [side]) => self.text(side),
            ("lower-case", [side]) => self.text(side).map(|text| call("lower", [text])),
            ("upper-case", [side]) => self.text(side).map(|text| call("upper", [text])),
            ("concat", [_, ..]) => self.concat(arguments),
            _ => return None,
        };
        Some(found.map(Typed::text))
    }

    /// Texts joined; what is missing is an empty one.
    fn concat(&self, arguments: &[Formula]) -> Result<Formula, Failure> {
        let part = |argument| self.text(argument).map(|text| or_else(text, Formula::Text(String::new())));
        let texts: Vec<_> = arguments.iter().map(part).collect::<Result<_, _>>()?;
        let joined = texts.into_iter().reduce(|left, right| binary(left, Operator::Plus, right));
        Ok(joined.unwrap_or(Formula::Text(String::new())))
    }

    fn coalesce(&self, arguments: &[Formula]) -> Result<Typed, Failure> {
        let (one, other) = (self.value(&arguments[0])?, self.value(&arguments[1])?);
        let (ty, values) = match (&one.ty, &other.ty) {
            (left, right) if left == right && is_there(&one.formula) => return Ok(one),
            (left, right) if left == right => (one.ty, vec![one.formula, other.formula]),
            (Type::Number, _) => (Type::Number, vec![one.formula, as_number(other)?]),
            (_, Type::Number) if !matches!(one.ty, Type::Text) => (Type::Number, vec![as_number(one)?, other.formula]),
            _ => (Type::Text, vec![as_text(one)?, as_text(other)?]),
        };
        Ok(Typed { formula: call("coalesce", values), ty })
    }

    /// `if(condition, then, otherwise)`.
    fn choose(&self, arguments: &[Formula]) -> Result<Typed, Failure> {
        let condition = self.truth(&arguments[0])?;
        let (then, otherwise) = (self.value(&arguments[1])?, self.value(&arguments[2])?);
        match condition {
            Formula::Bool(true) => return Ok(then),
            Formula::Bool(false) => return Ok(otherwise),
            _ => {}
        }
        let is_empty = |value: &Typed| matches!(&value.formula, Formula::Text(text) if text.is_empty());
        let missing = || call("number", [Formula::Text(String::new())]);
        let (ty, then, otherwise) = match (&then.ty, &otherwise.ty) {
            (left, right) if left == right => (then.ty, then.formula, otherwise.formula),
            // A number or nothing.
            (Type::Number, _) if is_empty(&otherwise) => (Type::Number, then.formula, missing()),
            (_, Type::Number) if is_empty(&then) => (Type::Number, missing(), otherwise.formula),
            (Type::Number | Type::Bool | Type::Choice(_), Type::Number)
            | (Type::Number, Type::Bool | Type::Choice(_)) => (Type::Number, as_number(then)?, as_number(otherwise)?),
            _ => (Type::Text, as_text(then)?, as_text(otherwise)?),
        };
        Ok(Typed { formula: either(condition, then, otherwise), ty })
    }
}
