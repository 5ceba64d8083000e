//! Numbers as programs write them: `.5`, `5.`, `+5`, `0x10`.

use super::{Fault, Rewriting};

impl Rewriting<'_> {
    /// A number, or a name that is one.
    pub(super) fn number(&mut self) -> Result<(), Fault> {
        let length = length(self.rest);
        let (written, is_name) = (&self.rest[..length], self.is_name(length));
        let plain = written.trim_start_matches('+');
        let behind = &self.rest[length..];
        if behind.starts_with("Infinity") || behind.starts_with("NaN") {
            // Their sign says nothing: JSON knows no such numbers.
            self.take(length);
            return self.word();
        }
        match plain.get(..2).and_then(|mark| Some((base(mark)?, &plain[2..]))) {
            _ if is_name => self.out.extend(["\"", written, "\""]),
            Some((base, digits)) => match u64::from_str_radix(digits, base) {
                Ok(number) => self.out.push_str(&number.to_string()),
                Err(_) => return Err(self.fault("a number that cannot be read")),
            },
            None => self.out.push_str(&decimal(plain)),
        }
        self.take(length);
        Ok(())
    }
}

/// How long the number is with which `text` begins: a sign, and digits with what may stand among them.
fn length(text: &str) -> usize {
    let (mut before, is_other) =
        (' ', text.trim_start_matches(['+', '-']).get(..2).is_some_and(|mark| base(mark).is_some()));
    for (at, sign) in text.char_indices() {
        let is_sign = "+-".contains(sign) && (at == 0 || (!is_other && "eE".contains(before)));
        let begins_name = at < 2 && sign.is_ascii_alphabetic() && !before.is_ascii_digit();
        if !is_sign && (begins_name || !(sign.is_ascii_alphanumeric() || sign == '.')) {
            return at;
        }
        before = sign;
    }
    text.len()
}

fn base(mark: &str) -> Option<u32> {
    match mark {
        "0x" | "0X" => Some(16),
        "0o" | "0O" => Some(8),
        "0b" | "0B" => Some(2),
        _ => None,
    }
}

/// A number with digits on both sides of its point.
fn decimal(written: &str) -> String {
    let (sign, digits) = written.strip_prefix('-').map_or(("", written), |digits| ("-", digits));
    let (before, exponent) = digits.split_at(digits.find(['e', 'E']).unwrap_or(digits.len()));
    let before = match before.strip_suffix('.') {
        Some(whole) if !whole.is_empty() && !whole.contains('.') => whole,
        _ => before,
    };
    let zero = if before.len() > 1 && before.starts_with('.') { "0" } else { "" };
    format!("{sign}{zero}{before}{exponent}")
}
