//! From the source to nodes: precedence climbing over the tokens. Depth and number of nodes are bounded while it goes, so no
//! source can exhaust the stack, neither here nor where the nodes are walked later.

pub mod node;
mod operand;
mod token;

use self::node::{Arithmetic, Comparison, Kind, Node};
use self::token::Token;
use crate::questionnaire::problem::quoted;

/// Bytes of the longest expression.
pub const LONGEST: usize = 4_000;
/// How deep parts can stand one inside the other.
pub const DEEPEST: usize = 60;
/// Parts of the largest expression.
pub const MOST_NODES: usize = 1_000;

/// What is wrong at which byte.
pub type Failure = (usize, String);

type Parsed = Result<Node, Failure>;

/// Reads `source`; it ends at the first thing that is no expression.
pub fn parse(source: &str) -> Parsed {
    if source.len() > LONGEST {
        return Err((0, format!("the expression is longer than {LONGEST} bytes; shorten it or split it")));
    }
    let mut parser = Parser { tokens: token::tokens(source)?, next: 0, depth: 0, nodes: 0 };
    let node = parser.expression()?;
    match parser.peek() {
        (_, Token::End) => Ok(node),
        _ => Err(parser.unexpected("an operator such as && or ==")),
    }
}

struct Parser<'s> {
    tokens: Vec<(usize, Token<'s>)>,
    next: usize,
    depth: usize,
    nodes: usize,
}

/// An operator between two operands.
#[derive(Clone, Copy)]
enum Operator {
    Or,
    And,
    Compare(Comparison),
    In,
    Arithmetic(Arithmetic),
}

impl Operator {
    fn of(token: &Token<'_>) -> Option<Self> {
        use {Arithmetic as A, Comparison as C};
        Some(match token {
            Token::Word("in") => Self::In,
            Token::Sign("||") => Self::Or,
            Token::Sign("&&") => Self::And,
            Token::Sign("==") => Self::Compare(C::Equal),
            Token::Sign("!=") => Self::Compare(C::NotEqual),
            Token::Sign("<") => Self::Compare(C::Less),
            Token::Sign("<=") => Self::Compare(C::LessOrEqual),
            Token::Sign(">") => Self::Compare(C::Greater),
            Token::Sign(">=") => Self::Compare(C::GreaterOrEqual),
            Token::Sign("+") => Self::Arithmetic(A::Add),
            Token::Sign("-") => Self::Arithmetic(A::Subtract),
            Token::Sign("*") => Self::Arithmetic(A::Multiply),
            Token::Sign("/") => Self::Arithmetic(A::Divide),
            Token::Sign("%") => Self::Arithmetic(A::Remainder),
            _ => return None,
        })
    }

    /// How strongly it binds.
    const fn strength(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Compare(_) | Self::In => 3,
            Self::Arithmetic(Arithmetic::Add | Arithmetic::Subtract) => 4,
            Self::Arithmetic(_) => 5,
        }
    }
}

impl<'s> Parser<'s> {
    fn peek(&self) -> (usize, &Token<'s>) {
        let (at, token) = &self.tokens[self.next.min(self.tokens.len() - 1)];
        (*at, token)
    }

    fn take(&mut self, sign: &'static str) -> bool {
        let found = *self.peek().1 == Token::Sign(sign);
        self.next += usize::from(found);
        found
    }

    fn need(&mut self, sign: &'static str) -> Result<(), Failure> {
        if self.take(sign) { Ok(()) } else { Err(self.unexpected(&quoted(sign))) }
    }

    /// A node, unless there are too many of them.
    fn node(&mut self, at: usize, kind: Kind) -> Parsed {
        self.nodes += 1;
        let height = kind.height() + 1;
        if self.nodes > MOST_NODES {
            return Err((at, format!("the expression has more than {MOST_NODES} parts; split it")));
        }
        if height > DEEPEST { Err(too_deep(at)) } else { Ok(Node { at, height, kind }) }
    }

    /// Reads something that stands inside of something else.
    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth == DEEPEST {
            return Err(too_deep(self.peek().0));
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        node
    }

    fn expression(&mut self) -> Parsed {
        self.deeper(|parser| {
            let condition = parser.binary(1)?;
            let at = parser.peek().0;
            if !parser.take("?") {
                return Ok(condition);
            }
            let then = parser.expression()?;
            parser.need(":")?;
            let otherwise = parser.expression()?;
            parser.node(at, Kind::If(Box::new([condition, then, otherwise])))
        })
    }

    /// Operands between operators that bind at least so strongly.
    fn binary(&mut self, least: u8) -> Parsed {
        let mut left = self.operand()?;
        while let (at, Some(operator)) = (self.peek().0, Operator::of(self.peek().1))
            && operator.strength() >= least
        {
            self.next += 1;
            let right = self.binary(operator.strength() + 1)?;
            left = self.joined(at, operator, left, right)?;
        }
        Ok(left)
    }

    /// Both operands in one node; a chain of the same operator stays flat.
    fn joined(&mut self, at: usize, operator: Operator, left: Node, right: Node) -> Parsed {
        let strength = operator.strength();
        let same = |rest: &[(Arithmetic, Node)]| {
            rest.first().is_some_and(|(first, _)| Operator::Arithmetic(*first).strength() == strength)
        };
        let kind = match (operator, left.kind) {
            (Operator::Or, Kind::Any(mut nodes)) => {
                nodes.push(right);
                Kind::Any(nodes)
            }
            (Operator::And, Kind::All(mut nodes)) => {
                nodes.push(right);
                Kind::All(nodes)
            }
            (Operator::Arithmetic(operator), Kind::Chain(first, mut rest)) if same(&rest) => {
                rest.push((operator, right));
                Kind::Chain(first, rest)
            }
            (operator, kind) => return self.node(at, pair(operator, Node { kind, ..left }, right)),
        };
        // The node grew; it is no further one.
        self.nodes -= 1;
        self.node(left.at, kind)
    }

    /// What to say of a token that cannot stand where it stands.
    fn unexpected(&self, wanted: &str) -> Failure {
        let (at, token) = self.peek();
        let found = match token {
            Token::End => return (at, format!("the expression ends too early; {wanted} is missing")),
            Token::Word("and") => return (at, "write && instead of \"and\"".into()),
            Token::Word("or") => return (at, "write || instead of \"or\"".into()),
            Token::Number(number) => number.to_string(),
            Token::Text(text) => text.clone(),
            Token::Word(word) => (*word).to_owned(),
            Token::Sign(sign) => (*sign).to_owned(),
        };
        (at, format!("{} cannot stand here; {wanted} is missing before it", quoted(&found)))
    }
}

fn pair(operator: Operator, left: Node, right: Node) -> Kind {
    match operator {
        Operator::Or => Kind::Any(vec![left, right]),
        Operator::And => Kind::All(vec![left, right]),
        Operator::Compare(comparison) => Kind::Compare(comparison, Box::new([left, right])),
        Operator::In => Kind::In(Box::new([left, right])),
        Operator::Arithmetic(operator) => Kind::Chain(Box::new(left), vec![(operator, right)]),
    }
}

fn too_deep(at: usize) -> Failure {
    (at, format!("more than {DEEPEST} parts stand one inside the other; split the expression"))
}
