use chrono::{TimeZone as _, Utc};
use proptest::prelude::*;

use super::*;
use crate::language::Language;
use crate::questionnaire::convert::sheet::tests::{saved, workbook as sheets};
use crate::questionnaire::format::{Document, to_yaml};
use crate::questionnaire::read::{document, read};

const EVERY_TYPE: &str = include_str!("../read/every_type.yaml");
const BUSINESS: &str = include_str!("../../../examples/questionnaires/business_situation.yaml");
const LOCATION: &str = include_str!("../../../examples/questionnaires/location_and_society.yaml");

const SMALL: &str = "id: small\nlanguages: [de, en]\ndefault_language: de\ntitle: {de: Klein, en: Small}\n\
    scales:\n  good:\n    type: three_point\n    options:\n      - {code: a, score: 1, de: A, en: A}\n      \
    - {code: b, score: 0, de: B, en: B}\n      - {code: c, score: -1, de: C, en: C}\n\
    sections:\n  - id: one\n    title: {de: Eins, en: One}\n    questions:\n      \
    - {id: staff, type: numeric, text: {de: Wie viele?, en: How many?}}\n      \
    - {id: right, type: three_point, scale: good, text: {de: \"{{ staff }} und {{ staff + 1 }}?\", en: \"{{ staff }} and {{ staff + 1 }}?\"}}\n";

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn small() -> Document {
    document(SMALL.as_bytes()).unwrap()
}

fn list(document: &Document, to: &str) -> Catalogue {
    Catalogue::of(document, Pair::new(document, language("de"), language(to)).unwrap())
}

/// The list with every text translated.
fn translated(document: &Document, to: &str) -> Catalogue {
    let mut catalogue = list(document, to);
    for line in &mut catalogue.lines {
        line.target = format!("{to}: {}", line.source);
    }
    catalogue
}

fn there_and_back(catalogue: &Catalogue) -> [Catalogue; 2] {
    let now = Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).unwrap();
    let sheet = workbook::write(catalogue, now).unwrap();
    assert_eq!(sheet, workbook::write(catalogue, now).unwrap(), "the same list is the same file");
    let xliff = xliff::write(catalogue, "small").unwrap();
    [workbook::read(&sheet).unwrap(), xliff::read(&xliff).unwrap()]
}

fn bare(catalogue: &Catalogue) -> Vec<(&str, &str, &str)> {
    catalogue.lines.iter().map(|line| (line.key.as_str(), line.source.as_str(), line.target.as_str())).collect()
}

#[track_caller]
fn assert_refused(catalogue: &Catalogue, expected: &str) {
    let refused = take(&small(), catalogue, OnChange::Refuse).expect_err("it must be refused");
    let told: Vec<_> = refused.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|one| one.contains(expected)), "expected {expected:?} among {told:#?}");
}

/// The list with one line changed.
fn with(key: &str, change: impl Fn(&mut Line)) -> Catalogue {
    let mut catalogue = translated(&small(), "fr");
    catalogue.lines.iter_mut().filter(|line| line.key == key).for_each(change);
    catalogue
}

/// How many German texts are written down, wherever they stand.
fn german(written: &serde_json::Value) -> usize {
    match written {
        serde_json::Value::Object(map) => map.values().map(german).sum::<usize>() + usize::from(map.contains_key("de")),
        serde_json::Value::Array(list) => list.iter().map(german).sum(),
        _ => 0,
    }
}

#[test]
fn every_text_has_a_key_of_its_own() {
    for source in [EVERY_TYPE, BUSINESS, LOCATION] {
        let catalogue = list(&document(source.as_bytes()).unwrap(), "en");
        let keys: std::collections::BTreeSet<_> = catalogue.lines.iter().map(|line| &line.key).collect();
        assert_eq!(keys.len(), catalogue.lines.len());
        let written = serde_json::to_value(document(source.as_bytes()).unwrap()).unwrap();
        assert_eq!(catalogue.lines.len(), german(&written), "every text of the file is a line");
    }
    let keys: Vec<_> = list(&small(), "fr").lines.into_iter().map(|line| line.key).collect();
    let expected =
        ["title", "scale:good.a", "scale:good.b", "scale:good.c", "section:one.title", "staff.text", "right.text"];
    assert_eq!(keys, expected);
}

#[test]
fn a_language_in_work_may_have_gaps_and_the_others_may_not() {
    let in_work = SMALL.replacen("default_language", "languages_in_work: [fr]\ndefault_language", 1);
    let some = in_work.replace("en: How many?", "en: How many?, fr: Combien ?");
    let questionnaire = read(some.as_bytes()).unwrap();
    assert_eq!((questionnaire.languages.len(), questionnaire.languages_in_work.as_slice()), (2, &[language("fr")][..]));
    assert_eq!(questionnaire.spoken(&language("fr")), &language("de"), "nobody is asked in a language in work");
    let states = completeness(&document(some.as_bytes()).unwrap());
    let told: Vec<_> = states.iter().map(|one| (one.language.as_str(), one.is_offered, one.there, one.all)).collect();
    assert_eq!(told, [("de", true, 7, 7), ("en", true, 7, 7), ("fr", false, 1, 7)]);
    assert_eq!((states[2].gaps[0].place.key.as_str(), states[2].gaps[0].text.as_str()), ("title", "Klein"));
    assert_eq!((states[2].percent(), states[1].is_complete()), (14, true));
    let missing = read(SMALL.replace(", en: How many?", "").as_bytes()).unwrap_err();
    assert!(missing[0].to_string().contains("the text in \"en\" is missing"), "{missing:?}");
    assert!(read(in_work.replace("[fr]", "[fr, en]").as_bytes()).unwrap_err()[0].reason.contains("twice"));
}

#[test]
fn a_list_comes_back_as_it_went() {
    for source in [EVERY_TYPE, BUSINESS, LOCATION, SMALL] {
        let document = document(source.as_bytes()).unwrap();
        let catalogue = translated(&document, "fr");
        for back in there_and_back(&catalogue) {
            assert_eq!((bare(&back), &back.pair), (bare(&catalogue), &catalogue.pair));
            let taken = take(&document, &back, OnChange::Refuse).unwrap();
            assert_eq!((taken.changed, taken.blank, taken.left_out.len()), (catalogue.lines.len(), 0, 0));
            assert_eq!(bare(&list(&taken.document, "fr")), bare(&catalogue));
            let again = take(&taken.document, &back, OnChange::Refuse).unwrap();
            assert_eq!((again.changed, again.document), (0, taken.document), "taken twice changes nothing");
        }
    }
}

#[test]
fn a_new_language_is_in_work_until_it_is_whole_and_offered() {
    let part = with("staff.text", |line| line.target.clear());
    let taken = take(&small(), &part, OnChange::Refuse).unwrap();
    assert_eq!(
        (taken.changed, taken.blank, taken.document.languages_in_work.as_slice()),
        (6, 1, &["fr".to_owned()][..])
    );
    let gaps = offer(&taken.document, &language("fr")).unwrap_err();
    assert_eq!(gaps.iter().map(ToString::to_string).collect::<Vec<_>>(), ["staff.text: the translation is missing"]);
    let whole = take(&taken.document, &translated(&small(), "fr"), OnChange::Refuse).unwrap();
    let offered = offer(&whole.document, &language("fr")).unwrap();
    let questionnaire = read(to_yaml(&offered).unwrap().as_bytes()).unwrap();
    assert_eq!((questionnaire.languages.len(), questionnaire.languages_in_work.len()), (3, 0));
    assert!(offer(&offered, &language("fr")).is_err());
}

#[test]
fn what_does_not_fit_is_refused_with_its_place() {
    assert_refused(
        &with("staff.text", |line| line.key = "staff.txt".into()),
        "staff.txt: the questionnaire has no text",
    );
    assert_refused(&with("staff.text", |line| line.key = "title".into()), "title: this key stands in the file twice");
    assert_refused(
        &with("staff.text", |line| line.source = "Wieviele?".into()),
        "it was \"Wieviele?\" and is \"Wie viele?\"",
    );
    assert_refused(&with("staff.text", |line| line.target = "x".repeat(4_001)), "longer than 4000 characters");
    assert_refused(&with("staff.text", |line| line.target = "a\u{7}b".into()), "control characters");
    assert_refused(&with("right.text", |line| line.target = "{{ staff }} ?".into()), "\"{{ staff + 1 }}\" is missing");
    assert_refused(&with("right.text", |line| line.target = "{{ staff }} {{ staff + 1".into()), "is not closed");
    assert_refused(&with("staff.text", |line| line.target = "{{ staff }}".into()), "is not in the text to translate");
    let mut same = translated(&small(), "fr");
    same.pair.to = language("de");
    assert_refused(&same, "choose two");
    same.pair = Pair { from: language("it"), to: language("fr") };
    assert_refused(&same, "does not speak \"it\"");
    same.pair = Pair { from: language("de"), to: language("id") };
    assert_refused(&same, "add a region");
}

#[test]
fn what_was_changed_meanwhile_can_be_left_out() {
    let taken = take(&small(), &with("title", |line| line.source = "Groß".into()), OnChange::LeaveOut).unwrap();
    assert_eq!((taken.changed, taken.left_out[0].key.as_str()), (6, "title"));
    assert_eq!(taken.document.title.get("fr"), None);
    let blank = with("title", |line| {
        line.source = "Groß".into();
        line.target = " ".into();
    });
    assert!(take(&small(), &blank, OnChange::Refuse).is_ok(), "nothing is lost where nothing was translated");
}

#[test]
fn the_ends_of_lines_are_those_of_no_program() {
    let two = SMALL.replace("{de: Wie viele?, en: How many?}", "{de: \"a\\nb\", en: \"a\\nb\"}");
    let two = document(two.as_bytes()).unwrap();
    let mut catalogue = translated(&two, "fr");
    for line in &mut catalogue.lines {
        line.source = line.source.replace('\n', "\r\n");
        line.target = line.target.replace('\n', "\r\n");
    }
    let taken = take(&two, &catalogue, OnChange::Refuse).unwrap();
    assert_eq!(taken.document.sections[0].questions[0].text["fr"], "fr: a\nb");
}

#[test]
fn a_formula_whose_value_was_not_saved_is_no_missing_translation() {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let head = ["key", "de", "fr"].map(text).concat();
    let cells = ["title", "Klein"].map(text).concat();
    for value in ["", "<v/>", "<v></v>"] {
        let rows = format!("<row>{head}</row><row>{cells}<c><f>A1</f>{value}</c></row>");
        let refused = workbook::read(&saved(&rows)).unwrap_err();
        assert!(refused.len() == 1 && refused[0].to_string().contains("was not saved"), "{refused:?}");
    }
}

#[test]
fn formulas_stay_texts() {
    let catalogue = with("staff.text", |line| line.target = "=1+1".into());
    let bytes = workbook::write(&catalogue, Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).unwrap()).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("<v>=") && sheet.contains("t=\"s\""), "{sheet}");
    assert_eq!(bare(&workbook::read(&bytes).unwrap()), bare(&catalogue));
}

#[test]
fn workbooks_that_are_no_lists_are_refused() {
    let told = |source: &[u8]| workbook::read(source).unwrap_err()[0].to_string();
    let head: &[&str] = &["key", "de", "fr", "context"];
    assert!(told(&sheets(&[("a", &[&["title", "Klein", "Petit"]])])).contains("row 1: the first row must be"));
    assert!(told(&sheets(&[("a", &[])])).contains("the first row must be"));
    assert_eq!(told(&sheets(&[("a", &[head, &["title", "Klein", ""], &["", "x", "y"]])])).get(..6), Some("row 3:"));
    assert!(told(b"key,de,fr").contains(".csv"));
    assert!(told(&xliff::write(&list(&small(), "fr"), "small").unwrap()).contains("XML"));
    let whole = sheets(&[("a", &[head])]);
    assert!(told(&whole[..whole.len() - 30]).contains("cut off"));
}

#[test]
fn xliff_of_other_tools_is_read() {
    let source = "\u{FEFF}<?xml version='1.0'?>\n<x:xliff version='1.2' xmlns:x='u'><x:file source-language='de' target-language='FR' \
        original='a'><header><note>n</note></header><x:body><group><x:trans-unit id='title'>\n<source>A &amp; &#66;</source>\
        <seg-source><mrk mtype='seg' mid='1'>no</mrk></seg-source><target><mrk mtype='seg' mid='1'>A </mrk><mrk>&lt;B</mrk>\
        <![CDATA[>]]></target><alt-trans><source>other</source><target>other</target></alt-trans></x:trans-unit></group>\
        </x:body></x:file></x:xliff>";
    let catalogue = xliff::read(source.as_bytes()).unwrap();
    assert_eq!((bare(&catalogue), catalogue.pair.to.as_str()), (vec![("title", "A & B", "A <B>")], "fr"));
    assert_eq!(catalogue.lines[0].place, "line 2");
}

#[test]
fn hostile_xliff_is_refused() {
    let told = |source: &str| xliff::read(source.as_bytes()).unwrap_err()[0].to_string();
    let unit = |inner: &str| {
        format!(
            "<xliff version=\"1.2\"><file source-language=\"de\" target-language=\"fr\"><body>\
             <trans-unit id=\"title\">{inner}</trans-unit></body></file></xliff>"
        )
    };
    let bomb = "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>".to_owned() + &unit("<source>&b;</source>");
    assert!(told(&bomb).contains("DOCTYPE"));
    assert!(told(&unit("<source>&b;</source>")).contains("entity"));
    assert!(told(&unit("<note>&b;</note>")).contains("entity"));
    assert!(told(&unit("<target>a<x id=\"1\"/></target>")).contains("title: the text holds the markup <x>"));
    assert!(told(&unit(&"<g>".repeat(100))).contains("nested too deeply"));
    let whole = unit("");
    assert!(told(&whole[..whole.len() - 8]).contains("cut off"));
    assert!(told(&whole[..whole.len() - 20]).contains("damaged"));
    assert!(told(&unit("</source>")).contains("damaged"));
    assert!(told("<xliff version=\"2.0\"/>").contains("version 1.2"));
    assert!(told("<html/>").contains("version 1.2"));
    assert!(told("<xliff version=\"1.2\"/>").contains("names no languages"));
    assert!(told("PK").contains("no XLIFF"));
    assert!(told(&" ".repeat(LARGEST + 1)).contains("larger than 10 MB"));
    let long = unit(&"<source/>".repeat(200_000));
    assert_eq!(xliff::read(long.as_bytes()).unwrap().lines.len(), 1);
    assert!(xliff::read(b"<xliff version=\"1.2\">\xFF").unwrap_err()[0].reason.contains("UTF-8"));
}

proptest! {
    #[test]
    fn texts_of_every_kind_survive_both_formats(target in "[ -~äß€\u{1F600}\n]{1,60}") {
        let catalogue = with("staff.text", |line| line.target = target.trim().to_owned());
        for back in there_and_back(&catalogue) {
            prop_assert_eq!(bare(&back), bare(&catalogue));
        }
    }

    #[test]
    fn whatever_is_read_ends(source in proptest::collection::vec(any::<u8>(), 0..400), text in "[<>/a-z=\"' &;!\\[\\]-]{0,200}") {
        drop(workbook::read(&source));
        drop(xliff::read(&source));
        drop(xliff::read(text.as_bytes()));
        drop(xliff::read(format!("<xliff version=\"1.2\"><file source-language=\"de\" target-language=\"fr\">{text}").as_bytes()));
    }
}
