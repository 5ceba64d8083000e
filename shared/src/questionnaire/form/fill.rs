//! Answers as form fields, to show them again.

use super::super::answer::{Answer, Answers};
use super::super::model::{Question, QuestionKind};
use super::super::validate::is_way_out;
use super::{DONT_KNOW, HOURS, MINUTES, number};
use crate::language::Language;

/// The fields that say `answer`, in a form of `language`.
#[must_use]
pub fn fields(question: &Question, answer: &Answer, language: &Language) -> Vec<(String, String)> {
    let name = question.code.to_string();
    let part = |part: &dyn std::fmt::Display| format!("{name}.{part}");
    match answer {
        Answer::Choice(code) => {
            let name =
                if has_way_out_apart(&question.kind) && is_way_out(question, code) { part(&DONT_KNOW) } else { name };
            vec![(name, code.to_string())]
        }
        Answer::Other { code, text } => vec![(name.clone(), code.to_string()), (part(code), text.clone())],
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
        Answer::Number(minutes) if matches!(question.kind, QuestionKind::Duration { .. }) => {
            let hours = (minutes / 60.0).floor();
            let rest = minutes - hours * 60.0;
            vec![(part(&HOURS), number::format(hours, language)), (part(&MINUTES), number::format(rest, language))]
        }
        Answer::Number(value) => vec![(name, number::format(*value, language))],
        Answer::Text(text) | Answer::Date(text) => vec![(name, text.clone())],
        Answer::Files(files) => files.iter().map(|file| (name.clone(), file.id.to_string())).collect(),
        Answer::Table(rows) => {
            let cells =
                rows.iter().flat_map(|(row, cells)| cells.iter().map(move |(column, cell)| (row, column, cell)));
            cells.flat_map(|(row, column, answer)| cell(&format!("{name}.{row}.{column}"), answer, language)).collect()
        }
        Answer::Group(items) => {
            let numbered = (1..).zip(items);
            numbered.flat_map(|(number, item)| of_item(question, &format!("{name}.{number}"), item, language)).collect()
        }
    }
}

/// Where there is nothing to choose, the way out has a field of its own.
#[must_use]
pub const fn has_way_out_apart(kind: &QuestionKind) -> bool {
    !matches!(
        kind,
        QuestionKind::Single { .. }
            | QuestionKind::MultiSelect { .. }
            | QuestionKind::Matrix { .. }
            | QuestionKind::Nps
            | QuestionKind::Rating { .. }
    )
}

fn cell(name: &str, answer: &Answer, language: &Language) -> Vec<(String, String)> {
    match answer {
        Answer::Choices { codes, .. } => codes.iter().map(|code| (name.to_owned(), code.to_string())).collect(),
        Answer::Choice(code) => vec![(name.to_owned(), code.to_string())],
        Answer::Number(value) => vec![(name.to_owned(), number::format(*value, language))],
        Answer::Text(text) | Answer::Date(text) => vec![(name.to_owned(), text.clone())],
        _ => vec![],
    }
}

fn of_item(question: &Question, name: &str, item: &Answers, language: &Language) -> Vec<(String, String)> {
    let QuestionKind::Group { questions, .. } = &question.kind else { return vec![] };
    let answered = questions.iter().filter_map(|inner| Some((inner, item.get(inner.code.as_str())?)));
    let fields = answered.flat_map(|(inner, answer)| fields(inner, answer, language));
    fields.map(|(field, value)| (format!("{name}.{field}"), value)).collect()
}
