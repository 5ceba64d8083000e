//! The kinds of questions.

use super::{Choice, Code, Column, Moment, NumberFormat, Question, RatingLook, Row, Scale, TextFormat, Upload};
use crate::language::LocalText;
use crate::questionnaire::expression::Expression;

/// The kind of answer a question takes.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionKind {
    /// Exactly one of the options; `scale` says whether they form a three- or five-point scale with scores.
    Single {
        /// The options in order.
        options: Vec<Choice>,
        /// Whether the options are a scale.
        scale: Option<Scale>,
        /// In which order they are shown.
        order: OptionOrder,
        /// How they are shown.
        look: ChoiceLook,
    },
    /// Any of the options.
    MultiSelect {
        /// The options in order.
        options: Vec<Choice>,
        /// At least so many, if the question is answered at all.
        min_choices: Option<usize>,
        /// At most so many.
        max_choices: Option<usize>,
        /// In which order they are shown.
        order: OptionOrder,
    },
    /// One of the whole numbers from `from` to `to`, whose ends may be labelled.
    Rating {
        /// The lowest.
        from: i64,
        /// The highest.
        to: i64,
        /// What the lowest means.
        low: Option<LocalText>,
        /// What the highest means.
        high: Option<LocalText>,
        /// How it looks.
        look: RatingLook,
    },
    /// How likely one is to recommend: a whole number from 0 to 10.
    Nps,
    /// One of the options for each row.
    Matrix {
        /// The rows in order.
        rows: Vec<Row>,
        /// The options, the same for every row.
        options: Vec<Choice>,
    },
    /// Columns of different kinds for each row.
    Table {
        /// The rows in order.
        rows: Vec<Row>,
        /// The columns in order.
        columns: Vec<Column>,
    },
    /// Some of the options in an order of preference.
    Ranking {
        /// What can be ranked.
        source: RankingSource,
        /// At most so many.
        max_ranks: usize,
    },
    /// A number.
    Numeric(NumberFormat),
    /// A number on a line between two ends.
    Slider {
        /// What the number must be like; it has both bounds.
        format: NumberFormat,
        /// The distance between two values.
        step: f64,
        /// What the lower end means.
        low: Option<LocalText>,
        /// What the upper end means.
        high: Option<LocalText>,
    },
    /// A date or a time.
    Moment(Moment),
    /// Hours and minutes, stored in minutes.
    Duration {
        /// The shortest allowed, in minutes.
        min: Option<f64>,
        /// The longest allowed, in minutes.
        max: Option<f64>,
    },
    /// A text.
    Text {
        /// What it must be like.
        format: TextFormat,
        /// At most so many characters.
        max_length: usize,
    },
    /// A statement to agree to; the answer is the choice `yes`.
    Consent {
        /// What stands beside the box.
        statement: LocalText,
    },
    /// A value that follows from earlier answers. Nothing is asked; the value is kept with the answers.
    Calculated {
        /// What gives it.
        value: Expression,
        /// The unit's code.
        unit: Option<String>,
        /// How many digits are shown behind the decimal sign.
        decimals: u8,
        /// Whether it is shown.
        shown: bool,
    },
    /// Earlier answers again, and what they come to: is it right? The answer is the choice `yes` or `no`.
    Summary {
        /// The earlier questions.
        of: Vec<Code>,
        /// What they come to.
        value: Expression,
        /// The unit's code.
        unit: Option<String>,
        /// How many digits are shown behind the decimal sign.
        decimals: u8,
    },
    /// Questions that are answered several times. None of them is a group again.
    Group {
        /// At least so often.
        min: usize,
        /// At most so often.
        max: usize,
        /// What one of them is called.
        label: Option<LocalText>,
        /// The questions.
        questions: Vec<Question>,
    },
    /// Files.
    Upload(Upload),
    /// A text without an answer.
    Note,
}

/// In which order options are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OptionOrder {
    /// As they are written.
    #[default]
    Written,
    /// In an order drawn per respondent.
    Drawn,
    /// As they are written, beginning with one that is drawn per respondent.
    Rotated,
}

/// How the options of a single choice are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoiceLook {
    /// One below the other.
    #[default]
    Buttons,
    /// In a list that is searched by typing.
    List,
}

/// Where the options of a ranking come from.
#[derive(Clone, Debug, PartialEq)]
pub enum RankingSource {
    /// Options of its own.
    Options(Vec<Choice>),
    /// The options of an earlier multi-select question that were ticked.
    Selected(Code),
    /// The rows of an earlier matrix question.
    Rows(Code),
}

impl QuestionKind {
    /// The earlier question a ranking takes its options from.
    #[must_use]
    pub fn takes_options_from(&self) -> Option<&Code> {
        match self {
            Self::Ranking { source: RankingSource::Selected(from) | RankingSource::Rows(from), .. } => Some(from),
            _ => None,
        }
    }

    /// Whether anything is asked: a note and a calculated value ask nothing.
    #[must_use]
    pub const fn asks(&self) -> bool {
        !matches!(self, Self::Note | Self::Calculated { .. })
    }
}
