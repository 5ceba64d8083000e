//! What all kinds of questions have in common.

use super::options::way_out;
use super::{Found, Place, What, kind};
use crate::questionnaire::expression::Expression;
use crate::questionnaire::model::{Code, Question, Required};

/// A question, and when its section is asked.
#[derive(Clone, Copy)]
pub struct Asked<'q> {
    /// The question.
    pub question: &'q Question,
    /// The condition of its section.
    pub section_if: Option<&'q Expression>,
}

/// The condition as it is written.
pub fn source(condition: Option<&Expression>) -> Option<&str> {
    condition.map(Expression::source)
}

/// Finds how a question differs from what stood under its code before.
pub fn compare(found: &mut Found, old: Option<Asked<'_>>, new: Asked<'_>) {
    let place = || Place::Question(new.question.code.clone());
    let Some(old) = old else {
        let must = new.question.required == Required::Hard;
        found.add(place(), if must { What::RequiredAdded } else { What::QuestionAdded });
        return;
    };
    let sections = (source(old.section_if), source(new.section_if));
    found.when(place(), sections.0 != sections.1, What::Condition);
    inner(found, old.question, new.question);
}

/// The same for the questions of a group, whose conditions are all their own.
pub fn compare_all(found: &mut Found, group: &Code, old: &[Question], new: &[Question]) {
    for question in new {
        let before = old.iter().find(|before| before.code == question.code);
        let before = before.map(|question| Asked { question, section_if: None });
        compare(found, before, Asked { question, section_if: None });
    }
    for gone in old.iter().filter(|before| !new.iter().any(|question| question.code == before.code)) {
        found.add(Place::Question(gone.code.clone()), What::QuestionRemoved);
    }
    let codes = |all: &[Question], others: &[Question]| -> Vec<Code> {
        let both = all.iter().filter(|one| others.iter().any(|other| other.code == one.code));
        both.map(|question| question.code.clone()).collect()
    };
    found.when(Place::Question(group.clone()), codes(old, new) != codes(new, old), What::Order);
}

fn inner(found: &mut Found, old: &Question, new: &Question) {
    let place = || Place::Question(new.code.clone());
    found.when(place(), (&old.text, &old.help) != (&new.text, &new.help), What::Wording);
    found.when(place(), source(old.show_if.as_ref()) != source(new.show_if.as_ref()), What::Condition);
    found.when(place(), old.cadence != new.cadence, What::Condition);
    let handled = |one: &Question| (one.core, one.publish, one.sensitive);
    found.when(place(), handled(old) != handled(new), What::Handling);
    found.when(place(), old.polarity != new.polarity, What::Polarity);
    found.when(place(), old.indicator != new.indicator, What::Indicator);
    way_out(found, place(), old.dont_know.as_ref(), new.dont_know.as_ref());
    required(found, old, new);
    checks(found, old, new);
    kind::compare(found, &new.code, &old.kind, &new.kind);
}

fn required(found: &mut Found, old: &Question, new: &Question) {
    if old.required != new.required {
        let what = if new.required == Required::Hard { What::Tightened } else { What::Eased };
        found.add(Place::Question(new.code.clone()), what);
    }
}

/// Rules of its own: one more that an answer must keep takes answers away; what only asks again takes none.
fn checks(found: &mut Found, old: &Question, new: &Question) {
    let rules = |question: &Question, soft: bool| -> Vec<String> {
        let checks = question.checks.iter().filter(|check| check.soft == soft);
        checks.map(|check| check.rule.source().to_owned()).collect()
    };
    let place = || Place::Question(new.code.clone());
    let (before, now) = (rules(old, false), rules(new, false));
    found.when(place(), now.iter().any(|rule| !before.contains(rule)), What::Tightened);
    let is_eased = before.iter().any(|rule| !now.contains(rule)) || rules(old, true) != rules(new, true);
    found.when(place(), is_eased, What::Eased);
    let messages =
        |question: &Question| -> Vec<_> { question.checks.iter().map(|check| check.message.clone()).collect() };
    found.when(place(), messages(old) != messages(new), What::Wording);
}
