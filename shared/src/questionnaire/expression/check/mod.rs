//! From nodes to a tree in which every type fits. A part with a fault is `None`; whatever stands around it is still checked,
//! so that one reading names every fault.

mod call;
mod compare;
mod known;
mod names;
mod operators;
mod parts;

pub use self::names::RESERVED;
use super::Wanted;
use super::fault::ExpressionFault;
use super::parse::node::{Kind, Node};
use super::scope::Scope;
use super::tree::Tree;
use super::types::Type;
use crate::questionnaire::model::Code;

/// More faults than this nobody reads.
const MOST_FAULTS: usize = 20;

/// A part and its type.
struct Typed {
    tree: Tree,
    ty: Type,
}

/// A part, unless it has a fault that is noted already.
type Checked = Option<Typed>;

/// Everything found in one expression.
pub(super) struct Found {
    pub tree: Tree,
    pub ty: Type,
    pub uses: Vec<Code>,
}

/// Checks the expression whose nodes were read from `source`.
pub(super) fn check(source: &str, node: &Node, scope: &Scope, wanted: Wanted) -> Result<Found, Vec<ExpressionFault>> {
    let mut checker = Checker { scope, source, faults: vec![], uses: vec![] };
    let typed = checker.value(node).filter(|typed| checker.is_wanted(node, &typed.ty, wanted));
    match typed {
        Some(Typed { tree, ty }) if checker.faults.is_empty() => Ok(Found { tree, ty, uses: checker.uses }),
        _ => {
            checker.faults.sort_by_key(|fault| fault.at);
            Err(checker.faults)
        }
    }
}

struct Checker<'s> {
    scope: &'s Scope,
    source: &'s str,
    faults: Vec<ExpressionFault>,
    uses: Vec<Code>,
}

impl Checker<'_> {
    /// Notes a fault; there is nothing to go on with.
    fn fault<T>(&mut self, at: usize, reason: impl Into<String>) -> Option<T> {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(ExpressionFault::new(self.source, at, reason));
        }
        None
    }

    /// A part that can be computed with: no matrix, table or group as a whole.
    fn value(&mut self, node: &Node) -> Checked {
        let typed = self.any(node)?;
        match typed.ty.how_to_enter() {
            None => Some(typed),
            Some(how) => self.fault(node.at, format!("this is {}; {how}", typed.ty.words())),
        }
    }

    /// A part of whatever type.
    fn any(&mut self, node: &Node) -> Checked {
        match &node.kind {
            Kind::Bool(truth) => Some(Typed { tree: Tree::Bool(*truth), ty: Type::Bool }),
            Kind::Number(number) => Some(Typed { tree: Tree::Number(*number), ty: Type::Number }),
            Kind::Text(text) => Some(Typed { tree: Tree::Text(text.as_str().into()), ty: Type::Text }),
            Kind::Name(_) | Kind::Member(..) => self.name(node),
            Kind::Call { of: None, name, arguments } => self.call(node.at, name, arguments),
            Kind::Call { of: Some(of), name, arguments } => self.method(node.at, of, name, arguments),
            Kind::List(nodes) => self.list(node.at, nodes),
            Kind::Not(node) => self.not(node),
            Kind::Negate(node) => self.negate(node),
            Kind::All(nodes) => self.truths(nodes, Tree::All),
            Kind::Any(nodes) => self.truths(nodes, Tree::Any),
            Kind::Chain(first, rest) => self.chain(first, rest),
            Kind::Compare(comparison, both) => self.compare(node.at, *comparison, both),
            Kind::In(both) => self.is_in(node.at, both),
            Kind::If(parts) => self.choice(node.at, parts),
        }
    }

    fn is_wanted(&mut self, node: &Node, ty: &Type, wanted: Wanted) -> bool {
        let (fits, needs, hint) = match wanted {
            Wanted::Condition => {
                let hint = "compare it, as in situation == \"good\" or turnover > 0, or ask answered(...)";
                (*ty == Type::Bool, "yes or no", hint)
            }
            Wanted::Number => (*ty == Type::Number, "a number", "compute one"),
            Wanted::Printable => {
                (*ty != Type::Bool, "something to print", "choose a text, as in x > 0 ? \"more\" : \"less\"")
            }
            Wanted::Any => (true, "", ""),
        };
        if !fits {
            self.fault::<()>(node.at, format!("this is {}, and {needs} is needed here; {hint}", ty.words()));
        }
        fits
    }
}
