use rundfrage_shared::questionnaire::read::read;

use super::*;

const EVERY_TYPE: &str = include_str!("../../../../../shared/src/questionnaire/read/every_type.yaml");
const BUSINESS: &str = include_str!("../../../../../shared/examples/questionnaires/business_situation.yaml");
const LOCATION: &str = include_str!("../../../../../shared/examples/questionnaires/location_and_society.yaml");

fn paper(source: &str, language: &Language) -> String {
    let questionnaire = read(source.as_bytes()).unwrap();
    PaperPage::new(&questionnaire, language, "Industriedialog", "/back".into()).render().unwrap()
}

/// Where papers are written to be looked at: `PAPERS=folder cargo test`.
fn keep(name: &str, html: &str) {
    if let Some(folder) = std::env::var_os("PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join(name), html).unwrap();
    }
}

#[test]
fn every_type_is_on_paper_in_every_language() {
    for (name, source) in [("every", EVERY_TYPE), ("business", BUSINESS), ("location", LOCATION)] {
        for language in [Language::german(), Language::english()] {
            let html = paper(source, &language);
            keep(&format!("{name}-{language}.html"), &html);
            // A text that does not exist shows as its key.
            for room in ["paper-", "respond-", "unit-"] {
                let leaked = html.split('>').any(|text| text.trim_start().starts_with(room));
                assert!(!leaked, "{name} {language}: {room}");
            }
            assert!(!html.contains("{{"), "{name} {language}");
        }
    }
}

#[test]
fn conditions_are_told_by_numbers() {
    let questionnaire = read(EVERY_TYPE.as_bytes()).unwrap();
    let german = Language::german();
    let spoken = Spoken::new(&questionnaire, &german);
    assert_eq!(condition::with_numbers(&spoken, "ok == \"ok\" && x.ok > 1"), "Frage 1 == \"ok\" && x.ok > 1");
    let html = paper(LOCATION, &german);
    assert!(html.contains("Nur, wenn Sie bei Frage"), "{html}");
}

const CATALOGUE: &str = include_str!("../../../../../tests/fixtures/catalogue.yaml");

#[test]
fn conditions_are_sentences() {
    let html = paper(CATALOGUE, &Language::german());
    for sentence in [
        "Nur, wenn Sie bei Frage 1 „schlecht“ angekreuzt haben. Sonst weiter mit",
        "Nur, wenn Sie bei Frage 1 nicht „weiß nicht“ angekreuzt haben.",
        "mehr als 0 Angaben gemacht haben.",
        "größer als 0 ist.",
        "Nur, wenn Sie bei „Art von […]“ „",
        "beantwortet haben.",
        "Nur, wenn für Ihr Unternehmen gilt: Wirtschaftszweig „Verarbeitendes Gewerbe (C)“.",
    ] {
        let html = html.replace("&#34;", "\"");
        assert!(html.contains(sentence), "{sentence}: {html}");
    }
    assert!(!html.contains("paper-expression"), "no notation is left: {html}");
}
