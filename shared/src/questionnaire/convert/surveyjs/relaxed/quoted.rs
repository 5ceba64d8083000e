//! Texts in quotation marks of any kind, with what programs may write in them.

use std::str::Chars;

use super::{Fault, Rewriting};

impl Rewriting<'_> {
    /// A text, which begins and ends with `mark`.
    pub(super) fn quoted(&mut self, mark: char) -> Result<(), Fault> {
        let (mut signs, mut ends) = (self.rest.chars(), 0);
        signs.next();
        self.out.push('"');
        loop {
            let is_template = mark == '`';
            match signs.next() {
                None => return Err(self.fault("a text begins here that does not end")),
                Some(sign) if sign == mark => break,
                Some('\\') => ends += escaped(&mut signs, &mut self.out),
                Some('\n') if !is_template => {
                    return Err(self.fault("a text begins here that does not end on its line"));
                }
                Some('\r') if signs.as_str().starts_with('\n') => {}
                Some('$') if is_template && signs.as_str().starts_with('{') => {
                    return Err(self.fault("a text in backquotes that is computed; write what it says"));
                }
                Some(sign) => {
                    ends += usize::from(sign == '\n');
                    plain(sign, &mut self.out);
                }
            }
        }
        self.out.push('"');
        // What stands behind stays on its line.
        self.out.extend(std::iter::repeat_n('\n', ends));
        self.rest = signs.as_str();
        Ok(())
    }
}

/// What stands behind a backslash; how many lines end there.
fn escaped(signs: &mut Chars<'_>, out: &mut String) -> usize {
    match signs.next() {
        Some('\r') if signs.as_str().starts_with('\n') => {
            signs.next();
            return 1;
        }
        Some('\n') => return 1,
        Some('\r' | '\u{2028}' | '\u{2029}') | None => {}
        Some(sign @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => out.extend(['\\', sign]),
        Some('v') => plain('\u{B}', out),
        Some('0') => plain('\0', out),
        Some(sign @ ('x' | 'u')) => code(sign, signs, out),
        Some(sign) => plain(sign, out),
    }
    0
}

/// The number of a sign: two digits behind `x`, four or some in braces behind `u`; others stay and are refused with the rest.
fn code(kind: char, signs: &mut Chars<'_>, out: &mut String) {
    let rest = signs.as_str();
    let (digits, length) = match rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((digits, _)) if kind == 'u' => (digits, digits.len() + 2),
        _ if kind == 'x' => (rest.get(..2).unwrap_or_default(), 2),
        _ => ("", 0),
    };
    match u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) {
        Some(sign) if !digits.starts_with('+') => {
            plain(sign, out);
            *signs = rest[length..].chars();
        }
        _ => out.extend(['\\', kind]),
    }
}

/// A sign as JSON writes it in a text.
fn plain(sign: char, out: &mut String) {
    match sign {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\0'..='\u{1F}' => out.extend(["\\u", format!("{:04x}", u32::from(sign)).as_str()]),
        sign => out.push(sign),
    }
}
