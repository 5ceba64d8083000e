//! Options to choose from: radios, boxes, lists, numbers side by side, ranks.

use rundfrage_shared::language::LocalText;
use rundfrage_shared::questionnaire::model::{Choice, Question, RatingLook};
use rundfrage_shared::questionnaire::order::shown;
use rundfrage_shared::questionnaire::route::offered;

use super::Kind;
use super::make::{Maker, Reveals};

/// One radio or box.
#[derive(Clone, Debug, Default)]
pub struct OptionView {
    /// Its id.
    pub id: String,
    /// What it sends.
    pub value: String,
    /// What it says.
    pub label: String,
    /// What it says besides to who cannot see where it stands.
    pub meaning: String,
    /// The address of its picture.
    pub image: String,
    /// Whether it is chosen.
    pub checked: bool,
    /// The numbers of the questions it reveals, as classes.
    pub reveals: String,
    /// The text of one's own that goes with it.
    pub other: Option<OtherView>,
}

/// "Other, namely".
#[derive(Clone, Debug)]
pub struct OtherView {
    /// The name of its field.
    pub name: String,
    /// What was typed.
    pub value: String,
}

/// A list of options.
#[derive(Debug)]
pub struct ListView {
    /// Its options in order, the way out at the end.
    pub options: Vec<OptionView>,
    /// Texts of one's own, each for the option with this label.
    pub others: Vec<(String, OtherView)>,
}

impl ListView {
    /// Whether one would rather search it than read it.
    pub const fn is_long(&self) -> bool {
        self.options.len() > LONG
    }
}

/// Numbers side by side.
#[derive(Debug)]
pub struct GradesView {
    /// The numbers.
    pub options: Vec<OptionView>,
    /// How many stand in a line on a phone and on a wide screen.
    pub in_line: (usize, usize),
    /// What the ends mean.
    pub ends: (String, String),
    /// Whether they look like stars.
    pub are_stars: bool,
}

/// One rank.
#[derive(Debug)]
pub struct RankView {
    /// The name of its field.
    pub name: String,
    /// "First place".
    pub label: String,
    /// What can take it: value, label, whether it does.
    pub options: Vec<(String, String, bool)>,
}

/// A list of more options can be searched.
const LONG: usize = 12;
/// Numbers in one line of a wide screen.
const WIDE: usize = 11;

impl<'a> Maker<'a> {
    /// The options on offer, in the order this respondent sees them.
    fn offers(&self, question: &'a Question) -> Vec<&'a Choice> {
        let on_offer = |choice: &&Choice| self.circumstances.allow(choice.show_if.as_ref(), self.counted, self.item);
        shown(question, self.respondent).into_iter().filter(on_offer).collect()
    }

    pub(super) fn options(&self, question: &'a Question, name: &str, reveals: Reveals<'_>) -> Vec<OptionView> {
        let offers = self.offers(question).into_iter().enumerate();
        offers.map(|(place, choice)| self.option(name, choice, place == 0, &reveals(&choice.code))).collect()
    }

    /// The first of a group has the group's name as its id, so that the error summary leads there.
    pub(super) fn option(&self, name: &str, choice: &Choice, is_first: bool, reveals: &str) -> OptionView {
        let other = choice.other_text.then(|| format!("{name}.{}", choice.code));
        OptionView {
            id: if is_first { name.to_owned() } else { format!("{name}:{}", choice.code) },
            value: choice.code.to_string(),
            label: self.voice.say(&choice.label),
            meaning: String::new(),
            image: choice.image.clone().unwrap_or_default(),
            checked: self.filled.has(name, choice.code.as_str()),
            reveals: reveals.to_owned(),
            other: other.map(|name| OtherView { value: self.filled.typed(&name), name }),
        }
    }

    pub(super) fn list(&self, question: &'a Question, name: &str, reveals: Reveals<'_>) -> ListView {
        let mut options = self.options(question, name, reveals);
        options.extend(question.dont_know.as_ref().map(|choice| self.option(name, choice, false, "")));
        let other = |option: &OptionView| option.other.clone().map(|other| (option.label.clone(), other));
        ListView { others: options.iter().filter_map(other).collect(), options }
    }

    pub(super) fn several(&self, question: &'a Question, name: &str, reveals: Reveals<'_>) -> Kind {
        let offers = self.offers(question);
        let is_exclusive =
            |view: &OptionView| offers.iter().any(|choice| choice.exclusive && choice.code.as_str() == view.value);
        let (exclusive, plain) = self.options(question, name, reveals).into_iter().partition(is_exclusive);
        Kind::Multi(plain, exclusive)
    }

    pub(super) fn nps(&self, name: &str) -> Kind {
        let ends = (self.voice.text("respond-nps-low"), self.voice.text("respond-nps-high"));
        Kind::Grades(self.grades(name, (0, 10), ends, false))
    }

    pub(super) fn rating(
        &self,
        name: &str,
        (from, to): (i64, i64),
        (low, high): (Option<&LocalText>, Option<&LocalText>),
        look: RatingLook,
    ) -> Kind {
        let end = |number: i64, text: Option<&LocalText>| {
            text.map_or(String::new(), |text| format!("{number} = {}", self.voice.say(text)))
        };
        Kind::Grades(self.grades(name, (from, to), (end(from, low), end(to, high)), look == RatingLook::Stars))
    }

    fn grades(&self, name: &str, (from, to): (i64, i64), ends: (String, String), are_stars: bool) -> GradesView {
        let options: Vec<_> =
            (from..=to).map(|number| self.grade(name, number, (from, to), &ends, are_stars)).collect();
        let count = options.len();
        let in_line = (in_line(count, 7), in_line(count, WIDE));
        GradesView { options, in_line, ends, are_stars }
    }

    fn grade(
        &self,
        name: &str,
        number: i64,
        (from, to): (i64, i64),
        (low, high): &(String, String),
        are_stars: bool,
    ) -> OptionView {
        let value = number.to_string();
        let end = if number == from { low } else { high };
        let end = end.split_once(" = ").map_or("", |(_, meaning)| meaning);
        let meaning = match (are_stars, number == from || number == to, end.is_empty()) {
            (true, ..) => {
                let values = [("number", number.into()), ("all", to.into())];
                self.voice.words.with("respond-stars", &values).into_owned()
            }
            (false, true, false) => format!("({end})"),
            _ => String::new(),
        };
        OptionView {
            id: if number == from { name.to_owned() } else { format!("{name}:{number}") },
            label: value.clone(),
            meaning,
            checked: self.filled.has(name, &value),
            value,
            ..OptionView::default()
        }
    }

    pub(super) fn ranks(&self, question: &'a Question, name: &str, most: usize) -> Vec<RankView> {
        let offers = offered(self.voice.questionnaire(), question, self.counted, self.circumstances);
        let rank = |place: usize| {
            let name = format!("{name}.{place}");
            let number = i64::try_from(place).unwrap_or(0);
            RankView {
                label: self.voice.words.with_one("respond-rank", "place", number).into_owned(),
                options: offers
                    .iter()
                    .map(|offer| {
                        let chosen = self.filled.has(&name, offer.code.as_str());
                        (offer.code.to_string(), self.voice.say(offer.label), chosen)
                    })
                    .collect(),
                name,
            }
        };
        (1..=most.min(offers.len())).map(rank).collect()
    }

    pub(super) fn consent(&self, name: &str, statement: &LocalText) -> OptionView {
        OptionView {
            id: name.to_owned(),
            value: "yes".into(),
            label: self.voice.say(statement),
            checked: self.filled.has(name, "yes"),
            ..OptionView::default()
        }
    }
}

/// So many stand in each line, if all lines are as long as possible alike and none is longer than `most`.
const fn in_line(count: usize, most: usize) -> usize {
    let lines = count.div_ceil(most);
    if lines == 0 { 1 } else { count.div_ceil(lines) }
}
