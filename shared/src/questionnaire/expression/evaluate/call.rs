//! What the functions do.

use super::place::answer;
use super::{LONGEST_TEXT, Walk, length, number};
use crate::questionnaire::answer::Answer;
use crate::questionnaire::expression::tree::{Function, Tree};
use crate::questionnaire::expression::value::Seen;

impl<'t> Walk<'t, '_> {
    pub(super) fn call(&mut self, function: Function, arguments: &'t [Tree]) -> Option<Seen<'t>> {
        let first = arguments.first()?;
        match function {
            Function::Answered => Some(Seen::Bool(self.see(first).is_some())),
            Function::Coalesce => arguments.iter().find_map(|argument| self.see(argument)),
            Function::Count => Some(Seen::Number(self.count(arguments))),
            Function::Size => self.size(first),
            Function::Abs | Function::Ceil | Function::Floor => self.one_number(function, first),
            Function::Round => self.round(arguments),
            Function::Sum | Function::Average | Function::Min | Function::Max => self.total(function, arguments),
            Function::Contains | Function::StartsWith | Function::EndsWith => self.finds(function, arguments),
            Function::TextOf => self.number(first).map(|number| Seen::Text(number.to_string().into())),
            Function::Length => self.text(first).map(|text| Seen::Number(length(text.chars().count()))),
            Function::NumberOf | Function::Year => {
                let text = self.text(first)?;
                let number = if function == Function::Year { year(&text) } else { decimal(&text) };
                number.map(Seen::Number)
            }
            Function::Lower => self.changed(first, str::to_lowercase),
            Function::Upper => self.changed(first, str::to_uppercase),
        }
    }

    /// How many values are there.
    fn count(&mut self, arguments: &'t [Tree]) -> f64 {
        let mut count = 0;
        for argument in arguments {
            count += match self.see(argument) {
                None => 0,
                Some(Seen::List(values)) => values.len(),
                Some(_) => 1,
            };
        }
        length(count)
    }

    fn size(&mut self, argument: &'t Tree) -> Option<Seen<'t>> {
        // Who does not know has not told how many.
        if let Tree::Place(place) = argument
            && let Some(Answer::Choice(_)) = answer(self.facts, &place.root)
        {
            return None;
        }
        match self.see(argument)? {
            Seen::Codes(codes) => Some(Seen::Number(length(codes.len()))),
            Seen::List(values) => Some(Seen::Number(length(values.len()))),
            // A repeating group is seen as the number of its items.
            Seen::Number(items) => Some(Seen::Number(items)),
            Seen::Bool(_) | Seen::Text(_) => None,
        }
    }

    fn one_number(&mut self, function: Function, argument: &'t Tree) -> Option<Seen<'t>> {
        let number = self.number(argument)?;
        Some(Seen::Number(match function {
            Function::Abs => number.abs(),
            Function::Ceil => number.ceil(),
            _ => number.floor(),
        }))
    }

    fn round(&mut self, arguments: &'t [Tree]) -> Option<Seen<'t>> {
        let number = self.number(arguments.first()?)?;
        let digits = arguments.get(1).map_or(Some(0.0), |digits| self.number(digits))?;
        number::finite(number::rounded(number, digits)).map(Seen::Number)
    }

    /// A figure over all numbers that are there.
    fn total(&mut self, function: Function, arguments: &'t [Tree]) -> Option<Seen<'t>> {
        let mut figure: Option<f64> = None;
        let mut count = 0;
        self.numbers(arguments, &mut |number| {
            count += 1;
            figure = Some(match (figure, function) {
                (None, _) => number,
                (Some(figure), Function::Min) => figure.min(number),
                (Some(figure), Function::Max) => figure.max(number),
                (Some(figure), _) => figure + number,
            });
        });
        let total = match function {
            Function::Sum => figure.unwrap_or(0.0),
            Function::Average => figure? / length(count),
            _ => figure?,
        };
        number::finite(total).map(Seen::Number)
    }

    /// Hands over every number among the arguments and in their lists.
    fn numbers(&mut self, arguments: &'t [Tree], take: &mut dyn FnMut(f64)) {
        for argument in arguments {
            match self.see(argument) {
                Some(Seen::Number(number)) => take(number),
                Some(Seen::List(values)) => {
                    for value in values {
                        if let Seen::Number(number) = value {
                            take(number);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn finds(&mut self, function: Function, arguments: &'t [Tree]) -> Option<Seen<'t>> {
        let [text, part] = arguments else { return None };
        let (text, part) = (self.text(text)?, self.text(part)?);
        Some(Seen::Bool(match function {
            Function::StartsWith => text.starts_with(&*part),
            Function::EndsWith => text.ends_with(&*part),
            _ => text.contains(&*part),
        }))
    }

    fn changed(&mut self, argument: &'t Tree, change: fn(&str) -> String) -> Option<Seen<'t>> {
        let text = self.text(argument)?;
        (text.len() <= 4 * LONGEST_TEXT).then(|| Seen::Text(change(&text).into()))
    }
}

/// A number written with digits, a sign and a decimal point.
fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let good = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
    good.then(|| text.parse().ok()).flatten().and_then(number::finite)
}

/// The year a date begins with.
fn year(date: &str) -> Option<f64> {
    let (year, rest) = date.split_at_checked(4)?;
    let good = year.bytes().all(|byte| byte.is_ascii_digit()) && (rest.is_empty() || rest.starts_with('-'));
    good.then(|| year.parse().ok()).flatten()
}
