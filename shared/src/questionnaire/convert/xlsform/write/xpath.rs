//! Our expressions as `XPath`.

use super::super::super::formula::{Formula, Operator, Unary};
use super::names::{Holds, Names};

/// Where an expression stands.
pub struct Place<'n> {
    /// The names of the form.
    pub names: &'n Names,
    /// What the answer holds that a rule is about.
    pub this: Option<Holds>,
}

type Written = Result<String, String>;

impl Place<'_> {
    /// A formula, in brackets if it binds less than what stands around it.
    pub fn write(&self, formula: &Formula, within: u8) -> Written {
        match formula {
            Formula::Text(text) => quoted(text),
            Formula::Number(number) => Ok(number.to_string()),
            Formula::Bool(truth) => Ok(format!("{truth}()")),
            Formula::Name(name) => self.name(name).map(|(name, _)| name),
            Formula::Call(name, arguments) => self.call(name, arguments),
            Formula::Unary(Unary::Not, side) => Ok(format!("not({})", self.write(side, 0)?)),
            Formula::Unary(Unary::NotEmpty, side) => self.is_there(side, "!=", within),
            Formula::Unary(Unary::Empty, side) => self.is_there(side, "=", within),
            Formula::Unary(Unary::Minus, side) => Ok(format!("-{}", self.write(side, 6)?)),
            Formula::Either(parts) => {
                let (condition, then, otherwise) = &**parts;
                Ok(format!(
                    "if({}, {}, {})",
                    self.write(condition, 0)?,
                    self.write(then, 0)?,
                    self.write(otherwise, 0)?
                ))
            }
            Formula::Binary(left, operator, right) => self.between(left, *operator, right, within),
            _ => Err("a form cannot say this".into()),
        }
    }

    fn name(&self, name: &str) -> Result<(String, Holds), String> {
        match (name, self.this) {
            ("today", _) => Ok(("today()".into(), Holds::Date)),
            ("this", Some(this)) => Ok((".".into(), this)),
            _ => match self.names.get(name) {
                Some((_, Holds::Nothing)) | None => Err(format!("a form cannot look at {name}")),
                Some((name, holds)) => Ok((format!("${{{name}}}"), holds)),
            },
        }
    }

    /// What something holds, if it is the answer to a question.
    fn holds(&self, formula: &Formula) -> Option<Holds> {
        let Formula::Name(name) = formula else { return None };
        self.name(name).ok().map(|(_, holds)| holds)
    }

    /// Whether something was answered.
    fn is_there(&self, side: &Formula, sign: &str, within: u8) -> Written {
        let text = format!("{} {sign} ''", self.write(side, 4)?);
        Ok(if within > 3 { format!("({text})") } else { text })
    }

    fn between(&self, left: &Formula, operator: Operator, right: &Formula, within: u8) -> Written {
        if operator == Operator::Contains {
            return self.is_in(right, left, within);
        }
        let (sign, strength) = match operator {
            Operator::Or => ("or", 1),
            Operator::And => ("and", 2),
            Operator::Equal => ("=", 3),
            Operator::Unequal => ("!=", 3),
            Operator::Less => ("<", 3),
            Operator::AtMost => ("<=", 3),
            Operator::Greater => (">", 3),
            Operator::AtLeast => (">=", 3),
            Operator::Plus if self.is_text(left) || self.is_text(right) => {
                return Ok(format!("concat({}, {})", self.write(left, 0)?, self.write(right, 0)?));
            }
            Operator::Plus => ("+", 4),
            Operator::Minus => ("-", 4),
            Operator::Times => ("*", 5),
            Operator::Over => ("div", 5),
            Operator::Rest => ("mod", 5),
            _ => return Err("a form cannot say this".into()),
        };
        let (one, other) = (self.side(left, right, strength)?, self.side(right, left, strength + 1)?);
        let text = format!("{one} {sign} {other}");
        Ok(if strength < within { format!("({text})") } else { text })
    }

    /// One side of a comparison or calculation, with a view to the other.
    fn side(&self, side: &Formula, other: &Formula, strength: u8) -> Written {
        match (side, self.holds(other)) {
            (Formula::Text(text), Some(Holds::Consent)) if text == "yes" => Ok("'OK'".into()),
            (Formula::Text(text), Some(Holds::Date)) if text.len() == 10 => Ok(format!("date({})", quoted(text)?)),
            (_, Some(Holds::Choices)) if strength >= 3 => {
                Err("a form does not compare several choices as a whole".into())
            }
            _ => self.write(side, strength),
        }
    }

    fn is_text(&self, formula: &Formula) -> bool {
        match formula {
            Formula::Text(_) => true,
            Formula::Call(name, _) => matches!(name.as_str(), "text" | "lower" | "upper"),
            Formula::Binary(left, Operator::Plus, _) => self.is_text(left),
            other => self.holds(other) == Some(Holds::Text),
        }
    }

    /// `part in whole`.
    fn is_in(&self, part: &Formula, whole: &Formula, within: u8) -> Written {
        if let Formula::List(items) = whole {
            let sides =
                items.iter().map(|item| Ok(format!("{} = {}", self.side(part, item, 4)?, self.side(item, part, 4)?)));
            let text = sides.collect::<Result<Vec<_>, String>>()?.join(" or ");
            return Ok(if within > 1 && items.len() > 1 { format!("({text})") } else { text });
        }
        match self.holds(whole) {
            Some(Holds::Choices) => Ok(format!("selected({}, {})", self.write(whole, 0)?, self.write(part, 0)?)),
            _ => Err("a form looks for a choice among those of a question only".into()),
        }
    }

    fn call(&self, name: &str, arguments: &[Formula]) -> Written {
        if let Some(method) = name.strip_prefix('.') {
            return self.method(method, arguments);
        }
        let first = || arguments.first().ok_or("something is missing").map_err(str::to_owned);
        let all = || arguments.iter().map(|argument| self.write(argument, 0)).collect::<Result<Vec<_>, _>>();
        match (name, arguments.len()) {
            ("size", 1) => self.size(first()?),
            ("sum" | "min" | "max", _) => {
                let values = arguments.iter().map(|argument| self.list(argument)).collect::<Result<Vec<_>, _>>()?;
                Ok(format!("{name}({})", values.join(", ")))
            }
            ("coalesce", 2) if is_size(arguments) => self.write(&arguments[0], 0),
            ("coalesce", 2) | ("abs" | "floor", 1) | ("round", 1 | 2) => Ok(format!("{name}({})", all()?.join(", "))),
            ("number", 1) => Ok(format!("number({})", all()?.join(", "))),
            ("text", 1) => Ok(format!("string({})", all()?.join(", "))),
            ("ceil", 1) => Ok(format!("ceiling({})", all()?.join(", "))),
            ("year", 1) => Ok(format!("number(format-date({}, '%Y'))", all()?.join(", "))),
            _ => Err(format!("a form has nothing like {name}(...)")),
        }
    }

    fn size(&self, of: &Formula) -> Written {
        let inner = self.write(of, 0)?;
        match self.holds(of) {
            Some(Holds::Choices) => Ok(format!("count-selected({inner})")),
            Some(Holds::Repeat) => Ok(format!("count({inner})")),
            Some(Holds::Text) => Ok(format!("string-length({inner})")),
            _ => Err("a form cannot count this".into()),
        }
    }

    /// A value, or the same of all repetitions.
    fn list(&self, formula: &Formula) -> Written {
        match formula {
            Formula::Name(path) if self.names.get(path).is_none() => match self.names.column(path) {
                Some(name) => Ok(format!("${{{name}}}")),
                None => self.write(formula, 0),
            },
            other => self.write(other, 0),
        }
    }

    /// `text.method(argument)`.
    fn method(&self, method: &str, arguments: &[Formula]) -> Written {
        let [of, argument] = arguments else { return Err("something is missing".into()) };
        let text = self.write(of, 0)?;
        let holds = if self.is_text(of) { Holds::Text } else { Holds::Nothing };
        match (holds, method, argument) {
            (Holds::Text, "contains", part) => Ok(format!("contains({text}, {})", self.write(part, 0)?)),
            (Holds::Text, "startsWith", part) => Ok(format!("starts-with({text}, {})", self.write(part, 0)?)),
            (Holds::Text, "endsWith", part) => Ok(format!("ends-with({text}, {})", self.write(part, 0)?)),
            (Holds::Text, "matches", Formula::Text(pattern)) => {
                Ok(format!("regex({text}, {})", quoted(&whole(pattern)?)?))
            }
            _ => Err(format!("a form has nothing like .{method}(...) here")),
        }
    }
}

/// How many there are, none where it is missing: in a form it never is.
fn is_size(arguments: &[Formula]) -> bool {
    matches!(arguments, [Formula::Call(name, _), Formula::Number(0.0)] if name == "size")
}

/// A pattern for the whole text: ours may describe any part of it.
fn whole(pattern: &str) -> Written {
    if let Some(inner) = pattern.strip_prefix("^(?:").and_then(|rest| rest.strip_suffix(")$")) {
        return Ok(inner.to_owned());
    }
    match (pattern.strip_prefix('^'), pattern.strip_suffix('$')) {
        (Some(rest), Some(_)) if !pattern.contains('|') => Ok(rest.strip_suffix('$').unwrap_or(rest).to_owned()),
        (None, None) => Ok(format!(".*(?:{pattern}).*")),
        _ => Err("the pattern is bound to one end of the text".into()),
    }
}

/// A text: `XPath` knows no way to write both kinds of quotation marks in one.
fn quoted(text: &str) -> Written {
    if !text.contains('\'') {
        Ok(format!("'{text}'"))
    } else if text.contains('"') {
        Err("a text holds both kinds of quotation marks".into())
    } else {
        Ok(format!("\"{text}\""))
    }
}
