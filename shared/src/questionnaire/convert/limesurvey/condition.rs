//! When something is asked: relevance, conditions of the old kind, and filters by the answers to another question.

use super::super::formula::{Formula, print};
use super::making::Making;
use super::names::{Known, Shape};
use super::settings::Settings;
use super::survey::{Clause, Part, Question};
use super::translate::Context;
use crate::questionnaire::convert::formula::fold::{and, not};
use crate::questionnaire::format::Condition;
use crate::questionnaire::problem::quoted;

/// Another question whose answers decide on rows or options.
#[derive(Debug)]
pub struct Filter<'r> {
    source: Known<'r>,
    excludes: bool,
}

impl<'r> Making<'r, '_> {
    /// What expressions are read against, outside of texts.
    pub fn context(&self) -> Context<'_, 'r> {
        Context { names: &self.names, language: self.tongues[0].ours.as_str(), survey: self.survey }
    }

    /// When a question is asked.
    pub fn show_if(&mut self, place: &str, question: &Question<'r>) -> Formula {
        let clauses = self.survey.conditions.get(question.qid).map_or(&[][..], Vec::as_slice);
        let of_old = self.clauses(clauses);
        // Old files have it as an attribute, too.
        let attribute = question.settings.get("relevance");
        let relevance = if question.relevance.trim().is_empty() { attribute } else { question.relevance.trim() };
        if of_old.is_empty() || matches!(relevance, "" | "1") {
            let source = if of_old.is_empty() { relevance } else { &of_old };
            return self.condition(place, source);
        }
        // The tool writes these conditions into the relevance itself: then they stand there already.
        if clauses.iter().all(|clause| self.is_named(clause.question, relevance)) {
            let source = if self.context().condition(relevance).is_ok() { relevance } else { &of_old };
            return self.condition(place, source);
        }
        let (one, other) = (self.condition(place, relevance), self.condition(place, &of_old));
        and(one, other)
    }

    /// A condition of their file as one of ours; `true`: it always holds, or was dropped with a notice.
    pub fn condition(&mut self, place: &str, source: &str) -> Formula {
        let found = self.context().condition(source);
        match found {
            Ok((condition, plain)) => {
                let condition = self.with_asked(place, source, condition, &plain);
                if condition == Formula::Bool(false) {
                    self.report.replaced(
                        place,
                        format!("its condition {} can never hold", quoted(source)),
                        "a condition that never holds",
                    );
                }
                condition
            }
            Err(fault) => {
                let reason = format!("its condition {} cannot be carried over: {}", quoted(source), fault.reason);
                self.report.replaced(place, reason, "it is asked without it");
                Formula::Bool(true)
            }
        }
    }

    fn is_named(&self, number: &str, relevance: &str) -> bool {
        let known = self.names.by_qid(number);
        known.is_some_and(|known| relevance.contains(known.code)) || relevance.contains(&format!("X{number}"))
    }

    /// Conditions of the old kind as one expression of theirs.
    fn clauses(&self, clauses: &[Clause<'r>]) -> String {
        let scenarios = clauses.chunk_by(|one, other| one.scenario == other.scenario);
        let scenarios = scenarios.map(|clauses| {
            let questions = clauses.chunk_by(|one, other| one.question == other.question);
            let questions = questions.map(|clauses| {
                let each: Vec<_> = clauses.iter().map(|clause| self.clause(clause)).collect();
                format!("({})", each.join(" or "))
            });
            format!("({})", questions.collect::<Vec<_>>().join(" and "))
        });
        scenarios.collect::<Vec<_>>().join(" or ")
    }

    fn clause(&self, clause: &Clause<'r>) -> String {
        let bare = |text: &str| text.trim().trim_start_matches('{').trim_end_matches('}').to_owned();
        let (mut field, mut value) = (bare(clause.field.trim_start_matches('+')), clause.value.trim());
        let ticks =
            self.names.by_qid(clause.question).is_some_and(|known| matches!(known.shape, Shape::Several { .. }));
        if ticks && !clause.field.starts_with('+') && !value.is_empty() {
            field.push_str(value);
            value = "Y";
        }
        // Conditions of the old kind look at questions whether they are asked or not.
        if !field.starts_with("TOKEN:") && !field.is_empty() {
            field.push_str(".NAOK");
        }
        let value = match value.strip_prefix('@').and_then(|value| value.strip_suffix('@')) {
            Some(name) => bare(name),
            None if value.starts_with('{') && value.ends_with('}') => bare(value),
            None => format!("\"{}\"", value.replace('"', "\\\"")),
        };
        match clause.method {
            "RX" => format!("regexMatch({value}, {field})"),
            "" => format!("{field} == {value}"),
            method => format!("{field} {} {value}", method.trim_start_matches('a').trim_end_matches('b')),
        }
    }

    /// The questions that decide on a question's rows or options.
    pub fn filters(&mut self, place: &str, settings: &Settings<'r>) -> Vec<Filter<'r>> {
        let mut filters = Vec::new();
        for (name, excludes) in [("array_filter", false), ("array_filter_exclude", true)] {
            for code in settings.get(name).split([';', ',']).map(str::trim).filter(|code| !code.is_empty()) {
                match self.names.question(code) {
                    Some(source) if !matches!(source.shape, Shape::Nothing) => {
                        filters.push(Filter { source: source.clone(), excludes });
                    }
                    _ => {
                        let reason = format!(
                            "the answers to {} decide on its parts, which does not stand before it here",
                            quoted(code)
                        );
                        self.report.replaced(place, reason, "all are offered");
                    }
                }
            }
        }
        filters
    }

    /// When a row or an option is offered.
    pub fn part_if(&mut self, place: &str, part: &Part<'r>, filters: &[Filter<'r>]) -> Option<Condition> {
        let mut whole = self.condition(place, part.relevance);
        for filter in filters {
            // What the other question has not is not decided by it.
            let Some(value) = filter.source.part(part.code) else { continue };
            if let Ok(holds) = value.presence() {
                whole = and(whole, if filter.excludes { not(holds) } else { holds });
            }
        }
        let written = shown(&whole)?;
        self.offered.insert(written.clone(), whole);
        Some(Condition::Expression(written))
    }
}

/// A condition as it is written; `None` if it always holds.
pub fn shown(condition: &Formula) -> Option<String> {
    (*condition != Formula::Bool(true)).then(|| print(condition))
}
