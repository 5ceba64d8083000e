//! Places of answers, as our expressions write them: questions, their rows and cells, and options that are ticked
//! (`"a" in q`).

use super::super::formula::{Formula, Operator, print};
use super::names::Shape;
use super::value::{Value, among};
use crate::questionnaire::format::{Condition, Question, Texts};

/// A part of a place.
pub fn part(of: &str, name: &str) -> String {
    let is_word = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.chars().all(is_letter);
    if is_word { format!("{of}.{name}") } else { format!("{of}[\"{name}\"]") }
}

/// The rows and options of a question of this shape: how expressions name them, when they are there, what they say.
pub fn parts<'q>(
    question: &'q Question,
    path: &'q str,
    shape: &Shape,
) -> impl Iterator<Item = (String, Option<&'q Condition>, &'q Texts)> {
    let is_ticked = matches!(shape, Shape::Several { .. });
    let options = question.options.iter().flatten().filter(move |_| is_ticked);
    let options = options.map(move |option| {
        let name = print(&among(&option.code, Formula::Ours(path.to_owned())));
        (name, option.show_if.as_ref(), &option.label)
    });
    let rows = question.rows.iter().map(move |row| (part(path, &row.id), row.show_if.as_ref(), &row.label));
    options.chain(rows)
}

/// Where the answers are that a value is made of.
pub fn places(value: &Value) -> Vec<String> {
    match value {
        Value::Tick { holds, .. } | Value::Own(holds) | Value::OwnLength(holds) => match holds {
            Formula::Binary(_, Operator::Contains, _) => vec![print(holds)],
            Formula::Binary(of, ..) => vec![print(of)],
            _ => vec![],
        },
        Value::Number(of)
        | Value::Text(of)
        | Value::Date(of, _)
        | Value::Choice(of, _)
        | Value::Several(of, _)
        | Value::Ranked(of, _)
        | Value::Rank(of, _) => vec![print(of)],
        Value::List(values) => values.iter().flat_map(|(_, value)| places(value)).collect(),
        Value::Label(value) => places(value),
        Value::Bool(_) | Value::Quoted(_) | Value::Said(_) | Value::Given(_) => vec![],
    }
}

/// The question that a place belongs to.
pub fn question(place: &str) -> &str {
    let list = list(place);
    &list[..list.find(|sign| !is_letter(sign)).unwrap_or(list.len())]
}

/// What a place lies within, from the outside in: the question, the row, the cell, the option.
pub fn within(place: &str) -> impl Iterator<Item = &str> {
    let list = list(place);
    let ends = list.char_indices().filter(|(_, sign)| !is_letter(*sign)).map(|(at, _)| at).chain([list.len()]);
    let option = (list.len() < place.len()).then_some(place);
    ends.map(|end| &list[..end]).chain(option)
}

/// What stands behind the name of a row or an option, if a place is in it.
pub fn behind<'p>(place: &'p str, name: &str) -> Option<&'p str> {
    if place == name {
        return Some("");
    }
    list(place).strip_prefix(name).filter(|rest| !rest.starts_with(is_letter))
}

/// The list that an option of a place is among, or the place itself.
fn list(place: &str) -> &str {
    place.split_once(" in ").filter(|_| place.starts_with('"')).map_or(place, |(_, list)| list)
}

const fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}
