//! Questions as elements.

use serde_json::{Value, json};

use super::super::limits::MOST_DECIMALS;
use super::calculated::has_currency;
use super::{Object, Writing};
use crate::questionnaire::format::{Bound, Look, Question, QuestionType, Required};

/// Bytes of a megabyte, as they count.
const MEGABYTE: usize = 1_024 * 1_024;

/// How often a group of ours can be filled in that says nothing of it.
const ENTRIES: usize = 10;

/// How well a type of ours is known there.
pub enum Fit {
    /// The same there.
    Same,
    /// Something near, which is this.
    Near(&'static str),
    /// Nothing, and why.
    None(&'static str),
}

impl<'w> Writing<'w> {
    /// A question; `None`: it cannot be written.
    pub fn question(&mut self, question: &'w Question, place: &str) -> Option<Object> {
        self.report.questions += 1;
        let mut element = Object::new();
        element.insert("name".into(), json!(question.id));
        let fit = self.typed(question, place, &mut element);
        match fit {
            Fit::Same => self.report.carried += 1,
            Fit::Near(by) => {
                self.report.replaced += 1;
                self.report.replaced(place, "their tool has no question of this type", by);
            }
            Fit::None(reason) => {
                self.report.dropped += 1;
                self.report.dropped(place, reason);
                return None;
            }
        }
        self.common(question, place, &mut element);
        self.rules(question, place, &mut element);
        Some(element)
    }

    /// What all elements have.
    fn common(&mut self, question: &'w Question, place: &str, element: &mut Object) {
        if question.question_type != QuestionType::Note {
            element.insert("title".into(), self.texts(&question.text, place));
        }
        if let Some(help) = &question.help {
            element.insert("description".into(), self.texts(help, place));
        }
        let is_hidden = question.question_type == QuestionType::Calculated && !question.shown;
        match (is_hidden, &question.show_if) {
            // A condition would show it.
            (true, Some(_)) => self.report.dropped(format!("{place}.show_if"), "what is hidden has no condition"),
            (_, condition) => self.shown_if(condition.as_ref(), place, element),
        }
        match question.required {
            Some(Required::Hard) => drop(element.insert("isRequired".into(), json!(true))),
            Some(Required::Soft) => {
                self.report
                    .dropped(format!("{place}.required"), "a question is mandatory or not, without a second look");
            }
            None => {}
        }
        let settings = [
            question.core,
            question.cadence.is_some(),
            question.polarity.is_some(),
            question.indicator.is_some(),
            question.publish.is_some(),
            question.sensitive.is_some(),
            question.unit.as_deref().is_some_and(|unit| !has_currency(question, unit)),
            question.currency.is_some(),
        ];
        self.settings += settings.iter().filter(|is_there| **is_there).count();
        if question.total.is_some() {
            self.report.dropped(format!("{place}.total"), "the sum of rows is not checked");
        }
    }

    fn typed(&mut self, question: &'w Question, place: &str, element: &mut Object) -> Fit {
        use QuestionType as T;
        let near = |fit: Fit, by: &'static str| if let Fit::Same = fit { Fit::Near(by) } else { fit };
        match question.question_type {
            T::Single => self.select("radiogroup", question, place, element),
            T::Dropdown => self.select("dropdown", question, place, element),
            T::MultiSelect => self.select("checkbox", question, place, element),
            T::Ranking => self.select("ranking", question, place, element),
            T::ThreePoint | T::FivePoint => {
                near(self.select("radiogroup", question, place, element), "options without scores")
            }
            T::YesNo => self.yes_no(question, element),
            T::Consent => consent(element),
            T::Rating => rating(question, element),
            T::Nps => near(rating(question, element), "a rating from 0 to 10"),
            T::Matrix => self.matrix(question, place, element),
            T::Table => self.table(question, place, element),
            T::Amounts => near(self.amounts(question, place, element), "a table with one column of numbers"),
            T::Numeric => input("number", question, element),
            T::Currency | T::Percentage | T::Year => near(input("number", question, element), "a number"),
            T::Slider => slider(question, element),
            T::Date => input("date", question, element),
            T::Month => input("month", question, element),
            T::Time => input("time", question, element),
            T::Quarter | T::Duration => near(input("text", question, element), "a line of text"),
            T::ShortText => input("text", question, element),
            T::Email => input("email", question, element),
            T::Url => input("url", question, element),
            T::Phone => input("tel", question, element),
            T::OpenText => lines(question, element),
            T::Calculated => self.calculated(question, element),
            T::Group => self.group(question, place, element),
            T::Upload => upload(question, element),
            T::Note => {
                element.insert("type".into(), json!("html"));
                let html = self.html(&question.text, place);
                element.insert("html".into(), html);
                Fit::Same
            }
            T::Summary => Fit::None("earlier answers are not shown again"),
        }
    }

    fn select(&mut self, kind: &str, question: &'w Question, place: &str, element: &mut Object) -> Fit {
        element.insert("type".into(), json!(kind));
        if question.list.is_some() {
            element.insert("type".into(), json!("text"));
            return Fit::Near("a line of text, for the list belongs to this platform");
        }
        self.choices(question, kind, place, element);
        Fit::Same
    }

    fn yes_no(&mut self, question: &Question, element: &mut Object) -> Fit {
        if question.uncertain {
            let words = [("yes", "surveyjs-yes"), ("no", "surveyjs-no"), ("uncertain", "surveyjs-dont-know")];
            let choice = |(code, key): (&str, &str)| {
                let texts = super::super::words::standard(key, &self.document.languages, &[]);
                json!({ "value": code, "text": self.texts(&texts, code) })
            };
            let choices: Vec<_> = words.into_iter().map(choice).collect();
            element.insert("type".into(), json!("radiogroup"));
            element.insert("choices".into(), Value::Array(choices));
            return Fit::Near("three options");
        }
        element.insert("type".into(), json!("boolean"));
        if question.dont_know.is_some() {
            self.report.dropped(format!("{}.dont_know", question.id), "only questions with options have a way out");
        }
        Fit::Same
    }

    fn group(&mut self, question: &'w Question, place: &str, element: &mut Object) -> Fit {
        element.insert("type".into(), json!("paneldynamic"));
        let repeat = question.repeat.clone().unwrap_or_default();
        for (key, count) in [("minPanelCount", repeat.min), ("maxPanelCount", repeat.max.or(Some(ENTRIES)))] {
            element.extend(count.map(|count| (key.to_owned(), json!(count))));
        }
        // The first entry is open, as in ours.
        element.insert("panelCount".into(), json!(1));
        if let Some(label) = &repeat.label {
            let title: crate::questionnaire::format::Texts =
                label.iter().map(|(language, text)| (language.clone(), format!("{text} #{{panelIndex}}"))).collect();
            element.insert("templateTitle".into(), self.texts(&title, place));
        }
        let outer = self.group.replace(question);
        let inner = self.elements(&question.questions, place);
        self.group = outer;
        element.insert("templateElements".into(), Value::Array(inner));
        Fit::Same
    }

    fn matrix(&mut self, question: &'w Question, place: &str, element: &mut Object) -> Fit {
        element.insert("type".into(), json!("matrix"));
        if question.several {
            element.insert("cellType".into(), json!("checkbox"));
        }
        self.rows_and_columns(question, place, element);
        Fit::Same
    }
}

fn rating(question: &Question, element: &mut Object) -> Fit {
    element.insert("type".into(), json!("rating"));
    let (min, max) = if question.question_type == QuestionType::Nps { (0.0, 10.0) } else { (1.0, 5.0) };
    let bound = |bound: &Option<Bound>, otherwise: f64| match bound {
        Some(Bound::Number(number)) => *number,
        _ => otherwise,
    };
    let (min, max) = (bound(&question.min, min), bound(&question.max, max));
    element.insert("rateMin".into(), number(min));
    element.insert("rateMax".into(), number(max));
    if question.look == Some(Look::Stars) {
        element.insert("rateType".into(), json!("stars"));
    }
    Fit::Same
}

fn slider(question: &Question, element: &mut Object) -> Fit {
    element.insert("type".into(), json!("slider"));
    bounds(question, element);
    element.extend(question.step.map(|step| ("step".to_owned(), number(step))));
    Fit::Same
}

fn input(kind: &str, question: &Question, element: &mut Object) -> Fit {
    element.insert("type".into(), json!("text"));
    if kind != "text" {
        element.insert("inputType".into(), json!(kind));
    }
    if question.question_type == QuestionType::Percentage && question.min.is_none() && question.max.is_none() {
        element.insert("min".into(), json!(0));
        element.insert("max".into(), json!(100));
    }
    bounds(question, element);
    let step = Some(question.decimals.unwrap_or(0))
        .filter(|digits| kind == "number" && *digits < MOST_DECIMALS)
        .map(|digits| 10_f64.powi(-i32::from(digits)));
    element.extend(step.map(|step| ("step".to_owned(), number(step))));
    element.extend(question.max_length.map(|most| ("maxLength".to_owned(), json!(most))));
    Fit::Same
}

fn bounds(question: &Question, element: &mut Object) {
    for (key, bound) in [("min", &question.min), ("max", &question.max)] {
        let value = match bound {
            Some(Bound::Number(value)) => number(*value),
            Some(Bound::Text(text)) => json!(text),
            None => continue,
        };
        element.insert(key.to_owned(), value);
    }
}

fn lines(question: &Question, element: &mut Object) -> Fit {
    element.insert("type".into(), json!("comment"));
    element.extend(question.max_length.map(|most| ("maxLength".to_owned(), json!(most))));
    Fit::Same
}

fn upload(question: &Question, element: &mut Object) -> Fit {
    element.insert("type".into(), json!("file"));
    if question.max_files.is_some_and(|most| most > 1) {
        element.insert("allowMultiple".into(), json!(true));
        element.extend(question.max_files.map(|most| ("maxFiles".to_owned(), json!(most))));
    }
    if !question.kinds.is_empty() {
        let endings: Vec<String> = question.kinds.iter().map(|kind| format!(".{kind}")).collect();
        element.insert("acceptedTypes".into(), json!(endings.join(",")));
    }
    element.extend(question.max_megabytes.map(|most| ("maxSize".to_owned(), json!(most.saturating_mul(MEGABYTE)))));
    Fit::Same
}

fn consent(element: &mut Object) -> Fit {
    element.insert("type".into(), json!("boolean"));
    Fit::Near("yes or no")
}

/// A number as JSON.
pub fn number(number: f64) -> Value {
    super::super::select::whole_if_possible(number).map_or(Value::Null, Value::Number)
}
