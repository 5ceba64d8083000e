//! Questions with options: radio buttons, boxes to tick, drop-down lists, pictures, rankings.

use serde_json::{Number, Value};

use super::Reading;
use super::choices::{Offer, last};
use super::fields::Fields;
use super::known::Kind;
use super::made::Made;
use crate::questionnaire::convert::lists::NotOurs;
use crate::questionnaire::format::{Choice, Question, QuestionType, WayOut};

/// Numbers that a range is counted up to.
const MOST_NUMBERS: f64 = 100_000.0;

impl Reading<'_> {
    /// A question with options.
    pub fn select(&mut self, their_type: &str, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        let is_multiple = match their_type {
            "imagepicker" => fields.flag("multiSelect"),
            other => matches!(other, "checkbox" | "tagbox" | "ranking"),
        };
        question.question_type = match (their_type, is_multiple) {
            ("ranking", _) => QuestionType::Ranking,
            ("dropdown", _) => QuestionType::Dropdown,
            (_, true) => QuestionType::MultiSelect,
            _ => QuestionType::Single,
        };
        if Self::is_from_elsewhere(fields) {
            return self.text_instead(NotOurs::Elsewhere("on a server"), is_multiple, fields, question);
        }
        let mut offer = match self.offered(fields, question) {
            Ok(offer) => offer,
            Err(list) => return self.text_instead(list, is_multiple, fields, question),
        };
        let order = fields.string("choicesOrder");
        let is_drawn = self.ordered(order, &mut offer, &fields.at("choicesOrder"));
        self.specials(fields, is_multiple, is_drawn, &mut offer, question);
        if let Some(count) = offer.too_many() {
            return self.text_instead(NotOurs::TooLong(count), is_multiple, fields, question);
        }
        self.limits(fields, is_multiple, question);
        question.randomise = is_drawn;
        if offer.options.choices.is_empty() {
            self.report.dropped(&fields.place, "it has no options");
            return Made::Dropped;
        }
        let options = offer.done();
        if question.options_from.is_none() {
            question.options = Some(options.choices.clone());
        }
        let is_same = !matches!(their_type, "imagepicker")
            || question.options.iter().flatten().all(|choice| choice.image.is_some());
        let kind = if is_multiple { Kind::Choices(options) } else { Kind::Choice(options) };
        if is_same { Made::Carried(kind) } else { Made::Replaced(kind) }
    }

    /// Options that cannot be ours are typed in.
    pub fn text_instead(
        &mut self,
        list: NotOurs,
        is_multiple: bool,
        fields: &Fields<'_>,
        question: &mut Question,
    ) -> Made {
        question.question_type = list.tell(self.report, fields.place.as_str(), is_multiple);
        (question.options, question.options_from, question.dont_know) = (None, None, None);
        Made::Replaced(Kind::Other)
    }

    /// Options that another server gives are never loaded.
    fn is_from_elsewhere(fields: &mut Fields<'_>) -> bool {
        let source = fields.take("choicesByUrl").and_then(|source| source.get("url")?.as_str().map(str::to_owned));
        let loads = fields.flag("choicesLazyLoadEnabled");
        source.is_some_and(|url| !url.is_empty()) || loads
    }

    /// The options that the question itself or another one gives.
    fn offered(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Result<Offer, NotOurs> {
        let mut offer = Offer::default();
        let (values, place) = (fields.list("choices"), fields.at("choices"));
        let visible_if = fields.string("choicesVisibleIf");
        let numbers = numbers(fields);
        if let Some(source) = fields.string("choicesFromQuestion") {
            if !values.is_empty() {
                self.report.dropped(place, "its options are those of another question, so its own are never shown");
            }
            self.carried_on((source, visible_if), fields, question, &mut offer)?;
            return Ok(offer);
        }
        self.offer(values, visible_if, &place, &mut offer);
        self.offer(&numbers, visible_if, &fields.at("choicesMin"), &mut offer);
        Ok(offer)
    }

    /// The options that their tool has itself: other, none, a refusal, no knowledge.
    fn specials(
        &mut self,
        fields: &mut Fields<'_>,
        is_multiple: bool,
        is_drawn: bool,
        offer: &mut Offer,
        question: &mut Question,
    ) {
        let special = |reading: &mut Self, flags: &[&str], text: &str, key: &str, fields: &mut Fields<'_>| {
            let (is_on, words) = (fields.flags(flags), fields.take(text));
            let label = is_on.then(|| reading.texts_or_standard(words, &fields.at(text), key));
            if words.is_some() && !is_on {
                reading.tally.count(super::settings::Concern::Words, text);
            }
            label.map(|label| Choice { label, anchor: last(is_drawn), ..Choice::default() })
        };
        if let Some(other) = special(self, &["showOtherItem", "hasOther"], "otherText", "surveyjs-other", fields) {
            offer.special("other", Choice { other_text: true, ..other });
        }
        if let Some(none) = special(self, &["showNoneItem", "hasNone"], "noneText", "surveyjs-none", fields) {
            offer.special("none", Choice { exclusive: is_multiple, ..none });
        }
        let refusal = special(self, &["showRefuseItem"], "refuseText", "surveyjs-refused", fields);
        let unknown = special(self, &["showDontKnowItem"], "dontKnowText", "surveyjs-dont-know", fields);
        if let (Some(refusal), true) = (&refusal, unknown.is_some()) {
            offer.special("refused", Choice { exclusive: is_multiple, ..refusal.clone() });
        }
        let way_out = unknown.map(|choice| ("dontknow", choice)).or(refusal.map(|choice| ("refused", choice)));
        if let Some((code, choice)) = way_out {
            let code = offer.apart(code);
            question.dont_know = Some(WayOut::Own(Choice { code, anchor: None, ..choice }));
        }
    }

    /// How many options may be chosen.
    fn limits(&mut self, fields: &mut Fields<'_>, is_multiple: bool, question: &mut Question) {
        let least = fields.whole("minSelectedChoices").filter(|count| *count > 0);
        let most = fields.whole("maxSelectedChoices").filter(|count| *count > 0);
        let ranks_some = fields.flag("selectToRankEnabled");
        match question.question_type {
            QuestionType::MultiSelect => (question.min_choices, question.max_choices) = (least, most),
            QuestionType::Ranking if ranks_some => {
                question.max_ranks = most;
                if least.is_some() {
                    self.report.dropped(
                        fields.at("minSelectedChoices"),
                        "a ranking may have any number of ranks up to a limit",
                    );
                }
            }
            _ if is_multiple || (least.is_none() && most.is_none()) => {}
            _ => self.report.dropped(&fields.place, "a number of options where only one can be chosen"),
        }
    }
}

/// Numbers from `choicesMin` to `choicesMax`.
fn numbers(fields: &mut Fields<'_>) -> Vec<Value> {
    let (min, max) = (fields.number("choicesMin"), fields.number("choicesMax"));
    let step = fields.number("choicesStep").filter(|step| *step > 0.0).unwrap_or(1.0);
    let (Some(min), Some(max)) = (min, max) else { return vec![] };
    steps(min, max, step)
}

/// The numbers from `min` to `max`.
pub fn steps(min: f64, max: f64, step: f64) -> Vec<Value> {
    let mut values = vec![];
    let mut count = 0.0;
    while min + count * step <= max && count < MOST_NUMBERS {
        values.extend(whole_if_possible(min + count * step).map(Value::Number));
        count += 1.0;
    }
    values
}

/// A number as JSON, without a fraction where it has none.
#[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
pub fn whole_if_possible(number: f64) -> Option<Number> {
    if number.fract() == 0.0 && number.abs() < 1e15 { Some((number as i64).into()) } else { Number::from_f64(number) }
}
