//! Questions that look back: calculated values, summaries; and those without a value of their own to type: consent.

use super::Reading;
use super::entry::Fields;
use super::options::MOST_OPTIONS;
use crate::questionnaire::expression::{Expression, Wanted};
use crate::questionnaire::model::{Choice, ChoiceLook, Code, OptionOrder, QuestionKind};

impl Reading {
    /// Yes or no, and "uncertain" if it says so.
    pub fn yes_no(&mut self, fields: &mut Fields<'_>) -> QuestionKind {
        let names: &[&str] = if self.flag(fields, "uncertain") { &["yes", "no", "uncertain"] } else { &["yes", "no"] };
        let option = |name: &&str| Some(Choice::plain(Code::parse(name).ok()?, self.words_of_ours(name)));
        let options: Vec<Choice> = names.iter().filter_map(option).collect();
        let (order, look) = (OptionOrder::Written, ChoiceLook::Buttons);
        QuestionKind::Single { options, scale: None, order, look }
    }

    pub fn consent(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let statement = fields.need("statement", &mut self.problems)?;
        Some(QuestionKind::Consent { statement: self.text(&statement)? })
    }

    pub fn calculated(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let value = self.value(fields, Wanted::Printable);
        let format = self.number_format(fields);
        let shown = self.flag(fields, "shown");
        Some(QuestionKind::Calculated { value: value?, unit: format.unit, decimals: format.decimals, shown })
    }

    pub fn summary(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let value = self.value(fields, Wanted::Number);
        let entries = fields.need("of", &mut self.problems)?.list(&mut self.problems, MOST_OPTIONS)?;
        let of: Vec<_> = entries.iter().map(|entry| self.earlier(entry)).collect();
        let format = self.number_format(fields);
        let of = of.into_iter().collect::<Option<_>>()?;
        Some(QuestionKind::Summary { of, value: value?, unit: format.unit, decimals: format.decimals })
    }

    fn value(&mut self, fields: &mut Fields<'_>, wanted: Wanted) -> Option<Expression> {
        let entry = fields.need("value", &mut self.problems)?;
        let source = entry.text(&mut self.problems)?;
        self.expression(&entry, source, wanted)
    }
}
