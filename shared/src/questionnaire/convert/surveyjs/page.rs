//! Pages and panels.

use serde_json::Value;

use super::Reading;
use super::condition::{all, written};
use super::fields::Fields;
use super::nested::ON_PAGE;
use super::settings::Concern;
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::format::{Question, QuestionType, Section};

/// What the panels around an element ask of it.
#[derive(Clone, Default)]
pub struct Within {
    /// Their conditions.
    pub conditions: Vec<Formula>,
    /// Why nothing in them is shown.
    pub hidden: Option<&'static str>,
    /// The title of the one panel in it has become the title of its page.
    pub is_titled: bool,
    /// The questions are asked once an entry.
    pub repeats: bool,
    /// How many panels it stands in.
    pub depth: usize,
}

/// Why an element that is hidden is left out.
pub const HIDDEN: &str = "it is hidden and no condition ever shows it";

impl Reading<'_> {
    /// A page becomes a section, or joins the last one where there are too many.
    pub fn page(&mut self, page: &Value, place: &str, is_own: bool, sections: &mut Vec<Section>) {
        let Some(mut fields) = Fields::of(page, place) else {
            return self.report.dropped(place, "this is no page");
        };
        let place = fields.place.clone();
        self.known
            .pass(page.get("name").and_then(Value::as_str).unwrap_or_default(), "which is a page and has no answer");
        let (mut section, is_titled) = self.heading(&mut fields, page, sections.len() + 1);
        let condition = self.shown_if(fields.string("visibleIf"), &fields.at("visibleIf"));
        let mut within = Within { hidden: hidden(&mut fields, condition.is_some()), is_titled, ..Within::default() };
        self.mandatory(&mut fields);
        if is_own {
            section.show_if = written(condition);
        } else {
            self.report.replaced(&place, "there are more than 100 pages", "its questions stand in the last section");
            within.conditions.extend(condition);
        }
        section.randomise =
            fields.any(&["questionOrder", "questionsOrder", "elementsOrder"]).and_then(Value::as_str) == Some("random");
        for key in ON_PAGE {
            let list = fields.list(key);
            self.elements(list, &format!("{place}.{key}"), &within, &mut section.questions);
        }
        self.place_calculated(&mut section);
        self.finish(fields);
        match sections.last_mut().filter(|_| !is_own) {
            Some(last) => last.questions.append(&mut section.questions),
            None => self.keep(section, &place, sections),
        }
    }

    fn keep(&mut self, section: Section, place: &str, sections: &mut Vec<Section>) {
        if section.questions.is_empty() {
            self.report.dropped(place, "nothing stands on this page that can be carried over");
        } else {
            sections.push(section);
        }
    }

    fn heading(&mut self, fields: &mut Fields<'_>, page: &Value, number: usize) -> (Section, bool) {
        let name = fields.string("name").unwrap_or_default();
        let id = self.section_codes.make(name, "page");
        if !name.is_empty() && id != name {
            self.report.replaced(fields.at("name"), "such a name cannot be an address", id.as_str());
        }
        let place = fields.at("title");
        let title = fields.take("title");
        let own = self.texts(title, &place);
        let borrowed = if own.is_none() { self.only_panel(page) } else { None };
        let is_titled = borrowed.is_some();
        let intro = fields.take("description");
        let intro = self.texts(intro, &fields.at("description"));
        let title = own.or(borrowed).unwrap_or_else(|| self.page_title(number));
        (Section { id, title, intro, ..Section::default() }, is_titled)
    }

    /// The title of the one panel that a page without a title consists of.
    fn only_panel(&mut self, page: &Value) -> Option<crate::questionnaire::format::Texts> {
        match page.get("elements")?.as_array()?.as_slice() {
            [panel] if panel.get("type")?.as_str()? == "panel" => self.texts(panel.get("title"), "title"),
            _ => None,
        }
    }

    /// A panel: its heading as a note, and its questions under its condition.
    pub fn panel(&mut self, mut fields: Fields<'_>, within: &Within, questions: &mut Vec<Question>) {
        let place = fields.place.clone();
        fields.take("type");
        let name = fields.string("name").unwrap_or_default();
        self.known.pass(name, "which is a panel and has no answer");
        let condition = self.shown_if(fields.string("visibleIf"), &fields.at("visibleIf"));
        let mut inner = Within { depth: within.depth + 1, is_titled: false, ..within.clone() };
        inner.hidden = inner.hidden.or(hidden(&mut fields, condition.is_some()));
        inner.conditions.extend(condition);
        self.mandatory(&mut fields);
        if fields.any(&["questionOrder", "questionsOrder", "elementsOrder"]).and_then(Value::as_str) == Some("random") {
            self.report.dropped(fields.at("questionsOrder"), "only the questions of a whole section are drawn");
        }
        self.note(name, &mut fields, &inner, within.is_titled, questions);
        for key in ON_PAGE {
            let list = fields.list(key);
            self.elements(list, &format!("{place}.{key}"), &inner, questions);
        }
        self.finish(fields);
    }

    fn mandatory(&mut self, fields: &mut Fields<'_>) {
        let (always, sometimes) = (fields.flag("isRequired"), fields.string("requiredIf").is_some());
        if always || sometimes {
            let key = if always { "isRequired" } else { "requiredIf" };
            self.report.dropped(fields.at(key), "only questions are mandatory, not one of several");
        }
    }

    fn note(
        &mut self,
        name: &str,
        fields: &mut Fields<'_>,
        within: &Within,
        is_titled: bool,
        questions: &mut Vec<Question>,
    ) {
        let (title, description) = (fields.take("title"), fields.take("description"));
        let title = if is_titled { None } else { self.texts(title, &fields.at("title")) };
        let help = self.texts(description, &fields.at("description"));
        let (text, help) = match (title, help) {
            (Some(title), help) => (title, help),
            (None, Some(help)) => (help, None),
            (None, None) => return,
        };
        if within.hidden.is_some() || !self.has_room(1) {
            return;
        }
        self.tally.count(Concern::Look, "heading of a panel, now a note");
        let id = self.codes.make_name(if name.is_empty() { "panel" } else { name }, "panel");
        let show_if = written(all(within.conditions.clone()));
        self.made += 1;
        questions.push(Question { id, question_type: QuestionType::Note, show_if, text, help, ..Question::default() });
    }
}

/// Whether nothing is ever seen of a page or panel.
fn hidden(fields: &mut Fields<'_>, has_condition: bool) -> Option<&'static str> {
    let is_hidden = fields.choice("visible") == Some(false) && !has_condition;
    is_hidden.then_some(HIDDEN)
}
