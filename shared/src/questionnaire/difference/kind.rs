//! The kinds of questions, each against its own.

use super::options::{options, rows};
use super::question::compare_all;
use super::{Found, Place, What};
use crate::questionnaire::model::{
    Cell, Choice, Code, Column, Moment, NumberFormat, QuestionKind, RankingSource, TextFormat, Total, Upload,
};

/// Finds how the kind of a question differs.
pub fn compare(found: &mut Found, code: &Code, old: &QuestionKind, new: &QuestionKind) {
    let place = Place::Question(code.clone());
    if !(choices(found, code, old, new) || typed(found, &place, old, new) || composed(found, code, old, new)) {
        found.add(place, What::Type);
    }
}

/// Kinds with options; `false`: they are of two kinds.
fn choices(found: &mut Found, code: &Code, old: &QuestionKind, new: &QuestionKind) -> bool {
    let place = || Place::Question(code.clone());
    match (old, new) {
        (
            QuestionKind::Single { options: before, scale, order, look },
            QuestionKind::Single { options: now, scale: new_scale, order: new_order, look: new_look },
        ) => {
            found.when(place(), scale != new_scale, What::Scale);
            found.when(place(), (order, look) != (new_order, new_look), What::Look);
            options(found, code, (before, now), is_scored(before) || is_scored(now));
        }
        (
            QuestionKind::MultiSelect { options: before, min_choices, max_choices, order },
            QuestionKind::MultiSelect { options: now, min_choices: min, max_choices: max, order: new_order },
        ) => {
            bounds(found, place(), (*min_choices, *min), (*max_choices, *max));
            found.when(place(), order != new_order, What::Look);
            options(found, code, (before, now), false);
        }
        (QuestionKind::Matrix { rows: r, options: o }, QuestionKind::Matrix { rows: new_r, options: new_o }) => {
            rows(found, code, r, new_r);
            options(found, code, (o, new_o), is_scored(o) || is_scored(new_o));
        }
        (QuestionKind::Ranking { source, max_ranks }, QuestionKind::Ranking { source: new_source, max_ranks: max }) => {
            bounds(found, place(), (None, None), (Some(*max_ranks), Some(*max)));
            match (source, new_source) {
                (RankingSource::Options(before), RankingSource::Options(now)) => {
                    options(found, code, (before, now), true);
                }
                _ => found.when(place(), source != new_source, What::Type),
            }
        }
        _ => return false,
    }
    true
}

fn is_scored(options: &[Choice]) -> bool {
    options.iter().any(|option| option.score.is_some())
}

/// Kinds that are typed in.
fn typed(found: &mut Found, place: &Place, old: &QuestionKind, new: &QuestionKind) -> bool {
    let place = || place.clone();
    match (old, new) {
        (QuestionKind::Numeric(before), QuestionKind::Numeric(now)) => number(found, place(), before, now),
        (
            QuestionKind::Slider { format, step, low, high },
            QuestionKind::Slider { format: new_format, step: new_step, low: new_low, high: new_high },
        ) => {
            number(found, place(), format, new_format);
            found.when(place(), step.total_cmp(new_step).is_ne(), What::Scale);
            found.when(place(), (low, high) != (new_low, new_high), What::Wording);
        }
        (
            QuestionKind::Rating { from, to, low, high, look },
            QuestionKind::Rating { from: new_from, to: new_to, low: new_low, high: new_high, look: new_look },
        ) => {
            found.when(place(), (from, to) != (new_from, new_to), What::Scale);
            found.when(place(), (low, high) != (new_low, new_high), What::Wording);
            found.when(place(), look != new_look, What::Look);
        }
        (QuestionKind::Nps, QuestionKind::Nps) | (QuestionKind::Note, QuestionKind::Note) => {}
        (QuestionKind::Moment(before), QuestionKind::Moment(now)) => moment(found, place(), before, now),
        (QuestionKind::Duration { min, max }, QuestionKind::Duration { min: new_min, max: new_max }) => {
            bounds(found, place(), (*min, *new_min), (*max, *new_max));
        }
        (
            QuestionKind::Text { format, max_length },
            QuestionKind::Text { format: new_format, max_length: new_length },
        ) => text(found, place(), (*format, *max_length), (*new_format, *new_length)),
        (QuestionKind::Consent { statement }, QuestionKind::Consent { statement: new_statement }) => {
            found.when(place(), statement != new_statement, What::Consent);
        }
        (QuestionKind::Upload(before), QuestionKind::Upload(now)) => upload(found, place(), before, now),
        _ => return false,
    }
    true
}

/// Kinds that are made of other questions.
fn composed(found: &mut Found, code: &Code, old: &QuestionKind, new: &QuestionKind) -> bool {
    let place = || Place::Question(code.clone());
    match (old, new) {
        (QuestionKind::Table { rows: r, columns: c }, QuestionKind::Table { rows: new_r, columns: new_c }) => {
            rows(found, code, r, new_r);
            columns(found, code, c, new_c);
        }
        (
            QuestionKind::Calculated { value, unit, decimals, shown },
            QuestionKind::Calculated { value: new_value, unit: new_unit, decimals: new_decimals, shown: new_shown },
        ) => {
            found.when(place(), value.source() != new_value.source(), What::Calculation);
            found.when(place(), unit != new_unit, What::Unit);
            found.when(place(), (decimals, shown) != (new_decimals, new_shown), What::Look);
        }
        (
            QuestionKind::Summary { of, value, unit, decimals },
            QuestionKind::Summary { of: new_of, value: new_value, unit: new_unit, decimals: new_decimals },
        ) => {
            let is_other = of != new_of || value.source() != new_value.source();
            found.when(place(), is_other, What::Calculation);
            found.when(place(), unit != new_unit, What::Unit);
            found.when(place(), decimals != new_decimals, What::Look);
        }
        (
            QuestionKind::Group { min, max, label, questions },
            QuestionKind::Group { min: new_min, max: new_max, label: new_label, questions: new_questions },
        ) => {
            bounds(found, place(), (Some(*min), Some(*new_min)), (Some(*max), Some(*new_max)));
            found.when(place(), label != new_label, What::Wording);
            compare_all(found, code, questions, new_questions);
        }
        _ => return false,
    }
    true
}

fn columns(found: &mut Found, code: &Code, old: &[Column], new: &[Column]) {
    let place = |column: &Column| Place::Part(code.clone(), column.code.clone());
    for column in new {
        let Some(before) = old.iter().find(|before| before.code == column.code) else {
            found.add(place(column), What::RowAdded);
            continue;
        };
        found.when(place(column), before.label != column.label, What::Wording);
        total(found, place(column), before.total.as_ref(), column.total.as_ref());
        cell(found, code, place(column), (&before.cell, &column.cell));
    }
    for gone in old.iter().filter(|before| !new.iter().any(|column| column.code == before.code)) {
        found.add(place(gone), What::RowRemoved);
    }
}

fn total(found: &mut Found, place: Place, old: Option<&Total>, new: Option<&Total>) {
    let written = |total: Option<&Total>| match total? {
        Total::Fixed(number) => Some(number.to_string()),
        Total::Of(expression) => Some(expression.source().to_owned()),
    };
    match (written(old), written(new)) {
        (before, now) if before == now => {}
        (_, None) => found.add(place, What::Eased),
        _ => found.add(place, What::Tightened),
    }
}

fn cell(found: &mut Found, code: &Code, place: Place, cells: (&Cell, &Cell)) {
    match cells {
        (Cell::Single(before), Cell::Single(now)) => {
            options(found, code, (before, now), is_scored(before) || is_scored(now));
        }
        (Cell::MultiSelect(before), Cell::MultiSelect(now)) => options(found, code, (before, now), false),
        (Cell::Number(before), Cell::Number(now)) => number(found, place, before, now),
        (Cell::Text { format, max_length }, Cell::Text { format: new_format, max_length: new_length }) => {
            text(found, place, (*format, *max_length), (*new_format, *new_length));
        }
        (Cell::Moment(before), Cell::Moment(now)) => moment(found, place, before, now),
        _ => found.add(place, What::Type),
    }
}

fn number(found: &mut Found, place: Place, old: &NumberFormat, new: &NumberFormat) {
    found.when(place.clone(), old.unit != new.unit, What::Unit);
    bounds(found, place.clone(), (old.min, new.min), (old.max, new.max));
    bounds(found, place, (None, None), (Some(old.decimals), Some(new.decimals)));
}

fn moment(found: &mut Found, place: Place, old: &Moment, new: &Moment) {
    if old.precision == new.precision {
        // Within one precision moments are written so that they sort.
        let (min, max) = ((old.min.as_ref(), new.min.as_ref()), (old.max.as_ref(), new.max.as_ref()));
        bounds(found, place, min, max);
    } else {
        found.add(place, What::Type);
    }
}

fn text(found: &mut Found, place: Place, old: (TextFormat, usize), new: (TextFormat, usize)) {
    let is_free = |format| matches!(format, TextFormat::Line | TextFormat::Lines);
    if old.0 != new.0 {
        let what = if is_free(old.0) && is_free(new.0) { What::Look } else { What::Type };
        found.add(place.clone(), what);
    }
    bounds(found, place, (None, None), (Some(old.1), Some(new.1)));
}

fn upload(found: &mut Found, place: Place, before: &Upload, now: &Upload) {
    let is_gone = before.kinds.iter().any(|kind| !now.kinds.contains(kind));
    let is_less = is_gone || now.max_files < before.max_files || now.max_bytes < before.max_bytes;
    found.when(place.clone(), is_less, What::Tightened);
    found.when(place, !is_less && before != now, What::Eased);
}

/// Whether fewer or more answers are allowed: pairs of old and new; without a bound everything is.
fn bounds<T: PartialOrd + Copy>(
    found: &mut Found,
    place: Place,
    min: (Option<T>, Option<T>),
    max: (Option<T>, Option<T>),
) {
    let is_tightened = match (&min, &max) {
        ((None, Some(_)), _) | (_, (None, Some(_))) => true,
        ((Some(old), Some(new)), _) if new > old => true,
        (_, (Some(old), Some(new))) => new < old,
        _ => false,
    };
    if is_tightened {
        found.add(place, What::Tightened);
    } else if min.0 != min.1 || max.0 != max.1 {
        found.add(place, What::Eased);
    }
}
