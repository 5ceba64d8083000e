//! Lines of text, numbers, dates and what else is typed in.

use serde_json::Value;

use super::Reading;
use super::fields::Fields;
use super::known::Kind;
use super::limits::MOST_DECIMALS;
use super::made::Made;
use crate::questionnaire::format::{Bound, Question, QuestionType};
use crate::questionnaire::problem::quoted;

/// Characters of the longest answer.
const LONGEST: usize = 10_000;
/// Characters of a line of text, and of a text of several, where nothing is said.
const DEFAULTS: (usize, usize) = (200, 2_000);

impl Reading<'_> {
    /// A field to type in.
    pub fn text(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        use QuestionType as T;
        let input = fields.string("inputType").unwrap_or("text");
        let (question_type, kind, instead) = match input {
            "text" => (T::ShortText, Kind::Text, None),
            "number" => (T::Numeric, Kind::Number, None),
            "range" => (T::Slider, Kind::Number, None),
            "date" => (T::Date, Kind::Date, None),
            "month" => (T::Month, Kind::Date, None),
            "time" => (T::Time, Kind::Date, None),
            "email" => (T::Email, Kind::Text, None),
            "url" => (T::Url, Kind::Text, None),
            "tel" => (T::Phone, Kind::Text, None),
            "datetime-local" | "datetime" => (T::Date, Kind::Date, Some("a date without the time of day")),
            _ => (T::ShortText, Kind::Text, Some("a line of text")),
        };
        if let Some(instead) = instead {
            self.report.replaced(fields.at("inputType"), format!("an input of the type {}", quoted(input)), instead);
        }
        question.question_type = question_type;
        let (kind, masked) = self.mask(fields, question, kind);
        match kind {
            Kind::Number => self.number(fields, question),
            Kind::Date => self.date(fields, input, question),
            _ => self.characters(fields, question),
        }
        if instead.is_some() || masked { Made::Replaced(kind) } else { Made::Carried(kind) }
    }

    /// Several lines.
    pub fn lines(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        question.question_type = QuestionType::OpenText;
        for key in ["rows", "cols"] {
            if fields.take(key).is_some() {
                self.tally.count(super::settings::Concern::Look, key);
            }
        }
        self.characters(fields, question);
        Made::Carried(Kind::Text)
    }

    fn characters(&mut self, fields: &mut Fields<'_>, question: &mut Question) {
        // Their -1 stands for no limit.
        let most = fields.number("maxLength").filter(|count| *count > 0.0);
        let most: Option<usize> = most.and_then(|count| format!("{}", count.floor()).parse().ok());
        match question.question_type {
            QuestionType::ShortText | QuestionType::OpenText => {
                question.max_length = self.length_of(most, fields, question);
            }
            _ if most.is_some() => {
                self.report
                    .dropped(fields.at("maxLength"), "the length of an address or telephone number is not limited");
            }
            _ => {}
        }
        for key in ["min", "max", "step"] {
            if fields.take(key).is_some() {
                self.report.dropped(fields.at(key), "a text is neither small nor large");
            }
        }
    }

    /// How long an answer may be; one that may be longer than ours is told.
    fn length_of(&mut self, most: Option<usize>, fields: &Fields<'_>, question: &Question) -> Option<usize> {
        match most {
            Some(most) if most > LONGEST => {
                let reason = format!("up to {most} characters");
                self.report.replaced(fields.at("maxLength"), reason, format!("at most {LONGEST}"));
            }
            None => {
                let (what, ours) = match question.question_type {
                    QuestionType::OpenText => ("a text", DEFAULTS.1),
                    _ => ("a line of text", DEFAULTS.0),
                };
                let by = format!("at most {ours} characters; max_length allows up to {LONGEST}");
                self.report.replaced(&fields.place, format!("{what} of any length"), by);
            }
            Some(_) => {}
        }
        most.map(|most| most.clamp(1, LONGEST))
    }

    fn number(&mut self, fields: &mut Fields<'_>, question: &mut Question) {
        let (min, max, step) = (fields.number("min"), fields.number("max"), fields.number("step"));
        if fields.whole("maxLength").is_some_and(|count| count > 0) {
            self.report.dropped(fields.at("maxLength"), "a number has no length; limit it by its size");
        }
        if question.question_type == QuestionType::Slider {
            question.min = Some(Bound::Number(min.unwrap_or(0.0)));
            question.max = Some(Bound::Number(max.unwrap_or(100.0)));
            question.step = Some(step.filter(|step| *step > 0.0).unwrap_or(1.0));
            return;
        }
        question.min = min.map(Bound::Number).or(question.min.take());
        question.max = max.map(Bound::Number).or(question.max.take());
        // Without steps any number can be typed.
        question.decimals = question.decimals.or(Some(MOST_DECIMALS));
        if let Some(step) = step.filter(|step| *step > 0.0) {
            question.decimals = decimals(step).or(Some(MOST_DECIMALS));
            if ![1.0, 0.1, 0.01, 0.001, 0.0001].iter().any(|plain| (plain - step).abs() < 1e-9) {
                let reason = format!("steps of {step}");
                self.report.replaced(fields.at("step"), reason, "a number with as many digits after the decimal sign");
            }
        }
    }

    fn date(&mut self, fields: &mut Fields<'_>, input: &str, question: &mut Question) {
        for (key, is_min) in [("min", true), ("max", false)] {
            let Some(bound) = fields.take(key).and_then(Value::as_str) else { continue };
            let bound = if input.starts_with("datetime") { bound.split('T').next().unwrap_or(bound) } else { bound };
            if !fits(bound, question.question_type) {
                self.report
                    .dropped(fields.at(key), format!("{} is no date as this question takes them", quoted(bound)));
                continue;
            }
            let bound = Some(Bound::Text(bound.to_owned()));
            if is_min { question.min = bound } else { question.max = bound }
        }
        for key in ["step", "maxLength"] {
            if fields.take(key).is_some() {
                self.report.dropped(fields.at(key), "dates have neither steps nor lengths");
            }
        }
    }

    /// A mask that is typed into: of numbers it makes a number, others are left out.
    fn mask(&mut self, fields: &mut Fields<'_>, question: &mut Question, kind: Kind) -> (Kind, bool) {
        let (mask, settings) = (fields.string("maskType").unwrap_or("none"), fields.take("maskSettings"));
        match mask {
            "none" => return (kind, false),
            "numeric" | "currency" if question.question_type == QuestionType::ShortText => {}
            _ => {
                self.report.dropped(
                    fields.at("maskType"),
                    format!("a mask of the type {}: answers are typed freely", quoted(mask)),
                );
                return (kind, false);
            }
        }
        let number = |key: &str| settings.and_then(|settings| settings.get(key)?.as_f64());
        question.question_type = QuestionType::Numeric;
        question.min = number("min").map(Bound::Number);
        question.max = number("max").map(Bound::Number);
        question.decimals = number("precision").and_then(|digits| decimals(0.1_f64.powf(digits))).or(Some(2));
        self.report.replaced(fields.at("maskType"), format!("a mask of the type {}", quoted(mask)), "a number");
        (Kind::Number, true)
    }
}

/// How many digits a step needs after the decimal sign.
fn decimals(step: f64) -> Option<u8> {
    (0..=6).find(|digits| {
        let scaled = step * 10_f64.powi(i32::from(*digits));
        (scaled - scaled.round()).abs() < 1e-6 && scaled > 0.5
    })
}

/// Whether a bound is written as the question's answers are.
fn fits(bound: &str, question_type: QuestionType) -> bool {
    let is_form = |form: &str| {
        form.len() == bound.len()
            && form
                .bytes()
                .zip(bound.bytes())
                .all(|(form, byte)| if form == b'0' { byte.is_ascii_digit() } else { form == byte })
    };
    match question_type {
        QuestionType::Month => is_form("0000-00"),
        QuestionType::Time => is_form("00:00"),
        _ => is_form("0000-00-00") && chrono::NaiveDate::parse_from_str(bound, "%Y-%m-%d").is_ok(),
    }
}
