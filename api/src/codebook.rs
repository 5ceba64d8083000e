//! The codebook of a questionnaire: what its columns mean, as Markdown to read or CSV to work with.

use std::fmt::Write as _;

use rundfrage_shared::language::{Language, LocalText};
use rundfrage_shared::questionnaire::model::{Precision, Questionnaire};
use rundfrage_shared::questionnaire::variables::{TooManyColumns, ValueLabel, Variable, VariableType, Variables};
use rundfrage_shared::text::Words;

use crate::spreadsheet::{UTF8_MARK, guarded, written};

/// The codebook of a questionnaire in one of its languages.
pub struct Codebook<'q> {
    questionnaire: &'q Questionnaire,
    variables: Variables,
    language: &'q Language,
    version: Option<i64>,
    words: Words,
}

impl<'q> Codebook<'q> {
    /// The codebook of `questionnaire`, which is version `version` if it was published. Texts that do not exist in
    /// `language` are in the questionnaire's default language.
    pub fn new(
        questionnaire: &'q Questionnaire,
        version: Option<i64>,
        language: &'q Language,
    ) -> Result<Self, TooManyColumns> {
        let variables = Variables::of_versions(&[(version.unwrap_or(1), questionnaire)])?;
        Ok(Self { questionnaire, variables, language, version, words: Words::nearest(language) })
    }

    fn label<'t>(&self, text: &'t LocalText) -> &'t str {
        text.get(self.language, &self.questionnaire.default_language)
    }

    /// The codebook to read.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        let title = self.words.with_one("codebook-title", "title", self.label(&self.questionnaire.title));
        let count = i64::try_from(self.variables.len()).unwrap_or(i64::MAX);
        let number = self.words.integer(count);
        let columns = self.words.with("codebook-columns", &[("count", count.into()), ("number", number.into())]);
        let version = self.version.map(|n| format!(" · {}", self.words.with_one("codebook-version", "n", n)));
        let _ = writeln!(out, "# {}\n", in_line(&title));
        let _ = writeln!(out, "`{}`{} · {columns}\n", self.questionnaire.code, version.unwrap_or_default());
        for variable in self.variables.iter() {
            self.entry(&mut out, variable);
        }
        out
    }

    fn entry(&self, out: &mut String, variable: &Variable) {
        let _ = writeln!(out, "## `{}`\n\n{}\n", variable.name, in_line(self.label(&variable.label)));
        let unit = variable.unit.as_ref().map(|unit| format!(" · {}: `{unit}`", self.words.text("codebook-unit")));
        let _ = writeln!(out, "{}{}\n", self.words.text(type_key(variable.variable_type)), unit.unwrap_or_default());
        for condition in &variable.conditions {
            let _ = writeln!(out, "{}: {}\n", self.words.text("codebook-condition"), in_code(condition));
        }
        for value in &variable.values {
            let _ = writeln!(out, "- `{}` {}", value.value, in_line(&self.value(value)));
        }
        if !variable.values.is_empty() {
            out.push('\n');
        }
    }

    fn value(&self, value: &ValueLabel) -> String {
        let label = self.label(&value.label);
        if value.is_missing { format!("{label} ({})", self.words.text("codebook-missing")) } else { label.to_owned() }
    }

    /// The codebook to work with: a line a column.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(UTF8_MARK.as_bytes().to_vec());
        let names = ["name", "label", "type", "unit", "values", "condition"];
        writer.write_record(names.map(|name| self.words.text(&format!("codebook-{name}")).into_owned()))?;
        for variable in self.variables.iter() {
            let values = variable.values.iter().map(|value| format!("{} = {}", value.value, self.value(value)));
            writer.write_record([
                guarded(&variable.name),
                guarded(self.label(&variable.label)),
                self.words.text(type_key(variable.variable_type)).into_owned(),
                guarded(variable.unit.as_deref().unwrap_or_default()),
                guarded(&values.collect::<Vec<_>>().join("; ")),
                guarded(&together(&variable.conditions)),
            ])?;
        }
        written(writer)
    }
}

const fn type_key(variable_type: VariableType) -> &'static str {
    match variable_type {
        VariableType::Choice => "codebook-type-choice",
        VariableType::Flag => "codebook-type-flag",
        VariableType::Number => "codebook-type-number",
        VariableType::Text => "codebook-type-text",
        VariableType::Moment(Precision::Day) => "codebook-type-date",
        VariableType::Moment(Precision::Month) => "codebook-type-month",
        VariableType::Moment(Precision::Quarter) => "codebook-type-quarter",
        VariableType::Moment(Precision::Year) => "codebook-type-year",
        VariableType::Moment(Precision::Time) => "codebook-type-time",
    }
}

/// A text on one line that Markdown takes as it stands.
fn in_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '!' => {
                out.push('\\');
                out.push(sign);
            }
            sign => out.push(sign),
        }
    }
    out
}

/// A condition as code; backticks in it need a longer fence.
fn in_code(text: &str) -> String {
    let text = text.replace('\n', " ");
    let longest = text.split(|sign| sign != '`').map(str::len).max().unwrap_or(0);
    let (fence, pad) = ("`".repeat(longest + 1), if longest > 0 { " " } else { "" });
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Several conditions that must hold, as one expression.
fn together(conditions: &[String]) -> String {
    match conditions {
        [only] => only.clone(),
        several => several.iter().map(|condition| format!("({condition})")).collect::<Vec<_>>().join(" && "),
    }
}

#[cfg(test)]
mod tests {
    use rundfrage_shared::questionnaire::read::read;

    use super::*;

    const EVERY_TYPE: &str = include_str!("../../shared/src/questionnaire/read/every_type.yaml");

    #[test]
    fn it_tells_every_column() {
        let (questionnaire, german) = (read(EVERY_TYPE.as_bytes()).unwrap(), Language::german());
        let book = Codebook::new(&questionnaire, Some(2), &german).unwrap();
        let markdown = book.markdown();
        assert!(markdown.starts_with("# Codebuch: Alles\n\n`try` · Version 2 · 24 Spalten\n"), "{markdown}");
        assert!(markdown.contains("## `cost`\n\nKosten\n\nZahl · Einheit: `eur`\n"), "{markdown}");
        assert!(markdown.contains("## `sites.2.heads`\n\nStandort 2 – Köpfe\n"), "{markdown}");
        assert!(markdown.contains("- `yes` ja\n"), "{markdown}");
        let csv = String::from_utf8(book.csv().unwrap()).unwrap();
        assert_eq!(csv.lines().count(), 25);
        assert!(csv.contains("\nstaff.x.women,Personal – X – Frauen,Zahl,,,\n"), "{csv}");
    }

    #[test]
    fn conditions_that_stand_one_inside_the_other_keep_their_meaning() {
        let conditions = |all: &[&str]| together(&all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        assert_eq!(conditions(&["a || b", "c || d"]), "(a || b) && (c || d)");
        assert_eq!((conditions(&["a || b"]), conditions(&[])), ("a || b".to_owned(), String::new()));
    }

    #[test]
    fn texts_cannot_break_the_markdown() {
        assert_eq!(in_line("a *b* <c>\n# d"), "a \\*b\\* \\<c\\> \\# d");
        assert_eq!(in_code("x == \"`\""), "`` x == \"`\" ``");
    }
}
