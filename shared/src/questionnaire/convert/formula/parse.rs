//! Reading a formula, by the strength of its operators.

use super::token::{Token, cut, fault};
use super::{Dialect, Formula, NotAFormula, Operator, Unary};

/// How deep brackets may be nested.
const DEEPEST: usize = 60;
/// Operators of one formula: each makes the tree deeper, and who walks it later does so on the stack.
const MOST_OPERATORS: usize = 1_000;

/// Reads `text` as `dialect` writes it.
pub fn parse(text: &str, dialect: &Dialect) -> Result<Formula, NotAFormula> {
    let tokens = cut(text, dialect)?;
    let mut reading = Reading { text, tokens: &tokens, place: 0, depth: 0, operators: 0 };
    let formula = reading.whole()?;
    match reading.peek() {
        None => Ok(formula),
        Some(_) => Err(reading.fault("this is not expected")),
    }
}

struct Reading<'t> {
    text: &'t str,
    tokens: &'t [(usize, Token)],
    place: usize,
    depth: usize,
    operators: usize,
}

impl<'t> Reading<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.place).map(|(_, token)| token)
    }

    fn fault(&self, reason: &str) -> NotAFormula {
        let at = self.tokens.get(self.place).map_or(self.text.len(), |(at, _)| *at);
        fault(self.text, at, reason)
    }

    fn take(&mut self, wanted: &Token) -> bool {
        let is_it = self.peek() == Some(wanted);
        self.place += usize::from(is_it);
        is_it
    }

    /// A formula with everything that may stand in it: `condition ? then : otherwise` binds least.
    fn whole(&mut self) -> Result<Formula, NotAFormula> {
        let condition = self.sides(0)?;
        if !self.take(&Token::Then) {
            return Ok(condition);
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.fault("brackets are nested too deeply"));
        }
        let then = self.whole()?;
        if !self.take(&Token::Otherwise) {
            return Err(self.fault("a colon is missing"));
        }
        let otherwise = self.whole()?;
        self.depth -= 1;
        Ok(Formula::Either(Box::new((condition, then, otherwise))))
    }

    /// Sides with operators stronger than `than` between them.
    fn sides(&mut self, than: u8) -> Result<Formula, NotAFormula> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.fault("brackets are nested too deeply"));
        }
        let mut left = self.side()?;
        loop {
            left = self.suffixed(left)?;
            let operator = match self.peek() {
                Some(Token::Operator(operator)) => *operator,
                Some(Token::Minus) => Operator::Minus,
                _ => break,
            };
            if operator.strength() <= than {
                break;
            }
            self.place += 1;
            self.operators += 1;
            if self.operators > MOST_OPERATORS {
                return Err(self.fault("the formula has too many parts"));
            }
            let right = self.sides(operator.strength())?;
            left = Formula::Binary(Box::new(left), operator, Box::new(right));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn count(&mut self) -> Result<(), NotAFormula> {
        self.operators += 1;
        if self.operators > MOST_OPERATORS { Err(self.fault("the formula has too many parts")) } else { Ok(()) }
    }

    /// What stands behind a side: words, and what is called on it, whose name keeps its dot and whose first argument it is.
    fn suffixed(&mut self, mut side: Formula) -> Result<Formula, NotAFormula> {
        loop {
            match self.peek() {
                Some(Token::Suffix(unary)) => {
                    self.place += 1;
                    side = Formula::Unary(*unary, Box::new(side));
                }
                Some(Token::Method(name)) => {
                    self.place += 2;
                    let mut arguments = self.list(&Token::Close)?;
                    arguments.insert(0, side);
                    side = Formula::Call(name.clone(), arguments);
                }
                _ => return Ok(side),
            }
            self.count()?;
        }
    }

    fn side(&mut self) -> Result<Formula, NotAFormula> {
        let token = self.peek().ok_or_else(|| self.fault("something is missing"))?;
        self.place += 1;
        match token {
            Token::Text(text) => Ok(Formula::Text(text.clone())),
            Token::Number(number) => Ok(Formula::Number(*number)),
            Token::Name(name) => Ok(named(name)),
            Token::Function(name) => {
                self.place += 1;
                Ok(Formula::Call(name.clone(), self.list(&Token::Close)?))
            }
            Token::OpenList => Ok(Formula::List(self.list(&Token::CloseList)?)),
            Token::Open => {
                let inner = self.whole()?;
                if self.take(&Token::Close) { Ok(inner) } else { Err(self.fault("a bracket is not closed")) }
            }
            Token::Prefix(unary) => self.prefixed(*unary),
            Token::Minus => self.prefixed(Unary::Minus),
            _ => {
                self.place -= 1;
                Err(self.fault("this is not expected"))
            }
        }
    }

    /// A prefix binds more tightly than any operator but a power.
    fn prefixed(&mut self, unary: Unary) -> Result<Formula, NotAFormula> {
        self.count()?;
        let side = self.sides(Operator::Times.strength())?;
        Ok(Formula::Unary(unary, Box::new(side)))
    }

    fn list(&mut self, end: &Token) -> Result<Vec<Formula>, NotAFormula> {
        let mut items = Vec::new();
        if self.take(end) {
            return Ok(items);
        }
        loop {
            items.push(self.whole()?);
            if self.take(end) {
                return Ok(items);
            }
            if !self.take(&Token::Comma) {
                return Err(self.fault("a comma or a bracket is missing"));
            }
        }
    }
}

fn named(name: &str) -> Formula {
    match name.to_ascii_lowercase().as_str() {
        "true" => Formula::Bool(true),
        "false" => Formula::Bool(false),
        _ => Formula::Name(name.to_owned()),
    }
}
