//! The attributes of a question: which were looked at, and what to say of the others.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Words in several languages, by the tag that the file has for a language.
pub type Words<'r> = BTreeMap<&'r str, &'r str>;

/// Attributes that concern the look, the statistics or the screen of one tool, and nothing that is asked.
const LOOKS: [&str; 66] = [
    "add_platform_info",
    "alphasort",
    "answer_width",
    "answer_width_bycolumn",
    "array_filter_style",
    "choice_input_columns",
    "commented_checkbox",
    "commented_checkbox_auto",
    "crypt",
    "cssclass",
    "display_columns",
    "display_rows",
    "display_type",
    "dropdown_dates",
    "dropdown_dates_minute_step",
    "dropdown_dates_month_style",
    "dropdown_prefix",
    "dropdown_prepostfix",
    "dropdown_separators",
    "dropdown_size",
    "exclude_all_others_auto",
    "fix_height",
    "fix_width",
    "hide_tip",
    "horizontal_scroll",
    "input_boxes",
    "input_size",
    "keep_aspect",
    "keep_codes_order",
    "label_input_columns",
    "location_city",
    "location_country",
    "location_defaultcoordinates",
    "location_mapheight",
    "location_mapwidth",
    "location_mapzoom",
    "location_nodefaultfromip",
    "location_postal",
    "location_state",
    "page_break",
    "public_statistics",
    "repeat_headings",
    "reverse",
    "samechoiceheight",
    "samelistheight",
    "scale_export",
    "showpopups",
    "slider_custom_handle",
    "slider_default_set",
    "slider_handle",
    "slider_middlestart",
    "slider_orientation",
    "slider_reset",
    "slider_reversed",
    "slider_showminmax",
    "statistics_graphtype",
    "statistics_showgraph",
    "statistics_showmap",
    "text_input_columns",
    "text_input_width",
    "thousands_separator",
    "time_limit_action",
    "time_limit_disable_next",
    "time_limit_disable_prev",
    "use_dropdown",
    "value_range_allows_missing",
];

/// Attributes that are texts of their own.
const TEXTS: [&str; 4] = ["choice_title", "placeholder", "printable_help", "rank_title"];

/// What only their editor of questions heeds.
const EDITOR: [&str; 2] = ["clear_default", "save_as_default"];

/// What exports say of attributes that nobody has set.
const UNSET: [(&str, &str); 17] = [
    ("display_columns", "1"),
    ("statistics_showgraph", "1"),
    ("statistics_showmap", "1"),
    ("time_limit_action", "1"),
    ("location_mapheight", "300"),
    ("location_mapwidth", "500"),
    ("location_mapzoom", "11"),
    ("dropdown_dates_minute_step", "1"),
    ("slider_default_set", "1"),
    ("slider_custom_handle", "f1ae"),
    ("show_totals", "X"),
    ("slider_separator", "|"),
    ("value_range_allows_missing", "1"),
    ("multiflexible_step", "1"),
    ("other_position", "default"),
    ("answer_order", "normal"),
    ("subquestion_order", "normal"),
];

/// What becomes of an attribute that was not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It concerns the look.
    Look,
    /// It is a text that respondents read.
    Text,
    /// It fills in an answer beforehand.
    Default,
    /// It limits the time for an answer.
    TimeLimit,
    /// It means something that is not carried over.
    Meaning,
}

/// The attributes of a question.
#[derive(Debug, Default)]
pub struct Settings<'r> {
    all: BTreeMap<&'r str, Words<'r>>,
    seen: RefCell<BTreeSet<&'r str>>,
}

impl<'r> Settings<'r> {
    /// Adds a row of the table; `language` is empty where the attribute is the same in all.
    pub fn add(&mut self, name: &'r str, language: &'r str, value: &'r str) {
        if !value.trim().is_empty() {
            self.all.entry(name).or_default().insert(language, value.trim());
        }
    }

    /// The attribute's value, empty where it is not set.
    pub fn get(&self, name: &str) -> &'r str {
        self.words(name).and_then(|words| words.values().next().copied()).unwrap_or("")
    }

    /// Whether the attribute is on.
    pub fn is_on(&self, name: &str) -> bool {
        matches!(self.get(name), "1" | "Y" | "y")
    }

    /// The first of several names of one attribute that is set.
    pub fn first(&self, names: &[&str]) -> &'r str {
        // All of them count as looked at.
        let found: Vec<_> = names.iter().map(|name| self.get(name)).collect();
        found.into_iter().find(|value| !value.is_empty()).unwrap_or("")
    }

    /// The attribute in each language.
    pub fn words(&self, name: &str) -> Option<&Words<'r>> {
        let (name, words) = self.all.get_key_value(name)?;
        self.seen.borrow_mut().insert(name);
        Some(words)
    }

    /// The attributes that nobody has looked at and that are set to something.
    pub fn left(&self) -> Vec<(&'r str, &'r str, Left)> {
        let seen = self.seen.borrow();
        let unseen = self.all.iter().filter(|(name, _)| !seen.contains(*name));
        let set = unseen.filter_map(|(name, words)| Some((*name, words.values().next().copied()?)));
        let set = set.filter(|pair| !matches!(pair.1, "0" | "N") && !UNSET.contains(pair) && !EDITOR.contains(&pair.0));
        set.map(|(name, value)| (name, value, kind(name))).collect()
    }
}

fn kind(name: &str) -> Left {
    if LOOKS.contains(&name) {
        Left::Look
    } else if TEXTS.contains(&name) {
        Left::Text
    } else if name == "slider_default" {
        Left::Default
    } else if name.starts_with("time_limit") {
        Left::TimeLimit
    } else {
        Left::Meaning
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_looked_at_is_left() {
        let mut settings = Settings::default();
        for (name, value) in [("hidden", "0"), ("cssclass", "x"), ("time_limit", "60"), ("magic", "1"), ("prefix", "a")]
        {
            settings.add(name, "", value);
        }
        assert_eq!((settings.get("prefix"), settings.get("suffix"), settings.is_on("hidden")), ("a", "", false));
        let expected =
            [("cssclass", "x", Left::Look), ("magic", "1", Left::Meaning), ("time_limit", "60", Left::TimeLimit)];
        assert_eq!(settings.left(), expected);
    }
}
