//! A post of one section.

use super::super::answer::Answers;
use super::super::fault::{Fault, FieldProblem};
use super::super::model::{Question, Questionnaire, Section};
use super::super::route::{Circumstances, Way, asked};
use super::super::validate::{self, check};
use super::SHOWN;
use super::fields::{Fields, Outcome};
use super::reading::read;
use crate::file::FileRef;
use crate::language::Language;

/// The page that was posted.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// Its section that the page showed.
    pub section: &'a Section,
    /// The answers so far, of all sections.
    pub known: &'a Answers,
    /// What routing looks at besides the answers.
    pub circumstances: Circumstances<'a>,
    /// The language the page was in.
    pub language: &'a Language,
    /// The files that came with the post.
    pub arrived: &'a [FileRef],
}

/// What a post says.
#[derive(Clone, Debug, PartialEq)]
pub struct Posted {
    /// The answers so far with those of the post; where the post has a problem, as they were before it.
    ///
    /// They may hold answers to questions that are not asked (any more): these stay in the draft, for the respondent may
    /// change their mind, and are left out of the response by [`prune`](super::super::route::prune).
    pub answers: Answers,
    /// What is wrong, in the order of the page.
    pub problems: Vec<FieldProblem>,
    /// What must be answered before going on, but not before leaving for another time.
    pub missing: Vec<FieldProblem>,
}

impl Posted {
    /// Adds what was wrong before anything was read: files that are not taken. A question that something was sent for is not missing.
    pub fn refuse(&mut self, problems: Vec<FieldProblem>) {
        let is_told = |missing: &FieldProblem| problems.iter().any(|problem| problem.question == missing.question);
        self.missing.retain(|missing| !is_told(missing));
        self.problems.extend(problems);
    }
}

/// Fields of the largest post: no page has more, and comparing them costs time.
const MOST_FIELDS: usize = 5_000;

/// Reads the fields of one post.
#[must_use]
pub fn read_section(page: Page<'_>, fields: &[(String, String)]) -> Posted {
    if fields.len() > MOST_FIELDS {
        let problem = FieldProblem::unknown(String::new());
        return Posted { answers: page.known.clone(), problems: vec![problem], missing: vec![] };
    }
    let questions = &page.section.questions;
    let mut sorted: Vec<Fields<'_>> = questions.iter().map(|_| Fields::default()).collect();
    let mut problems = strangers(questions, fields, &mut sorted);
    let shown: Vec<&str> = fields.iter().filter(|(name, _)| name == SHOWN).map(|(_, code)| code.as_str()).collect();
    let mut answers = page.known.clone();
    let mut found = Vec::new();
    for (question, fields) in questions.iter().zip(&sorted) {
        if shown.is_empty() || shown.contains(&question.code.as_str()) {
            found.push((question, take(page, question, fields, &mut answers)));
        } else if !fields.is_blank() {
            problems.push(not_asked(question));
        }
    }
    let asked = asked(page.questionnaire, &answers, page.circumstances);
    let mut missing = Vec::new();
    for (question, taken) in found {
        if asked.contains(question.code.as_str()) {
            missing.extend(taken.missing(page, question, &asked, &answers));
        }
        problems.extend(taken.settle(page, question, &asked, &mut answers));
    }
    Posted { answers, problems, missing }
}

/// Hands each field to its question; those that belong to none are problems.
fn strangers<'f>(
    questions: &[Question],
    fields: &'f [(String, String)],
    sorted: &mut [Fields<'f>],
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    for (name, value) in fields.iter().filter(|(name, _)| !name.starts_with('.')) {
        let (code, part) = name.split_once('.').map_or((name.as_str(), None), |(code, part)| (code, Some(part)));
        match questions.iter().position(|question| question.code.as_str() == code) {
            Some(place) => sorted[place].push(part, value),
            None => problems.push(FieldProblem::unknown(short(name))),
        }
    }
    problems
}

/// A field's name as it may be shown again: names are made by the page, so a long one is made up.
fn short(name: &str) -> String {
    name.chars().take(140).collect()
}

/// What became of one question of the page.
enum Taken {
    /// Nothing was given.
    Blank,
    /// Its answer is among the answers now.
    Answered,
    /// The answers are as they were.
    Wrong(Vec<FieldProblem>),
}

fn take(page: Page<'_>, question: &Question, fields: &Fields<'_>, answers: &mut Answers) -> Taken {
    let known = page.known.get(question.code.as_str());
    match read(page, question, fields, known, answers) {
        Outcome::Blank => {
            answers.0.remove(&question.code);
            Taken::Blank
        }
        Outcome::Answer(answer) => {
            let problems = check(page.questionnaire, question, &answer, answers, page.circumstances);
            if !problems.is_empty() {
                return Taken::Wrong(problems);
            }
            answers.0.insert(question.code.clone(), answer);
            Taken::Answered
        }
        Outcome::Faults(faults) => {
            let problem = |(part, fault): (Option<String>, _)| {
                FieldProblem::of(&question.code, part.as_deref().map(short).as_deref(), fault)
            };
            Taken::Wrong(faults.into_iter().map(problem).collect())
        }
    }
}

impl Taken {
    /// What a question that must be answered lacks.
    fn missing(&self, page: Page<'_>, question: &Question, asked: &Way<'_>, answers: &Answers) -> Vec<FieldProblem> {
        let answer = match self {
            Self::Blank => None,
            Self::Answered => answers.get(question.code.as_str()),
            Self::Wrong(_) => return vec![],
        };
        validate::missing(page.questionnaire, question, answer, &asked.counted, page.circumstances)
    }

    /// The problems that count, now that it is known which questions are asked.
    fn settle(self, page: Page<'_>, question: &Question, asked: &Way<'_>, answers: &mut Answers) -> Vec<FieldProblem> {
        if asked.contains(question.code.as_str()) {
            return if let Self::Wrong(problems) = self { problems } else { vec![] };
        }
        if matches!(self, Self::Blank) || depends_on(question, page.section) {
            return vec![];
        }
        match page.known.get(question.code.as_str()) {
            Some(known) => answers.0.insert(question.code.clone(), known.clone()),
            None => answers.0.remove(&question.code),
        };
        vec![not_asked(question)]
    }
}

fn not_asked(question: &Question) -> FieldProblem {
    FieldProblem::of(&question.code, None, Fault::NotAsked)
}

/// Whether an answer on the same page decides if the question is asked: then the page may well have shown it.
fn depends_on(question: &Question, section: &Section) -> bool {
    let uses = question.show_if.as_ref().map_or(&[][..], |condition| condition.uses());
    let mut on = uses.iter().chain(question.kind.takes_options_from());
    on.any(|on| section.questions.iter().any(|question| question.code == *on))
}
