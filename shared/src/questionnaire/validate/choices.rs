//! Rules of questions with options.

use std::collections::BTreeMap;

use super::typed::words;
use super::{OTHER_TEXT, at};
use crate::questionnaire::answer::Answer;
use crate::questionnaire::fault::{Fault, FieldProblem};
use crate::questionnaire::model::{Choice, Code, Question, QuestionKind, Row};

/// Whether `code` is the way out the question offers.
pub fn is_way_out(question: &Question, code: &Code) -> bool {
    question.dont_know.as_ref().is_some_and(|way_out| way_out.code == *code)
}

/// The option of a single choice, or the options ticked.
pub fn chosen(question: &Question, answer: &Answer) -> Vec<FieldProblem> {
    let fault = |fault| vec![at(question, None, fault)];
    let outcome = match (&question.kind, answer) {
        (QuestionKind::Single { options, .. }, Answer::Choice(code)) => known(options, code),
        (QuestionKind::Single { options, .. }, Answer::Other { code, text }) => {
            return other_text(question, options, std::slice::from_ref(code), text);
        }
        (QuestionKind::MultiSelect { options, min_choices, max_choices, .. }, Answer::Choices { codes, other }) => {
            match (ticked(options, codes, (*min_choices, *max_choices)), other) {
                (Ok(()), Some(text)) => return other_text(question, options, codes, text),
                (ticked, _) => ticked,
            }
        }
        _ => Err(Fault::WrongKind),
    };
    outcome.err().map(fault).unwrap_or_default()
}

pub fn known(options: &[Choice], code: &Code) -> Result<(), Fault> {
    options.iter().any(|choice| choice.code == *code).then_some(()).ok_or(Fault::UnknownOption)
}

/// Options that may stand together, as many as are allowed.
pub fn ticked(options: &[Choice], codes: &[Code], (min, max): (Option<usize>, Option<usize>)) -> Result<(), Fault> {
    let given = codes.len();
    if given == 0 || has_twice(codes) {
        return Err(Fault::WrongKind);
    }
    codes.iter().try_for_each(|code| known(options, code))?;
    let exclusive = options.iter().any(|choice| choice.exclusive && codes.contains(&choice.code));
    if exclusive {
        return if given == 1 { Ok(()) } else { Err(Fault::NotAlone) };
    }
    match (min, max) {
        (Some(least), _) if given < least => Err(Fault::TooFew { least, given }),
        (_, Some(most)) if given > most => Err(Fault::TooMany { most, given }),
        _ => Ok(()),
    }
}

fn has_twice(codes: &[Code]) -> bool {
    codes.iter().enumerate().any(|(place, code)| codes[..place].contains(code))
}

/// The words of "other, namely", which go with an option that takes them.
fn other_text(question: &Question, options: &[Choice], codes: &[Code], text: &str) -> Vec<FieldProblem> {
    let problem = match options.iter().find(|choice| choice.other_text && codes.contains(&choice.code)) {
        Some(choice) => words(text, OTHER_TEXT).err().map(|fault| at(question, Some(choice.code.as_str()), fault)),
        None => Some(at(question, None, Fault::WrongKind)),
    };
    problem.into_iter().collect()
}

/// One option a row, or the row's way out.
pub fn matrix(
    question: &Question,
    (rows, options): (&[Row], &[Choice]),
    ticked: &BTreeMap<Code, Code>,
) -> Vec<FieldProblem> {
    if ticked.is_empty() {
        return vec![at(question, None, Fault::WrongKind)];
    }
    let wrong = |(row, code): (&Code, &Code)| {
        let fault = match rows.iter().find(|known| known.code == *row) {
            None => Fault::UnknownField,
            Some(row) if row.dont_know.as_ref().is_some_and(|way_out| way_out.code == *code) => return None,
            Some(_) => known(options, code).err()?,
        };
        Some(at(question, Some(row.as_str()), fault))
    };
    ticked.iter().filter_map(wrong).collect()
}

/// Ranks without gaps, each thing once.
pub fn ranked(codes: &[Code], most: usize, is_offered: impl Fn(&Code) -> bool) -> Result<(), Fault> {
    let given = codes.len();
    if given == 0 {
        return Err(Fault::WrongKind);
    }
    if given > most {
        return Err(Fault::TooMany { most, given });
    }
    if has_twice(codes) {
        return Err(Fault::RankedTwice);
    }
    if codes.iter().all(is_offered) { Ok(()) } else { Err(Fault::UnknownOption) }
}
