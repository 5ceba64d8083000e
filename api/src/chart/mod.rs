//! Charts: SVG drawn on the server, coloured by classes (`api/assets/css/70-chart.css`), readable without colour.
//!
//! A chart is drawn in two layouts, a wide one and a narrow one with its labels above the bars; the style sheet shows the one
//! that fits. Each is one picture to a screen reader, with a title and a description that says the figures in a sentence;
//! the table beside the chart says them all. Numbers and percentages come as texts, in the reader's language.
//!
//! To add a kind of chart: a file here with a function that takes what it shows and a [`Frame`], and returns [`both`].

mod bars;
mod columns;
mod diverging;
mod legend;
mod svg;

#[cfg(test)]
mod tests;

pub use bars::{Bar, Group, bars};
pub use columns::{Column, columns};
pub use diverging::{Part, Side, Stack, diverging};

use svg::Drawing;

/// What every chart says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// A name that is unique on the page: ASCII letters, digits, `-` and `_`.
    pub id: &'a str,
    /// What is shown.
    pub title: &'a str,
    /// The most important figures in a sentence.
    pub description: &'a str,
}

/// A colour, and a pattern where two colours are alike in grey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The bad end of a scale.
    Bad,
    /// Towards the bad end.
    RatherBad,
    /// The middle of a scale.
    Middle,
    /// Towards the good end.
    RatherGood,
    /// The good end of a scale.
    Good,
}

impl Tone {
    /// The classes of a shape in this tone.
    const fn class(self) -> &'static str {
        match self {
            Self::Bad => "tone-bad",
            Self::RatherBad => "tone-rather-bad",
            Self::Middle => "tone-middle",
            Self::RatherGood => "tone-rather-good",
            Self::Good => "tone-good",
        }
    }

    /// Whether shapes in this tone are hatched.
    const fn is_hatched(self) -> bool {
        matches!(self, Self::Bad | Self::RatherBad)
    }
}

/// The measures of one layout, in units that are pixels at full size.
#[derive(Clone, Copy, Debug)]
struct Layout {
    class: &'static str,
    width: f64,
    /// The column of labels left of the bars; 0: labels stand above them.
    labels: f64,
}

const WIDE: Layout = Layout { class: "chart__wide", width: 720.0, labels: 260.0 };
const NARROW: Layout = Layout { class: "chart__narrow", width: 340.0, labels: 0.0 };

impl Layout {
    const fn is_wide(self) -> bool {
        self.labels > 0.0
    }

    /// How wide a label may be.
    const fn label_width(self) -> f64 {
        if self.is_wide() { self.labels - 12.0 } else { self.width }
    }
}

/// A share that can be drawn, whatever was computed.
fn sound(share: f64) -> f64 {
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}

/// Draws a chart in both layouts.
fn both(frame: Frame<'_>, draw: impl Fn(&mut Drawing)) -> String {
    let layouts = [WIDE, NARROW].map(|layout| {
        let mut drawing = Drawing::new(frame.id, layout);
        draw(&mut drawing);
        drawing.finish(frame)
    });
    format!("<div class=\"chart\">{}</div>", layouts.concat())
}
