//! What a server's refusal means.

use std::error::Error as _;

use lettre::transport::smtp::Error;

use crate::transport::HandOver;

/// Why a step failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server said no.
    Refused {
        /// The three digits.
        code: u16,
        /// The digits and the text behind them.
        text: String,
    },
    /// The connection is gone, or the server does not speak SMTP.
    Lost(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error.status() {
            Some(code) => {
                let words = error.source().map(ToString::to_string).unwrap_or_default();
                Self::Refused { code: code.into(), text: format!("{code} {words}").trim_end().to_owned() }
            }
            None => Self::Lost(error.to_string()),
        }
    }
}

impl Failure {
    /// Whether the connection is of no use any more: lost, or about to be closed by the server (421).
    #[must_use]
    pub const fn ends_connection(&self) -> bool {
        matches!(self, Self::Lost(_) | Self::Refused { code: 421, .. })
    }

    /// What a failure before the final dot means: surely not taken.
    #[must_use]
    pub fn before_the_dot(self) -> HandOver {
        match self {
            Self::Refused { code: 500.., text } if is_no_such_address(&text) => HandOver::NoSuchAddress(text),
            Self::Refused { code: 500.., text } => HandOver::Permanent(text),
            Self::Refused { text, .. } | Self::Lost(text) => HandOver::Temporary(text),
        }
    }

    /// What a failure after the final dot means: an answer is an answer, silence is none.
    #[must_use]
    pub fn after_the_dot(self) -> HandOver {
        match self {
            Self::Lost(text) => HandOver::Unknown(text),
            refused @ Self::Refused { .. } => refused.before_the_dot(),
        }
    }
}

/// Whether the enhanced status code (RFC 3463 §3.2) blames the recipient's address. 5.1.7 and 5.1.8 blame the sender's.
fn is_no_such_address(text: &str) -> bool {
    let status = text.split_whitespace().nth(1).unwrap_or_default();
    ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"].contains(&status)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: u16, text: &str) -> Failure {
        Failure::Refused { code, text: text.into() }
    }

    #[test]
    fn the_digits_decide_what_becomes_of_a_mail() {
        let outcome = |code, text: &str| refused(code, text).before_the_dot();
        assert!(matches!(outcome(451, "451 4.7.1 later"), HandOver::Temporary(_)));
        assert!(matches!(outcome(421, "421 busy"), HandOver::Temporary(_)));
        assert!(matches!(outcome(550, "550 5.7.1 not wanted"), HandOver::Permanent(_)));
        assert!(matches!(outcome(550, "550 no such user"), HandOver::Permanent(_)));
        assert!(matches!(outcome(550, "550 5.1.1 no such user"), HandOver::NoSuchAddress(_)));
        assert!(matches!(outcome(553, "553 5.1.8 bad sender"), HandOver::Permanent(_)));
        assert!(matches!(outcome(552, "552 5.2.2 mailbox full"), HandOver::Permanent(_)));
    }

    #[test]
    fn silence_is_not_taken_before_the_dot_and_unknown_after_it() {
        let lost = || Failure::Lost("connection reset".into());
        assert!(matches!(lost().before_the_dot(), HandOver::Temporary(_)));
        assert!(matches!(lost().after_the_dot(), HandOver::Unknown(_)));
        assert!(matches!(refused(554, "554 spam").after_the_dot(), HandOver::Permanent(_)));
    }

    #[test]
    fn only_421_and_silence_end_a_connection() {
        assert!(refused(421, "421 bye").ends_connection() && Failure::Lost(String::new()).ends_connection());
        assert!(!refused(451, "451").ends_connection() && !refused(550, "550").ends_connection());
    }
}
