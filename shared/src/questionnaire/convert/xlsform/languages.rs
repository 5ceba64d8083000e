//! The languages of a form.

use super::super::report::{ASSUMED, NO_LANGUAGE, Report};
use super::heading::Field;
use super::table::{Column, Table};
use super::tag::tag;

/// Languages of a questionnaire.
const MOST: usize = 30;

/// Fields whose texts are taken over.
const FIELDS: [Field; 5] =
    [Field::Label, Field::Hint, Field::GuidanceHint, Field::ConstraintMessage, Field::RequiredMessage];

/// The languages of a form, the default one first.
pub struct Languages {
    /// Their tags.
    pub tags: Vec<String>,
    /// Each as it is written, in lower case, with its tag.
    written: Vec<(String, String)>,
}

impl Languages {
    /// Finds the languages in the headings; `default` is the one that the settings name.
    pub fn of(tables: &[&Table<'_>], default: &str, report: &mut Report) -> Self {
        let mut languages = Self { tags: Vec::new(), written: Vec::new() };
        let mut plain = false;
        for table in tables {
            let columns = table.columns.iter().filter(|column| FIELDS.contains(&column.heading.field));
            for column in columns {
                match &column.heading.language {
                    Some(written) => languages.add(written, table, column, report),
                    None => plain = true,
                }
            }
        }
        if default.is_empty() && plain && !languages.tags.iter().any(|tag| tag == "en") {
            report.replaced("the form", NO_LANGUAGE, ASSUMED);
        }
        languages.make_default(default, plain);
        languages
    }

    fn add(&mut self, written: &str, table: &Table<'_>, column: &Column<'_>, report: &mut Report) {
        if self.find(written).is_some() {
            return;
        }
        let (folded, place) = (written.to_lowercase(), table.heading_place(column));
        let known = tag(written);
        let namesake = known.as_ref().and_then(|tag| self.namesake(tag));
        if let Some(tag) = namesake.clone().filter(|tag| !self.stands_beside(tag, table, column)) {
            return self.written.push((folded, tag));
        }
        let reason = match &namesake {
            Some(tag) => format!("{written} stands beside another column in the language {tag}"),
            None => format!("no language is known by the name {written}"),
        };
        let found = known.filter(|tag| !self.tags.contains(tag));
        if found.is_none() {
            report.replaced(place.as_str(), reason, format!("the made-up tag {}", self.private()));
        }
        let tag = found.unwrap_or_else(|| self.private());
        if self.tags.len() == MOST {
            report.dropped(place, format!("a questionnaire has at most {MOST} languages"));
        } else {
            self.tags.push(tag.clone());
            self.written.push((folded, tag));
        }
    }

    /// A language that is there already: the same, or the only one of its kind where one of both names no country.
    fn namesake(&self, tag: &str) -> Option<String> {
        let (primary, has_country) = tag.split_once('-').map_or((tag, false), |(primary, _)| (primary, true));
        let is_kin = |other: &&String| match other.split_once('-') {
            Some((theirs, _)) => theirs == primary && !has_country,
            None => *other == primary,
        };
        let same = self.tags.iter().find(|other| *other == tag);
        let mut kin = self.tags.iter().filter(is_kin);
        same.or_else(|| kin.next().filter(|_| kin.next().is_none())).cloned()
    }

    /// Whether a sheet says the same in another column of this language, spelled otherwise.
    fn stands_beside(&self, tag: &str, table: &Table<'_>, column: &Column<'_>) -> bool {
        let others = table.columns.iter().filter(|other| other.heading.field == column.heading.field);
        let written = others.filter_map(|other| other.heading.language.as_deref());
        written.filter_map(|written| self.find(written)).any(|found| found == tag)
    }

    /// A tag that is reserved for private use and not taken here.
    fn private(&self) -> String {
        let free = ('a'..='z').map(|letter| format!("qa{letter}")).find(|tag| !self.tags.contains(tag));
        free.unwrap_or_else(|| format!("qb{}", self.tags.len()))
    }

    /// The default: what the settings say; else that of texts without a language, English; else the first column's.
    fn make_default(&mut self, written: &str, plain: bool) {
        let named = (!written.is_empty()).then(|| self.find(written).or_else(|| tag(written))).flatten();
        let english = (plain || self.tags.is_empty()).then(|| "en".into());
        let default = named.or(english).unwrap_or_else(|| self.tags[0].clone());
        self.tags.retain(|tag| *tag != default);
        self.tags.insert(0, default);
        self.tags.truncate(MOST);
    }

    fn find(&self, written: &str) -> Option<String> {
        let folded = written.to_lowercase();
        self.written.iter().find(|(known, _)| *known == folded).map(|(_, tag)| tag.clone())
    }

    /// The tag of texts below a heading with this language; without one it is the default.
    pub fn tag(&self, written: Option<&str>) -> Option<&str> {
        match written {
            None => self.tags.first().map(String::as_str),
            Some(written) => {
                let folded = written.to_lowercase();
                self.written.iter().find(|(known, _)| *known == folded).map(|(_, tag)| tag.as_str())
            }
        }
    }

    /// The default language.
    pub fn default(&self) -> &str {
        self.tags.first().map_or("en", String::as_str)
    }
}
