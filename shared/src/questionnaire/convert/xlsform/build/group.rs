//! Groups: those at the top are sections; inside of them a group only lends its label and its condition.

use super::super::super::formula::Formula;
use super::super::heading::Field;
use super::super::scope::{State, Type};
use super::super::survey::Part;
use super::Builder;
use crate::questionnaire::format::{Question, QuestionType, Repeat, Texts};
use crate::questionnaire::problem::quoted;

/// Questions of a group that is repeated, and how often it can be.
const MOST_QUESTIONS: usize = 30;
const MOST_ITEMS: usize = 50;

impl Builder<'_, '_> {
    /// Makes what stands in a group, or in the form itself.
    pub(super) fn contents(&mut self, parts: &[Part], group: Option<usize>, out: &mut Vec<Question>) {
        let mut at = 0;
        while at < parts.len() {
            if let Some(found) = self.matrix_at(&parts[at..]) {
                let line = if let Part::Question(line) = &parts[at] { *line } else { 0 };
                // The group lends its label only to a matrix that is all there is in it.
                let group = group.filter(|_| found.length == parts.len());
                if let Ok(show_if) = self.asked_if(line, Formula::Bool(true)) {
                    self.matrix(&found, group, show_if, out);
                }
                at += found.length;
                continue;
            }
            match &parts[at] {
                Part::Question(line) => self.question(*line, out),
                Part::Group(line, inner) if self.survey.lines[*line].is_disabled => {
                    self.drop_all(inner, "the group is switched off", *line);
                }
                Part::Group(line, inner) => self.group(*line, inner, out),
            }
            at += 1;
        }
    }

    /// A group inside of another, or a repeat.
    fn group(&mut self, line: usize, parts: &[Part], out: &mut Vec<Question>) {
        let own = self.relevant(line);
        if own == Formula::Bool(false) {
            return self.drop_all(parts, "the condition of the group never holds", line);
        }
        if self.survey.is_repeat(line) && self.repeat.is_none() {
            return self.repeated(line, parts, own, out);
        }
        if self.survey.is_repeat(line) {
            let place = self.place(line, &Field::Type);
            self.report.replaced(place, "a repeat inside of a repeat", "its questions, asked once");
            self.scope.set(self.survey.lines[line].name, line, State::Gone("is a repeat inside of another"));
        }
        if let Some(frame) = self.kobo(line) {
            return self.kobo_group(line, frame, parts, own, out);
        }
        if let Some(found) = self.table_list(line, parts) {
            if let Ok(show_if) = self.asked_if(line, own) {
                self.tell_looks(line, &["table-list", "field-list"]);
                self.tell_special(line);
                self.matrix(&found, Some(line), show_if, out);
            }
            return;
        }
        self.around.push(own);
        self.heading(line, parts, out);
        self.contents(parts, Some(line), out);
        self.around.pop();
    }

    /// The label of a group that is no section, as a note before its questions.
    fn heading(&mut self, line: usize, parts: &[Part], out: &mut Vec<Question>) {
        self.tell_looks(line, &["field-list"]);
        self.tell_special(line);
        let is_matrix = self.matrix_at(parts).is_some_and(|found| found.length == parts.len());
        if is_matrix || parts.is_empty() {
            return;
        }
        let (label, help) = (self.texts(line, &Field::Label), self.help(line));
        let (text, help) = match (label, help) {
            (Some(label), help) => (label, help),
            (None, Some(help)) => (help, None),
            (None, None) => return,
        };
        let Ok(show_if) = self.asked_if(line, Formula::Bool(true)) else { return };
        let id = self.codes.make_name(self.survey.lines[line].name, "note");
        let place = self.place(line, &Field::Label);
        self.report.replaced(
            place,
            "a group inside of a group",
            "a note with its label, and its condition on each question",
        );
        out.push(Question { id, question_type: QuestionType::Note, show_if, text, help, ..Question::default() });
    }

    /// Tells of groups that only some tools know, and of what a group cannot have.
    pub(super) fn tell_special(&mut self, line: usize) {
        self.tell_unanswered(line, "a group has no answer of its own; write this at its questions");
        let it = &self.survey.lines[line];
        if it.kind == Some(super::super::kind::Kind::Begin(super::super::kind::Frame::Special)) {
            let place = self.place(line, &Field::Type);
            let reason = format!("groups of the kind {} are not known here", it.written);
            self.report.replaced(place, reason, "a plain group");
        }
    }

    /// The text of a group that is one question.
    pub(super) fn group_text(&mut self, line: usize) -> Texts {
        self.texts(line, &Field::Label).unwrap_or_else(|| {
            let (place, name) = (self.place(line, &Field::Label), self.survey.lines[line].name);
            self.report.replaced(place, "there is no label", format!("the name {name}"));
            self.everywhere(name)
        })
    }

    /// A group that is filled in several times.
    fn repeated(&mut self, line: usize, parts: &[Part], own: Formula, out: &mut Vec<Question>) {
        let name = self.survey.lines[line].name;
        let Ok(show_if) = self.asked_if(line, own) else {
            return self.drop_all(parts, "the condition of the repeat never holds", line);
        };
        self.tell_special(line);
        let id = self.codes.make_name(name, "group");
        let (text, help) = (self.group_text(line), self.help(line));
        let (repeat, around) = (self.count(line), std::mem::take(&mut self.around));
        self.repeat = Some(line);
        let mut questions = Vec::new();
        self.contents(parts, Some(line), &mut questions);
        self.repeat = None;
        self.around = around;
        self.tell_looks(line, &["field-list"]);
        self.only_so_many(line, &mut questions);
        if questions.is_empty() {
            self.scope.set(name, line, State::Gone("is left out"));
            return self.report.dropped(self.place(line, &Field::Type), "a repeat without questions");
        }
        self.scope.finish(line, &id);
        self.scope.set(name, line, State::Here(id.clone(), Type::Repeat));
        let question_type = QuestionType::Group;
        out.push(Question {
            id,
            question_type,
            show_if,
            text,
            help,
            repeat: Some(repeat),
            questions,
            ..Question::default()
        });
    }

    /// A repeat of ours holds so many questions; what comes behind is left out.
    fn only_so_many(&mut self, line: usize, questions: &mut Vec<Question>) {
        if questions.len() <= MOST_QUESTIONS {
            return;
        }
        let left: Vec<_> = questions.drain(MOST_QUESTIONS..).collect();
        let names = left.iter().take(20).map(|question| question.id.as_str()).collect::<Vec<_>>().join(", ");
        let reason = format!(
            "a repeat has at most {MOST_QUESTIONS} questions here; left out are {} of them: {names}",
            left.len()
        );
        self.report.dropped(self.place(line, &Field::Type), reason);
        // A moment was counted once and made two questions.
        let counted = left.len().min(self.report.carried);
        self.report.carried -= counted;
        self.report.dropped += counted;
        for question in left {
            let lines = self.survey.lines.iter().enumerate();
            let gone: Vec<_> = lines
                .filter(|(_, it)| it.repeat == Some(line) && it.name == question.id)
                .map(|(at, it)| (at, it.name))
                .collect();
            for (at, name) in gone {
                self.scope.set(name, at, State::Gone("is left out"));
            }
        }
    }

    /// How often a repeat is filled in.
    fn count(&mut self, line: usize) -> Repeat {
        let text = self.get(line, &Field::RepeatCount).to_owned();
        let place = self.place(line, &Field::RepeatCount);
        match text.parse::<usize>() {
            Ok(count) if (1..=MOST_ITEMS).contains(&count) => {
                Repeat { min: Some(count), max: Some(count), label: None }
            }
            Ok(_) => {
                self.report.replaced(place, format!("{text} times"), format!("up to {MOST_ITEMS} times"));
                Repeat { max: Some(MOST_ITEMS), ..Repeat::default() }
            }
            Err(_) => {
                if !text.is_empty() {
                    let reason = format!("how often follows from an answer: {}", quoted(&text));
                    self.report.replaced(place, reason, format!("as often as wanted, up to {MOST_ITEMS} times"));
                }
                Repeat { max: Some(MOST_ITEMS), ..Repeat::default() }
            }
        }
    }

    /// Leaves out everything in a group.
    pub(super) fn drop_all(&mut self, parts: &[Part], reason: &str, group: usize) {
        self.report.dropped(self.place(group, &Field::Type), reason);
        let mut waiting: Vec<&Part> = parts.iter().collect();
        self.scope.set(self.survey.lines[group].name, group, State::Gone("is left out"));
        while let Some(part) = waiting.pop() {
            let line = match part {
                Part::Question(line) => *line,
                Part::Group(line, inner) => {
                    waiting.extend(inner);
                    *line
                }
            };
            let it = &self.survey.lines[line];
            if matches!(part, Part::Question(_)) && it.kind != Some(super::super::kind::Kind::Metadata) {
                self.report.questions += 1;
                self.report.dropped += 1;
            }
            self.scope.set(it.name, line, State::Gone("is left out"));
        }
    }
}
