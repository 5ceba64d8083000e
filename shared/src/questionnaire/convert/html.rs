//! Texts of other tools are HTML; ours are plain, with line breaks.

use quick_xml::escape::{resolve_html5_entity, unescape_with};

/// Elements that end a line.
const BLOCKS: [&str; 16] =
    ["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "hr", "blockquote"];
/// Elements whose content is no text.
const SILENT: [&str; 4] = ["script", "style", "title", "template"];
/// Elements that are more than their text: who loses them is told.
const MORE: [&str; 11] =
    ["img", "video", "audio", "iframe", "object", "embed", "script", "input", "select", "button", "svg"];

/// What of a text of HTML can be said in plain words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The words; lines are parted by `\n`.
    pub text: String,
    /// The names of elements that are more than their text, each once.
    pub lost: Vec<&'static str>,
}

/// Takes the text out of `html`.
#[must_use]
pub fn plain(html: &str) -> Plain {
    let mut plain = Plain::default();
    let mut rest = html;
    let mut silent: Option<&'static str> = None;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        if silent.is_none() {
            plain.text.push_str(before);
        }
        let Some(tag) = tag(from) else {
            // A lone sign: "fewer than < 10".
            plain.text.push_str(if silent.is_none() { "<" } else { "" });
            rest = &from[1..];
            continue;
        };
        rest = &from[tag.length..];
        silent = plain.pass(&tag, silent);
    }
    if silent.is_none() {
        plain.text.push_str(rest);
    }
    plain.text = tidy(&decoded(&plain.text));
    plain
}

struct Tag {
    name: String,
    is_end: bool,
    length: usize,
}

/// The tag or comment at the beginning of `from`, which begins with `<`.
fn tag(from: &str) -> Option<Tag> {
    if from.starts_with("<!--") {
        let length = from.find("-->").map_or(from.len(), |end| end + 3);
        return Some(Tag { name: String::new(), is_end: false, length });
    }
    let inner = from[1..].strip_prefix('/').unwrap_or(&from[1..]);
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
        return None;
    }
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    let length = from.find('>').map_or(from.len(), |end| end + 1);
    Some(Tag { name: name.to_ascii_lowercase(), is_end: from.starts_with("</"), length })
}

impl Plain {
    /// Passes a tag; returns the silent element that is open behind it.
    fn pass(&mut self, tag: &Tag, silent: Option<&'static str>) -> Option<&'static str> {
        if let Some(open) = silent {
            return (!(tag.is_end && tag.name == open)).then_some(open);
        }
        if let Some(more) = MORE.iter().find(|more| **more == tag.name)
            && !self.lost.contains(more)
        {
            self.lost.push(more);
        }
        if BLOCKS.contains(&tag.name.as_str()) {
            self.text.push('\n');
        }
        if tag.is_end { None } else { SILENT.iter().copied().find(|name| *name == tag.name) }
    }
}

fn decoded(text: &str) -> String {
    // What is no entity stays as it was written.
    let whole = unescape_with(text, resolve_html5_entity).map(std::borrow::Cow::into_owned);
    whole.unwrap_or_else(|_| {
        let parts = text.split_inclusive(';');
        parts
            .map(|part| unescape_with(part, resolve_html5_entity).map_or_else(|_| part.to_owned(), Into::into))
            .collect()
    })
}

/// Single spaces, no empty lines, no control characters.
fn tidy(text: &str) -> String {
    let line = |line: &str| {
        line.split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let lines = text.split(['\n', '\r']).map(line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_words_stay_and_what_is_more_than_words_is_told() {
        let told = plain(
            "<p>Are you <b>sure</b>&nbsp;&amp; ready?</p>\n<p><img src=x onerror=alert(1)>Fine.<br/>Go &#39;on&apos;</p>",
        );
        assert_eq!(told, Plain { text: "Are you sure & ready?\nFine.\nGo 'on'".into(), lost: vec!["img"] });
        assert_eq!(plain("a < b and c > d, R&D").text, "a < b and c > d, R&D");
        let script = plain("x<script>alert('<b>')</script>y<style>p{}</style>");
        assert_eq!(script, Plain { text: "xy".into(), lost: vec!["script"] });
        assert_eq!(plain("<!-- no --><ul><li>one</li><li>two</li></ul>").text, "one\ntwo");
    }

    proptest! {
        #[test]
        fn nothing_brings_it_down(html in "[<>/a-dp!&;#0-9 -]{0,60}", any in "\\PC{0,40}") {
            let _ = plain(&html);
            let _ = plain(&any);
        }
    }
}
