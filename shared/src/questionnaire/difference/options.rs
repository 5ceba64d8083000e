//! Options, rows and ways out.

use super::question::source;
use super::{Found, Place, What};
use crate::questionnaire::model::{Choice, Code, Row};

/// Finds how options differ. Those that are `bound` to each other, on a scale or in a ranking, are a whole: one more changes what
/// all of them mean.
pub fn options(found: &mut Found, question: &Code, (old, new): (&[Choice], &[Choice]), bound: bool) {
    let place = |choice: &Choice| Place::Part(question.clone(), choice.code.clone());
    let known = |choice: &Choice| old.iter().find(|before| before.code == choice.code);
    for (at, choice) in new.iter().enumerate() {
        let Some(before) = known(choice) else {
            let is_last = new[at..].iter().all(|behind| known(behind).is_none() || stays_last(behind));
            let what = if is_last && !bound { What::OptionAdded } else { What::OptionInserted };
            found.add(place(choice), what);
            continue;
        };
        one(found, &place(choice), before, choice);
    }
    for gone in old.iter().filter(|before| !new.iter().any(|choice| choice.code == before.code)) {
        found.add(place(gone), What::OptionRemoved);
    }
    let order = |all: &[Choice], others: &[Choice]| -> Vec<Code> {
        let both = all.iter().filter(|one| others.iter().any(|other| other.code == one.code));
        both.map(|choice| choice.code.clone()).collect()
    };
    let what = if bound { What::Scale } else { What::Look };
    found.when(Place::Question(question.clone()), order(old, new) != order(new, old), what);
}

/// What stands at the end whatever is offered before it: "other", "none of these".
const fn stays_last(choice: &Choice) -> bool {
    choice.anchored_last || choice.other_text || choice.exclusive
}

fn one(found: &mut Found, place: &Place, old: &Choice, new: &Choice) {
    found.when(place.clone(), old.label != new.label, What::Wording);
    found.when(place.clone(), old.score != new.score, What::OptionScore);
    found.when(place.clone(), old.exclusive != new.exclusive, What::OptionExclusive);
    found.when(place.clone(), source(old.show_if.as_ref()) != source(new.show_if.as_ref()), What::Condition);
    let look = |one: &Choice| (one.other_text, one.anchored_last, one.image.clone());
    found.when(place.clone(), look(old) != look(new), What::Look);
}

/// Finds how a way out differs.
pub fn way_out(found: &mut Found, place: Place, old: Option<&Choice>, new: Option<&Choice>) {
    match (old, new) {
        (None, None) => {}
        (Some(old), Some(new)) if old.code == new.code => found.when(place, old.label != new.label, What::Wording),
        _ => found.add(place, What::WayOut),
    }
}

/// Finds how rows differ.
pub fn rows(found: &mut Found, question: &Code, old: &[Row], new: &[Row]) {
    let place = |row: &Row| Place::Part(question.clone(), row.code.clone());
    for row in new {
        let Some(before) = old.iter().find(|before| before.code == row.code) else {
            found.add(place(row), What::RowAdded);
            continue;
        };
        found.when(place(row), before.label != row.label, What::Wording);
        found.when(place(row), before.indicator != row.indicator, What::Indicator);
        found.when(place(row), source(before.show_if.as_ref()) != source(row.show_if.as_ref()), What::Condition);
        way_out(found, place(row), before.dont_know.as_ref(), row.dont_know.as_ref());
    }
    for gone in old.iter().filter(|before| !new.iter().any(|row| row.code == before.code)) {
        found.add(place(gone), What::RowRemoved);
    }
    let order = |all: &[Row], others: &[Row]| -> Vec<Code> {
        let both = all.iter().filter(|one| others.iter().any(|other| other.code == one.code));
        both.map(|row| row.code.clone()).collect()
    };
    found.when(Place::Question(question.clone()), order(old, new) != order(new, old), What::Look);
}
