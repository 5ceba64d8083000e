//! Words that their tool has and the file does not say: they come from our Fluent files.

use fluent_bundle::FluentValue;

use crate::language::Language;
use crate::questionnaire::format::Texts;
use crate::text::Words;

/// The text named `key` in each of `languages`: German in German, else English.
pub fn standard(key: &str, languages: &[String], values: &[(&str, FluentValue<'_>)]) -> Texts {
    let text = |tag: &String| {
        let language = Language::parse(tag).unwrap_or_else(|_| Language::english());
        (tag.clone(), Words::nearest(&language).with(key, values).into_owned())
    };
    languages.iter().map(text).collect()
}
