//! Reading `XPath`.

use super::super::super::formula::{Dialect, Formula, Operator, parse};
use super::super::survey::{is_name, straight};
use super::Failure;

/// Characters of an expression that is looked into.
const LONGEST: usize = 4_000;
/// How deep its parts may stand inside each other.
const DEEPEST: usize = 200;

const XPATH: Dialect = Dialect {
    operators: &[
        ("or", Operator::Or),
        ("and", Operator::And),
        ("=", Operator::Equal),
        ("!=", Operator::Unequal),
        ("<=", Operator::AtMost),
        ("<", Operator::Less),
        (">=", Operator::AtLeast),
        (">", Operator::Greater),
        ("+", Operator::Plus),
        ("-", Operator::Minus),
        ("*", Operator::Times),
        ("div", Operator::Over),
        ("mod", Operator::Rest),
    ],
    prefixes: &[],
    suffixes: &[],
    marked,
    in_names: "-.:",
};

/// `${name}` keeps its `$`, so that it is told from a bare name; a single dot is the answer itself.
fn marked(text: &str) -> Option<(String, usize)> {
    if let Some(inner) = text.strip_prefix("${") {
        let end = inner.find('}')?;
        return Some((format!("${}", inner[..end].trim()), end + 3));
    }
    let after = text.strip_prefix('.')?;
    let goes_on = after.starts_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '/'));
    (!goes_on).then(|| (".".to_owned(), 1))
}

/// Reads an expression.
pub fn read(text: &str) -> Result<Formula, Failure> {
    if text.chars().count() > LONGEST {
        return Err(Failure::Cannot(format!("it is longer than {LONGEST} characters")));
    }
    // Quotation marks of prose may belong to a text; only if nothing can be read with them they are meant as straight ones.
    straight_read(text).or_else(|_| straight_read(&straight(text)))
}

fn straight_read(text: &str) -> Result<Formula, Failure> {
    let quoted = Quoted::of(text);
    match parse(&quoted.text, &XPATH) {
        Ok(formula) if is_deep(&formula) => Err(Failure::Cannot("its parts stand too deeply inside each other".into())),
        Ok(formula) => Ok(formula),
        Err(_) if quoted.is_path => Err(Failure::Cannot("it walks through the form by paths".into())),
        Err(error) => {
            let at = error.at - quoted.doubled.iter().filter(|at| **at < error.at).count();
            Err(Failure::Broken(format!("{} at character {at}; correct the expression", error.reason)))
        }
    }
}

/// An expression whose texts are written as the parser of formulas reads them: `XPath` knows no signs behind a backslash.
struct Quoted {
    text: String,
    /// Where a backslash was added, in characters counted from 1.
    doubled: Vec<usize>,
    /// It looks like a path through the form, every quotation mark has its end and every bracket too.
    is_path: bool,
}

impl Quoted {
    fn of(text: &str) -> Self {
        let mut out = Self { text: String::with_capacity(text.len()), doubled: Vec::new(), is_path: false };
        let (mut quote, mut open, mut walks, mut count) = (None, 0_i32, false, 0);
        for sign in text.chars() {
            count += 1;
            match (quote, sign) {
                (Some(_), '\\') => {
                    out.text.push('\\');
                    out.doubled.push(count);
                    count += 1;
                }
                (Some(end), sign) if sign == end => quote = None,
                (None, '\'' | '"') => quote = Some(sign),
                (None, '/' | '@' | '|' | '[' | ']') => walks = true,
                (None, '(') => open += 1,
                (None, ')') => open -= 1,
                _ => {}
            }
            out.text.push(sign);
        }
        out.is_path = walks && quote.is_none() && open == 0;
        out
    }
}

fn is_deep(formula: &Formula) -> bool {
    let mut waiting = vec![(formula, 0)];
    while let Some((formula, depth)) = waiting.pop() {
        if depth > DEEPEST {
            return true;
        }
        match formula {
            Formula::List(items) | Formula::Call(_, items) => {
                waiting.extend(items.iter().map(|item| (item, depth + 1)));
            }
            Formula::Unary(_, side) => waiting.push((side, depth + 1)),
            Formula::Binary(left, _, right) => waiting.extend([(&**left, depth + 1), (&**right, depth + 1)]),
            _ => {}
        }
    }
    false
}

/// The names between `${` and `}` in a text, and the words around them.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("${") {
        let Some(end) = rest[at..].find('}') else { break };
        let name = rest[at + 2..at + end].trim();
        if is_name(name) {
            pieces.push(Piece::Words(&rest[..at]));
            pieces.push(Piece::Name(name));
        } else {
            pieces.push(Piece::Words(&rest[..=at + end]));
        }
        rest = &rest[at + end + 1..];
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words.
    Words(&'t str),
    /// The name of a question whose answer stands here.
    Name(&'t str),
}
