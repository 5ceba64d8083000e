//! A formula cut into its words and signs.

use super::{Dialect, NotAFormula, Operator, Unary};

/// Characters of the longest formula.
const LONGEST: usize = 20_000;

/// A word or sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Text(String),
    Number(f64),
    Name(String),
    /// A name with a bracket behind it.
    Function(String),
    Operator(Operator),
    Prefix(Unary),
    Suffix(Unary),
    /// A sign that is a prefix or an operator, as its place says: `-`.
    Minus,
    Open,
    Close,
    OpenList,
    CloseList,
    Comma,
    /// `?`
    Then,
    /// `:`
    Otherwise,
    /// A dot, a name and a bracket: what is called on the side before it.
    Method(String),
}

/// Cuts `text`; each token with the byte it begins at.
pub fn cut(text: &str, dialect: &Dialect) -> Result<Vec<(usize, Token)>, NotAFormula> {
    if text.len() > LONGEST {
        return Err(fault(text, 0, "the formula is too long"));
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        if sign.is_whitespace() {
            at += sign.len_utf8();
            continue;
        }
        let (token, length) = next(text, at, dialect)?;
        tokens.push((at, token));
        at += length;
    }
    Ok(tokens)
}

/// Says where something is wrong, in characters.
pub fn fault(text: &str, byte: usize, reason: impl Into<String>) -> NotAFormula {
    let at = text.get(..byte).map_or(0, |before| before.chars().count()) + 1;
    NotAFormula { at, reason: reason.into() }
}

fn next(text: &str, at: usize, dialect: &Dialect) -> Result<(Token, usize), NotAFormula> {
    let rest = &text[at..];
    if let Some((name, length)) = (dialect.marked)(rest) {
        return Ok((Token::Name(name), length));
    }
    if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
        return quoted(rest, quote).ok_or_else(|| fault(text, at, "a text begins here and does not end"));
    }
    if let Some(found) = sign(rest, dialect) {
        return Ok(found);
    }
    if let Some(found) = number(rest) {
        return Ok(found);
    }
    let length = name_length(rest, dialect);
    if length == 0 {
        let sign: String = rest.chars().take(1).collect();
        return Err(fault(text, at, format!("\"{sign}\" is not expected")));
    }
    let (name, after) = (&rest[..length], rest[length..].trim_start());
    if let Some(word) = word(name, dialect) {
        // A word such as `not` may be the name of a function as well: a bracket behind it groups its side.
        return Ok((word, length));
    }
    let name = name.to_owned();
    Ok((if after.starts_with('(') { Token::Function(name) } else { Token::Name(name) }, length))
}

fn quoted(rest: &str, quote: char) -> Option<(Token, usize)> {
    let mut text = String::new();
    let mut signs = rest.char_indices().skip(1);
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => text.push(signs.next()?.1),
            _ if sign == quote => return Some((Token::Text(text), at + sign.len_utf8())),
            _ => text.push(sign),
        }
    }
    None
}

/// Signs, the dialect's first.
fn sign(rest: &str, dialect: &Dialect) -> Option<(Token, usize)> {
    let is_sign = |sign: &str| !sign.starts_with(|c: char| c.is_alphabetic()) && rest.starts_with(sign);
    let operator = dialect.operators.iter().filter(|(sign, _)| is_sign(sign)).max_by_key(|(sign, _)| sign.len());
    let prefix = dialect.prefixes.iter().find(|(sign, _)| is_sign(sign));
    match (operator, prefix) {
        (Some((sign, Operator::Minus)), _) => Some((Token::Minus, sign.len())),
        (Some((sign, operator)), other) if other.is_none_or(|(prefix, _)| prefix.len() <= sign.len()) => {
            Some((Token::Operator(*operator), sign.len()))
        }
        (_, Some((sign, unary))) => Some((Token::Prefix(*unary), sign.len())),
        _ => {
            let token = match rest.chars().next()? {
                '(' => Token::Open,
                ')' => Token::Close,
                '[' => Token::OpenList,
                ']' => Token::CloseList,
                ',' => Token::Comma,
                '?' => Token::Then,
                ':' => Token::Otherwise,
                '.' => return method(rest),
                _ => return None,
            };
            Some((token, 1))
        }
    }
}

fn method(rest: &str) -> Option<(Token, usize)> {
    let name: String = rest[1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let is_called = rest[1 + name.len()..].starts_with('(') && name.starts_with(|c: char| c.is_ascii_alphabetic());
    let length = name.len() + 1;
    is_called.then(|| (Token::Method(format!(".{name}")), length))
}

fn number(rest: &str) -> Option<(Token, usize)> {
    let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let follows_name = rest[length..].starts_with(|c: char| c.is_alphabetic() || c == '_');
    let number =
        rest[..length].parse().ok().filter(|_| !follows_name && rest.starts_with(|c: char| c.is_ascii_digit()))?;
    Some((Token::Number(number), length))
}

fn name_length(rest: &str, dialect: &Dialect) -> usize {
    rest.find(|c: char| !c.is_alphanumeric() && c != '_' && !dialect.in_names.contains(c)).unwrap_or(rest.len())
}

fn word(name: &str, dialect: &Dialect) -> Option<Token> {
    let is_it = |word: &str| word.eq_ignore_ascii_case(name);
    let operator =
        dialect.operators.iter().find(|(word, _)| is_it(word)).map(|(_, operator)| Token::Operator(*operator));
    let prefix = || dialect.prefixes.iter().find(|(word, _)| is_it(word)).map(|(_, unary)| Token::Prefix(*unary));
    let suffix = || dialect.suffixes.iter().find(|(word, _)| is_it(word)).map(|(_, unary)| Token::Suffix(*unary));
    operator.or_else(prefix).or_else(suffix)
}
