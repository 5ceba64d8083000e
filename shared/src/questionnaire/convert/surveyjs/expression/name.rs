//! What the names in their expressions stand for.

use serde_json::Value;

use super::term::{Term, Type};
use super::{Sight, Why, other};
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::convert::formula::fold::size_of;
use crate::questionnaire::convert::surveyjs::budget::SPENT;
use crate::questionnaire::convert::surveyjs::json::spelled;
use crate::questionnaire::convert::surveyjs::known::{Entry, Kind};
use crate::questionnaire::expression::name_of;
use crate::questionnaire::problem::quoted;

/// Calculated values may look at each other so deep.
const DEEPEST: u8 = 5;

/// Bytes of the longest name that is looked for.
const LONGEST: usize = 400;

/// What precedes the name of a neighbour in the same item.
const INSIDE: [&str; 3] = ["panel.", "row.", "parentpanel."];
/// What looks into another item.
const OUTSIDE: [&str; 6] = ["prevpanel.", "nextpanel.", "prevrow.", "nextrow.", "totalrow.", "parentrow."];
/// What says which item it is.
const PLACES: [&str; 9] = [
    "panelindex",
    "rowindex",
    "rowvalue",
    "rowname",
    "rowtitle",
    "visiblepanelindex",
    "visiblerowindex",
    "itemindex",
    "index",
];

impl Sight<'_> {
    /// A name, or a word without braces, which is a value.
    pub(super) fn name(&self, written: &str) -> Result<Term, Why> {
        let Some(name) = written.strip_prefix('{') else {
            let is_nothing = ["null", "undefined"].contains(&written);
            return Ok(if is_nothing { Term::new(Formula::Bool(false), Type::Nothing) } else { Term::word(written) });
        };
        let name = name.trim().trim_start_matches(['#', '$']).trim();
        if name.len() > LONGEST {
            return other("a name is too long");
        }
        let small = name.to_lowercase();
        if let Some(term) = self.item(name, &small) {
            return Ok(term);
        }
        if PLACES.contains(&small.as_str()) {
            return other(format!("{{{name}}} says which entry it is"));
        }
        if OUTSIDE.iter().any(|prefix| small.starts_with(prefix)) {
            return other(format!("{{{name}}} looks into another entry"));
        }
        match INSIDE.iter().find_map(|prefix| small.strip_prefix(prefix).map(|_| &name[prefix.len()..])) {
            Some(inner) => self.inside(inner, name),
            None => self.found(name).unwrap_or_else(|| self.unknown(name)),
        }
    }

    /// The option or row that is asked for, or what the file says of it besides its words.
    fn item(&self, name: &str, small: &str) -> Option<Term> {
        let rest = small.strip_prefix("item").or_else(|| small.strip_prefix("choice"))?;
        let (item, key) = (self.item?, &name[name.len() - rest.len()..]);
        let value = match key.strip_prefix('.') {
            None if key.is_empty() => Some(item.get("value").unwrap_or(item)),
            None => return None,
            Some("value") => Some(item.get("value").unwrap_or(item)),
            Some(key) => item.get(key),
        };
        Some(match value {
            None | Some(Value::Null) => Term::new(Formula::Bool(false), Type::Nothing),
            Some(Value::Bool(truth)) if !key.is_empty() => Term::new(Formula::Bool(*truth), Type::Bool),
            Some(value) => Term::word(&spelled(value)),
        })
    }

    /// A neighbour in the same item.
    fn inside(&self, inner: &str, name: &str) -> Result<Term, Why> {
        if let Some(term) = self.own(inner) {
            return Ok(term);
        }
        let Some(siblings) = &self.known.siblings else {
            return other(format!("{{{name}}} looks at another cell of its row"));
        };
        if let Some(entry) = self.known.sibling(inner) {
            return Ok(Term::question(entry));
        }
        let parted = parts(inner).find_map(|(first, rest)| cell(siblings.find(first)?, rest));
        parted.map_or_else(|| self.unknown(inner), Ok)
    }

    /// The answer that is checked.
    fn own(&self, name: &str) -> Option<Term> {
        let (own, kind) = self.own?;
        if own == name {
            return Some(Term::named("this".into(), kind));
        }
        let rest = name.strip_prefix(own)?.strip_prefix('.')?;
        cell_of("this", kind, rest)
    }

    fn found(&self, name: &str) -> Option<Result<Term, Why>> {
        if let Some(term) = self.own(name) {
            return Some(Ok(term));
        }
        let part = self.known.parts.find(name);
        if let Some(entry) = part.or_else(|| self.known.find(name)).or_else(|| self.known.sibling(name)) {
            return Some(Ok(Term::question(entry)));
        }
        if let Some(source) = self.known.waiting.get(name) {
            return Some(self.calculated(source));
        }
        let only = name.split_once("[0].").and_then(|(group, column)| self.only(group, column));
        only.or_else(|| parts(name).find_map(|(first, rest)| cell(self.known.find(first)?, rest))).map(Ok)
    }

    /// A column of a repeating question that has one entry at most.
    fn only(&self, group: &str, column: &str) -> Option<Term> {
        if self.known.only.as_deref() == Some(group) {
            return self.own(column).or_else(|| self.known.sibling(column).map(Term::question));
        }
        let entry = self.known.find(group)?;
        let Kind::Group(columns, true) = &entry.kind else { return None };
        let found = columns.find(column)?;
        Term::only(format!("{}.{}", name_of(&entry.code), found.code), &found.kind)
    }

    /// A calculated value that stands nowhere yet: what it is calculated from stands here instead. It is translated anew at each
    /// mention, also inside others, so each takes its part of the budget.
    fn calculated(&self, source: &str) -> Result<Term, Why> {
        if self.depth >= DEEPEST {
            return other("calculated values look at each other");
        }
        if !self.known.budget.can_afford(source.len()) {
            return other(SPENT);
        }
        Sight { depth: self.depth + 1, own: None, item: None, ..*self }.value(source)
    }

    fn unknown(&self, name: &str) -> Result<Term, Why> {
        if name.contains('[') {
            return other(format!("{{{name}}} looks into one of several entries"));
        }
        if let Some(first) = parts(name).map(|(first, _)| first).find(|first| self.known.find(first).is_some()) {
            return other(format!(
                "{} has no part {} that can be named",
                quoted(first),
                quoted(&name[first.len() + 1..])
            ));
        }
        let all = || std::iter::once(name).chain(parts(name).map(|(first, _)| first));
        if let Some((name, why)) = all().find_map(|name| Some((name, self.known.passed(name)?))) {
            return other(format!("it looks at {{{name}}}, {why}"));
        }
        let first = parts(name).map(|(first, _)| first).find(|first| self.known.all.contains_key(*first));
        let comes_later = |name: &str| self.known.all.contains_key(name) && self.known.find(name).is_none();
        match first.into_iter().chain([name]).find(|name| comes_later(name)) {
            Some(_) => Err(Why::Later(name.to_owned())),
            None => other(format!("there is no question {{{name}}}")),
        }
    }
}

/// The ways to part a name at a dot, which may stand in a name as well.
fn parts(name: &str) -> impl Iterator<Item = (&str, &str)> {
    name.match_indices('.').map(|(at, _)| (&name[..at], &name[at + 1..]))
}

fn cell(entry: &Entry, rest: &str) -> Option<Term> {
    cell_of(&name_of(&entry.code), &entry.kind, rest)
}

/// A row of a matrix, or a row and column of a table.
fn cell_of(name: &str, kind: &Kind, rest: &str) -> Option<Term> {
    match kind {
        Kind::Choices(_) | Kind::Group(..) if rest == "length" => {
            Some(Term::new(size_of(Formula::Ours(name.to_owned())), Type::Number))
        }
        Kind::Matrix(rows, cell) => Some(Term::named(format!("{name}.{}", rows.find(rest)?), cell)),
        Kind::Table(rows, columns) => parts(rest).find_map(|(row, column)| {
            let column = columns.find(column)?;
            Some(Term::named(format!("{name}.{}.{}", rows.find(row)?, column.code), &column.kind))
        }),
        _ => None,
    }
}
