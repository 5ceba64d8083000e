//! The file: tables of rows, each a list of named fields.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

use crate::questionnaire::convert::encoding;
use crate::questionnaire::problem::{Problem, quoted};

/// Bytes of the largest file.
pub const LARGEST: usize = 20_000_000;
/// Rows of all tables.
const MOST_ROWS: usize = 200_000;
/// Fields of all rows that hold something.
const MOST_FIELDS: usize = 1_000_000;
/// Tables, and names of fields.
const MOST_NAMES: usize = 2_000;
/// Elements one inside the other.
const DEEPEST: usize = 20;
/// Depths of the elements that matter: a table, what it is made of, a row, a field.
const TABLE: usize = 2;
const PART: usize = 3;
const ROW: usize = 4;
const FIELD: usize = 5;

/// What is in the file.
#[derive(Debug, Default)]
pub struct File<'f> {
    /// The names of fields; rows refer to them by their place.
    names: HashMap<&'f str, usize>,
    /// What the file says it is: `Survey`.
    pub kind: String,
    /// The languages it says it has.
    pub languages: Vec<String>,
    /// Rows by table.
    pub tables: BTreeMap<&'f str, Vec<Row<'f>>>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row<'f> {
    fields: Vec<(usize, Cow<'f, str>)>,
}

impl<'f> File<'f> {
    /// The rows of a table.
    pub fn rows(&self, table: &str) -> &[Row<'f>] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// A field of a row; empty where the row has none.
    pub fn get<'r>(&self, row: &'r Row<'f>, field: &str) -> &'r str {
        let Some(name) = self.names.get(field) else { return "" };
        row.fields.iter().find(|(of, _)| of == name).map_or("", |(_, text)| text)
    }

    /// The first of `fields` that the row has something in.
    pub fn first<'r>(&self, row: &'r Row<'f>, fields: &[&str]) -> &'r str {
        fields.iter().map(|field| self.get(row, field)).find(|text| !text.is_empty()).unwrap_or("")
    }
}

/// The text of the file.
pub fn text(source: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if source.len() > LARGEST {
        return Err(problem(None, format!("the file is larger than {LARGEST} bytes")));
    }
    let other = match source {
        [b'P', b'K', 3, 4, ..] => "this is a ZIP archive; unpack it and take the .lss file that is in it",
        [b'%', b'P', b'D', b'F', ..] => "this is a PDF document; export the survey structure as .lss",
        _ => return encoding::text(source),
    };
    Err(problem(None, other.into()))
}

/// Takes the tables out of a text.
pub fn parse(text: &str) -> Result<File<'_>, Problem> {
    match text.trim_start().chars().next() {
        None => Err(problem(None, "this is an empty file; export the survey structure again".into())),
        Some('<') => Reading::new(text).file(),
        Some(_) => Err(problem(None, "this is no XML; export the survey structure as .lss".into())),
    }
}

fn problem(line: Option<usize>, reason: String) -> Problem {
    Problem { line, path: String::new(), reason }
}

struct Reading<'f> {
    text: &'f str,
    reader: Reader<&'f [u8]>,
    file: File<'f>,
    /// The names of the elements that are open.
    open: Vec<&'f str>,
    content: Cow<'f, str>,
    rows: usize,
    fields: usize,
    /// A place that was looked at before, and its line.
    counted: (usize, usize),
}

impl<'f> Reading<'f> {
    fn new(text: &'f str) -> Self {
        let (reader, content) = (Reader::from_str(text), Cow::Borrowed(""));
        let (file, open) = (File::default(), vec![]);
        Self { text, reader, file, open, content, rows: 0, fields: 0, counted: (0, 1) }
    }

    fn file(mut self) -> Result<File<'f>, Problem> {
        loop {
            let from = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = usize::try_from(self.reader.error_position()).unwrap_or(from).max(from);
                    return Err(self.wrong(at, format!("the XML is broken here ({error}); export the survey again")));
                }
            };
            if matches!(event, Event::Eof) {
                break;
            }
            self.event(event, from)?;
        }
        self.finish()
    }

    fn event(&mut self, event: Event<'f>, from: usize) -> Result<(), Problem> {
        match event {
            Event::Start(start) => {
                let name = self.name_at(from, start.name().as_ref().len());
                self.start(name, from)
            }
            Event::Empty(start) => {
                let name = self.name_at(from, start.name().as_ref().len());
                self.start(name, from)?;
                self.end(from)
            }
            Event::End(_) => self.end(from),
            Event::Text(text) => {
                self.add(text.xml10_content());
                Ok(())
            }
            Event::CData(text) => {
                self.add(text.xml10_content());
                Ok(())
            }
            Event::GeneralRef(reference) => self.reference(&reference, from),
            Event::DocType(_) => {
                let reason = "the file declares a document type, which is not read; export the survey again";
                Err(self.wrong(from, reason.into()))
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    /// The name of the element that begins at a place; it is a part of the source, so nothing is copied.
    fn name_at(&self, from: usize, length: usize) -> &'f str {
        self.text.get(from + 1..from + 1 + length).unwrap_or("")
    }

    fn start(&mut self, name: &'f str, from: usize) -> Result<(), Problem> {
        self.open.push(name);
        match self.open.len() {
            1 if name != "document" => {
                let reason = format!("this is no survey of LimeSurvey, for it begins with {}", quoted(name));
                return Err(self.wrong(from, reason + "; export the survey structure as .lss"));
            }
            DEEPEST.. => {
                return Err(self.wrong(from, format!("more than {DEEPEST} elements stand one inside the other")));
            }
            TABLE if self.file.tables.len() >= MOST_NAMES => {
                return Err(self.wrong(from, format!("there are more than {MOST_NAMES} tables")));
            }
            ROW if name == "row" && self.open[PART - 1] == "rows" => return self.row(from),
            TABLE..=FIELD => self.content = Cow::Borrowed(""),
            _ => {}
        }
        Ok(())
    }

    fn row(&mut self, from: usize) -> Result<(), Problem> {
        self.rows += 1;
        if self.rows > MOST_ROWS {
            return Err(self.wrong(from, format!("there are more than {MOST_ROWS} rows")));
        }
        let table = self.file.tables.entry(self.open[TABLE - 1]).or_default();
        table.push(Row { fields: vec![] });
        Ok(())
    }

    fn end(&mut self, from: usize) -> Result<(), Problem> {
        let depth = self.open.len();
        let name = self.open.pop().unwrap_or("");
        let inside = self.open.get(PART - 1).copied();
        match (depth, name) {
            (TABLE, "LimeSurveyDocType") => self.file.kind = self.content.trim().to_owned(),
            (PART, "language") => self.file.languages.push(self.content.trim().to_owned()),
            (FIELD, _) if inside == Some("rows") => return self.field(name, from),
            _ => return Ok(()),
        }
        self.content = Cow::Borrowed("");
        Ok(())
    }

    /// Keeps a field, unless nothing is in it.
    fn field(&mut self, name: &'f str, from: usize) -> Result<(), Problem> {
        let content = std::mem::take(&mut self.content);
        if content.is_empty() {
            return Ok(());
        }
        self.fields += 1;
        let known = self.file.names.len();
        let name = *self.file.names.entry(name).or_insert(known);
        if self.fields > MOST_FIELDS || known > MOST_NAMES {
            return Err(
                self.wrong(from, format!("there are more than {MOST_FIELDS} fields or {MOST_NAMES} names of fields"))
            );
        }
        if let Some(row) = self.file.tables.get_mut(self.open[TABLE - 1]).and_then(|rows| rows.last_mut()) {
            row.fields.push((name, content));
        }
        Ok(())
    }

    fn add(&mut self, text: Cow<'f, str>) {
        if self.content.is_empty() {
            self.content = text;
        } else {
            self.content.to_mut().push_str(&text);
        }
    }

    fn reference(&mut self, reference: &BytesRef<'f>, from: usize) -> Result<(), Problem> {
        if let Ok(Some(sign)) = reference.resolve_char_ref() {
            self.content.to_mut().push(sign);
        } else if let Some(text) = resolve_xml_entity(reference) {
            self.content.to_mut().push_str(text);
        } else {
            let reason = format!("the entity {} is not known; export the survey again", quoted(reference));
            return Err(self.wrong(from, reason));
        }
        Ok(())
    }

    fn finish(mut self) -> Result<File<'f>, Problem> {
        let end = self.text.len();
        match self.open.last() {
            Some(open) => {
                let reason =
                    format!("the file ends inside of {}: it was cut off; export the survey again", quoted(open));
                Err(self.wrong(end, reason))
            }
            None if self.rows == 0 && self.file.kind.is_empty() => {
                Err(self.wrong(end, "nothing of a survey is in the file; export the survey structure as .lss".into()))
            }
            None => Ok(self.file),
        }
    }

    fn wrong(&mut self, at: usize, reason: String) -> Problem {
        problem(Some(self.line(at)), reason)
    }

    /// The line of a place; places are asked for in their order.
    fn line(&mut self, at: usize) -> usize {
        let (from, line) = self.counted;
        let at = at.min(self.text.len());
        if at > from {
            let breaks = self.text.as_bytes()[from..at].split(|byte| *byte == b'\n').count() - 1;
            self.counted = (at, line + breaks);
        }
        self.counted.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(source: &str) -> (Option<usize>, String) {
        let problem = text(source.as_bytes()).and_then(|text| parse(&text).map(drop)).unwrap_err();
        (problem.line, problem.reason)
    }

    #[test]
    fn rows_and_fields_are_taken_out_of_tables() {
        let source = "<?xml version=\"1.0\"?>\n<document>\n<LimeSurveyDocType>Survey</LimeSurveyDocType>\n\
                      <languages><language>en</language></languages>\n<questions><fields><fieldname>qid</fieldname></fields>\n\
                      <rows>\n<row><qid><![CDATA[7]]></qid><title>A &amp; &#66;<![CDATA[<b>]]></title><help/></row>\n</rows></questions></document>";
        let file = parse(source).unwrap();
        let row = &file.rows("questions")[0];
        assert_eq!((file.get(row, "qid"), file.get(row, "title"), file.get(row, "help")), ("7", "A & B<b>", ""));
        assert_eq!((file.kind.as_str(), file.languages.as_slice()), ("Survey", &["en".to_owned()][..]));
    }

    #[test]
    fn what_is_no_survey_is_refused_with_its_line() {
        let (line, reason) =
            refused("<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY a \"aaaa\">]>\n<document>&a;</document>");
        assert_eq!((line, reason.contains("document type")), (Some(2), true), "{reason}");
        assert_eq!(refused("<document>\n<a>&lol;</a></document>").0, Some(2));
        assert!(refused("<document>\n<questions>\n<rows>").1.contains("cut off"));
        assert!(refused("<html><body/></html>").1.contains("begins with \"html\""));
        assert!(refused("PK\u{3}\u{4}....").1.contains("ZIP"));
        assert!(refused("{\"pages\": []}").1.contains("no XML"));
        assert!(refused(" \n").1.contains("empty"));
        assert!(refused(&format!("<document>{}", "<a>".repeat(10_000))).1.contains("one inside the other"));
        assert!(text(b"<document>\n\xFF</document>").unwrap_err().reason.contains("UTF-8"));
    }
}
