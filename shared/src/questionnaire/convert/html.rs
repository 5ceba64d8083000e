//! Texts of other tools are HTML; ours are plain, with line breaks.

mod link;
mod tag;

use quick_xml::escape::{resolve_html5_entity, unescape_with};

use self::link::Link;
use self::tag::{Tag, tag};

/// Elements that end a line.
const BLOCKS: [&str; 16] =
    ["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "hr", "blockquote"];
/// Elements that stand side by side, with a space between.
const CELLS: [&str; 2] = ["td", "th"];
/// Elements whose content is no text.
const SILENT: [&str; 4] = ["script", "style", "title", "template"];
/// Elements that are more than their text: who loses them is told.
const MORE: [&str; 11] =
    ["img", "video", "audio", "iframe", "object", "embed", "script", "input", "select", "button", "svg"];

/// What a link is called among what is lost, for only its words and its address stay.
pub const LINK: &str = "a link";
/// What stands instead of a text with links.
pub const INSTEAD: &str = "its words, with the address in brackets";

/// What of a text of HTML can be said in plain words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The words; lines are parted by `\n`.
    pub text: String,
    /// The names of elements that are more than their text, and [`LINK`], each once.
    pub lost: Vec<&'static str>,
    /// The link that is open, while the text is taken.
    link: Option<Link>,
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
    plain.close();
    plain.text = tidy(&decoded(&plain.text));
    plain
}

/// `text`, which is plain, so that [`plain`] takes it for what it is: what would be a tag or an entity is written out.
#[must_use]
pub fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        match sign {
            '<' if tag(&text[at..]).is_some() => out.push_str("&lt;"),
            '&' if entity(&text[at..]).is_some() => out.push_str("&amp;"),
            sign => out.push(sign),
        }
    }
    out
}

/// Whether anything in `text` is a tag.
#[must_use]
pub fn has_tags(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| tag(&text[at..]).is_some())
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
        if tag.name == "a" {
            self.close();
            self.link = tag.href.as_deref().map(|address| Link::new(address, self.text.len()));
        }
        if BLOCKS.contains(&tag.name.as_str()) {
            self.text.push('\n');
        } else if CELLS.contains(&tag.name.as_str()) && !tag.is_end {
            self.text.push(' ');
        }
        if tag.is_end { None } else { SILENT.iter().copied().find(|name| *name == tag.name) }
    }

    /// Ends the open link: its address follows its words.
    fn close(&mut self) {
        let Some(link) = self.link.take() else { return };
        let words = self.text.split_off(link.from);
        let told = link.told(&tidy(&decoded(&words)));
        let inner = words.trim_end();
        self.text.extend([inner, &told, &words[inner.len()..]]);
        if !self.lost.contains(&LINK) {
            self.lost.push(LINK);
        }
    }

    /// What stands instead of a text of which something was lost.
    #[must_use]
    pub fn instead(&self) -> &'static str {
        if self.lost.contains(&LINK) { INSTEAD } else { "its words alone" }
    }
}

/// A text without entities; what is none stays as it was written.
fn decoded(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (sign, length) = entity(from).unwrap_or(("&".into(), 1));
        out.push_str(&sign);
        rest = &from[length..];
    }
    out + rest
}

/// What the entity at the beginning of `from` stands for, and its bytes.
fn entity(from: &str) -> Option<(String, usize)> {
    /// Bytes of the longest.
    const LONGEST: usize = 40;
    let end = from.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    let sign = unescape_with(&from[..end], resolve_html5_entity).ok()?;
    Some((sign.into_owned(), end))
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
        assert_eq!(told, Plain { text: "Are you sure & ready?\nFine.\nGo 'on'".into(), lost: vec!["img"], link: None });
        assert_eq!(plain("a < b and c > d, R&D").text, "a < b and c > d, R&D");
        let script = plain("x<script>alert('<b>')</script>y<style>p{}</style>");
        assert_eq!(script, Plain { text: "xy".into(), lost: vec!["script"], link: None });
        let table = "<table><tr><th>From</th><th>To</th></tr><tr><td>8:00</td><td>9:00</td></tr></table>";
        assert_eq!(plain(table).text, "From To\n8:00 9:00");
        assert_eq!(plain("<!-- no --><ul><li>one</li><li>two</li></ul>").text, "one\ntwo");
    }

    #[test]
    fn only_what_html_knows_is_a_tag() {
        for text in [
            "Wenn x<y gilt: wie viele?",
            "Nennen Sie <Firmenname> und den Umsatz",
            "<keine Angabe>",
            "Umsatz <eine Mio.",
            "Ist a <b und c> d?",
            "a<b",
        ] {
            assert_eq!(plain(text).text, text);
        }
        assert_eq!(plain("<td nowrap title='a>b'>x</td><o:p></o:p><!DOCTYPE html><font size=2>y</font>").text, "xy");
    }

    #[test]
    fn a_link_keeps_its_address() {
        for (html, text) in [
            (
                "Siehe <a class=\"x\" href=\"https://a.de/?b=1&amp;c=2\">Datenschutz </a>und",
                "Siehe Datenschutz (https://a.de/?b=1&c=2) und",
            ),
            ("<a href='https://a.de'>https://a.de</a>", "https://a.de"),
            ("<a href='mailto:x@a.de'>x@a.de</a> <a href=mailto:x@a.de>Hilfe</a>", "x@a.de Hilfe (x@a.de)"),
            ("<a href='javascript:alert(1)'>los</a> <a href='/x'>da</a> <a name=z>dort</a>", "los da dort"),
            (
                "<a href='https://a.de'><img src=x></a> <a href='https://b.de'>offen",
                "https://a.de offen (https://b.de)",
            ),
        ] {
            let plain = plain(html);
            assert_eq!(plain.text, text);
            assert!(plain.lost.contains(&LINK), "{html}");
        }
    }

    proptest! {
        #[test]
        fn what_is_spelled_is_read_as_it_was(text in "[a-c<>/&;lt]{1,30}|<b>|&amp;|</p> &lt; <x>") {
            prop_assert_eq!(plain(&spelled(&text)).text, tidy(&text));
        }

        #[test]
        fn nothing_brings_it_down(html in "[<>/a-dp!&;#0-9 -]{0,60}", any in "\\PC{0,40}") {
            let _ = plain(&html);
            let _ = plain(&any);
        }
    }
}
