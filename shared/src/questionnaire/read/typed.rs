//! Questions whose answer is typed in: numbers, texts, dates and times.

use super::Reading;
use super::entry::{Entry, Fields};
use crate::questionnaire::model::{Moment, NumberFormat, Precision, QuestionKind, RatingLook, TextFormat};
use crate::questionnaire::moment;

/// Characters of an open text that says nothing of its length, and the most it may allow.
const OPEN_TEXT: (usize, usize) = (2_000, 10_000);
/// Characters of a line of text that says nothing of its length.
const SHORT_TEXT: usize = 200;
/// Digits after the decimal sign.
const MOST_DECIMALS: usize = 6;
/// Numbers of the longest rating.
const MOST_GRADES: usize = 21;

/// A bound that is a number.
fn number(entry: &Entry<'_>, problems: &mut super::Problems) -> Option<f64> {
    entry.number(problems)
}

impl Reading {
    /// The keys of a number.
    pub fn number_format(&mut self, fields: &mut Fields<'_>) -> NumberFormat {
        let unit = fields.take("unit").and_then(|unit| unit.code(&mut self.problems)).map(|unit| unit.to_string());
        let (min, max) = self.bounds(fields, number);
        let decimals = fields.take("decimals").and_then(|d| d.whole(&mut self.problems, 0, MOST_DECIMALS)).unwrap_or(0);
        NumberFormat { unit, min, max, decimals: u8::try_from(decimals).unwrap_or(0) }
    }

    /// `min` and `max`, in their order.
    fn bounds<T: PartialOrd>(
        &mut self,
        fields: &mut Fields<'_>,
        read: impl Fn(&Entry<'_>, &mut super::Problems) -> Option<T>,
    ) -> (Option<T>, Option<T>) {
        let min = fields.take("min").and_then(|min| read(&min, &mut self.problems));
        let max_entry = fields.take("max");
        let max = max_entry.as_ref().and_then(|max| read(max, &mut self.problems));
        if let (Some(min), Some(max), Some(entry)) = (&min, &max, max_entry)
            && min > max
        {
            entry.wrong(&mut self.problems, "max is below min");
        }
        (min, max)
    }

    pub fn numeric(&mut self, fields: &mut Fields<'_>) -> QuestionKind {
        QuestionKind::Numeric(self.number_format(fields))
    }

    /// An amount of money: the unit is the currency.
    pub fn currency(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let currency = fields.need("currency", &mut self.problems)?.parsed(&mut self.problems, |text| {
            let good = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            good.then(|| text.to_ascii_lowercase()).ok_or("write the three letters of a currency, such as EUR")
        })?;
        let mut format = self.number_format(fields);
        format.unit = Some(currency);
        Some(QuestionKind::Numeric(format))
    }

    /// From 0 to 100 unless it says otherwise.
    pub fn percentage(&mut self, fields: &mut Fields<'_>) -> QuestionKind {
        let format = self.number_format(fields);
        let (min, max) = (format.min.or(Some(0.0)), format.max.or(Some(100.0)));
        QuestionKind::Numeric(NumberFormat { unit: Some("percent".into()), min, max, ..format })
    }

    pub fn slider(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let format = self.number_format(fields);
        let step = fields.take("step").and_then(|step| step.number(&mut self.problems)).unwrap_or(1.0);
        let low = fields.take("low").and_then(|low| self.text(&low));
        let high = fields.take("high").and_then(|high| self.text(&high));
        match (format.min, format.max) {
            (Some(min), Some(max)) if step > 0.0 && step <= max - min => {
                Some(QuestionKind::Slider { format, step, low, high })
            }
            _ => {
                let reason = "a slider needs a \"min\", a \"max\" above it and a \"step\" that fits between them";
                self.problems.add(fields.line, fields.path.clone(), reason);
                None
            }
        }
    }

    pub fn rating(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let end = |entry: Option<Entry<'_>>, problems: &mut _, default: usize| match entry {
            Some(entry) => entry.whole(problems, 0, 100),
            None => Some(default),
        };
        let from = end(fields.take("min"), &mut self.problems, 1)?;
        let to = end(fields.take("max"), &mut self.problems, 5)?;
        let low = fields.take("low").and_then(|low| self.text(&low));
        let high = fields.take("high").and_then(|high| self.text(&high));
        let looks = [("numbers", RatingLook::Numbers), ("stars", RatingLook::Stars)];
        let look = fields.take("look").and_then(|look| look.word(&mut self.problems, &looks)).unwrap_or_default();
        if to <= from || to - from >= MOST_GRADES {
            let reason = format!("a rating has 2 to {MOST_GRADES} numbers from \"min\" to \"max\"");
            self.problems.add(fields.line, fields.path.clone(), reason);
            return None;
        }
        Some(QuestionKind::Rating { from: i64::try_from(from).ok()?, to: i64::try_from(to).ok()?, low, high, look })
    }

    /// The keys of a date or a time.
    pub fn moment(&mut self, fields: &mut Fields<'_>, precision: Precision) -> Moment {
        let read = |entry: &Entry<'_>, problems: &mut super::Problems| {
            entry.parsed(problems, |text| {
                let is_written = moment::is_written(precision, text);
                is_written
                    .then(|| text.to_owned())
                    .ok_or_else(|| format!("write it like {}", moment::example(precision)))
            })
        };
        let (min, max) = self.bounds(fields, read);
        Moment { precision, min, max }
    }

    /// Hours and minutes; its bounds are minutes.
    pub fn duration(&mut self, fields: &mut Fields<'_>) -> QuestionKind {
        let (min, max) = self.bounds(fields, number);
        QuestionKind::Duration { min, max }
    }

    pub fn text_kind(&mut self, fields: &mut Fields<'_>, format: TextFormat) -> Option<QuestionKind> {
        Some(QuestionKind::Text { format, max_length: self.max_length(fields, format)? })
    }

    /// How many characters a text may have.
    pub fn max_length(&mut self, fields: &mut Fields<'_>, format: TextFormat) -> Option<usize> {
        match fields.take("max_length") {
            Some(length) => length.whole(&mut self.problems, 1, OPEN_TEXT.1),
            None if format == TextFormat::Lines => Some(OPEN_TEXT.0),
            None => Some(SHORT_TEXT),
        }
    }
}
