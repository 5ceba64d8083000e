//! Writing a form and reading it again.

use super::super::write;
use super::*;
use crate::questionnaire::format::Texts;

fn both(en: &str, de: &str) -> Texts {
    [("en".to_owned(), en.to_owned()), ("de".to_owned(), de.to_owned())].into()
}

/// A questionnaire of everything that a form can say.
const SAYABLE: &str = include_str!("sayable.json");

fn sayable() -> Document {
    // The reader of today does not know all types yet; the types of the format do.
    serde_json::from_str(SAYABLE).unwrap()
}

fn there_and_back(document: &Document) -> (Document, Report, Report) {
    let (mut there, mut back) = (Report::default(), Report::default());
    let source = write(document, &mut there).unwrap();
    let again = read(&source, &mut back).unwrap_or_else(|problems| panic!("{problems:#?}"));
    accepted(&again);
    (again, there, back)
}

#[test]
fn what_a_form_can_say_comes_back_as_it_was() {
    let document = sayable();
    let (again, there, back) = there_and_back(&document);
    assert_eq!(to_yaml(&again).unwrap(), to_yaml(&document).unwrap());
    assert_eq!((there.replaced, there.dropped, back.replaced, back.dropped), (0, 0, 0, 0));
    let told: Vec<_> = there.notices.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["title: the title of a form is in one language, the default one; left out"]);
    let told: Vec<_> = back.notices.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["language de: 1 text missing; instead: the texts in en"]);
}

#[test]
fn texts_that_look_like_formulas_are_texts() {
    let mut document = sayable();
    for sign in ["=1+1", "+1", "-1", "@x", "=HYPERLINK(\"http://x.example\")"] {
        document.sections[0].questions[0].text = both(sign, sign);
        let (again, ..) = there_and_back(&document);
        assert_eq!(again.sections[0].questions[0].text, both(sign, sign));
        let source = write(&document, &mut Report::default()).unwrap();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(source)).unwrap();
        let mut sheet = String::new();
        std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
        assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sign}");
    }
}

#[test]
fn texts_that_look_like_html_are_texts() {
    let mut document = sayable();
    for text in ["Nennen Sie <Firma> und x<y", "eins <br> zwei", "&amp; oder R&D &lt;b>", "<keine>"] {
        document.title = both(text, text);
        document.sections[0].questions[0].text = both(text, text);
        let (again, ..) = there_and_back(&document);
        assert_eq!((&again.title["en"], &again.sections[0].questions[0].text), (&text.to_owned(), &both(text, text)));
    }
}

#[test]
fn what_a_form_cannot_say_is_told() {
    let document: Document = serde_json::from_str(include_str!("unsayable.json")).unwrap();
    let (again, there, _) = there_and_back(&document);
    assert_eq!(there.questions, there.carried + there.replaced + there.dropped);
    assert_eq!((there.questions, there.replaced, there.dropped), (19, 14, 2), "{:#?}", there.notices);
    for part in [
        "thanks",
        "hub",
        "indicator",
        "unit",
        "required: soft",
        "low and high",
        "whether they are right",
        "quarter",
        "company",
        "beside an answer",
        "bound to one end",
        "options.score",
        "total",
        "only ask again",
    ] {
        let found = there.notices.iter().any(|notice| notice.to_string().to_lowercase().contains(&part.to_lowercase()));
        assert!(found, "{part}: {:#?}", there.notices.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
    assert!(again.sections[1].questions.len() > 15);
}

#[test]
fn writing_what_was_read_is_stable() {
    let (once, ..) = there_and_back(&sayable());
    let (twice, ..) = there_and_back(&once);
    assert_eq!(once, twice);
}

#[test]
fn the_questionnaires_of_the_house_can_be_written() {
    for source in [
        include_str!("../../../../../examples/questionnaires/business_situation.yaml"),
        include_str!("../../../../../examples/questionnaires/location_and_society.yaml"),
    ] {
        let document = crate::questionnaire::read::document(source.as_bytes()).unwrap();
        let (again, there, _) = there_and_back(&document);
        assert_eq!(there.questions, there.carried + there.replaced + there.dropped);
        let (twice, ..) = there_and_back(&again);
        assert_eq!(to_yaml(&twice).unwrap(), to_yaml(&again).unwrap());
    }
}
