//! Answers in words, for "check your answers", the print view, and whoever reads them in the console.

use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::model::{Cell, Choice, Code, Column, NumberFormat, Question, QuestionKind, Row};
use rundfrage_shared::questionnaire::unit;

use super::voice::Voice;

/// One line of an answer; a row of a matrix says which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The row, or nothing.
    pub label: String,
    /// What was answered.
    pub text: String,
    /// Whether it heads those that follow: an item of a group.
    pub is_head: bool,
}

/// The answer to `question` among `answers` in words; no line if there is none.
pub fn lines(voice: &Voice<'_>, question: &Question, answers: &Answers) -> Vec<Line> {
    answers.get(question.code.as_str()).map(|answer| told(voice, question, answer)).unwrap_or_default()
}

fn told(voice: &Voice<'_>, question: &Question, answer: &Answer) -> Vec<Line> {
    let label = |code: &Code| voice.option(question, code).unwrap_or_else(|| code.to_string());
    match (answer, &question.kind) {
        (Answer::Choice(code), QuestionKind::Calculated { .. }) => vec![plain(truth(voice, code))],
        (Answer::Choice(code), _) => vec![plain(label(code))],
        (Answer::Other { code, text }, _) => vec![plain(format!("{}: {text}", label(code)))],
        (Answer::Choices { codes, other }, QuestionKind::MultiSelect { options, .. }) => {
            codes.iter().map(|code| plain(with_words(label(code), options, code, other.as_deref()))).collect()
        }
        (Answer::Choices { codes, .. }, _) => codes.iter().map(|code| plain(label(code))).collect(),
        (Answer::Matrix(chosen), QuestionKind::Matrix { rows, .. }) => {
            let line =
                |row: &Row| Some(labelled(voice.say(&row.label), of_row(voice, row, chosen.get(&row.code)?, &label)));
            rows.iter().filter_map(line).collect()
        }
        (Answer::Ranking(codes), _) => {
            codes.iter().zip(1..).map(|(code, place)| plain(format!("{place}. {}", label(code)))).collect()
        }
        (Answer::Number(number), kind) => vec![plain(amount(voice, kind, *number))],
        (Answer::Text(text), _) => vec![plain(text.clone())],
        (Answer::Date(moment), _) => vec![plain(voice.moment(moment))],
        (Answer::Table(_), QuestionKind::Table { rows, columns }) => table(voice, rows, columns, answer),
        (Answer::Group(items), QuestionKind::Group { label, questions, .. }) => {
            let called = label.as_ref().map_or_else(|| voice.text("respond-item"), |label| voice.say(label));
            let item = |(place, item): (usize, &Answers)| of_item(voice, format!("{called} {place}"), questions, item);
            (1..).zip(items).flat_map(item).collect()
        }
        (Answer::Files(files), _) => {
            files.iter().map(|file| plain(format!("{} ({})", file.name, voice.size(file.size)))).collect()
        }
        (Answer::Matrix(_) | Answer::Table(_) | Answer::Group(_), _) => vec![],
    }
}

fn plain(text: String) -> Line {
    labelled(String::new(), text)
}

const fn labelled(label: String, text: String) -> Line {
    Line { label, text, is_head: false }
}

fn truth(voice: &Voice<'_>, code: &Code) -> String {
    match code.as_str() {
        "true" => voice.text("respond-yes"),
        "false" => voice.text("respond-no"),
        other => other.to_owned(),
    }
}

/// A number of a question of this kind.
pub fn amount(voice: &Voice<'_>, kind: &QuestionKind, number: f64) -> String {
    match kind {
        QuestionKind::Numeric(format) | QuestionKind::Slider { format, .. } => {
            // An amount of money has its cents, or none.
            let is_money = format.unit.as_deref().is_some_and(unit::is_currency) && number.fract() != 0.0;
            voice.amount(number, format.unit.as_deref(), is_money.then_some(format.decimals))
        }
        QuestionKind::Duration { .. } => voice.duration(number),
        QuestionKind::Calculated { unit, decimals, .. } => voice.amount(number, unit.as_deref(), Some(*decimals)),
        _ => voice.number(number),
    }
}

fn with_words(label: String, options: &[Choice], code: &Code, words: Option<&str>) -> String {
    let takes_words = options.iter().any(|choice| choice.other_text && choice.code == *code);
    match words {
        Some(words) if takes_words => format!("{label}: {words}"),
        _ => label,
    }
}

fn of_row(voice: &Voice<'_>, row: &Row, code: &Code, label: &impl Fn(&Code) -> String) -> String {
    match &row.dont_know {
        Some(way_out) if way_out.code == *code => voice.say(&way_out.label),
        _ => label(code),
    }
}

/// A table row by row; where it has several columns, cell by cell.
fn table(voice: &Voice<'_>, rows: &[Row], columns: &[Column], answer: &Answer) -> Vec<Line> {
    let Answer::Table(cells) = answer else { return vec![] };
    let line = |row: &Row, column: &Column| {
        let answer = cells.get(&row.code)?.get(&column.code)?;
        let label = match columns {
            [_] => voice.say(&row.label),
            _ => format!("{}, {}", voice.say(&row.label), voice.say(&column.label)),
        };
        Some(labelled(label, of_cell(voice, row, &column.cell, answer)))
    };
    rows.iter().flat_map(|row| columns.iter().filter_map(move |column| line(row, column))).collect()
}

fn of_cell(voice: &Voice<'_>, row: &Row, cell: &Cell, answer: &Answer) -> String {
    let options: &[Choice] = if let Cell::Single(options) | Cell::MultiSelect(options) = cell { options } else { &[] };
    let label = |code: &Code| {
        let found = options.iter().chain(&row.dont_know).find(|choice| choice.code == *code);
        found.map_or_else(|| code.to_string(), |choice| voice.say(&choice.label))
    };
    match (answer, cell) {
        (Answer::Choice(code), _) => label(code),
        (Answer::Choices { codes, .. }, _) => codes.iter().map(label).collect::<Vec<_>>().join(", "),
        (Answer::Number(number), Cell::Number(NumberFormat { unit, .. })) => {
            voice.amount(*number, unit.as_deref(), None)
        }
        (Answer::Date(moment), _) => voice.moment(moment),
        (Answer::Text(text), _) => text.clone(),
        _ => String::new(),
    }
}

fn of_item(voice: &Voice<'_>, called: String, questions: &[Question], item: &Answers) -> Vec<Line> {
    let voice = voice.within(questions, item);
    let of_question = |question: &Question| {
        let asked = voice.say(&question.text);
        let named = move |line: Line| {
            let label = if line.label.is_empty() { asked.clone() } else { format!("{asked}: {}", line.label) };
            labelled(label, line.text)
        };
        lines(&voice, question, item).into_iter().map(named).collect::<Vec<_>>()
    };
    let head = Line { text: called, is_head: true, ..Line::default() };
    std::iter::once(head).chain(questions.iter().flat_map(of_question)).collect()
}
