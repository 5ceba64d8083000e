//! Options, rows and scales as they are written: their labels stand beside the other keys, by the language's tag.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CODE, Condition, Texts, is_false};

/// One option.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// Its stable name.
    #[schemars(regex(pattern = CODE))]
    pub code: String,
    /// Its score, between −1 and +1.
    #[schemars(range(min = -1, max = 1))]
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "super::number_if_any")]
    pub score: Option<f64>,
    /// Rules out every other option of a multi-select question.
    #[serde(default, skip_serializing_if = "is_false")]
    pub exclusive: bool,
    /// Takes a text of the respondent's own ("other, namely").
    #[serde(default, skip_serializing_if = "is_false")]
    pub other_text: bool,
    /// Keeps its place when the order is drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// Offered only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    /// A picture, as a `data:` address of a PNG, JPEG or WebP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub label: Texts,
}

/// Where an option stays when the order is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// At the end.
    Last,
}

/// One row of a matrix or a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// Its stable name.
    #[schemars(regex(pattern = CODE))]
    pub id: String,
    /// The way out of this row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dont_know: Option<WayOut>,
    /// The indicator it feeds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// Asked only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    /// What it says.
    #[serde(flatten)]
    pub label: Texts,
}

/// The way out of a question: the questionnaire's own, none, or another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "there are few, and they are plain data")]
pub enum WayOut {
    /// Whether the questionnaire's is offered.
    Offered(bool),
    /// Another one.
    Own(Choice),
}

/// Options that several questions share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Whether it is a scale with scores.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub scale_type: Option<ScaleType>,
    /// Its options in order.
    #[schemars(length(min = 1, max = 1_000))]
    pub options: Vec<Choice>,
}

/// Scales with scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScaleType {
    /// +1, 0, −1.
    ThreePoint,
    /// +1, +½, 0, −½, −1.
    FivePoint,
}
