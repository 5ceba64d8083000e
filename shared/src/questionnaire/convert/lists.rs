//! Lists that ours cannot be, whichever tool they come from: longer ones, and those that lie elsewhere.
//!
//! A question with such a list becomes a text that takes any answer, and a notice says how long the list is or where, and what to
//! do: a list that was cut off would be a wrong question, and one that was left out would lose an answer. Conditions cannot look at
//! such a text, for people write what options say and not their codes. Of rows, which are so many questions, the first stay.

use super::Report;
use crate::questionnaire::format::QuestionType;
use crate::questionnaire::read::{MOST_OPTIONS, MOST_ROWS};

/// Whether so many options are more than a question can have.
pub const fn is_too_long(options: usize) -> bool {
    options > MOST_OPTIONS
}

/// Why a list of options cannot be ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOurs {
    /// It has so many.
    TooLong(usize),
    /// It lies beside the file or on a server, as these words say.
    Elsewhere(&'static str),
    /// It is another question's, and with those of the questions before it that is too much.
    TooMuch,
}

impl NotOurs {
    /// Tells of it; the type of question that stands instead.
    pub fn tell(self, report: &mut Report, place: impl Into<String>, several: bool) -> QuestionType {
        let (reason, remedy) = match self {
            Self::TooLong(options) => (
                format!("its list has {options} options; a question has at most {MOST_OPTIONS}"),
                "let an earlier question choose among parts of it and ask for each part in a question of its own",
            ),
            Self::Elsewhere(place) => (
                format!("its options lie {place}, and only what stands in the file is taken"),
                "write it into the file",
            ),
            Self::TooMuch => (
                "its options are another question's, and more are borrowed so in this file than is taken over".into(),
                "split the file into several",
            ),
        };
        let what = if several { "a text of several lines" } else { "a line of text" };
        report.replaced(place, reason, format!("{what} that takes any answer; to keep the list, {remedy}"));
        if several { QuestionType::OpenText } else { QuestionType::ShortText }
    }
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
        assert_eq!(NotOurs::TooLong(9_000).tell(&mut report, "q", false), QuestionType::ShortText);
        assert_eq!(NotOurs::Elsewhere("there").tell(&mut report, "q", true), QuestionType::OpenText);
        assert_eq!((rows_that_fit(&mut report, "q", 700), rows_that_fit(&mut report, "q", 3)), (500, 3));
        let told: Vec<_> = report.notices.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 3);
        assert!(told[0].contains("9000 options; a question has at most 1000; instead: a line of text"), "{told:?}");
    }
}
