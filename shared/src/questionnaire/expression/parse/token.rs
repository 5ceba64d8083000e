//! The words and signs an expression is made of.

use super::Failure;
use crate::questionnaire::problem::quoted;

/// A word or sign of the source.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'s> {
    Number(f64),
    Text(String),
    Word(&'s str),
    Sign(&'static str),
    End,
}

/// Longer signs stand before those they begin with.
const SIGNS: [&str; 22] = [
    "==", "!=", "<=", ">=", "&&", "||", "(", ")", "[", "]", ",", ".", "?", ":", "<", ">", "!", "+", "-", "*", "/", "%",
];

/// Signs that other languages know, and what to write here.
const FOREIGN: [(&str, &str); 13] = [
    ("=", "write == to compare"),
    ("&", "write && for \"and\""),
    ("|", "write || for \"or\""),
    ("{", "there are no maps here; write a list as in [\"a\", \"b\"]"),
    ("}", "there are no maps here; write a list as in [\"a\", \"b\"]"),
    ("“", "write straight quotes: \""),
    ("”", "write straight quotes: \""),
    ("„", "write straight quotes: \""),
    ("‘", "write straight quotes: '"),
    ("’", "write straight quotes: '"),
    ("≤", "write <="),
    ("≥", "write >="),
    ("≠", "write !="),
];

/// Every word and sign of `source` with its place in bytes; the last one is [`Token::End`].
pub fn tokens(source: &str) -> Result<Vec<(usize, Token<'_>)>, Failure> {
    let mut reader = Reader { source, at: 0 };
    let mut tokens = vec![];
    loop {
        reader.skip();
        let at = reader.at;
        let token = reader.token()?;
        let ended = token == Token::End;
        tokens.push((at, token));
        if ended {
            return Ok(tokens);
        }
    }
}

struct Reader<'s> {
    source: &'s str,
    at: usize,
}

impl<'s> Reader<'s> {
    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes characters as long as they are `wanted`.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'s str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Passes over spaces and comments.
    fn skip(&mut self) {
        self.take(char::is_whitespace);
        while self.rest().starts_with("//") {
            self.take(|c| c != '\n');
            self.take(char::is_whitespace);
        }
    }

    fn token(&mut self) -> Result<Token<'s>, Failure> {
        match self.peek() {
            None => Ok(Token::End),
            Some('0'..='9') => self.number(),
            Some(quote @ ('"' | '\'')) => self.text(quote, false),
            Some(first) if first.is_alphabetic() || first == '_' => self.word(),
            Some(first) => self.sign(first),
        }
    }

    fn word(&mut self) -> Result<Token<'s>, Failure> {
        let at = self.at;
        let word = self.take(|c| c.is_alphanumeric() || c == '_');
        match (word, self.peek()) {
            ("r" | "R", Some(quote @ ('"' | '\''))) => self.text(quote, true),
            ("b" | "B", Some('"' | '\'')) => Err((at, "there are no bytes here; leave out the b".into())),
            _ => Ok(Token::Word(word)),
        }
    }

    fn sign(&mut self, first: char) -> Result<Token<'s>, Failure> {
        if let Some(sign) = SIGNS.iter().find(|sign| self.rest().starts_with(**sign)) {
            self.at += sign.len();
            return Ok(Token::Sign(sign));
        }
        let foreign = FOREIGN.iter().find(|(sign, _)| self.rest().starts_with(sign));
        let hint = foreign.map_or("take it out, or write a text in quotes", |(_, hint)| hint);
        Err((self.at, format!("the sign {} has no meaning here; {hint}", quoted(&first.to_string()))))
    }

    fn number(&mut self) -> Result<Token<'s>, Failure> {
        let at = self.at;
        let digit = |c: char| c.is_ascii_digit();
        self.take(digit);
        if self.rest().strip_prefix('.').is_some_and(|rest| rest.starts_with(digit)) {
            self.at += 1;
            self.take(digit);
        }
        if let Some(rest) = self.rest().strip_prefix(['e', 'E'])
            && rest.strip_prefix(['+', '-']).unwrap_or(rest).starts_with(digit)
        {
            self.at += 1;
            self.take(|c| matches!(c, '+' | '-'));
            self.take(digit);
        }
        let written = &self.source[at..self.at];
        if self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            let hint = "write a number with digits only, and a name that begins with a digit as answers[\"1a\"]";
            return Err((at, format!("{} is followed by a letter; {hint}", quoted(written))));
        }
        let number = written.parse().ok().filter(|number: &f64| number.is_finite());
        number.map(Token::Number).ok_or_else(|| (at, "the number is too large; write a smaller one".into()))
    }

    fn text(&mut self, quote: char, raw: bool) -> Result<Token<'s>, Failure> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            text.push_str(self.take(|c| c != quote && c != '\n' && (raw || c != '\\')));
            match self.peek() {
                Some('\\') => text.push(self.escaped()?),
                Some(end) if end == quote => break,
                _ => return Err((start, format!("the text has no end; close it with {quote} on the same line"))),
            }
        }
        self.at += 1;
        Ok(Token::Text(text))
    }

    /// The character behind a backslash.
    fn escaped(&mut self) -> Result<char, Failure> {
        let at = self.at;
        let mut characters = self.rest().chars().skip(1);
        let (character, length) = match characters.next() {
            Some('n') => (Some('\n'), 2),
            Some('t') => (Some('\t'), 2),
            Some('r') => (Some('\r'), 2),
            Some(same @ ('\\' | '"' | '\'')) => (Some(same), 2),
            Some('u') => (self.rest().get(2..6).and_then(unicode), 6),
            _ => (None, 0),
        };
        self.at += length;
        let hint = "write \\\\ for a backslash, \\\" for a quote, or r\"...\" for a text taken as it stands";
        character.ok_or_else(|| (at, format!("nothing is known by this name behind a backslash; {hint}")))
    }
}

fn unicode(digits: &str) -> Option<char> {
    let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)).flatten()
}
