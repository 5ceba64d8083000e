//! One question as a row.

use super::Writer;
use super::grid::{Cells, Key};
use super::lists::Listed;
use super::names::Holds;
use super::words::{hints, labels};
use crate::questionnaire::format::{Question, QuestionType, Required};

impl Writer<'_, '_> {
    /// Writes a question; what it becomes is counted.
    pub(super) fn question(&mut self, question: &Question) {
        self.report.questions += 1;
        self.keys(question);
        match self.kind(question) {
            Some(true) => self.report.carried += 1,
            Some(false) => self.report.replaced += 1,
            None => self.report.dropped += 1,
        }
    }

    /// Keys that a form has no place for, whatever the type.
    fn keys(&mut self, question: &Question) {
        self.left_out("core", question.core);
        self.left_out("cadence", question.cadence.is_some());
        self.left_out("polarity", question.polarity.is_some());
        self.left_out("indicator", question.indicator.is_some());
        self.left_out("publish", question.publish.is_some());
        self.left_out("sensitive", question.sensitive.is_some());
        self.left_out("required: soft", question.required == Some(Required::Soft));
        self.left_out("rotate", question.rotate);
        self.left_out("unit", question.unit.is_some());
        self.left_out("low and high", question.low.is_some() || question.high.is_some());
        self.left_out("max_ranks", question.max_ranks.is_some());
        self.left_out("max_megabytes", question.max_megabytes.is_some());
        self.left_out("max_files", question.max_files.is_some_and(|files| files > 1));
    }

    /// The cells that every row has.
    pub(super) fn cells(&mut self, question: &Question, kind: impl Into<String>) -> Cells {
        let name = self.names.get(&question.id).map(|(name, _)| name.to_owned()).unwrap_or_default();
        let mut cells: Cells = vec![(Key::Type, kind.into()), (Key::Name, name)];
        let texts = self.texts(&question.text, &question.id);
        cells.extend(labels(texts));
        if let Some(help) = &question.help {
            let texts = self.texts(help, &question.id);
            cells.extend(hints(texts));
        }
        if question.required == Some(Required::Hard) {
            cells.push((Key::Required, "yes".into()));
        }
        cells.push((Key::Relevant, self.relevant(question.show_if.as_ref(), &question.id)));
        if question.randomise {
            cells.push((Key::Parameters, "randomize=true".into()));
        }
        cells
    }

    /// A row of a type without choices.
    pub(super) fn row(&mut self, question: &Question, kind: &str, appearance: &str) {
        let mut cells = self.cells(question, kind);
        cells.push((Key::Appearance, appearance.into()));
        let holds = self.names.get(&question.id).map_or(Holds::Nothing, |(_, holds)| holds);
        self.constraint(question, holds, vec![], &mut cells);
        self.survey.add(cells);
        if question.dont_know.is_some() && self.way_out(question.dont_know.as_ref()).is_some() {
            self.report.dropped(question.id.as_str(), "a form has no way out beside an answer that is typed in");
        }
    }

    /// A row with choices; whether it is all there is to it.
    pub(super) fn select(&mut self, question: &Question, kind: &str, appearance: &str) -> bool {
        let options = self.options(question);
        let exclusive: Vec<String> =
            options.iter().filter(|option| option.exclusive).map(|option| option.code.clone()).collect();
        let shared = question.scale.as_ref().filter(|_| question.dont_know.is_none());
        let Listed { name, or_other, filter, with_text } = self.list(&question.id, shared, options);
        let behind = if or_other { " or_other" } else { "" };
        let mut cells = self.cells(question, format!("{kind} {name}{behind}"));
        cells.push((Key::Appearance, appearance.into()));
        cells.push((Key::ChoiceFilter, filter));
        let holds = self.names.get(&question.id).map_or(Holds::Choice, |(_, holds)| holds);
        let alone = |code: &String| format!("not(selected(., '{code}') and count-selected(.) > 1)");
        let alone = if question.question_type == QuestionType::MultiSelect {
            exclusive.iter().map(alone).collect()
        } else {
            vec![]
        };
        self.constraint(question, holds, alone, &mut cells);
        self.survey.add(cells);
        let is_all = with_text.is_empty();
        for option in with_text {
            self.named(question, &option.code);
        }
        is_all
    }

    /// The text that goes with an option: a question of its own in a form.
    fn named(&mut self, question: &Question, code: &str) {
        let place = format!("{}.{code}", question.id);
        self.report.replaced(place, "an option of a form takes no text", "a question of its own behind it");
        let of = self.names.get(&question.id).map(|(name, _)| name.to_owned()).unwrap_or_default();
        let name = self.names.make(&format!("{of}_{code}"));
        let mut cells: Cells = vec![(Key::Type, "text".into()), (Key::Name, name)];
        let options = self.options(question);
        let label =
            options.iter().find(|option| option.code == code).map(|option| option.label.clone()).unwrap_or_default();
        let texts = self.texts(&label, &question.id);
        cells.extend(labels(texts));
        cells.push((Key::Relevant, format!("selected(${{{of}}}, '{code}')")));
        self.survey.add(cells);
    }
}
