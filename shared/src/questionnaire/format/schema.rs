//! The JSON Schema of the format: editors complete and underline with it, and programs that write questionnaires check their
//! work. It knows the shape; what only the reader can know (codes that exist, every text in every language, conditions that
//! look back) it does not.

use schemars::generate::SchemaSettings;

use super::Document;

/// The schema, as it stands in `docs/questionnaire.schema.json`.
#[must_use]
pub fn schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Document>();
    // A schema is JSON already: its own way to be written cannot fail.
    format!("{:#}\n", schema.as_value())
}

#[cfg(test)]
mod tests {
    use jsonschema::Validator;
    use serde_json::{Value, json};

    use super::super::super::read::document;
    use super::*;

    const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/questionnaire.schema.json");

    fn validator() -> Validator {
        jsonschema::validator_for(&serde_json::from_str(&schema()).unwrap()).unwrap()
    }

    fn written(source: &str) -> Value {
        serde_json::to_value(document(source.as_bytes()).unwrap()).unwrap()
    }

    fn small() -> Value {
        json!({
            "id": "small", "languages": ["en"], "default_language": "en", "title": { "en": "Small" },
            "sections": [{ "id": "a", "title": { "en": "A" }, "questions": [
                { "id": "q", "type": "single", "text": { "en": "Q" }, "options": [{ "code": "a", "en": "A" }] },
            ] }],
        })
    }

    #[test]
    fn the_committed_schema_is_that_of_the_types() {
        let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
        let hint = "renew it: cargo run -- questionnaire schema > docs/questionnaire.schema.json";
        assert!(committed == schema(), "docs/questionnaire.schema.json differs from the types; {hint}");
    }

    #[test]
    fn our_questionnaires_keep_it() {
        let validator = validator();
        for source in [
            include_str!("../../../examples/questionnaires/business_situation.yaml"),
            include_str!("../../../examples/questionnaires/location_and_society.yaml"),
            include_str!("../read/every_type.yaml"),
        ] {
            let errors: Vec<_> = validator.iter_errors(&written(source)).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:#?}");
        }
        assert!(validator.is_valid(&small()));
    }

    #[test]
    fn it_refuses_what_the_reader_refuses_for_its_shape() {
        let validator = validator();
        for (place, wrong) in [
            ("/id", json!("a b")),
            ("/languages", json!([])),
            ("/sections", json!([])),
            ("/sections/0/questions/0/type", json!("hologram")),
            ("/sections/0/questions/0/optoins", json!([])),
            ("/sections/0/questions/0/required", json!("always")),
            ("/sections/0/questions/0/options/0/score", json!(2)),
            ("/sections/0/questions/0/decimals", json!(7)),
            ("/sections/0/questions/0/list", json!("planets")),
            ("/sections/0/questions/0/columns", json!([{ "id": "c", "type": "matrix", "en": "C" }])),
        ] {
            let mut broken = small();
            let (parent, key) = place.rsplit_once('/').unwrap();
            broken.pointer_mut(parent).unwrap()[key] = wrong;
            assert!(!validator.is_valid(&broken), "{place}");
        }
        let mut without = small();
        without["sections"][0]["questions"][0].as_object_mut().unwrap().remove("type");
        assert!(!validator.is_valid(&without));
    }
}
