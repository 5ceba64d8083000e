//! Writing a questionnaire down; [`document`](super::super::read::document) takes one back into these types.

use thiserror::Error;

use super::Document;

/// The questionnaire cannot be written.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct NotWritable(String);

impl NotWritable {
    fn because(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// As YAML, keys in the order of the types.
pub fn to_yaml(document: &Document) -> Result<String, NotWritable> {
    serde_saphyr::to_string(document).map_err(NotWritable::because)
}

/// As JSON.
pub fn to_json(document: &Document) -> Result<String, NotWritable> {
    serde_json::to_string_pretty(document).map(|text| text + "\n").map_err(NotWritable::because)
}

#[cfg(test)]
mod tests {
    use super::super::super::read::{document, read};
    use super::*;

    const BUSINESS: &str = include_str!("../../../examples/questionnaires/business_situation.yaml");
    const LOCATION: &str = include_str!("../../../examples/questionnaires/location_and_society.yaml");

    #[test]
    fn what_is_written_reads_as_the_same_questionnaire() {
        for source in [BUSINESS, LOCATION] {
            let document = document(source.as_bytes()).unwrap();
            let original = read(source.as_bytes()).unwrap();
            assert_eq!(read(to_yaml(&document).unwrap().as_bytes()).unwrap(), original);
            assert_eq!(read(to_json(&document).unwrap().as_bytes()).unwrap(), original);
        }
    }

    #[test]
    fn writing_is_stable() {
        for source in [BUSINESS, LOCATION] {
            let once = document(source.as_bytes()).unwrap();
            assert_eq!(document(to_yaml(&once).unwrap().as_bytes()).unwrap(), once);
            assert_eq!(document(to_json(&once).unwrap().as_bytes()).unwrap(), once);
        }
    }
}
