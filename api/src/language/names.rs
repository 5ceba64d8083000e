//! Languages by the names they give themselves, so that whoever speaks one finds it.

use rundfrage_shared::language::Language;

/// The languages of the Union, and those most spoken beside them.
const NAMES: [(&str, &str); 52] = [
    ("ar", "العربية"),
    ("az", "Azərbaycanca"),
    ("be", "Беларуская"),
    ("bg", "Български"),
    ("bs", "Bosanski"),
    ("ca", "Català"),
    ("ckb", "کوردیی ناوەندی"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("dsb", "Dolnoserbšćina"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("fy", "Frysk"),
    ("ga", "Gaeilge"),
    ("he", "עברית"),
    ("hr", "Hrvatski"),
    ("hsb", "Hornjoserbšćina"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("ko", "한국어"),
    ("ku", "Kurdî"),
    ("lb", "Lëtzebuergesch"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mk", "Македонски"),
    ("mt", "Malti"),
    ("nds", "Plattdüütsch"),
    ("nl", "Nederlands"),
    ("no", "Norsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// Languages written from right to left.
const FROM_THE_RIGHT: [&str; 5] = ["ar", "ckb", "fa", "he", "ur"];

/// The language without region and script.
#[must_use]
pub fn primary(language: &Language) -> &str {
    language.as_str().split('-').next().unwrap_or_default()
}

/// What the language calls itself; one without a name of ours is shown by its tag.
#[must_use]
pub fn name(language: &Language) -> String {
    let tag = language.as_str();
    let found = NAMES.iter().find(|(known, _)| *known == primary(language));
    match (found, tag.split_once('-')) {
        (Some((_, name)), None) => (*name).to_owned(),
        (Some((_, name)), Some((_, region))) => format!("{name} ({})", region.to_uppercase()),
        (None, _) => tag.to_owned(),
    }
}

/// Whether the language is written from right to left.
#[must_use]
pub fn is_from_the_right(language: &Language) -> bool {
    FROM_THE_RIGHT.contains(&primary(language))
}

/// The best of `offered` for somebody who would like the languages of `wanted`, the dearest first: the same, else the same
/// without its region.
pub fn best(offered: &[Language], wanted: impl IntoIterator<Item = Language>) -> Option<&Language> {
    wanted.into_iter().find_map(|wanted| {
        let same = offered.iter().find(|offered| **offered == wanted);
        same.or_else(|| offered.iter().find(|offered| primary(offered) == primary(&wanted)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    #[test]
    fn languages_are_named_in_their_own_words() {
        for (tag, expected) in [("pl", "Polski"), ("pt-br", "Português (BR)"), ("xx", "xx")] {
            assert_eq!(name(&language(tag)), expected);
        }
        assert!(NAMES.is_sorted() && NAMES.iter().all(|(tag, _)| Language::parse(tag).is_ok()));
    }

    #[test]
    fn the_best_language_is_the_same_or_of_the_same_family() {
        let offered = ["de", "pt-br", "pl"].map(language);
        let best_of = |wanted: &[&str]| best(&offered, wanted.iter().map(|tag| language(tag))).map(Language::as_str);
        assert_eq!(best_of(&["pl"]), Some("pl"));
        assert_eq!(best_of(&["fr", "pt-pt", "de"]), Some("pt-br"));
        assert_eq!(best_of(&["fr"]), None);
    }
}
