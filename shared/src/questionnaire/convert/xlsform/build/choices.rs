//! The options of a question: its list, what its filter leaves of it, and "other".

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::super::super::codes::Codes as Maker;
use super::super::super::formula::Formula;
use super::super::super::lists::{NotOurs, is_too_long};
use super::super::formula::{Failure, Place, or, read, written};
use super::super::heading::Field;
use super::super::kind::{Kind, Select};
use super::super::lists::Entry;
use super::super::scope::Codes;
use super::super::survey::Survey;
use super::super::wording::OTHER;
use super::Builder;
use crate::questionnaire::format::{Choice, Condition, Scale, Texts};

/// A choice of a list as every question offers it.
pub struct Base<'w> {
    code: String,
    name: &'w str,
    label: Texts,
    /// Its rows: several where a filter offers it for several reasons.
    entries: Vec<Entry<'w>>,
}

/// Why a line offers no options.
pub enum NoOffer {
    /// They cannot be ours.
    List(NotOurs),
    /// Something else.
    Because(String),
}

impl From<&str> for NoOffer {
    fn from(reason: &str) -> Self {
        Self::Because(reason.to_owned())
    }
}

/// The options of a question.
#[derive(Default)]
pub struct Offered {
    /// The options in order.
    pub options: Vec<Choice>,
    /// What expressions know of them.
    pub codes: Rc<Codes>,
    /// The same for every question of the list.
    pub is_plain: bool,
}

impl<'w> Builder<'w, '_> {
    /// The choices of a list; an unknown list is a fault.
    fn list(&mut self, line: usize, name: &str) -> Option<Rc<Vec<Base<'w>>>> {
        if let Some(found) = self.bases.get(name) {
            return Some(Rc::clone(found));
        }
        let lists = self.lists;
        let Some(entries) = lists.get(name) else {
            let known = lists.names.iter().take(20).copied().collect::<Vec<_>>().join(", ");
            let reason = if name.is_empty() {
                "the type names no list; write for example select_one yes_no".to_owned()
            } else if known.is_empty() {
                format!("there is no list {name}; write it into a sheet named choices")
            } else {
                format!("there is no list {name} in the choices; known are: {known}")
            };
            let place = self.place(line, &Field::Type);
            self.faults.add(place, reason);
            return None;
        };
        let base = Rc::new(self.base(entries));
        self.bases.insert(name.to_owned(), Rc::clone(&base));
        Some(base)
    }

    fn base(&mut self, entries: &[Entry<'w>]) -> Vec<Base<'w>> {
        let (mut base, mut maker): (Vec<Base<'w>>, _) = (Vec::new(), Maker::default());
        let mut known = HashMap::<&str, usize>::new();
        for entry in entries {
            let label = self.plain_texts(entry.table, entry.row, &Field::Label).unwrap_or_else(|| {
                self.told.unlabelled += 1;
                self.everywhere(entry.name)
            });
            if let Some(same) =
                known.get(entry.name).and_then(|at| base.get_mut(*at)).filter(|same| same.label == label)
            {
                same.entries.push(*entry);
                continue;
            }
            let code = maker.make(entry.name, "option");
            if code != entry.name {
                self.told.renamed.insert(entry.name.chars().take(60).collect(), code.clone());
            }
            known.insert(entry.name, base.len());
            base.push(Base { code, name: entry.name, label, entries: vec![*entry] });
        }
        base
    }

    /// The options a line offers; `Err`: why it offers none.
    pub(super) fn offered(&mut self, line: usize, select: &Select) -> Result<Offered, NoOffer> {
        if select.list.starts_with("${") {
            return Err(NoOffer::List(NotOurs::Elsewhere("in the answers to another question")));
        }
        // What does not become options does not count as made.
        let made = self.made;
        let base = self.list(line, &select.list).ok_or("its list is missing")?;
        let filter = self.filter(line, &base);
        let is_offered = |at: &usize| filter.as_ref().is_none_or(|filter| filter[*at].is_some());
        let count = (0..base.len()).filter(is_offered).count() + usize::from(select.or_other);
        if is_too_long(count) {
            self.made = made;
            return Err(NoOffer::List(NotOurs::TooLong(count)));
        }
        let mut offered = Offered { is_plain: filter.is_none() && !select.or_other, ..Offered::default() };
        let mut codes = Vec::new();
        for (at, choice) in base.iter().enumerate() {
            let show_if = filter.as_ref().map_or(&Some(None), |filter| &filter[at]);
            let Some(show_if) = show_if else {
                self.told.never += 1;
                continue;
            };
            codes.push((choice.name.to_owned(), choice.code.clone()));
            let label = self.label_of(choice, line, &mut offered);
            let length = label.values().map(String::len).sum::<usize>() + show_if.as_ref().map_or(0, String::len);
            let show_if = show_if.clone().map(Condition::Expression);
            offered.options.push(Choice { code: choice.code.clone(), label, show_if, ..Choice::default() });
            if self.is_full(length) {
                return Err(super::TOO_LARGE.into());
            }
        }
        if select.or_other {
            self.add_other(&mut offered.options, &mut codes);
        }
        offered.codes = Rc::new(Codes(codes));
        if offered.options.is_empty() { Err("its filter offers no choice at all".into()) } else { Ok(offered) }
    }

    fn label_of(&mut self, choice: &Base<'w>, line: usize, offered: &mut Offered) -> Texts {
        if !choice.label.values().any(|text| text.contains("${")) {
            return choice.label.clone();
        }
        offered.is_plain = false;
        let Entry { table, row, .. } = choice.entries[0];
        self.piped(choice.label.clone(), line, &table.place(row, &Field::Label))
    }

    /// For each choice of a list when it is offered: `Some(None)` always, `None` never. Nothing at all without a filter.
    #[expect(clippy::option_option, reason = "never, always, or under a condition")]
    fn filter(&mut self, line: usize, base: &[Base<'w>]) -> Option<Vec<Option<Option<String>>>> {
        let text = self.get(line, &Field::ChoiceFilter).to_owned();
        if text.is_empty() {
            return None;
        }
        self.filtered += base.len();
        if self.filtered > super::MOST_FILTERED {
            let place = self.place(line, &Field::ChoiceFilter);
            self.report.dropped(place, "there are too many filtered choices in this form, so all choices are offered");
            return None;
        }
        let found =
            read(&text).and_then(|filter| base.iter().map(|choice| self.shown(line, choice, &filter)).collect());
        found
            .map_err(|failure| {
                self.failed(
                    line,
                    &Field::ChoiceFilter,
                    failure,
                    "the filter has no equivalent, so all choices are offered",
                );
            })
            .ok()
    }

    #[expect(clippy::option_option, reason = "never, always, or under a condition")]
    fn shown(&self, line: usize, choice: &Base<'_>, filter: &Formula) -> Result<Option<Option<String>>, Failure> {
        let mut shown = Formula::Bool(false);
        for entry in &choice.entries {
            let columns = |name: &str| {
                self.looked_at.borrow_mut().insert(name.to_owned());
                entry.cell(name).map(str::to_owned)
            };
            let place = Place {
                scope: &self.scope,
                survey: self.survey,
                line,
                this: None,
                columns: Some(&columns),
                changes: RefCell::default(),
            };
            shown = or(shown, place.condition(filter)?);
        }
        Ok(match shown {
            Formula::Bool(true) => Some(None),
            Formula::Bool(false) => None,
            formula => Some(Some(written(&formula)?)),
        })
    }

    fn add_other(&mut self, options: &mut Vec<Choice>, codes: &mut Vec<(String, String)>) {
        if let Some(other) = options.iter_mut().find(|option| option.code == "other") {
            other.other_text = true;
            return;
        }
        codes.push(("other".into(), "other".into()));
        let label = self.word(OTHER);
        options.push(Choice { code: "other".into(), other_text: true, label, ..Choice::default() });
    }

    /// The scale that holds these options, if several questions share them: questions with one choice can refer to it.
    pub(super) fn shared(&mut self, list: &str, offered: &Offered) -> Option<String> {
        if !offered.is_plain || self.plain_uses.get(list).copied().unwrap_or(0) < 2 {
            return None;
        }
        if let Some(name) = self.shared_lists.get(list) {
            return Some(name.clone());
        }
        let name = self.scale_codes.make(list, "scale");
        self.shared_lists.insert(list.to_owned(), name.clone());
        self.scales.insert(name.clone(), Scale { scale_type: None, options: offered.options.clone() });
        Some(name)
    }
}

/// How many questions with one choice offer the whole of each list and nothing else.
pub(super) fn plain_uses(survey: &Survey<'_>) -> HashMap<String, usize> {
    let mut uses = HashMap::new();
    for line in survey.lines.iter().filter(|line| !line.is_disabled) {
        if let Some(Kind::One(Select { list, or_other: false })) = &line.kind
            && survey.table.get(line.row, &Field::ChoiceFilter).is_empty()
        {
            *uses.entry(list.clone()).or_default() += 1;
        }
    }
    uses
}
