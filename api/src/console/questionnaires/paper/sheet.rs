//! Sections and questions as they stand on paper.

use askama::Template;
use rundfrage_shared::questionnaire::model::{Cadence, Question, QuestionKind, Required, Section};

use super::condition::{Condition, condition, otherwise};
use super::field::{Field, field};
use super::grid::GridCell;
use super::spoken::Spoken;

/// A section on paper.
pub struct SectionSheet {
    /// "Part 2".
    pub part: String,
    /// Its heading.
    pub title: String,
    /// Below it.
    pub intro: Option<String>,
    /// When it is to be filled in.
    pub condition: Option<Condition>,
    /// Its questions.
    pub questions: Vec<QuestionSheet>,
}

/// A question on paper.
#[derive(Template)]
#[template(path = "console/questionnaires/paper/question.html")]
pub struct QuestionSheet {
    /// Its number; a note has none.
    pub number: Option<String>,
    /// Its text.
    pub text: String,
    /// A help text below it.
    pub help: Option<String>,
    /// How it is filled in.
    pub hints: Vec<String>,
    /// When it is to be filled in.
    pub condition: Option<Condition>,
    /// Where it is filled in.
    pub field: Field,
}

/// All sections.
pub fn sheets(spoken: &Spoken<'_>) -> Vec<SectionSheet> {
    let sections = &spoken.questionnaire.sections;
    sections.iter().zip(1..).map(|(section, part)| of_section(spoken, section, part)).collect()
}

fn of_section(spoken: &Spoken<'_>, section: &Section, part: usize) -> SectionSheet {
    let behind = section.questions.iter().rev().find_map(|question| following(spoken, question));
    let shown = section.questions.iter().filter(|question| is_on_paper(question));
    let of_question = |question: &Question| {
        let number = spoken.number(question.code.as_str()).map(|number| number.to_string());
        sheet(spoken, question, number, otherwise(spoken, following(spoken, question)))
    };
    SectionSheet {
        part: spoken.t1("paper-section", "n", part),
        title: spoken.text(&section.title),
        intro: section.intro.as_ref().map(|intro| spoken.text(intro)),
        condition: section.show_if.as_ref().map(|show_if| condition(spoken, show_if, otherwise(spoken, behind))),
        questions: shown.map(of_question).collect(),
    }
}

/// A calculated value that is not shown has nothing to do on paper.
pub const fn is_on_paper(question: &Question) -> bool {
    !matches!(question.kind, QuestionKind::Calculated { shown: false, .. })
}

/// The number of the question behind this one.
fn following(spoken: &Spoken<'_>, question: &Question) -> Option<usize> {
    let mut behind = spoken.questionnaire.questions().skip_while(|other| other.code != question.code).skip(1);
    behind.find_map(|other| spoken.number(other.code.as_str()))
}

/// One question, and where to go on if it is not to be answered.
pub fn sheet(spoken: &Spoken<'_>, question: &Question, number: Option<String>, otherwise: String) -> QuestionSheet {
    let (field, mut hints) = field(spoken, question, number.as_deref().unwrap_or_default());
    if question.required == Required::Hard && question.kind.asks() {
        hints.push(spoken.t("paper-required"));
    }
    if question.cadence == Some(Cadence::Yearly) {
        hints.push(spoken.t("paper-yearly"));
    }
    QuestionSheet {
        number,
        text: spoken.text(&question.text),
        help: question.help.as_ref().map(|help| spoken.text(help)),
        hints,
        condition: question.show_if.as_ref().map(|show_if| condition(spoken, show_if, otherwise)),
        field,
    }
}
