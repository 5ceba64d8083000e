//! Names of languages as they stand in headings, and their tags.

use crate::language::Language;

/// Languages by tag, with their names in English and in themselves.
const NAMES: [(&str, &[&str]); 72] = [
    ("af", &["Afrikaans"]),
    ("am", &["Amharic", "አማርኛ"]),
    ("ar", &["Arabic", "العربية"]),
    ("az", &["Azerbaijani"]),
    ("be", &["Belarusian", "Беларуская"]),
    ("bg", &["Bulgarian", "Български"]),
    ("bn", &["Bengali", "Bangla", "বাংলা"]),
    ("bs", &["Bosnian", "Bosanski"]),
    ("ca", &["Catalan", "Català"]),
    ("cs", &["Czech", "Čeština"]),
    ("cy", &["Welsh", "Cymraeg"]),
    ("da", &["Danish", "Dansk"]),
    ("de", &["German", "Deutsch"]),
    ("el", &["Greek", "Ελληνικά"]),
    ("en", &["English"]),
    ("es", &["Spanish", "Español", "Espanol", "Castellano"]),
    ("et", &["Estonian", "Eesti"]),
    ("eu", &["Basque", "Euskara"]),
    ("fa", &["Persian", "Farsi", "فارسی"]),
    ("fi", &["Finnish", "Suomi"]),
    ("fr", &["French", "Français", "Francais"]),
    ("ga", &["Irish", "Gaeilge"]),
    ("gl", &["Galician", "Galego"]),
    ("gu", &["Gujarati"]),
    ("ha", &["Hausa"]),
    ("he", &["Hebrew", "עברית"]),
    ("hi", &["Hindi", "हिन्दी"]),
    ("hr", &["Croatian", "Hrvatski"]),
    ("ht", &["Haitian Creole", "Kreyòl", "Creole"]),
    ("hu", &["Hungarian", "Magyar"]),
    ("hy", &["Armenian"]),
    ("id", &["Indonesian", "Bahasa Indonesia"]),
    ("is", &["Icelandic", "Íslenska"]),
    ("it", &["Italian", "Italiano"]),
    ("ja", &["Japanese", "日本語"]),
    ("ka", &["Georgian"]),
    ("km", &["Khmer"]),
    ("ko", &["Korean", "한국어"]),
    ("ku", &["Kurdish", "Kurdî"]),
    ("lb", &["Luxembourgish", "Lëtzebuergesch"]),
    ("lo", &["Lao"]),
    ("lt", &["Lithuanian", "Lietuvių"]),
    ("lv", &["Latvian", "Latviešu"]),
    ("mg", &["Malagasy"]),
    ("mk", &["Macedonian", "Македонски"]),
    ("ms", &["Malay", "Bahasa Melayu"]),
    ("mt", &["Maltese", "Malti"]),
    ("my", &["Burmese"]),
    ("ne", &["Nepali", "नेपाली"]),
    ("nl", &["Dutch", "Nederlands"]),
    ("no", &["Norwegian", "Norsk"]),
    ("ny", &["Chichewa", "Nyanja"]),
    ("pl", &["Polish", "Polski"]),
    ("ps", &["Pashto"]),
    ("pt", &["Portuguese", "Português", "Portugues"]),
    ("ro", &["Romanian", "Română"]),
    ("ru", &["Russian", "Русский"]),
    ("rw", &["Kinyarwanda"]),
    ("sk", &["Slovak", "Slovenčina"]),
    ("sl", &["Slovenian", "Slovene", "Slovenščina"]),
    ("so", &["Somali"]),
    ("sq", &["Albanian", "Shqip"]),
    ("sr", &["Serbian", "Srpski", "Српски"]),
    ("sv", &["Swedish", "Svenska"]),
    ("sw", &["Swahili", "Kiswahili"]),
    ("th", &["Thai", "ไทย"]),
    ("tl", &["Tagalog", "Filipino"]),
    ("tr", &["Turkish", "Türkçe"]),
    ("uk", &["Ukrainian", "Українська"]),
    ("ur", &["Urdu", "اردو"]),
    ("vi", &["Vietnamese", "Tiếng Việt"]),
    ("zh", &["Chinese", "Mandarin", "中文"]),
];

/// The tag of a language as it is written in a heading: in brackets, as a name, or as the tag itself.
pub fn tag(written: &str) -> Option<String> {
    let written = written.trim();
    let parse = |tag: &str| Language::parse(tag).ok().map(|language| language.to_string());
    if let Some((before, inner)) = written.strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && let Some(language) = parse(inner)
    {
        return country(before, inner).and_then(|tag| parse(&tag)).or(Some(language));
    }
    named(written).map(str::to_owned).or_else(|| parse(&written.to_lowercase().replace('_', "-")))
}

/// The tag of a language by one of its names.
fn named(written: &str) -> Option<&'static str> {
    let folded = written.trim().to_lowercase();
    let is_name = |(_, names): &&(&str, &[&str])| names.iter().any(|name| name.to_lowercase() == folded);
    NAMES.iter().find(is_name).map(|(tag, _)| *tag)
}

/// The tag of a language whose name stands before a country in brackets, as in `English (UK)`.
fn country(name: &str, inner: &str) -> Option<String> {
    let is_country = inner.len() == 2 && inner.bytes().all(|sign| sign.is_ascii_uppercase());
    let tag = named(name).filter(|tag| is_country && !tag.eq_ignore_ascii_case(inner))?;
    Some(format!("{tag}-{}", if inner == "UK" { "GB" } else { inner }))
}

/// A heading's name for a tag, which reads back as that tag.
pub fn name(tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    let name = NAMES.iter().find(|(known, _)| *known == primary).map_or(tag, |(_, names)| names[0]);
    format!("{name} ({tag})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_bracket_name_and_tag() {
        let told = [
            ("Deutsch (de)", "de"),
            ("français", "fr"),
            ("English (UK)", "en-gb"),
            ("Portuguese (BR)", "pt-br"),
            ("German (DE)", "de"),
            ("Tigrinya (TI)", "ti"),
            ("pt_BR", "pt-br"),
            ("swa", "swa"),
        ];
        for (written, expected) in told {
            assert_eq!(tag(written).as_deref(), Some(expected), "{written}");
        }
        assert_eq!((tag("Klingon"), tag("")), (None, None));
        assert_eq!(
            (name("de"), name("pt-br"), name("qaa")),
            ("German (de)".into(), "Portuguese (pt-br)".into(), "qaa (qaa)".into())
        );
        assert!(NAMES.iter().all(|(known, _)| tag(&name(known)).as_deref() == Some(*known)));
    }
}
