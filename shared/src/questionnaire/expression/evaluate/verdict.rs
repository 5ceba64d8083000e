//! Judging with missing values: yes, no, or not to be told (Kleene's strong logic of three values).

use super::Walk;
use crate::questionnaire::expression::tree::Tree;
use crate::questionnaire::expression::value::Seen;

impl<'t> Walk<'t, '_> {
    /// Whether `tree` is true; `None`: it hangs on something that is missing.
    pub(super) fn verdict(&mut self, tree: &'t Tree) -> Option<bool> {
        self.step(1)?;
        match tree {
            Tree::Not(inner) => self.verdict(inner).map(|truth| !truth),
            Tree::All(trees) => self.settled(trees, false),
            Tree::Any(trees) => self.settled(trees, true),
            Tree::Compare(comparison, both) => self.compare(*comparison, both),
            Tree::In(both) => self.is_in(both),
            other => match self.see(other)? {
                Seen::Bool(truth) => Some(truth),
                _ => None,
            },
        }
    }

    /// The verdict over several, of which one that is `settling` decides alone.
    fn settled(&mut self, trees: &'t [Tree], settling: bool) -> Option<bool> {
        let mut all_told = true;
        for tree in trees {
            match self.verdict(tree) {
                Some(truth) if truth == settling => return Some(settling),
                verdict => all_told &= verdict.is_some(),
            }
        }
        all_told.then_some(!settling)
    }
}
