//! Languages by their tags: theirs may be longer than ours, or be one of our keys.

use super::super::Report;
use crate::language::Language;

/// The most languages of a questionnaire.
const MOST: usize = 30;
/// Characters of the longest tag.
const LONGEST: usize = 12;

/// A language of the survey.
#[derive(Clone, Debug)]
pub struct Tongue<'r> {
    /// Its tag in their file.
    pub theirs: &'r str,
    /// Its tag here.
    pub ours: Language,
}

/// The languages of a survey, the first is its default; at least one.
pub fn tongues<'r>(tags: &[&'r str], report: &mut Report) -> Vec<Tongue<'r>> {
    let mut tongues: Vec<Tongue<'r>> = Vec::new();
    for tag in tags {
        let place = format!("language {tag}");
        let Some(ours) = ours(tag) else {
            report.dropped(place, "this is no language tag");
            continue;
        };
        if tongues.len() == MOST || tongues.iter().any(|known| known.ours == ours) {
            report.dropped(place, format!("a questionnaire has at most {MOST} languages, each with a tag of its own"));
            continue;
        }
        if !ours.as_str().eq_ignore_ascii_case(tag) {
            report.replaced(place, "tags have at most 12 characters, and id names things", format!("the tag {ours}"));
        }
        tongues.push(Tongue { theirs: tag, ours });
    }
    if tongues.is_empty() {
        report.replaced("languages", "the file names none", "en");
        tongues.push(Tongue { theirs: "en", ours: Language::english() });
    }
    tongues
}

fn ours(tag: &str) -> Option<Language> {
    let short: String = tag.trim().replace('_', "-").chars().take(LONGEST).collect();
    // Rows and columns have the key `id` beside their labels.
    let tag = if short.eq_ignore_ascii_case("id") { "id-id" } else { short.trim_end_matches('-') };
    Language::parse(tag).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_ours() {
        let mut report = Report::default();
        let tags = ["de-informal", "es-AR-informal", "id", "?", "zh-Hant-HK"];
        let found: Vec<_> = tongues(&tags, &mut report).iter().map(|tongue| tongue.ours.to_string()).collect();
        assert_eq!(found, ["de-informal", "es-ar-inform", "id-id", "zh-hant-hk"]);
        assert_eq!(report.notices.len(), 3);
        assert_eq!(tongues(&[], &mut report)[0].ours, Language::english());
    }
}
