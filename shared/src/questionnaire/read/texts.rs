//! Texts in every language of the questionnaire.

use super::entry::{Entry, Fields};
use crate::language::{Language, LocalText};
use crate::questionnaire::problem::Problems;

/// Characters of the longest text.
const LONGEST_TEXT: usize = 4_000;

/// A text that stands as a map of languages: `{en: …, de: …}`.
pub fn text(entry: &Entry<'_>, languages: &[Language], problems: &mut Problems) -> Option<LocalText> {
    let mut fields = entry.fields(problems)?;
    let text = labels(&mut fields, languages, problems);
    fields.finish(problems);
    text
}

/// A text whose languages stand among other keys: `{code: …, en: …, de: …}`.
pub fn labels(fields: &mut Fields<'_>, languages: &[Language], problems: &mut Problems) -> Option<LocalText> {
    let mut found = LocalText::default();
    for language in languages {
        let Some(entry) = fields.take(language.as_str()) else {
            let reason = format!("the text in \"{language}\" is missing; add it");
            problems.add(fields.line, fields.path.clone(), reason);
            continue;
        };
        let words = fields.take_words_after(&entry);
        let Some(text) = entry.text(problems) else { continue };
        let text = std::iter::once(text).chain(words).collect::<Vec<_>>().join(", ");
        if fits(&text, &entry, problems) {
            found.0.insert(language.clone(), text);
        }
    }
    (found.0.len() == languages.len()).then_some(found)
}

fn fits(text: &str, entry: &Entry<'_>, problems: &mut Problems) -> bool {
    let fault = if text.is_empty() {
        "the text is empty; write one".into()
    } else if text.chars().count() > LONGEST_TEXT {
        format!("the text is longer than {LONGEST_TEXT} characters; shorten it")
    } else if text.chars().any(|c| c.is_control() && c != '\n') {
        "the text contains control characters; remove them".into()
    } else {
        return true;
    };
    entry.wrong(problems, fault);
    false
}
