//! Two answers compared with each other.

use super::expression::Writer;
use crate::questionnaire::convert::formula::fold::binary;
use crate::questionnaire::convert::formula::{Formula, Operator};
use crate::questionnaire::convert::surveyjs::expression::two;

impl Writer<'_> {
    /// Two answers that are compared: in theirs two that are missing are equal, and in order.
    pub fn two(&self, left: &Formula, operator: Operator, right: &Formula) -> Result<Option<(String, u8)>, String> {
        let whole = binary(left.clone(), operator, right.clone());
        if let Some(Formula::Binary(left, operator, right)) = two::comparison(&whole) {
            return Ok(Some((self.compared(left, *operator, right)?, 3)));
        }
        let Some([one, other]) = two::missing(&whole) else { return Ok(None) };
        if self.kind(one).is_none() || self.kind(other).is_none() {
            return Ok(None);
        }
        let (equality, one) = (self.compared(left, operator, right)?, self.write(one, 9)?);
        Ok(Some(match operator {
            Operator::Unequal => (format!("{equality} or {one} empty"), 1),
            _ => (format!("{equality} and {one} notempty"), 2),
        }))
    }

    fn compared(&self, left: &Formula, operator: Operator, right: &Formula) -> Result<String, String> {
        let sign = match operator {
            Operator::AtMost => "<=",
            Operator::AtLeast => ">=",
            _ => return self.equality(left, operator, right),
        };
        Ok(format!("{} {sign} {}", self.write(left, 3)?, self.write(right, 4)?))
    }
}
