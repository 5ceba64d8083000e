//! What is made of other questions: repeating groups, calculated values, summaries.

use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::expression::{Expression, Value};
use rundfrage_shared::questionnaire::model::{Code, Question, QuestionKind};
use rundfrage_shared::questionnaire::route::asked_in_item;

use super::super::spoken::{Line, lines};
use super::QuestionView;
use super::choose::OptionView;
use super::make::Maker;

/// A repeating group.
#[derive(Debug)]
pub struct GroupView {
    /// Its items.
    pub items: Vec<ItemView>,
    /// The button for one more, unless there are as many as there may be.
    pub add: Option<String>,
}

/// One item of a group.
#[derive(Debug)]
pub struct ItemView {
    /// The name of its fields, which is also its id: `sites.1`.
    pub name: String,
    /// "Site 1 of 3".
    pub label: String,
    /// What it is called without how many there are: "Site 1".
    pub called: String,
    /// Its questions.
    pub questions: Vec<QuestionView>,
    /// Whether it can be removed.
    pub can_go: bool,
}

/// Earlier answers, and what they come to.
#[derive(Debug)]
pub struct SummaryView {
    /// The questions, their answers, and where they are changed.
    pub rows: Vec<(String, Vec<Line>, String)>,
    /// What they come to.
    pub sum: String,
    /// Yes and no.
    pub options: Vec<OptionView>,
}

impl<'a> Maker<'a> {
    pub(super) fn group(&self, question: &'a Question) -> GroupView {
        let QuestionKind::Group { min, max, label, questions } = &question.kind else {
            return GroupView { items: vec![], add: None };
        };
        let name = question.code.as_str();
        let extra = usize::from(self.extended == Some(name));
        let filled = self.filled.items(name);
        let count = (filled + extra).min((*max).max(filled)).max(*min).max(1);
        let called = label.as_ref().map_or_else(|| self.voice.text("respond-item"), |label| self.voice.say(label));
        let known: &[Answers] = match self.counted.get(name) {
            Some(Answer::Group(items)) => items,
            _ => &[],
        };
        let item = |number: usize| {
            let answers = known.get(number - 1);
            let (one, all) = (number.to_string(), count.to_string());
            let values = [("called", called.as_str().into()), ("one", one.into()), ("all", all.into())];
            ItemView {
                label: self.voice.words.with("respond-item-of", &values).into_owned(),
                called: format!("{called} {number}"),
                questions: self.in_item(questions, &format!("{name}.{number}"), answers),
                can_go: count > 1 && count > *min,
                name: format!("{name}.{number}"),
            }
        };
        let add = || match label {
            Some(_) => self.voice.words.with_one("respond-add-called", "called", called.as_str()).into_owned(),
            None => self.voice.text("respond-add"),
        };
        GroupView { items: (1..=count).map(item).collect(), add: (count < *max).then(add) }
    }

    /// The questions of one item that are asked, or of which something is to be said.
    fn in_item(&self, questions: &'a [Question], name: &str, answers: Option<&'a Answers>) -> Vec<QuestionView> {
        static NOTHING: Answers = Answers(std::collections::BTreeMap::new());
        let answers = answers.unwrap_or(&NOTHING);
        let voice = self.voice.within(questions, answers);
        let asked = asked_in_item(questions, answers, self.counted, self.circumstances);
        let maker = Maker { voice: &voice, item: Some(answers), ..*self };
        let mut made = Vec::new();
        for question in questions {
            let field = format!("{name}.{}", question.code);
            let is_asked = asked.iter().any(|asked| asked.code == question.code);
            let is_hidden = matches!(question.kind, QuestionKind::Calculated { shown: false, .. });
            if !is_hidden && (is_asked || self.filled.is_touched(&field) || (self.remarked)(&field)) {
                made.push(maker.named(question, field, 0, &|_| String::new()));
            }
        }
        made
    }

    pub(super) fn calculated(&self, value: &Expression, unit: Option<&str>, decimals: u8) -> String {
        match self.voice.evaluate(value) {
            Some(Value::Number(number)) => self.voice.amount(number, unit, Some(decimals)),
            _ => self.voice.value(value),
        }
    }

    pub(super) fn summary(
        &self,
        name: &str,
        of: &[Code],
        value: &Expression,
        (unit, decimals): (Option<&str>, u8),
    ) -> SummaryView {
        let asked = of.iter().filter_map(|code| self.voice.questionnaire().question(code.as_str()));
        let row = |question: &Question| {
            let told = lines(self.voice, question, self.counted);
            (self.voice.say(&question.text), told, (self.change)(&question.code))
        };
        let option = |(value, key, id): (&str, &str, String)| OptionView {
            id,
            value: value.to_owned(),
            label: self.voice.text(key),
            checked: self.filled.has(name, value),
            ..OptionView::default()
        };
        let yes = ("yes", "respond-right", name.to_owned());
        SummaryView {
            rows: asked.map(row).collect(),
            sum: self.calculated(value, unit, decimals),
            options: [yes, ("no", "respond-not-right", format!("{name}:no"))].into_iter().map(option).collect(),
        }
    }
}
