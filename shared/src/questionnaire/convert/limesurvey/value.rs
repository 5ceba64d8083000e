//! What an expression of theirs is about, before it is known what it is compared with.

use std::rc::Rc;

use super::super::formula::{Formula, Operator, Unary};
use crate::questionnaire::convert::formula::fold::{binary, call, either, or, size_of};
use crate::questionnaire::format::Texts;
use crate::questionnaire::problem::quoted;

/// An option: their code, ours, and what it says.
#[derive(Clone, Debug)]
pub struct Opt {
    /// Their code.
    pub theirs: String,
    /// Ours.
    pub ours: String,
    /// What it says.
    pub label: Texts,
}

/// The options of a question.
pub type Options = Rc<Vec<Opt>>;

/// Why an expression cannot be carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Why.
    pub reason: String,
    /// It cannot be read as an expression; where it stands in a text it may be words in braces.
    pub is_text: bool,
}

/// A value or why there is none.
pub type Found<T> = Result<T, Fault>;

/// The reason on its own.
pub fn fault<T>(reason: impl Into<String>) -> Found<T> {
    Err(Fault { reason: reason.into(), is_text: false })
}

/// A value of theirs.
#[derive(Clone, Debug)]
pub enum Value {
    /// Yes or no.
    Bool(Formula),
    /// A number.
    Number(Formula),
    /// A text.
    Text(Formula),
    /// A date, a month, a year or a time, and the characters of a day: fewer than 10 if it is a month or a year.
    Date(Formula, usize),
    /// One of the options.
    Choice(Formula, Options),
    /// Options that are ticked.
    Several(Formula, Options),
    /// Options in an order.
    Ranked(Formula, Options),
    /// An option that is ticked or not; its value is `on` or nothing.
    Tick {
        /// Whether it is ticked.
        holds: Formula,
        /// Its value then.
        on: &'static str,
        /// What the option says.
        label: Texts,
    },
    /// What somebody has written behind "other". Here it can only be asked whether "other" was chosen.
    Own(Formula),
    /// How long that is.
    OwnLength(Formula),
    /// What stands at a place of a ranking; here it can only be asked whether anything does.
    Rank(Formula, usize),
    /// Values, each with the code of its subquestion.
    List(Vec<(String, Self)>),
    /// What a value says, instead of its code.
    Label(Box<Self>),
    /// The text of a question, in which expressions may stand.
    Quoted(String),
    /// A text that was written out.
    Said(String),
    /// A number that was written out.
    Given(f64),
}

/// Whether the place is answered.
pub fn answered(place: Formula) -> Formula {
    Formula::Unary(Unary::NotEmpty, Box::new(place))
}

/// Whether an option is among those ticked or ranked.
pub fn among(code: &str, list: Formula) -> Formula {
    binary(list, Operator::Contains, Formula::Text(code.into()))
}

impl Value {
    /// Without the label around it.
    pub fn bare(self) -> Self {
        if let Self::Label(value) = self { value.bare() } else { self }
    }

    /// Whether there is something.
    pub fn presence(self) -> Found<Formula> {
        match self {
            // These always give a number.
            Self::Number(Formula::Call(name, _)) if matches!(name.as_str(), "count" | "sum") => Ok(Formula::Bool(true)),
            Self::Number(of)
            | Self::Text(of)
            | Self::Date(of, _)
            | Self::Choice(of, _)
            | Self::Several(of, _)
            | Self::Ranked(of, _) => Ok(answered(of)),
            Self::Bool(of) | Self::Tick { holds: of, .. } | Self::Own(of) => Ok(of),
            Self::OwnLength(_) | Self::Given(_) => Ok(Formula::Bool(true)),
            Self::Rank(of, place) => Ok(at_least(size_of(of), place)),
            Self::Label(value) => value.presence(),
            Self::Said(text) | Self::Quoted(text) => Ok(Formula::Bool(!text.trim().is_empty())),
            Self::List(values) => {
                let found: Found<Vec<_>> = values.into_iter().map(|(_, value)| value.presence()).collect();
                Ok(found?.into_iter().reduce(or).unwrap_or(Formula::Bool(false)))
            }
        }
    }

    /// Whether it counts as true.
    pub fn truth(self) -> Found<Formula> {
        match self {
            Self::Number(Formula::Call(name, arguments)) if matches!(name.as_str(), "count" | "size" | "coalesce") => {
                Ok(binary(Formula::Call(name, arguments), Operator::Greater, Formula::Number(0.0)))
            }
            // A number that is missing is unequal to 0, but not greater.
            Self::Number(of) => Ok(binary(call("abs", vec![of]), Operator::Greater, Formula::Number(0.0))),
            Self::Said(text) => Ok(Formula::Bool(!matches!(text.as_str(), "" | "0"))),
            Self::Given(number) => Ok(Formula::Bool(number != 0.0)),
            Self::OwnLength(of) => Ok(of),
            other => other.presence(),
        }
    }

    /// As a number.
    pub fn number(self) -> Found<Formula> {
        match self {
            Self::Number(of) => Ok(of),
            Self::Given(number) => Ok(Formula::Number(number)),
            Self::Text(of) => Ok(call("number", vec![of])),
            Self::Choice(_, options) if !options.iter().any(|option| decimal(&option.theirs).is_some()) => {
                fault("it computes with codes of options that are no numbers")
            }
            Self::Choice(of, options) if options.iter().all(|option| option.theirs == option.ours) => {
                Ok(call("number", vec![code_of(of)]))
            }
            Self::Bool(of) => Ok(either(of, Formula::Number(1.0), Formula::Number(0.0))),
            Self::Tick { holds, on: "1", .. } => Ok(either(holds, Formula::Number(1.0), Formula::Number(0.0))),
            Self::Said(text) => match decimal(&text) {
                Some(number) => Ok(Formula::Number(number)),
                None => fault(format!("{} is no number", quoted(&text))),
            },
            Self::Label(value) => value.number(),
            Self::List(mut values) if values.len() == 1 => values.remove(0).1.number(),
            _ => fault("it computes with what is no number here"),
        }
    }

    /// As a text, in a language of ours; what is missing is an empty one.
    pub fn text(self, language: &str) -> Found<Formula> {
        match self {
            Self::Said(text) => Ok(Formula::Text(text)),
            Self::Quoted(text) if !text.contains("{{") => Ok(Formula::Text(text)),
            Self::Quoted(_) => fault("it takes the text of a question that has expressions itself"),
            Self::Given(number) => Ok(Formula::Text(number.to_string())),
            Self::Text(of) if !is_place(&of) => Ok(of),
            Self::Text(of) | Self::Date(of, _) => Ok(code_of(of)),
            Self::Number(of) => Ok(code_of(call("text", vec![of]))),
            Self::Choice(of, options) if options.iter().all(|option| option.theirs == option.ours) => Ok(code_of(of)),
            Self::Choice(of, options) => Ok(by_option(&of, &options, |option| option.theirs.clone())),
            Self::Tick { holds, on, .. } => Ok(either(holds, Formula::Text(on.into()), Formula::Text(String::new()))),
            Self::Bool(of) => Ok(either(of, Formula::Text("1".into()), Formula::Text(String::new()))),
            Self::Label(value) => value.label(language),
            Self::List(mut values) if values.len() == 1 => values.remove(0).1.text(language),
            Self::Own(_) | Self::OwnLength(_) => fault("what is written behind \"other\" cannot be looked at here"),
            Self::Rank(..) => fault("a single place of a ranking cannot be looked at here"),
            Self::Several(..) | Self::Ranked(..) | Self::List(_) => fault("several answers are no text here"),
        }
    }

    /// What it says, as a text.
    fn label(self, language: &str) -> Found<Formula> {
        match self {
            Self::Choice(of, options) => {
                Ok(by_option(&of, &options, |option| option.label.get(language).cloned().unwrap_or_default()))
            }
            Self::Tick { holds, label, .. } => {
                let label = label.get(language).cloned().unwrap_or_default();
                Ok(either(holds, Formula::Text(label), Formula::Text(String::new())))
            }
            other => other.text(language),
        }
    }
}

fn at_least(side: Formula, least: usize) -> Formula {
    #[expect(clippy::cast_precision_loss, reason = "a place of a ranking is small")]
    binary(side, Operator::AtLeast, Formula::Number(least as f64))
}

/// A place as a text: the code of an option, a text or nothing.
fn code_of(of: Formula) -> Formula {
    call("coalesce", vec![of, Formula::Text(String::new())])
}

fn is_place(of: &Formula) -> bool {
    matches!(of, Formula::Ours(_))
}

/// A text for each option.
fn by_option(of: &Formula, options: &Options, text: impl Fn(&Opt) -> String) -> Formula {
    options.iter().rev().fold(Formula::Text(String::new()), |no, option| {
        let condition = binary(of.clone(), Operator::Equal, Formula::Text(option.ours.clone()));
        either(condition, Formula::Text(text(option)), no)
    })
}

/// A number as it is written in their file.
pub fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let good = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    good.then(|| text.parse().ok()).flatten().filter(|number: &f64| number.is_finite())
}
