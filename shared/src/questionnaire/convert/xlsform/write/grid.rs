//! Rows whose columns come into being as they are needed.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// A column; texts have one for each language, by its place among the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Of a choice.
    ListName,
    Type,
    Name,
    Label(usize),
    Hint(usize),
    Required,
    RequiredMessage(usize),
    Relevant,
    Constraint,
    ConstraintMessage(usize),
    Calculation,
    ChoiceFilter,
    RepeatCount,
    ReadOnly,
    Appearance,
    Parameters,
    /// What a filter looks at.
    Filter,
    /// By its heading.
    Plain(&'static str),
}

impl Key {
    fn heading(self, languages: &[String]) -> String {
        let of =
            |field: &str, language: usize| format!("{field}::{}", languages.get(language).map_or("", String::as_str));
        match self {
            Self::ListName => "list_name".into(),
            Self::Type => "type".into(),
            Self::Name => "name".into(),
            Self::Label(language) => of("label", language),
            Self::Hint(language) => of("hint", language),
            Self::Required => "required".into(),
            Self::RequiredMessage(language) => of("required_message", language),
            Self::Relevant => "relevant".into(),
            Self::Constraint => "constraint".into(),
            Self::ConstraintMessage(language) => of("constraint_message", language),
            Self::Calculation => "calculation".into(),
            Self::ChoiceFilter => "choice_filter".into(),
            Self::RepeatCount => "repeat_count".into(),
            Self::ReadOnly => "read_only".into(),
            Self::Appearance => "appearance".into(),
            Self::Parameters => "parameters".into(),
            Self::Filter => "only_for".into(),
            Self::Plain(heading) => heading.into(),
        }
    }
}

/// The column that filters look at, as it is named in them.
pub const FILTER: &str = "only_for";

/// A row.
pub type Cells = Vec<(Key, String)>;

/// Rows of a sheet.
#[derive(Default)]
pub struct Rows(Vec<Cells>);

impl Rows {
    /// Adds a row.
    pub fn add(&mut self, cells: Cells) {
        self.0.push(cells);
    }

    /// Adds a row before all others.
    pub fn add_first(&mut self, cells: Cells) {
        self.0.insert(0, cells);
    }

    /// Writes them below their headings. Every cell is a text, whatever it begins with: none is ever a formula.
    pub fn write(&self, sheet: &mut Worksheet, languages: &[String], bold: &Format) -> Result<(), XlsxError> {
        let keys: BTreeSet<Key> =
            self.0.iter().flatten().filter(|(_, text)| !text.is_empty()).map(|(key, _)| *key).collect();
        let columns: BTreeMap<Key, u16> = keys.into_iter().zip(0..).collect();
        for (key, column) in &columns {
            sheet.write_string_with_format(0, *column, key.heading(languages), bold)?;
        }
        for (row, cells) in (1..).zip(&self.0) {
            for (key, text) in cells.iter().filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, columns[key], text)?;
            }
        }
        Ok(())
    }
}
