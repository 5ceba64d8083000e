//! XML, tag by tag, within bounds: no document type, no entities, not too deep.

use std::borrow::Cow;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::questionnaire::translation::refusal::Refusal;

/// Elements one inside the other.
const DEEPEST: usize = 64;

/// A text that is being read.
pub struct Parse<'s> {
    source: &'s str,
    reader: Reader<&'s [u8]>,
    counted: usize,
    line: usize,
    depth: usize,
}

impl<'s> Parse<'s> {
    /// Begins to read.
    pub fn new(source: &'s str) -> Self {
        Self { source, reader: Reader::from_str(source), counted: 0, line: 1, depth: 0 }
    }

    /// Where reading stands.
    pub fn place(&self) -> String {
        format!("line {}", self.line)
    }

    /// Something is wrong with the file where reading stands.
    pub fn broken(&self, reason: impl std::fmt::Display) -> Refusal {
        Refusal::at(&self.place(), "", reason)
    }

    /// The next tag or text; [`Event::Eof`] at the end.
    pub fn next(&mut self) -> Result<Event<'s>, Refusal> {
        let event = self.reader.read_event();
        self.count();
        let event = event.map_err(|error| self.broken(format_args!("the file is damaged: {error}")))?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => return Err(self.broken("the file is cut off, its end is missing")),
            Event::DocType(_) => return Err(self.broken("the file has a DOCTYPE, which no XLIFF needs; remove it")),
            _ => {}
        }
        if self.depth > DEEPEST {
            return Err(self.broken("elements are nested too deeply"));
        }
        Ok(event)
    }

    /// Counts the lines up to here.
    fn count(&mut self) {
        let here = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.source.len());
        let read = &self.source.as_bytes()[self.counted.min(here)..here];
        self.line += read.split(|byte| *byte == b'\n').count() - 1;
        self.counted = here;
    }

    /// The words of an event, if it has any.
    pub fn words<'e>(&self, event: &'e Event<'_>) -> Result<Option<Cow<'e, str>>, Refusal> {
        Ok(match event {
            Event::Text(text) => Some(text.xml10_content()),
            Event::CData(text) => Some(text.xml10_content()),
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().map_err(|error| self.broken(error))?;
                let known = sign.map(String::from).or_else(|| resolve_xml_entity(reference).map(str::to_owned));
                let known = known.ok_or_else(|| self.broken("the file refers to an entity, which no XLIFF needs"))?;
                Some(Cow::Owned(known))
            }
            _ => None,
        })
    }

    /// The value of an attribute, by its name without a prefix.
    pub fn attribute(&self, tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| self.broken(error))?;
            if attribute.key.local_name().as_ref() == name {
                let value = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, resolve_xml_entity);
                return value.map(|value| Some(value.into_owned())).map_err(|error| self.broken(error));
            }
        }
        Ok(None)
    }
}
