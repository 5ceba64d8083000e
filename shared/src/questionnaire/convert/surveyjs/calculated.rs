//! Values that follow from answers. They may stand before what they look at in theirs; in ours they stand behind.

use serde_json::Value;

use super::Reading;
use super::budget::SPENT;
use super::expression::{Sight, Term, Type, Why};
use super::fields::Fields;
use super::json::{spelled, told};
use super::known::Kind;
use super::made::Made;
use super::page::Within;
use crate::questionnaire::convert::formula::{Formula, Operator, print};
use crate::questionnaire::format::{Question, QuestionType, Section};
use crate::questionnaire::problem::quoted;

/// Digits that are shown of a number with a fraction.
const SHOWN_DECIMALS: u8 = 2;
/// Digits that can be shown at most.
const MOST_DECIMALS: usize = 6;

/// A calculated value that stands nowhere yet.
pub struct Waiting {
    name: String,
    source: String,
    place: String,
    question: Question,
    /// It is an element, and counted as one.
    is_element: bool,
}

impl Reading<'_> {
    /// The calculated values of the survey: each will stand in the first section where it can.
    pub fn calculated_values(&mut self, list: &[Value]) {
        for (at, value) in list.iter().enumerate() {
            let place = format!("calculatedValues[{at}]");
            let Some(mut fields) = Fields::of(value, &place) else {
                self.report.dropped(place, "this is no calculated value");
                continue;
            };
            let name = fields.take("name").map(spelled).unwrap_or_default();
            let source = fields.string("expression").unwrap_or_default().to_owned();
            let (text, place) = (self.same(&name), fields.place.clone());
            let question = Question { text, ..Question::default() };
            self.finish(fields);
            self.wait(Waiting { name, source, place, question, is_element: false });
        }
    }

    /// Keeps a calculated value until what it looks at is there.
    pub fn wait(&mut self, waiting: Waiting) {
        self.known.waiting.entry(waiting.name.clone()).or_insert_with(|| waiting.source.clone());
        self.waiting.push(waiting);
    }

    /// An element that shows a calculated value.
    pub fn expression(
        &mut self,
        fields: &mut Fields<'_>,
        name: &str,
        within: &Within,
        question: &mut Question,
    ) -> Made {
        let place = fields.place.clone();
        let Some(source) = fields.string("expression") else {
            self.report.dropped(place, "it has no expression");
            return Made::Dropped;
        };
        let digits = fields.whole("maximumFractionDigits").or(fields.whole("precision"));
        question.decimals = digits.and_then(|digits| u8::try_from(digits.min(MOST_DECIMALS)).ok());
        self.look_of_value(fields, question);
        match self.calculated(source, question) {
            Ok(kind) => Made::Carried(kind),
            Err(Why::Later(later)) if !within.repeats => {
                let reason = format!("it looks at {{{later}}}, which comes later");
                self.report.replaced(&place, reason, "it stands at the end of the first section where it can");
                let waiting = Waiting {
                    name: name.to_owned(),
                    source: source.to_owned(),
                    place,
                    question: question.clone(),
                    is_element: true,
                };
                Made::Waits(Box::new(waiting))
            }
            Err(why) => {
                self.report.dropped(place, format!("the expression {}: {}", quoted(source), why.told()));
                Made::Dropped
            }
        }
    }

    /// How a value is shown: its currency is its unit.
    fn look_of_value(&mut self, fields: &mut Fields<'_>, question: &mut Question) {
        let currency = fields.string("currency").unwrap_or("USD");
        match fields.string("displayStyle") {
            Some("currency") => {
                question.unit = Some(currency.to_owned());
                question.decimals = question.decimals.or(Some(SHOWN_DECIMALS));
            }
            Some("percent") => {
                self.report.replaced(
                    fields.at("displayStyle"),
                    "a share of 1, shown as percent",
                    "the number itself; calculate it with * 100 and the unit percent",
                );
            }
            _ => {}
        }
        let format = fields.take("format").map(|format| format.get("default").unwrap_or(format));
        if let Some(format) = format.filter(|format| format.as_str() != Some("{0}")) {
            let reason = format!("the words {} around the value", told(format));
            self.report.replaced(fields.at("format"), reason, "the value alone");
        }
    }

    fn calculated(&mut self, source: &str, question: &mut Question) -> Result<Kind, Why> {
        if !self.can_afford(source) {
            return Err(Why::Other(SPENT.into()));
        }
        let (formula, kind) = value(Sight::new(&self.known).value(source)?)?;
        question.question_type = QuestionType::Calculated;
        question.value = Some(print(&formula));
        question.decimals = question.decimals.or_else(|| has_fractions(&formula).then_some(SHOWN_DECIMALS));
        Ok(kind)
    }

    /// Puts the calculated values that can stand there at the end of a section that everybody sees.
    pub fn place_calculated(&mut self, section: &mut Section) {
        if section.show_if.is_some() || section.randomise || section.questions.is_empty() {
            return;
        }
        loop {
            let before = self.waiting.len();
            for waiting in std::mem::take(&mut self.waiting) {
                self.try_place(waiting, section);
            }
            if self.waiting.len() == before || self.waiting.is_empty() {
                return;
            }
        }
    }

    fn try_place(&mut self, mut waiting: Waiting, section: &mut Section) {
        let others = std::mem::take(&mut self.known.waiting);
        // Only what stands above counts now.
        let found = if self.has_room(1) {
            self.calculated(&waiting.source, &mut waiting.question)
        } else {
            Err(Why::Later(String::new()))
        };
        self.known.waiting = others;
        let Ok(kind) = found else { return self.waiting.push(waiting) };
        self.known.waiting.remove(&waiting.name);
        let code = self.push(&waiting.name, kind, waiting.question, &mut section.questions);
        if !waiting.is_element {
            let by = format!("a question that is not shown, {code}, in the section {}", section.id);
            self.report.replaced(waiting.place, "a calculated value of the whole survey", by);
        }
    }

    /// What is left of the calculated values stands in the last section, or nowhere.
    pub fn rest_of_calculated(&mut self, sections: &mut [Section]) {
        let last = sections.last_mut();
        if let Some(section) = last.filter(|_| !self.waiting.is_empty()) {
            let (show_if, randomise) = (section.show_if.take(), section.randomise);
            section.randomise = false;
            let before = section.questions.len();
            self.place_calculated(section);
            if show_if.is_some() && section.questions.len() > before {
                let reason = "what it is calculated from stands in sections that not everybody sees";
                self.report.replaced(&section.id, reason, "calculated values in the last section");
            }
            (section.show_if, section.randomise) = (show_if, randomise);
        }
        for waiting in std::mem::take(&mut self.waiting) {
            let why = Sight::new(&self.known).value(&waiting.source).and_then(value).err();
            let why = why.map_or_else(|| "it depends on itself or on too much".to_owned(), |why| why.told());
            self.report.dropped(waiting.place, format!("the expression {}: {why}", quoted(&waiting.source)));
            if waiting.is_element {
                self.report.replaced -= 1;
                self.report.dropped += 1;
            }
        }
    }
}

/// Whether a number may have a fraction although what it is computed from has none.
fn has_fractions(formula: &Formula) -> bool {
    match formula {
        Formula::Binary(left, operator, right) => {
            *operator == Operator::Over || has_fractions(left) || has_fractions(right)
        }
        Formula::Call(name, arguments) => name == "average" || arguments.iter().any(has_fractions),
        Formula::Either(parts) => has_fractions(&parts.1) || has_fractions(&parts.2),
        _ => false,
    }
}

/// What a calculated question holds.
fn value(term: Term) -> Result<(Formula, Kind), Why> {
    let kind = match term.ty {
        Type::Number => Kind::Number,
        Type::Text | Type::Word(_) => Kind::Text,
        Type::Date => Kind::Date,
        Type::Flag => Kind::Flag,
        Type::Choice(options) => Kind::Choice(options),
        Type::Bool => {
            let words = |truth: &str| Formula::Text(truth.into());
            let formula = Formula::Either(Box::new((term.formula, words("true"), words("false"))));
            return Ok((formula, Kind::Flag));
        }
        _ => return Err(Why::Other(format!("{} is no value to show", term.called()))),
    };
    Ok((term.formula, kind))
}
