//! Expressions that ask only whether an earlier question has one of some options. A page can follow them without a script.

use super::parse::node::Comparison;
use super::tree::{Holds, Part, Place, Root, Tree};
use crate::questionnaire::model::Code;

/// The question and the options, if `tree` is such a test.
pub(super) fn of(tree: &Tree) -> Option<(Code, Vec<Code>)> {
    match tree {
        Tree::Compare(Comparison::Equal, both) => match &**both {
            [Tree::Place(place), Tree::Text(option)] | [Tree::Text(option), Tree::Place(place)] => {
                Some((question(place, Holds::Choice)?, vec![Code::parse(option).ok()?]))
            }
            _ => None,
        },
        Tree::In(both) => match &**both {
            [Tree::Place(place), Tree::List(options)] => {
                let codes = options.iter().map(|option| match option {
                    Tree::Text(option) => Code::parse(option).ok(),
                    _ => None,
                });
                Some((question(place, Holds::Choice)?, codes.collect::<Option<_>>()?))
            }
            [Tree::Text(option), Tree::Place(place)] => {
                Some((question(place, Holds::Choices)?, vec![Code::parse(option).ok()?]))
            }
            _ => None,
        },
        Tree::Any(trees) => {
            let mut tests = trees.iter().map(of);
            let (question, mut options) = tests.next()??;
            for test in tests {
                let (other, further) = test?;
                if other != question {
                    return None;
                }
                options.extend(further);
            }
            Some((question, options))
        }
        _ => None,
    }
}

/// The question, if the place is the whole answer to one of this response.
fn question(place: &Place, holds: Holds) -> Option<Code> {
    match (&place.root, &place.part) {
        (Root::Question(code), Part::Whole) if place.holds == holds => Some(code.clone()),
        _ => None,
    }
}
