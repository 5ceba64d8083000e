//! Functions of their expressions.

use super::super::formula::{Formula, Operator};
use super::compare::{compare, same};
use super::counting::{added, count};
use super::pattern::pattern;
use super::translate::Context;
use super::value::{Found, Options, Value, among, answered, fault};
use crate::questionnaire::convert::formula::fold::{and, binary, call, either, method, not, or, towards_zero};
use crate::questionnaire::problem::quoted;

impl Context<'_, '_> {
    /// A call of one of their functions.
    pub fn call(self, name: &str, arguments: &[Formula]) -> Found<Value> {
        match (name, arguments) {
            ("regexMatch", [pattern, of]) => return self.regex(pattern, of),
            ("if" | "iif", [condition, yes, no]) => return self.choose(condition, yes, no),
            ("date", [form, rest @ ..]) => return self.date(form, rest),
            ("strtotime", [of]) => return self.value(of),
            _ => {}
        }
        let values: Found<Vec<_>> = arguments.iter().map(|argument| self.value(argument)).collect();
        let mut values = values?;
        match name {
            "is_empty" | "empty" | "is_null" => Ok(Value::Bool(not(Value::List(named(values)).presence()?))),
            "count" => count(values).map(Value::Number),
            "countif" => Self::count_if(Operator::Equal, values),
            "countifop" => {
                let operator = operator(&values)?;
                values.remove(0);
                Self::count_if(operator, values)
            }
            "sumifop" => Self::sum_if(values),
            "sum" => Ok(Value::Number(call_or("sum", numbers(values)?))),
            "min" | "max" => Ok(Value::Number(call(name, some(numbers(values)?)?))),
            "abs" | "floor" | "ceil" | "round" => {
                Ok(Value::Number(call(name, values.into_iter().map(Value::number).collect::<Found<Vec<_>>>()?)))
            }
            "intval" => one(values).and_then(Value::number).map(towards_zero).map(Value::Number),
            "floatval" => one(values).and_then(Value::number).map(Value::Number),
            "is_numeric" => Self::is_numeric(one(values)?),
            "is_int" => {
                let number = one(values)?.number()?;
                Ok(Value::Bool(binary(call("floor", vec![number.clone()]), Operator::Equal, number)))
            }
            "strlen" => self.length(one(values)?),
            "strtolower" => Ok(Value::Text(call("lower", vec![one(values)?.text(self.language)?]))),
            "strtoupper" => Ok(Value::Text(call("upper", vec![one(values)?.text(self.language)?]))),
            "in_array" => Self::is_among(values),
            "implode" if !values.is_empty() => self.implode(values),
            "join" => self.join(values),
            "list" => Self::list(values),
            "trim" | "htmlspecialchars" | "stripslashes" | "nl2br" | "fixnum" => one(values),
            "pi" if values.is_empty() => Ok(Value::Given(std::f64::consts::PI)),
            _ => fault(format!("the function {} has no counterpart here", quoted(name))),
        }
    }

    /// How many of the values behind the first are like the first.
    fn count_if(operator: Operator, values: Vec<Value>) -> Found<Value> {
        let mut values = values.into_iter();
        let Some(wanted) = values.next() else { return fault("countif needs a value") };
        let mut terms = Vec::new();
        for value in flat(values.collect()) {
            let holds = if operator == Operator::Equal {
                same(&value, &wanted)?
            } else {
                compare(value, operator, wanted.clone())?
            };
            terms.push(either(holds, Formula::Number(1.0), Formula::Number(0.0)));
        }
        Ok(Value::Number(added(terms)))
    }

    /// The sum of those that are like the value asked for.
    fn sum_if(mut values: Vec<Value>) -> Found<Value> {
        let operator = operator(&values)?;
        values.remove(0);
        if values.is_empty() {
            return fault("sumifop needs a value");
        }
        let wanted = values.remove(0);
        let term = |value: Value| {
            let holds = compare(value.clone(), operator, wanted.clone())?;
            Ok(either(holds, value.number()?, Formula::Number(0.0)))
        };
        Ok(Value::Number(added(flat(values).into_iter().map(term).collect::<Found<Vec<_>>>()?)))
    }

    fn regex(self, expression: &Formula, of: &Formula) -> Found<Value> {
        let Formula::Text(expression) = expression else { return fault("its pattern is not written out") };
        let of = match self.value(of)?.bare() {
            // A rule is only read where there is an answer, so nothing stands in for a missing one.
            Value::Text(place) | Value::Date(place, _) => place,
            Value::Number(place) => call("text", vec![place]),
            other => other.text(self.language)?,
        };
        matches(&of, expression).map(Value::Bool)
    }

    fn choose(self, condition: &Formula, yes: &Formula, no: &Formula) -> Found<Value> {
        let condition = self.value(condition)?.truth()?;
        let (yes, no) = (self.value(yes)?, self.value(no)?);
        match condition {
            Formula::Bool(true) => return Ok(yes),
            Formula::Bool(false) => return Ok(no),
            _ => {}
        }
        Ok(match (yes, no) {
            (Value::Bool(yes), Value::Bool(no)) => {
                Value::Bool(or(and(condition.clone(), yes), and(not(condition), no)))
            }
            (yes @ (Value::Number(_) | Value::Given(_)), no @ (Value::Number(_) | Value::Given(_))) => {
                Value::Number(either(condition, yes.number()?, no.number()?))
            }
            // "other" says what was written: that cannot be looked at, but the option can be printed.
            (Value::Own(_), no @ Value::Label(_)) => {
                let reason = "what is written behind \"other\" cannot be put into a text";
                self.names.inexact.borrow_mut().insert((reason, "the option that was chosen"));
                no
            }
            (yes, no) => Value::Text(either(condition, yes.text(self.language)?, no.text(self.language)?)),
        })
    }

    /// Only the day of today and the year of a date have counterparts.
    fn date(self, form: &Formula, rest: &[Formula]) -> Found<Value> {
        let Formula::Text(form) = form else { return fault("the form of its date is not written out") };
        let of = match rest {
            [] => Formula::Name("today".into()),
            [Formula::Call(name, none)] if name == "time" && none.is_empty() => Formula::Name("today".into()),
            [of] => match self.value(of)? {
                Value::Date(of, _) => of,
                _ => return fault("it computes with dates"),
            },
            _ => return fault("it computes with dates"),
        };
        match form.as_str() {
            "Y-m-d" | "y-m-d" | "Y-m-d H:i" | "Y-m-d H:i:s" => Ok(Value::Date(of, 10)),
            "Y" => Ok(Value::Number(call("year", vec![of]))),
            _ => fault(format!("the form {} of dates has no counterpart here", quoted(form))),
        }
    }

    fn is_numeric(value: Value) -> Found<Value> {
        Ok(Value::Bool(match value.bare() {
            Value::Said(text) => Formula::Bool(super::value::decimal(&text).is_some()),
            Value::Text(of) => answered(call("number", vec![of])),
            other => other.presence()?,
        }))
    }

    fn length(self, value: Value) -> Found<Value> {
        Ok(match value {
            Value::Own(chosen) => Value::OwnLength(chosen),
            other => Value::Number(call("size", vec![other.text(self.language)?])),
        })
    }

    fn is_among(mut values: Vec<Value>) -> Found<Value> {
        if values.is_empty() {
            return fault("in_array needs a value");
        }
        let wanted = values.remove(0);
        let found: Found<Vec<_>> = flat(values).iter().map(|value| same(&wanted, value)).collect();
        let any = found?.into_iter().reduce(or);
        Ok(Value::Bool(any.unwrap_or(Formula::Bool(false))))
    }

    fn implode(self, mut values: Vec<Value>) -> Found<Value> {
        let between = values.remove(0).text(self.language)?;
        let mut parts = Vec::new();
        for value in flat(values) {
            if !parts.is_empty() && between != Formula::Text(String::new()) {
                parts.push(between.clone());
            }
            parts.push(value.text(self.language)?);
        }
        Ok(in_a_row(parts))
    }

    fn join(self, values: Vec<Value>) -> Found<Value> {
        let parts: Found<Vec<_>> = flat(values).into_iter().map(|value| value.text(self.language)).collect();
        Ok(in_a_row(parts?))
    }

    /// What was ticked, one after the other: that is how several options are printed here.
    fn list(mut values: Vec<Value>) -> Found<Value> {
        match values.pop().map(Value::bare) {
            Some(several @ Value::Several(..)) if values.is_empty() => Ok(Value::Label(Box::new(several))),
            _ => fault("only the options of one question can be listed"),
        }
    }
}

/// Whether a text matches a pattern of theirs.
pub fn matches(of: &Formula, expression: &str) -> Found<Formula> {
    Ok(method(of.clone(), "matches", Formula::Text(pattern(expression)?)))
}

/// Texts one after the other; neighbours that are written out become one.
fn in_a_row(parts: Vec<Formula>) -> Value {
    let mut joined: Vec<Formula> = Vec::new();
    for part in parts {
        match (joined.last_mut(), part) {
            (Some(Formula::Text(before)), Formula::Text(text)) => before.push_str(&text),
            (_, Formula::Text(text)) if text.is_empty() => {}
            (_, part) => joined.push(part),
        }
    }
    let whole = joined.into_iter().reduce(|one, other| binary(one, Operator::Plus, other));
    match whole {
        Some(Formula::Text(text)) => Value::Said(text),
        Some(whole) => Value::Text(whole),
        None => Value::Said(String::new()),
    }
}

/// The operator that the first value names.
fn operator(values: &[Value]) -> Found<Operator> {
    let Some(Value::Said(sign)) = values.first() else { return fault("its operator is not written out") };
    Ok(match sign.as_str() {
        "==" | "eq" => Operator::Equal,
        "!=" | "ne" => Operator::Unequal,
        "<" | "lt" => Operator::Less,
        "<=" | "le" => Operator::AtMost,
        ">" | "gt" => Operator::Greater,
        ">=" | "ge" => Operator::AtLeast,
        _ => return fault(format!("the operator {} has no counterpart here", quoted(sign))),
    })
}

/// Values without lists among them.
fn flat(values: Vec<Value>) -> Vec<Value> {
    let each = values.into_iter().flat_map(|value| match value {
        Value::List(list) => list.into_iter().map(|(_, value)| value).collect(),
        Value::Several(of, options) => ticks(&of, &options),
        Value::Label(value) => match *value {
            Value::List(list) => list.into_iter().map(|(_, value)| Value::Label(Box::new(value))).collect(),
            Value::Several(of, options) => {
                ticks(&of, &options).into_iter().map(|value| Value::Label(Box::new(value))).collect()
            }
            other => vec![Value::Label(Box::new(other))],
        },
        other => vec![other],
    });
    each.collect()
}

/// Each option as one that is ticked or not; "other" is no code to compare with.
fn ticks(of: &Formula, options: &Options) -> Vec<Value> {
    let ticked = options.iter().filter(|option| option.theirs != "other").map(|option| Value::Tick {
        holds: among(&option.ours, of.clone()),
        on: "Y",
        label: option.label.clone(),
    });
    ticked.collect()
}

fn named(values: Vec<Value>) -> Vec<(String, Value)> {
    values.into_iter().map(|value| (String::new(), value)).collect()
}

/// The values as numbers; what was written out and is none counts as nothing.
fn numbers(values: Vec<Value>) -> Found<Vec<Formula>> {
    flat(values)
        .into_iter()
        .filter(|value| !matches!(value, Value::Said(text) if text.trim().is_empty()))
        .map(Value::number)
        .collect()
}

fn some(values: Vec<Formula>) -> Found<Vec<Formula>> {
    if values.is_empty() { fault("it computes with nothing") } else { Ok(values) }
}

/// A call, or 0 where there is nothing to compute with.
fn call_or(name: &str, values: Vec<Formula>) -> Formula {
    if values.is_empty() { Formula::Number(0.0) } else { call(name, values) }
}

fn one(mut values: Vec<Value>) -> Found<Value> {
    if values.len() == 1 { Ok(values.remove(0)) } else { fault("it has another number of values than it takes") }
}
