//! Numbers: one, or one a row.

use std::rc::Rc;

use super::super::formula::{Formula, Operator};
use super::asked::Asked;
use super::check::bounded;
use super::making::Making;
use super::multiple::whole;
use super::names::{Cell, Known, Shape};
use super::question::Made;
use super::survey::Question as Theirs;
use super::translate::written;
use super::value::decimal;
use crate::questionnaire::convert::formula::fold::call;
use crate::questionnaire::format::{Bound, Check, Question, QuestionType, Texts, Total};
use crate::questionnaire::problem::quoted;

/// Digits that may stand behind the decimal sign; theirs allow about as many.
pub const MOST_DECIMALS: u8 = 6;

impl<'r> Making<'r, '_> {
    pub(super) fn numerical(&mut self, theirs: &'r Theirs<'r>, id: &str, place: &str) -> Made {
        let known = Self::provisional(theirs, id, &Shape::Number);
        let question = self.number_keys(theirs, &known, place, ["min_num_value_n", "max_num_value_n"]);
        Made::new(QuestionType::Numeric, Shape::Number).with(question)
    }

    /// What all numbers have: bounds, decimals, unit.
    fn number_keys(&mut self, theirs: &Theirs<'r>, known: &Known<'r>, place: &str, bounds: [&str; 2]) -> Question {
        let mut checks = Vec::new();
        let min = self.bound(known, place, theirs.settings.get(bounds[0]), Operator::AtLeast, &mut checks);
        let max = self.bound(known, place, theirs.settings.get(bounds[1]), Operator::AtMost, &mut checks);
        let decimals = (!theirs.settings.is_on("num_value_int_only")).then_some(MOST_DECIMALS);
        let digits = theirs.settings.get("maximum_chars");
        if !digits.is_empty() {
            self.report.dropped(place, format!("at most {digits} signs a number"));
        }
        let (min, max) = (min.map(Bound::Number), max.map(Bound::Number));
        let unit = Self::unit(theirs);
        let text = if unit.is_some() { None } else { self.with_affixes(theirs, place) };
        Question { min, max, decimals, checks, unit, text: text.unwrap_or_default(), ..Question::default() }
    }

    /// A number for each subquestion, and what they come to.
    pub(super) fn amounts(&mut self, theirs: &'r Theirs<'r>, id: &str, place: &str) -> Option<Made> {
        let (rows, names) = self.array_rows(theirs, place)?;
        let shape = Shape::Table(names, vec![((String::new(), "amount".into()), Cell::Number)]);
        let known = Self::provisional(theirs, id, &shape);
        let settings = &theirs.settings;
        let slider = settings.is_on("slider_layout");
        settings.get("slider_separator");
        let bounds = if slider { ["slider_min", "slider_max"] } else { ["min_num_value_n", "max_num_value_n"] };
        let mut question = self.number_keys(theirs, &known, place, bounds);
        if slider {
            self.slider(theirs, place, &mut question);
        }
        question.total = self.total(theirs, place);
        for (names, sign) in [
            (["min_num_value", "min_num_value_sgqa"], Operator::AtLeast),
            (["max_num_value", "max_num_value_sgqa"], Operator::AtMost),
        ] {
            let source = settings.first(&names);
            if !source.is_empty() {
                let sum = call("sum", vec![Formula::Ours("column(this, \"amount\")".into())]);
                let rule = self.context().number(source).and_then(|number| bounded(sum, sign, number));
                let message = self.bound_words("sum-", sign, source);
                self.check(place, source, rule, message, &mut question.checks);
            }
        }
        Some(Made::new(QuestionType::Amounts, shape).with(Question { rows, ..question }))
    }

    fn slider(&mut self, theirs: &Theirs<'r>, place: &str, question: &mut Question) {
        let accuracy = decimal(theirs.settings.get("slider_accuracy")).unwrap_or(1.0);
        question.min.get_or_insert(Bound::Number(0.0));
        question.max.get_or_insert(Bound::Number(100.0));
        if accuracy.fract() == 0.0 {
            question.decimals = None;
        }
        self.report.replaced(
            place,
            format!("sliders in steps of {accuracy}"),
            "fields for numbers with the same bounds",
        );
    }

    /// What the numbers of all rows must come to.
    fn total(&mut self, theirs: &Theirs<'r>, place: &str) -> Option<Total> {
        let source = theirs.settings.first(&["equals_num_value", "num_value_equals_sgqa"]);
        if source.is_empty() {
            return None;
        }
        if let Some(number) = decimal(source) {
            return Some(Total::Number(number));
        }
        let number = self.context().number(source).and_then(|number| written(&number));
        match number {
            Ok(number) => Some(Total::Expression(number)),
            Err(fault) => {
                self.report
                    .dropped(place, format!("its total {} cannot be carried over: {}", quoted(source), fault.reason));
                None
            }
        }
    }

    /// A bound: a number, or a rule where it follows from other answers.
    pub(super) fn bound(
        &mut self,
        known: &Known<'r>,
        place: &str,
        source: &str,
        operator: Operator,
        checks: &mut Vec<Check>,
    ) -> Option<f64> {
        let number = decimal(source.trim_start_matches('{').trim_end_matches('}'));
        if number.is_none() && !source.is_empty() {
            let rule = self.bound_rule(known, operator, source);
            let message = self.bound_words("", operator, source);
            self.check(place, source, rule, message, checks);
        }
        number
    }

    /// A question whose rules are read before it can be named.
    pub(super) fn provisional(theirs: &Theirs<'r>, id: &str, shape: &Shape) -> Known<'r> {
        let (code, qid, gid) = (theirs.code, theirs.qid, theirs.gid);
        Known {
            path: id.to_owned(),
            code,
            qid,
            gid,
            shape: shape.clone(),
            text: Texts::new(),
            labels: Rc::default(),
            asked: Asked::default(),
        }
    }

    /// What stands behind a number, if it is one of the usual units in every language.
    fn unit(theirs: &Theirs<'r>) -> Option<String> {
        if !theirs.settings.get("prefix").is_empty() {
            return None;
        }
        let words = theirs.settings.words("suffix")?;
        let suffix = words.values().next().copied()?;
        if words.values().any(|other| *other != suffix) {
            return None;
        }
        match suffix {
            "%" => Some("percent".into()),
            "€" | "EUR" => Some("eur".into()),
            _ => {
                let good = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
                let is_code = suffix.len() <= 64 && suffix.bytes().all(good);
                is_code.then(|| suffix.to_owned())
            }
        }
    }

    /// The question with what stands before and behind its field; `None` if nothing does.
    pub(super) fn with_affixes(&mut self, theirs: &Theirs<'r>, place: &str) -> Option<Texts> {
        let (prefix, suffix) = (theirs.settings.words("prefix").cloned(), theirs.settings.words("suffix").cloned());
        let prefix = prefix.and_then(|words| self.texts(&format!("{place}, prefix"), &words));
        let suffix = suffix.and_then(|words| self.texts(&format!("{place}, suffix"), &words));
        if prefix.is_none() && suffix.is_none() {
            return None;
        }
        self.report.replaced(
            place,
            "words stand before or behind its field",
            "they stand behind the question, in brackets",
        );
        let text = self.texts_or(place, &theirs.text, theirs.code);
        let affix = |affix: &Option<Texts>, tag: &str| {
            affix.as_ref().and_then(|texts| texts.get(tag)).cloned().unwrap_or_default()
        };
        let with = |(tag, text): (String, String)| {
            let affixes = format!("{} … {}", affix(&prefix, &tag), affix(&suffix, &tag));
            let whole = format!("{text} ({})", affixes.trim());
            let fits = whole.chars().count() <= 4_000;
            (tag, if fits { whole } else { text })
        };
        Some(text.into_iter().map(with).collect())
    }

    /// A text of digits only.
    pub(super) fn number_as_text(&mut self, theirs: &Theirs<'r>, place: &str) -> Made {
        let text = self.with_affixes(theirs, place).unwrap_or_default();
        if let Some(digits) = whole(theirs.settings.get("maximum_chars")).filter(|digits| *digits > 0) {
            self.report.dropped(place, format!("at most {digits} signs a number"));
        }
        let question = Question { decimals: Some(MOST_DECIMALS), text, ..Question::default() };
        Made::new(QuestionType::Numeric, Shape::Number).with(question)
    }
}
