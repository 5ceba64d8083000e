//! Small surveys, written as their tool writes them.

use std::fmt::Write as _;

use super::super::read;
use crate::questionnaire::convert::Report;
use crate::questionnaire::format::{Condition, Document, Question};

/// A row: names and values of its fields.
type Row = Vec<(&'static str, String)>;

/// A survey of one group in English, or in several languages.
pub struct Sample {
    languages: Vec<&'static str>,
    tables: Vec<(&'static str, Vec<Row>)>,
    questions: usize,
}

/// What was made of a sample.
pub struct Outcome {
    pub document: Document,
    pub report: Report,
}

impl Sample {
    pub fn new() -> Self {
        Self::in_languages(&["en"])
    }

    pub fn in_languages(languages: &[&'static str]) -> Self {
        let mut sample = Self { languages: languages.to_vec(), tables: vec![], questions: 0 };
        let others = languages[1..].join(" ");
        sample.row("surveys", &[("sid", "5"), ("language", languages[0]), ("additional_languages", &others)]);
        sample.row("surveys_languagesettings", &[("surveyls_language", languages[0]), ("surveyls_title", "A survey")]);
        sample
            .row("groups", &[("gid", "1"), ("group_name", "Group"), ("group_order", "0"), ("language", languages[0])]);
        sample
    }

    /// Adds a row to a table.
    pub fn row(&mut self, table: &'static str, fields: &[(&'static str, &str)]) -> &mut Self {
        let row = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        match self.tables.iter_mut().find(|(name, _)| *name == table) {
            Some((_, rows)) => rows.push(row),
            None => self.tables.push((table, vec![row])),
        }
        self
    }

    /// Adds a question of the old shape; its number is 100 and its place.
    pub fn question(&mut self, kind: &str, code: &str, more: &[(&'static str, &str)]) -> &mut Self {
        self.questions += 1;
        let (qid, order) = ((100 + self.questions).to_string(), self.questions.to_string());
        let mut fields =
            vec![("qid", qid.as_str()), ("gid", "1"), ("type", kind), ("title", code), ("question_order", &order)];
        fields.extend(more);
        if !more.iter().any(|(name, _)| *name == "question") {
            fields.extend([("question", code), ("language", "en")]);
        }
        self.row("questions", &fields)
    }

    fn qid(&self) -> String {
        (100 + self.questions).to_string()
    }

    /// Adds subquestions to the last question.
    pub fn parts(&mut self, scale: &str, codes: &[&str]) -> &mut Self {
        let parent = self.qid();
        for (at, code) in codes.iter().enumerate() {
            let (qid, order) = (format!("{parent}{scale}{at}"), at.to_string());
            let label = format!("Label {code}");
            let fields = [("qid", qid.as_str()), ("parent_qid", &parent), ("title", code), ("question", &label)];
            let more = [("scale_id", scale), ("question_order", &order), ("language", "en")];
            self.row("subquestions", &[&fields[..], &more[..]].concat());
        }
        self
    }

    /// Adds answer options to the last question.
    pub fn answers(&mut self, scale: &str, codes: &[&str]) -> &mut Self {
        let qid = self.qid();
        for (at, code) in codes.iter().enumerate() {
            let (order, label) = (at.to_string(), format!("Label {code}"));
            let fields = [("qid", qid.as_str()), ("code", code), ("answer", &label), ("sortorder", &order)];
            self.row("answers", &[&fields[..], &[("scale_id", scale), ("language", "en")]].concat());
        }
        self
    }

    /// Adds an attribute to the last question.
    pub fn set(&mut self, attribute: &str, value: &str) -> &mut Self {
        let qid = self.qid();
        self.row("question_attributes", &[("qid", &qid), ("attribute", attribute), ("value", value)])
    }

    /// The file.
    pub fn xml(&self) -> String {
        let mut out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>\n <LimeSurveyDocType>Survey</LimeSurveyDocType>\n\
                       <DBVersion>177</DBVersion>\n<languages>"
                .to_owned();
        for language in &self.languages {
            let _ = write!(out, "<language>{language}</language>");
        }
        out.push_str("</languages>\n");
        for (table, rows) in &self.tables {
            let _ = writeln!(out, "<{table}>\n<rows>");
            for row in rows {
                out.push_str("<row>");
                for (name, value) in row {
                    let _ = write!(out, "<{name}><![CDATA[{value}]]></{name}>");
                }
                out.push_str("</row>\n");
            }
            let _ = writeln!(out, "</rows>\n</{table}>");
        }
        out + "</document>\n"
    }

    pub fn read(&self) -> Outcome {
        let mut report = Report::default();
        let document = read(self.xml().as_bytes(), &mut report).unwrap();
        super::real::assert_sound(&document, &report);
        Outcome { document, report }
    }
}

impl Outcome {
    pub fn question(&self, id: &str) -> &Question {
        let mut questions = self.document.sections.iter().flat_map(|section| &section.questions);
        questions.find(|question| question.id == id).unwrap_or_else(|| panic!("no {id}: {:?}", self.report.notices))
    }

    pub fn show_if(&self, id: &str) -> &str {
        shown(self.question(id).show_if.as_ref())
    }

    /// The checks of a question, one a line.
    pub fn rules(&self, id: &str) -> Vec<&str> {
        self.question(id).checks.iter().map(|check| check.rule.as_str()).collect()
    }

    pub fn text(&self, id: &str) -> &str {
        &self.question(id).text["en"]
    }

    /// Everything that was noted.
    pub fn told(&self) -> String {
        self.report.notices.iter().flat_map(|notice| [notice.to_string(), "\n".into()]).collect()
    }
}

/// A condition as it is written.
pub fn shown(condition: Option<&Condition>) -> &str {
    match condition {
        Some(Condition::Expression(text)) => text,
        Some(Condition::Where(_)) => "?",
        None => "",
    }
}
