//! What is wrong with an answer, in words that say how to mend it.

use rundfrage_shared::questionnaire::fault::{Fault, FieldProblem};

use super::voice::Voice;
use crate::page::Page;

/// Where complaints go that belong to no field of the page.
const FORM: &str = "answers";

/// Puts the complaints on the page, each at its field.
pub fn refuse(page: &mut Page, voice: &Voice<'_>, problems: &[FieldProblem]) {
    for problem in problems {
        let is_ours = problem.question.is_some() && !matches!(problem.fault, Fault::UnknownField | Fault::NotAsked);
        page.refuse(if is_ours { &problem.field } else { FORM }, complaint(voice, &problem.fault));
    }
    // Fields that were made up may be many; one line says it.
    page.problems.dedup();
}

fn complaint(voice: &Voice<'_>, fault: &Fault) -> String {
    let words = voice.words;
    let count = |key: &str, count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        words.with(key, &[("count", count.into()), ("number", words.integer(count).into())]).into_owned()
    };
    match fault {
        Fault::UnknownField | Fault::NotAsked => words.text("respond-wrong-form").into_owned(),
        Fault::UnknownOption | Fault::Repeated | Fault::WrongKind => words.text("respond-wrong-option").into_owned(),
        Fault::NotANumber => words.text("respond-wrong-number").into_owned(),
        Fault::OutOfRange { min, max } => range(voice, *min, *max),
        Fault::TooManyDecimals { allowed: 0 } => words.text("respond-wrong-whole").into_owned(),
        Fault::TooManyDecimals { allowed } => count("respond-wrong-decimals", usize::from(*allowed)),
        Fault::TooLong { allowed, given } => {
            let integer = |number: usize| words.integer(i64::try_from(number).unwrap_or(i64::MAX));
            let values = [("allowed", integer(*allowed).into()), ("given", integer(*given).into())];
            words.with("respond-wrong-long", &values).into_owned()
        }
        Fault::TooFew { least, .. } => count("respond-wrong-few", *least),
        Fault::TooMany { most, .. } => count("respond-wrong-many", *most),
        Fault::NotAlone => words.text("respond-wrong-alone").into_owned(),
        Fault::RankedTwice => words.text("respond-wrong-twice").into_owned(),
        Fault::RankGap { rank } => count("respond-wrong-gap", *rank),
    }
}

fn range(voice: &Voice<'_>, min: Option<f64>, max: Option<f64>) -> String {
    let number = |number: f64| voice.number(number).into();
    let words = voice.words;
    match (min, max) {
        (Some(min), Some(max)) => words.with("respond-wrong-range", &[("min", number(min)), ("max", number(max))]),
        (Some(min), None) => words.with("respond-wrong-least", &[("min", number(min))]),
        (None, Some(max)) => words.with("respond-wrong-most", &[("max", number(max))]),
        (None, None) => words.text("respond-wrong-number"),
    }
    .into_owned()
}
