//! The few words that go with what is handed over. They are written by somebody whom we do not know to somebody whom we do not
//! know, under our name: so they are short, plain, and name no web site.

use thiserror::Error;

use crate::name::check_line;

/// A short plain text of several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note(String);

/// Why a text is no note.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NotANote {
    /// Longer than [`Note::MAX`] characters.
    #[error("longer than 500 characters; shorten it")]
    TooLong,
    /// It contains a character that cannot be seen.
    #[error("contains an invisible control character; type the text anew")]
    Control,
    /// It names a web site.
    #[error("contains the address of a web site; leave it out")]
    Site,
}

impl Note {
    /// The longest note, in characters.
    pub const MAX: usize = 500;

    /// Reads a note; nothing is a note too.
    pub fn parse(text: &str) -> Result<Self, NotANote> {
        let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
        if lines.iter().any(|line| check_line(line).is_err()) {
            return Err(NotANote::Control);
        }
        let text = lines.join("\n");
        if text.chars().count() > Self::MAX {
            return Err(NotANote::TooLong);
        }
        if names_a_site(&text) { Err(NotANote::Site) } else { Ok(Self(text)) }
    }

    /// The text, its lines parted by `\n`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text holds what mail programs turn into a link.
#[must_use]
pub fn names_a_site(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("://") || text.contains("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_plain_and_short_and_names_no_site() {
        assert_eq!(Note::parse("  Bitte bis Freitag.\r\nDanke!  ").unwrap().as_str(), "Bitte bis Freitag.\nDanke!");
        assert_eq!(Note::parse("").unwrap(), Note::default());
        assert_eq!(Note::parse(&"x".repeat(501)), Err(NotANote::TooLong));
        assert_eq!(Note::parse("a\u{202E}b"), Err(NotANote::Control));
        for site in ["Gewinn: HTTPS://evil.example", "see WWW.evil.example"] {
            assert_eq!(Note::parse(site), Err(NotANote::Site));
        }
    }
}
