//! Hints on how to fill a question in.

use rundfrage_shared::language::LocalText;
use rundfrage_shared::questionnaire::model::{Moment, NumberFormat};

use super::spoken::Spoken;

pub fn how_many(spoken: &Spoken<'_>, min: Option<usize>, max: Option<usize>) -> String {
    match (min, max) {
        (Some(1) | None, None) => spoken.t("paper-several"),
        (Some(1) | None, Some(1)) => spoken.t("paper-one"),
        (Some(1) | None, Some(max)) => spoken.t1("paper-at-most", "n", max),
        (Some(min), None) => spoken.t1("paper-at-least", "n", min),
        (Some(min), Some(max)) => spoken.with("paper-range", &[("min", min.to_string()), ("max", max.to_string())]),
    }
}

pub fn bounds(spoken: &Spoken<'_>, format: &NumberFormat) -> Vec<String> {
    // Nobody needs to be told that a number is not below nought.
    let min = format.min.filter(|min| *min != 0.0).map(|min| spoken.t1("paper-min", "n", spoken.decimal(min)));
    let max = format.max.map(|max| spoken.t1("paper-max", "n", spoken.decimal(max)));
    let both: Vec<_> = [min, max].into_iter().flatten().collect();
    if both.is_empty() { both } else { vec![format!("{}: {}", spoken.t("paper-number-form"), both.join(", "))] }
}

pub fn limits(spoken: &Spoken<'_>, moment: &Moment) -> Vec<String> {
    let min = moment.min.as_ref().map(|min| spoken.t1("paper-earliest", "n", spoken.moment(min)));
    let max = moment.max.as_ref().map(|max| spoken.t1("paper-latest", "n", spoken.moment(max)));
    let both: Vec<_> = [min, max].into_iter().flatten().collect();
    if both.is_empty() { both } else { vec![both.join(", ")] }
}

/// What the ends of a slider mean.
pub fn ends(
    spoken: &Spoken<'_>,
    format: &NumberFormat,
    low: Option<&LocalText>,
    high: Option<&LocalText>,
) -> Vec<String> {
    let said =
        |(end, at): (Option<&LocalText>, Option<f64>)| Some(format!("{} = {}", spoken.decimal(at?), spoken.text(end?)));
    [(low, format.min), (high, format.max)].into_iter().filter_map(said).collect()
}
