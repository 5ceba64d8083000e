//! Functions that give a number.

use super::super::super::scope::Type;
use super::super::value::size_of;
use super::super::{Failure, Place, Typed, cannot};
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::convert::formula::fold::{call, towards_zero};

impl Place<'_> {
    pub(super) fn numbers_of(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let found = match (name, arguments) {
            ("number", [side]) => self.number(side),
            ("int", [side]) => self.number(side).map(towards_zero),
            ("round", [side]) => self.number(side).map(|number| call("round", [number, Formula::Number(0.0)])),
            ("round", [side, digits]) => {
                self.number(side).and_then(|number| Ok(call("round", [number, self.number(digits)?])))
            }
            ("abs" | "floor", [side]) => self.number(side).map(|number| call(name, [number])),
            ("ceiling", [side]) => self.number(side).map(|number| call("ceil", [number])),
            ("string-length", [side]) => self.text(side).map(size_of),
            ("count-selected", [side]) => self.count_selected(side),
            ("sum" | "min" | "max", [_, ..]) => {
                let numbers: Result<Vec<_>, _> = arguments.iter().map(|argument| self.numbers(argument)).collect();
                numbers.map(|numbers| call(name, numbers))
            }
            ("count", [side]) => self.count(side),
            ("count-non-empty", [_, ..]) => {
                let values: Result<Vec<_>, _> = arguments.iter().map(|argument| self.value(argument)).collect();
                values.map(|values| call("count", values.into_iter().map(|value| value.formula).collect::<Vec<_>>()))
            }
            _ => return None,
        };
        Some(found.map(Typed::number))
    }

    fn count_selected(&self, side: &Formula) -> Result<Formula, Failure> {
        let value = self.value(side)?;
        match value.ty {
            Type::Choices(_) => Ok(size_of(value.formula)),
            Type::Choice(_) => Ok(call("count", [value.formula])),
            _ => cannot("it counts the choices of something that has none"),
        }
    }

    /// How many repetitions there are.
    fn count(&self, side: &Formula) -> Result<Formula, Failure> {
        let value = self.value(side)?;
        let counted = |formula| Ok(size_of(formula));
        match (value.ty, value.formula) {
            (Type::Repeat, formula) => counted(formula),
            (Type::List(_), Formula::Name(path)) => {
                counted(Formula::Name(path.split('.').next().unwrap_or_default().to_owned()))
            }
            _ => cannot("it counts something that is not repeated"),
        }
    }
}
