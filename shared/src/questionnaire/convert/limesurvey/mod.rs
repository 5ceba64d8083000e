//! Questionnaires of `LimeSurvey` (`.lss`).
//!
//! The file is a dump of tables (`xml`). They are put together into a survey (`survey`), whichever shape they have: texts in
//! rows repeated for each language, or in tables of their own (`assemble`). Then each question becomes one of ours, in order (`question` and
//! the rooms of the types), so that expressions (`translate`) know what stands before them and what kind of answer it has.
//!
//! To add a type: its letter in `question`, what is made of it in a room, and what expressions may ask of it in
//! [`names::Shape`].

mod around;
mod array;
mod asked;
mod assemble;
mod check;
mod choice;
mod compare;
mod condition;
mod counting;
mod entry;
mod equation;
mod functions;
mod group;
mod grouped;
mod join;
mod known;
mod language;
mod left;
mod making;
mod multiple;
mod names;
mod needs;
mod number;
mod options;
mod parts;
mod pattern;
mod place;
mod question;
mod settings;
mod survey;
#[cfg(test)]
mod tests;
mod text;
mod translate;
mod value;
mod words;
mod xml;

use std::collections::BTreeMap;

use self::making::Making;
use self::survey::{Part, Survey};
use super::Report;
use crate::questionnaire::format::{Classification, Document, Texts};
use crate::questionnaire::problem::{Problem, quoted};

/// Questions of the largest survey, each counted once a language where it stands there so often.
const MOST_QUESTIONS: usize = 40_000;

/// Reads a survey of a file without a name; see [`read_named`].
pub fn read(source: &[u8], report: &mut Report) -> Result<Document, Vec<Problem>> {
    read_named(source, "survey", report)
}

/// Reads a survey; what cannot be carried over is noted in `report`. It is refused if it cannot be used at all. `stand_in` is the
/// id of a survey without a number.
pub fn read_named(source: &[u8], stand_in: &str, report: &mut Report) -> Result<Document, Vec<Problem>> {
    let text = xml::text(source).map_err(|problem| vec![problem])?;
    let file = xml::parse(&text).map_err(|problem| vec![problem])?;
    let refused = |reason: String| vec![Problem { line: None, path: String::new(), reason }];
    if !matches!(file.kind.as_str(), "Survey" | "") {
        let kind = quoted(&file.kind);
        return Err(refused(format!("this is {kind} of LimeSurvey and no survey; export the survey structure")));
    }
    let is_question = |row: &&xml::Row<'_>| matches!(file.get(row, "parent_qid"), "" | "0");
    if file.rows("questions").iter().filter(is_question).count() > MOST_QUESTIONS {
        return Err(refused(format!("there are more than {MOST_QUESTIONS} questions")));
    }
    let survey = Survey::new(&file);
    let tongues = language::tongues(&survey.languages, report);
    let mut making = Making::new(&survey, tongues, report);
    let document = making.document(&file, stand_in);
    if document.sections.is_empty() {
        return Err(report.refused("there are no questions in the survey that could be carried over"));
    }
    Ok(document)
}

impl Making<'_, '_> {
    fn document(&mut self, file: &xml::File<'_>, stand_in: &str) -> Document {
        let survey = self.survey;
        let questions = || survey.groups.iter().flat_map(|group| &group.questions);
        self.names.all = questions().map(|question| question.code).collect();
        self.names.all_numbers = questions().map(|question| (question.qid, question.code)).collect();
        if survey.settings.get("assessments") == Some(&"Y") {
            let marked = questions().filter(|question| question.answers.iter().flatten().any(Part::is_marked));
            self.names.marked = marked.map(|question| question.qid).collect();
        }
        let words = |name: &str| survey.texts.get(name).cloned().unwrap_or_default();
        let title = self.texts_or("survey title", &words("title"), &format!("Survey {}", survey.sid));
        let description = self.texts("survey description", &words("description"));
        let welcome = self.texts("survey welcome", &words("welcome"));
        let sections = self.sections();
        let thanks = self.texts("survey end", &words("end"));
        self.around(file);
        let classification = self.classification();
        self.finish();
        Document {
            id: if survey.sid.is_empty() {
                stand_in.to_owned()
            } else {
                super::codes::Codes::default().make(&format!("survey_{}", survey.sid), stand_in)
            },
            languages: self.tongues.iter().map(|tongue| tongue.ours.to_string()).collect(),
            default_language: self.tongues[0].ours.to_string(),
            title: title.into_iter().map(|(tag, text)| (tag, text.replace('\n', " "))).collect(),
            intro: both(description, welcome),
            thanks,
            classification,
            sections,
            ..Document::default()
        }
    }

    /// The attributes of the company that expressions name.
    fn classification(&mut self) -> BTreeMap<String, Classification> {
        let names = std::mem::take(self.names.attributes.get_mut());
        for name in &names {
            let reason = "an attribute of participants is named in expressions";
            self.report.replaced(
                format!("TOKEN:{}", name.to_uppercase()),
                reason,
                format!("the company's {name}, which the panel must have"),
            );
        }
        names.into_iter().map(|name| (name.clone(), Classification::Named(name))).collect()
    }
}

/// One text behind the other.
fn both(one: Option<Texts>, other: Option<Texts>) -> Option<Texts> {
    const LONGEST: usize = 4_000;
    let (Some(one), Some(other)) = (&one, &other) else { return one.or(other) };
    let joined = one.iter().map(|(tag, text)| {
        let more = other.get(tag).map_or("", String::as_str);
        let whole = format!("{text}\n{more}");
        (tag.clone(), if whole.chars().count() <= LONGEST { whole } else { more.to_owned() })
    });
    Some(joined.collect())
}
