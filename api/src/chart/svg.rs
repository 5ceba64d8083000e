//! Shapes and texts of one picture.

use std::fmt::Write as _;

use super::{Frame, Layout, Tone};

/// The height of a line of text.
pub(super) const LINE: f64 = 20.0;
/// How wide a character is on average, taken generously.
const CHARACTER: f64 = 8.2;

/// A picture under way: shapes are put at `y` and below.
pub(super) struct Drawing {
    name: String,
    body: String,
    pub(super) layout: Layout,
    /// Where the next thing goes; in the end the height.
    pub(super) y: f64,
}

/// Where a text is held.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    pub(super) fn new(id: &str, layout: Layout) -> Self {
        let id: String = id.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')).collect();
        let name = format!("{id}-{}", if layout.is_wide() { "w" } else { "n" });
        Self { name, body: String::new(), layout, y: 0.0 }
    }

    /// A bar, hatched if its tone is.
    pub(super) fn bar(&mut self, [x, y, width, height]: [f64; 4], tone: Tone) {
        self.rect([x, y, width, height], tone.class(), "");
        if tone.is_hatched() {
            let hatch = format!(" fill=\"url(#{}-hatch)\"", self.name);
            self.rect([x, y, width, height], "chart__hatch", &hatch);
        }
    }

    fn rect(&mut self, [x, y, width, height]: [f64; 4], class: &str, more: &str) {
        let [x, y, width, height] = [x, y, width.max(0.0), height].map(number);
        let _ = write!(
            self.body,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{more}/>"
        );
    }

    /// A vertical line.
    pub(super) fn line(&mut self, x: f64, from: f64, to: f64) {
        let [x, from, to] = [x, from, to].map(number);
        let _ = write!(self.body, "<line class=\"chart__line\" x1=\"{x}\" x2=\"{x}\" y1=\"{from}\" y2=\"{to}\"/>");
    }

    /// One line of text whose middle is at `y`.
    pub(super) fn text(&mut self, x: f64, y: f64, anchor: Anchor, class: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (x, y) = (number(x), number(y));
        let _ = write!(
            self.body,
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" dy=\"0.35em\" text-anchor=\"{anchor}\">{}</text>",
            escape(text)
        );
    }

    /// The label of a row whose shapes begin at the returned `y`: beside them, or above them with `beside`
    /// left free at its right.
    pub(super) fn label(&mut self, label: &str, height: f64, beside: f64) -> f64 {
        let beside = if self.layout.is_wide() { 0.0 } else { beside };
        let lines = wrap(label, self.layout.label_width() - beside);
        let tall = lines_tall(&lines);
        let top = self.y;
        let (first, begin) = if self.layout.is_wide() {
            (top + (height - tall).max(0.0) / 2.0, top + (tall - height).max(0.0) / 2.0)
        } else {
            (top, top + if tall > 0.0 { tall + 3.0 } else { 0.0 })
        };
        for (line, middle) in lines.iter().zip(line_middles(first)) {
            self.text(0.0, middle, Anchor::Start, "chart__label", line);
        }
        self.y = if self.layout.is_wide() { top + tall.max(height) } else { begin + height };
        begin
    }

    /// The picture, as one image with a title and a description.
    pub(super) fn finish(self, frame: Frame<'_>) -> String {
        let Self { name, body, layout, y } = self;
        let (width, height, class) = (number(layout.width), number(y.max(1.0)), layout.class);
        let (title, description) = (escape(frame.title), escape(frame.description));
        format!(
            "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{name}-title {name}-desc\">\
             <title id=\"{name}-title\">{title}</title><desc id=\"{name}-desc\">{description}</desc>\
             <defs><pattern id=\"{name}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><line class=\"chart__hatching\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"6\"/></pattern></defs>\
             {body}</svg>"
        )
    }
}

fn lines_tall(lines: &[String]) -> f64 {
    lines.iter().map(|_| LINE).sum()
}

/// The middles of lines of text that begin at `top`.
fn line_middles(top: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(top + LINE / 2.0), |middle| Some(middle + LINE))
}

/// About how wide a text is.
pub(super) fn text_width(text: &str) -> f64 {
    text.chars()
        .map(|sign| if matches!(sign, 'i' | 'l' | 'j' | '.' | ',' | ' ' | 't' | 'f') { 4.6 } else { CHARACTER })
        .sum()
}

/// Breaks a text into lines of about `width`; a word that is too long is cut.
pub(super) fn wrap(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(line) + text_width(word) + 4.6 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => cut(word, width, &mut lines),
        }
    }
    lines
}

fn cut(word: &str, width: f64, lines: &mut Vec<String>) {
    let mut line = String::new();
    for sign in word.chars() {
        if text_width(&line) + CHARACTER > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line.push(sign);
    }
    lines.push(line);
}

/// A coordinate: never anything but a plain decimal number.
fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// Text safe between tags and in attributes.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            sign if sign.is_control() => safe.push(' '),
            sign => safe.push(sign),
        }
    }
    safe
}
