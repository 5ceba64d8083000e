//! Places in a questionnaire, as problems name them: `sections[1].questions[2] (stocks).show_if`.

use std::fmt;

/// A place inside a section.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The section's number, from 0.
    pub section: usize,
    /// The question's number in the section; nothing: the section itself.
    pub question: Option<usize>,
    /// The number of the question in a group.
    pub inner: Option<usize>,
    /// What of it.
    pub spot: Spot,
}

/// A part of a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Anything else: the question as a whole.
    Other,
    /// When it is asked.
    ShowIf,
    /// One of its rules.
    Check(usize),
    /// One of its options.
    Option(usize),
    /// One of its rows.
    Row(usize),
    /// Its text.
    Text,
    /// Its help.
    Help,
    /// What its numbers come to.
    Total,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other => f.write_str("all of it"),
            Self::ShowIf => f.write_str("its condition"),
            Self::Check(number) => write!(f, "its rule {}", number + 1),
            Self::Option(number) => write!(f, "its option {}", number + 1),
            Self::Row(number) => write!(f, "its row {}", number + 1),
            Self::Text => f.write_str("an expression in its text"),
            Self::Help => f.write_str("its help"),
            Self::Total => f.write_str("its total"),
        }
    }
}

impl Place {
    /// Reads a path; `None`: it is not inside a section.
    pub fn parse(path: &str) -> Option<Self> {
        let (section, rest) = numbered(path, "sections")?;
        let Some((question, rest)) = numbered(rest, ".questions") else {
            return Some(Self { section, question: None, inner: None, spot: Spot::Other });
        };
        let rest = without_code(rest);
        let (inner, rest) = match numbered(rest, ".questions") {
            Some((inner, rest)) => (Some(inner), without_code(rest)),
            None => (None, rest),
        };
        Some(Self { section, question: Some(question), inner, spot: spot(rest) })
    }
}

fn spot(rest: &str) -> Spot {
    let of_list = |key: &str| numbered(rest, key).map(|(number, _)| number);
    match rest {
        ".show_if" => Spot::ShowIf,
        ".help" => Spot::Help,
        ".total" => Spot::Total,
        _ if rest.starts_with(".show_if") => Spot::ShowIf,
        _ if rest.starts_with(".text") => Spot::Text,
        _ => of_list(".checks")
            .map(Spot::Check)
            .or_else(|| of_list(".options").map(Spot::Option))
            .or_else(|| of_list(".rows").map(Spot::Row))
            .unwrap_or(Spot::Other),
    }
}

/// The number behind `key`, and what follows.
fn numbered<'p>(path: &'p str, key: &str) -> Option<(usize, &'p str)> {
    let (number, rest) = path.strip_prefix(key)?.strip_prefix('[')?.split_once(']')?;
    Some((number.parse().ok()?, rest))
}

/// What follows the code of a question in brackets.
fn without_code(rest: &str) -> &str {
    match rest.strip_prefix(" (") {
        Some(inner) => inner.split_once(')').map_or("", |(_, rest)| rest),
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_problems_lead_to_their_places() {
        let place = |path: &str| Place::parse(path).unwrap();
        let at = |question, inner, spot| Place { section: 1, question, inner, spot };
        assert_eq!(place("sections[1]"), at(None, None, Spot::Other));
        assert_eq!(place("sections[1].questions[2] (stocks).show_if"), at(Some(2), None, Spot::ShowIf));
        assert_eq!(place("sections[1].questions[2] (q).options[4].show_if"), at(Some(2), None, Spot::Option(4)));
        assert_eq!(
            place("sections[1].questions[2] (g).questions[0] (name).checks[1].rule"),
            at(Some(2), Some(0), Spot::Check(1))
        );
        assert_eq!(place("sections[1].questions[2] (q)"), at(Some(2), None, Spot::Other));
        assert_eq!(Place::parse("title"), None);
    }
}
