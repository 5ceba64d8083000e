//! What the tones stand for.

use super::Tone;
use super::svg::{Anchor, Drawing, LINE, text_width};

const SWATCH: f64 = 14.0;
const GAP: f64 = 18.0;

/// Draws `entries` one after the other, in as many lines as they need.
pub(super) fn draw(drawing: &mut Drawing, entries: &[(Tone, &str)]) {
    let mut x = 0.0;
    for &(tone, label) in entries {
        let width = SWATCH + 6.0 + text_width(label);
        if x > 0.0 && x + width > drawing.layout.width {
            x = 0.0;
            drawing.y += LINE + 2.0;
        }
        let middle = drawing.y + LINE / 2.0;
        drawing.bar([x, middle - SWATCH / 2.0, SWATCH, SWATCH], tone);
        drawing.text(x + SWATCH + 6.0, middle, Anchor::Start, "chart__legend", label);
        x += width + GAP;
    }
    drawing.y += LINE + 10.0;
}
