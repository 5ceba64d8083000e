//! The fields of one question.

use std::collections::BTreeMap;

use super::super::answer::{Answer, Answers};
use super::super::fault::Fault;
use super::super::model::{Choice, Code, Question, QuestionKind, RankingSource, Row};
use super::super::route::offered;
use super::super::validate::is_way_out;
use super::{DONT_KNOW, Page, number};

/// The fields of one question: the part of the name after the point, and the value.
#[derive(Default)]
pub struct Fields<'f>(Vec<(Option<&'f str>, &'f str)>);

/// What the fields of one question say.
pub enum Outcome {
    /// Nothing.
    Blank,
    /// An answer; its rules are not checked yet.
    Answer(Answer),
    /// Problems, each with the part of the field's name it belongs to.
    Faults(Vec<(Option<String>, Fault)>),
}

impl<'f> Fields<'f> {
    /// Adds a field.
    pub fn push(&mut self, part: Option<&'f str>, value: &'f str) {
        self.0.push((part, value));
    }

    /// Whether none has anything in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|(_, value)| value.trim().is_empty())
    }

    /// The one value of a field that takes one.
    fn one(&self, part: Option<&str>) -> Result<Option<&'f str>, Fault> {
        let mut values = self.0.iter().filter(|(name, value)| *name == part && !value.trim().is_empty());
        let first = values.next().map(|(_, value)| *value);
        if values.any(|(_, value)| Some(*value) != first) { Err(Fault::Repeated) } else { Ok(first) }
    }

    /// Every value of a field that takes several.
    fn all(&self, part: Option<&str>) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(name, value)| *name == part && !value.trim().is_empty()).map(|(_, value)| *value)
    }

    /// The parts that the question does not have.
    fn strangers(&self, has: impl Fn(Option<&str>) -> bool) -> Vec<(Option<String>, Fault)> {
        let strange = self.0.iter().filter(|(part, _)| !has(*part));
        strange.map(|(part, _)| (part.map(str::to_owned), Fault::UnknownField)).collect()
    }
}

impl From<Result<Option<Answer>, Fault>> for Outcome {
    fn from(read: Result<Option<Answer>, Fault>) -> Self {
        match read {
            Ok(None) => Self::Blank,
            Ok(Some(answer)) => Self::Answer(answer),
            Err(fault) => Self::Faults(vec![(None, fault)]),
        }
    }
}

/// Reads the fields of `question`, whose answer was `known`; `answers` are those a ranking takes its options from.
pub fn read(
    page: Page<'_>,
    question: &Question,
    fields: &Fields<'_>,
    known: Option<&Answer>,
    answers: &Answers,
) -> Outcome {
    let strangers = fields.strangers(|part| has(question, part));
    if !strangers.is_empty() {
        return Outcome::Faults(strangers);
    }
    match &question.kind {
        QuestionKind::Single { options, .. } => choice(question, options, fields).into(),
        QuestionKind::Nps => nps(question, fields).into(),
        QuestionKind::MultiSelect { options, .. } => choices(question, options, fields, known).into(),
        QuestionKind::Matrix { rows, options } => matrix(rows, options, fields),
        QuestionKind::Ranking { source, max_ranks } => {
            let read = ranking(page, question, (source, *max_ranks), fields, answers);
            or_way_out(question, fields, known, read).into()
        }
        QuestionKind::Numeric { unit, .. } => {
            let read = numeric(page, unit.as_deref(), fields);
            or_way_out(question, fields, known, read).into()
        }
        QuestionKind::OpenText { .. } => or_way_out(question, fields, known, text(fields)).into(),
    }
}

/// Whether the question has a field with this part.
fn has(question: &Question, part: Option<&str>) -> bool {
    let Some(part) = part else {
        return !matches!(question.kind, QuestionKind::Matrix { .. } | QuestionKind::Ranking { .. });
    };
    let way_out = part == DONT_KNOW && question.dont_know.is_some();
    match &question.kind {
        QuestionKind::MultiSelect { options, .. } => {
            options.iter().any(|choice| choice.other_text && choice.code.as_str() == part)
        }
        QuestionKind::Matrix { rows, .. } => rows.iter().any(|row| row.code.as_str() == part),
        QuestionKind::Ranking { max_ranks, .. } => {
            way_out
                || part
                    .parse()
                    .is_ok_and(|rank: usize| (1..=*max_ranks).contains(&rank) && !part.starts_with(['0', '+']))
        }
        QuestionKind::Numeric { .. } | QuestionKind::OpenText { .. } => way_out,
        QuestionKind::Single { .. } | QuestionKind::Nps => false,
    }
}

/// The option that `text` names.
fn known_code<'q>(mut options: impl Iterator<Item = &'q Choice>, text: &str) -> Result<Code, Fault> {
    let found = options.find(|choice| choice.code.as_str() == text.trim());
    found.map(|choice| choice.code.clone()).ok_or(Fault::UnknownOption)
}

fn choice(question: &Question, options: &[Choice], fields: &Fields<'_>) -> Result<Option<Answer>, Fault> {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    Ok(Some(Answer::Choice(known_code(options.iter().chain(&question.dont_know), value)?)))
}

fn nps(question: &Question, fields: &Fields<'_>) -> Result<Option<Answer>, Fault> {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    if let Some(number) = value.trim().parse::<u8>().ok().filter(|number| *number <= 10) {
        return Ok(Some(Answer::Number(f64::from(number))));
    }
    Ok(Some(Answer::Choice(known_code(question.dont_know.iter(), value)?)))
}

fn choices(
    question: &Question,
    options: &[Choice],
    fields: &Fields<'_>,
    known: Option<&Answer>,
) -> Result<Option<Answer>, Fault> {
    let ticked = fields.all(None).map(|value| known_code(options.iter().chain(&question.dont_know), value));
    let ticked: Vec<_> = ticked.collect::<Result<_, _>>()?;
    let in_order = options.iter().chain(&question.dont_know).filter(|choice| ticked.contains(&choice.code));
    let codes = resolved(question, in_order.collect(), known);
    let [code, ..] = codes.as_slice() else { return Ok(None) };
    if is_way_out(question, code) {
        return Ok(Some(Answer::Choice(code.clone())));
    }
    let takes_text = options.iter().find(|choice| choice.other_text && codes.contains(&choice.code));
    let other = match takes_text {
        Some(choice) => fields.one(Some(choice.code.as_str()))?.map(|text| clean(text, false)),
        None => None,
    };
    Ok(Some(Answer::Choices { codes, other: other.filter(|text| !text.is_empty()) }))
}

/// Of options that rule each other out, those that count: what was ticked last, which is what was not ticked before. Ticked
/// together at once, what says more counts: the others before "none of these".
fn resolved(question: &Question, ticked: Vec<&Choice>, known: Option<&Answer>) -> Vec<Code> {
    let is_new = |choice: &&Choice| match known {
        Some(Answer::Choices { codes, .. }) => !codes.contains(&choice.code),
        Some(Answer::Choice(code)) => choice.code != *code,
        _ => true,
    };
    let stands_alone = |choice: &&Choice| choice.exclusive || is_way_out(question, &choice.code);
    let (alone, together): (Vec<_>, Vec<_>) = ticked.into_iter().partition(stands_alone);
    let newly_alone = alone.iter().copied().find(is_new);
    let one = match (newly_alone.or(alone.first().copied()), together.is_empty()) {
        (Some(one), true) => Some(one),
        (_, false) if !together.iter().any(is_new) => newly_alone,
        _ => None,
    };
    match one {
        Some(one) => vec![one.code.clone()],
        None => together.into_iter().map(|choice| choice.code.clone()).collect(),
    }
}

fn matrix(rows: &[Row], options: &[Choice], fields: &Fields<'_>) -> Outcome {
    let mut answer = BTreeMap::new();
    let mut faults = Vec::new();
    for row in rows {
        let value = fields.one(Some(row.code.as_str()));
        let code = value.and_then(|v| v.map(|v| known_code(options.iter().chain(&row.dont_know), v)).transpose());
        match code {
            Ok(Some(code)) => drop(answer.insert(row.code.clone(), code)),
            Ok(None) => {}
            Err(fault) => faults.push((Some(row.code.to_string()), fault)),
        }
    }
    match (faults.is_empty(), answer.is_empty()) {
        (false, _) => Outcome::Faults(faults),
        (true, true) => Outcome::Blank,
        (true, false) => Outcome::Answer(Answer::Matrix(answer)),
    }
}

/// The ranks in order. What the earlier question offered but does so no longer is passed over, and those behind move up.
fn ranking(
    page: Page<'_>,
    question: &Question,
    (source, max_ranks): (&RankingSource, usize),
    fields: &Fields<'_>,
    answers: &Answers,
) -> Result<Option<Answer>, Fault> {
    let mut codes: Vec<Code> = Vec::new();
    let mut gap = None;
    let offered = offered(page.questionnaire, question, answers);
    for rank in 1..=max_ranks {
        let Some(value) = fields.one(Some(&rank.to_string()))? else {
            gap = gap.or(Some(rank));
            continue;
        };
        if let Some(rank) = gap {
            return Err(Fault::RankGap { rank });
        }
        let code = Code::parse(value.trim()).map_err(|_| Fault::UnknownOption)?;
        if codes.contains(&code) {
            return Err(Fault::RankedTwice);
        }
        let is_offered = offered.iter().any(|offer| *offer.code == code);
        if !is_offered && !could_be_offered(page, source, &code) {
            return Err(Fault::UnknownOption);
        }
        codes.push(code);
    }
    codes.retain(|code| offered.iter().any(|offer| offer.code == code));
    Ok((!codes.is_empty()).then_some(Answer::Ranking(codes)))
}

fn could_be_offered(page: Page<'_>, source: &RankingSource, code: &Code) -> bool {
    let RankingSource::Selected(from) = source else { return false };
    let kind = page.questionnaire.question(from.as_str()).map(|question| &question.kind);
    matches!(kind, Some(QuestionKind::MultiSelect { options, .. })
        if options.iter().any(|choice| choice.code == *code && !choice.exclusive))
}

fn numeric(page: Page<'_>, unit: Option<&str>, fields: &Fields<'_>) -> Result<Option<Answer>, Fault> {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    let value = value.trim();
    let value = if unit == Some("percent") { value.trim_end_matches('%') } else { value };
    number::parse(value, page.language).map(|number| Some(Answer::Number(number))).ok_or(Fault::NotANumber)
}

fn text(fields: &Fields<'_>) -> Result<Option<Answer>, Fault> {
    let text = fields.one(None)?.map(|text| clean(text, true)).unwrap_or_default();
    Ok((!text.is_empty()).then_some(Answer::Text(text)))
}

/// An answer, or the way out beside it: of the two the one that is new; both new, the answer.
fn or_way_out(
    question: &Question,
    fields: &Fields<'_>,
    known: Option<&Answer>,
    read: Result<Option<Answer>, Fault>,
) -> Result<Option<Answer>, Fault> {
    let Some(value) = fields.one(Some(DONT_KNOW))? else { return read };
    let way_out = Answer::Choice(known_code(question.dont_know.iter(), value)?);
    let is_old = known == Some(&way_out);
    match read {
        Ok(Some(answer)) if is_old || known != Some(&answer) => Ok(Some(answer)),
        Err(fault) if is_old => Err(fault),
        _ => Ok(Some(way_out)),
    }
}

/// A text without control characters and without space around it; line breaks are `\n`, or spaces where there can be none.
fn clean(text: &str, lines: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let text = if lines { text } else { text.replace('\n', " ") };
    let kept: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    kept.trim().to_owned()
}
