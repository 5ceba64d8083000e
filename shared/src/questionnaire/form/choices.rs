//! Fields of questions with options.

use std::collections::BTreeMap;

use super::Page;
use super::fields::{Fields, Outcome, Read};
use super::typed::clean;
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::fault::Fault;
use crate::questionnaire::model::{Choice, Code, Question, QuestionKind, RankingSource, Row};
use crate::questionnaire::route::offered;
use crate::questionnaire::validate::is_way_out;

/// The option that `text` names.
pub fn known_code<'q>(mut options: impl Iterator<Item = &'q Choice>, text: &str) -> Result<Code, Fault> {
    let found = options.find(|choice| choice.code.as_str() == text.trim());
    found.map(|choice| choice.code.clone()).ok_or(Fault::UnknownOption)
}

/// One option, with the text that goes with it.
pub fn choice(question: &Question, options: &[Choice], fields: &Fields<'_>) -> Read {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    let code = known_code(options.iter().chain(&question.dont_know), value)?;
    let text = own_words(options, std::slice::from_ref(&code), fields)?;
    Ok(Some(match text {
        Some(text) => Answer::Other { code, text },
        None => Answer::Choice(code),
    }))
}

/// The text of "other, namely", if the option it goes with is chosen.
fn own_words(options: &[Choice], codes: &[Code], fields: &Fields<'_>) -> Result<Option<String>, Fault> {
    let Some(choice) = options.iter().find(|choice| choice.other_text && codes.contains(&choice.code)) else {
        return Ok(None);
    };
    let text = fields.one(Some(choice.code.as_str()))?.map(|text| clean(text, false));
    Ok(text.filter(|text| !text.is_empty()))
}

/// One of the words of a question whose options are fixed.
pub fn one_of(words: &[&str], fields: &Fields<'_>) -> Read {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    let known = words.contains(&value.trim());
    let code = Code::parse(value.trim()).ok().filter(|_| known).ok_or(Fault::UnknownOption)?;
    Ok(Some(Answer::Choice(code)))
}

/// A whole number, or the way out.
pub fn grade(question: &Question, (from, to): (i64, i64), fields: &Fields<'_>) -> Read {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    if let Some(number) = value.trim().parse::<i32>().ok().filter(|number| (from..=to).contains(&i64::from(*number))) {
        return Ok(Some(Answer::Number(f64::from(number))));
    }
    Ok(Some(Answer::Choice(known_code(question.dont_know.iter(), value)?)))
}

/// Some options, or the way out.
pub fn choices(question: &Question, options: &[Choice], fields: &Fields<'_>, known: Option<&Answer>) -> Read {
    let ticked = fields.all(None).map(|value| known_code(options.iter().chain(&question.dont_know), value));
    let ticked: Vec<_> = ticked.collect::<Result<_, _>>()?;
    let in_order = options.iter().chain(&question.dont_know).filter(|choice| ticked.contains(&choice.code));
    let codes = resolved(|code| is_way_out(question, code), in_order.collect(), known);
    let [code, ..] = codes.as_slice() else { return Ok(None) };
    if is_way_out(question, code) {
        return Ok(Some(Answer::Choice(code.clone())));
    }
    let other = own_words(options, &codes, fields)?;
    Ok(Some(Answer::Choices { codes, other }))
}

/// Of options that rule each other out, those that count: what was ticked last, which is what was not ticked before. Ticked
/// together at once, what says more counts: the others before "none of these".
pub fn resolved(is_way_out: impl Fn(&Code) -> bool, ticked: Vec<&Choice>, known: Option<&Answer>) -> Vec<Code> {
    let is_new = |choice: &&Choice| match known {
        Some(Answer::Choices { codes, .. }) => !codes.contains(&choice.code),
        Some(Answer::Choice(code)) => choice.code != *code,
        _ => true,
    };
    let stands_alone = |choice: &&Choice| choice.exclusive || is_way_out(&choice.code);
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

/// One option a row.
pub fn matrix(rows: &[Row], options: &[Choice], fields: &Fields<'_>) -> Outcome {
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
pub fn ranking(
    page: Page<'_>,
    question: &Question,
    (source, max_ranks): (&RankingSource, usize),
    fields: &Fields<'_>,
    answers: &Answers,
) -> Read {
    let mut codes: Vec<Code> = Vec::new();
    let mut gap = None;
    let offered = offered(page.questionnaire, question, answers, page.circumstances);
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
    let kind = |from: &Code| page.questionnaire.question(from.as_str()).map(|question| &question.kind);
    match source {
        RankingSource::Options(options) => options.iter().any(|choice| choice.code == *code),
        RankingSource::Rows(from) => {
            matches!(kind(from), Some(QuestionKind::Matrix { rows, .. }) if rows.iter().any(|row| row.code == *code))
        }
        RankingSource::Selected(from) => matches!(kind(from), Some(QuestionKind::MultiSelect { options, .. })
            if options.iter().any(|choice| choice.code == *code && !choice.exclusive)),
    }
}
