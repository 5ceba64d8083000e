//! Operators other than comparisons.

use super::{Checked, Checker, Typed};
use crate::questionnaire::expression::evaluate::constant;
use crate::questionnaire::expression::parse::node::{Arithmetic, Node};
use crate::questionnaire::expression::tree::Tree;
use crate::questionnaire::expression::types::Type;

impl Checker<'_> {
    /// A part that is yes or no.
    fn truth(&mut self, node: &Node) -> Option<Tree> {
        let Typed { tree, ty } = self.value(node)?;
        if ty == Type::Bool {
            return Some(tree);
        }
        let hint = "compare it, as in x == \"good\" or x > 0, or ask answered(x)";
        self.fault(node.at, format!("this is {}, and yes or no is needed here; {hint}", ty.words()))
    }

    /// A part that is a number.
    pub(super) fn number(&mut self, node: &Node) -> Option<Tree> {
        let typed = self.value(node)?;
        self.as_number(node.at, typed)
    }

    pub(super) fn as_number(&mut self, at: usize, Typed { tree, ty }: Typed) -> Option<Tree> {
        let hint = match ty {
            Type::Number => return Some(tree),
            Type::Numbers => "take sum(...), average(...) or another function of lists",
            Type::Text => "write number(...) to read a number from a text",
            Type::Date => "take year(...)",
            Type::Choices(_) => "take size(...)",
            _ => "name a question that is answered with a number",
        };
        self.fault(at, format!("this is {}, and a number is needed here; {hint}", ty.words()))
    }

    /// A part that is a text or a date.
    pub(super) fn text(&mut self, node: &Node) -> Option<Tree> {
        let Typed { tree, ty } = self.value(node)?;
        let hint = match ty {
            Type::Text | Type::Date => return Some(tree),
            Type::Number => "write text(...) to make a text of a number",
            Type::Choice(_) => "compare an option with == or in",
            Type::Choices(_) => "ask \"option\" in ...",
            _ => "name a question that is answered with a text",
        };
        self.fault(node.at, format!("this is {}, and a text is needed here; {hint}", ty.words()))
    }

    pub(super) fn not(&mut self, node: &Node) -> Checked {
        let tree = Tree::Not(Box::new(self.truth(node)?));
        Some(Typed { tree, ty: Type::Bool })
    }

    pub(super) fn negate(&mut self, node: &Node) -> Checked {
        let tree = Tree::Negate(Box::new(self.number(node)?));
        Some(Typed { tree, ty: Type::Number })
    }

    pub(super) fn truths(&mut self, nodes: &[Node], kind: fn(Vec<Tree>) -> Tree) -> Checked {
        let trees: Vec<_> = nodes.iter().map(|node| self.truth(node)).collect();
        let tree = kind(trees.into_iter().collect::<Option<_>>()?);
        Some(Typed { tree, ty: Type::Bool })
    }

    /// Numbers that are computed with, or texts that are joined.
    pub(super) fn chain(&mut self, first: &Node, rest: &[(Arithmetic, Node)]) -> Checked {
        let at = first.at;
        let first = self.value(first);
        let adds = rest.iter().all(|(operator, _)| *operator == Arithmetic::Add);
        if adds && first.as_ref().is_some_and(|first| first.ty.is_text()) {
            let mut trees = vec![first.map(|first| first.tree)];
            trees.extend(rest.iter().map(|(_, node)| self.text(node)));
            return Some(Typed { tree: Tree::Join(trees.into_iter().collect::<Option<_>>()?), ty: Type::Text });
        }
        let first = first.and_then(|first| self.as_number(at, first));
        let rest: Vec<_> =
            rest.iter().map(|(operator, node)| Some((*operator, self.operand(*operator, node)?))).collect();
        let tree = Tree::Chain(Box::new(first?), rest.into_iter().collect::<Option<_>>()?);
        Some(Typed { tree, ty: Type::Number })
    }

    /// What stands behind an operator. A division by zero that is written out would be missing in every response.
    fn operand(&mut self, operator: Arithmetic, node: &Node) -> Option<Tree> {
        let tree = self.number(node)?;
        let divides = matches!(operator, Arithmetic::Divide | Arithmetic::Remainder);
        if divides && constant(&tree) == Some(0.0) {
            return self.fault(node.at, "nothing can be divided by zero; write another number or name a question");
        }
        Some(tree)
    }

    /// `condition ? then : otherwise`
    pub(super) fn choice(&mut self, at: usize, [condition, then, otherwise]: &[Node; 3]) -> Checked {
        let condition = self.truth(condition);
        let (then, otherwise) = (self.value(then), self.value(otherwise));
        let (condition, then, otherwise) = (condition?, then?, otherwise?);
        let (one, other) = (then.ty.words(), otherwise.ty.words());
        let Some(ty) = then.ty.either(otherwise.ty) else {
            let reason = format!("one side of \":\" is {one} and the other {other}; write the same kind on both sides");
            return self.fault(at, reason);
        };
        Some(Typed { tree: Tree::If(Box::new([condition, then.tree, otherwise.tree])), ty })
    }

    /// A list written out.
    pub(super) fn list(&mut self, at: usize, nodes: &[Node]) -> Checked {
        let elements: Vec<_> = nodes.iter().map(|node| self.value(node)).collect();
        let elements = elements.into_iter().collect::<Option<Vec<_>>>()?;
        let mut types = elements.iter().map(|element| element.ty.column());
        let Some(first) = types.next() else {
            return self.fault(at, "the list is empty; write at least one value into it");
        };
        let Some(ty) = types.fold(first, |one, other| one?.either(other?)) else {
            return self.fault(at, "the list mixes kinds; write numbers only, or texts and options only");
        };
        Some(Typed { tree: Tree::List(elements.into_iter().map(|element| element.tree).collect()), ty })
    }
}
