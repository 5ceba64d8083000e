//! A mail as its recipient sees it.

use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_parser::MessageParser;
use serde_json::Value;

/// A received mail.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The sender of the envelope, where bounces go.
    pub envelope_from: String,
    /// The first recipient of the envelope.
    pub to: String,
    /// `Subject`, decoded.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// `Message-ID` without its angle brackets.
    pub message_id: String,
    /// All bytes.
    pub raw: Vec<u8>,
    /// Whether the sender was told that the mail arrived.
    pub answered: bool,
}

impl Mail {
    /// Reads a line of `smtp-server.mjs`.
    pub(crate) fn from_event(event: &Value) -> Option<Self> {
        let raw = STANDARD.decode(event["raw"].as_str()?).ok()?;
        let mut mail = Self::parse(&raw)?;
        event["from"].as_str()?.clone_into(&mut mail.envelope_from);
        event["to"][0].as_str()?.clone_into(&mut mail.to);
        mail.answered = event["answered"].as_bool()?;
        Some(mail)
    }

    /// Reads an `.eml` file; the envelope is taken from the headers.
    pub fn read(file: &Path) -> Result<Self> {
        Self::parse(&std::fs::read(file)?).with_context(|| format!("{} is not a mail", file.display()))
    }

    fn parse(raw: &[u8]) -> Option<Self> {
        let message = MessageParser::default().parse(raw)?;
        let address = |list: Option<&mail_parser::Address<'_>>| {
            list.and_then(|list| list.first()).and_then(|one| one.address()).unwrap_or_default().to_owned()
        };
        Some(Self {
            envelope_from: address(message.from()),
            to: address(message.to()),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            message_id: message.message_id().unwrap_or_default().to_owned(),
            answered: true,
            raw: raw.to_owned(),
        })
    }

    /// A header's text, unfolded.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let message = MessageParser::default().parse(&self.raw)?;
        message.header_raw(name).map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The path of the personal link (`/r/…`) in the text.
    #[must_use]
    pub fn personal_link(&self) -> Option<String> {
        let start = self.text.find("/r/")?;
        let link: String =
            self.text[start..].chars().take_while(|sign| !sign.is_whitespace() && *sign != '>').collect();
        Some(link.trim_end_matches(['.', ',', ')']).to_owned())
    }
}
