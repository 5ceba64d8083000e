//! What rankings and short conditions need to know of an earlier question.

use crate::questionnaire::model::{Choice, Code, Question, QuestionKind};

/// What rankings and short conditions need to know of an earlier question.
#[derive(Debug)]
pub enum Shape {
    /// One or several of these options.
    Options {
        /// Codes, the way out included.
        codes: Vec<Code>,
        /// How many options can be ticked together.
        several: Option<usize>,
    },
    /// A number.
    Number,
    /// A matrix with so many rows.
    Matrix(usize),
    /// Nothing a short condition could look at.
    Other,
    /// It has problems of its own.
    Broken,
}

/// The shape of a question.
pub fn shape(question: &Question) -> Shape {
    let way_out = question.dont_know.as_ref();
    let codes = |options: &[Choice]| options.iter().chain(way_out).map(|choice| choice.code.clone()).collect();
    match &question.kind {
        QuestionKind::Single { options, .. } => Shape::Options { codes: codes(options), several: None },
        QuestionKind::MultiSelect { options, max_choices, .. } => {
            let together = options.iter().filter(|choice| !choice.exclusive).count().max(1);
            let several = Some(max_choices.map_or(together, |most| most.min(together)));
            Shape::Options { codes: codes(options), several }
        }
        QuestionKind::Numeric(_)
        | QuestionKind::Nps
        | QuestionKind::Rating { .. }
        | QuestionKind::Slider { .. }
        | QuestionKind::Duration { .. } => Shape::Number,
        QuestionKind::Matrix { rows, .. } => Shape::Matrix(rows.len()),
        _ => Shape::Other,
    }
}
