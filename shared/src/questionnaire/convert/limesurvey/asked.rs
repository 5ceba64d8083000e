//! When a question and its parts are asked.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::formula::{Formula, fold, print};
use super::names::Shape;
use super::needs::{Places, needs};
use super::place::{parts, within};
use crate::questionnaire::format::{Condition, Question};

/// A condition that holds where something is asked; what follows from it is found once.
#[derive(Debug)]
pub struct Held {
    /// It.
    pub condition: Formula,
    /// How it is written.
    pub written: String,
    /// The places of answers that are there where it holds.
    pub needs: Places,
}

/// The conditions that all hold if this one does.
pub fn held(condition: &Formula) -> Vec<Rc<Held>> {
    let each = fold::conjuncts(condition.clone()).into_iter().filter(|one| *one != Formula::Bool(true));
    let each = each.map(|one| Rc::new(Held { written: print(&one), needs: needs(&one), condition: one }));
    each.collect()
}

/// When a question and its parts are asked.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Conditions that all hold.
    whole: Vec<Rc<Held>>,
    /// Conditions of rows and options, by how expressions name them.
    parts: Rc<HashMap<String, Vec<Rc<Held>>>>,
    /// The names of those in their order.
    order: Rc<Vec<String>>,
}

impl Asked {
    /// What a question of this shape takes, which is asked on `whole`, and whose parts are `offered` on conditions, by how
    /// they are written.
    pub fn new(
        whole: Vec<Rc<Held>>,
        question: &Question,
        path: &str,
        shape: &Shape,
        offered: &HashMap<String, Formula>,
    ) -> Self {
        let parts = parts(question, path, shape).filter_map(|(name, condition, _)| match condition {
            Some(Condition::Expression(text)) => Some((name, held(offered.get(text)?))),
            _ => None,
        });
        let parts: Vec<_> = parts.collect();
        let order = parts.iter().map(|(name, _)| name.clone()).collect();
        Self { whole, parts: Rc::new(parts.into_iter().collect()), order: Rc::new(order) }
    }

    /// What a place of the question takes.
    pub fn of<'s>(&'s self, place: &'s str) -> impl Iterator<Item = &'s Rc<Held>> {
        let parts = within(place).filter_map(|name| self.parts.get(name));
        self.whole.iter().chain(parts.flatten())
    }

    /// What the question with all its parts takes.
    pub fn of_all(&self) -> impl Iterator<Item = &Rc<Held>> {
        self.whole.iter().chain(self.order.iter().filter_map(|name| self.parts.get(name)).flatten())
    }
}
