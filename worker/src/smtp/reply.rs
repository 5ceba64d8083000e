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

/// Which step of a hand-over was refused. That decides whom a refusal blames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// `MAIL`: the sender, and with it every mail.
    Sender,
    /// `RCPT`: the recipient.
    Recipient,
    /// `DATA`: this mail.
    Data,
    /// The final dot: this mail or its recipient.
    FinalDot,
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

    /// What it means for the mail. An answer is an answer; silence means not taken, but after the final dot nobody knows.
    ///
    /// A recipient loses its mail for good only by an answer that is about this recipient or this mail: a refused sender or
    /// a missing sign-in (RFC 4954 §6) stops the whole mailing, and a policy (X.7) can be talked about with the other side.
    #[must_use]
    pub fn at(self, step: Step) -> HandOver {
        match self {
            Self::Lost(text) if step == Step::FinalDot => HandOver::Unknown(text),
            Self::Refused { code: 530 | 534 | 535 | 538, text } => HandOver::Unreachable(text),
            Self::Refused { code: 500.., text } if step == Step::Sender => HandOver::Unreachable(text),
            Self::Refused { code: 500.., text } if status(&text).starts_with("5.7.") => HandOver::NotAllowed(text),
            Self::Refused { code: 500.., text } if step != Step::Data && is_no_such_address(&text) => {
                HandOver::NoSuchAddress(text)
            }
            Self::Refused { code: 500.., text } => HandOver::Permanent(text),
            Self::Refused { text, .. } | Self::Lost(text) => HandOver::Temporary(text),
        }
    }
}

/// The enhanced status code (RFC 3463) behind the three digits, if there is one.
fn status(text: &str) -> &str {
    text.split_whitespace().nth(1).unwrap_or_default()
}

/// Whether the enhanced status code (§3.2) blames the recipient's address. 5.1.7 and 5.1.8 blame the sender's.
fn is_no_such_address(text: &str) -> bool {
    ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"].contains(&status(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: u16, text: &str) -> Failure {
        Failure::Refused { code, text: text.into() }
    }

    #[test]
    fn the_digits_decide_what_becomes_of_a_mail() {
        let outcome = |code, text: &str| refused(code, text).at(Step::Recipient);
        assert!(matches!(outcome(451, "451 4.7.1 later"), HandOver::Temporary(_)));
        assert!(matches!(outcome(421, "421 busy"), HandOver::Temporary(_)));
        assert!(matches!(outcome(554, "554 5.7.1 relay access denied"), HandOver::NotAllowed(_)));
        assert!(matches!(outcome(550, "550 no such user"), HandOver::Permanent(_)));
        assert!(matches!(outcome(550, "550 5.1.1 no such user"), HandOver::NoSuchAddress(_)));
        assert!(matches!(outcome(553, "553 5.1.8 bad sender"), HandOver::Permanent(_)));
        assert!(matches!(outcome(552, "552 5.2.2 mailbox full"), HandOver::Permanent(_)));
    }

    #[test]
    fn a_refused_sender_or_sign_in_is_no_recipients_fault() {
        for text in ["550 5.1.1 sender unknown", "550 5.7.1 not yours", "550 no", "501 5.1.7 bad sender"] {
            assert!(matches!(refused(550, text).at(Step::Sender), HandOver::Unreachable(_)), "{text}");
        }
        assert!(matches!(refused(451, "451 4.3.0 later").at(Step::Sender), HandOver::Temporary(_)));
        for step in [Step::Sender, Step::Recipient, Step::Data, Step::FinalDot] {
            assert!(matches!(refused(530, "530 5.7.0 sign in first").at(step), HandOver::Unreachable(_)));
            assert!(matches!(refused(535, "535 5.7.8 wrong password").at(step), HandOver::Unreachable(_)));
        }
    }

    #[test]
    fn only_rcpt_and_the_final_dot_know_that_there_is_no_such_address() {
        let outcome = |step| refused(550, "550 5.1.1 unknown").at(step);
        assert!(matches!(outcome(Step::Recipient), HandOver::NoSuchAddress(_)));
        assert!(matches!(outcome(Step::FinalDot), HandOver::NoSuchAddress(_)));
        assert!(matches!(outcome(Step::Data), HandOver::Permanent(_)));
    }

    #[test]
    fn silence_is_not_taken_before_the_dot_and_unknown_after_it() {
        let lost = || Failure::Lost("connection reset".into());
        assert!(matches!(lost().at(Step::Data), HandOver::Temporary(_)));
        assert!(matches!(lost().at(Step::FinalDot), HandOver::Unknown(_)));
        assert!(matches!(refused(554, "554 spam").at(Step::FinalDot), HandOver::Permanent(_)));
    }

    #[test]
    fn only_421_and_silence_end_a_connection() {
        assert!(refused(421, "421 bye").ends_connection() && Failure::Lost(String::new()).ends_connection());
        assert!(!refused(451, "451").ends_connection() && !refused(550, "550").ends_connection());
    }
}
