//! The bounds of a question as a rule of a form.

use crate::questionnaire::format::{Bound, Question, QuestionType};

/// The rules that the keys of a question say.
pub fn rules(question: &Question) -> Vec<String> {
    let mut rules = Vec::new();
    let is_scaled = matches!(question.question_type, QuestionType::Slider | QuestionType::Rating);
    for (sign, bound) in [(">=", &question.min), ("<=", &question.max)] {
        match bound {
            Some(Bound::Number(number)) if !is_scaled => rules.push(format!(". {sign} {number}")),
            Some(Bound::Text(date)) if date.len() == 10 => rules.push(format!(". {sign} date('{date}')")),
            Some(Bound::Text(time)) if time.len() == 5 => rules.push(format!(". {sign} '{time}'")),
            _ => {}
        }
    }
    if question.question_type == QuestionType::Percentage {
        for (sign, bound, number) in [(">=", &question.min, 0), ("<=", &question.max, 100)] {
            if bound.is_none() {
                rules.push(format!(". {sign} {number}"));
            }
        }
    }
    if let Some(digits @ 1..6) = question.decimals
        && !is_scaled
        && question.question_type != QuestionType::Calculated
    {
        rules.push(format!("round(., {digits}) = ."));
    }
    if let Some(length) = question.max_length {
        rules.push(format!("string-length(.) <= {length}"));
    }
    for (sign, count) in [(">=", question.min_choices), ("<=", question.max_choices)] {
        rules.extend(count.map(|count| format!("count-selected(.) {sign} {count}")));
    }
    rules
}
