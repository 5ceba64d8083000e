//! The settings sheet.

use super::super::report::Report;
use super::survey::truth;
use super::table::{Table, UNSAVED};
use crate::questionnaire::problem::quoted;

/// What the settings say.
#[derive(Default)]
pub struct Settings<'s> {
    /// The name of a form that has neither an id nor a title.
    pub stand_in: &'s str,
    /// The title.
    pub title: String,
    /// The stable name.
    pub id: String,
    /// A number that counts up.
    pub version: Option<u32>,
    /// The language of texts that say none.
    pub default_language: String,
    /// Choices of one list may have one name.
    pub may_repeat: bool,
}

impl Settings<'_> {
    /// Reads the first row below the headings.
    pub fn read(table: Option<&Table<'_>>, report: &mut Report) -> Self {
        let mut settings = Self::default();
        let Some((table, row)) = table.and_then(|table| Some((table, table.rows().first()?))) else { return settings };
        table.tell_formulas(report);
        table.unsaved().for_each(|place| report.dropped(place, UNSAVED));
        if let Some(second) = table.rows().get(1) {
            report.dropped(table.row_place(second), "only the first row of the settings counts");
        }
        let mut others = Vec::new();
        for column in &table.columns {
            let text = table.cell(row, column.index);
            let key = column.written.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase();
            match key.as_str() {
                _ if text.is_empty() => {}
                "form_title" | "title" => text.clone_into(&mut settings.title),
                "form_id" | "id_string" => text.clone_into(&mut settings.id),
                "default_language" => text.clone_into(&mut settings.default_language),
                "allow_choice_duplicates" => settings.may_repeat = truth(text) == Some(true),
                "version" => {
                    settings.version = text.parse().ok().filter(|version| (1..=1_000_000).contains(version));
                    if settings.version.is_none() {
                        report.dropped(
                            table.heading_place(column),
                            format!("the version {} is no number up to 1000000", quoted(text)),
                        );
                    }
                }
                _ => others.push(column.written),
            }
        }
        if !others.is_empty() {
            let reason = format!("settings of the tool itself: {}", others.join(", "));
            report.dropped(table.row_place(row), reason);
        }
        settings
    }
}
