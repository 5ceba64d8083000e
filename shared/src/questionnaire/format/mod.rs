//! The questionnaire as it is written down: the keys of the YAML and JSON files, in types.
//!
//! [`read`](super::read) turns what is written into the model and says what is wrong with it, line by line; the types here are for
//! programs that write questionnaires: converters from other tools, exports, and the JSON Schema of the format. They keep
//! what was written and check nothing but its shape.

mod choice;
mod column;
mod condition;
#[cfg(test)]
mod documented;
mod question;
mod question_type;
mod schema;
mod write;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

pub use choice::{Anchor, Choice, Row, Scale, ScaleType, WayOut};
pub use column::Column;
pub use condition::{Check, Condition, Where};
pub use question::{
    Bound, Look, OptionsFrom, Polarity, Publish, Question, Repeat, Required, Sensitive, SensitiveIn, Total,
};
pub use question_type::QuestionType;
pub use schema::schema;
pub use write::{NotWritable, to_json, to_yaml};

/// A text in each language, by the language's tag.
pub type Texts = BTreeMap<String, String>;

/// What codes are made of, for the schema.
const CODE: &str = "^[A-Za-z0-9_-]{1,64}$";

/// A whole questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Questionnaire")]
pub struct Document {
    /// Its stable name.
    #[schemars(regex(pattern = CODE))]
    pub id: String,
    /// Counts up when its makers change it; kept for them, the platform numbers versions itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1_000_000))]
    pub version: Option<u32>,
    /// Whether it is asked again and again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// How often it is meant to be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// The languages every text must exist in; respondents choose from them.
    #[schemars(length(min = 1, max = 30))]
    pub languages: Vec<String>,
    /// Languages that are being translated: texts may be missing in them, and respondents are not offered them yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages_in_work: Vec<String>,
    /// The language that stands in where a text is missing in another.
    pub default_language: String,
    /// How long answering takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 600))]
    pub estimated_minutes: Option<u32>,
    /// Its title.
    pub title: Texts,
    /// What is said before the first question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Texts>,
    /// What is said on the receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thanks: Option<Texts>,
    /// Sections can be answered in any order, from a list that shows how far each is.
    #[serde(default, skip_serializing_if = "is_false")]
    pub hub: bool,
    /// Attributes of the company that conditions look at, each with its classification or its values.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub classification: BTreeMap<String, Classification>,
    /// Options that several questions share, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scales: BTreeMap<String, Scale>,
    /// The way out for questions that say `dont_know: true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dont_know: Option<Choice>,
    /// Its sections in order.
    #[schemars(length(min = 1, max = 100))]
    pub sections: Vec<Section>,
    /// Indicators computed from balances.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived: Vec<Derived>,
}

/// Whether a questionnaire is asked again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// In every round.
    Recurring,
    /// Once, or with changing questions.
    Special,
}

/// How often something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Cadence {
    /// One time only.
    Once,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// Once a year.
    #[serde(alias = "annual")]
    Yearly,
}

/// What an attribute of the company can be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Classification {
    /// The name of a classification.
    Named(String),
    /// Its values.
    Values(Vec<String>),
}

/// A section: what stands together under one heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its stable name, also its address.
    #[schemars(regex(pattern = CODE))]
    pub id: String,
    /// Its heading.
    pub title: Texts,
    /// What is said below the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Texts>,
    /// Asked only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    /// Its questions come in an order drawn per respondent.
    #[serde(default, skip_serializing_if = "is_false")]
    pub randomise: bool,
    /// Its questions in order.
    #[schemars(length(min = 1, max = 1_000))]
    pub questions: Vec<Question>,
}

/// An indicator computed from balances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// Its stable name.
    #[schemars(regex(pattern = CODE))]
    pub id: String,
    /// How it is computed.
    pub formula: String,
    /// The year its mean is set to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_year: Option<i32>,
    /// The companies it is computed for: attribute and values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_to: Option<BTreeMap<String, Vec<String>>>,
}

/// Whether a flag is off, and need not be written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

/// A number as people write it: a whole one without a decimal point.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
pub(super) fn number<S: Serializer>(number: &f64, to: S) -> Result<S::Ok, S::Error> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole and small enough")]
    if number.fract() == 0.0 && number.abs() < LARGEST {
        to.serialize_i64(*number as i64)
    } else {
        to.serialize_f64(*number)
    }
}

#[expect(clippy::ref_option, reason = "the shape that serde asks for")]
pub(super) fn number_if_any<S: Serializer>(number: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(value) => self::number(value, to),
        None => to.serialize_none(),
    }
}
