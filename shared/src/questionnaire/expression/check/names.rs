//! Names: questions and their parts, the company, the round, the last round.

use super::{Checked, Checker, Typed};
use crate::questionnaire::expression::fault::listed;
use crate::questionnaire::expression::name_of;
use crate::questionnaire::expression::near::nearest;
use crate::questionnaire::expression::parse::node::{Kind, Node};
use crate::questionnaire::expression::tree::{Root, Round, Tree};
use crate::questionnaire::expression::types::Type;
use crate::questionnaire::model::Code;
use crate::questionnaire::problem::quoted;

/// Names with a meaning of their own; a question of this name is written `answers["company"]`.
pub const RESERVED: [&str; 10] =
    ["answers", "company", "false", "in", "last", "null", "round", "this", "today", "true"];

/// A name and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Segment<'n> {
    pub at: usize,
    pub name: &'n str,
}

/// The names of a path such as `staff.site_a.women`; `None`: it begins with something else.
fn path(node: &Node) -> Option<(Segment<'_>, Vec<Segment<'_>>)> {
    let (mut node, mut names) = (node, vec![]);
    loop {
        match &node.kind {
            Kind::Member(of, name) => {
                names.push(Segment { at: node.at, name });
                node = of;
            }
            Kind::Name(name) => {
                names.reverse();
                return Some((Segment { at: node.at, name }, names));
            }
            _ => return None,
        }
    }
}

impl Checker<'_> {
    pub(super) fn name(&mut self, node: &Node) -> Checked {
        let Some((first, rest)) = path(node) else {
            let reason = "only a name has parts behind a dot; compute with the parts instead, as in sum(q.a, q.b)";
            return self.fault(node.at, reason);
        };
        match first.name {
            "answers" => match rest.split_first() {
                Some((question, rest)) => self.question(*question, rest),
                None => self.fault(first.at, "name a question, as in answers[\"q-1\"]"),
            },
            "company" => self.attribute(first, &rest),
            "round" => self.round(first, &rest),
            "last" => self.last(first, &rest),
            "this" => self.this(first, &rest),
            "today" => match rest.first() {
                None => Some(Typed { tree: Tree::Today, ty: Type::Date }),
                Some(part) => self.fault(part.at, "today is a date and has no parts; take year(today)"),
            },
            _ => self.question(first, &rest),
        }
    }

    fn question(&mut self, name: Segment<'_>, rest: &[Segment<'_>]) -> Checked {
        let scope = self.scope;
        if let Some((code, ty)) = scope.items.get_key_value(name.name) {
            return self.descend(Root::Item(code.clone()), code, ty, rest);
        }
        match scope.questions.get_key_value(name.name) {
            Some((code, ty)) => {
                if !self.uses.contains(code) {
                    self.uses.push(code.clone());
                }
                self.descend(Root::Question(code.clone()), code, ty.as_ref()?, rest)
            }
            None => self.no_question(name),
        }
    }

    fn no_question(&mut self, Segment { at, name }: Segment<'_>) -> Checked {
        if self.scope.current.as_ref().is_some_and(|current| current.as_str() == name) {
            let own = if self.scope.this.is_some() { "write this for its answer" } else { "name an earlier question" };
            return self.fault(at, format!("a question cannot refer to itself; {own}"));
        }
        if let Some(group) = self.scope.names.get(name) {
            return self.fault(at, self.elsewhere(name, group.as_ref()));
        }
        let known = self.scope.questions.keys().chain(self.scope.items.keys()).map(Code::as_str);
        let hint = match nearest(name, known) {
            Some(near) => format!("did you mean {}?", quoted(near)),
            None => "name one that stands before this one, or write a text in quotes".into(),
        };
        self.fault(at, format!("there is no question {}; {hint}", quoted(name)))
    }

    /// Why a question that the questionnaire has cannot be named here.
    fn elsewhere(&self, name: &str, group: Option<&Code>) -> String {
        let here = self.scope.current.as_ref().and_then(|current| self.scope.names.get(current)?.as_ref());
        if let Some(group) = group.filter(|group| here != Some(group)) {
            return in_group(name, &name_of(group.as_str()));
        }
        let hint = "move it before this one or name an earlier question";
        format!("the question {} comes later; {hint}", quoted(name))
    }

    fn attribute(&mut self, company: Segment<'_>, rest: &[Segment<'_>]) -> Checked {
        let known = || self.scope.attributes.iter().map(String::as_str);
        let names = listed(known());
        match rest {
            [] => self.fault(company.at, format!("name an attribute of the company, as in company.sector; {names}")),
            [name] if self.scope.attributes.contains(name.name) => {
                Some(Typed { tree: Tree::Attribute(name.name.into()), ty: Type::Text })
            }
            [Segment { at, name }] => {
                let near = nearest(name, known()).map(|near| format!("did you mean {}? ", quoted(near)));
                let near = near.unwrap_or_default();
                self.fault(*at, format!("the panel has no attribute {}; {near}known are: {names}", quoted(name)))
            }
            [_, part, ..] => self.fault(part.at, "an attribute of the company is a text and has no parts"),
        }
    }

    fn round(&mut self, round: Segment<'_>, rest: &[Segment<'_>]) -> Checked {
        let known = "write round.name, round.year, round.quarter or round.month";
        let [part] = rest else {
            return self
                .fault(rest.get(1).map_or(round.at, |part| part.at), format!("this is no part of the round; {known}"));
        };
        let (round, ty) = match part.name {
            "name" => (Round::Name, Type::Text),
            "year" => (Round::Year, Type::Number),
            "quarter" => (Round::Quarter, Type::Number),
            "month" => (Round::Month, Type::Number),
            other => return self.fault(part.at, format!("a round has no {}; {known}", quoted(other))),
        };
        Some(Typed { tree: Tree::Round(round), ty })
    }

    fn last(&mut self, last: Segment<'_>, rest: &[Segment<'_>]) -> Checked {
        let Some((name, rest)) = rest.split_first() else {
            return self.fault(last.at, "name a question of the last round, as in last.situation");
        };
        let scope = self.scope;
        if let Some((code, ty)) = scope.last.get_key_value(name.name) {
            return self.descend(Root::Last(code.clone()), code, ty, rest);
        }
        if let Some((code, ty)) = scope.questions.get_key_value(name.name) {
            return self.descend(Root::Last(code.clone()), code, ty.as_ref()?, rest);
        }
        match scope.names.get(name.name) {
            // It comes later, so its type is known when the questionnaire is read a second time.
            Some(None) => None,
            Some(Some(group)) => self.fault(name.at, in_group(name.name, &of_last(group.as_str()))),
            None => self.no_question(*name),
        }
    }

    fn this(&mut self, this: Segment<'_>, rest: &[Segment<'_>]) -> Checked {
        let scope = self.scope;
        let Some(ty) = &scope.this else {
            return self.fault(this.at, "this is the answer that a rule validates; here name a question instead");
        };
        match &scope.current {
            Some(code) => self.descend(Root::This, code, ty, rest),
            None => self.descend(Root::This, &Code::parse("this").ok()?, ty, rest),
        }
    }
}

/// Why a question inside a group cannot be named by its code alone.
fn in_group(name: &str, group: &str) -> String {
    format!("the question {} stands in a group; write {group}.{name} for all its answers", quoted(name))
}

/// A question of the last round as it is written: `last.sites`, or `last["s-1"]` where the code is no name.
fn of_last(code: &str) -> String {
    let name = name_of(code);
    name.strip_prefix("answers").map_or_else(|| format!("last.{name}"), |part| format!("last{part}"))
}
