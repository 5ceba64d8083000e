//! Options as choices.

use serde_json::{Value, json};

use super::{Object, Writing};
use crate::questionnaire::format::{Anchor, Choice, Question, QuestionType, WayOut};

impl<'w> Writing<'w> {
    /// The options of a question, with those that their tool has itself.
    pub fn choices(&mut self, question: &'w Question, kind: &str, place: &str, element: &mut Object) {
        let mut options = self.options(question.options.as_ref(), question.scale.as_deref());
        let is_multiple = matches!(kind, "checkbox" | "ranking");
        self.way_out(question, place, element);
        let has_unknown = element.contains_key("showDontKnowItem");
        let specials: [(&str, &str, &str, bool, bool); 3] = [
            ("refused", "showRefuseItem", "refuseText", is_multiple, false),
            ("none", "showNoneItem", "noneText", is_multiple, false),
            ("other", "showOtherItem", "otherText", false, true),
        ];
        for (code, flag, words, exclusive, other_text) in specials {
            let Some((last, rest)) = options.split_last() else { break };
            let is_it = last.code == code && last.exclusive == exclusive && last.other_text == other_text;
            let is_plain = last.show_if.is_none() && last.image.is_none();
            if is_it
                && is_plain
                && (last.anchor == Some(Anchor::Last)) == question.randomise
                && (code != "refused" || has_unknown)
            {
                element.insert(flag.into(), json!(true));
                element.insert(words.into(), self.texts(&last.label, place));
                options = rest;
            }
        }
        self.source(question, place, element);
        if question.options_from.is_none() {
            let list = self.listed(options, question, place, element);
            element.insert("choices".into(), list);
        }
        self.limits(question, place, element);
    }

    fn listed(&mut self, options: &'w [Choice], question: &Question, place: &str, element: &mut Object) -> Value {
        let all_pictures = !options.is_empty() && options.iter().all(|option| option.image.is_some());
        let takes_pictures = matches!(question.question_type, QuestionType::Single | QuestionType::MultiSelect);
        if all_pictures && takes_pictures {
            element.insert("type".into(), json!("imagepicker"));
            if question.question_type == QuestionType::MultiSelect {
                element.insert("multiSelect".into(), json!(true));
            }
        }
        let choices = options.iter().map(|option| self.choice(option, place, all_pictures && takes_pictures));
        choices.collect::<Vec<_>>().into()
    }

    /// One option.
    pub fn choice(&mut self, option: &'w Choice, place: &str, with_picture: bool) -> Value {
        let place = format!("{place}.options ({})", option.code);
        let mut choice = Object::new();
        choice.insert("value".into(), json!(option.code));
        choice.insert("text".into(), self.texts(&option.label, &place));
        self.shown_if(option.show_if.as_ref(), &place, &mut choice);
        if option.other_text {
            choice.insert("showCommentArea".into(), json!(true));
        }
        match (&option.image, with_picture) {
            (Some(image), true) => drop(choice.insert("imageLink".into(), json!(image))),
            (Some(_), false) => self.report.dropped(&place, "a picture where not all options have one"),
            (None, _) => {}
        }
        if option.exclusive {
            self.report.dropped(&place, "only \"none of these\" rules out others");
        }
        if option.anchor.is_some() {
            self.report.dropped(&place, "an option does not keep its place");
        }
        self.settings += usize::from(option.score.is_some());
        Value::Object(choice)
    }

    fn way_out(&mut self, question: &'w Question, place: &str, element: &mut Object) {
        let document = self.document;
        let way_out = match &question.dont_know {
            Some(WayOut::Own(own)) => own,
            Some(WayOut::Offered(true)) => match &document.dont_know {
                Some(shared) => shared,
                None => return,
            },
            _ => return,
        };
        let keys = match way_out.code.as_str() {
            "refused" => ("showRefuseItem", "refuseText"),
            other => {
                if other != "dontknow" {
                    self.report.replaced(
                        format!("{place}.dont_know"),
                        format!("the code {other}"),
                        "their code dontknow",
                    );
                }
                ("showDontKnowItem", "dontKnowText")
            }
        };
        element.insert(keys.0.into(), json!(true));
        element.insert(keys.1.into(), self.texts(&way_out.label, place));
    }

    fn source(&mut self, question: &'w Question, place: &str, element: &mut Object) {
        let Some(from) = &question.options_from else { return };
        if from.rows {
            let rows = self.kinds.find(&from.question).map(|source| source.rows.as_slice()).unwrap_or_default();
            let mut choices = vec![];
            for row in rows {
                choices.push(json!({ "value": row.id, "text": self.texts(&row.label, place) }));
            }
            element.insert("choices".into(), Value::Array(choices));
            self.report.replaced(format!("{place}.options_from"), "the rows of another question", "options of its own");
            return;
        }
        element.insert("choicesFromQuestion".into(), json!(from.question));
        if from.selected_only {
            element.insert("choicesFromQuestionMode".into(), json!("selected"));
        }
    }

    fn limits(&mut self, question: &Question, place: &str, element: &mut Object) {
        if question.randomise {
            element.insert("choicesOrder".into(), json!("random"));
        }
        if question.rotate {
            self.report.dropped(format!("{place}.rotate"), "options are drawn or not; they do not begin anywhere");
        }
        for (key, count) in [
            ("minSelectedChoices", question.min_choices),
            ("maxSelectedChoices", question.max_choices.or(question.max_ranks)),
        ] {
            element.extend(count.map(|count| (key.to_owned(), json!(count))));
        }
        if question.max_ranks.is_some() {
            element.insert("selectToRankEnabled".into(), json!(true));
        }
    }
}
