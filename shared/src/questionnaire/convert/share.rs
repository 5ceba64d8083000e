//! Lists that several questions have written out, once in the questionnaire: what would be too large may fit then.

use std::collections::{BTreeMap, HashMap};

use super::codes::Codes;
use crate::questionnaire::format::{Choice, Document, Question, QuestionType, Scale};

/// Makes a scale of each plain list that several questions with one choice have.
pub fn share(document: &mut Document) {
    let mut uses: HashMap<String, usize> = HashMap::new();
    each(document, |question| {
        *uses.entry(key(question)?).or_default() += 1;
        Some(())
    });
    let (mut names, mut codes) = (HashMap::new(), Codes::default());
    for name in document.scales.keys() {
        codes.make(name, name);
    }
    let mut scales = BTreeMap::new();
    each(document, |question| {
        let key = key(question).filter(|key| uses[key] > 1)?;
        let name = names.entry(key).or_insert_with(|| codes.make(&format!("list_{}", question.id), "list"));
        let options = question.options.take()?;
        scales.entry(name.clone()).or_insert(Scale { scale_type: None, options });
        question.scale = Some(name.clone());
        Some(())
    });
    document.scales.append(&mut scales);
}

/// Shows every question, also those of groups.
fn each(document: &mut Document, mut see: impl FnMut(&mut Question) -> Option<()>) {
    for question in document.sections.iter_mut().flat_map(|section| &mut section.questions) {
        for one in &mut question.questions {
            let _ = see(one);
        }
        let _ = see(question);
    }
}

/// What two lists have in common that can be one; `None`: the list belongs to its question alone.
fn key(question: &Question) -> Option<String> {
    let takes_scales = matches!(question.question_type, QuestionType::Single | QuestionType::Dropdown)
        || (question.question_type == QuestionType::Matrix && !question.several);
    let options = question.options.as_ref().filter(|options| takes_scales && options.iter().all(is_plain))?;
    serde_json::to_string(options).ok()
}

/// Whether an option says nothing but its code and words.
fn is_plain(choice: &Choice) -> bool {
    let plain = Choice { code: choice.code.clone(), label: choice.label.clone(), ..Choice::default() };
    plain == *choice && !choice.label.values().any(|text| text.contains("{{"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::format::Section;

    #[test]
    fn lists_that_are_the_same_become_one() {
        let list = |count: usize| {
            let option = |at: usize| Choice { code: format!("o{at}"), ..Choice::default() };
            Some((0..count).map(option).collect::<Vec<_>>())
        };
        let question = |id: &str, count| Question { id: id.into(), options: list(count), ..Question::default() };
        let questions = vec![question("a", 3), question("b", 2), question("c", 3)];
        let mut document =
            Document { sections: vec![Section { questions, ..Section::default() }], ..Document::default() };
        share(&mut document);
        let scales: Vec<_> = document.sections[0].questions.iter().map(|question| question.scale.as_deref()).collect();
        assert_eq!(scales, [Some("list_a"), None, Some("list_a")]);
        assert_eq!((document.scales.len(), document.scales["list_a"].options.len()), (1, 3));
    }
}
