//! Answers as form fields, to show them again.

use super::super::answer::Answer;
use super::super::model::{Question, QuestionKind};
use super::super::validate::is_way_out;
use super::{DONT_KNOW, number};
use crate::language::Language;

/// The fields that say `answer`, in a form of `language`.
#[must_use]
pub fn fields(question: &Question, answer: &Answer, language: &Language) -> Vec<(String, String)> {
    let name = question.code.to_string();
    let part = |part: &dyn std::fmt::Display| format!("{name}.{part}");
    match answer {
        Answer::Choice(code) => {
            let apart = matches!(
                question.kind,
                QuestionKind::Numeric { .. } | QuestionKind::OpenText { .. } | QuestionKind::Ranking { .. }
            );
            let name = if apart && is_way_out(question, code) { part(&DONT_KNOW) } else { name };
            vec![(name, code.to_string())]
        }
        Answer::Choices { codes, other } => {
            let mut fields: Vec<_> = codes.iter().map(|code| (name.clone(), code.to_string())).collect();
            if let (Some(text), QuestionKind::MultiSelect { options, .. }) = (other, &question.kind) {
                let takes = options.iter().find(|choice| choice.other_text && codes.contains(&choice.code));
                fields.extend(takes.map(|choice| (part(&choice.code), text.clone())));
            }
            fields
        }
        Answer::Matrix(rows) => rows.iter().map(|(row, code)| (part(row), code.to_string())).collect(),
        Answer::Ranking(codes) => (1..).zip(codes).map(|(rank, code)| (part(&rank), code.to_string())).collect(),
        Answer::Number(value) => vec![(name, number::format(*value, language))],
        Answer::Text(text) | Answer::Date(text) => vec![(name, text.clone())],
        Answer::Table(_) | Answer::Group(_) => vec![],
    }
}
