//! The questionnaire cut into pages: a section of more than five items becomes several.
//!
//! A question is one item. A matrix and a table count by their rows, since each row is answered for itself; one with five rows or more has
//! a page of its own, however many rows it has, because cutting it would tear apart what is compared. So has a group. What shows
//! answers to other questions (in its words, its options, its sums) comes on a page behind theirs.

use std::collections::HashSet;

use rundfrage_shared::id::ResponseId;
use rundfrage_shared::questionnaire::depends::shown_by;
use rundfrage_shared::questionnaire::model::{Code, Question, QuestionKind, Questionnaire, Section};
use rundfrage_shared::questionnaire::order::questions;

/// Items on one page.
const MOST: usize = 5;
/// Section codes that are addresses of other pages.
const TAKEN: [&str; 8] = ["overview", "check", "submit", "receipt", "answers", "later", "done", "colleague"];

/// One page of the questionnaire.
#[derive(Clone, Debug)]
pub struct Sheet<'q> {
    /// The section it belongs to.
    pub section: &'q Section,
    /// What is asked on it, if it is asked.
    pub questions: Vec<&'q Question>,
    part: usize,
}

impl Sheet<'_> {
    /// The last part of its address: the section's code, with `.2` for its second page.
    pub fn address(&self) -> String {
        let code = &self.section.code;
        match self.part {
            1 if !TAKEN.contains(&code.as_str()) => code.to_string(),
            part => format!("{code}.{part}"),
        }
    }

    /// Whether it is the first of its section.
    pub const fn is_first(&self) -> bool {
        self.part == 1
    }

    /// Whether it asks the question.
    pub fn asks(&self, code: &str) -> bool {
        self.questions.iter().any(|question| question.code.as_str() == code)
    }
}

/// All pages in order, also those on which nothing is asked of this respondent.
pub fn sheets(questionnaire: &Questionnaire, respondent: ResponseId) -> Vec<Sheet<'_>> {
    questionnaire.sections.iter().flat_map(|section| cut(questionnaire, section, respondent)).collect()
}

fn cut<'q>(questionnaire: &'q Questionnaire, section: &'q Section, respondent: ResponseId) -> Vec<Sheet<'q>> {
    let mut sheets: Vec<Sheet<'q>> = Vec::new();
    let (mut items, mut here) = (0, HashSet::<&Code>::new());
    for question in questions(questionnaire, section, respondent) {
        let looks_back = shown_by(questionnaire, question).iter().any(|code| here.contains(code));
        let is_full = items + weight(question) > MOST;
        match sheets.last_mut() {
            Some(sheet) if !looks_back && !is_full => sheet.questions.push(question),
            last => {
                let mut questions = last.map(notes_at_end).unwrap_or_default();
                questions.push(question);
                sheets.push(Sheet { section, questions, part: sheets.len() + 1 });
                (items, here) = (0, HashSet::new());
            }
        }
        items += weight(question);
        here.insert(&question.code);
    }
    sheets
}

/// Takes the notes at the end of a page away, which lead to what comes on the next.
fn notes_at_end<'q>(sheet: &mut Sheet<'q>) -> Vec<&'q Question> {
    let is_note = |question: &&&Question| question.kind == QuestionKind::Note;
    let notes = sheet.questions.iter().rev().take_while(is_note).count();
    let kept = (sheet.questions.len() - notes).max(1);
    sheet.questions.split_off(kept)
}

fn weight(question: &Question) -> usize {
    match &question.kind {
        QuestionKind::Matrix { rows, .. } | QuestionKind::Table { rows, .. } => rows.len().clamp(1, MOST),
        QuestionKind::Group { .. } => MOST,
        QuestionKind::Note | QuestionKind::Calculated { .. } => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use rundfrage_shared::questionnaire::read::read;

    use super::*;

    fn pages(source: &[u8]) -> Vec<(String, Vec<String>)> {
        let questionnaire = read(source).unwrap();
        let codes = |sheet: &Sheet<'_>| sheet.questions.iter().map(|question| question.code.to_string()).collect();
        sheets(&questionnaire, ResponseId::from_bytes([1; 16]))
            .iter()
            .map(|sheet| (sheet.address(), codes(sheet)))
            .collect()
    }

    #[test]
    fn a_long_section_becomes_pages_and_a_matrix_has_its_own() {
        let pages = pages(include_bytes!("../../../shared/examples/questionnaires/business_situation.yaml"));
        let addresses: Vec<_> = pages.iter().map(|(address, _)| address.as_str()).collect();
        assert_eq!(addresses, ["s1", "s2", "s2.2", "s2.3", "s3", "s4"]);
        assert_eq!(pages[2].1, ["next_quarter"]);
        assert_eq!(pages[4].1.len(), 5);
    }

    #[test]
    fn every_question_is_on_one_page_and_no_page_is_crowded() {
        for source in [
            include_bytes!("../../../shared/examples/questionnaires/business_situation.yaml").as_slice(),
            include_bytes!("../../../shared/examples/questionnaires/location_and_society.yaml"),
        ] {
            let asked: usize = pages(source).iter().map(|(_, codes)| codes.len()).sum();
            assert_eq!(asked, read(source).unwrap().questions().count());
            assert!(pages(source).iter().all(|(_, codes)| (1..=MOST).contains(&codes.len())));
        }
    }
}
