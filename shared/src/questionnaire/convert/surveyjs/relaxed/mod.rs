//! Surveys that were written as a part of a program: names without quotation marks, texts in single ones, comments, commas at the end
//! of a list. Rewritten as JSON sign by sign, so that what reads them stays bounded; the lines stay where they are.

mod number;
mod quoted;
#[cfg(test)]
mod tests;

/// What cannot be rewritten: the line, and why.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line in `text`, from 1.
    pub line: usize,
    /// Why.
    pub reason: String,
}

/// `text` as JSON, if it was a part of a program; what is broken in other ways stays, and is no JSON afterwards.
pub fn strict(text: &str) -> Result<String, Fault> {
    let mut rewriting = Rewriting { text, rest: text, out: String::with_capacity(text.len() + 1_024), comma: None };
    while rewriting.next()? {}
    Ok(rewriting.out)
}

struct Rewriting<'t> {
    text: &'t str,
    rest: &'t str,
    out: String,
    /// Where the comma stands that was written last, if nothing stands behind it.
    comma: Option<usize>,
}

impl<'t> Rewriting<'t> {
    /// Rewrites the next part; whether there was one.
    fn next(&mut self) -> Result<bool, Fault> {
        self.blank()?;
        let Some(sign) = self.rest.chars().next() else { return Ok(false) };
        let comma = self.comma.take();
        if let (Some(at), ']' | '}') = (comma, sign) {
            // A comma before the end of a list parts nothing.
            self.out.replace_range(at..=at, " ");
        }
        match sign {
            ',' => {
                self.comma = Some(self.out.len());
                self.stay(1);
            }
            '"' | '\'' | '`' => self.quoted(sign)?,
            '0'..='9' | '.' | '+' | '-' => self.number()?,
            sign if starts_name(sign) => self.word()?,
            other => self.stay(other.len_utf8()),
        }
        Ok(true)
    }

    /// Blanks and comments, as blanks of the same lines.
    fn blank(&mut self) -> Result<(), Fault> {
        let length = blank(self.rest).map_err(|(at, reason)| {
            self.take(at);
            self.fault(reason)
        })?;
        let stays = |sign: char| if " \t\r\n".contains(sign) { sign } else { ' ' };
        let blank = self.take(length);
        self.out.extend(blank.chars().map(stays));
        Ok(())
    }

    /// A word: a value of JSON or of a program, or a name before a colon.
    fn word(&mut self) -> Result<(), Fault> {
        let length = self.rest.find(|sign: char| !starts_name(sign) && !sign.is_numeric()).unwrap_or(self.rest.len());
        let word = &self.rest[..length];
        let is_name = self.is_name(length);
        let is_value = self.out.trim_ascii_end().ends_with([':', ',', '[']);
        match word {
            name if is_name => self.out.extend(["\"", name, "\""]),
            "undefined" | "NaN" | "Infinity" => self.out.push_str("null"),
            "true" | "false" | "null" => self.out.push_str(word),
            _ if is_value => return Err(self.fault("a word that is no value; a text stands in quotation marks")),
            _ => self.out.push_str(word),
        }
        self.take(length);
        Ok(())
    }

    /// Whether what is `length` bytes long is a name: a colon follows.
    fn is_name(&self, length: usize) -> bool {
        let behind = &self.rest[length..];
        blank(behind).is_ok_and(|length| behind[length..].starts_with(':'))
    }

    /// The next `length` bytes, which are passed.
    fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Writes the next `length` bytes as they are.
    fn stay(&mut self, length: usize) {
        let taken = self.take(length);
        self.out.push_str(taken);
    }

    /// What is wrong with what comes next.
    fn fault(&self, reason: impl Into<String>) -> Fault {
        let before = &self.text[..self.text.len() - self.rest.len()];
        Fault { line: before.matches('\n').count() + 1, reason: reason.into() }
    }
}

fn starts_name(sign: char) -> bool {
    sign.is_alphabetic() || "_$".contains(sign)
}

/// How long the blanks and comments are with which `text` begins; or where it is broken, and why.
fn blank(text: &str) -> Result<usize, (usize, &'static str)> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{FEFF}');
        let broken = |reason| (text.len() - rest.len(), reason);
        rest = if let Some(line) = rest.strip_prefix("//") {
            line.find('\n').map_or("", |end| &line[end..])
        } else if let Some(block) = rest.strip_prefix("/*") {
            &block[block.find("*/").ok_or_else(|| broken("a comment that does not end"))? + 2..]
        } else if rest.starts_with('/') {
            return Err(broken("a slash that begins no comment; a pattern is written as a text"));
        } else {
            return Ok(text.len() - rest.len());
        };
    }
}
