//! Answers in words, for "check your answers" and the print view.

use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::model::{Choice, Code, Question, QuestionKind, Questionnaire, Row};
use rundfrage_shared::questionnaire::route::offered;

use super::voice::Voice;

/// One line of an answer; a row of a matrix says which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row, or nothing.
    pub label: String,
    /// What was answered.
    pub text: String,
}

/// The answer to `question` in words; no line if there is none. `answers` are all of them, for rankings of earlier answers.
pub fn lines(voice: &Voice<'_>, questionnaire: &Questionnaire, question: &Question, answers: &Answers) -> Vec<Line> {
    let Some(answer) = answers.get(question.code.as_str()) else { return vec![] };
    match answer {
        Answer::Choice(code) => vec![plain(option(voice, question, code))],
        Answer::Choices { codes, other } => ticked(voice, question, codes, other.as_deref()),
        Answer::Matrix(chosen) => match &question.kind {
            QuestionKind::Matrix { rows, .. } => {
                let said = |row: &Row| {
                    chosen.get(&row.code).map(|code| (voice.say(&row.label), cell(voice, question, row, code)))
                };
                rows.iter().filter_map(said).map(|(label, text)| Line { label, text }).collect()
            }
            _ => vec![],
        },
        Answer::Ranking(codes) => {
            let offers = offered(questionnaire, question, answers);
            let said = |code: &Code| offers.iter().find(|offer| offer.code == code).map(|offer| voice.say(offer.label));
            let ranked = codes.iter().filter_map(said).enumerate();
            ranked.map(|(place, text)| plain(format!("{}. {text}", place + 1))).collect()
        }
        Answer::Number(number) => vec![plain(amount(voice, question, *number))],
        Answer::Text(text) | Answer::Date(text) => vec![plain(text.clone())],
        Answer::Table(_) | Answer::Group(_) => vec![],
    }
}

fn plain(text: String) -> Line {
    Line { label: String::new(), text }
}

fn amount(voice: &Voice<'_>, question: &Question, number: f64) -> String {
    match &question.kind {
        QuestionKind::Numeric { unit: Some(unit), .. } => format!("{}\u{a0}{}", voice.number(number), voice.unit(unit)),
        _ => voice.number(number),
    }
}

fn ticked(voice: &Voice<'_>, question: &Question, codes: &[Code], other: Option<&str>) -> Vec<Line> {
    let with_text = |code: &Code| {
        let label = option(voice, question, code);
        match (other, find(question, code)) {
            (Some(text), Some(choice)) if choice.other_text => plain(format!("{label}: {text}")),
            _ => plain(label),
        }
    };
    codes.iter().map(with_text).collect()
}

fn cell(voice: &Voice<'_>, question: &Question, row: &Row, code: &Code) -> String {
    match &row.dont_know {
        Some(way_out) if way_out.code == *code => voice.say(&way_out.label),
        _ => option(voice, question, code),
    }
}

/// The label of an option, or of the way out; a code that the questionnaire does not know is shown as it is.
fn option(voice: &Voice<'_>, question: &Question, code: &Code) -> String {
    find(question, code).map_or_else(|| code.to_string(), |choice| voice.say(&choice.label))
}

fn find<'q>(question: &'q Question, code: &Code) -> Option<&'q Choice> {
    let options = match &question.kind {
        QuestionKind::Single { options, .. }
        | QuestionKind::MultiSelect { options, .. }
        | QuestionKind::Matrix { options, .. } => options.as_slice(),
        _ => &[],
    };
    options.iter().chain(&question.dont_know).find(|choice| choice.code == *code)
}
