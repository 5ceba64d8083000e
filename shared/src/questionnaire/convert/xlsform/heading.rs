//! The headings of columns.

/// What a column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// What kind of question.
    Type,
    /// A name; of a choice: its value.
    Name,
    /// The list a choice belongs to.
    ListName,
    /// The text of a question, group or choice.
    Label,
    /// A help text.
    Hint,
    /// A longer help text.
    GuidanceHint,
    /// The rule an answer keeps.
    Constraint,
    /// What is said if it does not.
    ConstraintMessage,
    /// Whether an answer is needed.
    Required,
    /// What is said if it is missing.
    RequiredMessage,
    /// When it is asked.
    Relevant,
    /// What gives its value.
    Calculation,
    /// Which choices are offered.
    ChoiceFilter,
    /// How often a repeat is filled in.
    RepeatCount,
    /// Whether it cannot be changed.
    ReadOnly,
    /// How it looks.
    Appearance,
    /// Further settings of its kind.
    Parameters,
    /// Whether the row counts as absent.
    Disabled,
    /// Anything else, by its heading without the language.
    Other(String),
}

/// A heading: the field, and the language of the texts below as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The field.
    pub field: Field,
    /// The language.
    pub language: Option<String>,
}

impl Heading {
    /// Reads a heading such as `label::Deutsch (de)`.
    pub fn read(text: &str) -> Self {
        let parts: Vec<&str> = parts(text).into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
        let key = parts.first().map(|part| key(part)).unwrap_or_default();
        let rest = &parts[1.min(parts.len())..];
        let (field, taken) = match (key.as_str(), rest.first().map(|part| self::key(part)).as_deref()) {
            ("bind", Some(bind)) => (known(bind), 2),
            ("body" | "control", Some(body @ ("appearance" | "jr:count"))) => (known(body), 2),
            ("media", Some(_)) => (None, 2),
            (key, _) => (known(key), 1),
        };
        let language = parts.get(taken).map(|language| (*language).to_owned());
        match field {
            Some(field) => Self { field, language },
            None => Self { field: Field::Other(parts.join("::")), language: None },
        }
    }

    /// Whether two headings say the same.
    pub fn is_same(&self, other: &Self) -> bool {
        let folded = |heading: &Self| heading.language.as_ref().map(|language| language.to_lowercase());
        self.field == other.field && folded(self) == folded(other)
    }
}

/// The parts of a heading: between `::`, or in older forms between single colons, of which `jr:` is none.
fn parts(text: &str) -> Vec<&str> {
    if text.contains("::") {
        return text.split("::").collect();
    }
    let (mut parts, mut begin) = (Vec::new(), 0);
    for (at, _) in text.match_indices(':') {
        if text[begin..at].trim() != "jr" {
            parts.push(&text[begin..at]);
            begin = at + 1;
        }
    }
    parts.push(&text[begin..]);
    parts
}

fn key(part: &str) -> String {
    part.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase()
}

/// The field of a heading; they had several names over the years.
fn known(key: &str) -> Option<Field> {
    Some(match key {
        "type" | "command" => Field::Type,
        "name" | "tag" => Field::Name,
        "list_name" | "list" => Field::ListName,
        "label" | "caption" => Field::Label,
        "hint" => Field::Hint,
        "guidance_hint" => Field::GuidanceHint,
        "constraint" => Field::Constraint,
        "constraint_message" | "constraining_message" | "jr:constraintmsg" => Field::ConstraintMessage,
        "required" => Field::Required,
        "required_message" | "requiredmsg" | "jr:requiredmsg" => Field::RequiredMessage,
        "relevant" | "relevance" => Field::Relevant,
        "calculation" | "calculate" => Field::Calculation,
        "choice_filter" => Field::ChoiceFilter,
        "repeat_count" | "count" | "jr:count" => Field::RepeatCount,
        "read_only" | "readonly" => Field::ReadOnly,
        "appearance" => Field::Appearance,
        "parameters" => Field::Parameters,
        "disabled" => Field::Disabled,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_all_their_names() {
        let read = |text: &str| {
            let Heading { field, language } = Heading::read(text);
            (field, language)
        };
        assert_eq!(read("label::Deutsch (de)"), (Field::Label, Some("Deutsch (de)".into())));
        assert_eq!(read("Label : English"), (Field::Label, Some("English".into())));
        assert_eq!(read("list name"), (Field::ListName, None));
        assert_eq!(read("bind::relevant"), (Field::Relevant, None));
        assert_eq!(read("bind::jr:constraintMsg::fr"), (Field::ConstraintMessage, Some("fr".into())));
        assert_eq!(read("bind:jr:constraintMsg"), (Field::ConstraintMessage, None));
        assert_eq!(read("bind: jr:requiredMsg : Deutsch"), (Field::RequiredMessage, Some("Deutsch".into())));
        assert_eq!(read("constraint message"), (Field::ConstraintMessage, None));
        assert_eq!(read("jr:count"), (Field::RepeatCount, None));
        assert_eq!(read("media::image::English"), (Field::Other("media::image::English".into()), None));
        assert_eq!(read("body::accuracyThreshold"), (Field::Other("body::accuracyThreshold".into()), None));
        assert!(Heading::read("label::EN").is_same(&Heading::read("Label::en")));
    }
}
