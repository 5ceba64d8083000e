//! The rules an answer must keep, wherever it comes from.

use super::answer::{Answer, Answers};
use super::fault::{Fault, FieldProblem};
use super::model::{Choice, Code, Question, QuestionKind, Questionnaire};
use super::route::{Circumstances, offered, prune};

/// Characters of the text of "other, namely".
pub const OTHER_TEXT: usize = 200;
/// Numbers without a bound of their own are not further from zero than this.
const LARGEST_NUMBER: f64 = 1e15;

/// What enters the response: `answers` without those to questions that are not asked, every rule kept.
pub fn validate_all(
    questionnaire: &Questionnaire,
    answers: Answers,
    circumstances: Circumstances<'_>,
) -> Result<Answers, Vec<FieldProblem>> {
    let answers = prune(questionnaire, answers, circumstances);
    let problem = |question: &Question| {
        let answer = answers.get(question.code.as_str())?;
        check(questionnaire, question, answer, &answers).err()
    };
    let problems: Vec<_> = questionnaire.questions().filter_map(problem).collect();
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

/// Whether one answer keeps the rules of its question; `answers` are those that a ranking takes its options from.
pub fn check(
    questionnaire: &Questionnaire,
    question: &Question,
    answer: &Answer,
    answers: &Answers,
) -> Result<(), FieldProblem> {
    let outcome = match (&question.kind, answer) {
        (_, Answer::Choice(code)) if is_way_out(question, code) => Ok(()),
        (QuestionKind::Single { options, .. }, Answer::Choice(code)) => known(options, code),
        (QuestionKind::MultiSelect { options, min_choices, max_choices, .. }, Answer::Choices { codes, other }) => {
            match (ticked(options, codes, (*min_choices, *max_choices)), other) {
                (Ok(()), Some(text)) => return other_text(question, options, codes, text),
                (ticked, _) => ticked,
            }
        }
        (QuestionKind::Matrix { rows, options }, Answer::Matrix(ticked)) if !ticked.is_empty() => {
            for (row, code) in ticked {
                let found = rows.iter().find(|known| known.code == *row);
                let fault = match found {
                    None => Some(Fault::UnknownField),
                    Some(row) if row.dont_know.as_ref().is_some_and(|way_out| way_out.code == *code) => None,
                    Some(_) => known(options, code).err(),
                };
                if let Some(fault) = fault {
                    return Err(at(question, Some(row), fault));
                }
            }
            Ok(())
        }
        (QuestionKind::Ranking { max_ranks, .. }, Answer::Ranking(codes)) => {
            let offered = offered(questionnaire, question, answers);
            ranked(codes, *max_ranks, |code| offered.iter().any(|offer| offer.code == code))
        }
        (QuestionKind::Numeric { min, max, decimals, .. }, Answer::Number(number)) => {
            numeric(*number, (*min, *max), *decimals)
        }
        (QuestionKind::Nps, Answer::Number(number)) => numeric(*number, (Some(0.0), Some(10.0)), 0),
        (QuestionKind::OpenText { max_length }, Answer::Text(text)) => words(text, *max_length),
        _ => Err(Fault::WrongKind),
    };
    outcome.map_err(|fault| at(question, None, fault))
}

fn at(question: &Question, part: Option<&Code>, fault: Fault) -> FieldProblem {
    let field = part.map_or_else(|| question.code.to_string(), |part| format!("{}.{part}", question.code));
    FieldProblem { field, question: Some(question.code.clone()), fault }
}

/// Whether `code` is the way out the question offers.
pub(super) fn is_way_out(question: &Question, code: &Code) -> bool {
    question.dont_know.as_ref().is_some_and(|way_out| way_out.code == *code)
}

fn known(options: &[Choice], code: &Code) -> Result<(), Fault> {
    options.iter().any(|choice| choice.code == *code).then_some(()).ok_or(Fault::UnknownOption)
}

fn ticked(options: &[Choice], codes: &[Code], (min, max): (Option<usize>, Option<usize>)) -> Result<(), Fault> {
    let given = codes.len();
    if given == 0 || codes.iter().enumerate().any(|(place, code)| codes[..place].contains(code)) {
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

fn other_text(question: &Question, options: &[Choice], codes: &[Code], text: &str) -> Result<(), FieldProblem> {
    match options.iter().find(|choice| choice.other_text && codes.contains(&choice.code)) {
        Some(choice) => words(text, OTHER_TEXT).map_err(|fault| at(question, Some(&choice.code), fault)),
        None => Err(at(question, None, Fault::WrongKind)),
    }
}

fn ranked(codes: &[Code], most: usize, is_offered: impl Fn(&Code) -> bool) -> Result<(), Fault> {
    let given = codes.len();
    if given == 0 {
        return Err(Fault::WrongKind);
    }
    if given > most {
        return Err(Fault::TooMany { most, given });
    }
    if codes.iter().enumerate().any(|(place, code)| codes[..place].contains(code)) {
        return Err(Fault::RankedTwice);
    }
    if codes.iter().all(is_offered) { Ok(()) } else { Err(Fault::UnknownOption) }
}

/// Whether a number keeps its bounds.
pub(super) fn numeric(number: f64, (min, max): (Option<f64>, Option<f64>), allowed: u8) -> Result<(), Fault> {
    let (least, most) = (min.unwrap_or(-LARGEST_NUMBER), max.unwrap_or(LARGEST_NUMBER));
    if !(least..=most).contains(&number) {
        return Err(Fault::OutOfRange { min, max });
    }
    // The shortest decimal that reads as this number: what was typed, without zeros at its end.
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals > usize::from(allowed) { Err(Fault::TooManyDecimals { allowed }) } else { Ok(()) }
}

/// Whether a text has words and not too many characters.
pub(super) fn words(text: &str, allowed: usize) -> Result<(), Fault> {
    let given = text.chars().count();
    if given > allowed {
        return Err(Fault::TooLong { allowed, given });
    }
    let clean = !text.trim().is_empty() && !text.chars().any(|c| c.is_control() && c != '\n');
    if clean { Ok(()) } else { Err(Fault::WrongKind) }
}
