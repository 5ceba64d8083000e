//! What can become of a part of a questionnaire, and where.

use crate::questionnaire::model::Code;

/// Where two versions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In what concerns the whole questionnaire.
    Whole,
    /// In a section.
    Section(Code),
    /// In a question.
    Question(Code),
    /// In an option, a row or a column of a question.
    Part(Code, Code),
}

impl Place {
    /// The codes, as they are shown; empty for the whole.
    #[must_use]
    pub fn codes(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Section(code) | Self::Question(code) => code.to_string(),
            Self::Part(question, part) => format!("{question}.{part}"),
        }
    }
}

macro_rules! whats {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $keeps:literal;)+) => {
        /// What became of it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum What {
            $($(#[$doc])* $name,)+
        }

        impl What {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in texts.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// Whether answers to both versions can be compared.
            #[must_use]
            pub const fn keeps(self) -> bool {
                match self { $(Self::$name => $keeps,)+ }
            }
        }
    };
}

whats! {
    /// A text has other words.
    Wording = "wording", true;
    /// It looks another way: order of options, buttons or list, decimals that are shown.
    Look = "look", true;
    /// What is done with the answers: published, counted as core, estimated minutes.
    Handling = "handling", true;
    /// Questions stand in another order.
    Order = "order", true;
    /// Respondents can choose one more language.
    LanguageAdded = "language-added", true;
    /// Respondents can no longer choose a language.
    LanguageRemoved = "language-removed", false;
    /// A question that may be left out is new.
    QuestionAdded = "question-added", true;
    /// A question that must be answered is new.
    RequiredAdded = "required-added", false;
    /// A question is gone.
    QuestionRemoved = "question-removed", false;
    /// A question takes another kind of answer.
    Type = "type", false;
    /// An option is new, at the end.
    OptionAdded = "option-added", true;
    /// An option is new between others, or on a scale.
    OptionInserted = "option-inserted", false;
    /// An option is gone.
    OptionRemoved = "option-removed", false;
    /// An option has another score.
    OptionScore = "option-score", false;
    /// An option rules out the others, or no longer does.
    OptionExclusive = "option-exclusive", false;
    /// The points of a scale are others or stand in another order.
    Scale = "scale", false;
    /// "Don't know" is offered, no longer offered or has another code.
    WayOut = "way-out", false;
    /// A row or a column is new.
    RowAdded = "row-added", true;
    /// A row or a column is gone.
    RowRemoved = "row-removed", false;
    /// A number has another unit.
    Unit = "unit", false;
    /// It is asked of others.
    Condition = "condition", false;
    /// More answers are allowed than before.
    Eased = "eased", true;
    /// Fewer answers are allowed than before.
    Tightened = "tightened", false;
    /// A value is computed another way.
    Calculation = "calculation", false;
    /// What is consented to has other words.
    Consent = "consent", false;
    /// Good news counts as bad, or the other way round.
    Polarity = "polarity", false;
    /// It feeds another indicator, or an indicator is computed another way.
    Indicator = "indicator", false;
}
