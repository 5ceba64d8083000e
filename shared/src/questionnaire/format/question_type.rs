//! The types of questions by their names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The types of questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionType {
    /// Three options with the scores +1, 0 and −1.
    ThreePoint,
    /// Five options with scores from +1 to −1.
    FivePoint,
    /// One of the options.
    #[default]
    Single,
    /// Any of the options.
    MultiSelect,
    /// One of many options, found by typing.
    Dropdown,
    /// Yes or no.
    YesNo,
    /// One of the numbers from `min` to `max`, whose ends are labelled.
    Rating,
    /// 0 to 10: how likely one is to recommend.
    Nps,
    /// One of the options a row; with `several` any of them.
    Matrix,
    /// A number a row.
    Amounts,
    /// Columns of different kinds for each row.
    Table,
    /// Some of the options in an order of preference.
    Ranking,
    /// A number.
    Numeric,
    /// An amount of money.
    Currency,
    /// A percentage, from 0 to 100 unless it says otherwise.
    Percentage,
    /// A number on a line.
    Slider,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
    /// A time of day.
    Time,
    /// Hours and minutes.
    Duration,
    /// A line of text.
    ShortText,
    /// Lines of text.
    OpenText,
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// A telephone number.
    Phone,
    /// A statement to agree to.
    Consent,
    /// A value that follows from other answers; nothing is asked.
    Calculated,
    /// Earlier answers and what they come to: is it right?
    Summary,
    /// Questions that are answered several times, once a site, a product, a person.
    Group,
    /// A text without an answer.
    Note,
    /// Files.
    Upload,
}

impl QuestionType {
    /// All of them with the names they are written by.
    pub const ALL: [(&'static str, Self); 33] = [
        ("three_point", Self::ThreePoint),
        ("five_point", Self::FivePoint),
        ("single", Self::Single),
        ("dropdown", Self::Dropdown),
        ("multi_select", Self::MultiSelect),
        ("yes_no", Self::YesNo),
        ("rating", Self::Rating),
        ("nps", Self::Nps),
        ("matrix", Self::Matrix),
        ("amounts", Self::Amounts),
        ("table", Self::Table),
        ("ranking", Self::Ranking),
        ("numeric", Self::Numeric),
        ("currency", Self::Currency),
        ("percentage", Self::Percentage),
        ("slider", Self::Slider),
        ("date", Self::Date),
        ("month", Self::Month),
        ("quarter", Self::Quarter),
        ("year", Self::Year),
        ("time", Self::Time),
        ("duration", Self::Duration),
        ("short_text", Self::ShortText),
        ("open_text", Self::OpenText),
        ("email", Self::Email),
        ("url", Self::Url),
        ("phone", Self::Phone),
        ("consent", Self::Consent),
        ("calculated", Self::Calculated),
        ("summary", Self::Summary),
        ("group", Self::Group),
        ("upload", Self::Upload),
        ("note", Self::Note),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_the_name_it_is_written_by() {
        for (name, question_type) in QuestionType::ALL {
            assert_eq!(serde_json::to_value(question_type).unwrap(), name);
        }
        let schema = schemars::schema_for!(QuestionType);
        let known = schema.get("oneOf").and_then(|types| types.as_array()).map(Vec::len);
        assert_eq!(known, Some(QuestionType::ALL.len()), "{schema:?}");
    }
}
