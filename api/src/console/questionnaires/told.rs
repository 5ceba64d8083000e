//! What became of a file of another tool, in words. Nothing is stored while it is looked at, so the page carries it in a field.

use rundfrage_shared::questionnaire::convert::{Notice, Outcome, Report, Tool};
use serde::{Deserialize, Serialize};

use crate::page::Page;

/// Notices that the page shows; whoever has more reads them on the command line.
const MOST_SHOWN: usize = 500;

/// What became of a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Told {
    file: String,
    tool: String,
    questions: usize,
    carried: usize,
    replaced: usize,
    dropped: usize,
    /// Notices that are not shown.
    more: usize,
    /// What was not carried over as it was.
    pub notices: Vec<Line>,
}

/// One thing that was not carried over as it was.
#[derive(Debug, Serialize, Deserialize)]
pub struct Line {
    /// Where it stands in the file.
    pub place: String,
    /// Why.
    pub reason: String,
    /// What stands instead; nothing for what is left out.
    pub instead: Option<String>,
}

impl From<Notice> for Line {
    fn from(Notice { place, reason, outcome }: Notice) -> Self {
        let instead = if let Outcome::Replaced(by) = outcome { Some(by) } else { None };
        Self { place, reason, instead }
    }
}

impl Told {
    /// What became of the file `name` of `tool`.
    pub fn new(name: &str, tool: Tool, report: Report) -> Self {
        let Report { questions, carried, replaced, dropped, notices, untold, .. } = report;
        let more = (notices.len() + untold).saturating_sub(MOST_SHOWN);
        let notices = notices.into_iter().take(MOST_SHOWN).map(Line::from).collect();
        let (file, tool) = (name.to_owned(), tool.name().to_owned());
        Self { file, tool, questions, carried, replaced, dropped, more, notices }
    }

    /// As the page has carried it; nothing where that is none of ours.
    pub fn unpacked(text: &str) -> Option<Self> {
        let mut told: Self = serde_json::from_str(text).ok()?;
        told.notices.truncate(MOST_SHOWN);
        Some(told)
    }

    /// As the page carries it.
    pub fn packed(&self) -> String {
        // Plain texts and numbers: writing them down cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Where it comes from.
    pub fn origin(&self, page: &Page) -> String {
        let values = [("file", self.file.as_str().into()), ("tool", self.tool.as_str().into())];
        page.words.with("console-take-over-from", &values).into_owned()
    }

    /// How many questions were carried over, and how.
    pub fn counts(&self, page: &Page) -> Vec<String> {
        let always = [("console-take-over-questions", self.questions), ("console-take-over-carried", self.carried)];
        let some = [
            ("console-take-over-replaced", self.replaced),
            ("console-take-over-dropped", self.dropped),
            ("console-take-over-more", self.more),
        ];
        let some = some.into_iter().filter(|(_, number)| *number > 0);
        always.into_iter().chain(some).map(|(key, number)| page.tn(key, number).into_owned()).collect()
    }
}
