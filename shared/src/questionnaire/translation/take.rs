//! Taking translations back: all of a list, or nothing of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::catalogue::{Catalogue, Line, Pair};
use super::completeness::completeness;
use super::places::walk;
use super::refusal::{MOST, Refusal};
use crate::language::Language;
use crate::questionnaire::format::{Document, to_yaml};
use crate::questionnaire::pipe::inner;
use crate::questionnaire::problem::quoted;
use crate::questionnaire::read::{fault, read};

/// What becomes of a translation whose source was changed after it went to the translator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnChange {
    /// The list is refused.
    Refuse,
    /// The list is taken without it.
    LeaveOut,
}

/// A questionnaire with its translations.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The questionnaire; it reads without problems.
    pub document: Document,
    /// How many texts are new or were changed.
    pub changed: usize,
    /// How many lines have no translation yet.
    pub blank: usize,
    /// What was left out.
    pub left_out: Vec<Refusal>,
}

/// The questionnaire with the translations of a list. A new language goes to those in work.
pub fn take(document: &Document, catalogue: &Catalogue, on_change: OnChange) -> Result<Taken, Vec<Refusal>> {
    let Pair { from, to } = &catalogue.pair;
    let pair = Pair::new(document, from.clone(), to.clone()).map_err(|error| vec![Refusal::whole(error)])?;
    let now = Catalogue::of(document, pair);
    let known: HashMap<&str, &str> = now.lines.iter().map(|line| (line.key.as_str(), line.source.as_str())).collect();
    let mut sorted = Sorted::default();
    for line in &catalogue.lines {
        sorted.put(line, known.get(line.key.as_str()).copied(), on_change);
    }
    if !sorted.refused.is_empty() {
        sorted.refused.truncate(MOST);
        return Err(sorted.refused);
    }
    let mut document = document.clone();
    let changed = write(&mut document, to, &sorted.taken);
    readable(&document)?;
    Ok(Taken { document, changed, blank: sorted.blank, left_out: sorted.left_out })
}

/// The questionnaire with a language in work offered to respondents: only if no text is missing in it.
pub fn offer(document: &Document, language: &Language) -> Result<Document, Vec<Refusal>> {
    let states = completeness(document);
    let Some(state) = states.iter().find(|state| state.language == *language && !state.is_offered) else {
        return Err(vec![Refusal::whole(format_args!("\"{language}\" is not among the languages in work"))]);
    };
    if !state.is_complete() {
        let gaps = state.gaps.iter().take(MOST);
        return Err(gaps.map(|gap| Refusal::at("", &gap.place.key, "the translation is missing")).collect());
    }
    let mut offered = document.clone();
    offered.languages_in_work.retain(|tag| !tag.eq_ignore_ascii_case(language.as_str()));
    offered.languages.push(language.to_string());
    readable(&offered)?;
    Ok(offered)
}

/// The lines of a list by what becomes of them.
#[derive(Default)]
struct Sorted<'l> {
    seen: BTreeSet<&'l str>,
    taken: BTreeMap<&'l str, String>,
    blank: usize,
    left_out: Vec<Refusal>,
    refused: Vec<Refusal>,
}

impl<'l> Sorted<'l> {
    fn put(&mut self, line: &'l Line, source: Option<&str>, on_change: OnChange) {
        let refusal = |reason: String| Refusal::at(&line.place, &line.key, reason);
        let target = plain(&line.target);
        let Some(source) = source else {
            self.refused.push(refusal("the questionnaire has no text with this key".into()));
            return;
        };
        if !self.seen.insert(&line.key) {
            self.refused.push(refusal("this key stands in the file twice; keep one".into()));
        } else if target.is_empty() {
            self.blank += 1;
        } else if plain(&line.source) != plain(source) {
            let reason = format!(
                "the text to translate has changed meanwhile: it was {} and is {}",
                quoted(&line.source),
                quoted(source)
            );
            match on_change {
                OnChange::Refuse => self.refused.push(refusal(reason)),
                OnChange::LeaveOut => self.left_out.push(refusal(reason)),
            }
        } else if let Some(reason) = fault(&target).or_else(|| expressions(source, &target)) {
            self.refused.push(refusal(reason));
        } else {
            self.taken.insert(&line.key, target);
        }
    }
}

/// A text as it is compared: the ends of lines are those of no program.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// What is wrong with the expressions of a translation: it has those of its source, and no others.
fn expressions(source: &str, target: &str) -> Option<String> {
    let (wanted, found): (BTreeSet<_>, BTreeSet<_>) = (inner(source).collect(), inner(target).collect());
    if found.contains(&None) {
        return Some("a \"{{\" is not closed; write }} behind the expression".into());
    }
    let lost = wanted.difference(&found).copied().flatten().next();
    let more = found.difference(&wanted).copied().flatten().next();
    let told = |inner: &str| quoted(&format!("{{{{ {inner} }}}}"));
    lost.map(|lost| format!("the expression {} is missing in the translation", told(lost)))
        .or_else(|| more.map(|more| format!("the expression {} is not in the text to translate", told(more))))
}

/// Puts the translations where they belong; how many are new or other than before.
fn write(document: &mut Document, to: &Language, taken: &BTreeMap<&str, String>) -> usize {
    let mut changed = 0;
    walk(document, &mut |place, texts| {
        let Some(target) = taken.get(place.key.as_str()) else { return };
        if texts.insert(to.to_string(), target.clone()).as_ref() != Some(target) {
            changed += 1;
        }
    });
    let mut tags = document.languages.iter().chain(&document.languages_in_work);
    if changed > 0 && !tags.any(|tag| tag.eq_ignore_ascii_case(to.as_str())) {
        document.languages_in_work.push(to.to_string());
    }
    changed
}

/// What is made must read like any questionnaire, and stay as small.
fn readable(document: &Document) -> Result<(), Vec<Refusal>> {
    let source = to_yaml(document).map_err(|error| vec![Refusal::whole(error)])?;
    read(source.as_bytes()).map(drop).map_err(|problems| {
        let told = |problem: crate::questionnaire::problem::Problem| Refusal::at("", &problem.path, problem.reason);
        problems.into_iter().map(told).collect()
    })
}
