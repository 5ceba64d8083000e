//! Numbers.

use std::cmp::Ordering;

use crate::questionnaire::expression::parse::node::{Arithmetic, Comparison};
use crate::questionnaire::expression::tree::Tree;

/// Numbers that are nearer to each other than this part of them are the same, so that 33.3 + 33.3 + 33.4 is 100.
const SAME: f64 = 1e-12;

/// A number that can be computed with.
pub(super) fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// One step of arithmetic; `None`: there is no such number.
pub(super) fn compute(operator: Arithmetic, left: f64, right: f64) -> Option<f64> {
    finite(match operator {
        Arithmetic::Add => left + right,
        Arithmetic::Subtract => left - right,
        Arithmetic::Multiply => left * right,
        Arithmetic::Divide => left / right,
        Arithmetic::Remainder => left % right,
    })
}

/// The value of `tree`, if it is computed of nothing but numbers that are written out.
pub fn constant(tree: &Tree) -> Option<f64> {
    match tree {
        Tree::Number(number) => Some(*number),
        Tree::Negate(inner) => constant(inner).map(|number| -number),
        Tree::Chain(first, rest) => {
            rest.iter().try_fold(constant(first)?, |left, (operator, right)| compute(*operator, left, constant(right)?))
        }
        _ => None,
    }
}

/// How two numbers stand to each other.
pub(super) fn order(left: f64, right: f64) -> Ordering {
    let largest = left.abs().max(right.abs()).max(1.0);
    if (left - right).abs() <= SAME * largest { Ordering::Equal } else { left.total_cmp(&right) }
}

/// Whether a comparison holds of two values that stand to each other like this.
pub(super) const fn holds(comparison: Comparison, order: Ordering) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessOrEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterOrEqual => order.is_ge(),
    }
}

/// Rounds half away from zero at so many digits behind the decimal sign, before it if negative. 1.005 is taken for what it
/// was written as, although the nearest binary number is a little less.
pub(super) fn rounded(number: f64, digits: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, reason = "it was brought between -15 and 15")]
    let factor = 10f64.powi(digits.trunc().clamp(-15.0, 15.0) as i32);
    let scaled = number * factor;
    // Beyond this every number is whole, and adding to it would change it.
    if scaled.abs() >= 1e15 { number } else { (scaled * (1.0 + 2.0 * f64::EPSILON)).round() / factor }
}
