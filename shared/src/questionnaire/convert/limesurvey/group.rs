//! Groups become sections.

use super::super::codes::Codes;
use super::super::html;
use super::asked::held;
use super::condition::shown;
use super::making::Making;
use super::survey::Group;
use crate::questionnaire::format::{Condition, Question, QuestionType, Section};

/// Sections and questions of one questionnaire.
const MOST_SECTIONS: usize = 100;
const MOST_QUESTIONS: usize = 1_000;

impl<'r> Making<'r, '_> {
    /// Every group that has something in it.
    pub fn sections(&mut self) -> Vec<Section> {
        let (mut sections, mut codes, mut count) = (Vec::new(), Codes::default(), 0);
        let survey = self.survey;
        for group in &survey.groups {
            if sections.len() == MOST_SECTIONS {
                self.report.questions += group.questions.len();
                self.report.dropped += group.questions.len();
                let place = self.place_of(group);
                self.report.dropped(place, format!("a questionnaire has at most {MOST_SECTIONS} sections"));
                continue;
            }
            let section = self.section(group, &mut codes, MOST_QUESTIONS - count);
            count += section.as_ref().map_or(0, |section| section.questions.len());
            sections.extend(section);
        }
        sections
    }

    fn section(&mut self, group: &'r Group<'r>, codes: &mut Codes, room: usize) -> Option<Section> {
        let place = self.place_of(group);
        let title = self.texts_or(&place, &group.title, &format!("Group {}", group.gid));
        let intro = self.texts(&format!("{place}, description"), &group.description);
        self.section = vec![];
        let condition = self.condition(&place, group.relevance);
        self.section = held(&condition);
        let show_if = shown(&condition).map(Condition::Expression);
        let randomise = self.random(group, &place);
        let mut questions = Vec::new();
        for theirs in &group.questions {
            if questions.len() + 2 > room {
                self.report.questions += 1;
                self.report.dropped += 1;
                self.report.dropped(
                    super::making::place(theirs.code),
                    format!("a questionnaire has at most {MOST_QUESTIONS} questions"),
                );
                continue;
            }
            questions.extend(self.question(theirs));
        }
        let name = self.first_words(&group.title);
        if questions.is_empty() {
            let Some(text) = intro else {
                self.report.dropped(place, "nothing is asked in it");
                return None;
            };
            // A section has at least one question: what is said in it becomes one.
            self.report.replaced(place, "nothing is asked in it", "its description as a note");
            let id = self.further_name(&format!("group_{}", group.gid));
            let note = Question { id, question_type: QuestionType::Note, text, ..Question::default() };
            return Some(Section {
                id: codes.make(name, "section"),
                title,
                show_if,
                questions: vec![note],
                ..Section::default()
            });
        }
        Some(Section { id: codes.make(name, "section"), title, intro, show_if, randomise, questions })
    }

    /// How a group is named in notices: by its number and its title in the first language.
    fn place_of(&self, group: &Group<'r>) -> String {
        let title = html::plain(self.first_words(&group.title)).text;
        format!("group {} ({})", group.gid, crate::name::excerpt(&title, 60))
    }

    /// Whether all questions of a group come in an order drawn; parts of it cannot.
    fn random(&mut self, group: &Group<'r>, place: &str) -> bool {
        if !group.random.is_empty() {
            self.report.replaced(place, "groups come in an order drawn", "they come in the order written");
        }
        let drawn: Vec<_> = group.questions.iter().map(|question| question.settings.get("random_group")).collect();
        let first = drawn.first().copied().unwrap_or("");
        if !first.is_empty() && drawn.iter().all(|name| *name == first) {
            return true;
        }
        if drawn.iter().any(|name| !name.is_empty()) {
            self.report.replaced(
                place,
                "some of its questions come in an order drawn",
                "they come in the order written",
            );
        }
        false
    }
}
