//! Walking a checked expression. Missing is `None`; steps are counted, and who needs too many gets no value.

mod call;
mod number;
mod place;
mod verdict;

pub(super) use self::number::constant;
use super::facts::Facts;
use super::parse::node::{Arithmetic, Comparison};
use super::tree::Tree;
use super::value::{Seen, Value};

/// Parts, values of lists and portions of text that one evaluation may look at.
const MOST_STEPS: usize = 100_000;
/// Characters of the longest text.
pub(super) const LONGEST_TEXT: usize = 10_000;
/// Bytes of text that count as one step.
const PORTION: usize = 64;

/// The value of `tree`; `None`: it is missing, or would take too long.
pub(super) fn evaluate(tree: &Tree, facts: &Facts<'_>) -> Option<Value> {
    let mut walk = Walk { facts, steps: MOST_STEPS, is_strict: false };
    let seen = walk.see(tree)?;
    if walk.steps == 0 { None } else { seen.owned(LONGEST_TEXT) }
}

/// Whether `tree` is true; missing is false.
pub(super) fn holds(tree: &Tree, facts: &Facts<'_>) -> bool {
    let mut walk = Walk { facts, steps: MOST_STEPS, is_strict: false };
    walk.truth(tree) && walk.steps > 0
}

/// Whether `tree` is false whatever the missing values are.
pub(super) fn fails(tree: &Tree, facts: &Facts<'_>) -> bool {
    let mut walk = Walk { facts, steps: MOST_STEPS, is_strict: true };
    walk.verdict(tree) == Some(false) && walk.steps > 0
}

/// A length as a number; lengths are far below where it would lose digits.
#[expect(clippy::cast_precision_loss, reason = "nothing in memory is as long")]
const fn length(length: usize) -> f64 {
    length as f64
}

struct Walk<'t, 'f> {
    facts: &'t Facts<'f>,
    steps: usize,
    /// What hangs on something missing is missing too, not false.
    is_strict: bool,
}

impl<'t> Walk<'t, '_> {
    /// Takes steps off the budget; 0 is left when it is spent.
    fn step(&mut self, steps: usize) -> Option<()> {
        self.steps = self.steps.saturating_sub(steps);
        (self.steps > 0).then_some(())
    }

    fn see(&mut self, tree: &'t Tree) -> Option<Seen<'t>> {
        self.step(1)?;
        match tree {
            Tree::Not(_) | Tree::All(_) | Tree::Any(_) | Tree::Compare(..) | Tree::In(_) if self.is_strict => {
                self.verdict(tree).map(Seen::Bool)
            }
            Tree::Bool(truth) => Some(Seen::Bool(*truth)),
            Tree::Number(number) => Some(Seen::Number(*number)),
            Tree::Text(text) => Some(Seen::text(text)),
            Tree::Place(place) => self.place(place),
            Tree::Attribute(name) => self.facts.attributes.get(&**name).map(|value| Seen::text(value)),
            Tree::Round(asked) => place::round(self.facts, *asked),
            Tree::Today => self.facts.today.map(|day| Seen::Text(day.to_string().into())),
            Tree::List(trees) => Some(Seen::List(trees.iter().filter_map(|tree| self.see(tree)).collect())),
            Tree::Not(tree) => Some(Seen::Bool(!self.truth(tree))),
            Tree::Negate(tree) => self.number(tree).map(|number| Seen::Number(-number)),
            Tree::All(trees) => Some(Seen::Bool(trees.iter().all(|tree| self.truth(tree)))),
            Tree::Any(trees) => Some(Seen::Bool(trees.iter().any(|tree| self.truth(tree)))),
            Tree::Chain(first, rest) => self.chain(first, rest).map(Seen::Number),
            Tree::Join(trees) => self.join(trees),
            Tree::Compare(comparison, both) => {
                let missing = *comparison == Comparison::NotEqual;
                Some(Seen::Bool(self.compare(*comparison, both).unwrap_or(missing)))
            }
            Tree::In(both) => Some(Seen::Bool(self.is_in(both).unwrap_or(false))),
            Tree::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                let holds = if self.is_strict { self.verdict(condition)? } else { self.truth(condition) };
                if holds { self.see(then) } else { self.see(otherwise) }
            }
            Tree::Matches(text, pattern) => {
                let text = self.text(text)?;
                self.step(text.len())?;
                Some(Seen::Bool(pattern.is_match(&text)))
            }
            Tree::WayOut(place, code) => Some(Seen::Bool(place::is_way_out(self.facts, place, code))),
            Tree::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn truth(&mut self, tree: &'t Tree) -> bool {
        matches!(self.see(tree), Some(Seen::Bool(true)))
    }

    fn number(&mut self, tree: &'t Tree) -> Option<f64> {
        if let Some(Seen::Number(number)) = self.see(tree) { Some(number) } else { None }
    }

    fn text(&mut self, tree: &'t Tree) -> Option<std::borrow::Cow<'t, str>> {
        let Some(Seen::Text(text)) = self.see(tree) else { return None };
        self.step(text.len() / PORTION)?;
        Some(text)
    }

    fn chain(&mut self, first: &'t Tree, rest: &'t [(Arithmetic, Tree)]) -> Option<f64> {
        let first = self.number(first)?;
        rest.iter().try_fold(first, |left, (operator, tree)| number::compute(*operator, left, self.number(tree)?))
    }

    fn join(&mut self, trees: &'t [Tree]) -> Option<Seen<'t>> {
        let mut joined = String::new();
        for tree in trees {
            joined.push_str(&self.text(tree)?);
            // A character has four bytes at most.
            if joined.len() > 4 * LONGEST_TEXT {
                return None;
            }
        }
        (joined.chars().count() <= LONGEST_TEXT).then(|| Seen::Text(joined.into()))
    }

    /// How two values compare; `None`: one of them is missing.
    fn compare(&mut self, comparison: Comparison, [left, right]: &'t [Tree; 2]) -> Option<bool> {
        let order = match (self.see(left)?, self.see(right)?) {
            (Seen::Number(left), Seen::Number(right)) => number::order(left, right),
            (Seen::Text(left), Seen::Text(right)) => {
                self.step(left.len().min(right.len()) / PORTION)?;
                left.cmp(&right)
            }
            (Seen::Bool(left), Seen::Bool(right)) => left.cmp(&right),
            _ => return None,
        };
        Some(number::holds(comparison, order))
    }

    /// Whether a list has a value; `None`: that hangs on something missing.
    fn is_in(&mut self, [value, list]: &'t [Tree; 2]) -> Option<bool> {
        let value = self.see(value)?;
        if let Tree::List(trees) = list {
            // Looked at one after the other, so that no list is made.
            let mut all_told = true;
            for tree in trees {
                match self.see(tree) {
                    Some(other) if same(&value, &other) => return Some(true),
                    seen => all_told &= seen.is_some(),
                }
            }
            return all_told.then_some(false);
        }
        match self.see(list)? {
            Seen::Codes(codes) => {
                Some(matches!(&value, Seen::Text(text) if codes.iter().any(|code| code.as_str() == text)))
            }
            Seen::List(values) => Some(values.iter().any(|other| same(&value, other))),
            _ => None,
        }
    }
}

/// Whether two values are the same.
fn same(one: &Seen<'_>, other: &Seen<'_>) -> bool {
    match (one, other) {
        (Seen::Number(one), Seen::Number(other)) => number::order(*one, *other).is_eq(),
        (Seen::Text(one), Seen::Text(other)) => one == other,
        (Seen::Bool(one), Seen::Bool(other)) => one == other,
        _ => false,
    }
}
