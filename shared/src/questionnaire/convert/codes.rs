//! Stable names for things that other tools name by other rules.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Characters of the longest name.
const LONGEST: usize = 64;

/// Names of one place where each may stand once: questions of a questionnaire, options of a question.
#[derive(Clone, Debug, Default)]
pub struct Codes(HashMap<String, usize>);

impl Codes {
    /// A name made of `theirs` that no other thing here has: letters, digits, `-` and `_`; `stand_in` where nothing is left.
    pub fn make(&mut self, theirs: &str, stand_in: &str) -> String {
        let mut code: String = theirs.trim().chars().flat_map(letters).take(LONGEST).collect();
        if code.bytes().all(|byte| byte == b'_') {
            stand_in.clone_into(&mut code);
        }
        match self.0.entry(code.clone()) {
            Entry::Vacant(free) => {
                free.insert(1);
                code
            }
            Entry::Occupied(mut taken) => {
                *taken.get_mut() += 1;
                let number = format!("_{}", taken.get());
                code.truncate(LONGEST - number.len());
                self.make(&(code + &number), stand_in)
            }
        }
    }

    /// The same for a thing that expressions name without quotation marks: it begins with a letter and has no `-`.
    pub fn make_name(&mut self, theirs: &str, stand_in: &str) -> String {
        let name = theirs.trim().replace('-', "_");
        let begins_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        self.make(&if begins_well { name } else { format!("q{name}") }, stand_in)
    }
}

/// A sign as letters of ours.
fn letters(sign: char) -> impl Iterator<Item = char> {
    let plain = match sign {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'Ä' => "Ae",
        'Ö' => "Oe",
        'Ü' => "Ue",
        _ => "",
    };
    let other = plain.is_empty().then(|| if is_good(sign) { sign } else { '_' });
    plain.chars().chain(other)
}

fn is_good(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_good_and_stand_once() {
        let mut codes = Codes::default();
        assert_eq!(codes.make("Q 1/ä", "q"), "Q_1_ae");
        assert_eq!((codes.make("ü", "o").as_str(), codes.make("Größe", "o").as_str()), ("ue", "Groesse"));
        assert_eq!(
            (codes.make("a", "q"), codes.make("a", "q"), codes.make("a", "q")),
            ("a".into(), "a_2".into(), "a_3".into())
        );
        assert_eq!((codes.make("…", "option"), codes.make("", "option")), ("option".into(), "option_2".into()));
        let long = "x".repeat(200);
        assert_eq!((codes.make(&long, "q").len(), codes.make(&long, "q").len()), (64, 64));
        assert_eq!((codes.make_name("1-a", "q"), codes.make_name("b", "q")), ("q1_a".into(), "b".into()));
    }
}
