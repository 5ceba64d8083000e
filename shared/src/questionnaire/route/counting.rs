//! What of one answer counts: options and rows that are not on offer any more do not.

use std::collections::BTreeMap;

use super::{Circumstances, is_reached, offered};
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::{Choice, Code, Question, QuestionKind, Questionnaire, Row};

/// Answers that decide: those counted so far, and those of the item of a group.
type Before<'a> = (&'a Answers, Option<&'a Answers>);

/// The part of `answer` that counts, if any does.
pub fn count(
    questionnaire: &Questionnaire,
    question: &Question,
    answer: &Answer,
    before: Before<'_>,
    circumstances: Circumstances<'_>,
) -> Option<Answer> {
    match (&question.kind, answer) {
        (QuestionKind::Single { options, .. }, Answer::Choice(_) | Answer::Other { .. }) => {
            let is_hidden = answer.choice().is_some_and(|code| !is_on_offer(options, code, before, circumstances));
            (!is_hidden).then(|| answer.clone())
        }
        (QuestionKind::MultiSelect { options, .. }, Answer::Choices { codes, other }) => {
            let kept = kept(codes, |code| is_on_offer(options, code, before, circumstances))?;
            // Words without their option are left to the rules, unless the option went with what is not on offer.
            let takes_text = options.iter().any(|choice| choice.other_text && kept.contains(&choice.code));
            let other = other.clone().filter(|_| takes_text || kept.len() == codes.len());
            Some(Answer::Choices { codes: kept, other })
        }
        (QuestionKind::Ranking { .. }, Answer::Ranking(codes)) => {
            let offered = offered(questionnaire, question, before.0, circumstances);
            kept(codes, |code| offered.iter().any(|offer| offer.code == code)).map(Answer::Ranking)
        }
        (QuestionKind::Matrix { rows, .. }, Answer::Matrix(cells)) => {
            of_rows(cells, rows, before, circumstances).map(Answer::Matrix)
        }
        (QuestionKind::Table { rows, .. }, Answer::Table(cells)) => {
            of_rows(cells, rows, before, circumstances).map(Answer::Table)
        }
        (QuestionKind::Group { questions, .. }, Answer::Group(items)) => {
            let items = items.iter().map(|item| of_item(questionnaire, questions, item, before.0, circumstances));
            let items: Vec<Answers> = items.filter(|item| !item.0.is_empty()).collect();
            (!items.is_empty()).then_some(Answer::Group(items))
        }
        _ => Some(answer.clone()),
    }
}

/// Codes that the question does not have at all are left to the rules, which refuse them.
fn is_on_offer(options: &[Choice], code: &Code, (counted, item): Before<'_>, circumstances: Circumstances<'_>) -> bool {
    let found = options.iter().find(|choice| choice.code == *code);
    found.is_none_or(|choice| circumstances.allow(choice.show_if.as_ref(), counted, item))
}

fn kept(codes: &[Code], keep: impl Fn(&Code) -> bool) -> Option<Vec<Code>> {
    let kept: Vec<Code> = codes.iter().filter(|code| keep(code)).cloned().collect();
    // An answer that was empty before is left to the rules, which refuse it.
    (!kept.is_empty() || codes.is_empty()).then_some(kept)
}

fn of_rows<T: Clone>(
    cells: &BTreeMap<Code, T>,
    rows: &[Row],
    (counted, item): Before<'_>,
    circumstances: Circumstances<'_>,
) -> Option<BTreeMap<Code, T>> {
    let is_asked = |code: &Code| {
        let found = rows.iter().find(|row| row.code == *code);
        found.is_none_or(|row| circumstances.allow(row.show_if.as_ref(), counted, item))
    };
    let kept: BTreeMap<_, _> =
        cells.iter().filter(|(row, _)| is_asked(row)).map(|(row, cell)| (row.clone(), cell.clone())).collect();
    (!kept.is_empty()).then_some(kept)
}

fn of_item(
    questionnaire: &Questionnaire,
    questions: &[Question],
    item: &Answers,
    counted: &Answers,
    circumstances: Circumstances<'_>,
) -> Answers {
    let mut kept = Answers::default();
    for question in questions {
        if !is_reached(question, counted, Some(&kept), circumstances) {
            continue;
        }
        let value = match &question.kind {
            QuestionKind::Calculated { value, .. } => {
                circumstances.look(counted, Some(&kept), |facts| value.evaluate(facts)).and_then(super::calculated)
            }
            _ => item
                .get(question.code.as_str())
                .and_then(|answer| count(questionnaire, question, answer, (counted, Some(&kept)), circumstances)),
        };
        if let Some(answer) = value {
            kept.0.insert(question.code.clone(), answer);
        }
    }
    kept
}
