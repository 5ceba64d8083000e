//! What is told once for all its places.

use std::collections::{BTreeMap, HashMap};

use super::super::report::{Notice, Outcome, Report};
use crate::name::excerpt;

/// Characters of the places that one notice names; further ones follow in another.
const LONGEST: usize = 700;
/// Characters of one place.
const LONGEST_PLACE: usize = 200;

/// What is left out without a counterpart, wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What options count in assessments.
    Marks,
    /// Default answers.
    Defaults,
    /// Answers that are encrypted one by one.
    Encrypted,
    /// Scripts.
    Scripts,
    /// The look, and what tables and exports show.
    Look,
    /// Texts that stand neither in the question nor in its help.
    Texts,
    /// Themes.
    Themes,
    /// Limits of time.
    TimeLimits,
}

impl Kind {
    /// What it is, and why it is left out.
    const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Marks => (
                "assessment values",
                "answers are not marked; what options count for an index is the key score, from -1 to 1",
            ),
            Self::Defaults => ("default answers", "answers are never filled in beforehand"),
            Self::Encrypted => ("encrypted answers", "answers are not encrypted one by one"),
            Self::Scripts => ("scripts", "questions have no scripts of their own"),
            Self::Look => ("settings of the look", "pages, tables and exports have a look of their own"),
            Self::Texts => ("texts in fields and above lists", "questions have a text and a help and no others"),
            Self::Themes => ("themes of questions", "questions have a look of their own"),
            Self::TimeLimits => ("time limits", "answering takes as long as it takes"),
        }
    }
}

/// What was left out: by kind, then what of it, then where.
#[derive(Debug, Default)]
pub struct Grouped(BTreeMap<Kind, BTreeMap<String, Vec<String>>>);

impl Grouped {
    /// Adds a place; `what` is empty where the kind says it all.
    pub fn add(&mut self, kind: Kind, what: &str, place: &str) {
        self.0.entry(kind).or_default().entry(what.to_owned()).or_default().push(excerpt(place, LONGEST_PLACE));
    }

    /// Tells all of it.
    pub fn tell(self, report: &mut Report) {
        for (kind, all) in self.0 {
            let (name, why) = kind.told();
            for (count, places) in lines(&all) {
                report.dropped(name, format!("{why}: {count} ({places})"));
            }
        }
    }
}

/// The places in as many lines as it takes, each with their number.
fn lines(all: &BTreeMap<String, Vec<String>>) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (what, places) in all {
        let mut begins = true;
        for place in places {
            if lines.last().is_none_or(|(_, line)| line.len() > LONGEST) {
                lines.push((0, String::new()));
                begins = true;
            }
            let Some((count, line)) = lines.last_mut() else { continue };
            let joint = if line.is_empty() {
                ""
            } else if begins && !what.is_empty() {
                "; "
            } else {
                ", "
            };
            let what = if begins && !what.is_empty() { format!("{what} of ") } else { String::new() };
            line.extend([joint, &what, place]);
            (*count, begins) = (*count + 1, false);
        }
    }
    lines
}

/// Puts notices that say the same into one with all their places, at the place of the first.
pub fn gathered(notices: Vec<Notice>) -> Vec<Notice> {
    let mut all: Vec<Notice> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for notice in notices {
        let by = if let Outcome::Replaced(by) = &notice.outcome { by.clone() } else { String::new() };
        let last = known.entry((notice.reason.clone(), by)).or_insert(all.len());
        match all.get_mut(*last) {
            Some(same) if same.place.len() + notice.place.len() <= LONGEST => {
                same.place.extend(["; ", &notice.place]);
            }
            _ => {
                // There is none yet, or it is full: what follows joins this one.
                *last = all.len();
                all.push(notice);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_named_in_as_many_lines_as_it_takes() {
        let (mut grouped, mut report) = (Grouped::default(), Report::default());
        for number in 0..300 {
            grouped.add(Kind::Look, if number % 2 == 0 { "cssclass" } else { "hide_tip" }, &format!("q{number:03}"));
        }
        grouped.tell(&mut report);
        let told: Vec<_> = report.notices.iter().map(ToString::to_string).collect();
        assert!(told.len() > 1 && told.iter().all(|line| line.ends_with("); left out")), "{told:?}");
        assert!((0..300).all(|number| told.iter().any(|line| line.contains(&format!("q{number:03}")))));
        assert!(
            told[0].contains(" (cssclass of q000, q002, ") && told[1].contains("; hide_tip of q001, q003"),
            "{told:?}"
        );
    }

    #[test]
    fn the_same_notice_is_told_once_with_all_its_places() {
        let mut report = Report::default();
        for place in ["a", "b", "c"] {
            report.replaced(place, "x", "y");
            report.dropped(place, if place == "b" { "z" } else { "x" });
        }
        let told: Vec<_> = gathered(report.notices).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["a; b; c: x; instead: y", "a; c: x; left out", "b: z; left out"]);
        let many = (0..500).map(|number| Notice {
            place: format!("question q{number}"),
            reason: "x".into(),
            outcome: Outcome::Dropped,
        });
        let told = gathered(many.collect());
        assert!((2..30).contains(&told.len()) && told.iter().all(|notice| notice.place.len() <= LONGEST + 2));
    }
}
