//! Values, and making one kind of another as `XPath` does by itself.

use super::super::super::formula::{Formula, Operator, Unary};
use super::super::scope::{Meaning, Type};
use super::{Failure, Place, Typed, cannot};
use crate::questionnaire::convert::formula::fold::{and, binary, call, compares, decimal, either, not, or};
use crate::questionnaire::problem::quoted;

impl Typed {
    pub(super) fn number(formula: Formula) -> Self {
        Self { formula, ty: Type::Number }
    }

    pub(super) fn text(formula: Formula) -> Self {
        Self { formula, ty: Type::Text }
    }

    pub(super) fn bool(formula: Formula) -> Self {
        Self { formula, ty: Type::Bool }
    }

    /// Whether it is the answer of a question itself, nothing computed.
    pub(super) const fn is_answer(&self) -> bool {
        matches!(self.formula, Formula::Name(_))
    }
}

impl Place<'_> {
    /// What a formula gives, in our terms.
    pub fn value(&self, formula: &Formula) -> Result<Typed, Failure> {
        Ok(match formula {
            Formula::Text(text) => Typed::text(Formula::Text(text.clone())),
            Formula::Number(number) => Typed::number(Formula::Number(*number)),
            Formula::Bool(truth) => Typed::bool(Formula::Bool(*truth)),
            Formula::Name(name) => self.name(name)?,
            Formula::Call(name, arguments) => self.call(name, arguments)?,
            Formula::Unary(Unary::Minus, side) => match self.number(side)? {
                Formula::Number(number) => Typed::number(Formula::Number(-number)),
                side => Typed::number(Formula::Unary(Unary::Minus, Box::new(side))),
            },
            Formula::Binary(left, Operator::And, right) => Typed::bool(and(self.truth(left)?, self.truth(right)?)),
            Formula::Binary(left, Operator::Or, right) => Typed::bool(or(self.truth(left)?, self.truth(right)?)),
            Formula::Binary(left, operator, right) if compares(*operator) => {
                Typed::bool(Self::compare(self.value(left)?, *operator, self.value(right)?)?)
            }
            Formula::Binary(left, operator, right) => {
                Typed::number(binary(self.number(left)?, *operator, self.number(right)?))
            }
            Formula::Either(_) => {
                return Err(Failure::Broken("write if(condition, then, otherwise) instead of ? and :".into()));
            }
            _ => return cannot("it is written in a way that has no equivalent"),
        })
    }

    fn name(&self, name: &str) -> Result<Typed, Failure> {
        if let Some(question) = name.strip_prefix('$') {
            return self.question(question);
        }
        if name == "." {
            let ty = self.this.clone();
            return ty.map_or_else(
                || cannot("the dot means the answer itself, which only rules about it can look at"),
                |ty| Ok(Typed { formula: Formula::Name("this".into()), ty }),
            );
        }
        if name == ".." {
            return cannot("it walks through the form by paths");
        }
        if let Some(number) = decimal(name) {
            return Ok(Typed::number(Formula::Number(number)));
        }
        match self.columns.map(|columns| columns(name)) {
            Some(Some(text)) => Ok(Typed::text(Formula::Text(text))),
            Some(None) => cannot(format!("the choices have no column {name}")),
            None => Err(Failure::Broken(format!(
                "{name} is not known; write ${{{name}}} for a question, '{name}' for a text"
            ))),
        }
    }

    fn question(&self, name: &str) -> Result<Typed, Failure> {
        match self.scope.meaning(name, self.line, self.survey) {
            Meaning::Is(path, ty) => Ok(Typed { formula: Formula::Name(path), ty }),
            Meaning::Unknown => {
                Err(Failure::Broken(format!("there is no question {name}; correct the name or add the question")))
            }
            Meaning::Ambiguous => {
                Err(Failure::Broken(format!("there are several questions named {name}; give each a name of its own")))
            }
            Meaning::Itself => match &self.this {
                Some(ty) => Ok(Typed { formula: Formula::Name("this".into()), ty: ty.clone() }),
                None => cannot("it looks at the question it belongs to"),
            },
            Meaning::Not(why) => cannot(format!("{name} {why}")),
        }
    }

    /// True or false.
    pub fn truth(&self, formula: &Formula) -> Result<Formula, Failure> {
        let value = self.value(formula)?;
        Ok(match (&value.ty, &value.formula) {
            (Type::Bool, _) => value.formula,
            (Type::Number, Formula::Number(number)) => Formula::Bool(*number != 0.0),
            // A number that is missing is false, too.
            (Type::Number, _) => {
                binary(or_else(value.formula, Formula::Number(0.0)), Operator::Unequal, Formula::Number(0.0))
            }
            (Type::Text, Formula::Text(text)) => Formula::Bool(!text.is_empty()),
            (Type::Text | Type::Date(_) | Type::Choice(_) | Type::Choices(_), _) => present(value)?,
            (Type::List(_) | Type::Repeat, _) => return cannot("it looks at all repetitions at once"),
        })
    }

    /// A number.
    pub fn number(&self, formula: &Formula) -> Result<Formula, Failure> {
        as_number(self.value(formula)?)
    }

    /// A text.
    pub fn text(&self, formula: &Formula) -> Result<Formula, Failure> {
        as_text(self.value(formula)?)
    }

    /// A list of the numbers of all repetitions, or one number.
    pub(super) fn numbers(&self, formula: &Formula) -> Result<Formula, Failure> {
        let value = self.value(formula)?;
        match &value.ty {
            Type::List(inner) if **inner == Type::Number => Ok(value.formula),
            _ => as_number(value),
        }
    }

    /// Notes a change of meaning that is small enough to go on.
    pub(super) fn changed(&self, what: &'static str) {
        self.changes.borrow_mut().insert(what);
    }
}

/// There is an answer.
pub(super) fn present(value: Typed) -> Result<Formula, Failure> {
    if value.is_answer() {
        Ok(Formula::Unary(Unary::NotEmpty, Box::new(value.formula)))
    } else if value.ty == Type::Text {
        Ok(binary(value.formula, Operator::Unequal, Formula::Text(String::new())))
    } else {
        cannot("it asks whether something computed is there")
    }
}

/// There is none.
pub(super) fn absent(value: Typed) -> Result<Formula, Failure> {
    let is_text = !value.is_answer();
    let formula = value.formula.clone();
    let there = present(value)?;
    Ok(if is_text { binary(formula, Operator::Equal, Formula::Text(String::new())) } else { not(there) })
}

/// How many there are of what a formula gives; of what is missing none. What is checked is there.
pub(super) fn size_of(formula: Formula) -> Formula {
    let is_checked = matches!(&formula, Formula::Name(name) if name == "this");
    let size = call("size", [formula]);
    if is_checked { size } else { or_else(size, Formula::Number(0.0)) }
}

/// What a formula gives, and `otherwise` where that is missing.
pub(super) fn or_else(formula: Formula, otherwise: Formula) -> Formula {
    if is_there(&formula) { formula } else { call("coalesce", [formula, otherwise]) }
}

/// Whether something is never missing.
pub(super) fn is_there(formula: &Formula) -> bool {
    match formula {
        Formula::Text(_) | Formula::Number(_) => true,
        Formula::Call(name, of) => match name.as_str() {
            "count" => true,
            "coalesce" => of.last().is_some_and(is_there),
            "size" | "text" | "lower" | "upper" => of.iter().all(is_there),
            _ => false,
        },
        Formula::Binary(left, Operator::Plus, right) => is_there(left) && is_there(right),
        Formula::Either(parts) => is_there(&parts.1) && is_there(&parts.2),
        _ => false,
    }
}

/// A value as a number.
pub(super) fn as_number(value: Typed) -> Result<Formula, Failure> {
    Ok(match (value.ty, value.formula) {
        (Type::Number, formula) => formula,
        (Type::Text, Formula::Text(text)) => match decimal(&text) {
            Some(number) => Formula::Number(number),
            None => return cannot(format!("{} is no number", quoted(&text))),
        },
        // A number that was made a text is that number again.
        (Type::Text, Formula::Call(name, mut of)) if name == "text" && of.len() == 1 => of.remove(0),
        (Type::Text, formula) => call("number", [formula]),
        (Type::Bool, formula) => either(formula, Formula::Number(1.0), Formula::Number(0.0)),
        (Type::Choice(codes), formula) => super::choice::number(&codes, &formula)?,
        (Type::Date(_), _) => return cannot("it computes with dates"),
        (Type::Choices(_), _) => return cannot("it takes several choices for a number"),
        (Type::List(_) | Type::Repeat, _) => return cannot("it looks at all repetitions at once"),
    })
}

/// A value as a text.
pub(super) fn as_text(value: Typed) -> Result<Formula, Failure> {
    Ok(match (value.ty, value.formula) {
        (Type::Number, Formula::Number(number)) => Formula::Text(number.to_string()),
        (Type::Number, formula) => call("text", [formula]),
        (Type::Text | Type::Date(_), formula) => formula,
        (Type::Bool, formula) => either(formula, Formula::Text("true".into()), Formula::Text("false".into())),
        (Type::Choice(codes), formula) => super::choice::text(&codes, &formula)?,
        (Type::Choices(_), _) => return cannot("it takes several choices for a text"),
        (Type::List(_) | Type::Repeat, _) => return cannot("it looks at all repetitions at once"),
    })
}
