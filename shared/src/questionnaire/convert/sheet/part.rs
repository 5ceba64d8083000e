//! One part of a workbook: XML, tag by tag, within bounds.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::bounds;
use super::fault::Fault;

/// A part that is being read.
pub struct Part<'a, R> {
    path: String,
    reader: Reader<Bounded<'a, R>>,
    buffer: Vec<u8>,
    depth: usize,
    /// Its outermost element is closed.
    is_over: bool,
}

impl<'a, R: BufRead> Part<'a, R> {
    /// Reads from `source`, counting in `inflated` what comes out of all parts together.
    pub fn new(path: &str, source: R, inflated: &'a mut usize) -> Self {
        let reader = Reader::from_reader(Bounded { source, inflated, between: 0 });
        Self { path: path.to_owned(), reader, buffer: Vec::new(), depth: 0, is_over: false }
    }

    /// The next tag or text; [`Event::Eof`] at the end.
    pub fn next(&mut self) -> Result<Event<'_>, Fault> {
        let Self { path, reader, buffer, depth, is_over } = self;
        let told = |fault: Fault| fault.in_part(path);
        buffer.clear();
        reader.get_mut().between = 0;
        if *is_over {
            return reader.get_mut().pass().map(|()| Event::Eof).map_err(|error| told(of_source(&error)));
        }
        let event = reader.read_event_into(buffer).map_err(|error| told(of_xml(error)))?;
        match &event {
            Event::Start(_) => *depth += 1,
            Event::End(_) => *depth = depth.saturating_sub(1),
            Event::Eof if *depth > 0 => return Err(told(Fault::broken("a part of it is cut off"))),
            Event::DocType(_) => return Err(told(Fault::broken("its XML has a DOCTYPE, which no workbook needs"))),
            _ => {}
        }
        *is_over = *depth == 0 && matches!(event, Event::End(_));
        if *depth > bounds::DEPTH {
            return Err(told(Fault::broken("its XML is nested too deeply")));
        }
        Ok(event)
    }
}

fn of_xml(error: quick_xml::Error) -> Fault {
    match error {
        quick_xml::Error::Io(error) => of_source(&error),
        other => Fault::broken(other),
    }
}

fn of_source(error: &io::Error) -> Fault {
    // What the bounds say is meant for whoever sent the file.
    if error.kind() == io::ErrorKind::FileTooLarge { Fault::new(error.to_string()) } else { Fault::broken(error) }
}

/// The text of an event: words, a reference to a character, or what stands in a CDATA section.
pub fn words<'e>(event: &'e Event<'_>) -> Result<Option<Cow<'e, str>>, Fault> {
    Ok(match event {
        Event::Text(text) => Some(text.xml10_content()),
        Event::CData(text) => Some(text.xml10_content()),
        Event::GeneralRef(reference) => Some(Cow::Owned(character(reference)?)),
        _ => None,
    })
}

fn character(reference: &BytesRef<'_>) -> Result<String, Fault> {
    if let Some(sign) = reference.resolve_char_ref().map_err(Fault::broken)? {
        return Ok(sign.into());
    }
    let known = resolve_xml_entity(reference);
    known.map(str::to_owned).ok_or_else(|| Fault::broken("its XML refers to an entity, which no workbook needs"))
}

/// The value of an attribute, by its name without a prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(Fault::broken)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, resolve_xml_entity);
            return Ok(Some(value.map_err(Fault::broken)?.into_owned()));
        }
    }
    Ok(None)
}

/// A source that ends with an error before it gets too long.
struct Bounded<'a, R> {
    source: R,
    inflated: &'a mut usize,
    between: usize,
}

impl<R: BufRead> Bounded<'_, R> {
    /// Passes what stands behind the end, so that the whole is checked against its sum.
    fn pass(&mut self) -> io::Result<()> {
        loop {
            self.between = 0;
            match self.fill_buf()?.len() {
                0 => return Ok(()),
                length => self.consume(length),
            }
        }
    }
}

impl<R: BufRead> BufRead for Bounded<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let too_large = |text: String| Err(io::Error::new(io::ErrorKind::FileTooLarge, text));
        if *self.inflated > bounds::INFLATED {
            return too_large(format!("the file is larger than {} MB once it is inflated", bounds::INFLATED >> 20));
        }
        if self.between > bounds::BETWEEN {
            let cell = format!("a cell holds at most {} characters; shorten it", bounds::CELL);
            return too_large(format!("more than {} bytes stand in one piece; {cell}", bounds::BETWEEN));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        *self.inflated += amount;
        self.between += amount;
        self.source.consume(amount);
    }
}

impl<R: BufRead> Read for Bounded<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let amount = available.len().min(out.len());
        out[..amount].copy_from_slice(&available[..amount]);
        self.consume(amount);
        Ok(amount)
    }
}
