//! Their functions: those that have an exact counterpart.

use super::arithmetic::number;
use super::term::{Term, Type};
use super::{Sight, Why, call, other};
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::convert::surveyjs::known::Kind;
use crate::questionnaire::problem::quoted;

impl Sight<'_> {
    /// A call of a function.
    pub(super) fn call(&self, name: &str, arguments: &[Formula]) -> Result<Term, Why> {
        let number = |formula| Ok(Term::new(formula, Type::Number));
        match (name.to_ascii_lowercase().as_str(), arguments) {
            ("iif", [condition, then, otherwise]) => self.either(condition, then, otherwise),
            ("sum", [_, ..]) => number(call("sum", self.figures(arguments, true)?)),
            ("min", [_, ..]) => number(call("min", self.figures(arguments, false)?)),
            ("max", [_, ..]) => number(call("max", self.figures(arguments, false)?)),
            // The average of nothing is 0 in theirs.
            ("avg", [_, ..]) => {
                let average = call("average", self.figures(arguments, false)?);
                number(call("coalesce", [average, Formula::Number(0.0)]))
            }
            ("count", [_, ..]) => number(call("count", self.counted(arguments)?)),
            ("suminarray", [list, column]) => number(call("sum", [self.column(list, column)?])),
            ("mininarray", [list, column]) => number(call("min", [self.column(list, column)?])),
            ("maxinarray", [list, column]) => number(call("max", [self.column(list, column)?])),
            ("avginarray", [list, column]) => {
                number(call("coalesce", [call("average", [self.column(list, column)?]), Formula::Number(0.0)]))
            }
            ("countinarray", [list, column]) => number(call("count", [self.any_column(list, column)?])),
            ("round", [value]) => number(call("round", [self.number(value)?])),
            ("round", [value, digits]) => number(call("round", [self.number(value)?, self.number(digits)?])),
            ("today" | "currentdate", []) => Ok(Term::new(Formula::Ours("today".into()), Type::Date)),
            ("getdate", [date]) => self.date(date),
            ("currentyear" | "year", []) => number(call("year", [Formula::Ours("today".into())])),
            ("year" | "getyear", [date]) => number(call("year", [self.date(date)?.formula])),
            ("getcomment", [Formula::Text(name)]) => self.name(&format!("{{{name}-Comment")),
            _ => other(format!("the function {name} has no exact counterpart with these arguments")),
        }
    }

    fn number(&self, formula: &Formula) -> Result<Formula, Why> {
        number(&self.term(formula)?, false)
    }

    fn date(&self, formula: &Formula) -> Result<Term, Why> {
        let term = self.term(formula)?;
        match term.ty {
            Type::Date | Type::Word(_) => Ok(term),
            _ => other(format!("{} stands where a date is needed", term.called())),
        }
    }

    /// Numbers and lists of them.
    fn figures(&self, arguments: &[Formula], or_zero: bool) -> Result<Vec<Formula>, Why> {
        let mut figures = vec![];
        for argument in arguments {
            let term = self.term(argument)?;
            match &term.ty {
                Type::List(items) => {
                    figures.extend(items.iter().map(|item| figure(item, or_zero)).collect::<Result<Vec<_>, _>>()?);
                }
                _ => figures.push(figure(&term, or_zero)?),
            }
        }
        Ok(figures)
    }

    fn counted(&self, arguments: &[Formula]) -> Result<Vec<Formula>, Why> {
        arguments
            .iter()
            .map(|argument| match self.term(argument)? {
                Term { ty: Type::List(_) | Type::Whole(_) | Type::Choices(_), .. } => other("a list is counted"),
                term => Ok(term.formula),
            })
            .collect()
    }

    /// `{group}, 'column'`: all numbers of one column.
    fn column(&self, list: &Formula, column: &Formula) -> Result<Formula, Why> {
        match self.cells(list, column)? {
            (formula, Kind::Number) => Ok(formula),
            _ => other("only a column of numbers can be computed with"),
        }
    }

    fn any_column(&self, list: &Formula, column: &Formula) -> Result<Formula, Why> {
        match self.cells(list, column)? {
            (formula, Kind::Number | Kind::Text | Kind::Date | Kind::Choice(_)) => Ok(formula),
            _ => other("such a column cannot be counted"),
        }
    }

    fn cells(&self, list: &Formula, column: &Formula) -> Result<(Formula, Kind), Why> {
        let list = self.term(list)?;
        let Formula::Text(column) = column else { return other("the column is not written out") };
        let (Type::Whole(Kind::Group(columns, _) | Kind::Table(_, columns)), Formula::Ours(name)) =
            (&list.ty, &list.formula)
        else {
            return other("only a repeating question or a table has columns");
        };
        let Some(entry) = columns.find(column) else { return other(format!("there is no column {}", quoted(column))) };
        let formula = match list.ty {
            Type::Whole(Kind::Group(..)) => Formula::Ours(format!("{name}.{}", entry.code)),
            _ => call("column", [Formula::Ours(name.clone()), super::text(&entry.code)]),
        };
        Ok((formula, entry.kind.clone()))
    }
}

fn figure(term: &Term, or_zero: bool) -> Result<Formula, Why> {
    let is_choice = matches!(term.ty, Type::Choice(_));
    number(term, or_zero && is_choice)
}
