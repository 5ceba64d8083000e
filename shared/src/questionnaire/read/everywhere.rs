//! The names of all questions, before any of them is read.

use super::node::{Node, Value};
use crate::questionnaire::model::Code;

/// The names of all questions in `sections`, whatever else is wrong with them, and the group of those that stand in one.
pub fn everywhere(sections: &Node) -> impl Iterator<Item = (Code, Option<Code>)> {
    let questions = items(sections).flat_map(questions_of);
    questions.flat_map(|question| {
        let group = name(question);
        let inner = questions_of(question).filter_map(name);
        let inner: Vec<_> = inner.map(|name| (name, group.clone())).collect();
        group.map(|name| (name, None)).into_iter().chain(inner)
    })
}

fn name(question: &Node) -> Option<Code> {
    let Value::Scalar(text, _) = &value(question, "id")?.value else { return None };
    Code::parse(text.trim()).ok()
}

/// The questions of a section or a group.
fn questions_of(node: &Node) -> impl Iterator<Item = &Node> {
    value(node, "questions").into_iter().flat_map(items)
}

fn items(node: &Node) -> impl Iterator<Item = &Node> {
    let list = if let Value::List(list) = &node.value { list.as_slice() } else { &[] };
    list.iter().map(AsRef::as_ref)
}

fn value<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|(_, name, _)| name == key).map(|(_, _, node)| node.as_ref())
}
