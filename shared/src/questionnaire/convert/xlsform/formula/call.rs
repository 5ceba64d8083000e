//! Functions.

use super::super::super::formula::{Formula, Operator};
use super::super::scope::Type;
use super::choice::{has_one_of, is_one_of};
use super::compare::{day, is_date};
use super::value::{as_number, as_text, is_there, or_else, size_of};
use super::{Failure, Place, Typed, cannot};
use crate::questionnaire::convert::formula::fold::{binary, either, not};

/// Functions of `XPath` and of forms that have no equivalent.
const FOREIGN: [&str; 45] = [
    "indexed-repeat",
    "position",
    "pulldata",
    "random",
    "uuid",
    "checklist",
    "weighted-checklist",
    "distance",
    "area",
    "enclosed-area",
    "geofence",
    "version",
    "property",
    "instance",
    "current",
    "last",
    "substr",
    "substring",
    "substring-before",
    "substring-after",
    "translate",
    "normalize-space",
    "jr:choice-name",
    "jr:itext",
    "decimal-date-time",
    "decimal-time",
    "date-time",
    "format-date-time",
    "join",
    "pow",
    "log",
    "log10",
    "exp",
    "exp10",
    "sqrt",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "atan2",
    "pi",
    "digest",
    "selected-at",
];
/// Those of some tools only.
const SPECIAL: [&str; 22] = [
    "base64-decode",
    "base64-encode",
    "randomize",
    "rank-index",
    "rank-value",
    "sum-if",
    "count-if",
    "min-if",
    "max-if",
    "join-if",
    "index",
    "duration",
    "username",
    "choice-label",
    "thousands-sep",
    "phone-call-log",
    "device-info",
    "de-duplicate",
    "linebreak",
    "hash",
    "boolean-from-string",
    "intersects",
];

impl Place<'_> {
    pub(super) fn call(&self, name: &str, arguments: &[Formula]) -> Result<Typed, Failure> {
        let folded = name.to_lowercase();
        if let Some(found) = self.truths(&folded, arguments).or_else(|| self.texts(&folded, arguments)) {
            return found;
        }
        if let Some(found) = self.numbers_of(&folded, arguments).or_else(|| self.dates(&folded, arguments)) {
            return found;
        }
        let known_with = |count: &str| Err(Failure::Broken(format!("{name} takes {count}; correct the expression")));
        match folded.as_str() {
            "coalesce" if arguments.len() == 2 => self.coalesce(arguments),
            "if" if arguments.len() == 3 => self.choose(arguments),
            "once" if arguments.len() == 1 => {
                self.changed("once(...) keeps the first value; here it follows the answers");
                self.value(&arguments[0])
            }
            "if" => known_with("three values: the condition, then, otherwise"),
            "not" | "once" | "string-length" | "count-selected" | "int" => known_with("one value"),
            "selected" | "regex" | "contains" | "starts-with" | "ends-with" | "coalesce" => known_with("two values"),
            other if FOREIGN.contains(&other) || SPECIAL.contains(&other) => {
                cannot(format!("our expressions have nothing like {other}(...)"))
            }
            _ => Err(Failure::Broken(format!("there is no function {name}; correct the expression"))),
        }
    }

    /// Functions that give true or false.
    fn truths(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let found = match (name, arguments) {
            ("true", []) => Ok(Formula::Bool(true)),
            ("false", []) => Ok(Formula::Bool(false)),
            ("not", [side]) => self.truth(side).map(not),
            ("boolean", [side]) => self.truth(side),
            ("boolean-from-string", [side]) => self.text(side).map(|text| {
                binary(
                    Formula::List(vec![Formula::Text("true".into()), Formula::Text("1".into())]),
                    Operator::Contains,
                    text,
                )
            }),
            ("selected", [list, choice]) => self.selected(list, choice),
            ("regex", [text, pattern]) => self.regex(text, pattern),
            ("contains", [text, part]) => self.method(text, "contains", part),
            ("starts-with", [text, part]) => self.method(text, "startsWith", part),
            ("ends-with", [text, part]) => self.method(text, "endsWith", part),
            _ => return None,
        };
        Some(found.map(Typed::bool))
    }

    /// `selected(several, choice)`. Several texts in one, parted by spaces, count as several choices.
    fn selected(&self, list: &Formula, choice: &Formula) -> Result<Formula, Failure> {
        let (list, choice) = (self.value(list)?, self.value(choice)?);
        let name = match &choice.formula {
            Formula::Text(text) => Some(text.trim().to_owned()),
            Formula::Number(number) => Some(number.to_string()),
            _ => None,
        };
        match (&list.ty, &list.formula, name, &choice.ty) {
            (Type::Choice(codes), question, Some(name), _) => {
                Ok(is_one_of(question, &codes.of(&name).collect::<Vec<_>>()))
            }
            (Type::Choices(codes), question, Some(name), _) => {
                Ok(has_one_of(question, &codes.of(&name).collect::<Vec<_>>()))
            }
            (Type::Text, Formula::Text(texts), Some(name), _) => {
                Ok(Formula::Bool(texts.split_whitespace().any(|text| text == name)))
            }
            (Type::Text, Formula::Text(texts), None, Type::Choice(codes)) => {
                let codes: Vec<_> = texts.split_whitespace().flat_map(|text| codes.of(text)).collect();
                Ok(is_one_of(&choice.formula, &codes))
            }
            (Type::Choices(_), question, None, Type::Choice(_)) => {
                Ok(binary(question.clone(), Operator::Contains, choice.formula.clone()))
            }
            _ => cannot("it asks for a choice of something that has no choices, or for one that is computed"),
        }
    }

    /// Their patterns describe the whole text, ours any part of it.
    fn regex(&self, text: &Formula, pattern: &Formula) -> Result<Formula, Failure> {
        let Formula::Text(pattern) = self.value(pattern)?.formula else {
            return cannot("its pattern is computed");
        };
        let back = pattern.as_bytes().windows(2).any(|pair| pair[0] == b'\\' && (b'1'..=b'9').contains(&pair[1]));
        if back || ["(?=", "(?!", "(?<"].iter().any(|sign| pattern.contains(sign)) {
            return cannot("its pattern looks around or back, which ours cannot");
        }
        let inner = pattern.strip_prefix('^').unwrap_or(&pattern);
        let inner = inner.strip_suffix('$').filter(|inner| !inner.ends_with('\\')).unwrap_or(inner);
        Ok(method(self.text(text)?, "matches", Formula::Text(format!("^(?:{inner})$"))))
    }

    fn method(&self, text: &Formula, name: &str, part: &Formula) -> Result<Formula, Failure> {
        match (self.text(text)?, self.text(part)?) {
            (Formula::Text(text), Formula::Text(part)) => Ok(Formula::Bool(match name {
                "contains" => text.contains(&part),
                "startsWith" => text.starts_with(&part),
                _ => text.ends_with(&part),
            })),
            (text, part) => Ok(method(text, name, part)),
        }
    }

    /// Functions that give a text.
    fn texts(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let found = match (name, arguments) {
            ("string", [side]) => self.text(side),
            ("lower-case", [side]) => self.text(side).map(|text| Formula::Call("lower".into(), vec![text])),
            ("upper-case", [side]) => self.text(side).map(|text| Formula::Call("upper".into(), vec![text])),
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

    /// Functions that give a number.
    fn numbers_of(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let call = |name: &str, arguments| Formula::Call(name.to_owned(), arguments);
        let found = match (name, arguments) {
            ("number", [side]) => self.number(side),
            ("int", [side]) => self.number(side).map(|number| {
                let below = binary(number.clone(), Operator::Less, Formula::Number(0.0));
                either(below, call("ceil", vec![number.clone()]), call("floor", vec![number]))
            }),
            ("round", [side]) => self.number(side).map(|number| call("round", vec![number, Formula::Number(0.0)])),
            ("round", [side, digits]) => {
                self.number(side).and_then(|number| Ok(call("round", vec![number, self.number(digits)?])))
            }
            ("abs" | "floor", [side]) => self.number(side).map(|number| call(name, vec![number])),
            ("ceiling", [side]) => self.number(side).map(|number| call("ceil", vec![number])),
            ("string-length", [side]) => self.text(side).map(size_of),
            ("count-selected", [side]) => self.count_selected(side),
            ("sum" | "min" | "max", [_, ..]) => {
                let numbers: Result<Vec<_>, _> = arguments.iter().map(|argument| self.numbers(argument)).collect();
                numbers.map(|numbers| call(name, numbers))
            }
            ("count", [side]) => self.count(side),
            ("count-non-empty", [_, ..]) => {
                let values: Result<Vec<_>, _> = arguments.iter().map(|argument| self.value(argument)).collect();
                values.map(|values| call("count", values.into_iter().map(|value| value.formula).collect()))
            }
            _ => return None,
        };
        Some(found.map(Typed::number))
    }

    fn count_selected(&self, side: &Formula) -> Result<Formula, Failure> {
        let value = self.value(side)?;
        match value.ty {
            Type::Choices(_) => Ok(size_of(value.formula)),
            Type::Choice(_) => Ok(Formula::Call("count".into(), vec![value.formula])),
            _ => cannot("it counts the choices of something that has none"),
        }
    }

    /// How many repetitions there are.
    fn count(&self, side: &Formula) -> Result<Formula, Failure> {
        let value = self.value(side)?;
        let counted = |formula| Ok(size_of(formula));
        match (value.ty, value.formula) {
            (Type::Repeat, formula) => counted(formula),
            (Type::List(_), Formula::Name(path)) => {
                counted(Formula::Name(path.split('.').next().unwrap_or_default().to_owned()))
            }
            _ => cannot("it counts something that is not repeated"),
        }
    }

    /// Functions of dates.
    fn dates(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let date = |formula| Typed { formula, ty: Type::Date(10) };
        Some(match (name, arguments) {
            ("today", []) => Ok(date(Formula::Name("today".into()))),
            ("now", []) => {
                self.changed("now() is a moment; here it is the day");
                Ok(date(Formula::Name("today".into())))
            }
            ("date", [side]) => self.value(side).and_then(|value| match (&value.ty, &value.formula) {
                (Type::Date(_), _) => Ok(value),
                (Type::Text, Formula::Text(text)) if is_date(text) => Ok(Typed::text(Formula::Text(day(text)))),
                _ => cannot("it makes a date of something computed"),
            }),
            ("format-date", [side, form]) => self.value(side).and_then(|value| match (value.ty, form) {
                (Type::Date(_), Formula::Text(form)) if form == "%Y" => {
                    let year = Formula::Call("year".into(), vec![value.formula]);
                    Ok(Typed::text(Formula::Call("text".into(), vec![year])))
                }
                (Type::Date(_), Formula::Text(form)) if form == "%Y-%m-%d" => Ok(date(value.formula)),
                _ => cannot("it writes a date in a form of its own"),
            }),
            _ => return None,
        })
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
        Ok(Typed { formula: Formula::Call("coalesce".into(), values), ty })
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
        let missing = || Formula::Call("number".into(), vec![Formula::Text(String::new())]);
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

fn method(text: Formula, name: &str, part: Formula) -> Formula {
    Formula::Call(format!(".{name}"), vec![text, part])
}
