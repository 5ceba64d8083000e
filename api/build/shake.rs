//! Leaves out of a style sheet what no page uses: rules of classes that no template names, and tokens that nothing asks.
//!
//! Classes that a selector rules out (`:not(…)`) or has a choice of (`:is(…)`) are no reason to leave it out.
//!
//! Templates name classes in full (`kern-alert__body`) or up to what is put in (`kern-badge--{{ kind }}`); the state of a field
//! is put behind a whole name (`kern-fieldset` and then `--error`).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::sheet::{block, parts, rules};

/// What is put behind the name of a block by `form::state`.
const STATES: [&str; 2] = ["--error", "--warning"];

/// What is put behind `kern-icon--` by the parts that tell something.
const ICONS: [&str; 4] = ["--info", "--success", "--warning", "--danger"];
const ICON: &str = "kern-icon";

/// The classes of KERN that templates name.
#[derive(Default)]
pub struct Used {
    whole: BTreeSet<String>,
    begun: BTreeSet<String>,
}

impl Used {
    /// Those in all files below `folder`.
    pub fn below(folder: &Path) -> Result<Self, String> {
        let mut used = Self::default();
        used.gather(folder)?;
        Ok(used)
    }

    fn gather(&mut self, folder: &Path) -> Result<(), String> {
        let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in fs::read_dir(folder).map_err(fault)?.filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                self.gather(&path)?;
            } else if let Ok(text) = fs::read_to_string(&path) {
                self.read(&text);
            }
        }
        Ok(())
    }

    fn read(&mut self, text: &str) {
        for (class, after) in classes(text, "kern-") {
            // `kern-form-check__{{ kind }}` is one kind of check or another, `kern-form-input__input{{ … }}` a whole name.
            let is_begun = after.starts_with('{') && class.ends_with(['-', '_']);
            let set = if is_begun { &mut self.begun } else { &mut self.whole };
            set.insert(class.to_owned());
        }
    }

    fn has(&self, class: &str) -> bool {
        let is_state = |state: &str| class.strip_suffix(state).is_some_and(|block| self.whole.contains(block));
        let is_begun = |begun: &String| begun != "kern-icon--" && class.starts_with(begun.as_str());
        self.whole.contains(class)
            || class.strip_prefix(ICON).is_some_and(|kind| ICONS.contains(&kind))
            || STATES.iter().any(|state| is_state(state))
            || self.begun.iter().any(is_begun)
    }

    /// The rules whose classes pages have, in media too.
    pub fn shake(&self, sheet: &str) -> String {
        let shaken = rules(sheet).map(|rule| {
            let Some((head, inner)) = block(rule) else { return rule.to_owned() };
            if head.starts_with("@media") || head.starts_with("@supports") {
                let inner = self.shake(inner);
                return if inner.is_empty() { inner } else { format!("{head}{{{inner}}}") };
            }
            if head.starts_with('@') {
                return rule.to_owned();
            }
            let selectors: Vec<&str> = parts(head).into_iter().filter(|selector| self.reaches(selector)).collect();
            if selectors.is_empty() { String::new() } else { format!("{}{{{inner}}}", selectors.join(",")) }
        });
        shaken.collect()
    }

    /// Whether the selector may find something.
    fn reaches(&self, selector: &str) -> bool {
        let outside = without_brackets(selector);
        classes(&outside, ".kern-").all(|(class, _)| self.has(&class[1..]))
    }
}

fn without_brackets(selector: &str) -> String {
    let mut depth = 0_usize;
    let is_outside = |letter: &char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    selector.chars().filter(is_outside).collect()
}

/// The names that begin with `start`, and the text behind each.
fn classes<'t>(text: &'t str, start: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    text.match_indices(start).map(move |(at, _)| {
        let rest = &text[at..];
        let ends = |letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'));
        let end = rest[start.len()..].find(ends).map_or(rest.len(), |end| start.len() + end);
        rest.split_at(end)
    })
}

/// The sheet without tokens (`--kern-…: …;`) that neither it nor `others` asks for, directly or through another token.
pub fn without_idle_tokens(sheet: &str, others: &[&str]) -> String {
    let mut sheet = sheet.to_owned();
    loop {
        let asked: BTreeSet<String> = others.iter().copied().chain([sheet.as_str()]).flat_map(asked).collect();
        let kept = without(&sheet, &asked);
        if kept.len() == sheet.len() {
            return kept;
        }
        sheet = kept;
    }
}

fn asked(sheet: &str) -> impl Iterator<Item = String> {
    sheet
        .split("var(")
        .skip(1)
        .map(|rest| rest.trim_start().split([',', ')', ' ']).next().unwrap_or_default().to_owned())
}

fn without(sheet: &str, asked: &BTreeSet<String>) -> String {
    let of_rule = |rule: &str| {
        let Some((head, inner)) = block(rule) else { return rule.to_owned() };
        let inner = if inner.contains('{') {
            without(inner, asked)
        } else {
            let is_asked = |line: &&str| {
                let name = line.split(':').next().unwrap_or_default().trim();
                !name.starts_with("--kern-") || asked.contains(name)
            };
            declarations(inner).into_iter().filter(is_asked).collect::<Vec<_>>().join(";")
        };
        if inner.is_empty() { String::new() } else { format!("{head}{{{inner}}}") }
    };
    rules(sheet).map(of_rule).collect()
}

/// The declarations of a rule. A `;` inside a `url("data:…;…")` or brackets does not end one.
pub fn declarations(inner: &str) -> Vec<&str> {
    let (mut depth, mut quote, mut start, mut found) = (0_usize, None, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match (letter, quote) {
            (_, Some(open)) => quote = Some(open).filter(|open| letter != *open),
            ('"' | '\'', None) => quote = Some(letter),
            ('(', None) => depth += 1,
            (')', None) => depth = depth.saturating_sub(1),
            (';', None) if depth == 0 => {
                found.push(inner[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(inner[start..].trim());
    found.retain(|declaration| !declaration.is_empty());
    found
}
