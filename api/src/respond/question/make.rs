//! From a question of the questionnaire to what its template shows.

use rundfrage_shared::file::FileRef;
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::form::{DONT_KNOW, has_way_out_apart};
use rundfrage_shared::questionnaire::model::{
    ChoiceLook, Code, Precision, Question, QuestionKind, Required, TextFormat,
};
use rundfrage_shared::questionnaire::route::Circumstances;

use super::super::spoken::amount;
use super::super::voice::Voice;
use super::choose::OptionView;
use super::{Filled, Kind, QuestionView, upload};

/// Texts of at most so many characters say so, though they are one line.
const SHORT: usize = 100;

/// What turns questions into views.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    /// The language.
    pub voice: &'a Voice<'a>,
    /// Whose order of options is shown.
    pub respondent: ResponseId,
    /// The answers that count.
    pub counted: &'a Answers,
    /// What decides besides.
    pub circumstances: Circumstances<'a>,
    /// What is filled in on this page.
    pub filled: &'a Filled,
    /// What is stored: the files that are there.
    pub stored: &'a Answers,
    /// Where a file can be looked at.
    pub file: &'a dyn Fn(&FileRef) -> String,
    /// The group that gets one more item.
    pub extended: Option<&'a str>,
    /// Fields of which something is said, so that they are shown.
    pub remarked: &'a dyn Fn(&str) -> bool,
    /// Where the answer to a question is changed.
    pub change: &'a dyn Fn(&Code) -> String,
    /// The item of the group whose questions are made.
    pub item: Option<&'a Answers>,
}

/// The classes by which an option reveals questions.
pub type Reveals<'r> = &'r dyn Fn(&Code) -> String;

impl<'a> Maker<'a> {
    /// The view of one question. `reveals` tells for an option of it which questions further down the page it reveals.
    pub fn make(&self, question: &'a Question, revealed_by: usize, reveals: Reveals<'_>) -> QuestionView {
        self.named(question, question.code.to_string(), revealed_by, reveals)
    }

    /// The same under the name that its field has inside a group.
    pub fn named(
        &self,
        question: &'a Question,
        name: String,
        revealed_by: usize,
        reveals: Reveals<'_>,
    ) -> QuestionView {
        QuestionView {
            text: self.voice.say(&question.text),
            help: question.help.as_ref().map_or(String::new(), |help| self.voice.say(help)),
            note: self.note(question),
            is_required: question.required == Required::Hard && question.kind.asks(),
            revealed_by,
            is_filled: self.filled.is_touched(&name),
            apart: self.way_out(question, &name),
            kind: self.kind(question, &name, reveals),
            name,
        }
    }

    fn kind(&self, question: &'a Question, name: &str, reveals: Reveals<'_>) -> Kind {
        match &question.kind {
            QuestionKind::Single { look: ChoiceLook::List, .. } => Kind::List(self.list(question, name, reveals)),
            QuestionKind::Single { .. } => Kind::Single(self.options(question, name, reveals)),
            QuestionKind::MultiSelect { .. } => self.several(question, name, reveals),
            QuestionKind::Rating { from, to, low, high, look } => {
                self.rating(name, (*from, *to), (low.as_ref(), high.as_ref()), *look)
            }
            QuestionKind::Nps => self.nps(name),
            QuestionKind::Matrix { rows, options } => Kind::Matrix(self.matrix(name, rows, options)),
            QuestionKind::Table { rows, columns } => self.table(name, rows, columns),
            QuestionKind::Ranking { max_ranks, .. } => Kind::Ranking(self.ranks(question, name, *max_ranks)),
            QuestionKind::Numeric(format) => Kind::Field(self.number(name, format), None),
            QuestionKind::Slider { format, step, low, high } => {
                self.slider(name, format, *step, (low.as_ref(), high.as_ref()))
            }
            QuestionKind::Moment(moment) => Kind::Field(self.moment(name, moment), None),
            QuestionKind::Duration { .. } => Kind::Duration(self.duration(name)),
            QuestionKind::Text { format, max_length } => self.text(name, *format, *max_length),
            QuestionKind::Consent { statement } => Kind::Consent(self.consent(name, statement)),
            QuestionKind::Calculated { value, unit, decimals, .. } => {
                Kind::Value(self.calculated(value, unit.as_deref(), *decimals))
            }
            QuestionKind::Summary { of, value, unit, decimals } => {
                Kind::Summary(self.summary(name, of, value, (unit.as_deref(), *decimals)))
            }
            QuestionKind::Group { .. } => Kind::Group(self.group(question)),
            QuestionKind::Upload(upload) => self.upload(name, upload),
            QuestionKind::Note => Kind::Note,
        }
    }

    /// Where there is nothing to choose, the way out has a field of its own; in a list it is one more entry.
    fn way_out(&self, question: &Question, name: &str) -> Option<(String, OptionView)> {
        let choice = question.dont_know.as_ref()?;
        match &question.kind {
            QuestionKind::Matrix { .. }
            | QuestionKind::Table { .. }
            | QuestionKind::Group { .. }
            | QuestionKind::Consent { .. }
            | QuestionKind::Summary { .. }
            | QuestionKind::Calculated { .. }
            | QuestionKind::Note
            | QuestionKind::Single { look: ChoiceLook::List, .. } => None,
            kind if has_way_out_apart(kind) => {
                let name = format!("{name}.{DONT_KNOW}");
                let option = self.option(&name, choice, true, "");
                Some((name, option))
            }
            _ => Some((name.to_owned(), self.option(name, choice, false, ""))),
        }
    }

    /// What the kind asks for.
    fn note(&self, question: &Question) -> String {
        let voice = self.voice;
        match &question.kind {
            QuestionKind::MultiSelect { min_choices: Some(least), max_choices: Some(most), .. } if *least > 1 => {
                let values = [("least", least.to_string().into()), ("most", most.to_string().into())];
                voice.words.with("respond-hint-range", &values).into_owned()
            }
            QuestionKind::MultiSelect { max_choices: Some(most), .. } => voice.count("respond-hint-most", *most),
            QuestionKind::MultiSelect { min_choices: Some(least), .. } if *least > 1 => {
                voice.count("respond-hint-least", *least)
            }
            QuestionKind::MultiSelect { .. } => voice.text("respond-hint-several"),
            QuestionKind::Text { format, max_length } if *format == TextFormat::Lines || *max_length <= SHORT => {
                voice.count("respond-hint-length", *max_length)
            }
            QuestionKind::Text { format: TextFormat::Url, .. } => voice.text("respond-hint-url"),
            QuestionKind::Moment(moment) => match moment.precision {
                Precision::Day => String::new(),
                Precision::Month => voice.text("respond-hint-month"),
                Precision::Quarter => voice.text("respond-hint-quarter"),
                Precision::Year => voice.text("respond-hint-year"),
                Precision::Time => voice.text("respond-hint-time"),
            },
            QuestionKind::Upload(upload) => upload::hint(voice, upload),
            QuestionKind::Slider { format, .. } => {
                let bound = |bound: Option<f64>| voice.number(bound.unwrap_or_default()).into();
                let values = [("min", bound(format.min)), ("max", bound(format.max))];
                voice.words.with("respond-hint-slider", &values).into_owned()
            }
            QuestionKind::Numeric(_) | QuestionKind::Duration { .. } => self.recalled(question),
            _ => String::new(),
        }
    }

    /// What the company answered in the round before. Only figures are recalled, which are looked up anyway; an opinion of
    /// last time would colour today's.
    fn recalled(&self, question: &Question) -> String {
        let last = self.circumstances.last.filter(|_| self.item.is_none());
        let Some(Answer::Number(number)) = last.and_then(|last| last.get(question.code.as_str())) else {
            return String::new();
        };
        let value = amount(self.voice, &question.kind, *number);
        self.voice.words.with("respond-hint-last", &[("value", value.into())]).into_owned()
    }
}
