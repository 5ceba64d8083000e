//! Patterns: theirs are those of PCRE between slashes.

use super::value::{Found, fault};
use crate::questionnaire::problem::quoted;

/// The pattern as ours are written.
pub fn pattern(theirs: &str) -> Found<String> {
    let (body, flags, is_unicode) = parted(theirs.trim())?;
    let mut out = String::new();
    if !flags.is_empty() {
        out.extend(["(?", &flags, ")"]);
    }
    body_of(body, is_unicode, &mut out)?;
    Ok(out)
}

/// What stands between the slashes, the flags that have a meaning here, and whether its classes are those of Unicode.
fn parted(theirs: &str) -> Found<(&str, String, bool)> {
    let Some(delimiter) = theirs.chars().next().filter(|sign| sign.is_ascii_punctuation() && *sign != '\\') else {
        return fault(format!("{} is no pattern between slashes", quoted(theirs)));
    };
    let close = match delimiter {
        '(' => ')',
        '{' => '}',
        '[' => ']',
        '<' => '>',
        same => same,
    };
    let Some((body, flags)) = theirs[1..].rsplit_once(close) else {
        return fault(format!("{} is no pattern between slashes", quoted(theirs)));
    };
    match flags.chars().find(|flag| !"imsuxD".contains(*flag)) {
        Some(flag) => fault(format!("the flag {flag} of its pattern has no counterpart here")),
        None => Ok((body, flags.chars().filter(|flag| "imsx".contains(*flag)).collect(), flags.contains('u'))),
    }
}

fn body_of(body: &str, is_unicode: bool, out: &mut String) -> Found<()> {
    let mut rest = body;
    let mut in_class = false;
    while let Some(sign) = rest.chars().next() {
        let behind = &rest[sign.len_utf8()..];
        if let Some(feature) = unknown(rest, in_class) {
            return fault(format!("its pattern has {feature}, which ours have not"));
        }
        let mut taken = sign.len_utf8();
        match sign {
            '\\' => {
                let escaped = behind.chars().next();
                taken += escaped.map_or(0, char::len_utf8);
                match escaped.and_then(class).filter(|_| !is_unicode) {
                    Some((signs, negated)) => out.push_str(&bracketed(signs, negated, in_class)),
                    None => out.push_str(&escape(escaped)),
                }
            }
            '[' if in_class && !behind.starts_with(':') => out.push_str("\\["),
            '[' if in_class => {
                // A class by its name, such as [:alpha:].
                let end = rest.find(":]").map_or(1, |end| end + 2);
                out.push_str(&rest[..end]);
                taken = end;
            }
            '[' => {
                in_class = true;
                let negated = behind.starts_with('^');
                out.push_str(if negated { "[^" } else { "[" });
                taken += usize::from(negated);
                // A bracket that closes at once is one of the signs.
                if rest[taken..].starts_with(']') {
                    out.push_str("\\]");
                    taken += 1;
                }
            }
            ']' if in_class => {
                in_class = false;
                out.push(']');
            }
            '&' | '~' if in_class => out.extend(['\\', sign]),
            _ => out.push(sign),
        }
        rest = &rest[taken..];
    }
    Ok(())
}

/// What begins at `rest` and has no counterpart.
fn unknown(rest: &str, in_class: bool) -> Option<&'static str> {
    if in_class {
        return None;
    }
    let begins = |starts: &[&str]| starts.iter().any(|start| rest.starts_with(start));
    let digit = rest.strip_prefix('\\').is_some_and(|behind| behind.starts_with(|c: char| matches!(c, '1'..='9')));
    if begins(&["(?=", "(?!", "(?<=", "(?<!"]) {
        Some("a look around")
    } else if digit || begins(&["\\g", "\\k", "(?P=", "(?R", "(?0", "(?1", "(?&", "(?P>", "(?("]) {
        Some("a reference back")
    } else if begins(&["(?>", "++", "*+", "?+", "}+"]) {
        Some("a possessive part")
    } else if begins(&["\\Q", "\\E", "\\K", "\\G", "\\C", "\\X", "\\R", "(*"]) {
        Some("an unusual sign")
    } else {
        None
    }
}

/// The signs of a class, and whether it is all others; theirs are those of ASCII.
const fn class(sign: char) -> Option<(&'static str, bool)> {
    match sign {
        'w' | 'W' => Some(("0-9A-Za-z_", sign == 'W')),
        'd' | 'D' => Some(("0-9", sign == 'D')),
        's' | 'S' => Some((" \\t\\r\\n\\f\\v", sign == 'S')),
        _ => None,
    }
}

fn bracketed(signs: &str, negated: bool, in_class: bool) -> String {
    match (negated, in_class) {
        (true, _) => format!("[^{signs}]"),
        (false, false) => format!("[{signs}]"),
        (false, true) => signs.to_owned(),
    }
}

/// A sign behind a backslash.
fn escape(sign: Option<char>) -> String {
    match sign {
        Some('/') => "/".into(),
        Some('h') => "[ \\t]".into(),
        Some('Z') => "\\z".into(),
        Some('e') => "\\x1B".into(),
        Some(letter @ ('_' | '"' | '\'' | ' ' | '@' | ':' | ';' | ',' | '=' | '%' | '!' | '<' | '>' | '`')) => {
            letter.to_string()
        }
        Some(other) => format!("\\{other}"),
        None => "\\\\".into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn patterns_lose_their_slashes() {
        for (theirs, ours) in [
            ("/^[0-9]{2}$/", "^[0-9]{2}$"),
            ("/a\\/b/i", "(?i)a/b"),
            ("#^\\d+$#u", "^\\d+$"),
            ("/[[a&&b]/", "[\\[a\\&\\&b]"),
            ("/[[:alpha:]\\]]+/", "[[:alpha:]\\]]+"),
            ("/[]a]/", "[\\]a]"),
            ("/(\\w[-._\\w]*\\W)/", "([0-9A-Za-z_][-._0-9A-Za-z_]*[^0-9A-Za-z_])"),
            ("/^\\d[\\D\\s]$/", "^[0-9][[^0-9] \\t\\r\\n\\f\\v]$"),
        ] {
            assert_eq!(pattern(theirs).unwrap(), ours, "{theirs}");
        }
    }

    #[test]
    fn what_ours_have_not_is_told() {
        for (theirs, why) in [
            ("/(?=a)/", "look around"),
            ("/(a)\\1/", "reference back"),
            ("/a++/", "possessive"),
            ("abc", "slashes"),
            ("/a/e", "flag e"),
            ("", "slashes"),
        ] {
            let reason = pattern(theirs).unwrap_err().reason;
            assert!(reason.contains(why), "{theirs}: {reason}");
        }
    }

    proptest! {
        #[test]
        fn nothing_brings_it_down(theirs in "/[\\[\\]\\\\a-c:^(?=)äé&~-]{0,30}/?i?") {
            let _ = pattern(&theirs);
        }
    }
}
