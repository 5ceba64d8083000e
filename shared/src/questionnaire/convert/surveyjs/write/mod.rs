//! Questionnaires of ours as surveys of `SurveyJS`.
//!
//! What their tool knows is written so that it reads back as it was; everything else is told. Conditions and calculations
//! are translated by `expression`, for the kinds of the questions they name.

mod calculated;
mod call;
mod choices;
mod expression;
mod kinds;
mod matrix;
mod question;
mod rules;
#[cfg(test)]
mod tests;
mod texts;
mod two;

use serde_json::{Map, Value, json};

use self::kinds::Kinds;
use crate::questionnaire::convert::Report;
use crate::questionnaire::format::{Choice, Condition, Document, Question, Section};

/// The settings of one object of theirs.
type Object = Map<String, Value>;

/// Writes `document` as a survey; what cannot be written is in `report`, by its place in our format.
#[must_use]
pub fn write(document: &Document, report: &mut Report) -> String {
    let mut writing = Writing { document, report, kinds: Kinds::of(document), group: None, settings: 0 };
    let survey = writing.survey();
    writing.told_together();
    serde_json::to_string_pretty(&Value::Object(survey)).unwrap_or_default() + "\n"
}

struct Writing<'w> {
    document: &'w Document,
    report: &'w mut Report,
    kinds: Kinds<'w>,
    /// The repeating group whose questions are written.
    group: Option<&'w Question>,
    /// Settings of ours that describe questions to our statistics.
    settings: usize,
}

impl<'w> Writing<'w> {
    fn survey(&mut self) -> Object {
        let document = self.document;
        let mut survey = Object::new();
        if document.default_language != "en" {
            survey.insert("locale".into(), json!(document.default_language));
        }
        survey.insert("title".into(), self.texts(&document.title, "title"));
        if let Some(intro) = &document.intro {
            survey.insert("description".into(), self.texts(intro, "intro"));
        }
        if let Some(thanks) = &document.thanks {
            survey.insert("completedHtml".into(), self.html(thanks, "thanks"));
        }
        let sections = document.sections.iter().enumerate();
        let pages: Vec<_> = sections.map(|(at, section)| self.page(section, &format!("sections[{at}]"))).collect();
        survey.insert("pages".into(), Value::Array(pages));
        self.untold();
        survey
    }

    fn page(&mut self, section: &'w Section, place: &str) -> Value {
        let place = format!("{place} ({})", section.id);
        let mut page = Object::new();
        page.insert("name".into(), json!(section.id));
        page.insert("title".into(), self.texts(&section.title, &place));
        if let Some(intro) = &section.intro {
            page.insert("description".into(), self.texts(intro, &place));
        }
        self.shown_if(section.show_if.as_ref(), &place, &mut page);
        if section.randomise {
            page.insert("questionOrder".into(), json!("random"));
        }
        let elements = self.elements(&section.questions, &place);
        page.insert("elements".into(), Value::Array(elements));
        Value::Object(page)
    }

    /// The elements of a list of questions.
    fn elements(&mut self, questions: &'w [Question], place: &str) -> Vec<Value> {
        let each = questions.iter().enumerate();
        each.filter_map(|(at, question)| self.question(question, &format!("{place}.questions[{at}] ({})", question.id)))
            .map(Value::Object)
            .collect()
    }

    /// Writes a condition, or tells why not.
    fn shown_if(&mut self, condition: Option<&Condition>, place: &str, object: &mut Object) {
        let Some(condition) = condition else { return };
        match expression::condition(condition, self.sight(None)) {
            Ok(written) => {
                self.loose(&written, place);
                object.insert("visibleIf".into(), json!(written.text));
            }
            Err(reason) => self.report.dropped(format!("{place}.show_if"), reason),
        }
    }

    /// What an expression can see; `own` is the question whose answer is checked.
    fn sight(&self, own: Option<&'w Question>) -> expression::Sight<'_> {
        expression::Sight { kinds: &self.kinds, group: self.group, own }
    }

    /// Tells where theirs holds for some more answers than ours.
    fn loose(&mut self, written: &expression::Written, place: &str) {
        for reason in &written.loose {
            self.report.replaced(place, *reason, "their nearest expression");
        }
    }

    /// Parts of the questionnaire that surveys do not have.
    fn untold(&mut self) {
        let document = self.document;
        let parts = [
            (true, "id", "a survey has no name"),
            (document.version.is_some(), "version", "a survey has no version"),
            (document.kind.is_some() || document.cadence.is_some(), "cadence", "a survey is asked once"),
            (document.estimated_minutes.is_some(), "estimated_minutes", "a survey has no length"),
            (document.hub, "hub", "pages are answered in their order"),
            (!document.classification.is_empty(), "classification", "a survey knows no attributes of companies"),
            (!document.derived.is_empty(), "derived", "a survey computes no indicators"),
        ];
        for (_, key, reason) in parts.into_iter().filter(|(is_there, ..)| *is_there) {
            self.report.dropped(key, reason);
        }
    }

    fn told_together(&mut self) {
        if self.settings > 0 {
            let reason = format!(
                "{} settings for statistics (scores, units, indicators, polarity, publication, cadence)",
                self.settings
            );
            self.report.dropped("the questionnaire", reason);
        }
    }

    /// The options of a question: its own, or those of a scale.
    fn options(&self, own: Option<&'w Vec<Choice>>, scale: Option<&str>) -> &'w [Choice] {
        let document = self.document;
        let shared = scale.and_then(|scale| document.scales.get(scale)).map(|scale| scale.options.as_slice());
        own.map(Vec::as_slice).or(shared).unwrap_or_default()
    }
}
