//! Conditions that can be said in a sentence, for paper and wherever else no program follows them.

use super::parse::node::Comparison;
use super::tree::{Function, Holds, Part, Place, Root, Tree};
use crate::questionnaire::model::Code;

/// What a condition asks, without its notation.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// All of these hold.
    All(Vec<Self>),
    /// One of these holds.
    Any(Vec<Self>),
    /// Whether one of the options was chosen.
    Options {
        /// The question.
        question: Code,
        /// The row, if it is a matrix.
        row: Option<Code>,
        /// Its options.
        options: Vec<Code>,
        /// `false`: none of them was.
        is: bool,
    },
    /// Whether something was answered.
    Answered {
        /// The question.
        question: Code,
        /// `false`: it was not.
        is: bool,
    },
    /// How the answer compares with a number.
    Number {
        /// The question.
        question: Code,
        /// How many were ticked or listed is compared, not the answer itself.
        counted: bool,
        /// How it compares.
        comparison: Comparison,
        /// With which number.
        number: f64,
    },
    /// Whether an attribute of the company is one of these values.
    Company {
        /// The attribute.
        attribute: String,
        /// The values.
        values: Vec<String>,
        /// `false`: it is none of them.
        is: bool,
    },
}

/// What `tree` asks, or the opposite of it; `None`: no sentence says it.
pub(super) fn plain(tree: &Tree, is: bool) -> Option<Plain> {
    match tree {
        Tree::Not(inner) => plain(inner, !is),
        Tree::All(trees) if is => several(trees, is).map(Plain::All),
        Tree::Any(trees) if !is => several(trees, is).map(Plain::All),
        Tree::All(trees) | Tree::Any(trees) => several(trees, is).map(together),
        Tree::Compare(comparison, both) => compared(*comparison, both, is),
        Tree::In(both) => member(both, is),
        Tree::Call(Function::Answered, arguments) => match arguments.as_slice() {
            [Tree::Place(place)] => Some(Plain::Answered { question: question(place)?, is }),
            _ => None,
        },
        _ => None,
    }
}

fn several(trees: &[Tree], is: bool) -> Option<Vec<Plain>> {
    trees.iter().map(|tree| plain(tree, is)).collect()
}

/// One of several; options of one question are one list.
fn together(parts: Vec<Plain>) -> Plain {
    let mut all: Option<(&Code, &Option<Code>, Vec<Code>)> = None;
    for part in &parts {
        let Plain::Options { question, row, options, is: true } = part else { return Plain::Any(parts) };
        let (first, its_row, found) = all.get_or_insert_with(|| (question, row, vec![]));
        if (*first, *its_row) != (question, row) {
            return Plain::Any(parts);
        }
        found.extend(options.iter().cloned());
    }
    match all {
        Some((question, row, options)) => {
            Plain::Options { question: question.clone(), row: row.clone(), options, is: true }
        }
        None => Plain::Any(parts),
    }
}

fn compared(comparison: Comparison, both: &[Tree; 2], is: bool) -> Option<Plain> {
    // Where something is missing, "not more" holds and "at most" does not: no sentence says the opposite of an order.
    let comparison = if is { comparison } else { comparison.opposite()? };
    let is_equal = comparison == Comparison::Equal;
    match both {
        [Tree::Place(place), Tree::Text(option)] | [Tree::Text(option), Tree::Place(place)] => {
            let is_choice = place.holds == Holds::Choice && comparison.is_equality();
            let options = vec![Code::parse(option).ok()?];
            let (question, row) = row_of(place)?;
            is_choice.then_some(Plain::Options { question, row, options, is: is_equal })
        }
        [Tree::Attribute(attribute), Tree::Text(value)] | [Tree::Text(value), Tree::Attribute(attribute)] => {
            let values = vec![value.to_string()];
            comparison.is_equality().then(|| Plain::Company { attribute: attribute.to_string(), values, is: is_equal })
        }
        [Tree::Number(number), side] => figure(side, comparison.turned(), *number),
        [side, Tree::Number(number)] => figure(side, comparison, *number),
        _ => None,
    }
}

fn figure(side: &Tree, comparison: Comparison, number: f64) -> Option<Plain> {
    let (place, counted) = match side {
        Tree::Place(place) if place.holds == Holds::Number => (place, false),
        Tree::Call(Function::Size, arguments) => match arguments.as_slice() {
            [Tree::Place(place)] if matches!(place.holds, Holds::Choices | Holds::Parts) => (place, true),
            _ => return None,
        },
        // Nothing ticked counts as nought.
        Tree::Call(Function::Coalesce, arguments) => match arguments.as_slice() {
            [counted @ Tree::Call(Function::Size, _), Tree::Number(0.0)] => return figure(counted, comparison, number),
            _ => return None,
        },
        _ => return None,
    };
    Some(Plain::Number { question: question(place)?, counted, comparison, number })
}

fn member([value, list]: &[Tree; 2], is: bool) -> Option<Plain> {
    match (value, list) {
        (Tree::Place(place), Tree::List(options)) if place.holds == Holds::Choice => {
            let options = texts(options)?.into_iter().map(|option| Code::parse(&option).ok()).collect::<Option<_>>()?;
            let (question, row) = row_of(place)?;
            Some(Plain::Options { question, row, options, is })
        }
        (Tree::Text(option), Tree::Place(place)) if place.holds == Holds::Choices => {
            let options = vec![Code::parse(option).ok()?];
            Some(Plain::Options { question: question(place)?, row: None, options, is })
        }
        (Tree::Attribute(attribute), Tree::List(values)) => {
            Some(Plain::Company { attribute: attribute.to_string(), values: texts(values)?, is })
        }
        _ => None,
    }
}

fn texts(trees: &[Tree]) -> Option<Vec<String>> {
    let text = |tree: &Tree| if let Tree::Text(text) = tree { Some(text.to_string()) } else { None };
    trees.iter().map(text).collect()
}

/// The question, if the place is a whole answer of this response.
fn question(place: &Place) -> Option<Code> {
    match (&place.root, &place.part) {
        (Root::Question(code) | Root::Item(code), Part::Whole) => Some(code.clone()),
        _ => None,
    }
}

/// The question and the row, if the place is a whole answer or a row of a matrix.
fn row_of(place: &Place) -> Option<(Code, Option<Code>)> {
    match (&place.root, &place.part) {
        (Root::Question(code) | Root::Item(code), Part::Row(row)) => Some((code.clone(), Some(row.clone()))),
        _ => question(place).map(|code| (code, None)),
    }
}
