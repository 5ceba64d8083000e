//! Rules that answers keep.

use super::super::formula::{Formula, Operator, print};
use super::functions::matches;
use super::making::{Making, place};
use super::names::{Known, Own, Shape};
use super::survey::Question;
use super::translate::written;
use super::value::{Found, Value, answered, fault};
use crate::questionnaire::convert::formula::fold::{and, binary, call, not, or};
use crate::questionnaire::format::{Check, Texts};
use crate::questionnaire::problem::quoted;

impl<'r> Making<'r, '_> {
    /// The rules of a question, besides those of its type.
    pub fn checks(&mut self, question: &Question<'r>, known: &Known<'r>) -> Vec<Check> {
        let place = place(question.code);
        let own = Known { path: "this".into(), ..known.clone() };
        let mut checks = Vec::new();
        for (name, tip) in [("em_validation_q", "em_validation_q_tip"), ("em_validation_sq", "em_validation_sq_tip")] {
            let source = question.settings.get(name);
            let tip = question.settings.words(tip).cloned();
            if source.is_empty() || (name == "em_validation_q" && is_of_comments(&known.shape, source)) {
                continue;
            }
            let message = tip.and_then(|tip| self.texts(&place, &tip));
            self.names.own = Some(Own { question: own.clone(), this: None });
            let rule = if name == "em_validation_q" { self.rule(source) } else { self.rule_of_parts(source, &own) };
            self.names.own = None;
            self.check(&place, source, rule, message, &mut checks);
        }
        if !question.preg.is_empty() {
            let rule = pattern_rule(&own, question.preg);
            self.check(&place, question.preg, rule, None, &mut checks);
        }
        checks
    }

    /// Rules that look at comments belong to the table that takes them.
    pub fn comment_checks(&mut self, question: &Question<'r>, known: &Known<'r>) -> Vec<Check> {
        let (place, source) = (place(question.code), question.settings.get("em_validation_q"));
        let mut checks = Vec::new();
        if let Shape::Several { options, other, .. } = &known.shape
            && is_of_comments(&known.shape, source)
        {
            let message =
                question.settings.words("em_validation_q_tip").cloned().and_then(|tip| self.texts(&place, &tip));
            let (options, other) = (options.clone(), other.clone());
            let shape = Shape::Several { options, other, comments: Some("this".into()) };
            self.names.own = Some(Own { question: Known { shape, ..known.clone() }, this: None });
            let rule = self.rule(source);
            self.names.own = None;
            self.check(&place, source, rule, message, &mut checks);
        }
        checks
    }

    /// Adds a rule, or notes why there is none.
    pub fn check(
        &mut self,
        place: &str,
        source: &str,
        rule: Found<String>,
        message: Option<Texts>,
        checks: &mut Vec<Check>,
    ) {
        match rule {
            Ok(rule) if rule == "true" => {}
            Ok(rule) => {
                let message = message.unwrap_or_else(|| self.built_in("convert-check-this"));
                checks.push(Check { rule, message, soft: false });
            }
            Err(fault) => {
                self.report
                    .dropped(place, format!("its rule {} cannot be carried over: {}", quoted(source), fault.reason));
            }
        }
    }

    fn rule(&self, source: &str) -> Found<String> {
        self.context().condition(source).map(|(rule, _)| print(&rule))
    }

    /// A rule for each part; a part without an answer keeps it.
    fn rule_of_parts(&mut self, source: &str, own: &Known<'r>) -> Found<String> {
        let mut rules = Formula::Bool(true);
        for part in parts(own)? {
            let missing = part.clone().presence().map(not);
            self.names.own = Some(Own { question: own.clone(), this: Some(part) });
            let rule = self.context().read(source).and_then(Value::truth)?;
            rules = and(rules, or(missing?, rule));
        }
        written(&rules)
    }

    /// A bound that is no number but an expression, as a rule of the answer or of each of its parts.
    pub fn bound_rule(&mut self, known: &Known<'r>, operator: Operator, source: &str) -> Found<String> {
        let own = Known { path: "this".into(), ..known.clone() };
        let bound = self.context().number(source)?;
        let mut rules = Formula::Bool(true);
        let parts = parts(&own)?;
        let is_one = parts.len() == 1;
        for part in parts {
            let missing = part.clone().presence().map(not)?;
            let rule = binary(part.number()?, operator, bound.clone());
            // A rule of the whole is read only where there is an answer.
            let rule = if is_one { rule } else { or(missing, rule) };
            rules = and(rules, rule);
        }
        written(&or(not(answered(bound)), rules))
    }
}

/// A number that is bounded by another, if that is there.
pub fn bounded(number: Formula, operator: Operator, bound: Formula) -> Found<String> {
    let rule = binary(number, operator, bound.clone());
    let no_bound = if matches!(bound, Formula::Number(_)) { Formula::Bool(false) } else { not(answered(bound)) };
    written(&or(no_bound, rule))
}

/// Whether a rule looks at the comments of options.
fn is_of_comments(shape: &Shape, source: &str) -> bool {
    matches!(shape, Shape::Several { comments: Some(_), .. }) && source.contains("comment")
}

/// The answer, or each of its parts.
fn parts(own: &Known<'_>) -> Found<Vec<Value>> {
    Ok(match own.whole()? {
        Value::List(values) => values.into_iter().map(|(_, value)| value).collect(),
        value => vec![value],
    })
}

/// The answer, or each of its parts that is there, matches a pattern.
fn pattern_rule(own: &Known<'_>, source: &str) -> Found<String> {
    let mut rules = Formula::Bool(true);
    let parts = parts(own)?;
    let is_one = parts.len() == 1;
    for part in parts {
        let (of, there) = match part {
            Value::Text(of) => (of.clone(), answered(of)),
            Value::Number(of) => (call("text", vec![of.clone()]), answered(of)),
            _ => return fault("only texts and numbers have patterns here"),
        };
        let rule = matches(&of, source)?;
        let rule = if is_one { rule } else { or(not(there), rule) };
        rules = and(rules, rule);
        // Long patterns for many cells would be larger than expressions may be.
        if print(&rules).len() > 8_000 {
            break;
        }
    }
    written(&rules)
}
