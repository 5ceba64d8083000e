//! Operands: literals, names, calls, lists, and what stands before and behind them.

use super::node::{Kind, Node};
use super::token::Token;
use super::{Failure, Parsed, Parser};

impl Parser<'_> {
    /// An operand with its signs.
    pub(super) fn operand(&mut self) -> Parsed {
        let at = self.peek().0;
        if self.take("!") {
            let node = self.deeper(Self::operand)?;
            return self.node(at, Kind::Not(Box::new(node)));
        }
        if self.take("-") {
            let node = self.deeper(Self::operand)?;
            return self.node(at, Kind::Negate(Box::new(node)));
        }
        self.followed()
    }

    /// An operand and the names, calls and brackets that follow it.
    fn followed(&mut self) -> Parsed {
        let mut node = self.primary()?;
        loop {
            node = if self.take(".") {
                let (at, name) = self.part()?;
                let kind = match self.arguments()? {
                    Some(arguments) => Kind::Call { of: Some(Box::new(node)), name, arguments },
                    None => Kind::Member(Box::new(node), name),
                };
                self.node(at, kind)?
            } else if self.take("[") {
                let (at, name) = self.quoted_part()?;
                self.node(at, Kind::Member(Box::new(node), name))?
            } else {
                return Ok(node);
            }
        }
    }

    fn part(&mut self) -> Result<(usize, String), Failure> {
        let (at, token) = self.peek();
        let Token::Word(name) = token else { return Err(self.unexpected("a name behind the dot")) };
        let name = (*name).to_owned();
        self.next += 1;
        Ok((at, name))
    }

    fn quoted_part(&mut self) -> Result<(usize, String), Failure> {
        let (at, token) = self.peek();
        let Token::Text(name) = token else { return Err(self.unexpected("a name in quotes, as in answers[\"q-1\"]")) };
        let name = name.clone();
        self.next += 1;
        self.need("]")?;
        Ok((at, name))
    }

    fn arguments(&mut self) -> Result<Option<Vec<Node>>, Failure> {
        if self.take("(") { self.nodes_until(")").map(Some) } else { Ok(None) }
    }

    /// Expressions between commas; there may be a last comma.
    fn nodes_until(&mut self, end: &'static str) -> Result<Vec<Node>, Failure> {
        let mut nodes = vec![];
        while !self.take(end) {
            nodes.push(self.expression()?);
            if !self.take(",") {
                self.need(end)?;
                break;
            }
        }
        Ok(nodes)
    }

    fn primary(&mut self) -> Parsed {
        let (at, token) = self.peek();
        let kind = match token {
            Token::Number(number) => Kind::Number(*number),
            Token::Text(text) => Kind::Text(text.clone()),
            Token::Word("true") => Kind::Bool(true),
            Token::Word("false") => Kind::Bool(false),
            Token::Word("null") => return Err((at, "there is no null here; ask answered(x) or !answered(x)".into())),
            Token::Word("not") => return Err((at, "write ! instead of \"not\"".into())),
            Token::Word("in") => return Err(self.unexpected("an operand")),
            Token::Word(name) => return self.named(at, (*name).to_owned()),
            Token::Sign("(") => {
                self.next += 1;
                let node = self.expression()?;
                self.need(")")?;
                return Ok(node);
            }
            Token::Sign("[") => {
                self.next += 1;
                let nodes = self.nodes_until("]")?;
                return self.node(at, Kind::List(nodes));
            }
            Token::Sign(_) | Token::End => return Err(self.unexpected("an operand, such as a name or a number,")),
        };
        self.next += 1;
        self.node(at, kind)
    }

    fn named(&mut self, at: usize, name: String) -> Parsed {
        self.next += 1;
        let kind = match self.arguments()? {
            Some(arguments) => Kind::Call { of: None, name, arguments },
            None => Kind::Name(name),
        };
        self.node(at, kind)
    }
}
