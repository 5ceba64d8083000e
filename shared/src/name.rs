//! Names of companies, people, groups and organisations.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A name on one line: trimmed, 1 to 200 characters, without characters that control the output. It may begin with
/// `=` or any other sign: a name is a name, and whoever writes it into a table of another program must guard it there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

/// Why a text is no name.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NotAName {
    /// Nothing was written.
    #[error("nothing is written here; write a name")]
    Empty,
    /// It is longer than [`Name::MAX`] characters.
    #[error("longer than 200 characters; shorten it")]
    TooLong,
    /// It contains a line break.
    #[error("contains a line break; write it on one line")]
    LineBreak,
    /// It contains a character that cannot be seen.
    #[error("contains an invisible control character; type the text anew")]
    Control,
    /// A character that got lost.
    #[error("contains a character that got lost in an earlier conversion; save the file as UTF-8 anew")]
    Torn,
}

impl Name {
    /// The longest name, in characters.
    pub const MAX: usize = 200;

    /// Reads a name.
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAName::Empty);
        }
        check_line(text)?;
        if text.chars().count() > Self::MAX { Err(NotAName::TooLong) } else { Ok(Self(text.into())) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Refuses what would break a line or the direction of writing: C0, DEL, C1, line and paragraph separators, the marks
/// that override or isolate directions, and invisible marks that make two names look alike.
pub(crate) fn check_line(text: &str) -> Result<(), NotAName> {
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return Err(NotAName::LineBreak),
            '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
                return Err(NotAName::Control);
            }
            '\u{FFFD}' => return Err(NotAName::Torn),
            other if other.is_control() => return Err(NotAName::Control),
            _ => {}
        }
    }
    Ok(())
}

/// At most `longest` characters of a text that somebody else wrote, for a message: what [`check_line`] refuses is replaced, so
/// that it can neither break the line nor turn it round nor speak to a terminal.
pub(crate) fn excerpt(text: &str, longest: usize) -> String {
    let is_fine = |character: char| check_line(character.encode_utf8(&mut [0; 4])).is_ok();
    text.chars().take(longest).map(|character| if is_fine(character) { character } else { '\u{FFFD}' }).collect()
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Name {
    type Error = NotAName;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_whatever_it_begins_with() {
        for text in ["=HYPERLINK(\"http://evil.example\")", "Thị Hoa", " O'Hara & Söhne  ", "Zoë"] {
            assert_eq!(Name::parse(text).unwrap().as_str(), text.trim());
        }
    }

    #[test]
    fn an_excerpt_is_short_and_harmless() {
        assert_eq!(excerpt("a\u{1B}[31m\u{202E}b\nc", 40), "a\u{FFFD}[31m\u{FFFD}b\u{FFFD}c");
        assert_eq!(excerpt("äöü", 2), "äö");
    }

    #[test]
    fn what_would_break_a_line_or_its_direction_is_refused() {
        assert_eq!(Name::parse("Zeile\numbruch"), Err(NotAName::LineBreak));
        assert_eq!(Name::parse("a\u{2028}b"), Err(NotAName::LineBreak));
        assert_eq!(Name::parse("a\u{202E}b"), Err(NotAName::Control));
        assert_eq!(Name::parse("a\0b"), Err(NotAName::Control));
        assert_eq!(Name::parse(" \t "), Err(NotAName::Empty));
        assert_eq!(Name::parse(&"ä".repeat(201)), Err(NotAName::TooLong));
        assert!(Name::parse(&"ä".repeat(200)).is_ok());
    }
}
