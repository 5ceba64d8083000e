//! Functions of dates.

use super::super::super::scope::Type;
use super::super::compare::{day, is_date};
use super::super::{Failure, Place, Typed, cannot};
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::convert::formula::fold::call;

impl Place<'_> {
    pub(super) fn dates(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let date = |formula| Typed { formula, ty: Type::Date(10) };
        Some(match (name, arguments) {
            ("today", []) => Ok(date(Formula::Name("today".into()))),
            ("now", []) => {
                self.changed("now() is a moment; here it is the day");
                Ok(date(Formula::Name("today".into())))
            }
            ("date", [side]) => self.value(side).and_then(|value| match (&value.ty, &value.formula) {
                (Type::Date(_), _) => Ok(value),
                (Type::Text, Formula::Text(text)) if is_date(text) => Ok(Typed::text(Formula::Text(day(text)))),
                _ => cannot("it makes a date of something computed"),
            }),
            ("format-date", [side, form]) => self.value(side).and_then(|value| match (value.ty, form) {
                (Type::Date(_), Formula::Text(form)) if form == "%Y" => {
                    let year = call("year", [value.formula]);
                    Ok(Typed::text(call("text", [year])))
                }
                (Type::Date(_), Formula::Text(form)) if form == "%Y-%m-%d" => Ok(date(value.formula)),
                _ => cannot("it writes a date in a form of its own"),
            }),
            _ => return None,
        })
    }
}
