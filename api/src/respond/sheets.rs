//! The questionnaire cut into pages: a section of more than five items becomes several.
//!
//! A question is one item. A matrix counts by its rows, since each row is answered for itself; one with five rows or more has a page of
//! its own, however many rows it has, because cutting it would tear apart what is compared.

use rundfrage_shared::questionnaire::model::{Question, QuestionKind, Questionnaire, Section};

/// Items on one page.
const MOST: usize = 5;
/// Section codes that are addresses of other pages.
const TAKEN: [&str; 5] = ["check", "submit", "receipt", "answers", "later"];

/// One page of the questionnaire.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'q> {
    /// The section it belongs to.
    pub section: &'q Section,
    /// What is asked on it, if it is asked.
    pub questions: &'q [Question],
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

    /// Whether it asks the question.
    pub fn asks(&self, code: &str) -> bool {
        self.questions.iter().any(|question| question.code.as_str() == code)
    }
}

/// All pages in order, also those on which nothing is asked of this respondent.
pub fn sheets(questionnaire: &Questionnaire) -> Vec<Sheet<'_>> {
    questionnaire.sections.iter().flat_map(cut).collect()
}

fn cut(section: &Section) -> Vec<Sheet<'_>> {
    let mut sheets = Vec::new();
    let mut rest = section.questions.as_slice();
    while !rest.is_empty() {
        let (page, after) = rest.split_at(fitting(rest));
        sheets.push(Sheet { section, questions: page, part: sheets.len() + 1 });
        rest = after;
    }
    sheets
}

/// How many of the questions fit on one page; at least one.
fn fitting(questions: &[Question]) -> usize {
    let mut items = 0;
    let fitting = questions.iter().take_while(|question| {
        items += weight(question);
        items <= MOST
    });
    fitting.count().max(1)
}

fn weight(question: &Question) -> usize {
    match &question.kind {
        QuestionKind::Matrix { rows, .. } => rows.len().clamp(1, MOST),
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
        sheets(&questionnaire).iter().map(|sheet| (sheet.address(), codes(sheet))).collect()
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
