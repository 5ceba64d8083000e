//! Small formulas, simplified where they are true or false in any case.

use super::{Formula, Operator, Unary};

/// Both hold.
#[must_use]
pub fn and(left: Formula, right: Formula) -> Formula {
    match (left, right) {
        (Formula::Bool(true), other) | (other, Formula::Bool(true)) => other,
        (Formula::Bool(false), _) | (_, Formula::Bool(false)) => Formula::Bool(false),
        (left, right) => binary(left, Operator::And, right),
    }
}

/// One of them holds.
#[must_use]
pub fn or(left: Formula, right: Formula) -> Formula {
    match (left, right) {
        (Formula::Bool(false), other) | (other, Formula::Bool(false)) => other,
        (Formula::Bool(true), _) | (_, Formula::Bool(true)) => Formula::Bool(true),
        (left, right) => match (texts(&left), texts(&right)) {
            // One answer and several texts: it is one of them.
            (Some((name, one)), Some((same, other))) if name == same => {
                let all = one.into_iter().chain(other).cloned().collect();
                binary(Formula::List(all), Operator::Contains, name.clone())
            }
            _ => binary(left, Operator::Or, right),
        },
    }
}

/// The answer that is compared, and the texts it may be.
fn texts(formula: &Formula) -> Option<(&Formula, Vec<&Formula>)> {
    let Formula::Binary(left, operator, right) = formula else { return None };
    match (&**left, operator, &**right) {
        (name @ Formula::Name(_), Operator::Equal, text @ Formula::Text(_)) => Some((name, vec![text])),
        (Formula::List(texts), Operator::Contains, name @ Formula::Name(_)) => Some((name, texts.iter().collect())),
        _ => None,
    }
}

/// The parts that must all hold for it to hold.
#[must_use]
pub fn conjuncts(formula: Formula) -> Vec<Formula> {
    let (mut rest, mut parts) = (vec![formula], vec![]);
    while let Some(next) = rest.pop() {
        match next {
            Formula::Binary(left, Operator::And, right) => rest.extend([*right, *left]),
            other => parts.push(other),
        }
    }
    parts
}

/// It does not hold.
#[must_use]
pub fn not(side: Formula) -> Formula {
    match side {
        Formula::Bool(truth) => Formula::Bool(!truth),
        Formula::Unary(Unary::Not, inner) => *inner,
        Formula::Unary(Unary::Empty, inner) => Formula::Unary(Unary::NotEmpty, inner),
        Formula::Unary(Unary::NotEmpty, inner) => Formula::Unary(Unary::Empty, inner),
        // Where a side is missing the two differ.
        Formula::Binary(left, Operator::Equal, right) => Formula::Binary(left, Operator::Unequal, right),
        Formula::Binary(left, Operator::Unequal, right) => Formula::Binary(left, Operator::Equal, right),
        other => Formula::Unary(Unary::Not, Box::new(other)),
    }
}

/// The rule of a question that is needed if a condition holds.
#[must_use]
pub fn needed(condition: Formula, this: Formula) -> Formula {
    or(not(condition), Formula::Unary(Unary::NotEmpty, Box::new(this)))
}

/// The condition of a rule that [`needed`] made.
#[must_use]
pub fn needed_if(rule: &Formula) -> Option<Formula> {
    let Formula::Binary(unless, Operator::Or, answered) = rule else { return None };
    let Formula::Unary(Unary::NotEmpty, this) = &**answered else { return None };
    let is_this = matches!(&**this, Formula::Name(name) if name == "this");
    is_this.then(|| not((**unless).clone()))
}

/// The same with other words in the place of its texts.
#[must_use]
pub fn reworded(formula: Formula, words: &impl Fn(String) -> String) -> Formula {
    let inner = |side: Box<Formula>| Box::new(reworded(*side, words));
    let all = |list: Vec<Formula>| list.into_iter().map(|one| reworded(one, words)).collect();
    match formula {
        Formula::Text(text) => Formula::Text(words(text)),
        Formula::List(list) => Formula::List(all(list)),
        // A pattern is no words.
        Formula::Call(name, arguments) if name == ".matches" => Formula::Call(name, arguments),
        Formula::Call(name, arguments) => Formula::Call(name, all(arguments)),
        Formula::Unary(unary, side) => Formula::Unary(unary, inner(side)),
        Formula::Binary(left, operator, right) => Formula::Binary(inner(left), operator, inner(right)),
        Formula::Either(parts) => {
            let (condition, then, otherwise) = *parts;
            let [condition, then, otherwise] = [condition, then, otherwise].map(|part| reworded(part, words));
            Formula::Either(Box::new((condition, then, otherwise)))
        }
        other @ (Formula::Number(_) | Formula::Bool(_) | Formula::Name(_) | Formula::Ours(_)) => other,
    }
}

/// `left operator right`.
#[must_use]
pub fn binary(left: Formula, operator: Operator, right: Formula) -> Formula {
    Formula::Binary(Box::new(left), operator, Box::new(right))
}

/// `condition ? yes : no`.
#[must_use]
pub fn either(condition: Formula, yes: Formula, no: Formula) -> Formula {
    match condition {
        Formula::Bool(true) => yes,
        Formula::Bool(false) => no,
        condition => Formula::Either(Box::new((condition, yes, no))),
    }
}

/// A call of one of our functions.
pub fn call(name: &str, arguments: impl Into<Vec<Formula>>) -> Formula {
    Formula::Call(name.to_owned(), arguments.into())
}

/// A function that is called on a text.
#[must_use]
pub fn method(text: Formula, name: &str, argument: Formula) -> Formula {
    Formula::Call(format!(".{name}"), vec![text, argument])
}

/// A number without the digits behind its decimal sign.
#[must_use]
pub fn towards_zero(number: Formula) -> Formula {
    let is_less = binary(number.clone(), Operator::Less, Formula::Number(0.0));
    either(is_less, call("ceil", [number.clone()]), call("floor", [number]))
}

/// How many there are; of what is missing none. What is checked is there.
#[must_use]
pub fn size_of(of: Formula) -> Formula {
    let is_checked = matches!(&of, Formula::Ours(name) if name == "this");
    let size = call("size", [of]);
    if is_checked { size } else { call("coalesce", [size, Formula::Number(0.0)]) }
}

/// Whether an operator compares.
#[must_use]
pub const fn compares(operator: Operator) -> bool {
    use Operator as O;
    matches!(operator, O::Equal | O::Unequal | O::Less | O::AtMost | O::Greater | O::AtLeast)
}

/// The operator that says the same with its sides exchanged.
#[must_use]
pub const fn turned(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::AtMost => Operator::AtLeast,
        Operator::Greater => Operator::Less,
        Operator::AtLeast => Operator::AtMost,
        other => other,
    }
}

/// A day as a period of `length` characters (a month has 7, a year 4) is compared with it. Theirs stand on the first day of
/// their periods, ours are the beginnings of days, and both are in the same order to any other day.
#[must_use]
pub fn period(day: &str, length: usize) -> String {
    let is_first = day.len() == 10 && matches!((length, day.get(length..)), (7, Some("-01")) | (4, Some("-01-01")));
    day[..if is_first { length } else { day.len() }].to_owned()
}

/// A number as it is written in an expression.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_one = digits.bytes().any(|byte| byte.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_one { text.parse().ok() } else { None }
}
