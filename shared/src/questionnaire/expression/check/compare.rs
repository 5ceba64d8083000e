//! Comparisons: what can never be equal is a fault, and so is an option that the question does not have.

use super::{Checked, Checker, Typed};
use crate::questionnaire::expression::fault::listed;
use crate::questionnaire::expression::near::nearest;
use crate::questionnaire::expression::parse::node::{Comparison, Kind, Node};
use crate::questionnaire::expression::tree::Tree;
use crate::questionnaire::expression::types::Type;
use crate::questionnaire::model::Code;
use crate::questionnaire::period::Period;
use crate::questionnaire::problem::quoted;

/// One side of a comparison.
struct Side<'n> {
    at: usize,
    ty: &'n Type,
    /// The text, if the side is one written out.
    written: Option<&'n str>,
}

impl<'n> Side<'n> {
    const fn of(node: &'n Node, ty: &'n Type) -> Self {
        let written = if let Kind::Text(text) = &node.kind { Some(text.as_str()) } else { None };
        Self { at: node.at, ty, written }
    }
}

impl Checker<'_> {
    pub(super) fn compare(&mut self, at: usize, comparison: Comparison, [left, right]: &[Node; 2]) -> Checked {
        let (one, other) = (self.value(left), self.value(right));
        let (one, other) = (one?, other?);
        self.comparable(at, comparison, &Side::of(left, &one.ty), &Side::of(right, &other.ty))?;
        Some(Typed { tree: Tree::Compare(comparison, Box::new([one.tree, other.tree])), ty: Type::Bool })
    }

    fn comparable(&mut self, at: usize, comparison: Comparison, left: &Side<'_>, right: &Side<'_>) -> Option<()> {
        let ordered = !comparison.is_equality();
        match (left.ty, right.ty) {
            (Type::Choice(_), _) | (_, Type::Choice(_)) if ordered => {
                self.fault(at, "options have no order; compare them with ==, != or in")
            }
            (Type::Bool, Type::Bool) if ordered => {
                self.fault(at, "yes and no have no order; compare them with == or !=")
            }
            (Type::Choice(options), Type::Choice(others)) => self.share(at, options, others),
            (Type::Choice(options), Type::Text) => self.has_option(options, right),
            (Type::Text, Type::Choice(options)) => self.has_option(options, left),
            (Type::Date, Type::Text) => self.is_date(right),
            (Type::Text, Type::Date) => self.is_date(left),
            (Type::Number, Type::Number) | (Type::Bool, Type::Bool) => Some(()),
            (one, other) if one.is_text() && other.is_text() => Some(()),
            (Type::Choices(_), _) | (_, Type::Choices(_)) => self.fault(
                at,
                "several options are not compared as a whole; ask \"option\" in question, or size(question)",
            ),
            (one, other) => {
                let reason = format!("{} and {} can never be equal; compare the same kind", one.words(), other.words());
                self.fault(at, reason)
            }
        }
    }

    fn share(&mut self, at: usize, options: &[Code], others: &[Code]) -> Option<()> {
        if options.iter().any(|option| others.contains(option)) {
            return Some(());
        }
        self.fault(at, "the two have no option in common, so they can never be equal; compare with one option")
    }

    /// A text written out must be one of the options; of another nobody knows before the answers.
    fn has_option(&mut self, options: &[Code], text: &Side<'_>) -> Option<()> {
        let known = || options.iter().map(Code::as_str);
        let Some(written) = text.written.filter(|written| known().all(|option| option != *written)) else {
            return Some(());
        };
        let near = nearest(written, known()).map(|near| format!("did you mean {}? ", quoted(near)));
        let (near, known) = (near.unwrap_or_default(), listed(known()));
        self.fault(text.at, format!("the question has no option {}; {near}known are: {known}", quoted(written)))
    }

    fn is_date(&mut self, text: &Side<'_>) -> Option<()> {
        match text.written {
            Some(written) if !reads_as_date(written) => {
                let forms = "write 2026-11-25, 2026-11, 2026-Q4, 2026 or 14:30";
                self.fault(text.at, format!("{} is no date; {forms}", quoted(written)))
            }
            _ => Some(()),
        }
    }

    /// `left in right`
    pub(super) fn is_in(&mut self, at: usize, [left, right]: &[Node; 2]) -> Checked {
        let one = self.value(left);
        let tree = match &right.kind {
            Kind::List(nodes) if !nodes.is_empty() => {
                Tree::List(self.each_comparable(at, left, one.as_ref(), nodes)?)
            }
            _ => {
                let other = self.value(right);
                let (one, other) = (one.as_ref()?, other?);
                self.contained(at, &Side::of(left, &one.ty), &other.ty)?;
                other.tree
            }
        };
        Some(Typed { tree: Tree::In(Box::new([one?.tree, tree])), ty: Type::Bool })
    }

    /// The values of a list written out, each of which must be comparable with the left side.
    fn each_comparable(&mut self, at: usize, left: &Node, one: Option<&Typed>, nodes: &[Node]) -> Option<Vec<Tree>> {
        if let Some(Typed { ty: Type::Choices(_), .. }) = one {
            let hint = "ask for one option after the other, as in \"a\" in question || \"b\" in question";
            return self.fault(at, format!("several options cannot be in a list; {hint}"));
        }
        let checked: Vec<_> = nodes
            .iter()
            .map(|node| {
                let value = self.value(node)?;
                let sides = (Side::of(left, &one?.ty), Side::of(node, &value.ty));
                self.comparable(node.at, Comparison::Equal, &sides.0, &sides.1)?;
                Some(value.tree)
            })
            .collect();
        checked.into_iter().collect()
    }

    fn contained(&mut self, at: usize, left: &Side<'_>, list: &Type) -> Option<()> {
        match (left.ty, list) {
            (Type::Choice(options), Type::Choices(others)) => self.share(at, options, others),
            (Type::Text, Type::Choices(options)) => self.has_option(options, left),
            (Type::Number, Type::Numbers) | (Type::Choice(_) | Type::Text | Type::Date, Type::Texts) => Some(()),
            (_, Type::Choice(_)) => self.fault(at, "the right side has one option only; compare with =="),
            (_, Type::Text) => self.fault(at, "the right side is a text; write text.contains(\"part\")"),
            (Type::Choices(_), _) => self.fault(at, "the list stands on the right of in, as in \"option\" in question"),
            (one, Type::Choices(_) | Type::Numbers | Type::Texts) => {
                self.fault(at, format!("{} is never in {}; look for the same kind", one.words(), list.words()))
            }
            (_, other) => {
                self.fault(at, format!("in needs a list on its right, as in [\"a\", \"b\"]; this is {}", other.words()))
            }
        }
    }
}

/// Whether a text is written as dates are stored.
fn reads_as_date(text: &str) -> bool {
    let like = |form, length| text.len() == length && chrono::NaiveDate::parse_from_str(text, form).is_ok();
    let time = text.len() == 5 && chrono::NaiveTime::parse_from_str(text, "%H:%M").is_ok();
    time || like("%Y-%m-%d", 10) || Period::parse(text).is_some()
}
