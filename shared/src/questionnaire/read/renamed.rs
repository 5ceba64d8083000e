//! The same questionnaire under another id.

use super::document::document;
use crate::questionnaire::format::{Document, NotWritable, to_yaml};
use crate::questionnaire::model::Code;

/// The source with another id. Its line is exchanged, so that whatever else was written by hand stays as it is; where the id does
/// not stand in a line of its own, the questionnaire is written anew. A source with problems stays as it is.
pub fn renamed(source: &str, id: &Code) -> Result<String, NotWritable> {
    let Ok(before) = document(source.as_bytes()) else { return Ok(source.to_owned()) };
    let wanted = Document { id: id.to_string(), ..before };
    let exchanged = exchanged(source, id);
    match exchanged.filter(|made| document(made.as_bytes()).as_ref() == Ok(&wanted)) {
        Some(made) => Ok(made),
        None => to_yaml(&wanted),
    }
}

/// The source with another line for the id, if there seems to be one.
fn exchanged(source: &str, id: &Code) -> Option<String> {
    let start = if source.starts_with("id:") { 0 } else { source.find("\nid:")? + 1 };
    let end = source[start..].find('\n').map_or(source.len(), |length| start + length);
    Some(format!("{}id: {id}{}", &source[..start], &source[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REST: &str = "languages: [de]\ndefault_language: de\ntitle: {de: T}\nsections:\n  - id: s\n    title: {de: S}\n    questions:\n      \
                        - {id: q, type: yes_no, text: {de: \"Ja?\"}} # so\n";

    #[test]
    fn only_the_line_of_the_id_changes_where_there_is_one() {
        let id = Code::parse("new").unwrap();
        let renamed = |source: &str| renamed(source, &id).unwrap();
        assert_eq!(renamed(&format!("id: old # mine\n{REST}")), format!("id: new\n{REST}"));
        assert_eq!(renamed(&format!("# first\nid: old\n{REST}")), format!("# first\nid: new\n{REST}"));
        for source in [
            format!("id:\n  old\n{REST}"),
            format!("\"id\": old\n{REST}"),
            format!("{REST}id: |-\n  old\n"),
            r#"{"id": "old", "languages": ["de"], "default_language": "de", "title": {"de": "T"}, "sections": [{"id": "s", "title": {"de": "S"},
                "questions": [{"id": "q", "type": "yes_no", "text": {"de": "Ja?"}}]}]}"#
                .to_owned(),
        ] {
            let made = document(renamed(&source).as_bytes()).unwrap();
            assert_eq!(made, Document { id: "new".into(), ..document(source.as_bytes()).unwrap() }, "{source}");
        }
        assert_eq!(renamed("id: old\nlanguages: ["), "id: old\nlanguages: [");
    }
}
