//! Upright columns with short names, such as the answers 0 to 10.

use super::svg::{Anchor, LINE};
use super::{Frame, Tone, both, legend, sound};

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name below it: a few characters.
    pub name: String,
    /// Its share, between 0 and 1.
    pub share: f64,
    /// Its figure above it: a few characters.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
}

const TALLEST: f64 = 120.0;

/// Draws the columns beside one another, with a legend of their tones above.
#[must_use]
pub fn columns(frame: Frame<'_>, legend_entries: &[(Tone, &str)], columns: &[Column]) -> String {
    let tallest = columns.iter().map(|column| sound(column.share)).fold(0.0, f64::max).max(1e-9);
    both(frame, |drawing| {
        legend::draw(drawing, legend_entries);
        let base = drawing.y + LINE + TALLEST;
        let step = drawing.layout.width / columns.iter().map(|_| 1.0).sum::<f64>().max(1.0);
        let mut x = 0.0;
        for column in columns {
            let height = sound(column.share) / tallest * TALLEST;
            let middle = x + step / 2.0;
            drawing.bar([x + step * 0.08, base - height, step * 0.84, height], column.tone);
            drawing.text(middle, base - height - LINE / 2.0, Anchor::Middle, "chart__value", &column.text);
            drawing.text(middle, base + LINE / 2.0, Anchor::Middle, "chart__label", &column.name);
            x += step;
        }
        drawing.y = base + LINE;
    })
}
