//! Texts: HTML becomes plain words, and the expressions in braces become ours.

use std::fmt::Write as _;

use quick_xml::escape::{resolve_html5_entity, unescape_with};

use super::super::html;
use super::making::Making;
use super::settings::Words;
use super::translate::Context;
use crate::questionnaire::format::Texts;
use crate::questionnaire::problem::quoted;

/// Characters of the longest text.
const LONGEST: usize = 4_000;
/// Expressions of one text.
const MOST: usize = 500;
/// Marks that stand for expressions while HTML is taken away; no text has them.
pub const OPEN: char = '\u{E000}';
pub const CLOSE: char = '\u{E001}';
/// Stands where an expression could not be carried over.
const LOST: &str = "…";

impl<'r> Making<'r, '_> {
    /// A text in every language; `None` if it is there in none.
    pub fn texts(&mut self, place: &str, words: &Words<'r>) -> Option<Texts> {
        let mut found = Texts::new();
        for at in 0..self.tongues.len() {
            let (theirs, ours) = (self.tongues[at].theirs, self.tongues[at].ours.to_string());
            let html = words.get(theirs).or_else(|| words.get("").filter(|_| at == 0));
            if let Some(html) = html {
                let text = self.text(place, html, &ours);
                if !text.is_empty() {
                    found.insert(ours, text);
                }
            }
        }
        self.completed(found)
    }

    /// The same, with a text that stands in where there is none.
    pub fn texts_or(&mut self, place: &str, words: &Words<'r>, stand_in: &str) -> Texts {
        if let Some(texts) = self.texts(place, words) {
            return texts;
        }
        let stand_in = if stand_in.trim().is_empty() { LOST } else { stand_in.trim() };
        self.report.replaced(place, "it has no text", format!("\"{stand_in}\""));
        self.everywhere(stand_in)
    }

    /// Puts the default language where a text is missing.
    fn completed(&mut self, mut found: Texts) -> Option<Texts> {
        let default = self.tongues[0].ours.as_str();
        let stand_in = found.get(default).or_else(|| found.values().next())?.clone();
        for tongue in &self.tongues {
            if !found.contains_key(tongue.ours.as_str()) {
                *self.missing.entry(tongue.ours.to_string()).or_default() += 1;
                found.insert(tongue.ours.to_string(), stand_in.clone());
            }
        }
        Some(found)
    }

    /// One text.
    fn text(&mut self, place: &str, html: &str, language: &str) -> String {
        let (marked, expressions) = marked(html);
        // The cells of a table are words apart.
        let plain = html::plain(&marked.replace("</td>", " </td>").replace("</th>", " </th>"));
        if !plain.lost.is_empty() {
            let what = plain.lost.join(", ");
            self.replaced_once(place, format!("its text is more than words: {what}"), plain.instead());
        }
        if beginning(html).len() < html.len() {
            self.replaced_once(place, format!("its text has more than {LONGEST} characters"), "the beginning");
        }
        // Two braces begin an expression of ours; theirs were marked already.
        let text = self.with_expressions(place, &apart(&plain.text), &expressions, language);
        self.cut(place, text)
    }

    fn with_expressions(&mut self, place: &str, words: &str, expressions: &[String], language: &str) -> String {
        let mut text = String::new();
        let mut rest = words;
        while let Some((before, behind)) = rest.split_once(OPEN) {
            push_apart(&mut text, before);
            let (number, behind) = behind.split_once(CLOSE).unwrap_or(("", behind));
            if let Some(source) = number.parse().ok().and_then(|number: usize| expressions.get(number)) {
                let piped = self.piped(place, source, language);
                push_apart(&mut text, &piped);
            }
            rest = behind;
        }
        push_apart(&mut text, rest);
        text
    }

    /// What stands for one expression in a text.
    fn piped(&mut self, place: &str, source: &str, language: &str) -> String {
        if source == "SURVEYNAME" {
            let Some(title) = self.survey.texts.get("title") else { return String::new() };
            let tongue = self.tongues.iter().find(|tongue| tongue.ours.as_str() == language);
            let own = tongue.and_then(|tongue| title.get(tongue.theirs)).copied();
            return html::plain(own.unwrap_or_else(|| self.first_words(title))).text;
        }
        let piped = Context { names: &self.names, language, survey: self.survey }.pipe(source);
        match piped {
            Ok(text) => {
                let inexact = std::mem::take(self.names.inexact.get_mut());
                for (reason, by) in inexact {
                    self.replaced_once(place, reason.to_owned(), by);
                }
                text
            }
            Err(fault) if fault.is_text && is_words(source) => {
                let reason = format!("{} stands in braces and is no expression: {}", quoted(source), fault.reason);
                self.replaced_once(place, reason, "the words as they are, in braces, which respondents read");
                apart(&format!("{{{source}}}"))
            }
            Err(fault) => {
                let reason =
                    format!("the expression {} cannot be put into a text here: {}", quoted(source), fault.reason);
                self.replaced_once(place, reason, &format!("\"{LOST}\""));
                LOST.into()
            }
        }
    }

    fn cut(&mut self, place: &str, text: String) -> String {
        if text.chars().count() <= LONGEST {
            return text;
        }
        let mut short: String = text.chars().take(LONGEST - 1).collect();
        // An expression that is cut in two is none.
        if let Some(open) = short.rfind("{{").filter(|open| !short[*open..].contains("}}")) {
            short.truncate(open);
        }
        self.report.replaced(place, format!("its text has more than {LONGEST} characters"), "the beginning");
        short.trim_end().to_owned() + LOST
    }
}

/// Whether what cannot be read as an expression may be meant for people.
fn is_words(source: &str) -> bool {
    let is_prose = source.contains(char::is_whitespace) && !source.contains(|sign| "()=\"+*/<>&|_%^".contains(sign));
    // Patterns have numbers in braces.
    is_prose || !source.contains(char::is_alphabetic)
}

/// A text in which no two braces stand together.
pub fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '{' | '}') && out.ends_with(sign) {
            out.push(' ');
        }
        out.push(sign);
    }
    out
}

/// Adds to a text so that a brace of one part and a brace of the next do not become two.
fn push_apart(text: &mut String, more: &str) {
    let meet = |brace: char| text.ends_with(brace) && more.starts_with(brace);
    if meet('{') || meet('}') {
        text.push(' ');
    }
    text.push_str(more);
}

/// `html` with a mark for each expression in braces, and the expressions.
pub fn marked(html: &str) -> (String, Vec<String>) {
    let html = beginning(html).replace([OPEN, CLOSE], "\u{FFFD}");
    let (mut out, mut expressions) = (String::new(), Vec::new());
    let mut rest = html.as_str();
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        if let Some(before) = before.strip_suffix('\\') {
            out.push_str(before);
            out.push('{');
            rest = &from[1..];
            continue;
        }
        out.push_str(before);
        match braced(from) {
            Some(inner) if expressions.len() < MOST => {
                let _ = write!(out, "{OPEN}{}{CLOSE}", expressions.len());
                expressions.push(decoded(inner));
                rest = &from[inner.len() + 2..];
            }
            _ => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    (out.replace("\\}", "}"), expressions)
}

/// As much of a text as may become one of ours, and much more.
fn beginning(html: &str) -> &str {
    let end = (0..=html.len().min(20 * LONGEST)).rev().find(|end| html.is_char_boundary(*end));
    &html[..end.unwrap_or(0)]
}

/// What stands between the brace that `from` begins with and the one that closes it; a brace before a space is just one.
fn braced(from: &str) -> Option<&str> {
    /// Bytes of the longest expression.
    const FAR: usize = 20_000;
    let inner = &from[1..];
    if inner.starts_with(|c: char| c.is_whitespace() || c == '}') {
        return None;
    }
    let mut quote = None;
    for (at, sign) in inner.char_indices().take_while(|(at, _)| *at < FAR) {
        match (quote, sign) {
            (Some(open), sign) if open == sign && !inner[..at].ends_with('\\') => quote = None,
            (None, '\'' | '"') => quote = Some(sign),
            (None, '{') => return None,
            (None, '}') => return Some(&inner[..at]),
            _ => {}
        }
    }
    // An apostrophe is no quotation mark where no text ends.
    let end = inner.find(['{', '}']).filter(|end| inner[*end..].starts_with('}'))?;
    Some(&inner[..end])
}

/// An expression without what an editor of HTML has made of its signs.
fn decoded(source: &str) -> String {
    let text = source.replace("<br />", " ").replace("<br/>", " ").replace("<br>", " ");
    let text = unescape_with(&text, resolve_html5_entity).map_or_else(|_| text.clone(), std::borrow::Cow::into_owned);
    text.replace('\u{A0}', " ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_in_braces_are_found() {
        let expressions = |html: &str| marked(html).1;
        assert_eq!(expressions("<p>{a} and {if(b &gt; 1, '}', \"x\")}</p>"), ["a", "if(b > 1, '}', \"x\")"]);
        assert!(expressions("a { b } \\{c\\} {").is_empty());
        assert_eq!(expressions("{don't} x"), ["don't"]);
        assert_eq!(html::plain(&marked("a \\{c\\} { d }").0).text, "a {c} { d }");
    }
}
