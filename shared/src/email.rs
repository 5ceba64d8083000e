//! E-mail addresses as we accept them.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An address that can be written to: trimmed, its domain in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// Why a text is no address.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum NotAnAddress {
    /// Nothing was written.
    #[error("an e-mail address is missing")]
    Empty,
    /// More than 254 characters, or more than 64 before the @.
    #[error("the e-mail address is too long")]
    TooLong,
    /// There is not exactly one @ with something on both sides.
    #[error("\"{0}\" is not an e-mail address; write for example name@example.org")]
    Malformed(String),
    /// The domain is an IP address in brackets.
    #[error("\"{0}\" names a machine by its number; write a domain name after the @")]
    AddressLiteral(String),
}

impl EmailAddress {
    /// Reads an address: printable ASCII of the unquoted form of RFC 5321, a domain with at least one dot.
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim();
        let malformed = || NotAnAddress::Malformed(text.chars().take(80).collect());
        if text.is_empty() {
            return Err(NotAnAddress::Empty);
        }
        if text.len() > 254 {
            return Err(NotAnAddress::TooLong);
        }
        let (local, domain) = text.rsplit_once('@').ok_or_else(malformed)?;
        if domain.starts_with('[') {
            return Err(NotAnAddress::AddressLiteral(text.chars().take(80).collect()));
        }
        if local.len() > 64 {
            return Err(NotAnAddress::TooLong);
        }
        if !is_local_part(local) || !is_domain(domain) {
            return Err(malformed());
        }
        Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part behind the @.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The form by which two spellings of one mailbox are compared: all in lower case.
    #[must_use]
    pub fn normal(&self) -> String {
        self.0.to_lowercase()
    }
}

/// A dot-atom of RFC 5322 §3.2.3.
fn is_local_part(text: &str) -> bool {
    let is_atext = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    text.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atext))
}

/// At least two labels of letters, digits and inner hyphens.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.contains('.') && text.split('.').all(is_label)
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnAddress;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_read() {
        for text in ["kontakt00001@betrieb00001.example", " a.b+c@Example.ORG ", "o'hara@firma-gmbh.de"] {
            assert!(EmailAddress::parse(text).is_ok(), "{text}");
        }
        assert_eq!(EmailAddress::parse("a@EXAMPLE.org").unwrap().as_str(), "a@example.org");
    }

    #[test]
    fn what_could_not_be_delivered_or_could_inject_is_refused() {
        for text in [
            "",
            "kein at zeichen",
            "a@[1.2.3.4]",
            "a@b",
            "a@@b.de",
            "a\r\nBcc: x@y.de",
            "a b@c.de",
            "a@-b.de",
            ".a@b.de",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text:?}");
        }
    }
}
