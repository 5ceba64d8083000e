//! Calls of our functions as theirs.

use super::expression::{CASE, Text, Writer, quoted};
use super::kinds::Kind;
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::format::WayOut;

impl Writer<'_> {
    pub(super) fn call(&self, name: &str, arguments: &[Formula]) -> Text {
        match (name, arguments) {
            ("sum" | "min" | "max" | "count" | "average", [list]) if self.cells(list).is_some() => {
                let cells = self.cells(list).unwrap_or_default();
                let function = if name == "average" { "avg" } else { name };
                Ok(format!("{function}InArray({cells})"))
            }
            ("sum", addends) if addends.len() > 1 && addends.iter().all(|addend| self.cells(addend).is_none()) => {
                Ok(format!("sum({})", self.list(addends)?))
            }
            ("sum", addends) if addends.len() > 1 => {
                let each: Vec<_> = addends
                    .iter()
                    .map(|addend| {
                        if self.cells(addend).is_some() {
                            self.call("sum", std::slice::from_ref(addend))
                        } else {
                            self.write(addend, 5)
                        }
                    })
                    .collect::<Result<_, _>>()?;
                Ok(format!("({})", each.join(" + ")))
            }
            ("sum" | "min" | "max" | "count" | "round", _) => Ok(format!("{name}({})", self.list(arguments)?)),
            ("coalesce", [Formula::Call(average, list), Formula::Number(zero)])
                if average == "average" && *zero == 0.0 =>
            {
                self.average(list)
            }
            ("average", list) => {
                self.note("the average of nothing is 0 in theirs");
                self.average(list)
            }
            ("coalesce", [side, Formula::Number(zero)]) if *zero == 0.0 => self.write(side, 9),
            ("coalesce", [side, Formula::Text(nothing)]) if nothing.is_empty() => self.write(side, 9),
            ("number" | "text", [side]) => self.write(side, 9),
            ("year", [Formula::Name(today)]) if today == "today" => Ok("currentYear()".into()),
            ("year", [date]) => Ok(format!("year({})", self.write(date, 0)?)),
            ("abs", [side]) => {
                let side = self.write(side, 9)?;
                Ok(format!("iif({side} < 0, 0 - {side}, {side})"))
            }
            ("size", [list]) => self.length(list),
            ("dont_know", [Formula::Name(name)]) => self.way_out(name),
            (".contains", [text, Formula::Text(part)]) => self.has_part(text, part),
            _ => Err(format!("the function {} has no counterpart", name.trim_start_matches('.'))),
        }
    }

    fn average(&self, list: &[Formula]) -> Text {
        match list {
            [cells] if self.cells(cells).is_some() => {
                Ok(format!("avgInArray({})", self.cells(cells).unwrap_or_default()))
            }
            list => Ok(format!("avg({})", self.list(list)?)),
        }
    }

    /// A column of entries or of a table, as their functions take it.
    fn cells(&self, formula: &Formula) -> Option<String> {
        match formula {
            Formula::Call(name, arguments) if name == "column" => match arguments.as_slice() {
                [Formula::Name(table), Formula::Text(column)] => Some(format!("{{{table}}}, {}", quoted(column))),
                _ => None,
            },
            other => self.column(other).map(|(question, column)| format!("{{{}}}, {}", question.id, quoted(column))),
        }
    }

    fn length(&self, list: &Formula) -> Text {
        let Formula::Name(name) = list else { return Err("only ticked options and entries are counted".into()) };
        match self.name(name)? {
            (name, Kind::Choices | Kind::Group) => Ok(format!("{}.length}}", name.trim_end_matches('}'))),
            _ => Err("the length of a text cannot be compared".into()),
        }
    }

    fn way_out(&self, name: &str) -> Text {
        let (written, _) = self.name(name)?;
        match self.sight.kinds.find(name).and_then(|question| question.dont_know.as_ref()) {
            Some(WayOut::Own(own)) => Ok(format!("{written} = {}", quoted(&own.code))),
            _ => Err("its \"don't know\" has no code of its own".into()),
        }
    }

    fn has_part(&self, text: &Formula, part: &str) -> Text {
        let inner = match text {
            Formula::Call(name, arguments) if name == "lower" && arguments.len() == 1 => &arguments[0],
            other => {
                if part.to_lowercase() != part.to_uppercase() {
                    self.note(CASE);
                }
                other
            }
        };
        Ok(format!("{} contains {}", self.write(inner, 9)?, quoted(part)))
    }
}
