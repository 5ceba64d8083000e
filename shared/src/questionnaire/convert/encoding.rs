//! The bytes of a file as text: UTF-8, or UTF-16 as some editors save it. Whatever else it is, the first byte that does not fit
//! is named with its line.

use std::borrow::Cow;

use crate::questionnaire::problem::Problem;

/// What some editors put before a text.
const MARK: &str = "\u{FEFF}";

/// The text of `source`, without a mark of its order of bytes.
pub fn text(source: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if let Some(order) = wide(source) {
        return wide_text(source, order);
    }
    match std::str::from_utf8(source) {
        Ok(text) => Ok(Cow::Borrowed(text.trim_start_matches(MARK))),
        Err(error) => Err(broken(source, error.valid_up_to())),
    }
}

/// The order of the two bytes of each unit.
type Order = fn([u8; 2]) -> u16;

/// How a text of UTF-16 is read: by its mark, or because every other byte of what begins JSON and XML is nought.
fn wide(source: &[u8]) -> Option<Order> {
    match source {
        [0xFF, 0xFE, ..] | [b'{' | b'[' | b'<' | b' ' | b'\r' | b'\n', 0, ..] => Some(u16::from_le_bytes),
        [0xFE, 0xFF, ..] | [0, b'{' | b'[' | b'<' | b' ' | b'\r' | b'\n', ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

fn wide_text(source: &[u8], order: Order) -> Result<Cow<'_, str>, Problem> {
    let (pairs, rest) = source.as_chunks::<2>();
    let units = pairs.iter().map(|pair| order(*pair));
    let mut text = String::with_capacity(source.len());
    for sign in char::decode_utf16(units) {
        match sign {
            Ok(sign) => text.push(sign),
            Err(_) => return Err(wide_broken(&text)),
        }
    }
    if rest.is_empty() { Ok(Cow::Owned(text.trim_start_matches(MARK).to_owned())) } else { Err(wide_broken(&text)) }
}

fn wide_broken(before: &str) -> Problem {
    let (line, column) = place(before);
    let reason =
        format!("the file is UTF-16 and broken at character {column} of this line; save it with the encoding UTF-8");
    Problem { line: Some(line), path: String::new(), reason }
}

fn broken(source: &[u8], at: usize) -> Problem {
    let before = std::str::from_utf8(&source[..at]).unwrap_or_default();
    let (line, column) = place(before);
    let byte = source.get(at).copied().unwrap_or_default();
    let reason = format!(
        "the file is not UTF-8 text: byte {} (0x{byte:02X}, character {column} of this line) does not fit, as in files of \
         Latin-1 or Windows-1252; open it in an editor and save it with the encoding UTF-8, or export it again",
        at + 1
    );
    Problem { line: Some(line), path: String::new(), reason }
}

/// The line and the character in it that follow a text, both counted from 1.
fn place(before: &str) -> (usize, usize) {
    let last = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, last.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf_8_and_utf_16_are_read_with_and_without_a_mark() {
        for source in ["{\"a\": \"ä€😀\"}", "\u{FEFF}{\"a\": \"ä€😀\"}"] {
            let files = [source.as_bytes().to_vec(), wide(source, u16::to_le_bytes), wide(source, u16::to_be_bytes)];
            for file in files {
                assert_eq!(text(&file).unwrap(), "{\"a\": \"ä€😀\"}", "{file:?}");
            }
        }
        assert_eq!(text(b"").unwrap(), "");
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        let told = |source: &[u8]| text(source).unwrap_err().to_string();
        let latin = told(b"{\n\"\xC3\xA4\": \"\xE4\"}");
        assert!(latin.starts_with("line 2: ") && latin.contains("byte 10 (0xE4, character 7 of this line)"), "{latin}");
        assert!(latin.contains("save it with the encoding UTF-8"), "{latin}");
        let half = [wide("{\n", u16::to_le_bytes), vec![0]].concat();
        assert!(told(&half).starts_with("line 2: the file is UTF-16 and broken at character 1"), "{}", told(&half));
        let lone = [wide("\u{FEFF}<a", u16::to_be_bytes), vec![0xD8, 0, 0, b'a']].concat();
        assert!(told(&lone).starts_with("line 1: "), "{}", told(&lone));
    }
}
