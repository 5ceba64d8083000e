//! Finding an answer or a part of one.

use super::Walk;
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::expression::facts::Facts;
use crate::questionnaire::expression::tree::{Holds, Part, Place, Root, Round};
use crate::questionnaire::expression::value::Seen;
use crate::questionnaire::model::Code;
use crate::questionnaire::period;

impl<'t> Walk<'t, '_> {
    /// What stands at `place`.
    pub(super) fn place(&mut self, place: &'t Place) -> Option<Seen<'t>> {
        let answer = answer(self.facts, &place.root)?;
        match (&place.part, answer) {
            (Part::Whole, answer) => read(answer, place.holds),
            (Part::Row(row), Answer::Matrix(rows)) => rows.get(row).map(|code| Seen::text(code.as_str())),
            (Part::Cell(row, column), Answer::Table(rows)) => read(rows.get(row)?.get(column)?, place.holds),
            (Part::Column(column), Answer::Table(rows)) => {
                self.column(place.holds, rows.values().filter_map(|row| row.get(column)))
            }
            (Part::Column(column), Answer::Group(items)) => {
                self.column(place.holds, items.iter().filter_map(|item| item.get(column.as_str())))
            }
            _ => None,
        }
    }

    fn column(&mut self, holds: Holds, cells: impl Iterator<Item = &'t Answer>) -> Option<Seen<'t>> {
        let mut list = vec![];
        for cell in cells {
            self.step(1)?;
            // A column of texts may be one of dates.
            let value = read(cell, holds).or_else(|| read(cell, Holds::Date).filter(|_| holds == Holds::Text));
            list.extend(value);
        }
        (!list.is_empty()).then_some(Seen::List(list))
    }
}

/// The answer that a root names.
pub(super) fn answer<'t>(facts: &Facts<'t>, root: &Root) -> Option<&'t Answer> {
    let of = |answers: Option<&'t Answers>, code: &Code| answers?.get(code.as_str());
    match root {
        Root::Question(code) => (facts.answers)(code.as_str()),
        Root::Item(code) => of(facts.item, code),
        Root::Last(code) => of(facts.last, code),
        Root::This => facts.this,
    }
}

/// An answer as the value expected; an answer of another kind, as the way out of a number, counts as missing.
fn read(answer: &Answer, holds: Holds) -> Option<Seen<'_>> {
    match (holds, answer) {
        (Holds::Number, Answer::Number(number)) => number.is_finite().then_some(Seen::Number(*number)),
        (Holds::Text, Answer::Text(text)) | (Holds::Date, Answer::Date(text)) => Some(Seen::text(text)),
        (Holds::Choice, Answer::Choice(code) | Answer::Other { code, .. }) => Some(Seen::text(code.as_str())),
        (Holds::Choices, Answer::Choices { codes, .. } | Answer::Ranking(codes)) if !codes.is_empty() => {
            Some(Seen::Codes(codes))
        }
        // The way out of a question with several options is one of them, all alone.
        (Holds::Choices, Answer::Choice(code)) => Some(Seen::Codes(std::slice::from_ref(code))),
        (Holds::Bool, Answer::Choice(code)) => code.as_str().parse().ok().map(Seen::Bool),
        (Holds::Parts, answer) => parts(answer),
        _ => None,
    }
}

/// The number of parts of an answer that has some.
fn parts(answer: &Answer) -> Option<Seen<'_>> {
    let parts = match answer {
        Answer::Choice(_) => 0,
        Answer::Matrix(rows) => rows.len(),
        Answer::Table(rows) => rows.values().filter(|row| !row.is_empty()).count(),
        Answer::Group(items) => items.len(),
        _ => 1,
    };
    (parts > 0).then(|| Seen::Number(super::length(parts)))
}

/// Whether `place` was answered by its way out.
pub(super) fn is_way_out(facts: &Facts<'_>, place: &Place, way_out: &Code) -> bool {
    match (&place.part, answer(facts, &place.root)) {
        (Part::Whole, Some(Answer::Choice(code))) => code == way_out,
        (Part::Whole, Some(Answer::Choices { codes, .. })) => codes.contains(way_out),
        (Part::Row(row), Some(Answer::Matrix(rows))) => rows.get(row) == Some(way_out),
        _ => false,
    }
}

/// What is asked of the round.
pub(super) fn round<'t>(facts: &Facts<'_>, asked: Round) -> Option<Seen<'t>> {
    use period::Part as P;
    let number = |number: u8| Some(Seen::Number(f64::from(number)));
    let part = || facts.period().map(|period| period.part);
    match asked {
        Round::Name => name(facts).map(|name| Seen::Text(name.into())),
        Round::Year => Some(Seen::Number(f64::from(facts.period()?.year))),
        Round::Quarter => match part()? {
            P::Quarter(quarter) => number(quarter),
            P::Month(month) => number(month.div_ceil(3)),
            P::Year | P::Half(_) => None,
        },
        Round::Month => match part()? {
            P::Month(month) => number(month),
            _ => None,
        },
    }
}

/// The name of the round; a period is always written alike.
fn name(facts: &Facts<'_>) -> Option<String> {
    use period::Part as P;
    let Some(period::Period { year, part }) = facts.period() else { return facts.round.map(str::to_owned) };
    Some(match part {
        P::Year => format!("{year:04}"),
        P::Half(half) => format!("{year:04}-H{half}"),
        P::Quarter(quarter) => format!("{year:04}-Q{quarter}"),
        P::Month(month) => format!("{year:04}-{month:02}"),
    })
}
