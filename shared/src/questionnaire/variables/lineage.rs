//! One list of columns for all versions.

use std::collections::{HashMap, HashSet};

use super::columns::of_version;
use super::{Cell, Source, TooManyColumns, ValueLabel, Variable, VariableType};
use crate::questionnaire::answer::Answers;
use crate::questionnaire::model::Questionnaire;

/// The most columns, of all versions together: what a spreadsheet holds (16,384), and memory stays bounded.
pub const MOST: usize = 16_000;

/// The columns that the answers to some versions of a questionnaire become.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variables(Vec<Variable>);

impl Variables {
    /// The columns of `versions`, each with its number, oldest first.
    ///
    /// Columns stand by first appearance, new ones behind their predecessor in the version that brings them: the columns of
    /// some versions are a subsequence of those of the same versions and later ones. Labels are those of the newest version.
    pub fn of_versions(versions: &[(i64, &Questionnaire)]) -> Result<Self, TooManyColumns> {
        let mut union = Union::default();
        for (number, questionnaire) in versions {
            union.add(*number, of_version(*number, questionnaire)?)?;
        }
        Ok(Self(union.in_order()))
    }

    /// The columns in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Variable> {
        self.0.iter()
    }

    /// How many columns there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none: a questionnaire of notes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The cells of one response to version `version`, one for each column. Columns that the version does not have are empty.
    #[must_use]
    pub fn row<'a>(&self, version: i64, answers: &'a Answers) -> Vec<Cell<'a>> {
        let cell = |variable: &Variable| match variable.versions.binary_search(&version) {
            Ok(_) => variable.source.cell(variable.variable_type, answers),
            Err(_) => Cell::Empty,
        };
        self.0.iter().map(cell).collect()
    }
}

/// What makes two columns the same one.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    name: String,
    variable_type: VariableType,
    unit: Option<String>,
    source: Source,
}

/// The columns so far, as a chain, so that each can be followed by new ones at once.
#[derive(Default)]
struct Union {
    known: Vec<Variable>,
    next: Vec<Option<usize>>,
    first: Option<usize>,
    by_key: HashMap<Key, usize>,
    names: HashSet<String>,
}

impl Union {
    fn add(&mut self, number: i64, columns: Vec<Variable>) -> Result<(), TooManyColumns> {
        let mut before = None;
        for column in columns {
            let key = Key {
                name: column.name.clone(),
                variable_type: column.variable_type,
                unit: column.unit.clone(),
                source: column.source.clone(),
            };
            before = Some(match self.by_key.get(&key) {
                Some(&known) => {
                    renew(&mut self.known[known], column);
                    known
                }
                None => self.insert(before, key, number, column)?,
            });
        }
        Ok(())
    }

    fn insert(
        &mut self,
        before: Option<usize>,
        key: Key,
        number: i64,
        column: Variable,
    ) -> Result<usize, TooManyColumns> {
        let index = self.known.len();
        if index == MOST {
            return Err(TooManyColumns);
        }
        let name = self.free(&column.name, number);
        self.names.insert(name.clone());
        self.known.push(Variable { name, ..column });
        let link = match before {
            Some(before) => &mut self.next[before],
            None => &mut self.first,
        };
        let follows = link.replace(index);
        self.next.push(follows);
        self.by_key.insert(key, index);
        Ok(index)
    }

    /// The name, or if another column has it, the name with the version that gave it a new meaning.
    fn free(&self, name: &str, number: i64) -> String {
        let mut free = name.to_owned();
        while self.names.contains(&free) {
            free = format!("{free}@{number}");
        }
        free
    }

    fn in_order(mut self) -> Vec<Variable> {
        let mut known: Vec<Option<Variable>> = std::mem::take(&mut self.known).into_iter().map(Some).collect();
        let chain = std::iter::successors(self.first, |&at| self.next[at]);
        chain.filter_map(|at| known[at].take()).collect()
    }
}

/// What a newer version says of a column that is known.
fn renew(known: &mut Variable, newer: Variable) {
    known.versions.extend(newer.versions);
    // What named somebody once may do so in older answers.
    known.is_contact |= newer.is_contact;
    known.label = newer.label;
    known.conditions = newer.conditions;
    let mut place = 0;
    for value in newer.values {
        place = 1 + put(&mut known.values, value, place);
    }
}

/// Where the value stands now: its old place, or `place` if it is new.
fn put(values: &mut Vec<ValueLabel>, value: ValueLabel, place: usize) -> usize {
    if let Some(at) = values.iter().position(|known| known.value == value.value) {
        values[at] = value;
        return at;
    }
    values.insert(place, value);
    place
}
