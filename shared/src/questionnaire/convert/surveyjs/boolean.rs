//! Yes or no.

use std::rc::Rc;

use super::Reading;
use super::dynamic::joined;
use super::fields::Fields;
use super::json::spelled;
use super::known::{Kind, Options};
use super::made::Made;
use crate::questionnaire::format::{Choice, Question, QuestionType, Texts};
use crate::questionnaire::problem::quoted;

/// Words that say no more than yes and no.
const PLAIN: [(&str, &str); 6] =
    [("yes", "no"), ("ja", "nein"), ("oui", "non"), ("si", "no"), ("sí", "no"), ("true", "false")];

impl Reading<'_> {
    /// A switch between yes and no, or between two texts.
    pub fn boolean(&mut self, fields: &mut Fields<'_>, name: &str, question: &mut Question) -> Made {
        let mut label = |key: &str| fields.take(key).and_then(|value| self.texts(Some(value), key));
        let (yes, no) = (label("labelTrue"), label("labelFalse"));
        // The first versions had one label, the statement that is ticked, below the title.
        if let Some(statement) = self.texts(fields.take("label"), &fields.at("label")) {
            let has_title = question.text != self.same(name);
            let title = has_title.then(|| std::mem::take(&mut question.text));
            question.text = joined(title, Some(statement)).unwrap_or_default();
        }
        let mut options = Options::of_boolean();
        for (key, truth, code) in [("valueTrue", "true", "yes"), ("valueFalse", "false", "no")] {
            options.add(truth, code);
            if let Some(value) = fields.take(key) {
                let value = spelled(value);
                if value != code && value != truth {
                    self.report.replaced(
                        fields.at(key),
                        format!("the value {}", quoted(&value)),
                        format!("the code {code}"),
                    );
                }
                options.add(&value, code);
            }
        }
        if self.is_plain(yes.as_ref(), no.as_ref()) {
            question.question_type = QuestionType::YesNo;
            return Made::Carried(Kind::Choice(Rc::new(options)));
        }
        let labels = [("yes", yes, "surveyjs-yes"), ("no", no, "surveyjs-no")];
        let choices: Vec<_> = labels.into_iter().map(|(code, label, key)| self.labelled(code, label, key)).collect();
        question.question_type = QuestionType::Single;
        question.options = Some(choices);
        Made::Carried(Kind::Choice(Rc::new(options)))
    }

    fn labelled(&mut self, code: &str, label: Option<Texts>, key: &str) -> Choice {
        let label = label.unwrap_or_else(|| self.standard(key, &[]));
        Choice { code: code.into(), label, ..Choice::default() }
    }

    fn is_plain(&self, yes: Option<&Texts>, no: Option<&Texts>) -> bool {
        let (Some(yes), Some(no)) = (yes, no) else { return yes.is_none() && no.is_none() };
        let small =
            |texts: &Texts, language: &String| texts.get(language).map(|text| text.to_lowercase()).unwrap_or_default();
        self.locale.languages.iter().all(|language| {
            let said = (small(yes, language), small(no, language));
            PLAIN.iter().any(|(yes, no)| said == ((*yes).to_owned(), (*no).to_owned()))
        })
    }
}
