//! The columns of one version.

use super::label::Labels;
use super::{MOST, Source, Take, TooManyColumns, ValueLabel, Variable, VariableType};
use crate::language::LocalText;
use crate::questionnaire::expression::Type;
use crate::questionnaire::model::{
    Cell, Choice, Code, Column, NumberFormat, Question, QuestionKind, Questionnaire, RankingSource, Row, TextFormat,
};

/// The columns of `questionnaire`, which is version `number`, in its order.
pub fn of_version(number: i64, questionnaire: &Questionnaire) -> Result<Vec<Variable>, TooManyColumns> {
    let mut columns = Columns { number, questionnaire, labels: Labels::of(questionnaire), found: vec![], more: false };
    for section in &questionnaire.sections {
        let conditions: Vec<String> = section.show_if.iter().map(|condition| condition.source().to_owned()).collect();
        for question in &section.questions {
            let place = Place {
                name: question.code.to_string(),
                label: question.text.clone(),
                conditions: with_condition(&conditions, question),
                source: Source { question: question.code.clone(), item: None, cell: None, take: Take::Value },
            };
            columns.question(question, &place);
        }
    }
    if columns.more { Err(TooManyColumns) } else { Ok(columns.found) }
}

fn with_condition(outer: &[String], question: &Question) -> Vec<String> {
    let own = question.show_if.iter().map(|condition| condition.source().to_owned());
    outer.iter().cloned().chain(own).collect()
}

/// What a column has from the question or the part of it that it belongs to.
#[derive(Clone)]
struct Place {
    name: String,
    label: LocalText,
    conditions: Vec<String>,
    source: Source,
}

struct Columns<'q> {
    number: i64,
    questionnaire: &'q Questionnaire,
    labels: Labels<'q>,
    found: Vec<Variable>,
    /// There are more than can be held.
    more: bool,
}

impl Columns<'_> {
    fn add(&mut self, place: &Place, variable_type: VariableType, unit: Option<String>, values: Vec<ValueLabel>) {
        if self.found.len() == MOST {
            self.more = true;
            return;
        }
        let Place { name, label, conditions, source } = place.clone();
        self.found.push(Variable {
            name,
            label,
            variable_type,
            values,
            unit,
            conditions,
            is_contact: false,
            versions: vec![self.number],
            source,
        });
    }

    /// The place of a part.
    fn part(&self, place: &Place, code: &Code, label: &LocalText, take: Take) -> Place {
        Place {
            name: format!("{}.{code}", place.name),
            label: self.labels.joined(&place.label, label),
            conditions: place.conditions.clone(),
            source: Source { take, ..place.source.clone() },
        }
    }

    fn question(&mut self, question: &Question, place: &Place) {
        let way_out = question.dont_know.as_ref();
        let number = |format: &NumberFormat| (VariableType::Number, format.unit.clone());
        let (variable_type, unit) = match &question.kind {
            QuestionKind::Single { options, .. } => return self.single(place, options, way_out),
            QuestionKind::MultiSelect { options, .. } => return self.ticked(place, options, way_out),
            QuestionKind::Matrix { rows, options } => return self.matrix(place, rows, options),
            QuestionKind::Table { rows, columns } => return self.table(place, rows, columns),
            QuestionKind::Ranking { source, .. } => return self.ranking(place, source, way_out),
            QuestionKind::Consent { .. } => return self.words(place, &["yes"], way_out),
            QuestionKind::Summary { .. } => return self.words(place, &["yes", "no"], way_out),
            QuestionKind::Group { max, questions, label, .. } => {
                return self.group(place, *max, questions, label.as_ref());
            }
            QuestionKind::Rating { from, to, low, high, .. } => {
                let ends = [(*from, low), (*to, high)];
                return self.rating(place, ends, way_out);
            }
            QuestionKind::Upload(_) => return self.files(place, way_out),
            QuestionKind::Note => return,
            QuestionKind::Nps => (VariableType::Number, None),
            QuestionKind::Numeric(format) | QuestionKind::Slider { format, .. } => number(format),
            QuestionKind::Duration { .. } => (VariableType::Number, Some("minutes".to_owned())),
            QuestionKind::Moment(moment) => (VariableType::Moment(moment.precision), None),
            QuestionKind::Text { format, .. } => return self.text(place, *format, way_out),
            QuestionKind::Calculated { value, unit, .. } => (calculated(value.ty()), unit.clone()),
        };
        self.add(place, variable_type, unit, vec![]);
        self.way_out(place, way_out);
    }

    fn text(&mut self, place: &Place, format: TextFormat, way_out: Option<&Choice>) {
        self.add(place, VariableType::Text, None, vec![]);
        if let Some(added) = self.found.last_mut() {
            added.is_contact = matches!(format, TextFormat::Email | TextFormat::Phone);
        }
        self.way_out(place, way_out);
    }

    /// The marker of "don't know" beside a column that cannot hold it.
    fn way_out(&mut self, place: &Place, way_out: Option<&Choice>) {
        if let Some(choice) = way_out {
            let marker = self.part(place, &choice.code, &choice.label, Take::WayOut(choice.code.clone()));
            self.add(&marker, VariableType::Flag, None, vec![]);
        }
    }

    fn single(&mut self, place: &Place, options: &[Choice], way_out: Option<&Choice>) {
        self.add(place, VariableType::Choice, None, values(options, way_out));
        self.own_words(place, options);
    }

    fn own_words(&mut self, place: &Place, options: &[Choice]) {
        for choice in options.iter().filter(|choice| choice.other_text) {
            let mut words = self.part(place, &choice.code, &choice.label, Take::Words(choice.code.clone()));
            words.name.push_str(".text");
            self.add(&words, VariableType::Text, None, vec![]);
        }
    }

    fn words(&mut self, place: &Place, codes: &[&str], way_out: Option<&Choice>) {
        let choice =
            |code: &&str| Some(Choice::plain(Code::parse(code).ok()?, self.labels.word(&format!("respond-{code}"))));
        let options: Vec<Choice> = codes.iter().filter_map(choice).collect();
        self.add(place, VariableType::Choice, None, values(&options, way_out));
    }

    fn rating(&mut self, place: &Place, ends: [(i64, &Option<LocalText>); 2], way_out: Option<&Choice>) {
        let label = |(value, label): (i64, &Option<LocalText>)| {
            Some(ValueLabel { value: value.to_string(), label: label.clone()?, is_missing: false })
        };
        self.add(place, VariableType::Number, None, ends.into_iter().filter_map(label).collect());
        self.way_out(place, way_out);
    }

    fn ticked(&mut self, place: &Place, options: &[Choice], way_out: Option<&Choice>) {
        for choice in options {
            let part = self.part(place, &choice.code, &choice.label, Take::Ticked(choice.code.clone()));
            self.add(&part, VariableType::Flag, None, vec![]);
            if choice.other_text {
                self.own_words(place, std::slice::from_ref(choice));
            }
        }
        self.way_out(place, way_out);
    }

    fn matrix(&mut self, place: &Place, rows: &[Row], options: &[Choice]) {
        for row in rows {
            let part = self.of_row(place, row, Take::Row(row.code.clone()));
            self.add(&part, VariableType::Choice, None, values(options, row.dont_know.as_ref()));
        }
    }

    fn of_row(&self, place: &Place, row: &Row, take: Take) -> Place {
        let mut part = self.part(place, &row.code, &row.label, take);
        part.conditions.extend(row.show_if.iter().map(|condition| condition.source().to_owned()));
        part
    }

    fn table(&mut self, place: &Place, rows: &[Row], columns: &[Column]) {
        for row in rows {
            let of_row = self.of_row(place, row, Take::Value);
            for column in columns {
                // A column without a heading is the only one; its name says nothing.
                let is_only = column.label.0.is_empty();
                let mut part =
                    if is_only { of_row.clone() } else { self.part(&of_row, &column.code, &column.label, Take::Value) };
                part.source.cell = Some((row.code.clone(), column.code.clone()));
                self.cell(&part, &column.cell, row.dont_know.as_ref());
            }
        }
    }

    fn cell(&mut self, place: &Place, cell: &Cell, way_out: Option<&Choice>) {
        let (variable_type, unit) = match cell {
            Cell::Single(options) => return self.single(place, options, way_out),
            Cell::MultiSelect(options) => return self.ticked(place, options, way_out),
            Cell::Number(format) => (VariableType::Number, format.unit.clone()),
            Cell::Text { .. } => (VariableType::Text, None),
            Cell::Moment(moment) => (VariableType::Moment(moment.precision), None),
        };
        self.add(place, variable_type, unit, vec![]);
        self.way_out(place, way_out);
    }

    fn ranking(&mut self, place: &Place, source: &RankingSource, way_out: Option<&Choice>) {
        for (code, label) in offers(self.questionnaire, source) {
            let part = self.part(place, code, label, Take::Rank(code.clone()));
            self.add(&part, VariableType::Number, None, vec![]);
        }
        self.way_out(place, way_out);
    }

    /// How many there are: the name of a file may name the company.
    fn files(&mut self, place: &Place, way_out: Option<&Choice>) {
        let count = Place { source: Source { take: Take::Items, ..place.source.clone() }, ..place.clone() };
        self.add(&count, VariableType::Number, Some("files".to_owned()), vec![]);
        self.way_out(place, way_out);
    }

    fn group(&mut self, place: &Place, max: usize, questions: &[Question], item: Option<&LocalText>) {
        let count = Place { source: Source { take: Take::Items, ..place.source.clone() }, ..place.clone() };
        self.add(&count, VariableType::Number, None, vec![]);
        for index in 0..max {
            let number = self.labels.number(index + 1);
            let called = item.map_or_else(|| self.labels.joined(&place.label, &number), |item| joined(item, index + 1));
            for question in questions {
                if self.more {
                    return;
                }
                let inner = Place {
                    name: format!("{}.{}.{}", place.name, index + 1, question.code),
                    label: self.labels.joined(&called, &question.text),
                    conditions: with_condition(&place.conditions, question),
                    source: Source { item: Some((index, question.code.clone())), ..place.source.clone() },
                };
                self.question(question, &inner);
            }
        }
    }
}

/// `Site 2`.
fn joined(item: &LocalText, number: usize) -> LocalText {
    LocalText(item.0.iter().map(|(language, text)| (language.clone(), format!("{text} {number}"))).collect())
}

/// What the values of a choice mean.
fn values(options: &[Choice], way_out: Option<&Choice>) -> Vec<ValueLabel> {
    let label = |choice: &Choice, is_missing| ValueLabel {
        value: choice.code.to_string(),
        label: choice.label.clone(),
        is_missing,
    };
    options.iter().map(|choice| label(choice, false)).chain(way_out.map(|choice| label(choice, true))).collect()
}

/// Everything that a ranking can ever offer.
fn offers<'q>(questionnaire: &'q Questionnaire, source: &'q RankingSource) -> Vec<(&'q Code, &'q LocalText)> {
    let of = |choices: &'q [Choice]| choices.iter().map(|choice| (&choice.code, &choice.label)).collect();
    match source {
        RankingSource::Options(options) => of(options),
        RankingSource::Selected(from) | RankingSource::Rows(from) => {
            match questionnaire.question(from.as_str()).map(|question| &question.kind) {
                Some(QuestionKind::MultiSelect { options, .. }) => of(options),
                Some(QuestionKind::Matrix { rows, .. }) => rows.iter().map(|row| (&row.code, &row.label)).collect(),
                _ => vec![],
            }
        }
    }
}

/// What a calculated value is kept as.
fn calculated(ty: &Type) -> VariableType {
    match ty {
        Type::Number => VariableType::Number,
        Type::Bool | Type::Choice(_) => VariableType::Choice,
        _ => VariableType::Text,
    }
}
