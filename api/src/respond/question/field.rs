//! What is typed: numbers, dates, lines and texts.

use rundfrage_shared::language::LocalText;
use rundfrage_shared::questionnaire::form::{HOURS, MINUTES};
use rundfrage_shared::questionnaire::model::{Moment, NumberFormat, Precision, TextFormat};
use rundfrage_shared::questionnaire::unit;

use super::Kind;
use super::make::Maker;

/// One line to type in.
#[derive(Clone, Debug, Default)]
pub struct FieldView {
    /// Its name.
    pub name: String,
    /// As it was typed.
    pub value: String,
    /// The type of the input.
    pub kind: &'static str,
    /// The keys of a phone, such as `numeric` or `email`.
    pub keys: &'static str,
    /// What a browser may fill in.
    pub autocomplete: &'static str,
    /// How wide the field is, in characters; nothing for all of the line.
    pub width: &'static str,
    /// The unit behind it.
    pub unit: String,
    /// The least value, where the browser knows what to do with it.
    pub min: String,
    /// The greatest.
    pub max: String,
    /// The distance between two.
    pub step: String,
}

/// Free text.
#[derive(Clone, Debug)]
pub struct TextView {
    /// As it was typed.
    pub value: String,
    /// Lines to begin with.
    pub rows: usize,
}

impl Maker<'_> {
    fn line(&self, name: &str) -> FieldView {
        FieldView {
            value: self.filled.typed(name),
            name: name.to_owned(),
            kind: "text",
            autocomplete: "off",
            ..FieldView::default()
        }
    }

    pub(super) fn number(&self, name: &str, format: &NumberFormat) -> FieldView {
        FieldView {
            keys: if format.decimals == 0 { "numeric" } else { "decimal" },
            width: if format.max.is_some_and(|max| max < 10_000.0) { "4" } else { "8" },
            unit: format.unit.as_ref().map_or(String::new(), |unit| unit::in_words(&self.voice.words, unit)),
            ..self.line(name)
        }
    }

    /// A field of the browser's own for numbers, whose values are written with a point in every language.
    pub(super) fn slider(
        &self,
        name: &str,
        format: &NumberFormat,
        step: f64,
        (low, high): (Option<&LocalText>, Option<&LocalText>),
    ) -> Kind {
        let bound = |bound: Option<f64>| bound.map_or(String::new(), |bound| bound.to_string());
        let field = self.number(name, format);
        let field = FieldView {
            value: field.value.replace(',', "."),
            kind: "number",
            min: bound(format.min),
            max: bound(format.max),
            step: step.to_string(),
            ..field
        };
        let end = |number: Option<f64>, text: Option<&LocalText>| {
            text.map_or(String::new(), |text| {
                format!("{} = {}", self.voice.number(number.unwrap_or_default()), self.voice.say(text))
            })
        };
        let ends = (end(format.min, low), end(format.max, high));
        Kind::Field(field, Some(ends).filter(|(low, high)| !(low.is_empty() && high.is_empty())))
    }

    pub(super) fn moment(&self, name: &str, moment: &Moment) -> FieldView {
        let field = self.line(name);
        match moment.precision {
            Precision::Day => FieldView {
                kind: "date",
                width: "8",
                min: moment.min.clone().unwrap_or_default(),
                max: moment.max.clone().unwrap_or_default(),
                ..field
            },
            Precision::Year => FieldView { keys: "numeric", width: "4", ..field },
            Precision::Time => FieldView { width: "4", ..field },
            Precision::Month | Precision::Quarter => {
                FieldView { value: as_people_write(&field.value), width: "8", ..field }
            }
        }
    }

    pub(super) fn duration(&self, name: &str) -> [FieldView; 2] {
        [(HOURS, "respond-hours"), (MINUTES, "respond-minutes")].map(|(part, unit)| FieldView {
            keys: "numeric",
            width: "4",
            unit: self.voice.text(unit),
            ..self.line(&format!("{name}.{part}"))
        })
    }

    pub(super) fn text(&self, name: &str, format: TextFormat, max_length: usize) -> Kind {
        if format == TextFormat::Lines {
            return Kind::Text(self.lines(name, max_length));
        }
        Kind::Field(self.one_line(name, format, max_length), None)
    }

    pub(super) fn lines(&self, name: &str, max_length: usize) -> TextView {
        TextView { value: self.filled.typed(name), rows: if max_length > 400 { 5 } else { 3 } }
    }

    pub(super) fn one_line(&self, name: &str, format: TextFormat, max_length: usize) -> FieldView {
        let field = self.line(name);
        let (kind, keys, autocomplete) = match format {
            TextFormat::Email => ("email", "email", "email"),
            TextFormat::Url => ("url", "url", "url"),
            TextFormat::Phone => ("tel", "tel", "tel"),
            TextFormat::Line | TextFormat::Lines => ("text", "", "off"),
        };
        let width = match format {
            TextFormat::Phone => "16",
            _ if max_length <= 12 => "8",
            _ if max_length <= 30 => "16",
            _ => "",
        };
        FieldView { kind, keys, autocomplete, width, ..field }
    }
}

/// `2026-11` as `11/2026` and `2026-Q4` as `Q4 2026`; whatever else was typed stays.
fn as_people_write(typed: &str) -> String {
    match typed.split_once('-') {
        Some((year, part)) if year.len() == 4 && part.starts_with('Q') => format!("{part} {year}"),
        Some((year, month)) if year.len() == 4 && month.len() == 2 => format!("{month}/{year}"),
        _ => typed.to_owned(),
    }
}
