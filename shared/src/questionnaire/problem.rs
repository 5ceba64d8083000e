//! What is wrong with a questionnaire, and where.

use std::fmt;

use crate::name::excerpt;

/// One thing wrong with a questionnaire's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line in the source, counted from 1.
    pub line: Option<usize>,
    /// The place in the questionnaire, such as `sections[1].questions[2] (stocks).show_if`; empty: the whole of it.
    pub path: String,
    /// What is wrong and how to mend it.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.reason)
    }
}

/// More than this nobody reads, and memory stays bounded.
const MOST: usize = 200;

/// The longest message, in characters.
const LONGEST: usize = 1_000;

/// Collects problems, so that one reading names them all.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    /// Notes a problem.
    pub fn add(&mut self, line: usize, path: impl Into<String>, reason: impl Into<String>) {
        if self.0.len() < MOST {
            // The messages of other rooms repeat what was written as it was written.
            let told = |text: String| excerpt(&text, LONGEST);
            self.0.push(Problem { line: Some(line), path: told(path.into()), reason: told(reason.into()) });
        } else if self.0.len() == MOST {
            let reason = "there are further problems; mend these first".into();
            self.0.push(Problem { line: None, path: String::new(), reason });
        }
    }

    /// Whether nothing was wrong so far.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `value` if nothing was wrong, else what was, in the order of the source.
    pub fn unless_any<T>(mut self, value: Option<T>) -> Result<T, Vec<Problem>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => {
                self.0.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
                Err(self.0)
            }
        }
    }
}

/// A text of the source in a message: short, and nothing that breaks the line.
pub(super) fn quoted(text: &str) -> String {
    let dots = if text.chars().count() > 60 { "…" } else { "" };
    format!("\"{}{dots}\"", excerpt(text, 60))
}

/// A number of things in words: `1 text`, `2 texts`.
#[must_use]
pub fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
