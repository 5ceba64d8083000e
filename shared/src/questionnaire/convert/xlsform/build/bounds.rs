//! Rules that say no more than a least and a greatest value, which our questions have keys for.

use super::super::super::formula::{Formula, Operator, Unary};

/// What a rule bounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bounds {
    /// The least number.
    pub min: Option<f64>,
    /// The greatest number.
    pub max: Option<f64>,
    /// The earliest date.
    pub from: Option<String>,
    /// The latest date.
    pub to: Option<String>,
    /// The most characters.
    pub length: Option<usize>,
    /// The most digits behind the decimal sign.
    pub decimals: Option<u8>,
    /// The fewest choices.
    pub fewest: Option<usize>,
    /// The most choices.
    pub most: Option<usize>,
}

/// The bounds that a rule says, if it says nothing else; of whole numbers if `whole`.
pub fn bounds(rule: &Formula, whole: bool) -> Option<Bounds> {
    let mut bounds = Bounds::default();
    let mut terms = vec![rule];
    while let Some(term) = terms.pop() {
        match term {
            Formula::Binary(left, Operator::And, right) => terms.extend([&**right, &**left]),
            Formula::Binary(left, operator, right) => bounds.term(left, *operator, right, whole)?,
            _ => return None,
        }
    }
    Some(bounds)
}

impl Bounds {
    fn term(&mut self, left: &Formula, operator: Operator, right: &Formula, whole: bool) -> Option<()> {
        if is_answer(right) && !is_answer(left) && !matches!(left, Formula::Call(..)) {
            return self.term(right, super::super::formula::turned(operator), left, whole);
        }
        match (left, operator) {
            (Formula::Call(name, of), Operator::Equal) if name == "round" && is_answer(right) => match of.as_slice() {
                [answer, Formula::Number(digits)] if is_answer(answer) && (0.0..=6.0).contains(digits) => {
                    set(&mut self.decimals, format!("{digits}").parse().ok()?)
                }
                _ => None,
            },
            (Formula::Call(name, of), _) if matches!(of.as_slice(), [answer] if is_answer(answer)) => {
                self.counted(name, operator, number(right)?)
            }
            (answer, _) if is_answer(answer) => match number(right) {
                Some(number) => self.number(operator, number, whole),
                None => self.date(operator, date(right)?),
            },
            _ => None,
        }
    }

    fn number(&mut self, operator: Operator, number: f64, whole: bool) -> Option<()> {
        let is_whole = number.fract() == 0.0;
        match operator {
            Operator::AtLeast => set(&mut self.min, number),
            Operator::AtMost => set(&mut self.max, number),
            Operator::Greater if whole && is_whole => set(&mut self.min, number + 1.0),
            Operator::Less if whole && is_whole => set(&mut self.max, number - 1.0),
            _ => None,
        }
    }

    fn date(&mut self, operator: Operator, date: String) -> Option<()> {
        match operator {
            Operator::AtLeast => set(&mut self.from, date),
            Operator::AtMost => set(&mut self.to, date),
            _ => None,
        }
    }

    /// A number of characters or of choices.
    fn counted(&mut self, name: &str, operator: Operator, number: f64) -> Option<()> {
        let count: usize = format!("{number}").parse().ok().filter(|count| (1..=10_000).contains(count))?;
        match (name, operator) {
            ("string-length", Operator::AtMost) => set(&mut self.length, count),
            ("string-length", Operator::Less) => set(&mut self.length, (count - 1).max(1)),
            ("count-selected", Operator::AtMost) => set(&mut self.most, count),
            ("count-selected", Operator::AtLeast) => set(&mut self.fewest, count),
            ("count-selected", Operator::Equal) => {
                set(&mut self.most, count)?;
                set(&mut self.fewest, count)
            }
            _ => None,
        }
    }
}

/// Sets what is not set yet: two bounds on one side are a rule of its own.
fn set<T>(place: &mut Option<T>, value: T) -> Option<()> {
    if place.is_some() {
        return None;
    }
    *place = Some(value);
    Some(())
}

fn is_answer(formula: &Formula) -> bool {
    matches!(formula, Formula::Name(name) if name == ".")
}

fn number(formula: &Formula) -> Option<f64> {
    match formula {
        Formula::Number(number) => Some(*number),
        Formula::Unary(Unary::Minus, inner) => number(inner).map(|number| -number),
        _ => None,
    }
}

fn date(formula: &Formula) -> Option<String> {
    match formula {
        Formula::Text(text) if super::super::formula::is_date(text) => Some(super::super::formula::day(text)),
        Formula::Call(name, of) if name == "date" && of.len() == 1 => date(&of[0]),
        _ => None,
    }
}
