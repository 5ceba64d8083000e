//! A part of an expression and what it is.

use crate::questionnaire::expression::name_of;
use std::rc::Rc;

use super::{Why, other};
use crate::questionnaire::convert::formula::{Formula, Unary};
use crate::questionnaire::convert::surveyjs::known::{Entry, Kind, Options};

/// What a part is.
#[derive(Clone, Debug)]
pub enum Type {
    /// Yes or no.
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A day, month or time.
    Date,
    /// A calculated yes or no.
    Flag,
    /// A text that is written in the expression.
    Word(String),
    /// One of the options.
    Choice(Rc<Options>),
    /// Some of the options.
    Choices(Rc<Options>),
    /// Values that are written in the expression.
    List(Vec<Term>),
    /// No value.
    Nothing,
    /// A matrix, table or group as a whole, or something that cannot be looked into.
    Whole(Kind),
}

/// A part of an expression: as ours, and what it is.
#[derive(Clone, Debug)]
pub struct Term {
    /// As ours.
    pub formula: Formula,
    /// What it is.
    pub ty: Type,
}

impl Term {
    /// A part.
    pub const fn new(formula: Formula, ty: Type) -> Self {
        Self { formula, ty }
    }

    /// A text that is written in the expression.
    pub fn word(text: &str) -> Self {
        Self::new(Formula::Text(text.to_owned()), Type::Word(text.to_owned()))
    }

    /// A question or a part of one, as `formula` names it.
    pub fn named(formula: String, kind: &Kind) -> Self {
        let ty = match kind {
            Kind::Number => Type::Number,
            Kind::Text => Type::Text,
            Kind::Date => Type::Date,
            Kind::Flag => Type::Flag,
            Kind::Choice(options) => Type::Choice(Rc::clone(options)),
            Kind::Choices(options) => Type::Choices(Rc::clone(options)),
            Kind::Matrix(..) | Kind::Table(..) | Kind::Group(..) | Kind::Parts(_) | Kind::Shared | Kind::Other => {
                Type::Whole(kind.clone())
            }
        };
        Self::new(Formula::Ours(formula), ty)
    }

    /// A question.
    pub fn question(entry: &Entry) -> Self {
        Self::named(name_of(&entry.code).into_owned(), &entry.kind)
    }

    /// The column of a repeating question that has one entry only, which ours sees as a list of one.
    pub fn only(column: String, kind: &Kind) -> Option<Self> {
        let list = Formula::Name(column);
        match kind {
            Kind::Choice(options) => Some(Self::new(list, Type::Choice(Rc::clone(options)))),
            Kind::Number => Some(Self::new(Formula::Call("max".into(), vec![list]), Type::Number)),
            _ => None,
        }
    }

    /// Whether it is the one option in such a column, which is asked for with `in`.
    pub const fn is_only(&self) -> bool {
        matches!(self.formula, Formula::Name(_))
    }

    /// The value that is written here, as a text.
    pub fn literal(&self) -> Option<String> {
        match (&self.ty, &self.formula) {
            (Type::Word(text), _) => Some(text.clone()),
            (Type::Nothing, _) => None,
            (_, Formula::Number(number)) => Some(number.to_string()),
            (_, Formula::Bool(truth)) => Some(truth.to_string()),
            (_, Formula::Unary(Unary::Minus, side)) => match **side {
                Formula::Number(number) => Some((-number).to_string()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The number that is written here.
    pub fn literal_number(&self) -> Option<f64> {
        self.literal()?.trim().parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// What to call it in a message.
    pub const fn called(&self) -> &'static str {
        match self.ty {
            Type::Bool | Type::Flag => "yes or no",
            Type::Number => "a number",
            Type::Text | Type::Word(_) => "a text",
            Type::Date => "a date",
            Type::Choice(_) => "an option",
            Type::Choices(_) => "several options",
            Type::List(_) => "a list",
            Type::Nothing => "nothing",
            Type::Whole(Kind::Shared) => "an answer that questions with other options share",
            Type::Whole(_) => "a question with parts",
        }
    }

    /// As a condition: what their language takes for true.
    pub fn truth(self) -> Result<Formula, Why> {
        let literal = self.literal();
        match self.ty {
            Type::Bool => Ok(self.formula),
            Type::Flag => Ok(super::binary(self.formula, super::Operator::Equal, super::text("true"))),
            Type::Number => match literal.and_then(|text| text.parse::<f64>().ok()) {
                Some(number) => Ok(Formula::Bool(number != 0.0)),
                None => Ok(super::and(
                    Formula::Unary(Unary::NotEmpty, Box::new(self.formula.clone())),
                    super::binary(self.formula, super::Operator::Unequal, Formula::Number(0.0)),
                )),
            },
            Type::Choice(options) if options.is_boolean => {
                let Some(yes) = options.code("true") else { return other("it has no \"true\"") };
                Ok(super::binary(self.formula, super::Operator::Equal, super::text(yes)))
            }
            Type::Word(word) => Ok(Formula::Bool(!word.is_empty())),
            Type::Nothing => Ok(Formula::Bool(false)),
            Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => {
                Ok(Formula::Unary(Unary::NotEmpty, Box::new(self.formula)))
            }
            Type::Whole(_) => super::compare::answered(&self),
            Type::List(_) => other("a list stands where yes or no is needed"),
        }
    }
}
