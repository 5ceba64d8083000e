//! Horizontal bars, each with its figure at its end.

use super::svg::{Anchor, Drawing, LINE, text_width, wrap};
use super::{Frame, Tone, both, sound};

/// Bars that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    /// A heading above them; empty if there is one group only.
    pub heading: String,
    /// The bars in order.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its share, between 0 and 1.
    pub share: f64,
    /// The share in words.
    pub text: String,
}

const BAR: f64 = 24.0;

/// Draws the bars below one another on one scale that begins at 0. Classes of numbers stand `close`, without a gap.
#[must_use]
pub fn bars(frame: Frame<'_>, groups: &[Group], close: bool) -> String {
    let all = || groups.iter().flat_map(|group| &group.bars);
    let longest = all().map(|bar| sound(bar.share)).fold(0.0, f64::max);
    let beside = all().map(|bar| text_width(&bar.text)).fold(0.0, f64::max) + 10.0;
    both(frame, |drawing| {
        let from = drawing.layout.labels;
        let unit = (drawing.layout.width - from - beside) / longest.max(1e-9);
        let top = drawing.y;
        for group in groups {
            if !group.heading.is_empty() {
                drawing.y += 6.0;
                for line in wrap(&group.heading, drawing.layout.width) {
                    drawing.text(0.0, drawing.y + LINE / 2.0, Anchor::Start, "chart__heading", &line);
                    drawing.y += LINE;
                }
                drawing.y += 6.0;
            }
            for bar in &group.bars {
                draw(drawing, from, unit, bar, close);
            }
        }
        if drawing.layout.is_wide() {
            drawing.line(from, top, drawing.y);
        }
    })
}

fn draw(drawing: &mut Drawing, from: f64, unit: f64, bar: &Bar, close: bool) {
    let y = drawing.label(&bar.label, BAR, 0.0);
    let width = sound(bar.share) * unit;
    drawing.bar([from, y, width, BAR], Tone::Good);
    drawing.text(from + width + 8.0, y + BAR / 2.0, Anchor::Start, "chart__value", &bar.text);
    drawing.y += if close { 1.0 } else { 8.0 };
}
