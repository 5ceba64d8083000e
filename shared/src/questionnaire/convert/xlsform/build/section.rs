//! Sections: groups at the top of the form, and what stands between them.

use super::super::heading::Field;
use super::super::survey::Part;
use super::Builder;
use crate::questionnaire::format::{Question, Section, Texts};

/// Sections of a questionnaire.
const MOST: usize = 100;

impl Builder<'_, '_> {
    /// The title of the questionnaire.
    pub(super) fn title(&mut self) -> Texts {
        let (title, id) = (self.settings.title.as_str(), self.settings.id.as_str());
        let words = html_words(if title.is_empty() { id } else { title });
        let words = if words.is_empty() {
            self.report.replaced("sheet settings", "the form has no title", "Questionnaire");
            "Questionnaire".to_owned()
        } else {
            words
        };
        let only = Texts::from([(self.languages.default().to_owned(), words.chars().take(4_000).collect())]);
        self.filled(&only).unwrap_or_default()
    }

    /// The sections of the form.
    pub(super) fn sections(&mut self, parts: &[Part], title: &Texts) -> Vec<Section> {
        let is_section = |part: &Part| matches!(part, Part::Group(line, _) if !self.survey.is_question(*line));
        let groups = parts.iter().filter(|part| is_section(part)).count();
        let mut sections = Vec::new();
        // Between two groups questions may stand, so there may be twice as many sections as groups.
        if groups > MOST / 2 - 1 {
            let reason = format!("{groups} groups are too many for sections");
            self.report.replaced("sheet survey", reason, "one section, each group with a note");
            self.between(parts, title, &mut sections);
            return sections;
        }
        let mut from = 0;
        for (at, part) in parts.iter().enumerate() {
            if let Part::Group(line, inner) = part
                && !self.survey.is_question(*line)
            {
                self.between(&parts[from..at], title, &mut sections);
                self.section(*line, inner, title, &mut sections);
                from = at + 1;
            }
        }
        self.between(&parts[from..], title, &mut sections);
        sections
    }

    /// What stands outside of groups: a section with the title of the form.
    fn between(&mut self, parts: &[Part], title: &Texts, sections: &mut Vec<Section>) {
        let mut questions = Vec::new();
        self.contents(parts, None, &mut questions);
        if !questions.is_empty() {
            let id = self.section_codes.make("questions", "questions");
            sections.push(Section { id, title: title.clone(), questions, ..Section::default() });
        }
    }

    /// A group at the top.
    fn section(&mut self, line: usize, parts: &[Part], title: &Texts, sections: &mut Vec<Section>) {
        let own = self.relevant(line);
        if self.survey.lines[line].is_disabled {
            return self.drop_all(parts, "the group is switched off", line);
        }
        let Ok(show_if) = self.asked_if(line, own) else {
            return self.drop_all(parts, "the condition of the group never holds", line);
        };
        self.tell_special(line);
        let heading = self.texts(line, &Field::Label);
        let mut questions: Vec<Question> = Vec::new();
        if let Some(found) = self.table_list(line, parts) {
            self.tell_looks(line, &["table-list", "field-list"]);
            self.matrix(&found, Some(line), None, &mut questions);
        } else {
            self.tell_looks(line, &["field-list"]);
            self.contents(parts, Some(line), &mut questions);
        }
        if questions.is_empty() {
            return self.report.dropped(self.place(line, &Field::Type), "a group without questions");
        }
        let title = heading.unwrap_or_else(|| {
            let place = self.place(line, &Field::Label);
            self.report.replaced(place, "the group has no label", "the title of the form");
            title.clone()
        });
        let id = self.section_codes.make(self.survey.lines[line].name, "section");
        let intro = self.help(line);
        sections.push(Section { id, title, intro, show_if, questions, ..Section::default() });
    }
}

fn html_words(text: &str) -> String {
    super::super::super::html::plain(text).text.replace("{{", "{ {")
}
