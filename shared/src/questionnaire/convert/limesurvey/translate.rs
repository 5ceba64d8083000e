//! Expressions of theirs as expressions of ours.

use super::super::formula::fold::reworded;
use super::super::formula::{Dialect, Formula, Operator, Unary, parse, print};
use super::super::html;
use super::names::{Names, Plain};
use super::survey::Survey;
use super::value::{Fault, Found, Value, decimal, fault};
use crate::questionnaire::convert::formula::fold::{and, binary, either, not, or};

/// Characters of the longest expression.
const LONGEST: usize = 4_000;
/// Parts one inside the other.
const DEEPEST: usize = 300;
/// Bytes of ours.
const LONGEST_OF_OURS: usize = 3_900;

/// Names of what only their tool knows.
const OF_THEIRS: [&str; 12] = [
    "SURVEYNAME",
    "SURVEYDESCRIPTION",
    "FIRSTNAME",
    "LASTNAME",
    "EMAIL",
    "TOKEN",
    "SAVEDID",
    "ADMINNAME",
    "ADMINEMAIL",
    "EXPIRY",
    "ASSESSMENT_HEADING",
    "PERC",
];

/// Names of what stands on their pages, unless a question is named so.
const OF_PAGES: [&str; 18] = [
    "ACTIVE",
    "AID",
    "DATESTAMP",
    "ENDTEXT",
    "GID",
    "GROUPDESCRIPTION",
    "GROUPNAME",
    "NUMBEROFGROUPS",
    "NUMBEROFQUESTIONS",
    "QID",
    "RESPONSEID",
    "SGQ",
    "SITENAME",
    "STARTDATE",
    "SURVEYLANGUAGE",
    "SURVEYRESOURCESURL",
    "SURVEYURL",
    "WELCOME",
];

const DIALECT: Dialect = Dialect {
    operators: &[
        ("==", Operator::Equal),
        ("eq", Operator::Equal),
        ("!=", Operator::Unequal),
        ("ne", Operator::Unequal),
        ("<=", Operator::AtMost),
        ("le", Operator::AtMost),
        ("<", Operator::Less),
        ("lt", Operator::Less),
        (">=", Operator::AtLeast),
        ("ge", Operator::AtLeast),
        (">", Operator::Greater),
        ("gt", Operator::Greater),
        ("&&", Operator::And),
        ("and", Operator::And),
        ("||", Operator::Or),
        ("or", Operator::Or),
        ("+", Operator::Plus),
        ("-", Operator::Minus),
        ("*", Operator::Times),
        ("/", Operator::Over),
    ],
    prefixes: &[("!", Unary::Not)],
    suffixes: &[],
    marked: |_| None,
    in_names: ".:#",
};

/// What an expression is read against.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a, 'r> {
    /// The names it may use.
    pub names: &'a Names<'r>,
    /// The language of the text it stands in, one of ours.
    pub language: &'a str,
    /// The survey.
    pub survey: &'a Survey<'r>,
}

impl<'r> Context<'_, 'r> {
    /// A condition, and what it names without `.NAOK`; `true` if it always holds.
    pub fn condition(self, source: &str) -> Found<(Formula, Plain<'r>)> {
        let source = source.trim();
        let source = source.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(source);
        if matches!(source.trim(), "" | "1") {
            return Ok((Formula::Bool(true), Plain::new()));
        }
        // Texts and equations before it have left theirs.
        self.names.plain.take();
        let condition = self.read(source)?.truth()?;
        written(&condition)?;
        Ok((condition, self.names.plain.take()))
    }
}

impl Context<'_, '_> {
    /// A number.
    pub fn number(self, source: &str) -> Found<Formula> {
        self.read(source.trim().trim_start_matches('{').trim_end_matches('}'))?.number()
    }

    /// What stands for an expression in a text.
    pub fn pipe(self, source: &str) -> Found<String> {
        let value = self.read(source)?;
        let formula = match value {
            Value::Said(text) => return Ok(super::text::apart(&text)),
            Value::Quoted(text) => return Ok(text),
            Value::Given(number) => return Ok(number.to_string()),
            Value::Label(value) => match *value {
                // Printed as they are: an option as what it says, a number as numbers are written.
                Value::Choice(of, _)
                | Value::Several(of, _)
                | Value::Ranked(of, _)
                | Value::Number(of)
                | Value::Text(of)
                | Value::Date(of, _) => of,
                other => Value::Label(Box::new(other)).text(self.language)?,
            },
            Value::Number(of) | Value::Text(of) | Value::Date(of, _) => of,
            other => other.text(self.language)?,
        };
        // What its texts say is HTML as everything around them.
        let formula = reworded(formula, &|text| if text.contains(['<', '&']) { html::plain(&text).text } else { text });
        if let Formula::Text(text) = formula {
            return Ok(super::text::apart(&text));
        }
        Ok(format!("{{{{ {} }}}}", written(&formula)?.replace("}}", "} }")))
    }

    /// A value that is kept, and whether it is a number that may have digits behind the decimal sign.
    pub fn kept(self, source: &str) -> Found<(String, bool, Value)> {
        let value = self.read(source)?;
        Ok(match value {
            Value::Bool(of) => {
                let of = either(of, Formula::Number(1.0), Formula::Number(0.0));
                (written(&of)?, false, Value::Number(of))
            }
            Value::Number(of) => (written(&of)?, has_fraction(&of), Value::Number(of)),
            Value::Given(number) => (number.to_string(), number.fract() != 0.0, Value::Number(Formula::Number(number))),
            other => {
                let of = other.text(self.language)?;
                (written(&of)?, false, Value::Text(of))
            }
        })
    }

    /// What an expression stands for.
    pub fn read(self, source: &str) -> Found<Value> {
        if source.len() > LONGEST {
            return fault(format!("it is longer than {LONGEST} characters"));
        }
        let formula = parse(&with_backslashes(source), &DIALECT)
            .map_err(|error| Fault { reason: error.to_string(), is_text: true })?;
        if depth(&formula) > DEEPEST {
            return fault(format!("more than {DEEPEST} parts stand one inside the other"));
        }
        self.value(&formula)
    }

    /// What a part of an expression stands for.
    pub fn value(self, formula: &Formula) -> Found<Value> {
        match formula {
            Formula::Text(text) => Ok(Value::Said(text.clone())),
            Formula::Number(number) if number.is_finite() => Ok(Value::Given(*number)),
            Formula::Bool(truth) => Ok(Value::Bool(Formula::Bool(*truth))),
            Formula::Name(name) => self.name(name),
            Formula::Call(name, arguments) => self.call(name, arguments),
            Formula::Unary(Unary::Not, side) => Ok(Value::Bool(not(self.value(side)?.truth()?))),
            Formula::Unary(Unary::Minus, side) => Ok(match self.value(side)? {
                Value::Given(number) => Value::Given(-number),
                other => Value::Number(Formula::Unary(Unary::Minus, Box::new(other.number()?))),
            }),
            Formula::Binary(left, operator, right) => self.binary(left, *operator, right),
            _ => fault("this has no counterpart here"),
        }
    }

    fn name(self, name: &str) -> Found<Value> {
        if let Some(number) = decimal(name) {
            return Ok(Value::Given(number));
        }
        match name {
            "SID" => return Ok(Value::Said(self.survey.sid.to_owned())),
            "LANG" => return fault("the language of the answers is not known to expressions"),
            "TODAY" => return Ok(Value::Date(Formula::Name("today".into()), 10)),
            _ => {}
        }
        let is_of_pages = OF_PAGES.contains(&name) && !self.names.all.contains(name);
        if is_of_pages || OF_THEIRS.contains(&name) || name.starts_with("ASSESSMENT") || name.starts_with("PASSTHRU") {
            return fault("this is nothing that questionnaires know");
        }
        self.names.value(name, self.language)
    }

    fn binary(self, left: &Formula, operator: Operator, right: &Formula) -> Found<Value> {
        let (one, other) = (self.value(left)?, self.value(right)?);
        match operator {
            Operator::And => Ok(Value::Bool(and(one.truth()?, other.truth()?))),
            Operator::Or => Ok(Value::Bool(or(one.truth()?, other.truth()?))),
            Operator::Plus => self.plus(one, other),
            Operator::Minus | Operator::Times | Operator::Over => {
                Ok(Value::Number(binary(one.number()?, operator, other.number()?)))
            }
            _ => super::compare::compare(one, operator, other).map(Value::Bool),
        }
    }

    /// Numbers are added, texts are joined.
    fn plus(self, one: Value, other: Value) -> Found<Value> {
        let is_number = |value: &Value| match value {
            Value::Said(text) => decimal(text).is_some(),
            Value::Text(_) | Value::Label(_) | Value::Tick { .. } | Value::Date(_, _) => false,
            _ => true,
        };
        if is_number(&one) && is_number(&other) {
            return Ok(Value::Number(binary(one.number()?, Operator::Plus, other.number()?)));
        }
        Ok(Value::Text(binary(one.text(self.language)?, Operator::Plus, other.text(self.language)?)))
    }
}

/// An expression of ours, unless it is longer than they may be.
pub fn written(formula: &Formula) -> Found<String> {
    let text = print(formula);
    if text.len() > LONGEST_OF_OURS { fault("it would be longer than expressions may be") } else { Ok(text) }
}

/// Backslashes within texts are kept, but before quotation marks.
fn with_backslashes(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut signs = source.chars().peekable();
    while let Some(sign) = signs.next() {
        out.push(sign);
        if sign == '\\' {
            match signs.peek() {
                Some('"' | '\'') => out.extend(signs.next()),
                _ => out.push('\\'),
            }
        }
    }
    out
}

/// How many parts stand one inside the other; chains of operators make high trees.
fn depth(formula: &Formula) -> usize {
    let (mut deepest, mut open) = (0, vec![(formula, 1)]);
    while let Some((formula, depth)) = open.pop() {
        deepest = deepest.max(depth);
        match formula {
            Formula::List(parts) | Formula::Call(_, parts) => open.extend(parts.iter().map(|part| (part, depth + 1))),
            Formula::Unary(_, side) => open.push((side, depth + 1)),
            Formula::Binary(left, _, right) => open.extend([(&**left, depth + 1), (&**right, depth + 1)]),
            _ => {}
        }
    }
    deepest
}

/// Whether a computed number may have digits behind the decimal sign.
fn has_fraction(formula: &Formula) -> bool {
    match formula {
        Formula::Number(number) => number.fract() != 0.0,
        Formula::Binary(_, Operator::Over, _) | Formula::Ours(_) => true,
        Formula::Binary(left, _, right) => has_fraction(left) || has_fraction(right),
        Formula::Unary(_, side) => has_fraction(side),
        Formula::Call(name, arguments) => match name.as_str() {
            "count" | "size" | "floor" | "ceil" => false,
            "round" => arguments.len() > 1,
            "average" | "number" => true,
            _ => arguments.iter().any(has_fraction),
        },
        Formula::Either(parts) => has_fraction(&parts.1) || has_fraction(&parts.2),
        _ => false,
    }
}
