//! From a question of the questionnaire to what its template shows.

use rundfrage_shared::id::ResponseId;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::form::DONT_KNOW;
use rundfrage_shared::questionnaire::model::{Choice, Code, Question, QuestionKind, Questionnaire, Row};
use rundfrage_shared::questionnaire::order::shown;
use rundfrage_shared::questionnaire::route::offered;

use super::super::voice::Voice;
use super::{Filled, Kind, MatrixView, NumberView, OptionView, OtherView, QuestionView, RankView, RowView, TextView};

/// Rows of a matrix under one heading line.
const GRID_ROWS: usize = 7;
/// Columns that fit side by side on a wide screen.
const GRID_COLUMNS: usize = 7;

/// What turns questions into views.
#[derive(Clone, Copy, Debug)]
pub struct Maker<'a> {
    /// The language.
    pub voice: &'a Voice<'a>,
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// Whose order of options is shown.
    pub respondent: ResponseId,
    /// What was answered before.
    pub answers: &'a Answers,
    /// What is filled in on this page.
    pub filled: &'a Filled,
}

impl Maker<'_> {
    /// The view of one question. `reveals` tells for an option of it which questions further down the page it reveals.
    pub fn make(&self, question: &Question, revealed_by: usize, reveals: &dyn Fn(&Code) -> String) -> QuestionView {
        let name = question.code.to_string();
        QuestionView {
            text: self.voice.say(&question.text),
            hint: self.hint(question),
            revealed_by,
            is_filled: self.filled.is_touched(&name),
            apart: self.way_out(question, &name),
            kind: self.kind(question, &name, reveals),
            name,
        }
    }

    fn kind(&self, question: &Question, name: &str, reveals: &dyn Fn(&Code) -> String) -> Kind {
        match &question.kind {
            QuestionKind::Single { .. } => Kind::Single(self.options(question, name, reveals)),
            QuestionKind::MultiSelect { .. } => {
                let is_exclusive = |view: &OptionView| {
                    shown(question, self.respondent)
                        .iter()
                        .any(|choice| choice.exclusive && choice.code.as_str() == view.value)
                };
                let (exclusive, plain) = self.options(question, name, reveals).into_iter().partition(is_exclusive);
                Kind::Multi(plain, exclusive)
            }
            QuestionKind::Matrix { rows, options } => {
                Kind::Matrix(self.matrix(name, rows, options, question.dont_know.as_ref()))
            }
            QuestionKind::Ranking { max_ranks, .. } => Kind::Ranking(self.ranks(question, name, *max_ranks)),
            QuestionKind::Numeric { unit, max, decimals, .. } => Kind::Number(NumberView {
                value: self.filled.typed(name),
                unit: unit.as_ref().map_or(String::new(), |unit| self.voice.unit(unit)),
                width: if max.is_some_and(|max| max < 10_000.0) { "4" } else { "8" },
                keys: if *decimals == 0 { "numeric" } else { "decimal" },
            }),
            QuestionKind::Nps => Kind::Nps((0..=10).map(|number| self.grade(name, number)).collect()),
            QuestionKind::OpenText { max_length } => {
                Kind::Text(TextView { value: self.filled.typed(name), rows: if *max_length > 400 { 5 } else { 3 } })
            }
        }
    }

    /// Where there is nothing to choose, the way out has a field of its own.
    fn way_out(&self, question: &Question, name: &str) -> Option<(String, OptionView)> {
        let choice = question.dont_know.as_ref()?;
        match question.kind {
            QuestionKind::Matrix { .. } => None,
            QuestionKind::Single { .. } | QuestionKind::MultiSelect { .. } | QuestionKind::Nps => {
                Some((name.to_owned(), self.option(name, choice, false, "")))
            }
            QuestionKind::Ranking { .. } | QuestionKind::Numeric { .. } | QuestionKind::OpenText { .. } => {
                let name = format!("{name}.{DONT_KNOW}");
                let option = self.option(&name, choice, true, "");
                Some((name, option))
            }
        }
    }

    fn options(&self, question: &Question, name: &str, reveals: &dyn Fn(&Code) -> String) -> Vec<OptionView> {
        let choices = shown(question, self.respondent).into_iter().enumerate();
        choices.map(|(place, choice)| self.option(name, choice, place == 0, &reveals(&choice.code))).collect()
    }

    /// The first of a group has the group's name as its id, so that the error summary leads there.
    fn option(&self, name: &str, choice: &Choice, is_first: bool, reveals: &str) -> OptionView {
        let other = choice.other_text.then(|| format!("{name}.{}", choice.code));
        OptionView {
            id: if is_first { name.to_owned() } else { format!("{name}:{}", choice.code) },
            value: choice.code.to_string(),
            label: self.voice.say(&choice.label),
            checked: self.filled.has(name, choice.code.as_str()),
            reveals: reveals.to_owned(),
            other: other.map(|name| OtherView { value: self.filled.typed(&name), name }),
        }
    }

    fn grade(&self, name: &str, number: i64) -> OptionView {
        let value = number.to_string();
        OptionView {
            id: if number == 0 { name.to_owned() } else { format!("{name}:{number}") },
            label: value.clone(),
            checked: self.filled.has(name, &value),
            value,
            reveals: String::new(),
            other: None,
        }
    }

    fn matrix(&self, name: &str, rows: &[Row], options: &[Choice], dont_know: Option<&Choice>) -> MatrixView {
        let way_out = rows.iter().find_map(|row| row.dont_know.as_ref()).or(dont_know);
        let mut heads: Vec<String> = options.iter().map(|choice| self.voice.say(&choice.label)).collect();
        heads.extend(way_out.map(|choice| self.voice.say(&choice.label)));
        let rows: Vec<RowView> = rows.iter().map(|row| self.row(name, row, options)).collect();
        // Groups of the same size rather than a full one and a rest.
        let size = rows.len().div_ceil(rows.len().div_ceil(GRID_ROWS).max(1)).max(1);
        let mut rows = rows.into_iter().peekable();
        let mut groups = Vec::new();
        while rows.peek().is_some() {
            groups.push(rows.by_ref().take(size).collect());
        }
        MatrixView { columns: if heads.len() <= GRID_COLUMNS { heads.len() } else { 0 }, heads, groups }
    }

    fn row(&self, name: &str, row: &Row, options: &[Choice]) -> RowView {
        let name = format!("{name}.{}", row.code);
        let option = |(place, choice): (usize, &Choice)| self.option(&name, choice, place == 0, "");
        RowView {
            label: self.voice.say(&row.label),
            options: options.iter().enumerate().map(option).collect(),
            apart: row.dont_know.as_ref().map(|choice| self.option(&name, choice, false, "")),
            name,
        }
    }

    fn ranks(&self, question: &Question, name: &str, most: usize) -> Vec<RankView> {
        let offers = offered(self.questionnaire, question, self.answers);
        let rank = |place: usize| {
            let name = format!("{name}.{place}");
            let option = |code: &Code, label: String| {
                let chosen = self.filled.has(&name, code.as_str());
                (code.to_string(), label, chosen)
            };
            RankView {
                label: self
                    .voice
                    .words
                    .with_one("respond-rank", "place", i64::try_from(place).unwrap_or(0))
                    .into_owned(),
                options: offers.iter().map(|offer| option(offer.code, self.voice.say(offer.label))).collect(),
                name,
            }
        };
        (1..=most.min(offers.len())).map(rank).collect()
    }

    /// The questionnaire's help, then what the kind asks for.
    fn hint(&self, question: &Question) -> String {
        let help = question.help.as_ref().map(|help| self.voice.say(help));
        help.into_iter().chain(self.takes(question)).collect::<Vec<_>>().join(" ")
    }

    fn takes(&self, question: &Question) -> Option<String> {
        let words = self.voice.words;
        let count = |key: &str, count: usize| {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            words.with(key, &[("count", count.into()), ("number", words.integer(count).into())]).into_owned()
        };
        match &question.kind {
            QuestionKind::MultiSelect { max_choices: Some(most), .. } => Some(count("respond-hint-most", *most)),
            QuestionKind::MultiSelect { .. } => Some(words.text("respond-hint-several").into_owned()),
            QuestionKind::OpenText { max_length } => Some(count("respond-hint-length", *max_length)),
            _ => None,
        }
    }
}
