//! One question: what all kinds have in common.

use super::Reading;
use super::entry::{Entry, Fields};
use super::options::Extras;
use super::shape::{Shape, shape};
use super::types::type_of;
use crate::questionnaire::expression::Wanted;
use crate::questionnaire::model::{Cadence, Check, Choice, Code, Polarity, Publish, Question, QuestionKind, Required};

/// The words for how often something is asked.
pub const CADENCES: [(&str, Cadence); 5] = [
    ("once", Cadence::Once),
    ("monthly", Cadence::Monthly),
    ("quarterly", Cadence::Quarterly),
    ("yearly", Cadence::Yearly),
    ("annual", Cadence::Yearly),
];

/// Rules of one question.
const MOST_CHECKS: usize = 50;

impl Reading {
    /// One question; what later questions may refer to is noted even if it has problems.
    pub fn question(&mut self, entry: &Entry<'_>) -> Option<Question> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("id", &mut self.problems).and_then(|id| id.code(&mut self.problems));
        if let Some(code) = &code {
            fields.path = format!("{} ({code})", fields.path);
        }
        self.scope.current(code.clone());
        self.current = code.as_ref().map(ToString::to_string);
        let question = self.body(&mut fields, code.as_ref());
        fields.finish(&mut self.problems);
        if let Some(code) = code {
            self.note(entry, code, question.as_ref());
        }
        question
    }

    /// What later expressions and rankings may look at.
    fn note(&mut self, entry: &Entry<'_>, code: Code, question: Option<&Question>) {
        let shape = question.map_or(Shape::Broken, shape);
        if self.seen.insert(code.to_string(), shape).is_some() {
            let reason = format!("there is a second question with the code \"{code}\"; give it another");
            entry.wrong(&mut self.problems, reason);
        }
        if let Some(way_out) = question.and_then(|question| question.dont_know.as_ref()) {
            self.scope.way_out(code.clone(), way_out.code.clone());
        }
        if let Some(QuestionKind::Matrix { rows, .. } | QuestionKind::Table { rows, .. }) = question.map(|q| &q.kind) {
            for (row, way_out) in rows.iter().filter_map(|row| Some((row, row.dont_know.as_ref()?))) {
                self.scope.row_way_out(code.clone(), row.code.clone(), way_out.code.clone());
            }
        }
        match question.map(|question| type_of(&question.kind)) {
            Some(Some(ty)) if self.item.is_some() => drop(self.item.as_mut().map(|item| item.push((code, ty)))),
            Some(Some(ty)) => drop(self.scope.question(code, ty)),
            _ => drop(self.scope.broken(code)),
        }
        if let Some(item) = &self.item {
            self.scope.items(item.clone());
        }
    }

    fn body(&mut self, fields: &mut Fields<'_>, code: Option<&Code>) -> Option<Question> {
        let text = fields.need("text", &mut self.problems).and_then(|text| self.text(&text));
        let help = fields.take("help").and_then(|help| self.text(&help));
        let show_if = fields.take("show_if").and_then(|show_if| self.condition(&show_if));
        let required = [("hard", Required::Hard), ("soft", Required::Soft)];
        let required = fields.take("required").and_then(|word| word.word(&mut self.problems, &required));
        let cadence = fields.take("cadence").and_then(|cadence| cadence.word(&mut self.problems, &CADENCES));
        let is_core = self.flag(fields, "core");
        let polarity = [("positive", Polarity::Positive), ("negative", Polarity::Negative)];
        let polarity = fields.take("polarity").and_then(|word| word.word(&mut self.problems, &polarity));
        let publish = [("tables", Publish::Tables), ("never", Publish::Never)];
        let publish = fields.take("publish").and_then(|word| word.word(&mut self.problems, &publish));
        let sensitive = [("magnitude", true), ("true", true), ("false", false)];
        let sensitive = fields.take("sensitive").and_then(|word| word.word(&mut self.problems, &sensitive));
        let indicator = self.words(fields, "indicator");
        let dont_know = self.dont_know_of(fields);
        let checks = fields.take("checks");
        let (kind, dont_know) = self.kind(fields, dont_know)?;
        let checks = checks.map(|checks| self.checks(&checks, &kind)).unwrap_or_default();
        Some(Question {
            code: code?.clone(),
            text: text?,
            help,
            show_if,
            required: required.unwrap_or_default(),
            checks,
            cadence,
            core: is_core,
            polarity: polarity.unwrap_or_default(),
            indicator,
            publish: publish.unwrap_or_default(),
            sensitive: sensitive.unwrap_or(false),
            dont_know,
            kind,
        })
    }

    /// Rules of the question's own; `this` is its answer.
    fn checks(&mut self, entry: &Entry<'_>, kind: &QuestionKind) -> Vec<Check> {
        let Some(ty) = type_of(kind) else {
            entry.wrong(&mut self.problems, "this type of question has no answer to check; leave \"checks\" out");
            return vec![];
        };
        self.scope.this(Some(ty));
        let entries = entry.list(&mut self.problems, MOST_CHECKS).unwrap_or_default();
        let checks = entries.iter().filter_map(|entry| self.check(entry)).collect();
        self.scope.this(None);
        checks
    }

    fn check(&mut self, entry: &Entry<'_>) -> Option<Check> {
        let mut fields = entry.fields(&mut self.problems)?;
        let rule = fields.need("rule", &mut self.problems).and_then(|rule| {
            let source = rule.text(&mut self.problems)?;
            self.expression(&rule, source, Wanted::Condition)
        });
        let message = fields.need("message", &mut self.problems).and_then(|message| self.text(&message));
        let soft = self.flag(&mut fields, "soft");
        fields.finish(&mut self.problems);
        Some(Check { rule: rule?, message: message?, soft })
    }

    /// The way out that a question or a row offers: the questionnaire's own by `true`, or one written out here.
    pub fn dont_know_of(&mut self, fields: &mut Fields<'_>) -> Option<Choice> {
        let entry = fields.take("dont_know")?;
        if matches!(entry.node.value, super::node::Value::Map(_)) {
            return self.option(&entry, Extras::None);
        }
        if !entry.flag(&mut self.problems)? {
            return None;
        }
        if self.dont_know.is_none() && !self.dont_know_broken {
            entry.wrong(&mut self.problems, "the questionnaire has no \"dont_know\" of its own; add one at its top");
        }
        self.dont_know.clone()
    }
}
