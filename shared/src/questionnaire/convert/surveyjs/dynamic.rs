//! What is filled in several times: panels and rows that respondents add.

use std::rc::Rc;

use serde_json::Value;

use super::Reading;
use super::fields::Fields;
use super::known::Kind;
use super::made::Made;
use super::names::Names;
use super::page::Within;
use super::settings::Concern;
use super::table::columns;
use super::texts::short;
use crate::questionnaire::format::{Question, QuestionType, Repeat, Required, Texts};

/// Entries of the longest group.
const MOST_ENTRIES: usize = 50;
/// Panels and rows that their tool takes where nothing is said.
const THEIR_MOST: (usize, usize) = (100, 1_000);

impl Reading<'_> {
    /// Panels that respondents add.
    pub fn dynamic_panels(
        &mut self,
        fields: &mut Fields<'_>,
        name: &str,
        within: &Within,
        question: &mut Question,
    ) -> Made {
        let (min, max) = (fields.whole("minPanelCount"), fields.whole("maxPanelCount"));
        let count = fields.whole("panelCount");
        let max = if fields.choice("allowAddPanel") == Some(false) { count.or(max) } else { max };
        self.fixed(fields.choice("allowRemovePanel"), count, "panelCount");
        let title = fields.take("templateTitle").map(without_number);
        let label = self.texts(title.as_ref(), &fields.at("templateTitle")).map(tidy);
        let description = fields.take("templateDescription");
        let description = self.texts(description, &fields.at("templateDescription"));
        question.help = joined(question.help.take(), description);
        let repeat = Repeat { min, max, label };
        question.repeat = Some(self.repeat(repeat, THEIR_MOST.0, within, question, &fields.place));
        let (list, place) = (fields.list("templateElements"), fields.at("templateElements"));
        self.group(fields, name, within, question, |reading, within, questions| {
            reading.elements(list, &place, within, questions);
        })
    }

    /// Rows that respondents add.
    pub fn dynamic_rows(
        &mut self,
        fields: &mut Fields<'_>,
        name: &str,
        within: &Within,
        question: &mut Question,
    ) -> Made {
        let (min, max) = (fields.whole("minRowCount"), fields.whole("maxRowCount"));
        let count = fields.whole("rowCount");
        let max = if fields.choice("allowAddRows") == Some(false) { count.or(Some(2)).or(max) } else { max };
        self.fixed(fields.choice("allowRemoveRows"), count, "rowCount");
        let repeat = Repeat { min, max, label: None };
        question.repeat = Some(self.repeat(repeat, THEIR_MOST.1, within, question, &fields.place));
        let columns = columns(fields);
        let (details, place) = (fields.list("detailElements"), fields.place.clone());
        self.group(fields, name, within, question, |reading, within, questions| {
            // Columns are no questions of theirs: they are not counted.
            let counts =
                (reading.report.questions, reading.report.carried, reading.report.replaced, reading.report.dropped);
            reading.elements(&columns, &format!("{place}.columns"), within, questions);
            let report = &mut *reading.report;
            (report.questions, report.carried, report.replaced, report.dropped) = counts;
            reading.elements(details, &format!("{place}.detailElements"), within, questions);
        })
    }

    /// The questions of an entry. Entries inside an entry are not possible: theirs are asked once.
    fn group(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        within: &Within,
        question: &mut Question,
        read: impl FnOnce(&mut Self, &Within, &mut Vec<Question>),
    ) -> Made {
        // Their questions stand under the condition of the whole, or in a group that has it.
        let conditions = if within.repeats { within.conditions.clone() } else { vec![] };
        let inner = Within { conditions, repeats: true, depth: within.depth + 1, is_titled: false, ..*within };
        let mut questions = vec![];
        if within.repeats {
            self.report.replaced(&fields.place, "entries inside an entry", "their questions, asked once an entry");
            self.told_of_entries(fields, question);
            questions.extend(self.heading_of_entries(name, question));
            read(self, &inner, &mut questions);
            return if questions.is_empty() { Made::Dropped } else { Made::Inner(questions) };
        }
        let is_only = question.repeat.as_ref().and_then(|repeat| repeat.max) == Some(1);
        let outer = self.known.siblings.replace(Names::default());
        self.known.only = is_only.then(|| name.to_owned());
        read(self, &inner, &mut questions);
        let columns = std::mem::replace(&mut self.known.siblings, outer).unwrap_or_default();
        self.known.only = None;
        for name in columns.all() {
            self.known.pass(name, "which is asked once an entry");
        }
        if questions.is_empty() {
            self.report.dropped(&fields.place, "nothing in it can be carried over");
            return Made::Dropped;
        }
        question.question_type = QuestionType::Group;
        question.questions = questions;
        Made::Replaced(Kind::Group(Rc::new(columns), is_only))
    }

    /// What is said of entries inside an entry that are asked once.
    fn told_of_entries(&mut self, fields: &Fields<'_>, question: &Question) {
        if question.required.is_some() {
            self.report.dropped(fields.at("isRequired"), "only questions are mandatory, not entries inside an entry");
        }
        if let Some(least) = question.repeat.as_ref().and_then(|repeat| repeat.min).filter(|least| *least > 1) {
            self.report.dropped(&fields.place, format!("at least {least} entries inside an entry"));
        }
    }

    /// The title and description of entries inside an entry, as a note before their questions.
    fn heading_of_entries(&mut self, name: &str, question: &Question) -> Option<Question> {
        let has_title = question.text != self.same(name);
        let words = [has_title.then(|| question.text.clone()), question.help.clone()];
        let mut words = words.into_iter().flatten();
        let (text, help) = (words.next()?, words.next());
        self.tally.count(Concern::Look, "heading of a panel, now a note");
        self.made += 1;
        let id = self.codes.make_name(name, "panel");
        let show_if = question.show_if.clone();
        Some(Question { id, question_type: QuestionType::Note, show_if, text, help, ..Question::default() })
    }

    /// How many entries there are at first is no limit.
    fn fixed(&mut self, may_remove: Option<bool>, count: Option<usize>, key: &str) {
        if count.is_some() || may_remove == Some(false) {
            self.tally.count(Concern::Look, key);
        }
    }
}

impl Reading<'_> {
    /// Tells of more entries than a group can have.
    fn too_many(&mut self, counts: [Option<usize>; 2], otherwise: usize, place: &str) {
        let [min, max] = counts;
        let too_many = match max {
            None => Some(format!("entries without a number of their own (SurveyJS takes up to {otherwise})")),
            Some(max) if max > MOST_ENTRIES => Some(format!("up to {max} entries")),
            Some(_) => None,
        };
        if let Some(reason) = too_many {
            self.report.replaced(place, reason, format!("at most {MOST_ENTRIES}"));
        }
        if let Some(min) = min.filter(|min| *min > MOST_ENTRIES) {
            self.report.replaced(place, format!("at least {min} entries"), format!("at least {MOST_ENTRIES}"));
        }
    }

    /// How often a group is filled in; what says nothing of it may be filled in as often as ours can.
    fn repeat(
        &mut self,
        theirs: Repeat,
        otherwise: usize,
        within: &Within,
        question: &Question,
        place: &str,
    ) -> Repeat {
        let Repeat { min, max, label } = theirs;
        let max = max.filter(|max| *max > 0);
        // Those inside an entry are asked once in any case.
        if !within.repeats {
            self.too_many([min, max], otherwise, place);
        }
        let least = usize::from(question.required == Some(Required::Hard));
        let min = min.unwrap_or(0).max(least).min(MOST_ENTRIES);
        let max = max.unwrap_or(MOST_ENTRIES).clamp(min.max(1), MOST_ENTRIES);
        Repeat { min: (min > 0).then_some(min), max: Some(max), label }
    }
}

/// The title of an entry without its number, which ours have anyway.
fn without_number(title: &Value) -> Value {
    match title {
        Value::String(text) => {
            let text = ["{panelIndex}", "{panel.index}", "{visiblePanelIndex}"]
                .iter()
                .fold(text.clone(), |text, name| text.replace(name, ""));
            Value::String(text)
        }
        Value::Object(entries) => entries.iter().map(|(key, text)| (key.clone(), without_number(text))).collect(),
        other => other.clone(),
    }
}

fn tidy(label: Texts) -> Texts {
    let ends = |c: char| c.is_whitespace() || "#:.-–(№)".contains(c);
    let kept = |text: String| {
        let short = text.trim_matches(ends).to_owned();
        if short.is_empty() { "#".to_owned() } else { short }
    };
    label.into_iter().map(|(language, text)| (language, kept(text))).collect()
}

/// Two texts, one below the other.
pub fn joined(one: Option<Texts>, other: Option<Texts>) -> Option<Texts> {
    match (one, other) {
        (Some(mut one), Some(other)) => {
            for (language, text) in other {
                one.entry(language).and_modify(|first| *first = short(format!("{first}\n{text}")));
            }
            Some(one)
        }
        (one, other) => one.or(other),
    }
}
