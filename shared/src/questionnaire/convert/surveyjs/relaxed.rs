//! Surveys that were written as a part of a program: names without quotation marks, texts in single ones, comments, commas at the end
//! of a list. Rewritten as JSON sign by sign, so that what reads them stays bounded; the lines stay where they are.

use std::iter::Peekable;
use std::str::Chars;

/// `text` as JSON; `None`: it is neither.
pub fn strict(text: &str) -> Option<String> {
    let (mut out, mut signs, mut comma) = (String::with_capacity(text.len() + 1_024), text.chars().peekable(), false);
    while let Some(sign) = signs.next() {
        if sign.is_whitespace() {
            out.push(sign);
            continue;
        }
        if sign == '/' {
            comment(&mut signs, &mut out)?;
            continue;
        }
        // A comma before the end of a list parts nothing.
        if std::mem::take(&mut comma) && !matches!(sign, ']' | '}') {
            out.push(',');
        }
        match sign {
            ',' => comma = true,
            '"' | '\'' => quoted(sign, &mut signs, &mut out)?,
            '_' | '$' | 'a'..='z' | 'A'..='Z' => word(sign, &mut signs, &mut out)?,
            other => out.push(other),
        }
    }
    Some(out)
}

/// The rest of a comment; only its ends of lines stay.
fn comment(signs: &mut Peekable<Chars<'_>>, out: &mut String) -> Option<()> {
    let is_block = match signs.next()? {
        '*' => true,
        '/' => false,
        _ => return None,
    };
    let mut before = ' ';
    for sign in signs.by_ref() {
        out.extend((sign == '\n').then_some(sign));
        if if is_block { before == '*' && sign == '/' } else { sign == '\n' } {
            return Some(());
        }
        before = sign;
    }
    (!is_block).then_some(())
}

/// The rest of a text, which ends with `mark`.
fn quoted(mark: char, signs: &mut Peekable<Chars<'_>>, out: &mut String) -> Option<()> {
    out.push('"');
    loop {
        match signs.next()? {
            '\\' => match signs.next()? {
                '\'' => out.push('\''),
                other => out.extend(['\\', other]),
            },
            sign if sign == mark => break,
            '"' => out.push_str("\\\""),
            sign => out.push(sign),
        }
    }
    out.push('"');
    Some(())
}

/// The rest of a word: a value of JSON, or a name before a colon.
fn word(first: char, signs: &mut Peekable<Chars<'_>>, out: &mut String) -> Option<()> {
    let mut word = String::from(first);
    while let Some(sign) = signs.next_if(|sign| sign.is_ascii_alphanumeric() || "_$".contains(*sign)) {
        word.push(sign);
    }
    let mut behind = signs.clone().skip_while(|sign| sign.is_whitespace());
    // "1e5" is a number.
    let is_value =
        ["true", "false", "null"].contains(&word.as_str()) || out.ends_with(|before: char| before.is_ascii_digit());
    match (behind.next(), is_value) {
        (Some(':'), false) => out.extend(["\"", word.as_str(), "\""]),
        (_, true) => out.push_str(&word),
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_programs_may_leave_out_is_written() {
        let written = "{ // one\n  pages: [/* a\n b */ { name: 'it\\'s \"x\"', 'b': true, c$: -1.5e3, \"d\": \"it's \\\"\", }, ],\n}\n";
        let strict = strict(written).unwrap();
        let value: serde_json::Value = serde_json::from_str(&strict).unwrap();
        assert_eq!(
            value,
            serde_json::json!({ "pages": [{ "name": "it's \"x\"", "b": true, "c$": -1500.0, "d": "it's \"" }] })
        );
        assert_eq!(strict.lines().count(), written.lines().count());
        for neither in ["{ a: b }", "{ 'a: 1 }", "{ /* a: 1 }", "new Survey({})", "a / b"] {
            assert_eq!(super::strict(neither), None, "{neither}");
        }
    }

    proptest! {
        #[test]
        fn json_stays_what_it_is(text in "[a-z\"\\\\/,é ]{0,12}", number in any::<f32>()) {
            let value = serde_json::json!({ "a": [text, number, null, true], "b": { "c": text } });
            let strict = strict(&value.to_string()).unwrap();
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&strict).unwrap(), value);
        }

        #[test]
        fn nothing_brings_it_down(text in "[{}\\[\\]a-c:,'\"/*\\\\ \n]{0,60}", any in "\\PC{0,40}") {
            let _ = (strict(&text), strict(&any));
        }
    }
}
