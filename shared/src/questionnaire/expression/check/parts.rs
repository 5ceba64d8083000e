//! Parts of questions: rows, cells and columns.

use super::names::Segment;
use super::{Checked, Checker, Typed};
use crate::questionnaire::expression::fault::listed;
use crate::questionnaire::expression::parse::node::{Kind, Node};
use crate::questionnaire::expression::tree::{Holds, Part, Place, Root, Tree};
use crate::questionnaire::expression::types::Type;
use crate::questionnaire::model::Code;
use crate::questionnaire::problem::quoted;

impl Checker<'_> {
    /// Goes from a question into its parts.
    pub(super) fn descend(&mut self, root: Root, code: &Code, ty: &Type, rest: &[Segment<'_>]) -> Checked {
        let (part, ty, used) = self.part(code, ty, rest)?;
        if let Some(beyond) = rest.get(used) {
            let reason =
                format!("{} has no part {}; {} has no parts", quoted(code.as_str()), quoted(beyond.name), ty.words());
            return self.fault(beyond.at, reason);
        }
        let holds = if let Part::Column(_) = part { cells_of(&ty) } else { Holds::of(&ty) };
        Some(Typed { tree: Tree::Place(Place { root, part, holds }), ty })
    }

    /// The part that `rest` names, its type, and how many names it took.
    fn part(&mut self, code: &Code, ty: &Type, rest: &[Segment<'_>]) -> Option<(Part, Type, usize)> {
        let Some(first) = rest.first() else { return Some((Part::Whole, self.with_way_out(code, ty), 0)) };
        match ty {
            Type::Matrix { rows, options } => {
                let row = self.one_of(code, "row", rows.iter(), *first)?;
                let way_out = self.scope.row_ways_out.get(&(code.clone(), row.clone()));
                Some((Part::Row(row), Type::Choice(extended(options, way_out)), 1))
            }
            Type::Table { rows, columns } => {
                let row = self.one_of(code, "row", rows.iter(), *first)?;
                if let ([(column, ty)], None) = (columns.as_slice(), rest.get(1)) {
                    return Some((Part::Cell(row, column.clone()), ty.clone(), 1));
                }
                let Some(second) = rest.get(1) else {
                    let reason = format!("name a column as well, as in {code}.{row}.column");
                    return self.fault(first.at, reason);
                };
                let column = self.one_of(code, "column", columns.iter().map(|(name, _)| name), *second)?;
                let ty = columns.iter().find(|(name, _)| *name == column).map(|(_, ty)| ty.clone())?;
                Some((Part::Cell(row, column), ty, 2))
            }
            Type::Group(columns) => self.column(code, columns, *first).map(|(part, ty)| (part, ty, 1)),
            _ => Some((Part::Whole, ty.clone(), 0)),
        }
    }

    fn column(&mut self, code: &Code, columns: &[(Code, Type)], name: Segment<'_>) -> Option<(Part, Type)> {
        let column = self.one_of(code, "column", columns.iter().map(|(name, _)| name), name)?;
        let ty = columns.iter().find(|(name, _)| *name == column).map(|(_, ty)| ty)?;
        if let Some(list) = ty.column() {
            return Some((Part::Column(column), list));
        }
        let (name, at) = (quoted(name.name), name.at);
        self.fault(at, format!("the column {name} holds {} in each place, which makes no list", ty.words()))
    }

    /// `column(table, "name")`: all cells of one column.
    pub(super) fn column_of(&mut self, node: &Node, name: &Node) -> Checked {
        let whole = self.any(node);
        let Kind::Text(column) = &name.kind else {
            return self.fault(name.at, "write the name of the column in quotes, as in column(staff, \"women\")");
        };
        let Typed { tree, ty } = whole?;
        let (Tree::Place(place), Type::Table { columns, .. } | Type::Group(columns)) = (tree, &ty) else {
            return self.fault(node.at, format!("this is {}; column needs a table or a repeating group", ty.words()));
        };
        let code = self.code_of(&place)?;
        let (part, ty) = self.column(&code, columns, Segment { at: name.at, name: column })?;
        let holds = cells_of(&ty);
        Some(Typed { tree: Tree::Place(Place { part, holds, ..place }), ty })
    }

    /// The question that a place belongs to.
    pub(super) fn code_of(&self, place: &Place) -> Option<Code> {
        match &place.root {
            Root::Question(code) | Root::Item(code) | Root::Last(code) => Some(code.clone()),
            Root::This => self.scope.current.clone().or_else(|| Code::parse("this").ok()),
        }
    }

    fn one_of<'c>(
        &mut self,
        question: &Code,
        what: &str,
        known: impl Iterator<Item = &'c Code> + Clone,
        Segment { at, name }: Segment<'_>,
    ) -> Option<Code> {
        if let Some(code) = known.clone().find(|code| code.as_str() == name) {
            return Some(code.clone());
        }
        let names = listed(known.map(Code::as_str));
        self.fault(at, format!("{} has no {what} {}; known are: {names}", quoted(question.as_str()), quoted(name)))
    }

    /// The type of a question whose way out is one of its options.
    fn with_way_out(&self, code: &Code, ty: &Type) -> Type {
        let way_out = self.scope.ways_out.get(code);
        match ty {
            Type::Choice(options) => Type::Choice(extended(options, way_out)),
            Type::Choices(options) => Type::Choices(extended(options, way_out)),
            other => other.clone(),
        }
    }
}

fn extended(options: &[Code], way_out: Option<&Code>) -> Vec<Code> {
    let mut options = options.to_vec();
    options.extend(way_out.filter(|way_out| !options.contains(way_out)).cloned());
    options
}

/// What the cells of a column hold whose list is of this type.
const fn cells_of(ty: &Type) -> Holds {
    match ty {
        Type::Numbers => Holds::Number,
        Type::Texts => Holds::Text,
        _ => Holds::Choice,
    }
}
