//! Whether a company was asked a question, told from what it submitted.

use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::condition::{Attributes, Condition};
use crate::questionnaire::model::{Cadence, Question};

pub(super) fn is_asked(question: &Question, answers: &Answers, attributes: &Attributes, ends_year: bool) -> bool {
    if question.cadence == Some(Cadence::Yearly) && !ends_year {
        return false;
    }
    match &question.show_if {
        None => true,
        Some(Condition::FieldIn { field, values }) => attributes.get(field).is_some_and(|value| values.contains(value)),
        Some(Condition::AnswerIn { question, options }) => match answers.get(question.as_str()) {
            Some(Answer::Choice(code)) => options.contains(code),
            Some(Answer::Choices { codes, .. }) => codes.iter().any(|code| options.contains(code)),
            _ => false,
        },
        Some(Condition::MinSelected { question, count }) => {
            matches!(answers.get(question.as_str()), Some(Answer::Choices { codes, .. }) if codes.len() >= *count)
        }
        Some(Condition::GreaterThan { question, number }) => {
            matches!(answers.get(question.as_str()), Some(Answer::Number(given)) if given > number)
        }
    }
}
