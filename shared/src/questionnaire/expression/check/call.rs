//! Calls of functions and methods.

use regex::RegexBuilder;

use super::known::{FUNCTIONS, Known, METHODS, MISSING, Takes};
use super::{Checked, Checker, Typed};
use crate::questionnaire::expression::near::nearest;
use crate::questionnaire::expression::parse::node::{Kind, Node};
use crate::questionnaire::expression::tree::{Function, Part, Place, Tree};
use crate::questionnaire::expression::types::Type;
use crate::questionnaire::model::Code;
use crate::questionnaire::problem::quoted;

/// Bytes that a compiled pattern may take.
const LARGEST_PATTERN: usize = 256 * 1024;

impl Checker<'_> {
    /// `name(arguments)`
    pub(super) fn call(&mut self, at: usize, name: &str, nodes: &[Node]) -> Checked {
        let Some(known) = FUNCTIONS.iter().find(|known| known.name == name) else {
            return self.no_function(at, name, nodes);
        };
        self.arity(at, known.name, known.usage, known.arguments, nodes.len())?;
        match known.takes {
            Takes::Numbers(function) => self.each(nodes, function, Type::Number, Self::number),
            Takes::NumbersOrLists(function) => self.each(nodes, function, Type::Number, Self::number_or_list),
            Takes::Texts(function) => self.each(nodes, function, Type::Text, Self::text),
            Takes::TextToNumber(function) => self.each(nodes, function, Type::Number, Self::text),
            Takes::NumberToText(function) => self.each(nodes, function, Type::Text, Self::number),
            Takes::AnythingToBool(function) => self.each(nodes, function, Type::Bool, Self::anything),
            Takes::AnythingToNumber(function) => self.each(nodes, function, Type::Number, Self::anything),
            Takes::Size => self.size(&nodes[0]),
            Takes::Alike => self.coalesce(at, nodes),
            Takes::WayOut => self.dont_know(&nodes[0]),
            Takes::Column => self.column_of(&nodes[0], &nodes[1]),
        }
    }

    fn arity(&mut self, at: usize, name: &str, usage: &str, (least, most): (usize, usize), given: usize) -> Option<()> {
        if (least..=most).contains(&given) {
            return Some(());
        }
        let wanted = match (least, most) {
            (1, 1) => "one value".into(),
            (least, usize::MAX) => format!("at least {least}"),
            (least, most) if least == most => format!("{least} values"),
            (least, most) => format!("{least} or {most} values"),
        };
        self.fault(at, format!("{name} takes {wanted} and got {given}; write {usage}"))
    }

    fn each(
        &mut self,
        nodes: &[Node],
        function: Function,
        ty: Type,
        read: fn(&mut Self, &Node) -> Option<Tree>,
    ) -> Checked {
        let trees: Vec<_> = nodes.iter().map(|node| read(self, node)).collect();
        Some(Typed { tree: Tree::Call(function, trees.into_iter().collect::<Option<_>>()?), ty })
    }

    fn number_or_list(&mut self, node: &Node) -> Option<Tree> {
        let typed = self.value(node)?;
        if typed.ty == Type::Numbers { Some(typed.tree) } else { self.as_number(node.at, typed) }
    }

    fn anything(&mut self, node: &Node) -> Option<Tree> {
        self.any(node).map(|typed| typed.tree)
    }

    fn size(&mut self, node: &Node) -> Checked {
        let Typed { tree, ty } = self.any(node)?;
        let function = match ty {
            Type::Choices(_) | Type::Numbers | Type::Texts | Type::Group(_) => Function::Size,
            Type::Text | Type::Date => Function::Length,
            other => {
                let hint =
                    "size counts the ticked options of a question, the values of a list or the letters of a text";
                return self.fault(node.at, format!("this is {}; {hint}", other.words()));
            }
        };
        Some(Typed { tree: Tree::Call(function, vec![tree]), ty: Type::Number })
    }

    fn coalesce(&mut self, at: usize, nodes: &[Node]) -> Checked {
        let values: Vec<_> = nodes.iter().map(|node| self.value(node)).collect();
        let values = values.into_iter().collect::<Option<Vec<_>>>()?;
        let mut types = values.iter().map(|value| value.ty.clone());
        let first = types.next()?;
        let Some(ty) = types.try_fold(first, Type::either) else {
            return self.fault(at, "coalesce takes the first value that is there, so all must be of one kind");
        };
        let trees = values.into_iter().map(|value| value.tree).collect();
        Some(Typed { tree: Tree::Call(Function::Coalesce, trees), ty })
    }

    fn dont_know(&mut self, node: &Node) -> Checked {
        let typed = self.any(node)?;
        let Tree::Place(place) = typed.tree else {
            return self.fault(node.at, "dont_know asks about a question; write dont_know(question)");
        };
        let Some(way_out) = self.way_out_of(&place) else {
            let hint = "ask !answered(...) instead, or offer one in the questionnaire";
            return self.fault(node.at, format!("this question offers no \"don't know\"; {hint}"));
        };
        Some(Typed { tree: Tree::WayOut(place, way_out), ty: Type::Bool })
    }

    fn way_out_of(&self, place: &Place) -> Option<Code> {
        let code = self.code_of(place)?;
        match &place.part {
            Part::Whole => self.scope.ways_out.get(&code).cloned(),
            Part::Row(row) => self.scope.row_ways_out.get(&(code, row.clone())).cloned(),
            Part::Cell(..) | Part::Column(_) => None,
        }
    }

    /// `of.name(arguments)`
    pub(super) fn method(&mut self, at: usize, of: &Node, name: &str, nodes: &[Node]) -> Checked {
        let Some((name, usage, function)) = METHODS.iter().find(|(known, ..)| *known == name) else {
            return self.no_method(at, name);
        };
        self.arity(at, name, usage, (1, 1), nodes.len())?;
        let text = self.text(of);
        let tree = if let Some(function) = function {
            let part = self.text(&nodes[0]);
            Tree::Call(*function, vec![text?, part?])
        } else {
            let pattern = self.pattern(&nodes[0]);
            Tree::Matches(Box::new(text?), pattern?)
        };
        Some(Typed { tree, ty: Type::Bool })
    }

    fn pattern(&mut self, node: &Node) -> Option<regex::Regex> {
        let Kind::Text(written) = &node.kind else {
            return self.fault(node.at, "write the pattern in quotes, as in text.matches(\"^[0-9]+$\")");
        };
        let pattern = RegexBuilder::new(written).size_limit(LARGEST_PATTERN).dfa_size_limit(LARGEST_PATTERN).build();
        match pattern {
            Ok(pattern) => Some(pattern),
            Err(regex::Error::CompiledTooBig(_)) => self.fault(node.at, "the pattern is too large; repeat less in it"),
            Err(_) => {
                let hint = "it is a regular expression without look-around and back-references; put \\ before a sign meant as such";
                self.fault(node.at, format!("{} is no pattern; {hint}", quoted(written)))
            }
        }
    }

    fn no_function(&mut self, at: usize, name: &str, nodes: &[Node]) -> Checked {
        for node in nodes {
            self.any(node);
        }
        let names = || FUNCTIONS.iter().map(|known: &Known| known.name);
        let hint = if let Some((_, usage, _)) = METHODS.iter().find(|(known, ..)| *known == name) {
            format!("write {usage}")
        } else if let Some((_, hint)) = MISSING.iter().find(|(missing, _)| *missing == name) {
            (*hint).to_owned()
        } else if let Some(near) = nearest(name, names()) {
            format!("did you mean {near}(...)?")
        } else {
            format!("known are: {}", names().collect::<Vec<_>>().join(", "))
        };
        self.fault(at, format!("there is no function {}; {hint}", quoted(name)))
    }

    fn no_method(&mut self, at: usize, name: &str) -> Checked {
        let names = || METHODS.iter().map(|(name, ..)| *name);
        let hint = if let Some(known) = FUNCTIONS.iter().find(|known| known.name == name) {
            format!("write {}", known.usage)
        } else if let Some((_, hint)) = MISSING.iter().find(|(missing, _)| *missing == name) {
            (*hint).to_owned()
        } else if let Some(near) = nearest(name, names()) {
            format!("did you mean .{near}(...)?")
        } else {
            format!("known are: {}", names().collect::<Vec<_>>().join(", "))
        };
        self.fault(at, format!("nothing named {} can stand behind a dot with brackets; {hint}", quoted(name)))
    }
}
