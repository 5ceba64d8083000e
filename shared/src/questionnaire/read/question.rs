//! One question: what all kinds have in common.

use super::condition::Shape;
use super::entry::{Entry, Fields};
use super::options::Extras;
use super::{Reading, texts};
use crate::questionnaire::model::{Cadence, Choice, Code, Polarity, Publish, Question, QuestionKind};

/// The words for how often something is asked.
pub const CADENCES: [(&str, Cadence); 5] = [
    ("once", Cadence::Once),
    ("monthly", Cadence::Monthly),
    ("quarterly", Cadence::Quarterly),
    ("yearly", Cadence::Yearly),
    ("annual", Cadence::Yearly),
];

impl Reading {
    /// One question; what later questions may refer to is noted even if it has problems.
    pub fn question(&mut self, entry: &Entry<'_>) -> Option<Question> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("id", &mut self.problems).and_then(|id| id.code(&mut self.problems));
        if let Some(code) = &code {
            fields.path = format!("{} ({code})", fields.path);
        }
        self.current = code.as_ref().map(ToString::to_string);
        let question = self.body(&mut fields, code.as_ref());
        fields.finish(&mut self.problems);
        if let Some(code) = code {
            let shape = question.as_ref().map_or(Shape::Broken, shape);
            if self.seen.insert(code.to_string(), shape).is_some() {
                let reason = format!("there is a second question with the code \"{code}\"; give it another");
                entry.wrong(&mut self.problems, reason);
            }
        }
        question
    }

    fn body(&mut self, fields: &mut Fields<'_>, code: Option<&Code>) -> Option<Question> {
        let text = fields.need("text", &mut self.problems);
        let text = text.and_then(|text| texts::text(&text, &self.languages, &mut self.problems));
        let help = fields.take("help");
        let help = help.and_then(|help| texts::text(&help, &self.languages, &mut self.problems));
        let show_if = fields.take("show_if").and_then(|show_if| self.condition(&show_if));
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
        let (kind, dont_know) = self.kind(fields, dont_know)?;
        Some(Question {
            code: code?.clone(),
            text: text?,
            help,
            show_if,
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

fn shape(question: &Question) -> Shape {
    let way_out = question.dont_know.as_ref();
    let codes = |options: &[Choice]| options.iter().chain(way_out).map(|choice| choice.code.clone()).collect();
    match &question.kind {
        QuestionKind::Single { options, .. } => Shape::Options { codes: codes(options), several: None },
        QuestionKind::MultiSelect { options, max_choices, .. } => {
            let together = options.iter().filter(|choice| !choice.exclusive).count().max(1);
            let several = Some(max_choices.map_or(together, |most| most.min(together)));
            Shape::Options { codes: codes(options), several }
        }
        QuestionKind::Numeric { .. } | QuestionKind::Nps => Shape::Number,
        QuestionKind::Matrix { rows, .. } => Shape::Matrix(rows.len()),
        QuestionKind::Ranking { .. } | QuestionKind::OpenText { .. } => Shape::Other,
    }
}
