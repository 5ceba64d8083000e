//! Questions as they are written.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::choice::{Choice, Row, WayOut};
use super::column::Column;
use super::condition::{Check, Condition};
use super::question_type::QuestionType;
use super::{CODE, Cadence, Texts, is_false};
use crate::file::FileKind;

/// One question. Which of the keys below `checks` it may have depends on its type.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_excessive_bools, reason = "flags as people write them")]
#[schemars(extend("required" = ["id", "type", "text"]))]
pub struct Question {
    /// Its stable name.
    #[schemars(regex(pattern = CODE))]
    pub id: String,
    /// What kind of answer it takes.
    #[serde(rename = "type")]
    pub question_type: QuestionType,
    /// Identical in every round.
    #[serde(skip_serializing_if = "is_false")]
    pub core: bool,
    /// Asked only in the year's last round if yearly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// Whether a high score is good news.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarity: Option<Polarity>,
    /// The indicator it feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// Whether its verbatim answers may be published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish: Option<Publish>,
    /// Whether totals need the dominance rules of disclosure control.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitive: Option<Sensitive>,
    /// Asked only if this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    /// Whether it may be left out; without it every question may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<Required>,
    /// The question itself.
    pub text: Texts,
    /// A help text below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Texts>,
    /// The way out for who cannot say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dont_know: Option<WayOut>,
    /// Rules its answer keeps, beyond those of its type.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// The name of the scale its options come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Its options in order.
    #[serde(skip_serializing_if = "Option::is_none", alias = "scale_inline")]
    pub options: Option<Vec<Choice>>,
    /// A list of ours its options come from: `nace_sections`, `nace_divisions`, `kreise` or `countries`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "lists")]
    pub list: Option<String>,
    /// An earlier question that gives the options of a ranking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options_from: Option<OptionsFrom>,
    /// Options in an order drawn per respondent.
    #[serde(skip_serializing_if = "is_false")]
    pub randomise: bool,
    /// Options in the written order, beginning anywhere, drawn per respondent.
    #[serde(skip_serializing_if = "is_false")]
    pub rotate: bool,
    /// At least so many options, if it is answered at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 500))]
    pub min_choices: Option<usize>,
    /// At most so many options.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 500))]
    pub max_choices: Option<usize>,
    /// At most so many ranks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 500))]
    pub max_ranks: Option<usize>,
    /// Of a matrix: several options a row.
    #[serde(skip_serializing_if = "is_false")]
    pub several: bool,
    /// Of a `yes_no`: offers "uncertain".
    #[serde(skip_serializing_if = "is_false")]
    pub uncertain: bool,
    /// The rows of a matrix, of amounts or of a table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// The columns of a table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// What the numbers of the rows come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Total>,
    /// The code of the unit, such as `months`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The three letters of a currency (ISO 4217).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    pub currency: Option<String>,
    /// The least value allowed: a number, or a date as it is stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Bound>,
    /// The greatest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Bound>,
    /// The distance between two values of a slider.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "super::number_if_any")]
    pub step: Option<f64>,
    /// How many digits may follow the decimal sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 6))]
    pub decimals: Option<u8>,
    /// What the lower end of a rating or a slider means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Texts>,
    /// What the upper end means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Texts>,
    /// How a rating looks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<Look>,
    /// At most so many characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 10_000))]
    pub max_length: Option<usize>,
    /// What is consented to, beside the box to tick.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Texts>,
    /// The expression that gives a calculated value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Of a calculated value: shown to the respondent.
    #[serde(skip_serializing_if = "is_false")]
    pub shown: bool,
    /// The questions that a summary shows again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
    /// How often a group can be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// The questions of a group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// At most so many files.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5))]
    pub max_files: Option<usize>,
    /// At most so many megabytes a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 10))]
    pub max_megabytes: Option<usize>,
    /// The kinds of files that are taken, by their endings; without it all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "file_kinds")]
    pub kinds: Vec<String>,
}

/// Whether a question may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Required {
    /// It may, after a second look.
    Soft,
    /// It may not.
    Hard,
}

/// Whether a high score is good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is.
    Positive,
    /// It is bad news.
    Negative,
}

/// What may become of verbatim answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Publish {
    /// Tables may be published.
    Tables,
    /// Never published.
    Never,
}

/// Whether totals of a number need the dominance rules of disclosure control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Sensitive {
    /// What about the number is sensitive.
    In(SensitiveIn),
    /// Whether anything is.
    Whether(bool),
}

/// What is sensitive about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SensitiveIn {
    /// Its size: one large company can be recognised by it.
    Magnitude,
}

/// An earlier question whose rows or ticked options are ranked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionsFrom {
    /// The question.
    pub question: String,
    /// Its rows.
    #[serde(default, skip_serializing_if = "is_false")]
    pub rows: bool,
    /// Its options that were ticked.
    #[serde(default, skip_serializing_if = "is_false")]
    pub selected_only: bool,
}

/// A least or greatest value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Bound {
    /// A number.
    Number(#[serde(serialize_with = "super::number")] f64),
    /// A date, month, quarter or time.
    Text(String),
}

/// What the numbers of all rows must come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Total {
    /// This number.
    Number(#[serde(serialize_with = "super::number")] f64),
    /// The value of an expression.
    Expression(String),
}

/// How a rating looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// Numbers side by side.
    Numbers,
    /// Stars.
    Stars,
}

/// How often a group is filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Repeat {
    /// At least so often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<usize>,
    /// At most so often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<usize>,
    /// What one of them is called: "Site", "Product".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Texts>,
}

fn lists(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": ["nace_sections", "nace_divisions", "kreise", "countries"] })
}

fn file_kinds(_: &mut SchemaGenerator) -> Schema {
    let kinds = FileKind::ALL.map(FileKind::as_str);
    json_schema!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "enum": kinds } })
}
