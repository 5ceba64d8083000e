//! Two answers compared with each other.

use super::expression::Writer;
use crate::questionnaire::convert::formula::fold::binary;
use crate::questionnaire::convert::formula::{Formula, Operator};
use crate::questionnaire::convert::surveyjs::expression::two;

impl Writer<'_> {
    /// Two answers that are compared: in theirs two that are missing are equal.
    pub fn two(&self, left: &Formula, operator: Operator, right: &Formula) -> Result<Option<(String, u8)>, String> {
        let whole = binary(left.clone(), operator, right.clone());
        if let Some(Formula::Binary(left, operator, right)) = two::comparison(&whole) {
            return Ok(Some((self.equality(left, *operator, right)?, 3)));
        }
        let Some([one, other]) = two::missing(&whole) else { return Ok(None) };
        if self.kind(one).is_none() || self.kind(other).is_none() {
            return Ok(None);
        }
        let (equality, one) = (self.equality(left, operator, right)?, self.write(one, 9)?);
        Ok(Some(match operator {
            Operator::Equal => (format!("{equality} and {one} notempty"), 2),
            _ => (format!("{equality} or {one} empty"), 1),
        }))
    }
}
