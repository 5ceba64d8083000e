//! Lists that are longer than ours can be, whichever tool they come from.
//!
//! A list of options that does not fit becomes a text that takes any answer, and a notice says how long it was and what to do:
//! a list that was cut off would be a wrong question, and one that was left out would lose an answer. Of rows, which are so many
//! questions, the first stay.

use super::Report;
use crate::questionnaire::format::QuestionType;
use crate::questionnaire::read::{MOST_OPTIONS, MOST_ROWS};

/// Whether so many options are more than a question can have.
pub const fn is_too_long(options: usize) -> bool {
    options > MOST_OPTIONS
}

/// Tells of a question with so many options; the type that stands instead.
pub fn text_instead(report: &mut Report, place: impl Into<String>, options: usize, several: bool) -> QuestionType {
    let reason = format!("its list has {options} options; a question has at most {MOST_OPTIONS}");
    let what = if several { "a text of several lines" } else { "a line of text" };
    let by = format!(
        "{what} that takes any answer; to keep a list, let an earlier question choose among parts of it and ask for \
         each part in a question of its own"
    );
    report.replaced(place, reason, by);
    if several { QuestionType::OpenText } else { QuestionType::ShortText }
}

/// How many of so many rows stay; the others are told.
pub fn rows_that_fit(report: &mut Report, place: &str, rows: usize) -> usize {
    if rows > MOST_ROWS {
        let reason = format!("it has {rows} rows; a question has at most {MOST_ROWS}");
        report.replaced(place, reason, format!("the first {MOST_ROWS}; ask for the others in a second question"));
    }
    rows.min(MOST_ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_told_with_its_length_and_what_to_do() {
        let mut report = Report::default();
        assert!(!is_too_long(1_000) && is_too_long(1_001));
        assert_eq!(text_instead(&mut report, "q", 9_000, false), QuestionType::ShortText);
        assert_eq!(text_instead(&mut report, "q", 9_000, true), QuestionType::OpenText);
        assert_eq!((rows_that_fit(&mut report, "q", 700), rows_that_fit(&mut report, "q", 3)), (500, 3));
        let told: Vec<_> = report.notices.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 3);
        assert!(told[0].contains("9000 options; a question has at most 1000; instead: a line of text"), "{told:?}");
    }
}
