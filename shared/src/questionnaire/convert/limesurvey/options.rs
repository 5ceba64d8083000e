//! Options and rows.

use std::rc::Rc;

use super::super::codes::Codes;
use super::super::lists::{NotOurs, is_too_long, rows_that_fit};
use super::condition::Filter;
use super::making::Making;
use super::names::{Pair, Shape};
use super::question::Made;
use super::survey::{Part, Question};
use super::value::{Opt, Options};
use crate::questionnaire::format::{Anchor, Choice, Row, Texts};
use crate::questionnaire::problem::quoted;

impl<'r> Making<'r, '_> {
    /// Options, and what expressions need to know of them.
    pub fn choices(&mut self, place: &str, parts: &'r [Part<'r>], filters: &[Filter<'r>]) -> (Vec<Choice>, Vec<Opt>) {
        let (mut choices, mut known, mut codes) = (Vec::new(), Vec::new(), Codes::default());
        for part in parts {
            let place = format!("{place}, option {}", part.code);
            let code = self.code(&place, part.code, &mut codes);
            let label = self.texts_or(&place, &part.label, part.code);
            let show_if = self.part_if(&place, part, filters);
            known.push(Opt { theirs: part.code.to_owned(), ours: code.clone(), label: label.clone() });
            choices.push(Choice { code, show_if, label, ..Choice::default() });
        }
        (choices, known)
    }

    /// Rows, and what expressions need to know of them.
    pub fn rows(&mut self, place: &str, parts: &'r [Part<'r>], filters: &[Filter<'r>]) -> (Vec<Row>, Vec<Pair>) {
        let (mut rows, mut known, mut codes) = (Vec::new(), Vec::new(), Codes::default());
        for part in &parts[..rows_that_fit(self.report, place, parts.len())] {
            let place = format!("{place}, subquestion {}", part.code);
            let id = self.code(&place, part.code, &mut codes);
            let label = self.texts_or(&place, &part.label, part.code);
            let label = self.two_sided(&place, label);
            let show_if = self.part_if(&place, part, filters);
            known.push((part.code.to_owned(), id.clone()));
            rows.push(Row { id, show_if, label, ..Row::default() });
        }
        (rows, known)
    }

    /// What stands instead of a question whose list is longer than ours can be; `None`: it is not.
    pub(super) fn too_long(&mut self, theirs: &'r Question<'r>, place: &str) -> Option<Made> {
        let is_ticked = theirs.kind == ':' && theirs.settings.is_on("multiflexible_checkbox");
        let lists = match theirs.kind {
            'L' | 'O' | '!' | '1' | 'F' | 'H' => &theirs.answers[..],
            'R' if !theirs.answers[0].is_empty() => &theirs.answers[..1],
            'M' | 'P' | 'R' => &theirs.parts[..1],
            ':' if is_ticked => &theirs.parts[1..],
            _ => return None,
        };
        let longest = lists.iter().map(Vec::len).max().unwrap_or(0) + usize::from(theirs.other);
        if !is_too_long(longest) {
            return None;
        }
        let one = matches!(theirs.kind, 'L' | '!' | 'F' | 'H' | '1');
        let question_type = NotOurs::TooLong(longest).tell(self.report, place, !one);
        if matches!(theirs.kind, 'F' | 'H' | '1' | ':') {
            return self.short_texts(theirs, place);
        }
        Some(Made::new(question_type, Shape::Nothing))
    }

    /// The name of an option or a row.
    pub fn code(&mut self, place: &str, theirs: &str, codes: &mut Codes) -> String {
        let code = codes.make(theirs, "option");
        if code != theirs {
            self.report.replaced(
                place,
                format!("{} is no code here, or stands there twice", quoted(theirs)),
                format!("the code {code}"),
            );
        }
        code
    }

    /// Labels with a bar say what both ends mean.
    fn two_sided(&mut self, place: &str, label: Texts) -> Texts {
        if !label.values().any(|text| text.contains('|')) {
            return label;
        }
        self.report.replaced(
            place,
            "its label has a bar between what stands left and right",
            "both, with a dash between them",
        );
        let parted = |text: String| {
            text.split('|').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
        };
        let label = label.into_iter().map(|(tag, text)| (tag, parted(text)));
        label.map(|(tag, text)| (tag, if text.is_empty() { "–".into() } else { text })).collect()
    }

    /// Adds the option "other" at its place.
    pub fn other(
        &mut self,
        theirs: &Question<'r>,
        code: &str,
        choices: &mut Vec<Choice>,
        known: &mut Vec<Opt>,
    ) -> Option<String> {
        let position = theirs.settings.get("other_position");
        let behind = theirs.settings.get("other_position_code");
        let words = theirs.settings.words("other_replace_text").cloned();
        if !theirs.other {
            return None;
        }
        let place = format!("question {}, option {code}", theirs.code);
        let label = words.and_then(|words| self.texts(&place, &words));
        let label = label.unwrap_or_else(|| self.built_in("convert-other"));
        let mut taken = Codes::default();
        for choice in choices.iter() {
            taken.make(&choice.code, "option");
        }
        let ours = taken.make(if code == "other" { "other" } else { "-oth-" }, "other");
        let at = match position {
            "beginning" => 0,
            "specific" => known.iter().position(|option| option.theirs == behind).map_or(known.len(), |at| at + 1),
            _ => known.len(),
        };
        let anchor = (at == known.len()).then_some(Anchor::Last);
        known.insert(at, Opt { theirs: code.to_owned(), ours: ours.clone(), label: label.clone() });
        choices.insert(at, Choice { code: ours.clone(), other_text: true, anchor, label, ..Choice::default() });
        Some(ours)
    }

    /// Whether options come in an order drawn; other orders are made here.
    pub fn order(&mut self, theirs: &Question<'r>, place: &str, choices: &mut [Choice]) -> bool {
        let order = theirs.settings.first(&["answer_order", "subquestion_order"]);
        let alphabetical = order == "alphabetical" || theirs.settings.is_on("alphasort");
        if alphabetical {
            let default = self.tongues[0].ours.as_str();
            choices
                .sort_by_key(|choice| (choice.other_text, choice.label.get(default).map(|label| label.to_lowercase())));
            if self.tongues.len() > 1 {
                self.report.replaced(
                    place,
                    "options are sorted anew in each language",
                    format!("the order in {default}"),
                );
            }
        }
        let random = theirs.settings.is_on("random_order");
        !alphabetical && (order == "random" || random)
    }

    /// Options that are the same in each question of a type: code and label.
    pub fn fixed(options: &[(&str, Texts)]) -> (Vec<Choice>, Options) {
        let choice =
            |(code, label): &(&str, Texts)| Choice { code: (*code).into(), label: label.clone(), ..Choice::default() };
        let known =
            |(code, label): &(&str, Texts)| Opt { theirs: (*code).into(), ours: (*code).into(), label: label.clone() };
        (options.iter().map(choice).collect(), Rc::new(options.iter().map(known).collect()))
    }
}
