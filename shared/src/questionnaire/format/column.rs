//! Columns of a table as they are written.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::choice::Choice;
use super::question::{Bound, Total};
use super::question_type::QuestionType;
use super::{CODE, Texts};

/// One column of a table. Its type is `single`, `dropdown`, `multi_select`, `numeric`, `percentage`, `short_text`, `open_text`,
/// `date` or `year`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("required" = ["id", "type"]))]
pub struct Column {
    /// Its stable name.
    #[schemars(regex(pattern = CODE))]
    pub id: String,
    /// What its cells take.
    #[serde(rename = "type")]
    #[schemars(schema_with = "column_types")]
    pub column_type: QuestionType,
    /// The name of the scale its options come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Its options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<Choice>>,
    /// The code of the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The least value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Bound>,
    /// The greatest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Bound>,
    /// How many digits may follow the decimal sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 6))]
    pub decimals: Option<u8>,
    /// At most so many characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 10_000))]
    pub max_length: Option<usize>,
    /// What the numbers of the column must come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Total>,
    /// Its heading.
    #[serde(flatten)]
    pub label: Texts,
}

fn column_types(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": [
        "single", "dropdown", "multi_select", "numeric", "percentage", "short_text", "open_text", "date", "year",
    ] })
}
