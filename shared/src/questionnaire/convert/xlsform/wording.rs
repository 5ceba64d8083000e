//! Words of ours in the languages that have them here; English first, which stands in for the others.

/// A word by language.
pub type Word = [(&'static str, &'static str)];

/// The choice of something that is not in the list.
pub const OTHER: &Word = &[
    ("en", "Other"),
    ("de", "Sonstiges"),
    ("fr", "Autre"),
    ("es", "Otro"),
    ("it", "Altro"),
    ("nl", "Anders"),
    ("pt", "Outro"),
];
/// Yes.
pub const YES: &Word =
    &[("en", "Yes"), ("de", "Ja"), ("fr", "Oui"), ("es", "Sí"), ("it", "Sì"), ("nl", "Ja"), ("pt", "Sim")];
/// No.
pub const NO: &Word =
    &[("en", "No"), ("de", "Nein"), ("fr", "Non"), ("es", "No"), ("it", "No"), ("nl", "Nee"), ("pt", "Não")];
/// Neither.
pub const UNCERTAIN: &Word = &[("en", "Uncertain"), ("de", "Unsicher")];
/// What stands behind the label of the second half of a moment.
pub const TIME: &Word = &[("en", "time"), ("de", "Uhrzeit"), ("fr", "heure"), ("es", "hora"), ("it", "ora")];
/// What is said of an answer that breaks a rule without a message.
pub const UNFIT: &Word =
    &[("en", "This answer does not fit. Please check it."), ("de", "Diese Angabe passt nicht. Bitte prüfen Sie sie.")];
/// What is said of an answer that is needed under a condition and missing.
pub const NEEDED: &Word = &[("en", "Please answer this question."), ("de", "Bitte beantworten Sie diese Frage.")];

/// The word in a language.
pub fn word(words: &Word, tag: &str) -> String {
    let primary = tag.split('-').next();
    words.iter().find(|(known, _)| primary == Some(known)).unwrap_or(&words[0]).1.to_owned()
}
