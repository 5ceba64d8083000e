//! Names without `.NAOK`: their tool takes a condition that names a question in this way for false where that question is not
//! asked. So what the question takes to be asked joins the condition, unless that follows from it anyway.

use std::collections::HashSet;
use std::rc::Rc;

use super::super::formula::{Formula, fold};
use super::asked::{Held, held};
use super::making::Making;
use super::names::{Known, Names, Plain};
use super::place::{places, question};
use super::translate::written;
use super::value::Value;
use crate::questionnaire::problem::quoted;

/// Places and conditions that are followed to find out what follows from one condition.
const MOST_FOLLOWED: usize = 5_000;
/// Conditions that are looked at, whether they should join one.
const MOST_LOOKED_AT: usize = 5_000;
/// Conditions that join one.
const MOST_JOINED: usize = 100;

impl<'r> Names<'r> {
    /// Notes that a question is named in a way that asks for its being asked.
    pub fn note(&self, name: &str, known: &Known<'r>, value: &Value) {
        let mark = name.rsplit('.').next().unwrap_or("");
        if !matches!(mark, "NAOK" | "valueNAOK" | "shown" | "relevanceStatus") {
            self.plain.borrow_mut().extend(places(value).into_iter().map(|place| (known.qid, place)));
        }
    }

    /// What the questions take that were named in such a way.
    fn taken(&self, plain: &Plain<'_>) -> Vec<Rc<Held>> {
        let mut taken = Vec::new();
        for (qid, place) in plain {
            let Some(known) = self.by_qid(qid) else { continue };
            let room = MOST_LOOKED_AT - taken.len();
            if known.path == *place {
                taken.extend(known.asked.of_all().take(room).cloned());
            } else {
                taken.extend(known.asked.of(place).take(room).cloned());
            }
        }
        taken
    }
}

impl Making<'_, '_> {
    /// The condition together with what the questions take to be asked that it names without `.NAOK`.
    pub fn with_asked(&mut self, place: &str, source: &str, condition: Formula, plain: &Plain<'_>) -> Formula {
        let taken = self.names.taken(plain);
        if taken.is_empty() || condition == Formula::Bool(false) {
            return condition;
        }
        self.together(&condition, taken).unwrap_or_else(|| {
            let reason = format!("its condition {} names questions that are not always asked", quoted(source));
            let by = "it is asked even where they are not, for the whole condition would be longer than ours may be";
            self.report.replaced(place, reason, by);
            condition
        })
    }

    /// The condition with what is `taken` and does not follow from it; `None` if that is longer than ours may be.
    fn together(&self, condition: &Formula, taken: Vec<Rc<Held>>) -> Option<Formula> {
        let mut given = Given::new(&self.names);
        given.follow(self.section.iter().cloned().chain(held(condition)).collect());
        let mut more = Vec::new();
        for one in taken {
            if !given.conditions.contains(&one.written) {
                given.follow(vec![one.clone()]);
                more.push(one);
            }
            if more.len() > MOST_JOINED {
                return None;
            }
        }
        let join = |whole, one: Rc<Held>| fold::and(whole, one.condition.clone());
        let whole = more.into_iter().fold(condition.clone(), join);
        written(&whole).is_ok().then_some(whole)
    }
}

/// What holds, and what was found to follow from it.
struct Given<'m, 'r> {
    names: &'m Names<'r>,
    /// As they are written.
    conditions: HashSet<String>,
    places: HashSet<String>,
    /// How many places and conditions may still be followed.
    room: usize,
}

impl<'m, 'r> Given<'m, 'r> {
    fn new(names: &'m Names<'r>) -> Self {
        Self { names, conditions: HashSet::new(), places: HashSet::new(), room: MOST_FOLLOWED }
    }

    /// Adds what holds, and what follows: the questions whose answers it needs were asked.
    fn follow(&mut self, mut open: Vec<Rc<Held>>) {
        while let Some(one) = open.pop() {
            if !self.conditions.insert(one.written.clone()) {
                continue;
            }
            for place in &one.needs {
                if self.room == 0 {
                    break;
                }
                self.room -= 1;
                if self.places.insert(place.clone()) {
                    let before = open.len();
                    let known = self.names.by_path(question(place));
                    open.extend(known.into_iter().flat_map(|known| known.asked.of(place)).take(self.room).cloned());
                    self.room -= open.len() - before;
                }
            }
        }
    }
}
