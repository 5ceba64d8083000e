//! Functions that give true or false.

use super::super::super::scope::Type;
use super::super::choice::{has_one_of, is_one_of};
use super::super::{Failure, Place, Typed, cannot};
use crate::questionnaire::convert::formula::fold::{binary, method, not};
use crate::questionnaire::convert::formula::{Formula, Operator};

impl Place<'_> {
    pub(super) fn truths(&self, name: &str, arguments: &[Formula]) -> Option<Result<Typed, Failure>> {
        let found = match (name, arguments) {
            ("true", []) => Ok(Formula::Bool(true)),
            ("false", []) => Ok(Formula::Bool(false)),
            ("not", [side]) => self.truth(side).map(not),
            ("boolean", [side]) => self.truth(side),
            ("boolean-from-string", [side]) => self.text(side).map(|text| {
                binary(
                    Formula::List(vec![Formula::Text("true".into()), Formula::Text("1".into())]),
                    Operator::Contains,
                    text,
                )
            }),
            ("selected", [list, choice]) => self.selected(list, choice),
            ("regex", [text, pattern]) => self.regex(text, pattern),
            ("contains", [text, part]) => self.method(text, "contains", part),
            ("starts-with", [text, part]) => self.method(text, "startsWith", part),
            ("ends-with", [text, part]) => self.method(text, "endsWith", part),
            _ => return None,
        };
        Some(found.map(Typed::bool))
    }

    /// `selected(several, choice)`. Several texts in one, parted by spaces, count as several choices.
    fn selected(&self, list: &Formula, choice: &Formula) -> Result<Formula, Failure> {
        let (list, choice) = (self.value(list)?, self.value(choice)?);
        let name = match &choice.formula {
            Formula::Text(text) => Some(text.trim().to_owned()),
            Formula::Number(number) => Some(number.to_string()),
            _ => None,
        };
        match (&list.ty, &list.formula, name, &choice.ty) {
            (Type::Choice(codes), question, Some(name), _) => {
                Ok(is_one_of(question, &codes.of(&name).collect::<Vec<_>>()))
            }
            (Type::Choices(codes), question, Some(name), _) => {
                Ok(has_one_of(question, &codes.of(&name).collect::<Vec<_>>()))
            }
            (Type::Text, Formula::Text(texts), Some(name), _) => {
                Ok(Formula::Bool(texts.split_whitespace().any(|text| text == name)))
            }
            (Type::Text, Formula::Text(texts), None, Type::Choice(codes)) => {
                let codes: Vec<_> = texts.split_whitespace().flat_map(|text| codes.of(text)).collect();
                Ok(is_one_of(&choice.formula, &codes))
            }
            (Type::Choices(_), question, None, Type::Choice(_)) => {
                Ok(binary(question.clone(), Operator::Contains, choice.formula.clone()))
            }
            _ => cannot("it asks for a choice of something that has no choices, or for one that is computed"),
        }
    }

    /// Their patterns describe the whole text, ours any part of it.
    fn regex(&self, text: &Formula, pattern: &Formula) -> Result<Formula, Failure> {
        let Formula::Text(pattern) = self.value(pattern)?.formula else {
            return cannot("its pattern is computed");
        };
        let back = pattern.as_bytes().windows(2).any(|pair| pair[0] == b'\\' && (b'1'..=b'9').contains(&pair[1]));
        if back || ["(?=", "(?!", "(?<"].iter().any(|sign| pattern.contains(sign)) {
            return cannot("its pattern looks around or back, which ours cannot");
        }
        let inner = pattern.strip_prefix('^').unwrap_or(&pattern);
        let inner = inner.strip_suffix('$').filter(|inner| !inner.ends_with('\\')).unwrap_or(inner);
        Ok(method(self.text(text)?, "matches", Formula::Text(format!("^(?:{inner})$"))))
    }

    fn method(&self, text: &Formula, name: &str, part: &Formula) -> Result<Formula, Failure> {
        match (self.text(text)?, self.text(part)?) {
            (Formula::Text(text), Formula::Text(part)) => Ok(Formula::Bool(match name {
                "contains" => text.contains(&part),
                "startsWith" => text.starts_with(&part),
                _ => text.ends_with(&part),
            })),
            (text, part) => Ok(method(text, name, part)),
        }
    }
}
