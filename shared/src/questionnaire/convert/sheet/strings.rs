//! The texts of a workbook, kept once each in one piece of memory.

use quick_xml::events::Event;

use super::archive::Archive;
use super::bounds;
use super::cell::unescaped;
use super::fault::Fault;
use super::part::words;

/// Where a text stands in the memory of all texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Bytes of the text.
    pub const fn length(self) -> usize {
        (self.end - self.start) as usize
    }
}

/// All texts.
#[derive(Default)]
pub struct Strings {
    memory: String,
    /// Those that cells share; nothing in the place of one that is longer than a cell can be.
    shared: Vec<Option<Span>>,
}

impl Strings {
    /// Reads the texts that cells share.
    pub fn read(archive: &mut Archive<'_>, path: &str) -> Result<Self, Fault> {
        let mut strings = Self::default();
        if !archive.has(path) {
            return Ok(strings);
        }
        let mut part = archive.part(path)?;
        let mut text = Collected::default();
        loop {
            let event = part.next()?;
            match &event {
                Event::End(tag) if tag.local_name().as_ref() == "si" => strings.share(text.take().ok().as_deref())?,
                Event::Empty(tag) if tag.local_name().as_ref() == "si" => strings.share(Some(""))?,
                Event::Eof => return Ok(strings),
                _ => text.see(&event)?,
            }
        }
    }

    fn share(&mut self, text: Option<&str>) -> Result<(), Fault> {
        if self.shared.len() == bounds::TEXTS {
            return Err(Fault::new(format!("there are more than {} different texts", bounds::TEXTS)));
        }
        let span = text.map(|text| self.keep(text)).transpose()?;
        self.shared.push(span);
        Ok(())
    }

    /// Keeps one more text.
    pub fn keep(&mut self, text: &str) -> Result<Span, Fault> {
        let start = self.memory.len();
        if start + text.len() > bounds::TEXT {
            return Err(Fault::new(format!("the cells hold more than {} MB of text", bounds::TEXT / 1_000_000)));
        }
        self.memory.push_str(text);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Ok(Span { start: place(start), end: place(self.memory.len()) })
    }

    /// The shared text with this number.
    pub fn shared(&self, number: usize) -> Result<Span, Fault> {
        let found = self.shared.get(number).copied();
        found.ok_or_else(|| Fault::broken("a cell refers to a text that is not there"))?.ok_or_else(too_long)
    }

    /// The text.
    pub fn text(&self, span: Span) -> &str {
        self.memory.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

/// The text of one cell while its runs are read; how they are pronounced is no part of it.
#[derive(Default)]
pub struct Collected {
    text: String,
    inside: usize,
    silent: usize,
}

impl Collected {
    /// Takes what belongs to the text.
    pub fn see(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => self.inside += 1,
                "rPh" => self.silent += 1,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => self.inside = self.inside.saturating_sub(1),
                "rPh" => self.silent = self.silent.saturating_sub(1),
                _ => {}
            },
            _ if self.inside > 0 && self.silent == 0 => self.add(event)?,
            _ => {}
        }
        Ok(())
    }

    /// Takes the words of an event, whatever stands around it.
    pub fn add(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        if let Some(words) = words(event)? {
            self.text.push_str(&words);
        }
        if self.text.len() > bounds::BETWEEN { Err(too_long()) } else { Ok(()) }
    }

    /// What was collected; begins anew.
    pub fn take(&mut self) -> Result<String, Fault> {
        (self.inside, self.silent) = (0, 0);
        let text = unescaped(&std::mem::take(&mut self.text));
        if text.chars().count() > bounds::CELL { Err(too_long()) } else { Ok(text) }
    }
}

fn too_long() -> Fault {
    Fault::new(format!("a cell holds more than {} characters; shorten it", bounds::CELL))
}
