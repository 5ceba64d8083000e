//! Made-up answers in people's own words.

use std::sync::LazyLock;

use super::dice::Dice;

/// Lines of question, language and text.
const TEXTS: &str = include_str!("texts.csv");

static LINES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let mut parts = line.splitn(3, ';');
        [parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default()]
    };
    TEXTS.lines().map(line).collect()
});

/// A text for an open question, if the company has something to say.
#[must_use]
pub fn draw(dice: &Dice, question: &str, language: &str) -> Option<&'static str> {
    let often = if question == "leave_reasons" { 0.8 } else { 0.16 };
    if dice.chance(often) { among(dice, question, language) } else { None }
}

/// A text for "other, namely".
#[must_use]
pub fn other(dice: &Dice, language: &str) -> &'static str {
    among(dice, "other", language).unwrap_or("–")
}

fn among(dice: &Dice, question: &str, language: &str) -> Option<&'static str> {
    let fits = |line: &&[&str; 3]| line[0] == question && line[1] == language;
    let texts: Vec<&str> = LINES.iter().filter(fits).map(|line| line[2]).collect();
    (!texts.is_empty()).then(|| texts[dice.place(texts.len())])
}
