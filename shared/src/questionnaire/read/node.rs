//! YAML and JSON (which is YAML) as a tree that knows its lines.
//!
//! Aliases share their node, so that a "bomb" of aliases costs no memory; the tree is refused as soon as writing it out would
//! exceed [`MOST_NODES`], so that it costs no time either.

use std::collections::HashMap;
use std::rc::Rc;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span};

use crate::questionnaire::problem::{Problem, quoted};

/// Nodes of the largest questionnaire, aliases written out.
const MOST_NODES: usize = 200_000;
/// Keys of one map.
const MOST_KEYS: usize = 500;
/// How deep lists and maps may be nested.
const DEEPEST: usize = 24;

/// A value and the line it stands on.
#[derive(Debug)]
pub struct Node {
    /// Counted from 1.
    pub line: usize,
    /// The value.
    pub value: Value,
    /// How many nodes it has when aliases are written out.
    weight: usize,
}

/// What YAML can hold.
#[derive(Debug)]
pub enum Value {
    /// A text, number, truth value or nothing: its spelling, and whether it stands without quotation marks.
    Scalar(String, bool),
    /// A list.
    List(Vec<Rc<Node>>),
    /// A map, with the line of each key.
    Map(Vec<(usize, String, Rc<Node>)>),
}

/// A list or map that is still open.
struct Open {
    line: usize,
    anchor: usize,
    is_map: bool,
    key: Option<(usize, String)>,
    list: Vec<Rc<Node>>,
    map: Vec<(usize, String, Rc<Node>)>,
    weight: usize,
}

#[derive(Default)]
struct Tree {
    open: Vec<Open>,
    anchors: HashMap<usize, Rc<Node>>,
    root: Option<Rc<Node>>,
}

/// Reads the one document in `text`.
pub fn parse(text: &str) -> Result<Rc<Node>, Problem> {
    let mut tree = Tree::default();
    for next in Parser::new_from_str(text) {
        let (event, span) = next.map_err(|error| broken(&error))?;
        tree.take(event, span)?;
    }
    tree.root.ok_or_else(|| at(1, "the file is empty"))
}

fn broken(error: &ScanError) -> Problem {
    let reason = match error.kind() {
        ErrorKind::RecursionLimitExceeded => "lists and maps are nested too deeply".into(),
        _ => format!("this is not YAML: {}", error.info()),
    };
    at(error.marker().line(), reason)
}

fn at(line: usize, reason: impl Into<String>) -> Problem {
    Problem { line: Some(line), path: String::new(), reason: reason.into() }
}

impl Tree {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Problem> {
        let line = span.start.line();
        if event.tag().is_some() {
            return Err(at(line, "tags (!…) cannot be used here; leave the tag out"));
        }
        match event {
            Event::SequenceStart(_, anchor, _) => self.begin(line, anchor, false),
            Event::MappingStart(_, anchor, _) => self.begin(line, anchor, true),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Scalar(text, style, anchor, _) => {
                let value = Value::Scalar(text.into_owned(), style == ScalarStyle::Plain);
                self.place(line, anchor, Rc::new(Node { line, value, weight: 1 }))
            }
            Event::Alias(id) => match self.anchors.get(&id) {
                Some(node) => self.place(line, 0, Rc::clone(node)),
                None => Err(at(line, "this alias stands inside the node it repeats")),
            },
            Event::DocumentStart(..) if self.root.is_some() => Err(at(line, "there is a second document; keep one")),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, line: usize, anchor: usize, is_map: bool) -> Result<(), Problem> {
        if self.open.len() >= DEEPEST {
            return Err(at(line, "lists and maps are nested too deeply"));
        }
        self.open.push(Open { line, anchor, is_map, key: None, list: vec![], map: vec![], weight: 1 });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Problem> {
        let Some(done) = self.open.pop() else { return Ok(()) };
        let value = if done.is_map { Value::Map(done.map) } else { Value::List(done.list) };
        let node = Node { line: done.line, value, weight: done.weight };
        self.place(done.line, done.anchor, Rc::new(node))
    }

    /// Puts a finished node where it belongs: into the list or map that is open, as its key or its value.
    fn place(&mut self, line: usize, anchor: usize, node: Rc<Node>) -> Result<(), Problem> {
        if anchor != 0 {
            self.anchors.insert(anchor, Rc::clone(&node));
        }
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        parent.weight = parent.weight.saturating_add(node.weight);
        if parent.weight > MOST_NODES {
            return Err(at(line, "with its aliases written out this is too large for a questionnaire"));
        }
        if parent.is_map {
            return parent.place(line, node);
        }
        parent.list.push(node);
        Ok(())
    }
}

impl Open {
    fn place(&mut self, line: usize, node: Rc<Node>) -> Result<(), Problem> {
        if let Some((key_line, key)) = self.key.take() {
            self.map.push((key_line, key, node));
            return Ok(());
        }
        let Value::Scalar(key, _) = &node.value else {
            return Err(at(line, "a key must be a word"));
        };
        if self.map.iter().any(|(_, known, _)| known == key) {
            return Err(at(line, format!("the key {} stands here twice; keep one", quoted(key))));
        }
        if self.map.len() >= MOST_KEYS {
            return Err(at(line, format!("there are more than {MOST_KEYS} keys in one map")));
        }
        self.key = Some((line, key.clone()));
        Ok(())
    }
}
