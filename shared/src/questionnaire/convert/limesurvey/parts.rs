//! Subquestions and answers, whichever table they stand in.

use std::collections::HashMap;

use super::assemble::number;
use super::survey::{Part, Question};

/// Subquestions or answers while they are gathered: by question and scale, each once in however many languages it stands.
#[derive(Default)]
pub struct Parts<'r> {
    lists: HashMap<(&'r str, bool), Vec<Part<'r>>>,
    places: HashMap<(&'r str, bool, &'r str), usize>,
}

impl<'r> Parts<'r> {
    /// The part of this name, which is made if it was not there yet.
    pub fn part(&mut self, of: &'r str, scale: &str, name: &'r str, make: impl FnOnce() -> Part<'r>) -> &mut Part<'r> {
        let is_second = scale == "1";
        let list = self.lists.entry((of, is_second)).or_default();
        let place = *self.places.entry((of, is_second, name)).or_insert(list.len());
        if place == list.len() {
            list.push(make());
        }
        &mut list[place]
    }

    /// Gives the parts to their questions; how many belong to none.
    pub fn give(
        self,
        questions: &mut HashMap<&'r str, Question<'r>>,
        of: impl for<'q> Fn(&'q mut Question<'r>) -> &'q mut [Vec<Part<'r>>; 2],
    ) -> usize {
        let mut orphans = 0;
        for ((question, is_second), mut list) in self.lists {
            list.sort_by_key(|part| (part.order, number(part.id), part.code));
            match questions.get_mut(question) {
                Some(question) => of(question)[usize::from(is_second)] = list,
                None => orphans += list.len(),
            }
        }
        orphans
    }
}
