//! Mails: what they say ([`letter`], with `templates/mail/<kind>/`) and the bytes that carry it ([`envelope`]).
//!
//! **To add a kind**: a folder in `templates/mail/` with `subject.txt`, `body.txt` and `body.html`, its words in
//! `shared/locales/{de,en}/mail.ftl`, and a line in [`letter::write`]; the snapshot test below shows it in both languages.

pub mod envelope;
pub mod letter;
pub mod letterhead;

use rundfrage_shared::Context;
use rundfrage_shared::email::NotAnAddress;
use rundfrage_shared::language::Language;
use rundfrage_shared::message::{Claimed, Kind, Rendered};
use rundfrage_shared::name::NotAName;
use rundfrage_shared::text::Words;
use thiserror::Error;

pub use letterhead::Letterhead;

/// Why a mail cannot be written; trying again does not help.
#[derive(Debug, Error)]
pub enum MailError {
    /// There is no text for this kind.
    #[error("there is no mail of the kind {}", .0.as_str())]
    NoText(Kind),
    /// The recipient's address cannot be written to.
    #[error("the recipient's address: {0}")]
    Address(#[from] NotAnAddress),
    /// The display name would break the header it stands in.
    #[error("the display name: {0}")]
    DisplayName(#[from] NotAName),
    /// A template failed.
    #[error("the template failed: {0}")]
    Template(#[from] askama::Error),
    /// The bytes could not be put together.
    #[error("the mail could not be put together: {0}")]
    Assembly(String),
}

/// Writes the mail of a claimed message.
pub fn render(ctx: &Context, head: &Letterhead, message: &Claimed) -> Result<Rendered, MailError> {
    let language = Language::parse(&message.recipient.language).unwrap_or_else(|_| Language::german());
    let words = Words::nearest(&language);
    let letter = letter::Letter::new(ctx, head, &message.recipient, words);
    let written = letter::write(message.kind, &letter)?;
    let bytes = envelope::assemble(ctx, head, message, &letter, &written)?;
    Ok(Rendered { recipient: message.recipient.email.clone(), language: words.tag().to_owned(), bytes })
}

#[cfg(test)]
mod tests;
