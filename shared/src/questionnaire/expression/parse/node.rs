//! An expression as it was written.

/// A part of an expression.
#[derive(Debug)]
pub struct Node {
    /// The byte of the source it is told about in messages.
    pub at: usize,
    /// How many nodes stand one inside the other, this one included.
    pub height: usize,
    pub kind: Kind,
}

/// What a node is.
#[derive(Debug)]
pub enum Kind {
    Bool(bool),
    Number(f64),
    Text(String),
    Name(String),
    /// `of.name` or `of["name"]`.
    Member(Box<Node>, String),
    /// `name(arguments)` or `of.name(arguments)`.
    Call {
        of: Option<Box<Node>>,
        name: String,
        arguments: Vec<Node>,
    },
    List(Vec<Node>),
    Not(Box<Node>),
    Negate(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
    /// Operators of one strength, from left to right.
    Chain(Box<Node>, Vec<(Arithmetic, Node)>),
    Compare(Comparison, Box<[Node; 2]>),
    In(Box<[Node; 2]>),
    If(Box<[Node; 3]>),
}

/// An operator of numbers; `Add` joins texts, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparison {
    /// Whether it asks only for the same or another, not for an order.
    #[must_use]
    pub const fn is_equality(self) -> bool {
        matches!(self, Self::Equal | Self::NotEqual)
    }

    /// What holds exactly where this does not, also where a side is missing; `None`: an order has no such opposite.
    #[must_use]
    pub const fn opposite(self) -> Option<Self> {
        match self {
            Self::Equal => Some(Self::NotEqual),
            Self::NotEqual => Some(Self::Equal),
            _ => None,
        }
    }

    /// The same with its sides exchanged.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
            equality => equality,
        }
    }
}

impl Kind {
    /// The height of the highest part.
    pub fn height(&self) -> usize {
        let highest = |nodes: &[Node]| nodes.iter().map(|node| node.height).max().unwrap_or(0);
        match self {
            Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::Name(_) => 0,
            Self::Member(node, _) | Self::Not(node) | Self::Negate(node) => node.height,
            Self::Call { of, arguments, .. } => highest(arguments).max(of.as_ref().map_or(0, |of| of.height)),
            Self::List(nodes) | Self::All(nodes) | Self::Any(nodes) => highest(nodes),
            Self::Chain(first, rest) => rest.iter().map(|(_, node)| node.height).fold(first.height, usize::max),
            Self::Compare(_, both) | Self::In(both) => highest(&both[..]),
            Self::If(all) => highest(&all[..]),
        }
    }
}
