//! Ratings and sliders.

use serde_json::Value;

use super::Reading;
use super::choices::Offer;
use super::fields::Fields;
use super::known::Kind;
use super::made::Made;
use super::select::steps;
use super::texts::short;
use super::words::standard;
use crate::questionnaire::convert::lists::NotOurs;
use crate::questionnaire::format::{Bound, Look, Question, QuestionType};

/// Points of the longest of our ratings.
const MOST_POINTS: f64 = 21.0;
/// The greatest point of a rating.
const GREATEST_POINT: f64 = 100.0;

impl Reading<'_> {
    /// A number out of some that stand side by side.
    pub fn rating(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        let (low, high) = (fields.take("minRateDescription"), fields.take("maxRateDescription"));
        question.low = self.texts(low, &fields.at("minRateDescription"));
        question.high = self.texts(high, &fields.at("maxRateDescription"));
        let look = self.look(fields);
        let values = fields.list("rateValues");
        let min = fields.number("rateMin").unwrap_or(1.0);
        let step = fields.number("rateStep").filter(|step| *step > 0.0).unwrap_or(1.0);
        let count = fields.number("rateCount");
        let max =
            fields.number("rateMax").or(count.map(|count| min + (count - 1.0) * step)).unwrap_or(min + 4.0 * step);
        let is_plain =
            values.is_empty() && (step - 1.0).abs() < f64::EPSILON && min.fract() == 0.0 && max.fract() == 0.0;
        if is_plain && min >= 0.0 && max <= GREATEST_POINT && max > min && max - min < MOST_POINTS {
            question.question_type = QuestionType::Rating;
            (question.min, question.max) = (Some(Bound::Number(min)), Some(Bound::Number(max)));
            question.look = look;
            return Made::Carried(Kind::Number);
        }
        let numbers = steps(min, max, step);
        let points = if values.is_empty() { numbers.as_slice() } else { values };
        self.points(points, fields, question)
    }

    /// Points with values or texts of their own: options.
    fn points(&mut self, points: &[Value], fields: &Fields<'_>, question: &mut Question) -> Made {
        let mut offer = Offer::default();
        self.offer(points, None, &fields.at("rateValues"), &mut offer);
        let ends = (question.low.take(), question.high.take());
        if let Some(count) = offer.too_many() {
            return self.text_instead(NotOurs::TooLong(count), false, fields, question);
        }
        let choices = &mut offer.options.choices;
        if choices.is_empty() {
            self.report.dropped(&fields.place, "it has no points");
            return Made::Dropped;
        }
        for (choice, end) in [(0, ends.0), (choices.len() - 1, ends.1)] {
            for (language, words) in end.into_iter().flatten() {
                choices[choice].label.entry(language).and_modify(|label| *label = short(format!("{label} ({words})")));
            }
        }
        self.report.replaced(&fields.place, "a rating whose points are not 2 to 21 whole numbers in a row", "options");
        let options = offer.done();
        question.question_type = QuestionType::Single;
        question.options = Some(options.choices.clone());
        Made::Replaced(Kind::Choice(options))
    }

    fn look(&mut self, fields: &mut Fields<'_>) -> Option<Look> {
        match fields.string("rateType").or(fields.string("rateDisplayMode")) {
            Some("stars") => Some(Look::Stars),
            Some("smileys") => {
                self.report.replaced(fields.at("rateType"), "smileys", "numbers");
                None
            }
            _ => None,
        }
    }

    /// A number on a line; of a range its two ends.
    pub fn slider(&mut self, fields: &mut Fields<'_>, name: &str, question: &mut Question) -> Made {
        question.question_type = QuestionType::Slider;
        let bound = |value: Option<f64>, otherwise: f64| Some(Bound::Number(value.unwrap_or(otherwise)));
        question.min = bound(fields.number("min"), 0.0);
        question.max = bound(fields.number("max"), 100.0);
        question.step = Some(fields.number("step").filter(|step| *step > 0.0).unwrap_or(1.0));
        if fields.string("sliderType") != Some("range") {
            return Made::Carried(Kind::Number);
        }
        self.report.replaced(&fields.place, "a slider with two ends", "two questions");
        let end = |key: &str, suffix: &str| {
            let text = |(language, title): (&String, &String)| {
                let one = std::slice::from_ref(language);
                let mut made = standard(key, one, &[("title", title.as_str().into())]);
                (language.clone(), made.remove(language).unwrap_or_else(|| title.clone()))
            };
            let end = Question {
                text: question.text.iter().map(text).map(|(language, text)| (language, short(text))).collect(),
                ..question.clone()
            };
            (format!("{name}_{suffix}"), Kind::Number, end)
        };
        Made::Several(vec![end("surveyjs-from", "from"), end("surveyjs-to", "to")])
    }
}
