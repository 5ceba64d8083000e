//! Elements: what every question has, and the type that tells the rest.

use serde_json::Value;

use super::Reading;
use super::condition::{all, written};
use super::fields::Fields;
use super::known::{Kind, Known};
use super::made::{MOST_QUESTIONS, Made};
use super::nested::{ANYWHERE, elements};
use super::page::{HIDDEN, Within};
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::format::{Question, QuestionType, Required};
use crate::questionnaire::problem::{counted, quoted};

/// Questions that are asked once an entry.
const MOST_IN_GROUP: usize = 30;
/// Panels in panels.
const DEEPEST: usize = 20;

impl Reading<'_> {
    /// Elements in their order.
    pub fn elements(&mut self, elements: &[Value], place: &str, within: &Within, questions: &mut Vec<Question>) {
        for (at, element) in elements.iter().enumerate() {
            let place = format!("{place}[{at}]");
            let Some(fields) = Fields::of(element, &place) else {
                self.report.dropped(place, "this is no element");
                continue;
            };
            let is_panel = element.get("type").and_then(Value::as_str) == Some("panel");
            match (is_panel, within.depth < DEEPEST) {
                (true, true) => self.panel(fields, within, questions),
                (true, false) => self.lost(element, &fields.place, "panels are nested too deeply"),
                _ => self.question(fields, within, questions),
            }
        }
    }

    /// Counts the questions of something that is left out.
    pub fn lost(&mut self, value: &Value, place: &str, reason: &str) {
        let count = count(value);
        self.report.questions += count;
        self.report.dropped += count;
        self.report.dropped(place, format!("{reason}; in it: {}", counted(count, "question")));
        let mut inner = Known::default();
        inner.collect(value);
        for (name, _) in inner.all {
            self.known.pass(&name, "which was left out");
        }
    }

    fn question(&mut self, mut fields: Fields<'_>, within: &Within, questions: &mut Vec<Question>) {
        self.report.questions += 1;
        let place = fields.place.clone();
        let their_type = fields.string("type").unwrap_or_else(|| {
            self.report.replaced(&place, "an element without a type", "a line of text");
            "text"
        });
        let name = fields.take("name").map(super::json::spelled).unwrap_or_default();
        let mut question = Question::default();
        let visible = fields.choice("visible");
        let is_hidden = visible == Some(false) && !fields.has("visibleIf") && their_type != "expression";
        let made = if let Some(reason) = self.refusal(is_hidden, within, questions.len()) {
            self.report.dropped(&place, reason);
            Made::Dropped
        } else {
            let condition = self.common(&mut fields, &name, within, &mut question);
            question.shown = their_type == "expression" && visible != Some(false);
            let within = Within { conditions: condition.into_iter().collect(), ..*within };
            self.typed(their_type, &name, &mut fields, &within, &mut question)
        };
        let comment = self.comment(&mut fields, &question, &name);
        if !matches!(made, Made::Dropped) {
            self.finish(fields);
        }
        self.place(made, &name, question, &place, questions);
        if let Some((name, comment)) = comment {
            self.push(&name, Kind::Text, comment, questions);
        }
    }

    fn refusal(&self, is_hidden: bool, within: &Within, count: usize) -> Option<String> {
        if within.repeats && count >= MOST_IN_GROUP {
            return Some(format!("at most {MOST_IN_GROUP} questions are asked once an entry"));
        }
        if !self.has_room(1) {
            return Some(format!("a questionnaire has at most {MOST_QUESTIONS} questions"));
        }
        let reason = within.hidden.or(is_hidden.then_some(HIDDEN));
        reason.map(str::to_owned)
    }

    /// What all types have; when the question is asked, as it is also written in it.
    pub fn common(
        &mut self,
        fields: &mut Fields<'_>,
        name: &str,
        within: &Within,
        question: &mut Question,
    ) -> Option<Formula> {
        let condition = self.shown_if(fields.string("visibleIf"), &fields.at("visibleIf"));
        let condition = all(within.conditions.iter().cloned().chain(condition));
        question.show_if = written(condition.clone());
        let (title, help) = (fields.take("title"), fields.take("description"));
        question.text = self.texts_or(title, &fields.at("title"), name);
        question.help = self.texts(help, &fields.at("description"));
        if fields.flag("isRequired") {
            question.required = Some(Required::Hard);
        }
        // What expressions call it is known beforehand.
        fields.take("valueName");
        condition
    }

    /// What the type of a question makes of it, with the rules that any type may have. `within` holds its own condition as well.
    pub fn typed(
        &mut self,
        their_type: &str,
        name: &str,
        fields: &mut Fields<'_>,
        within: &Within,
        question: &mut Question,
    ) -> Made {
        let mut made = match their_type {
            // Their questions were made like this one, and what is computed keeps no rules.
            "matrixdynamic" => return self.dynamic_rows(fields, name, within, question),
            "paneldynamic" => return self.dynamic_panels(fields, name, within, question),
            "expression" => return self.expression(fields, name, within, question),
            _ => self.simple(their_type, name, fields, question),
        };
        if let Made::Carried(kind) | Made::Replaced(kind) = &made
            && question.question_type != QuestionType::Note
        {
            self.validators(fields, name, kind, question);
            self.required_if(fields, name, kind, question);
        }
        self.keep_to_type(question, &fields.place);
        if let Made::Several(several) = &mut made {
            for (.., one) in several {
                self.keep_to_type(one, &fields.place);
            }
        }
        made
    }

    /// A question that holds no others.
    fn simple(&mut self, their_type: &str, name: &str, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        match their_type {
            "text" => self.text(fields, question),
            "comment" => self.lines(fields, question),
            "radiogroup" | "dropdown" | "checkbox" | "tagbox" | "buttongroup" | "imagepicker" | "ranking" => {
                self.select(their_type, fields, question)
            }
            "boolean" => self.boolean(fields, name, question),
            "rating" => self.rating(fields, question),
            "slider" => self.slider(fields, name, question),
            "matrix" => self.matrix(fields, question),
            "matrixdropdown" => self.table(fields, question),
            "multipletext" => self.multiple_text(fields, name, question),
            "html" => self.html(fields, question),
            "image" | "imagemap" | "empty" | "nonvalue" => self.picture(their_type, fields),
            "file" => self.file(fields, question),
            "signaturepad" => self.signature(fields, question),
            other => {
                self.report
                    .dropped(&fields.place, format!("nothing corresponds to questions of the type {}", quoted(other)));
                Made::Dropped
            }
        }
    }

    /// The text below a question that asks for a comment on it: a question of its own.
    fn comment(&mut self, fields: &mut Fields<'_>, question: &Question, name: &str) -> Option<(String, Question)> {
        let is_on = fields.flags(&["showCommentArea", "hasComment"]);
        let words = fields.take("commentText");
        if !is_on || question.text.is_empty() {
            return None;
        }
        if !self.has_room(2) {
            let reason = format!("a comment on it: a questionnaire has at most {MOST_QUESTIONS} questions");
            self.report.dropped(fields.at("showCommentArea"), reason);
            return None;
        }
        let text = self.texts_or_standard(words, &fields.at("commentText"), "surveyjs-comment");
        self.report.replaced(
            fields.at("showCommentArea"),
            "a comment on a question",
            "a question of its own behind it",
        );
        let show_if = question.show_if.clone();
        let comment = Question { question_type: QuestionType::OpenText, show_if, text, ..Question::default() };
        Some((format!("{name}-Comment"), comment))
    }
}

/// The questions in `value`: elements that are no panels.
fn count(value: &Value) -> usize {
    let inner: usize = elements(value, &ANYWHERE).map(count).sum();
    let is_question = value.get("type").is_some_and(|kind| kind != "panel");
    inner + usize::from(is_question)
}
