//! Our expressions as theirs.

use crate::questionnaire::expression::name_of;
use std::cell::RefCell;

use super::kinds::{Kind, Kinds, kind, part};
use crate::questionnaire::convert::formula::{Formula, Operator, Unary, ours};
use crate::questionnaire::convert::surveyjs::expression::two;
use crate::questionnaire::format::{Condition, Question, Where};

/// Capital letters count in ours.
pub const CASE: &str = "theirs sees no difference between capital and small letters";
/// A missing number makes the whole missing in ours.
const ZERO: &str = "a missing number counts as 0 in theirs";

/// An expression of theirs, and where it holds for more answers than ours.
pub struct Written {
    /// The expression.
    pub text: String,
    /// Why it is not quite the same.
    pub loose: Vec<&'static str>,
}

/// What an expression can see.
#[derive(Clone, Copy)]
pub struct Sight<'s> {
    /// The questions.
    pub kinds: &'s Kinds<'s>,
    /// The repeating group it stands in.
    pub group: Option<&'s Question>,
    /// The question whose answer is checked.
    pub own: Option<&'s Question>,
}

/// A condition of ours as theirs.
pub fn condition(condition: &Condition, sight: Sight<'_>) -> Result<Written, String> {
    match condition {
        Condition::Expression(expression) => written(expression, sight),
        Condition::Where(comparison) => written(&spelled(comparison)?, sight),
    }
}

/// An expression of ours as theirs.
pub fn written(expression: &str, sight: Sight<'_>) -> Result<Written, String> {
    let formula = ours::read(expression).map_err(|error| format!("\"{expression}\": {error}"))?;
    whole(&formula, sight).map_err(|reason| format!("\"{expression}\": {reason}"))
}

/// The same of what was read already.
pub fn whole(formula: &Formula, sight: Sight<'_>) -> Result<Written, String> {
    let writer = Writer { sight, loose: RefCell::default() };
    let text = writer.write(formula, 0)?;
    let mut loose = writer.loose.into_inner();
    loose.dedup();
    Ok(Written { text, loose })
}

/// Whether an expression gives the texts "true" and "false".
pub fn is_flag(expression: &str) -> bool {
    ours::read(expression).is_ok_and(|formula| flag(&formula).is_some())
}

/// The condition of such an expression.
pub fn flag(formula: &Formula) -> Option<&Formula> {
    let Formula::Either(parts) = formula else { return None };
    let words = |formula: &Formula, truth: &str| matches!(formula, Formula::Text(text) if text == truth);
    (words(&parts.1, "true") && words(&parts.2, "false")).then_some(&parts.0)
}

/// One comparison as an expression.
fn spelled(comparison: &Where) -> Result<String, String> {
    let Some(question) = &comparison.question else {
        return Err("a survey knows no attributes of companies".into());
    };
    let name = name_of(question);
    let text = crate::questionnaire::convert::formula::quoted;
    Ok(match comparison {
        Where { is_in: Some(values), .. } => {
            format!("{name} in [{}]", values.iter().map(|value| text(value)).collect::<Vec<_>>().join(", "))
        }
        Where { equals: Some(value), .. } => format!("{name} == {}", text(value)),
        Where { contains: Some(value), .. } => format!("{} in {name}", text(value)),
        Where { min_selected: Some(count), .. } => format!("size({name}) >= {count}"),
        Where { greater_than: Some(number), .. } => format!("{name} > {number}"),
        _ => return Err("the comparison compares nothing".into()),
    })
}

/// Who writes an expression, and what it met.
pub struct Writer<'s> {
    pub(super) sight: Sight<'s>,
    loose: RefCell<Vec<&'static str>>,
}

/// What is written, or why it cannot be said in theirs.
pub type Text = Result<String, String>;

impl Writer<'_> {
    pub(super) fn note(&self, reason: &'static str) {
        self.loose.borrow_mut().push(reason);
    }

    /// A part, in brackets if it binds less tightly than `within`.
    pub fn write(&self, formula: &Formula, within: u8) -> Text {
        match formula {
            Formula::Text(text) => Ok(quoted(text)),
            Formula::Number(number) => Ok(number.to_string()),
            Formula::Bool(truth) => Ok(truth.to_string()),
            Formula::Name(name) | Formula::Ours(name) => self.name(name).map(|(name, _)| name),
            Formula::List(items) => Ok(format!("[{}]", self.list(items)?)),
            Formula::Call(name, arguments) => self.call(name, arguments),
            Formula::Unary(unary, side) => self.unary(*unary, side),
            Formula::Binary(left, operator, right) => {
                let (text, strength) = self.binary(left, *operator, right)?;
                Ok(if strength < within { format!("({text})") } else { text })
            }
            Formula::Either(parts) => {
                let (condition, then, otherwise) = &**parts;
                let parts = [self.write(condition, 0)?, self.write(then, 0)?, self.write(otherwise, 0)?];
                Ok(format!("iif({})", parts.join(", ")))
            }
        }
    }

    pub(super) fn list(&self, items: &[Formula]) -> Text {
        Ok(items.iter().map(|item| self.write(item, 0)).collect::<Result<Vec<_>, _>>()?.join(", "))
    }

    /// A name of ours as theirs, and what kind of answer it is.
    pub(super) fn name(&self, name: &str) -> Result<(String, Kind), String> {
        let inner = name.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let (first, rest) = match inner {
            Some((code, rest)) => (code, rest.strip_prefix('.')),
            None => name.split_once('.').map_or((name, None), |(first, rest)| (first, Some(rest))),
        };
        if inner.is_none() {
            match first {
                "today" => return Ok(("today()".into(), Kind::Date)),
                "company" | "round" | "last" => return Err(format!("a survey knows nothing of \"{first}\"")),
                _ => {}
            }
        }
        let is_this = inner.is_none() && first == "this";
        let sibling = self.sight.group.and_then(|group| group.questions.iter().find(|question| question.id == first));
        let question = match self.sight.own.filter(|_| is_this) {
            Some(own) => own,
            None => match sibling.or_else(|| self.sight.kinds.find(first)) {
                Some(question) => question,
                None => return Err(format!("there is no question {first}")),
            },
        };
        let is_inside = sibling.is_some() || (is_this && self.sight.group.is_some());
        let prefix = if is_inside { "panel." } else { "" };
        let code = &question.id;
        match rest {
            None => Ok((format!("{{{prefix}{code}}}"), kind(question))),
            Some(_) if kind(question) == Kind::Group => Err("a column of entries is only computed with".into()),
            Some(path) => match part(question, path) {
                Some(kind) => Ok((format!("{{{prefix}{code}.{path}}}"), kind)),
                None => Err(format!("{code} has no part {path}")),
            },
        }
    }

    /// The kind of answer that a part names.
    pub fn kind(&self, formula: &Formula) -> Option<Kind> {
        match formula {
            Formula::Name(name) | Formula::Ours(name) => self.name(name).ok().map(|(_, kind)| kind),
            _ => None,
        }
    }

    fn unary(&self, unary: Unary, side: &Formula) -> Text {
        match (unary, side) {
            (Unary::Not, Formula::Binary(list, Operator::Contains, item)) if self.kind(list) == Some(Kind::Choices) => {
                Ok(format!("{} notcontains {}", self.write(list, 9)?, self.write(item, 9)?))
            }
            (Unary::Not, Formula::Binary(list, Operator::Contains, item)) if self.only(list).is_some() => {
                let cell = self.only(list).unwrap_or_default();
                Ok(format!("{cell} <> {}", self.write(item, 9)?))
            }
            (Unary::Not, side) => Ok(format!("!({})", self.write(side, 0)?)),
            (Unary::Minus, side) => Ok(format!("-{}", self.write(side, 9)?)),
            (Unary::Empty, side) => Ok(format!("{} empty", self.write(side, 9)?)),
            (Unary::NotEmpty, side) => Ok(format!("{} notempty", self.write(side, 9)?)),
        }
    }

    /// The one cell of a column of a group that has one entry at most.
    fn only(&self, formula: &Formula) -> Option<String> {
        let (question, column) = self.column(formula)?;
        let is_single = question.repeat.as_ref().and_then(|repeat| repeat.max) == Some(1);
        is_single.then(|| format!("{{{}[0].{column}}}", question.id))
    }

    /// A column of entries.
    pub(super) fn column<'f>(&self, formula: &'f Formula) -> Option<(&Question, &'f str)> {
        let (Formula::Name(name) | Formula::Ours(name)) = formula else { return None };
        let (first, column) = name.split_once('.')?;
        let question = self.sight.kinds.find(first.trim_matches(['[', ']']))?;
        (kind(question) == Kind::Group).then_some((question, column))
    }

    fn binary(&self, left: &Formula, operator: Operator, right: &Formula) -> Result<(String, u8), String> {
        let sides = |sign: &str, strength: u8| {
            Ok((format!("{} {sign} {}", self.write(left, strength)?, self.write(right, strength + 1)?), strength))
        };
        if let Some(written) = self.two(left, operator, right)? {
            return Ok(written);
        }
        match operator {
            Operator::Or => sides("or", 1),
            Operator::And => sides("and", 2),
            Operator::Equal | Operator::Unequal => self.equality(left, operator, right).map(|text| (text, 3)),
            Operator::Less => sides("<", 3),
            Operator::AtMost => sides("<=", 3),
            Operator::Greater => sides(">", 3),
            Operator::AtLeast => sides(">=", 3),
            Operator::Contains => self.contains(left, right).map(|text| (text, 3)),
            Operator::Plus if self.is_text(left) || self.is_text(right) => sides("+", 4),
            Operator::Plus => self.computed(left, "+", right, 4),
            Operator::Minus => self.computed(left, "-", right, 4),
            Operator::Times => self.computed(left, "*", right, 5),
            Operator::Over => self.computed(left, "/", right, 5),
            Operator::Rest => self.computed(left, "%", right, 5),
            _ => Err("this operator is not ours".into()),
        }
    }

    /// Whether something is a text that is joined.
    fn is_text(&self, formula: &Formula) -> bool {
        match formula {
            Formula::Text(_) => true,
            Formula::Binary(left, Operator::Plus, right) => self.is_text(left) || self.is_text(right),
            Formula::Call(name, arguments) => {
                name == "text" || (name == "coalesce" && matches!(arguments.last(), Some(Formula::Text(_))))
            }
            other => self.kind(other) == Some(Kind::Text),
        }
    }

    /// A name that may be missing counts as 0 in theirs; ours says so by `coalesce(x, 0)`.
    fn computed(&self, left: &Formula, sign: &str, right: &Formula, strength: u8) -> Result<(String, u8), String> {
        let is_divisor = ["/", "%"].contains(&sign);
        for side in [Some(left), (!is_divisor).then_some(right)].into_iter().flatten() {
            if matches!(side, Formula::Name(_) | Formula::Ours(_)) {
                self.note(ZERO);
            }
        }
        Ok((format!("{} {sign} {}", self.write(left, strength)?, self.write(right, strength + 1)?), strength))
    }

    /// Whether two values are equal, or differ.
    pub fn equality(&self, left: &Formula, operator: Operator, right: &Formula) -> Text {
        let sign = if operator == Operator::Equal { "=" } else { "<>" };
        let (left, right) = if matches!(left, Formula::Text(_)) { (right, left) } else { (left, right) };
        if let (Formula::Call(name, arguments), Formula::Text(text)) = (left, right)
            && let ("lower", [side]) = (name.as_str(), arguments.as_slice())
        {
            return Ok(format!("{} {sign} {}", self.write(side, 9)?, quoted(text)));
        }
        let (bare, other) = (two::bare(left), two::bare(right));
        if bare != left && other != right {
            return Ok(format!("{} {sign} {}", self.write(bare, 9)?, self.write(other, 9)?));
        }
        match (self.kind(left), self.kind(right)) {
            (Some(Kind::Text), Some(Kind::Text)) => self.note(CASE),
            (Some(one), Some(other)) if (one == Kind::YesNo) != (other == Kind::YesNo) => {
                return Err("yes or no is compared with options, which have other values there".into());
            }
            _ => {}
        }
        let kind = self.kind(left);
        let value = match (kind, right) {
            (Some(Kind::YesNo), Formula::Text(code)) => (code == "yes").to_string(),
            (Some(Kind::Flag), Formula::Text(truth)) => truth.clone(),
            (Some(Kind::Text), Formula::Text(text)) => {
                if text.to_lowercase() != text.to_uppercase() {
                    self.note(CASE);
                }
                quoted(text)
            }
            _ => self.write(right, 9)?,
        };
        Ok(format!("{} {sign} {value}", self.write(left, 9)?))
    }

    fn contains(&self, list: &Formula, item: &Formula) -> Text {
        if let Some(cell) = self.only(list) {
            return Ok(format!("{cell} = {}", self.write(item, 9)?));
        }
        match (list, self.kind(list)) {
            (Formula::List(items), _) => {
                if self.kind(item) == Some(Kind::Text) {
                    self.note(CASE);
                }
                if self.kind(item) == Some(Kind::YesNo) {
                    let each: Vec<_> =
                        items.iter().map(|one| self.equality(item, Operator::Equal, one)).collect::<Result<_, _>>()?;
                    return Ok(format!("({})", each.join(" or ")));
                }
                Ok(format!("{} anyof [{}]", self.write(item, 9)?, self.list(items)?))
            }
            (_, Some(Kind::Choices)) => Ok(format!("{} contains {}", self.write(list, 9)?, self.write(item, 9)?)),
            _ => Err("such a list cannot be looked through".into()),
        }
    }
}

/// A text as their expressions write it.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
