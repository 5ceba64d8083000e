//! Options as lists of choices.

use super::super::super::formula::{Formula, Operator, ours};
use super::super::wording::{NO, OTHER, UNCERTAIN, Word, YES};
use super::Writer;
use super::grid::{Cells, FILTER, Key};
use super::words::labels;
use crate::questionnaire::format::{Choice, Condition, Question, WayOut};

/// A list as a question refers to it.
#[derive(Default)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Whether "other" is offered as well.
    pub or_other: bool,
    /// What decides which choices are offered.
    pub filter: String,
    /// Choices that take a text: their codes and labels.
    pub with_text: Vec<Choice>,
}

impl Writer<'_, '_> {
    /// The options of a question: its own, those of its scale, or yes and no; with the way out at the end.
    pub(super) fn options(&self, question: &Question) -> Vec<Choice> {
        let mut options = match (&question.scale, &question.options) {
            (Some(scale), _) => self.document.scales.get(scale).map(|scale| scale.options.clone()).unwrap_or_default(),
            (None, Some(options)) => options.clone(),
            (None, None) => {
                let words: [(&str, &Word); 3] = [("yes", YES), ("no", NO), ("uncertain", UNCERTAIN)];
                let count = if question.uncertain { 3 } else { 2 };
                let option = |(code, words): &(&str, &Word)| Choice {
                    code: (*code).into(),
                    label: self.word(words),
                    ..Choice::default()
                };
                words[..count].iter().map(option).collect()
            }
        };
        options.extend(self.way_out(question.dont_know.as_ref()));
        options
    }

    /// The option that stands for "don't know".
    pub(super) fn way_out(&self, way_out: Option<&WayOut>) -> Option<Choice> {
        match way_out? {
            WayOut::Offered(true) => self.document.dont_know.clone(),
            WayOut::Offered(false) => None,
            WayOut::Own(choice) => Some(choice.clone()),
        }
    }

    /// Writes the options as a list; a scale that several questions share is written once.
    pub(super) fn list(&mut self, id: &str, shared: Option<&String>, mut options: Vec<Choice>) -> Listed {
        let mut listed = Listed::default();
        if let Some(name) = shared.and_then(|scale| self.written.get(scale)) {
            listed.name.clone_from(name);
            return listed;
        }
        listed.name = self.lists.make(shared.map_or(id, String::as_str), "list");
        if let Some(scale) = shared {
            self.written.insert(scale.clone(), listed.name.clone());
        }
        if options.last().is_some_and(|last| last.code == "other" && last.other_text && last.label == self.word(OTHER))
        {
            listed.or_other = options.len() > 1;
            options.truncate(options.len() - usize::from(listed.or_other));
        }
        listed.with_text = options.iter().filter(|option| option.other_text).cloned().collect();
        let filter = self.filter(id, &options);
        for (at, option) in options.iter().enumerate() {
            let mut cells: Cells = vec![(Key::ListName, listed.name.clone()), (Key::Name, option.code.clone())];
            let texts = self.texts(&option.label, id);
            cells.extend(labels(texts));
            cells.extend(filter.as_ref().map(|(_, values)| (Key::Filter, values[at].clone())));
            self.choices.add(cells);
            self.left_out("options.score", option.score.is_some());
            self.left_out("options.image", option.image.is_some());
            self.left_out("options.anchor", option.anchor.is_some());
        }
        listed.filter = filter.map(|(filter, _)| filter).unwrap_or_default();
        listed
    }

    /// The filter that says when each option is offered, and the value it looks at for each; only options that depend on
    /// one and the same question with one choice can be filtered so.
    fn filter(&mut self, id: &str, options: &[Choice]) -> Option<(String, Vec<String>)> {
        if options.iter().all(|option| option.show_if.is_none()) {
            return None;
        }
        let tests: Vec<_> = options.iter().map(|option| test(option.show_if.as_ref())).collect();
        let mut questions = tests.iter().flatten().filter_map(|(question, _)| question.as_ref());
        let question = questions.next().filter(|first| questions.all(|other| other == *first));
        let known = question.and_then(|question| self.names.get(question)).map(|(name, _)| name.to_owned());
        let values: Option<Vec<String>> =
            tests.iter().map(|test| test.as_ref().map(|(_, codes)| codes.join(" "))).collect();
        let (Some(name), Some(values)) = (known, values) else {
            let reason = "a form filters options by one question with one choice";
            self.report.dropped(format!("{id}.options"), format!("conditions of options: {reason}"));
            return None;
        };
        let always = if values.iter().any(String::is_empty) { format!(" or {FILTER} = ''") } else { String::new() };
        Some((format!("selected({FILTER}, ${{{name}}}){always}"), values))
    }
}

/// The question that a condition looks at, and the codes it may have; nothing for an option that is always there.
fn test(condition: Option<&Condition>) -> Option<(Option<String>, Vec<String>)> {
    let expression = match condition {
        None => return Some((None, vec![])),
        Some(Condition::Expression(expression)) => expression,
        Some(Condition::Where(condition)) => {
            let codes = condition.is_in.clone().unwrap_or_default().into_iter().chain(condition.equals.clone());
            return Some((Some(condition.question.clone()?), codes.collect()));
        }
    };
    let Formula::Binary(left, operator, right) = ours::read(expression).ok()? else { return None };
    match (*left, operator, *right) {
        (Formula::Name(question), Operator::Equal, Formula::Text(code)) => Some((Some(question), vec![code])),
        (Formula::List(codes), Operator::Contains, Formula::Name(question)) => {
            let code = |code: Formula| if let Formula::Text(code) = code { Some(code) } else { None };
            Some((Some(question), codes.into_iter().map(code).collect::<Option<_>>()?))
        }
        _ => None,
    }
}
