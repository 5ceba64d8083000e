//! What an expression evaluates to.

use std::borrow::Cow;

use crate::questionnaire::model::Code;

/// What an expression evaluated to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number that is finite.
    Number(f64),
    /// A text, a date, or an option by its code.
    Text(String),
    /// Numbers, texts or options.
    List(Vec<Self>),
}

/// A value while it is computed; it borrows what it can.
#[derive(Clone, Debug)]
pub(super) enum Seen<'a> {
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    Codes(&'a [Code]),
    List(Vec<Self>),
}

impl<'a> Seen<'a> {
    pub const fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// The value on its own; `None`: its texts are longer than allowed.
    pub fn owned(self, longest: usize) -> Option<Value> {
        match self {
            Self::Bool(truth) => Some(Value::Bool(truth)),
            Self::Number(number) => Some(Value::Number(number)),
            Self::Text(text) => {
                (text.len() <= longest || text.chars().count() <= longest).then(|| Value::Text(text.into_owned()))
            }
            Self::Codes(codes) => {
                Some(Value::List(codes.iter().map(|code| Value::Text(code.as_str().into())).collect()))
            }
            Self::List(values) => {
                values.into_iter().map(|value| value.owned(longest)).collect::<Option<_>>().map(Value::List)
            }
        }
    }
}
