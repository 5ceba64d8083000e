//! A question as its template shows it: texts in one language, and what is filled in.

use std::collections::BTreeMap;

use rundfrage_shared::id::ResponseId;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::form::DONT_KNOW;
use rundfrage_shared::questionnaire::model::{Choice, Code, Question, QuestionKind, Questionnaire, Row};
use rundfrage_shared::questionnaire::order::shown;
use rundfrage_shared::questionnaire::route::offered;

use super::voice::Voice;

/// Rows of a matrix under one heading line.
const GRID_ROWS: usize = 7;
/// Columns that fit side by side on a wide screen.
const GRID_COLUMNS: usize = 7;

/// What is filled in, field by field: the stored answers, or what was just typed.
#[derive(Clone, Debug, Default)]
pub struct Filled(BTreeMap<String, Vec<String>>);

impl FromIterator<(String, String)> for Filled {
    fn from_iter<Fields: IntoIterator<Item = (String, String)>>(fields: Fields) -> Self {
        let mut filled = Self::default();
        for (name, value) in fields {
            filled.0.entry(name).or_default().push(value);
        }
        filled
    }
}

impl Filled {
    fn has(&self, name: &str, value: &str) -> bool {
        self.0.get(name).is_some_and(|values| values.iter().any(|known| known == value))
    }

    fn typed(&self, name: &str) -> String {
        self.0.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    fn is_touched(&self, question: &str) -> bool {
        let of_question = |name: &str| name.split('.').next() == Some(question);
        self.0.iter().any(|(name, values)| of_question(name) && values.iter().any(|value| !value.is_empty()))
    }
}

/// One question.
#[derive(Debug)]
pub struct QuestionView {
    /// The name of its field.
    pub name: String,
    /// The question.
    pub text: String,
    /// What helps to answer it, then how many answers it takes.
    pub hint: String,
    /// Shown by the style sheet as soon as the option with this number on the same page is chosen; 0: always shown.
    pub revealed_by: usize,
    /// Whether there is anything to take back.
    pub is_filled: bool,
    /// What it takes.
    pub kind: Kind,
    /// The way out, set apart from the answers, and the name of its field.
    pub apart: Option<(String, OptionView)>,
}

/// What a question takes.
#[derive(Debug)]
pub enum Kind {
    /// One option.
    Single(Vec<OptionView>),
    /// Several options; those in the second list rule out the others.
    Multi(Vec<OptionView>, Vec<OptionView>),
    /// One option a row.
    Matrix(MatrixView),
    /// An option for each rank.
    Ranking(Vec<RankView>),
    /// A number.
    Number(NumberView),
    /// 0 to 10.
    Nps(Vec<OptionView>),
    /// Free text.
    Text(TextView),
}

/// One radio or box.
#[derive(Debug)]
pub struct OptionView {
    /// Its id.
    pub id: String,
    /// What it sends.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is chosen.
    pub checked: bool,
    /// The numbers of the questions it reveals, as classes.
    pub reveals: String,
    /// The text of one's own that goes with it.
    pub other: Option<OtherView>,
}

/// "Other, namely".
#[derive(Debug)]
pub struct OtherView {
    /// The name of its field.
    pub name: String,
    /// What was typed.
    pub value: String,
}

/// A matrix.
#[derive(Debug)]
pub struct MatrixView {
    /// How many columns the grid has; 0 if it would be too wide for one.
    pub columns: usize,
    /// The headings of the columns.
    pub heads: Vec<String>,
    /// Its rows, at most seven together.
    pub groups: Vec<Vec<RowView>>,
}

/// A row of a matrix.
#[derive(Debug)]
pub struct RowView {
    /// The name of its field.
    pub name: String,
    /// What it says.
    pub label: String,
    /// Its options.
    pub options: Vec<OptionView>,
    /// Its way out.
    pub apart: Option<OptionView>,
}

/// One rank.
#[derive(Debug)]
pub struct RankView {
    /// The name of its field.
    pub name: String,
    /// "First place".
    pub label: String,
    /// What can take it: value, label, whether it does.
    pub options: Vec<(String, String, bool)>,
}

/// A number.
#[derive(Debug)]
pub struct NumberView {
    /// As it was typed.
    pub value: String,
    /// The unit.
    pub unit: String,
    /// How wide the field is, in characters.
    pub width: &'static str,
    /// `numeric` or `decimal`: the keys of a phone.
    pub keys: &'static str,
}

/// Free text.
#[derive(Debug)]
pub struct TextView {
    /// As it was typed.
    pub value: String,
    /// Lines to begin with.
    pub rows: usize,
}

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
