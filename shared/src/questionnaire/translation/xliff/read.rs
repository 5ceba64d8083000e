//! Reading.

use quick_xml::events::{BytesStart, Event};

use super::parse::Parse;
use crate::language::Language;
use crate::questionnaire::translation::LARGEST;
use crate::questionnaire::translation::catalogue::{Catalogue, Line, Pair};
use crate::questionnaire::translation::refusal::Refusal;

/// Texts that are read at most.
const MOST: usize = 50_000;

/// Reads a list back: the sources and translations of its units; what tools add beside them is passed over.
pub fn read(source: &[u8]) -> Result<Catalogue, Vec<Refusal>> {
    within(source).map_err(|refusal| vec![refusal])
}

fn within(source: &[u8]) -> Result<Catalogue, Refusal> {
    if source.len() > LARGEST {
        return Err(Refusal::whole(format_args!("the file is larger than {} MB", LARGEST / 1_000_000)));
    }
    let source = source.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(source);
    let text = std::str::from_utf8(source)
        .map_err(|_| Refusal::whole("the file is not UTF-8 text; save it with the encoding UTF-8"))?;
    if !text.trim_start().starts_with('<') {
        return Err(Refusal::whole("the file is no XLIFF; it does not begin with an XML tag"));
    }
    Reading { parse: Parse::new(text), path: vec![], pair: None, line: Line::default(), lines: vec![] }.run()
}

struct Reading<'s> {
    parse: Parse<'s>,
    /// The elements that are open, by their names.
    path: Vec<String>,
    pair: Option<Pair>,
    line: Line,
    lines: Vec<Line>,
}

impl Reading<'_> {
    fn run(mut self) -> Result<Catalogue, Refusal> {
        loop {
            let event = self.parse.next()?;
            match &event {
                Event::Start(tag) => {
                    self.open(tag)?;
                    self.path.push(tag.local_name().as_ref().to_owned());
                }
                Event::Empty(tag) => self.open(tag)?,
                Event::End(_) => self.close()?,
                Event::Eof => break,
                event => self.say(event)?,
            }
        }
        let Some(pair) = self.pair else {
            return Err(Refusal::whole("the file is no XLIFF 1.2; it names no languages"));
        };
        Ok(Catalogue { pair, lines: self.lines })
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = tag.local_name();
        match (self.path.is_empty(), name.as_ref()) {
            (true, "xliff") if self.parse.attribute(tag, "version")?.as_deref() == Some("1.2") => Ok(()),
            (true, _) => Err(self.parse.broken("the file is not XLIFF of version 1.2; export it as that")),
            (_, "file") => self.languages(tag),
            (_, "trans-unit") => {
                let key = self.parse.attribute(tag, "id")?.unwrap_or_default();
                self.line = Line { place: self.parse.place(), key, ..Line::default() };
                Ok(())
            }
            (_, name) if self.field().is_some() && !matches!(name, "mrk" | "g") => {
                let reason = format!("the text holds the markup <{name}>; texts are plain here");
                Err(Refusal::at(&self.parse.place(), &self.line.key, reason))
            }
            _ => Ok(()),
        }
    }

    /// The languages of a file; all files within one speak the same.
    fn languages(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        let language = |name: &str| -> Result<Language, Refusal> {
            let tag = self.parse.attribute(tag, name)?.unwrap_or_default();
            Language::parse(&tag).map_err(|error| self.parse.broken(format_args!("{name}: {error}")))
        };
        let pair = Pair { from: language("source-language")?, to: language("target-language")? };
        if self.pair.as_ref().is_some_and(|known| *known != pair) {
            return Err(self.parse.broken("the file holds lists in several languages; send one at a time"));
        }
        self.pair = Some(pair);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        if self.path.pop().as_deref() == Some("trans-unit") {
            if self.lines.len() == MOST {
                return Err(self.parse.broken(format_args!("there are more than {MOST} texts")));
            }
            self.lines.push(std::mem::take(&mut self.line));
        }
        Ok(())
    }

    /// The part of a unit that reading stands in: proposals of other translations have sources and targets too, and do not count.
    fn field(&self) -> Option<&str> {
        let unit = self.path.iter().rposition(|name| name == "trans-unit")?;
        self.path.get(unit + 1).map(String::as_str).filter(|name| matches!(*name, "source" | "target"))
    }

    fn say(&mut self, event: &Event<'_>) -> Result<(), Refusal> {
        let words = self.parse.words(event)?;
        match (self.field(), words) {
            (Some("source"), Some(words)) => self.line.source.push_str(&words),
            (Some(_), Some(words)) => self.line.target.push_str(&words),
            _ => {}
        }
        Ok(())
    }
}
