//! From the shares of a scale to the parts of a diverging bar.

use rundfrage_shared::questionnaire::model::Polarity;
use rundfrage_shared::results::figures::OptionShare;

use super::wording::Wording;
use crate::chart::{Part, Side, Stack, Tone};

/// The bar of one item, the lowest score on the left; none if an option has no score. Good news is blue, bad news is brown,
/// wherever the question puts its scores.
#[must_use]
pub fn stack(
    wording: &Wording,
    label: String,
    options: &[OptionShare<'_>],
    (polarity, balance): (Polarity, Option<f64>),
) -> Option<Stack> {
    let mut scored = options.iter().map(|option| Some((option.choice.score?, option))).collect::<Option<Vec<_>>>()?;
    scored.sort_by(|one, other| one.0.total_cmp(&other.0));
    // A bar alone has its balance among the figures above it.
    let note = if label.is_empty() { String::new() } else { wording.balance(balance?) };
    let parts = scored.into_iter().map(|(score, option)| Part {
        label: wording.label(&option.choice.label),
        share: option.share,
        text: wording.short_percent(option.share),
        tone: tone(if polarity == Polarity::Negative { -score } else { score }),
        side: side(score),
    });
    Some(Stack { label, parts: parts.collect(), note })
}

fn side(score: f64) -> Side {
    match score {
        score if score < -0.01 => Side::Minus,
        score if score > 0.01 => Side::Plus,
        _ => Side::Neutral,
    }
}

fn tone(goodness: f64) -> Tone {
    match goodness {
        goodness if goodness < -0.75 => Tone::Bad,
        goodness if goodness < -0.01 => Tone::RatherBad,
        goodness if goodness > 0.75 => Tone::Good,
        goodness if goodness > 0.01 => Tone::RatherGood,
        _ => Tone::Middle,
    }
}
