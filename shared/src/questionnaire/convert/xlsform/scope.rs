//! What `${name}` means at a place of the form.

use std::collections::HashMap;
use std::rc::Rc;

use super::kind::{Frame, Kind};
use super::survey::Survey;

/// The choices of a question: their names, and the codes of ours that stand for each.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Codes(pub Vec<(String, String)>);

impl Codes {
    /// The codes that stand for a name; usually one.
    pub fn of<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c str> {
        self.0.iter().filter(move |(theirs, _)| theirs == name).map(|(_, ours)| ours.as_str())
    }
}

/// What kind of value something has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// True or false.
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date or a time, and the characters of a day: 10, fewer if it is a month or a year.
    Date(usize),
    /// One of some options.
    Choice(Rc<Codes>),
    /// Several of them.
    Choices(Rc<Codes>),
    /// The same of every repetition.
    List(Box<Type>),
    /// A group that is filled in several times.
    Repeat,
}

/// What became of a named thing.
#[derive(Clone, Debug)]
pub enum State {
    /// It comes later.
    Later,
    /// It is here: how our expressions name it, and what it holds.
    Here(String, Type),
    /// It is not in the questionnaire, and why.
    Gone(&'static str),
}

/// A named thing of the form.
#[derive(Clone, Debug)]
struct Named {
    line: usize,
    within: Option<usize>,
    repeat: Option<usize>,
    state: State,
}

/// All named things of the form.
#[derive(Default)]
pub struct Scope {
    names: HashMap<String, Vec<Named>>,
    /// The code of each repeat that is finished.
    finished: HashMap<usize, String>,
}

/// What a name means.
pub enum Meaning {
    /// Nothing of this name is in the form.
    Unknown,
    /// Several things are, and it is not clear which is meant.
    Ambiguous,
    /// The thing the expression belongs to.
    Itself,
    /// Not to be had here, and why.
    Not(&'static str),
    /// How our expressions name it, and what it holds.
    Is(String, Type),
}

impl Scope {
    /// The names of a form; all come later at first.
    pub fn of(survey: &Survey<'_>) -> Self {
        let mut scope = Self::default();
        for (line, it) in survey.lines.iter().enumerate().filter(|(_, it)| !it.name.is_empty()) {
            let state = match it.kind {
                Some(Kind::End(_)) => continue,
                Some(Kind::Begin(frame)) if frame != Frame::Repeat => State::Gone("is a group and has no value"),
                // The day is known without any device.
                Some(Kind::Metadata) if it.written.trim().eq_ignore_ascii_case("today") => {
                    State::Here("today".into(), Type::Date(10))
                }
                Some(Kind::Metadata) => State::Gone("is noted by the device, which nothing here does"),
                _ => State::Later,
            };
            let named = Named { line, within: it.within, repeat: it.repeat, state };
            scope.names.entry(it.name.to_owned()).or_default().push(named);
        }
        scope
    }

    /// Says what became of a line.
    pub fn set(&mut self, name: &str, line: usize, state: State) {
        let named = self.names.get_mut(name).into_iter().flatten().find(|named| named.line == line);
        if let Some(named) = named {
            named.state = state;
        }
    }

    /// Says that a repeat is complete, and its code: from outside it is a list from here on.
    pub fn finish(&mut self, repeat: usize, code: &str) {
        self.finished.insert(repeat, code.to_owned());
    }

    /// What a name means in the expressions of a line.
    pub fn meaning(&self, name: &str, line: usize, survey: &Survey<'_>) -> Meaning {
        let Some(all) = self.names.get(name) else { return Meaning::Unknown };
        let here = &survey.lines[line];
        let is_group = |named: &&Named| matches!(survey.lines[named.line].kind, Some(Kind::Begin(frame)) if frame != Frame::Repeat);
        // A question counts before a group of the same name, and what is near before what is far.
        let mut found: Vec<&Named> = all.iter().filter(|named| !is_group(named)).collect();
        if found.is_empty() {
            found = all.iter().collect();
        }
        let near: Vec<&Named> = found.iter().copied().filter(|named| named.within == here.within).collect();
        let named = match (near.as_slice(), found.as_slice()) {
            ([only], _) | ([], [only]) => *only,
            _ => return Meaning::Ambiguous,
        };
        if named.line == line {
            return Meaning::Itself;
        }
        self.seen_from(named, here.repeat.or_else(|| survey.is_repeat(line).then_some(line)))
    }

    fn seen_from(&self, named: &Named, repeat: Option<usize>) -> Meaning {
        match &named.state {
            State::Later => Meaning::Not("stands further down, and only what stands before can be looked at"),
            State::Gone(why) => Meaning::Not(why),
            State::Here(path, ty) if named.repeat.is_none() || named.repeat == repeat => {
                Meaning::Is(path.clone(), ty.clone())
            }
            State::Here(path, ty) => match named.repeat.and_then(|repeat| self.finished.get(&repeat)) {
                Some(group) if !path.contains('.') => {
                    Meaning::Is(format!("{group}.{path}"), Type::List(Box::new(ty.clone())))
                }
                _ => Meaning::Not("stands in a repeat and cannot be looked at from outside"),
            },
        }
    }
}
