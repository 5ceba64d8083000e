//! The words of the interface: Fluent files in `locales/`, German and English, never in code.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use crate::language::Language;

/// The Fluent files of one language, in one order for all.
macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("../locales/", $language, "/codebook.ftl")),
            include_str!(concat!("../locales/", $language, "/console.ftl")),
            include_str!(concat!("../locales/", $language, "/convert.ftl")),
            include_str!(concat!("../locales/", $language, "/delegation.ftl")),
            include_str!(concat!("../locales/", $language, "/errors.ftl")),
            include_str!(concat!("../locales/", $language, "/invitation.ftl")),
            include_str!(concat!("../locales/", $language, "/mail.ftl")),
            include_str!(concat!("../locales/", $language, "/microdata.ftl")),
            include_str!(concat!("../locales/", $language, "/open_link.ftl")),
            include_str!(concat!("../locales/", $language, "/panel.ftl")),
            include_str!(concat!("../locales/", $language, "/paper.ftl")),
            include_str!(concat!("../locales/", $language, "/public.ftl")),
            include_str!(concat!("../locales/", $language, "/respond.ftl")),
            include_str!(concat!("../locales/", $language, "/results.ftl")),
            include_str!(concat!("../locales/", $language, "/surveyjs.ftl")),
            include_str!(concat!("../locales/", $language, "/unit.ftl")),
        ]
    };
}

static GERMAN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(langid!("de"), files!("de")));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(langid!("en"), files!("en")));

fn bundle<const N: usize>(language: unic_langid::LanguageIdentifier, files: [&str; N]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks that isolate directions are for mixed scripts; in plain German and English they only get in the way.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A language the interface itself speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InterfaceLanguage {
    /// German.
    #[default]
    German,
    /// English.
    English,
}

/// The interface in one language: texts, numbers and dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words(pub InterfaceLanguage);

impl Words {
    /// The words nearest to `language`: German for German, else English.
    #[must_use]
    pub fn nearest(language: &Language) -> Self {
        Self(if language.as_str().starts_with("de") { InterfaceLanguage::German } else { InterfaceLanguage::English })
    }

    /// The tag for `lang` attributes.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self.0 {
            InterfaceLanguage::German => "de",
            InterfaceLanguage::English => "en",
        }
    }

    /// The language.
    #[must_use]
    pub fn language(self) -> Language {
        match self.0 {
            InterfaceLanguage::German => Language::german(),
            InterfaceLanguage::English => Language::english(),
        }
    }

    /// The text named `key`. A key that does not exist is a defect; it is shown as itself and the tests find it.
    #[must_use]
    pub fn text(self, key: &str) -> Cow<'static, str> {
        self.format(key, None)
    }

    /// The text named `key` with values put in: `words.with("sent-to", &[("count", 4.into())])`.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&str, FluentValue<'_>)]) -> Cow<'static, str> {
        let args = values.iter().map(|(name, value)| (*name, value.clone())).collect::<FluentArgs<'_>>();
        self.format(key, Some(&args))
    }

    /// [`Words::with`] for one value, convenient in templates: `words.with_one("hello", "name", name)`.
    #[must_use]
    pub fn with_one<'a>(self, key: &str, name: &str, value: impl Into<FluentValue<'a>>) -> Cow<'static, str> {
        self.with(key, &[(name, value.into())])
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let bundle = match self.0 {
            InterfaceLanguage::German => &*GERMAN,
            InterfaceLanguage::English => &*ENGLISH,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "a text of the interface is missing");
            return Cow::Owned(key.to_owned());
        };
        bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned().into()
    }

    /// A whole number with its thousands set apart: `1.250` in German, `1,250` in English.
    #[must_use]
    pub fn integer(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let grouped = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned());
        let separator = if self.0 == InterfaceLanguage::German { "." } else { "," };
        let minus = if number < 0 { "\u{2212}" } else { "" };
        format!("{minus}{}", grouped.collect::<Vec<_>>().join(separator))
    }

    /// A number with `decimals` digits after the decimal sign: `−38,9` in German, `−38.9` in English.
    #[must_use]
    pub fn decimal(self, number: f64, decimals: usize) -> String {
        // Half away from zero, as people round: 26.25 is 26.3, where `format!` alone goes to the even digit.
        let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
        let text = format!("{:.decimals$}", (number.abs() * scale).round() / scale);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let minus = if number < 0.0 && !is_zero { "\u{2212}" } else { "" };
        let whole = self.integer(whole.parse().unwrap_or(i64::MAX));
        let sign = if self.0 == InterfaceLanguage::German { "," } else { "." };
        if fraction.is_empty() { format!("{minus}{whole}") } else { format!("{minus}{whole}{sign}{fraction}") }
    }

    /// A date: `22.11.2026` in German, `22 November 2026` in English.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        match self.0 {
            InterfaceLanguage::German => date.format("%d.%m.%Y").to_string(),
            InterfaceLanguage::English => date.format("%-d %B %Y").to_string(),
        }
    }

    /// A local date and time: `22.11.2026, 14:32 Uhr` in German, `22 November 2026, 14:32` in English.
    #[must_use]
    pub fn date_time(self, local: NaiveDateTime) -> String {
        let clock = if self.0 == InterfaceLanguage::German { "%H:%M Uhr" } else { "%H:%M" };
        format!("{}, {}", self.date(local.date()), local.format(clock))
    }

    /// An instant as it reads on the clocks of `zone`.
    #[must_use]
    pub fn instant(self, instant: DateTime<Utc>, zone: Tz) -> String {
        self.date_time(instant.with_timezone(&zone).naive_local())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The names of the messages, and every complaint of Fluent's own parser.
    fn keys(files: &[&str]) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for file in files {
            let resource =
                FluentResource::try_new((*file).to_owned()).map_err(|(_, errors)| errors).expect("valid Fluent");
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    assert!(keys.insert(message.id.name.to_owned()), "{} is written twice", message.id.name);
                }
            }
        }
        keys
    }

    #[test]
    fn german_and_english_have_the_same_texts() {
        let (german, english) = (keys(&files!("de")), keys(&files!("en")));
        assert_eq!(german.symmetric_difference(&english).collect::<Vec<_>>(), Vec::<&String>::new());
    }

    #[test]
    fn numbers_and_dates_follow_the_language() {
        let (german, english) = (Words(InterfaceLanguage::German), Words(InterfaceLanguage::English));
        assert_eq!(
            (german.integer(1250).as_str(), english.integer(-1_234_567).as_str()),
            ("1.250", "\u{2212}1,234,567")
        );
        assert_eq!((german.decimal(-38.94, 1).as_str(), english.decimal(-0.04, 1).as_str()), ("\u{2212}38,9", "0.0"));
        assert_eq!((german.decimal(26.25, 1).as_str(), german.decimal(-0.5, 0).as_str()), ("26,3", "\u{2212}1"));
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        assert_eq!((german.date(day).as_str(), english.date(day).as_str()), ("02.11.2026", "2 November 2026"));
    }
}
