//! Which questions are asked, and what of the answers counts.

use std::collections::HashSet;

use super::answer::{Answer, Answers};
use super::condition::{Attributes, Condition};
use super::model::{Code, Question, QuestionKind, Questionnaire, RankingSource};
use super::period::Period;
use crate::language::LocalText;

/// What routing looks at besides the answers.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// What the panel knows of the company, as frozen at launch.
    pub attributes: &'a Attributes,
    /// What the round stands for; without a period every cadence is asked.
    pub period: Option<Period>,
}

/// The questions that are asked. A question that is not asked counts as unanswered for those after it.
#[derive(Clone, Debug, Default)]
pub struct Asked<'q>(HashSet<&'q str>);

impl Asked<'_> {
    /// Whether the question named `code` is asked.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        self.0.contains(code)
    }
}

/// The questions that are asked of someone who answered `answers` so far.
#[must_use]
pub fn asked<'q>(questionnaire: &'q Questionnaire, answers: &Answers, circumstances: Circumstances<'_>) -> Asked<'q> {
    let mut asked = Asked::default();
    for question in questionnaire.questions() {
        let counts = |code: &Code| answers.get(code.as_str()).filter(|_| asked.contains(code.as_str()));
        if is_reached(question, counts, circumstances) {
            asked.0.insert(question.code.as_str());
        }
    }
    asked
}

/// Whether `question` was asked of someone whose response holds `answers`, which were pruned.
#[must_use]
pub fn is_asked(question: &Question, answers: &Answers, circumstances: Circumstances<'_>) -> bool {
    is_reached(question, |code| answers.get(code.as_str()), circumstances)
}

/// Whether one question is asked, given the answers to earlier ones that count.
fn is_reached<'a>(
    question: &Question,
    counts: impl Fn(&Code) -> Option<&'a Answer>,
    circumstances: Circumstances<'_>,
) -> bool {
    if let (Some(cadence), Some(period)) = (question.cadence, circumstances.period)
        && !period.asks(cadence)
    {
        return false;
    }
    if let QuestionKind::Ranking { source: RankingSource::Selected(from), .. } = &question.kind
        && ticked(counts(from)).is_empty()
    {
        return false;
    }
    question.show_if.as_ref().is_none_or(|condition| holds(condition, counts, circumstances.attributes))
}

fn holds<'a>(condition: &Condition, counts: impl Fn(&Code) -> Option<&'a Answer>, attributes: &Attributes) -> bool {
    match condition {
        Condition::FieldIn { field, values } => attributes.get(field).is_some_and(|value| values.contains(value)),
        Condition::AnswerIn { question, options } => match counts(question) {
            Some(Answer::Choice(code)) => options.contains(code),
            Some(Answer::Choices { codes, .. }) => codes.iter().any(|code| options.contains(code)),
            _ => false,
        },
        Condition::MinSelected { question, count } => ticked(counts(question)).len() >= *count,
        Condition::GreaterThan { question, number } => {
            matches!(counts(question), Some(Answer::Number(answer)) if answer > number)
        }
    }
}

fn ticked(answer: Option<&Answer>) -> &[Code] {
    if let Some(Answer::Choices { codes, .. }) = answer { codes } else { &[] }
}

/// What enters the response: the answers to questions that are asked, and of a ranking what is still on offer.
#[must_use]
pub fn prune(questionnaire: &Questionnaire, mut answers: Answers, circumstances: Circumstances<'_>) -> Answers {
    let mut kept = Answers::default();
    for question in questionnaire.questions() {
        let Some((code, mut answer)) = answers.0.remove_entry(&question.code) else { continue };
        if !is_reached(question, |code| kept.get(code.as_str()), circumstances) {
            continue;
        }
        if let Answer::Ranking(codes) = &mut answer {
            withdraw(questionnaire, question, &kept, codes);
            if codes.is_empty() {
                continue;
            }
        }
        kept.0.insert(code, answer);
    }
    kept
}

/// Takes out of a ranking what the earlier question no longer offers.
fn withdraw(questionnaire: &Questionnaire, question: &Question, answers: &Answers, codes: &mut Vec<Code>) {
    if let QuestionKind::Ranking { source: RankingSource::Selected(_), .. } = &question.kind {
        let offered = offered(questionnaire, question, answers);
        codes.retain(|code| offered.iter().any(|offer| offer.code == code));
    }
}

/// One thing that can be ranked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer<'q> {
    /// Its stable name.
    pub code: &'q Code,
    /// What it says.
    pub label: &'q LocalText,
}

/// What a ranking offers to someone who answered `answers`; nothing for another kind of question.
#[must_use]
pub fn offered<'q>(questionnaire: &'q Questionnaire, question: &'q Question, answers: &Answers) -> Vec<Offer<'q>> {
    let QuestionKind::Ranking { source, .. } = &question.kind else { return vec![] };
    let source_kind = |code: &Code| questionnaire.question(code.as_str()).map(|question| &question.kind);
    match source {
        RankingSource::Options(options) => {
            options.iter().map(|choice| Offer { code: &choice.code, label: &choice.label }).collect()
        }
        RankingSource::Rows(from) => match source_kind(from) {
            Some(QuestionKind::Matrix { rows, .. }) => {
                rows.iter().map(|row| Offer { code: &row.code, label: &row.label }).collect()
            }
            _ => vec![],
        },
        RankingSource::Selected(from) => match source_kind(from) {
            Some(QuestionKind::MultiSelect { options, .. }) => {
                let ticked = ticked(answers.get(from.as_str()));
                let offers = options.iter().filter(|choice| !choice.exclusive && ticked.contains(&choice.code));
                offers.map(|choice| Offer { code: &choice.code, label: &choice.label }).collect()
            }
            _ => vec![],
        },
    }
}

#[cfg(test)]
mod tests;
