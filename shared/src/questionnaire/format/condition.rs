//! Conditions and rules as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Texts, is_false};

/// When something is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Condition {
    /// An expression.
    Expression(String),
    /// One comparison.
    Where(Where),
}

/// One comparison, of an attribute of the company (`field`) or of an earlier answer (`question`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Where {
    /// The attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The earlier question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Is one of these.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub is_in: Option<Vec<String>>,
    /// Is this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equals: Option<String>,
    /// This is among the options ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contains: Option<String>,
    /// At least so many options are ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_selected: Option<usize>,
    /// Is more than this.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "super::number_if_any")]
    pub greater_than: Option<f64>,
}

/// A rule that an answer keeps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// An expression that holds; `this` is the answer.
    pub rule: String,
    /// What is said if it does not.
    pub message: Texts,
    /// Asks "is that right?" and lets it pass.
    #[serde(default, skip_serializing_if = "is_false")]
    pub soft: bool,
}
