//! Settings that nothing was made of: those that only concern the look or the tool itself are counted and told together (`keys`
//! has their names), the others one by one.

use std::collections::BTreeMap;

use super::super::Report;
use crate::questionnaire::problem::quoted;

/// What settings concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// How something looks.
    Look,
    /// How one moves through the survey.
    Navigation,
    /// Words on buttons, in empty fields and in the tool's own messages.
    Words,
    /// Right answers and time limits.
    Quiz,
    /// How the tool stores and sends.
    Tool,
    /// HTML that only formats words.
    Format,
}

impl Concern {
    const fn told(self) -> &'static str {
        match self {
            Self::Look => "settings of the look",
            Self::Navigation => "settings of navigation and checking",
            Self::Words => "words of buttons, empty fields and messages",
            Self::Quiz => "settings of a quiz (right answers, time limits)",
            Self::Tool => "settings of storing and sending",
            Self::Format => "texts with formatting",
        }
    }

    const fn instead(self) -> Option<&'static str> {
        match self {
            Self::Look | Self::Navigation | Self::Words => Some("the platform's own"),
            Self::Format => Some("the same words without it"),
            Self::Quiz | Self::Tool => None,
        }
    }
}

/// How often each setting occurred.
#[derive(Default)]
pub struct Tally(BTreeMap<Concern, BTreeMap<String, usize>>);

/// Keys of the tally that are told one by one.
const MOST_KEYS: usize = 40;

impl Tally {
    /// Counts a setting.
    pub fn count(&mut self, concern: Concern, key: &str) {
        *self.0.entry(concern).or_default().entry(key.to_owned()).or_default() += 1;
    }

    /// A notice a concern.
    pub fn tell(&self, report: &mut Report) {
        for (concern, keys) in &self.0 {
            let all: usize = keys.values().sum();
            let names: Vec<_> = keys.keys().take(MOST_KEYS).map(String::as_str).collect();
            let reason = format!("{all} {} ({})", concern.told(), names.join(", "));
            match concern.instead() {
                Some(by) => report.replaced("the survey", reason, by),
                None => report.dropped("the survey", reason),
            }
        }
    }
}

/// Why the setting `key` is left out.
pub fn reason(key: &str) -> String {
    let known = REASONS.iter().find(|(keys, _)| keys.contains(&key)).map(|(_, reason)| (*reason).to_owned());
    known.unwrap_or_else(|| format!("nothing corresponds to the setting {}", quoted(key)))
}

const REASONS: &[(&[&str], &str)] = &[
    (
        &[
            "defaultValue",
            "defaultValueExpression",
            "defaultRowValue",
            "defaultPanelValue",
            "copyDefaultValueFromLastEntry",
        ],
        "questions begin empty, so that nobody sends what they did not choose",
    ),
    (&["enableIf", "readOnly", "choicesEnableIf"], "what is shown can be answered"),
    (&["setValueIf", "setValueExpression", "resetValueIf"], "answers are only changed by who gives them"),
    (&["bindings"], "the length of a question does not follow another answer"),
    (&["rowOrder"], "rows keep their order"),
    (&["showSelectAllItem", "hasSelectAll"], "there is no option that ticks all others"),
    (&["eachRowUnique", "isAllRowUnique", "keyName", "isUnique"], "rows may have the same answers"),
    (&["acceptedCategories"], "the platform decides which types of files it takes"),
    (&["maxTextLength", "maxCommentLength", "maxOthersLength"], "lengths are limited question by question"),
    (&["randomize"], "one option or question alone is not drawn"),
    (&["dataList"], "no words are suggested while one types"),
    (&["templateVisibleIf", "rowsVisibleIf"], "all entries are shown"),
    (&["cells"], "the cells of a matrix have no texts of their own"),
    (&["navigateToUrl", "navigateToUrlOnCondition"], "respondents are sent nowhere else"),
    (&["minRangeLength", "maxRangeLength"], "the distance of two numbers is not limited"),
    (&["isCommentRequired"], "the text of an option may be left out"),
];
