//! What answers must keep to: validators, expressions for the least and greatest value, answers that are needed sometimes.

use regex::RegexBuilder;
use serde_json::Value;

use super::Reading;
use super::fields::Fields;
use super::known::Kind;
use crate::questionnaire::convert::formula::fold::needed;
use crate::questionnaire::convert::formula::{Formula, print, quoted};
use crate::questionnaire::format::{Bound, Check, Question, QuestionType, Texts};
use crate::questionnaire::problem::quoted as shown;

/// Bytes that a compiled pattern may take.
const LARGEST_PATTERN: usize = 256 * 1024;
/// Checks of one question.
const MOST_CHECKS: usize = 20;

impl Reading<'_> {
    /// The validators of a question, and bounds that are expressions.
    pub fn validators(&mut self, fields: &mut Fields<'_>, name: &str, kind: &Kind, question: &mut Question) {
        let (list, place) = (fields.list("validators"), fields.at("validators"));
        for (at, validator) in list.iter().enumerate() {
            let place = format!("{place}[{at}]");
            match Fields::of(validator, &place) {
                Some(_) if question.checks.len() >= MOST_CHECKS => {
                    self.report.dropped(place, format!("a question has at most {MOST_CHECKS} rules"));
                }
                Some(validator) => self.validator(validator, name, kind, question),
                None => self.report.dropped(place, "this is no validator"),
            }
        }
        for (key, words, sign) in
            [("minValueExpression", "minErrorText", ">="), ("maxValueExpression", "maxErrorText", "<=")]
        {
            let Some(source) = fields.string(key) else { continue };
            let rule = format!("{{{name}}} {sign} ({source})");
            let rule = self.rule(&rule, name, kind, &fields.at(key));
            let message = fields.take(words);
            let message = self.texts_or_standard(message, &fields.at(words), "surveyjs-agree");
            question.checks.extend(rule.map(|rule| Check { rule: print(&rule), message, soft: false }));
        }
    }

    fn validator(&mut self, mut fields: Fields<'_>, name: &str, kind: &Kind, question: &mut Question) {
        let their_type = fields.string("type").unwrap_or_default().to_owned();
        let soft = matches!(fields.string("notificationType"), Some("warning" | "info"));
        let text = fields.take("text");
        let message = self.texts(text, &fields.at("text"));
        let before = question.checks.len();
        let rules = match their_type.trim_end_matches("validator") {
            "numeric" => self.numeric(&mut fields, kind, question, message.is_some() || soft),
            "text" => self.length(&mut fields, kind, question, message.is_some() || soft),
            "regex" => self.pattern(&mut fields, kind),
            "email" => self.email(&fields, question),
            "answercount" => self.answer_count(&mut fields, question),
            "expression" => {
                let source = fields.string("expression").unwrap_or("true");
                let rule = self.rule(source, name, kind, &fields.at("expression"));
                rule.filter(|rule| *rule != Formula::Bool(true)).map(|rule| print(&rule)).into_iter().collect()
            }
            other => {
                self.report.dropped(&fields.place, format!("a validator of the type {}", quoted(other)));
                vec![]
            }
        };
        if rules.is_empty() && message.is_some() && question.checks.len() == before && their_type != "expression" {
            self.tally.count(super::settings::Concern::Words, "text of a validator");
        }
        let message = message.unwrap_or_else(|| self.standard("surveyjs-agree", &[]));
        question.checks.extend(rules.into_iter().map(|rule| Check { rule, message: message.clone(), soft }));
        self.finish(fields);
    }

    /// The least and greatest number: as bounds where there is no text of its own.
    fn numeric(
        &mut self,
        fields: &mut Fields<'_>,
        kind: &Kind,
        question: &mut Question,
        has_text: bool,
    ) -> Vec<String> {
        let (min, max) = (fields.number("minValue"), fields.number("maxValue"));
        let this = match kind {
            Kind::Number => "this",
            Kind::Text => "number(this)",
            _ => {
                self.report.dropped(&fields.place, "only numbers and texts have a least or greatest value");
                return vec![];
            }
        };
        let takes_bounds = question.question_type == QuestionType::Numeric && !has_text;
        if takes_bounds && question.min.is_none() && question.max.is_none() {
            (question.min, question.max) = (min.map(Bound::Number), max.map(Bound::Number));
            return vec![];
        }
        // In a line of text it must be a number at all.
        let all = (this != "this" && min.is_none() && max.is_none()).then(|| format!("answered({this})"));
        let min = min.map(|min| format!("{this} >= {min}"));
        all.into_iter().chain(min).chain(max.map(|max| format!("{this} <= {max}"))).collect()
    }

    fn length(&mut self, fields: &mut Fields<'_>, kind: &Kind, question: &mut Question, has_text: bool) -> Vec<String> {
        let (least, most) = (fields.whole("minLength"), fields.whole("maxLength"));
        let digits = fields.choice("allowDigits");
        if !matches!(kind, Kind::Text) {
            self.report.dropped(&fields.place, "only texts have a length");
            return vec![];
        }
        let mut rules: Vec<_> =
            least.filter(|count| *count > 0).map(|count| format!("size(this) >= {count}")).into_iter().collect();
        let is_plain = matches!(question.question_type, QuestionType::ShortText | QuestionType::OpenText);
        match most.filter(|count| *count > 0) {
            Some(most) if is_plain && !has_text && question.max_length.is_none() && most <= 10_000 => {
                question.max_length = Some(most);
            }
            Some(most) => rules.push(format!("size(this) <= {most}")),
            None => {}
        }
        rules.extend((digits == Some(false)).then(|| "!this.matches(\"[0-9]\")".to_owned()));
        rules
    }

    fn pattern(&mut self, fields: &mut Fields<'_>, kind: &Kind) -> Vec<String> {
        let Some(pattern) = fields.string("regex") else { return vec![] };
        let flag = if fields.flags(&["caseInsensitive", "insensitive"]) { "(?i)" } else { "" };
        let pattern = format!("{flag}{pattern}");
        let limits = (LARGEST_PATTERN, pattern.len() <= 1_000 && matches!(kind, Kind::Text));
        let is_good =
            limits.1 && RegexBuilder::new(&pattern).size_limit(limits.0).dfa_size_limit(limits.0).build().is_ok();
        if !is_good {
            let reason =
                format!("the pattern {}: only of texts, without look-around and back-references", shown(&pattern));
            self.report.dropped(&fields.place, reason);
            return vec![];
        }
        vec![format!("this.matches({})", quoted(&pattern))]
    }

    fn email(&mut self, fields: &Fields<'_>, question: &mut Question) -> Vec<String> {
        match question.question_type {
            QuestionType::Email => {}
            QuestionType::ShortText => {
                question.question_type = QuestionType::Email;
                question.max_length = None;
            }
            _ => self.report.dropped(&fields.place, "only a line of text can be an e-mail address"),
        }
        vec![]
    }

    /// Questions that are mandatory under a condition.
    pub fn required_if(&mut self, fields: &mut Fields<'_>, name: &str, kind: &Kind, question: &mut Question) {
        let (source, place) = (fields.string("requiredIf"), fields.at("requiredIf"));
        let words = fields.take("requiredErrorText");
        let Some(source) = source else {
            if words.is_some() {
                self.tally.count(super::settings::Concern::Words, "requiredErrorText");
            }
            return;
        };
        let Some(condition) = self.rule(source, name, kind, &place) else { return };
        let rule = needed(condition, Formula::Ours("this".into()));
        if rule == Formula::Bool(true) {
            return;
        }
        let message = self.message(words, fields, "requiredErrorText");
        question.checks.push(Check { rule: print(&rule), message, soft: false });
    }

    fn message(&mut self, words: Option<&Value>, fields: &Fields<'_>, key: &str) -> Texts {
        self.texts_or_standard(words, &fields.at(key), "surveyjs-needed")
    }

    /// How many options are chosen.
    fn answer_count(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Vec<String> {
        let least = fields.whole("minCount").filter(|count| *count > 0);
        let most = fields.whole("maxCount").filter(|count| *count > 0);
        match question.question_type {
            QuestionType::MultiSelect => {
                // Both hold, so the stricter one does.
                question.min_choices = question.min_choices.max(least);
                question.max_choices = stricter(question.max_choices, most);
                vec![]
            }
            QuestionType::Ranking => {
                question.max_ranks = stricter(question.max_ranks, most);
                least.map(|least| format!("size(this) >= {least}")).into_iter().collect()
            }
            _ => {
                self.report.dropped(&fields.place, "answers are counted where several options can be chosen");
                vec![]
            }
        }
    }
}

/// The smaller of two limits, as far as they are there.
fn stricter(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    one.into_iter().chain(other).min()
}
