//! From their tree to ours.

use super::term::{Term, Type};
use super::two::joined;
use super::{DIALECT, Sight, Why, and, arithmetic, not, or, other};
use crate::questionnaire::convert::formula::fold::conjuncts;
use crate::questionnaire::convert::formula::{Formula, Operator, Unary, parse, print};

/// Bytes of the longest of our expressions.
pub const LONGEST: usize = 4_000;

/// Bytes of ` && ` and brackets.
const BETWEEN: usize = 6;

impl Sight<'_> {
    /// An expression that says yes or no: the parts of its chain of "and" that can be carried over, and why others cannot.
    pub fn condition(&self, source: &str) -> (Option<Formula>, Vec<Why>) {
        let parsed = match parse(source, &DIALECT) {
            Ok(parsed) => parsed,
            Err(error) => return (None, vec![Why::Other(error.to_string())]),
        };
        let (mut whole, mut missing, mut room) = (None, vec![], LONGEST);
        for part in conjuncts(parsed) {
            match self.term(&part).and_then(Term::truth).and_then(|part| fits_in(part, room)) {
                Ok((part, length)) => {
                    room = room.saturating_sub(length + BETWEEN);
                    whole = Some(match whole {
                        Some(whole) => joined(whole, Operator::And, part),
                        None => part,
                    });
                }
                Err(why) if missing.last() == Some(&why) => {}
                Err(why) => missing.push(why),
            }
        }
        (whole, missing)
    }

    /// The same where all of it is needed.
    pub fn whole_condition(&self, source: &str) -> Result<Formula, Why> {
        self.value(source)?.truth().and_then(fits)
    }

    /// An expression that gives a value.
    pub fn value(&self, source: &str) -> Result<Term, Why> {
        let parsed = parse(source, &DIALECT).map_err(|error| Why::Other(error.to_string()))?;
        let term = self.term(&parsed)?;
        fits(term.formula.clone())?;
        Ok(term)
    }

    /// A part.
    pub fn term(&self, formula: &Formula) -> Result<Term, Why> {
        match formula {
            Formula::Text(text) if text.is_empty() => Ok(Term::new(Formula::Bool(false), Type::Nothing)),
            Formula::Text(text) => Ok(Term::word(text)),
            Formula::Number(number) => Ok(Term::new(Formula::Number(*number), Type::Number)),
            Formula::Bool(truth) => Ok(Term::new(Formula::Bool(*truth), Type::Bool)),
            Formula::Name(name) => self.name(name),
            Formula::List(items) => {
                let items = items.iter().map(|item| self.term(item)).collect::<Result<_, _>>()?;
                Ok(Term::new(Formula::List(vec![]), Type::List(items)))
            }
            Formula::Call(name, arguments) => self.call(name, arguments),
            Formula::Unary(unary, side) => self.unary(*unary, side),
            Formula::Binary(left, operator, right) => self.binary(left, *operator, right),
            Formula::Either(parts) => self.either(&parts.0, &parts.1, &parts.2),
            Formula::Ours(_) => other("this is not expected"),
        }
    }

    fn unary(&self, unary: Unary, side: &Formula) -> Result<Term, Why> {
        let side = self.term(side)?;
        let formula = match unary {
            Unary::Not => not(side.truth()?),
            Unary::Empty => not(super::compare::answered(&side)?),
            Unary::NotEmpty => super::compare::answered(&side)?,
            Unary::Minus => {
                let side = arithmetic::number(&side, true)?;
                return Ok(Term::new(Formula::Unary(Unary::Minus, Box::new(side)), Type::Number));
            }
        };
        Ok(Term::new(formula, Type::Bool))
    }

    /// A chain such as `a and b and c` from its first side on: it may be longer than calls can be deep.
    fn binary(&self, left: &Formula, operator: Operator, right: &Formula) -> Result<Term, Why> {
        let (mut first, mut others) = (left, vec![(operator, right)]);
        while let Formula::Binary(left, operator, right) = first {
            others.push((*operator, right));
            first = left;
        }
        let first = self.term(first)?;
        others
            .into_iter()
            .rev()
            .try_fold(first, |left, (operator, right)| Self::pair(left, operator, self.term(right)?))
    }

    fn pair(left: Term, operator: Operator, right: Term) -> Result<Term, Why> {
        let truth = match operator {
            Operator::Or | Operator::And => joined(left.truth()?, operator, right.truth()?),
            Operator::Equal => super::compare::equal(&left, &right)?,
            Operator::Unequal => super::compare::unequal(&left, &right)?,
            Operator::Less | Operator::AtMost | Operator::Greater | Operator::AtLeast => {
                super::compare::order(&left, operator, &right)?
            }
            Operator::Contains => super::contain::contains(&left, &right)?,
            Operator::Lacks => super::contain::lacks(&left, &right)?,
            Operator::AnyOf => super::contain::any_of(&left, &right)?,
            Operator::NoneOf => not(super::contain::any_of(&left, &right)?),
            Operator::AllOf => super::contain::all_of(&left, &right)?,
            _ => return arithmetic::compute(&left, operator, &right),
        };
        Ok(Term::new(truth, Type::Bool))
    }

    /// `iif(condition, then, otherwise)`
    pub(super) fn either(&self, condition: &Formula, then: &Formula, otherwise: &Formula) -> Result<Term, Why> {
        let condition = self.term(condition)?.truth()?;
        let (then, otherwise) = (self.term(then)?, self.term(otherwise)?);
        let (then, otherwise, ty) = match (&then.ty, &otherwise.ty) {
            (Type::Bool, Type::Bool) => {
                let formula = or(and(condition.clone(), then.formula), and(not(condition), otherwise.formula));
                return Ok(Term::new(formula, Type::Bool));
            }
            (Type::Text | Type::Word(_) | Type::Nothing, _) | (_, Type::Text | Type::Word(_) | Type::Nothing) => {
                (arithmetic::words(&then)?, arithmetic::words(&otherwise)?, Type::Text)
            }
            (Type::Date, Type::Date) => (then.formula, otherwise.formula, Type::Date),
            _ => (arithmetic::number(&then, false)?, arithmetic::number(&otherwise, false)?, Type::Number),
        };
        Ok(Term::new(Formula::Either(Box::new((condition, then, otherwise))), ty))
    }
}

/// A formula that is not too long for an expression of ours.
pub fn fits(formula: Formula) -> Result<Formula, Why> {
    fits_in(formula, LONGEST).map(|(formula, _)| formula)
}

/// A formula for which there is so much room, and its length.
fn fits_in(formula: Formula, room: usize) -> Result<(Formula, usize), Why> {
    let length = print(&formula).len();
    if length > room {
        other(format!("as one of ours it is longer than {LONGEST} bytes"))
    } else {
        Ok((formula, length))
    }
}
