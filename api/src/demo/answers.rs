//! One company's answers, made up from its mood question by question, in the order they are asked.

use std::collections::BTreeMap;

use rundfrage_shared::invitation::store::Invited;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::model::{
    Choice, Code, NumberFormat, Polarity, Question, QuestionKind, Questionnaire, Row,
};
use rundfrage_shared::questionnaire::route::{Circumstances, is_asked, offered};

use super::dice::trait_of;
use super::mood::Mood;
use super::{numbers, texts};

/// Answers every question the company is asked, but for a few that it leaves out.
#[must_use]
pub fn fill(
    questionnaire: &Questionnaire,
    circumstances: Circumstances<'_>,
    mood: &Mood,
    invited: &Invited,
) -> Answers {
    let mut answers = Answers::default();
    for question in questionnaire.questions() {
        if is_asked(question, &answers, circumstances)
            && let Some(answer) = one(questionnaire, question, (&answers, circumstances), (mood, invited))
        {
            answers.0.insert(question.code.clone(), answer);
        }
    }
    answers
}

fn one(
    questionnaire: &Questionnaire,
    question: &Question,
    (before, circumstances): (&Answers, Circumstances<'_>),
    (mood, invited): (&Mood, &Invited),
) -> Option<Answer> {
    let dice = &mood.dice;
    if dice.chance(0.03) {
        return None;
    }
    if let Some(way_out) = question.dont_know.as_ref().filter(|_| dice.chance(0.06)) {
        return (!matches!(question.kind, QuestionKind::Matrix { .. })).then(|| Answer::Choice(way_out.code.clone()));
    }
    Some(match &question.kind {
        QuestionKind::Single { options, .. } => Answer::Choice(pick(mood, question, None, options)),
        QuestionKind::Matrix { rows, options } => Answer::Matrix(matrix(mood, question, rows, options)),
        QuestionKind::MultiSelect { options, max_choices, .. } => {
            multi(mood, question, options, max_choices.unwrap_or(usize::MAX), invited)
        }
        QuestionKind::Ranking { max_ranks, .. } => {
            let offers: Vec<&Code> =
                offered(questionnaire, question, before, circumstances).into_iter().map(|offer| offer.code).collect();
            Answer::Ranking(rank(mood, question, offers, *max_ranks)?)
        }
        QuestionKind::Numeric(NumberFormat { min, max, decimals, .. }) => {
            Answer::Number(numbers::number(mood, question.code.as_str(), (*min, *max, *decimals)))
        }
        QuestionKind::Nps => Answer::Number((7.2 + 1.3 * mood.business + 1.9 * dice.normal()).round().clamp(0.0, 10.0)),
        QuestionKind::Text { .. } => {
            Answer::Text(texts::draw(dice, question.code.as_str(), invited.language.as_str())?.to_owned())
        }
        // The examples ask nothing else.
        _ => return None,
    })
}

fn matrix(mood: &Mood, question: &Question, rows: &[Row], options: &[Choice]) -> BTreeMap<Code, Code> {
    let answer = |row: &Row| {
        // Sales abroad are nothing to most who sell at home.
        let abroad = row.code.as_str().contains("export") && mood.section != "C";
        let way_out = row.dont_know.as_ref().filter(|_| mood.dice.chance(if abroad { 0.4 } else { 0.05 }));
        way_out.map_or_else(|| pick(mood, question, Some(row), options), |way_out| way_out.code.clone())
    };
    rows.iter().map(|row| (row.code.clone(), answer(row))).collect()
}

/// One option: of a scale by mood, else by how common each is.
fn pick(mood: &Mood, question: &Question, row: Option<&Row>, options: &[Choice]) -> Code {
    let mut scored: Vec<&Choice> = options.iter().filter(|option| option.score.is_some()).collect();
    if scored.len() < options.len() {
        let weights: Vec<f64> = options.iter().map(|option| common(question, &option.code)).collect();
        return options[mood.dice.weighted(&weights)].code.clone();
    }
    scored.sort_by(|one, other| one.score.unwrap_or(0.0).total_cmp(&other.score.unwrap_or(0.0)));
    let direction = if question.polarity == Polarity::Negative { -1.0 } else { 1.0 };
    let lean = lean(question.code.as_str(), row.map_or("", |row| row.code.as_str()));
    let place = direction * 0.85 * mood.business + lean + 0.75 * mood.dice.normal();
    scored[on_scale(place, scored.len())].code.clone()
}

/// A number around 0 as a place on a scale.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the scale")]
fn on_scale(number: f64, length: usize) -> usize {
    let steps = f64::from(u32::try_from(length).unwrap_or(1));
    ((number + 1.5) / 3.0 * steps).floor().clamp(0.0, steps - 1.0) as usize
}

/// Where answers to a question or row stand beside the mood.
fn lean(question: &str, row: &str) -> f64 {
    match (question, row) {
        ("importance", "skills" | "energy" | "bureaucracy" | "digital") => 1.3,
        ("importance", "clusters" | "research" | "childcare") => 0.2,
        ("importance", _) => 0.7,
        (_, "bureaucracy") => -1.0,
        (_, "energy" | "skills") => -0.7,
        (_, "housing" | "taxes") | ("admin_change", _) => -0.5,
        (_, "digital" | "childcare") => -0.2,
        (_, "research" | "prices_next") | ("predictability", _) => 0.35,
        (_, "clusters" | "education") => 0.2,
        ("skills_shortage", _) => 0.6,
        _ => 0.0,
    }
}

/// How common an option is, as a weight between 0.1 and 1.
fn common(question: &Question, option: &Code) -> f64 {
    match (question.code.as_str(), option.as_str()) {
        ("hampered", "yes") => 0.62,
        ("hampered", "no") => 0.38,
        ("obstacles", "staff" | "rules") => 0.55,
        ("obstacles", "demand" | "energy") => 0.45,
        ("climate_plan", "done") => 0.1,
        ("innovation", "product" | "process" | "ai") => 0.42,
        (_, "other") => 0.07,
        (question, option) => 0.12 + 0.4 * trait_of(&["common", question, option]),
    }
}

fn multi(mood: &Mood, question: &Question, options: &[Choice], most: usize, invited: &Invited) -> Answer {
    let dice = &mood.dice;
    if let Some(none) = options.iter().find(|option| option.exclusive).filter(|_| dice.chance(0.1)) {
        return Answer::Choices { codes: vec![none.code.clone()], other: None };
    }
    let open: Vec<&Choice> = options.iter().filter(|option| !option.exclusive).collect();
    let mut ticked: Vec<&Choice> =
        open.iter().copied().filter(|option| dice.chance(common(question, &option.code))).collect();
    if ticked.is_empty() {
        ticked.push(open[dice.place(open.len().saturating_sub(1).max(1))]);
    }
    ticked.truncate(most);
    let other = ticked.iter().any(|option| option.other_text);
    let other = other.then(|| texts::other(dice, invited.language.as_str()).to_owned());
    Answer::Choices { codes: ticked.into_iter().map(|option| option.code.clone()).collect(), other }
}

/// The offers that weigh most, first the heaviest; seldom fewer than are asked for.
fn rank(mood: &Mood, question: &Question, offers: Vec<&Code>, most: usize) -> Option<Vec<Code>> {
    let weight = |code: &Code| trait_of(&["weight", question.code.as_str(), code.as_str()]) + 0.45 * mood.dice.normal();
    let mut weighed: Vec<(f64, &Code)> = offers.into_iter().map(|code| (weight(code), code)).collect();
    weighed.sort_by(|one, other| other.0.total_cmp(&one.0));
    let most = if mood.dice.chance(0.15) { most.saturating_sub(1).max(1) } else { most };
    let order: Vec<Code> = weighed.into_iter().take(most).map(|(_, code)| code.clone()).collect();
    (!order.is_empty()).then_some(order)
}
