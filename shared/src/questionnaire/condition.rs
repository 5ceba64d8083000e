//! When a question is asked: conditions over earlier answers and over what the panel knows of the company.

use std::collections::BTreeMap;

use super::model::Code;

/// What the panel knows of the company that answers, frozen at launch: `sector` (NACE section), `nace`, `size`,
/// `region` (AGS), `cluster`, and the panel's own attributes.
pub type Attributes = BTreeMap<String, String>;

/// A condition of one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The company's attribute is one of these values.
    FieldIn {
        /// The attribute's name.
        field: String,
        /// The values.
        values: Vec<String>,
    },
    /// The earlier question was answered with one of these options, or one of them is among the options ticked.
    AnswerIn {
        /// The earlier question.
        question: Code,
        /// The options.
        options: Vec<Code>,
    },
    /// The earlier multi-select question has at least so many options ticked.
    MinSelected {
        /// The earlier question.
        question: Code,
        /// How many.
        count: usize,
    },
    /// The earlier numeric question was answered with more than this.
    GreaterThan {
        /// The earlier question.
        question: Code,
        /// The number to exceed.
        number: f64,
    },
}
