//! Access codes: the personal link for whoever holds a letter and types. A code is the number of the invitation and a keyed tag over
//! it; neither code nor hash is stored, and replacing the link replaces the code.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::{Invitation, InvitationState, link, store};
use crate::context::Context;
use crate::db::DbError;
use crate::id::InvitationId;
use crate::keys::{Keys, Purpose};
use crate::throttle::{self, PER_NETWORK, Refusal};

/// Digits and capital letters but those that are taken for each other: no 0 O 1 I L.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Characters of the number, and of the tag.
const HALF: usize = 6;
/// Characters of a code, without what stands between its groups.
pub const LENGTH: usize = 2 * HALF;
/// Characters of a group.
const GROUP: usize = 4;
/// How many values a half has: 887,503,681, or 29.7 bits.
const VALUES: u64 = 31_u64.pow(6);
/// More is no mistyped code.
const LONGEST: usize = 100;

/// What stands in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessCode {
    number: u64,
    tag: u64,
}

/// The text cannot be a code: no code looks like that, so nothing is looked up.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NotACode {
    /// It holds a character that no code has.
    #[error("{0:?} is in no access code: they are made of the digits 2 to 9 and of letters without I, L and O")]
    Character(char),
    /// It is too short or too long.
    #[error("an access code has {LENGTH} characters; this one has {0}")]
    Length(usize),
}

impl AccessCode {
    /// The code of an invitation.
    #[must_use]
    pub fn new(keys: &Keys, number: i64, invitation: InvitationId, link_serial: i64) -> Self {
        let parts: [&[u8]; 3] = [&number.to_be_bytes(), invitation.as_bytes(), &link_serial.to_be_bytes()];
        let bytes = keys.tag(Purpose::AccessCode, &parts);
        let tag = bytes.iter().take(8).fold(0, |tag, byte| tag << 8 | u64::from(*byte)) % VALUES;
        Self { number: number.unsigned_abs() % VALUES, tag }
    }

    /// Reads a code as people type it: small letters, with or without blanks and dashes.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let is_between = |c: &char| c.is_whitespace() || "-‐‑–—_.".contains(*c);
        let typed: Vec<char> = text.chars().filter(|c| !is_between(c)).take(LONGEST).collect();
        let digits = typed.iter().map(|c| digit(*c)).collect::<Result<Vec<u64>, NotACode>>()?;
        if digits.len() != LENGTH {
            return Err(NotACode::Length(digits.len()));
        }
        let value = |half: &[u64]| half.iter().fold(0, |value, digit| value * 31 + digit);
        Ok(Self { number: value(&digits[..HALF]), tag: value(&digits[HALF..]) })
    }

    /// The number of the invitation that it claims to be for; [`AccessCode::is_genuine`] decides.
    #[must_use]
    pub fn number(self) -> i64 {
        i64::try_from(self.number).unwrap_or(0)
    }

    /// Whether it is the present code of this invitation, which was found by its number; compared in constant time.
    #[must_use]
    pub fn is_genuine(self, keys: &Keys, invitation: &Invitation) -> bool {
        use subtle::ConstantTimeEq as _;
        self.tag.ct_eq(&Self::new(keys, self.number(), invitation.id, invitation.link_serial).tag).into()
    }
}

fn digit(typed: char) -> Result<u64, NotACode> {
    let place = ALPHABET.iter().position(|known| char::from(*known) == typed.to_ascii_uppercase());
    place.map(|place| place as u64).ok_or(NotACode::Character(typed))
}

impl std::fmt::Display for AccessCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = |value: u64| (0..6).rev().map(move |place| value / 31_u64.pow(place) % 31);
        let read = |digit: u64| ALPHABET.get(usize::try_from(digit).unwrap_or(0)).copied().map_or(' ', char::from);
        let typed: Vec<char> = digits(self.number).chain(digits(self.tag)).map(read).collect();
        let groups: Vec<String> = typed.chunks(GROUP).map(|group| group.iter().collect()).collect();
        f.write_str(&groups.join("-"))
    }
}

/// Why a typed code leads nowhere.
#[derive(Debug, Error)]
pub enum CodeError {
    /// It cannot be a code.
    #[error(transparent)]
    NotACode(#[from] NotACode),
    /// It leads nowhere: unknown, tampered with, replaced; which of them is not said.
    #[error("no invitation has this access code")]
    Wrong,
    /// Too many codes were tried from this network; none is looked up before this instant.
    #[error("too many access codes were tried; the next is possible at {until}")]
    Throttled {
        /// When the next one is looked up.
        until: DateTime<Utc>,
    },
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<Refusal> for CodeError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooMany { until } => Self::Throttled { until },
            Refusal::Db(error) => Self::Db(error),
        }
    }
}

/// The token of the personal link behind a code, as it is typed in from `network`.
pub async fn follow(ctx: &Context, typed: &str, network: IpAddr) -> Result<String, CodeError> {
    let code = AccessCode::parse(typed)?;
    throttle::attempt(ctx, &throttle::of_network("access-code", network), PER_NETWORK).await?;
    let found = store::find_by_number(&ctx.db, code.number()).await?.ok_or(CodeError::Wrong)?;
    if !code.is_genuine(&ctx.keys, &found) || found.state == InvitationState::Excluded {
        return Err(CodeError::Wrong);
    }
    Ok(link::token(&ctx.keys, found.id, found.link_serial))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::link::tests::invitation;
    use super::*;

    fn keys() -> Keys {
        Keys::new(&[1; 32])
    }

    #[test]
    fn a_code_is_twelve_characters_in_groups_of_four() {
        let invitation = invitation(1);
        let code = AccessCode::new(&keys(), 77, invitation.id, 0);
        let text = code.to_string();
        assert_eq!((text.len(), text.split('-').count(), code.number()), (14, 3, 77), "{text}");
        assert!(text.starts_with("2222-4H"), "{text}");
        assert!(AccessCode::parse(&text).unwrap().is_genuine(&keys(), &invitation));
    }

    #[test]
    fn it_is_read_however_it_is_typed() {
        let code = AccessCode::new(&keys(), 1_234_567, invitation(1).id, 0);
        let text = code.to_string();
        let small = text.to_lowercase();
        let bare = text.replace('-', "");
        let spaced = format!("  {}\t", text.replace('-', " – "));
        for typed in [&text, &small, &bare, &spaced, &text.replace('-', "\u{a0}"), &text.replace('-', ".")] {
            assert_eq!(AccessCode::parse(typed), Ok(code), "{typed:?}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_says_why() {
        for (typed, character) in
            [("O222-2222-2222", 'O'), ("2222-1222-2222", '1'), ("l222", 'l'), ("\0", '\0'), ("ſ", 'ſ')]
        {
            assert_eq!(AccessCode::parse(typed), Err(NotACode::Character(character)), "{typed}");
        }
        for (typed, length) in [("", 0), ("- -", 0), ("2222-2222-222", 11), ("2222-2222-22222", 13)] {
            assert_eq!(AccessCode::parse(typed), Err(NotACode::Length(length)), "{typed}");
        }
        assert_eq!(AccessCode::parse(&"2".repeat(1_000_000)), Err(NotACode::Length(LONGEST)));
    }

    #[test]
    fn a_tampered_foreign_or_replaced_code_is_not_genuine() {
        let (another, invitation) = (invitation(2), invitation(1));
        let code = AccessCode::new(&keys(), 5, invitation.id, 0);
        let text = code.to_string();
        for place in (HALF + 1..text.len()).filter(|place| text.as_bytes()[*place] != b'-') {
            let mut tampered = text.clone().into_bytes();
            tampered[place] = if tampered[place] == b'A' { b'B' } else { b'A' };
            let tampered = AccessCode::parse(&String::from_utf8(tampered).unwrap()).unwrap();
            assert!(!tampered.is_genuine(&keys(), &invitation), "{tampered}");
        }
        let other_number = AccessCode { number: 6, ..code };
        assert!(!other_number.is_genuine(&keys(), &invitation));
        assert!(!code.is_genuine(&Keys::new(&[2; 32]), &invitation), "another installation's key");
        assert!(!code.is_genuine(&keys(), &another), "another invitation");
        assert!(!code.is_genuine(&keys(), &Invitation { link_serial: 1, ..invitation }), "a replaced link");
    }

    proptest! {
        #[test]
        fn every_code_is_read_back(number in 0..VALUES, tag in 0..VALUES) {
            let code = AccessCode { number, tag };
            prop_assert_eq!(AccessCode::parse(&code.to_string()), Ok(code));
        }

        #[test]
        fn no_text_makes_reading_fail_badly(text in ".*") {
            let _ = AccessCode::parse(&text);
        }
    }
}
