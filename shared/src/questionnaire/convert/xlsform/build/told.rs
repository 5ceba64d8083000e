//! Notices that stand for many things of one kind.

use std::collections::{BTreeMap, HashSet};

use super::super::heading::Field;
use super::super::place::{MOST_NUMBERS, numbers};
use super::super::survey::truth;
use super::Builder;
use super::kobo::LISTS;
use crate::questionnaire::problem::counted;

/// What is told at the end, together.
#[derive(Default)]
pub struct Told {
    /// Texts that are missing, by language.
    pub missing: BTreeMap<String, usize>,
    /// Appearances that only concern the look, by name.
    pub looks: BTreeMap<String, usize>,
    /// Rows of what the device notes by itself.
    pub metadata: Vec<u32>,
    /// Texts that stand in the default language twice.
    pub doubled: usize,
    /// Texts with bold words, links or colours.
    pub markup: usize,
    /// Choices whose name is no code, with the code.
    pub renamed: BTreeMap<String, String>,
    /// Choices without a label.
    pub unlabelled: usize,
    /// Choices that no answer can bring up.
    pub never: usize,
    /// Rows whose words for a missing answer were taken.
    pub says_needed: HashSet<u32>,
    /// Longer help texts that stand with the short ones.
    pub guidance: usize,
}

impl Builder<'_, '_> {
    /// Tells what was counted.
    pub(super) fn tell(&mut self) {
        let told = std::mem::take(&mut self.told);
        let default = self.languages.default().to_owned();
        for (language, count) in told.missing {
            let by = if language == default {
                "the texts of another language".into()
            } else {
                format!("the texts in {default}")
            };
            self.report.replaced(format!("language {language}"), format!("{} missing", counted(count, "text")), by);
        }
        if !told.looks.is_empty() {
            let looks: Vec<_> = told.looks.iter().take(40).map(|(look, count)| format!("{look} ({count})")).collect();
            self.report.dropped("appearance", format!("only the look: {}", looks.join(", ")));
        }
        if !told.metadata.is_empty() {
            let reason =
                format!("the device notes these by itself, which nothing here does: rows {}", numbers(&told.metadata));
            self.report.dropped("sheet survey", reason);
        }
        if told.doubled > 0 {
            let reason = format!("without a language and otherwise in {default}: {}", counted(told.doubled, "text"));
            self.report.replaced("texts", reason, "those in the columns that name it");
        }
        if told.markup > 0 {
            let reason = format!("{} with bold words, links or colours", counted(told.markup, "text"));
            self.report.replaced("texts", reason, "their words alone");
        }
        if told.guidance > 0 {
            let reason = format!("{} with a guidance hint", counted(told.guidance, "question"));
            self.report.replaced("guidance_hint", reason, "one help text with both");
        }
        if !told.renamed.is_empty() {
            let names = told.renamed.iter().take(20).map(|(name, code)| format!("{name} is {code}"));
            let reason = format!("{} with names that are no codes", counted(told.renamed.len(), "choice"));
            self.report.replaced("choices", reason, names.collect::<Vec<_>>().join(", "));
        }
        if told.unlabelled > 0 {
            self.report.replaced(
                "choices",
                format!("{} without a label", counted(told.unlabelled, "choice")),
                "their names",
            );
        }
        if told.never > 0 {
            self.report.dropped(
                "choices",
                format!("{} that the filters of their questions never offer", counted(told.never, "choice")),
            );
        }
        self.tell_columns(&told.says_needed);
        self.tell_choices();
    }

    /// Tells that something without an answer is marked as needed, or bound by a rule.
    pub(super) fn tell_unanswered(&mut self, line: usize, reason: &str) {
        let is_needed = truth(self.get(line, &Field::Required)) != Some(false);
        let is_bound = !self.get(line, &Field::Constraint).is_empty();
        for (field, is_set) in [(Field::Required, is_needed), (Field::Constraint, is_bound)] {
            if is_set {
                let place = self.place(line, &field);
                self.report.dropped(place, reason);
            }
        }
    }

    /// One notice for each column of the survey that nothing is made of.
    fn tell_columns(&mut self, says_needed: &HashSet<u32>) {
        let table = self.survey.table;
        for column in &table.columns {
            let reason = match &column.heading.field {
                Field::RequiredMessage => "we say in our own words that an answer is missing".to_owned(),
                Field::ListName => "lists belong to the sheet choices".to_owned(),
                Field::Other(name) if LISTS.contains(&name.as_str()) => continue,
                Field::Other(name) => why(name),
                _ => continue,
            };
            let is_needed = column.heading.field == Field::RequiredMessage;
            let filled = self.survey.lines.iter().filter(|line| !table.cell(line.row, column.index).is_empty());
            let filled = filled.map(|line| line.row.number);
            let filled: Vec<u32> = filled.filter(|row| !(is_needed && says_needed.contains(row))).collect();
            if !filled.is_empty() {
                self.report.dropped(table.heading_place(column), format!("{reason}: rows {}", numbers(&filled)));
            }
        }
    }

    /// What is left over in the choices: columns and lists.
    fn tell_choices(&mut self) {
        let sheets = self.lists.tables;
        for (table, column) in sheets.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column))) {
            let is_taken = matches!(&column.heading.field, Field::ListName | Field::Name | Field::Label)
                || self.looked_at.borrow().contains(column.written)
                || (column.written == "value" && table.column(&Field::Name).is_none());
            let filled = table.rows().iter().filter(|row| !table.cell(row, column.index).is_empty());
            let filled: Vec<u32> = filled.map(|row| row.number).collect();
            if !is_taken && !filled.is_empty() {
                let name = if let Field::Other(name) = &column.heading.field { name.as_str() } else { "" };
                self.report.dropped(table.heading_place(column), format!("{}: rows {}", why(name), numbers(&filled)));
            }
        }
        let unused: Vec<_> = self.lists.names.iter().copied().filter(|name| !self.bases.contains_key(*name)).collect();
        if !unused.is_empty() {
            let names = unused.iter().take(MOST_NUMBERS).copied().collect::<Vec<_>>().join(", ");
            self.report.dropped(
                "choices",
                format!("{} that no question in ours uses: {names}", counted(unused.len(), "list")),
            );
        }
    }
}

/// Why a column is left out.
fn why(name: &str) -> String {
    let key = name.to_lowercase();
    let begins = |names: &[&str]| names.iter().any(|name| key.starts_with(name));
    if begins(&["default"]) {
        "nothing is filled in beforehand here".into()
    } else if begins(&["image", "audio", "video", "big-image", "media", "autoplay"]) {
        "pictures and recordings lie beside the form, not in it".into()
    } else if begins(&["trigger"]) {
        "values follow from answers at any time, not when one changes".into()
    } else if begins(&["body", "bind", "instance", "control"]) {
        "settings of the tool itself".into()
    } else {
        "this column has no meaning here".into()
    }
}
