//! What is accepted as a password: long enough and not easily guessed; no rules of composition.

use std::fmt;

use thiserror::Error;

/// A password that was accepted. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Password(String);

/// Why a password is not accepted.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum WeakPassword {
    /// Fewer than [`Password::MIN`] characters.
    #[error("shorter than 12 characters")]
    TooShort,
    /// More than [`Password::MAX`] characters.
    #[error("longer than 128 characters")]
    TooLong,
    /// One of the first that anybody would try.
    #[error("too easily guessed")]
    Common,
}

/// What common passwords of twelve and more characters are made of, once digits and signs are taken away.
const COMMON: &[&str] = &[
    "abc",
    "access",
    "admin",
    "administrator",
    "baseball",
    "berlin",
    "changeme",
    "dragon",
    "fallout",
    "ficken",
    "football",
    "frankfurt",
    "fussball",
    "geheim",
    "geheimnis",
    "hallo",
    "hallowelt",
    "hello",
    "helloworld",
    "herbst",
    "hessen",
    "iloveyou",
    "industrie",
    "kennwort",
    "kontakt",
    "letmein",
    "login",
    "master",
    "monkey",
    "mypassword",
    "neuespasswort",
    "newpassword",
    "pass",
    "passw",
    "password",
    "passwort",
    "princess",
    "qwertz",
    "qwertzuiop",
    "qwerty",
    "qwertyuiop",
    "root",
    "rundfrage",
    "schatz",
    "secret",
    "sommer",
    "sonne",
    "sonnenschein",
    "spring",
    "start",
    "startpasswort",
    "starwars",
    "summer",
    "sunshine",
    "superman",
    "survey",
    "temp",
    "test",
    "testpasswort",
    "testpassword",
    "trustnoone",
    "umfrage",
    "user",
    "welcome",
    "wiesbaden",
    "willkommen",
    "winter",
];

/// Rows of keyboards and other sequences that fingers follow.
const SEQUENCES: &[&str] = &[
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertzuiopüasdfghjklöäyxcvbnm",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6zhn",
    "1qaz2wsx3edc4rfv5tgb6yhn",
    "1q2w3e4r5t6z7u8i9o0p",
    "1q2w3e4r5t6y7u8i9o0p",
];

impl Password {
    /// The fewest characters of a password.
    pub const MIN: usize = 12;
    /// The most characters of a password.
    pub const MAX: usize = 128;

    /// Accepts a new password, exactly as typed.
    pub fn parse(text: &str) -> Result<Self, WeakPassword> {
        match text.chars().count() {
            ..Self::MIN => Err(WeakPassword::TooShort),
            Self::MIN..=Self::MAX if is_common(text) => Err(WeakPassword::Common),
            Self::MIN..=Self::MAX => Ok(Self(text.into())),
            _ => Err(WeakPassword::TooLong),
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

fn is_common(text: &str) -> bool {
    let lower = text.to_lowercase();
    let letters: Vec<char> = lower.chars().collect();
    let repeats = |period: usize| letters.iter().skip(period).zip(&letters).all(|(next, letter)| next == letter);
    (1..=6).any(repeats) || follows_a_sequence(&lower) || is_common_word(&lower)
}

fn follows_a_sequence(lower: &str) -> bool {
    let backwards: String = lower.chars().rev().collect();
    SEQUENCES.iter().any(|sequence| sequence.contains(lower) || sequence.contains(&backwards))
}

/// One of the common words, perhaps twice, with digits and signs around it or in place of letters.
fn is_common_word(lower: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|character| character.is_alphabetic()).collect::<String>();
    let read_as_letters: String = lower.trim_end_matches(|c: char| !c.is_alphabetic()).chars().map(as_letter).collect();
    [plain(lower), plain(&read_as_letters)].iter().any(|word| {
        let half = word.get(..word.len() / 2).filter(|half| format!("{half}{half}") == *word);
        word.is_empty() && lower.bytes().all(|byte| byte.is_ascii_digit()) && lower.len() < 14
            || COMMON.contains(&word.as_str())
            || half.is_some_and(|half| COMMON.contains(&half))
    })
}

fn as_letter(character: char) -> char {
    match character {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_unusual_passwords_are_accepted_without_rules_of_composition() {
        for text in ["vier blaue esel im regen", "korrekt-pferd-batterie", "äöüßäöüßx1yz!", "t7Kd02mxQp1z"] {
            assert!(Password::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(Password::parse("elf zeichen").unwrap_err(), WeakPassword::TooShort);
        assert_eq!(Password::parse(&"öa1".repeat(43)).unwrap_err(), WeakPassword::TooLong);
        assert!(Password::parse(&format!("{}q", "kürbis-am-see-und ".repeat(7))).is_ok());
    }

    #[test]
    fn what_anybody_would_try_first_is_refused() {
        for text in [
            "passwort1234",
            "Passwort2026!",
            "P@ssw0rd!2026",
            "aaaaaaaaaaaa",
            "123456789012",
            "Willkommen2026",
            "passwordpassword",
            "abcabcabcabc",
            "abcdefghijkl",
            "lkjihgfedcba",
            "1q2w3e4r5t6z",
            "sommer2026!!",
            "200119741231",
        ] {
            assert_eq!(Password::parse(text).unwrap_err(), WeakPassword::Common, "{text}");
        }
    }
}
