//! Stacked bars with the neutral answers centred: what is left of the line leans one way, what is right of it the other.

use super::svg::{Anchor, Drawing, LINE, text_width};
use super::{Frame, Tone, both, legend, sound};

/// One bar.
#[derive(Clone, Debug)]
pub struct Stack {
    /// What it is about; empty if the chart has one bar only.
    pub label: String,
    /// Its parts from left to right: the minus side, the neutral, the plus side.
    pub parts: Vec<Part>,
    /// A figure beside it, such as the balance.
    pub note: String,
}

/// One part of a bar.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it stands for.
    pub label: String,
    /// Its share, between 0 and 1.
    pub share: f64,
    /// The share in words.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
    /// Where it stands.
    pub side: Side,
}

/// Where a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of the line.
    Minus,
    /// Half on either side of it.
    Neutral,
    /// Right of the line.
    Plus,
}

const BAR: f64 = 30.0;
const NOTE: f64 = 64.0;

/// Draws the bars below one another on one scale; all have the parts of the first. `notes` names the figures beside them.
#[must_use]
pub fn diverging(frame: Frame<'_>, stacks: &[Stack], notes: &str) -> String {
    both(frame, |drawing| {
        let parts = stacks.first().map_or(&[][..], |stack| &stack.parts);
        legend::draw(drawing, &parts.iter().map(|part| (part.tone, part.label.as_str())).collect::<Vec<_>>());
        if stacks.iter().any(|stack| !stack.note.is_empty()) {
            drawing.text(drawing.layout.width, drawing.y + LINE / 2.0, Anchor::End, "chart__legend", notes);
            drawing.y += LINE + 4.0;
        }
        let scale = Scale::of(drawing, stacks);
        for stack in stacks {
            row(drawing, &scale, stack);
        }
    })
}

/// Where shares go.
struct Scale {
    zero: f64,
    unit: f64,
}

impl Scale {
    fn of(drawing: &Drawing, stacks: &[Stack]) -> Self {
        let has_labels = stacks.iter().any(|stack| !stack.label.is_empty());
        let has_notes = stacks.iter().any(|stack| !stack.note.is_empty());
        let from = if has_labels { drawing.layout.labels } else { 0.0 };
        let to = drawing.layout.width - if has_notes && drawing.layout.is_wide() { NOTE } else { 0.0 };
        let most = |side| stacks.iter().map(|stack| reach(stack, side)).fold(0.0, f64::max);
        let (left, right) = (most(Side::Minus), most(Side::Plus));
        let unit = (to - from - 2.0) / (left + right).max(1e-9);
        Self { zero: from + 1.0 + left * unit, unit }
    }
}

/// How far a bar goes to one side of the line.
fn reach(stack: &Stack, to: Side) -> f64 {
    let parts = stack.parts.iter().map(|part| match part.side {
        Side::Neutral => sound(part.share) / 2.0,
        side if side == to => sound(part.share),
        _ => 0.0,
    });
    parts.sum()
}

fn row(drawing: &mut Drawing, scale: &Scale, stack: &Stack) {
    let above = drawing.y;
    let y = drawing.label(&stack.label, BAR, if stack.note.is_empty() { 0.0 } else { NOTE });
    note(drawing, stack, above, y);
    // The line shows above and below the bar: a figure may stand in the middle of it.
    drawing.line(scale.zero, y - 5.0, y - 1.0);
    drawing.line(scale.zero, y + BAR + 1.0, y + BAR + 5.0);
    let mut x = scale.zero - reach(stack, Side::Minus) * scale.unit;
    for part in &stack.parts {
        let width = sound(part.share) * scale.unit;
        drawing.bar([x, y, width, BAR], part.tone);
        if text_width(&part.text) + 4.0 <= width {
            let class = format!("chart__on {}", on(part.tone));
            drawing.text(x + width / 2.0, y + BAR / 2.0, Anchor::Middle, &class, &part.text);
        }
        x += width;
    }
    drawing.y += 12.0;
}

/// The note: right of the bar; in the narrow layout right of the label, or in a line of its own below a bar without one.
fn note(drawing: &mut Drawing, stack: &Stack, above: f64, y: f64) {
    if stack.note.is_empty() {
        return;
    }
    let middle = match (drawing.layout.is_wide(), stack.label.is_empty()) {
        (true, _) => y + BAR / 2.0,
        (false, false) => above + LINE / 2.0,
        (false, true) => {
            drawing.y += LINE;
            drawing.y - LINE / 2.0
        }
    };
    drawing.text(drawing.layout.width, middle, Anchor::End, "chart__note", &stack.note);
}

/// The class of a text on a bar of this tone.
const fn on(tone: Tone) -> &'static str {
    match tone {
        Tone::Bad => "on-bad",
        Tone::RatherBad => "on-rather-bad",
        Tone::Middle => "on-middle",
        Tone::RatherGood => "on-rather-good",
        Tone::Good => "on-good",
    }
}
