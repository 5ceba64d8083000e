//! The number on a receipt, and the key that makes a submission safe to repeat.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id::ResponseId;
use crate::keys::{Keys, Purpose};

/// Letters and digits that cannot be taken for each other.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKLMNPQRSTUVWXY";
const LENGTH: usize = 12;

/// The number on a receipt: three groups of four letters and digits, derived from the response, so that it tells nothing and
/// is the same whenever the answers are changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReceiptNumber(String);

impl ReceiptNumber {
    /// The number of a response.
    #[must_use]
    pub fn of(keys: &Keys, response: ResponseId) -> Self {
        let tag = keys.tag(Purpose::Receipt, &[response.as_bytes()]);
        let mut number = String::with_capacity(LENGTH + 2);
        for (place, pair) in tag.chunks_exact(2).take(LENGTH).enumerate() {
            if place > 0 && place % 4 == 0 {
                number.push('-');
            }
            let drawn = usize::from(u16::from_be_bytes([pair[0], pair[1]])) % ALPHABET.len();
            number.push(char::from(ALPHABET[drawn]));
        }
        Self(number)
    }

    /// A number as it was stored.
    #[must_use]
    pub(crate) fn stored(text: String) -> Self {
        Self(text)
    }

    /// The number as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The key a submission carries: however often it arrives, it counts once and gets the same receipt.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SubmissionKey(String);

/// The text cannot be the key of a submission.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("the key of a submission has 16 to 64 letters, digits, - and _")]
pub struct NotASubmissionKey;

impl SubmissionKey {
    /// Reads a key: 16 to 64 ASCII letters, digits, `-` and `_`.
    pub fn parse(text: &str) -> Result<Self, NotASubmissionKey> {
        let good = (16..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if good { Ok(Self(text.into())) } else { Err(NotASubmissionKey) }
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SubmissionKey {
    type Error = NotASubmissionKey;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<SubmissionKey> for String {
    fn from(key: SubmissionKey) -> Self {
        key.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_belongs_to_one_response_and_one_installation() {
        let (one, other) = (ResponseId::from_bytes([1; 16]), ResponseId::from_bytes([2; 16]));
        let keys = Keys::new(&[7; 32]);
        let number = ReceiptNumber::of(&keys, one);
        assert_eq!(number, ReceiptNumber::of(&keys, one));
        assert_ne!(number, ReceiptNumber::of(&keys, other));
        assert_ne!(number, ReceiptNumber::of(&Keys::new(&[8; 32]), one));
        let groups: Vec<&str> = number.as_str().split('-').collect();
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4, 4, 4]);
        assert!(groups.concat().bytes().all(|byte| ALPHABET.contains(&byte)));
    }

    #[test]
    fn a_key_is_plain_and_bounded() {
        assert!(SubmissionKey::parse("abcdefghij-klmn_0123").is_ok());
        for bad in ["", "short", "0123456789abcdef ", "0123456789abcde\0", &"a".repeat(65)] {
            assert_eq!(SubmissionKey::parse(bad), Err(NotASubmissionKey), "{bad:?}");
        }
    }
}
