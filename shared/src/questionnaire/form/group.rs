//! Fields of repeating groups: `sites.1.name=…&sites.1.employees=25&sites.2.name=…`.

use super::Page;
use super::fields::{Fields, Outcome};
use super::reading::read;
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::Question;

/// Items one post may name; more were made up.
const MOST_ITEMS: usize = 200;

/// The items in the order of their numbers; those with nothing in them are passed over.
pub fn group(page: Page<'_>, questions: &[Question], fields: &Fields<'_>, known: Option<&Answer>) -> Outcome {
    let known: &[Answers] = if let Some(Answer::Group(items)) = known { items } else { &[] };
    let mut numbers: Vec<usize> = fields.parts().into_iter().filter_map(number).collect();
    numbers.sort_unstable();
    let (mut items, mut faults) = (Vec::new(), Vec::new());
    for number in numbers {
        let fields = fields.under(&number.to_string());
        let (item, wrong) = item(page, questions, &fields, known.get(number - 1));
        faults.extend(wrong.into_iter().map(|(part, fault)| (part.map(|part| format!("{number}.{part}")), fault)));
        if !item.0.is_empty() {
            items.push(item);
        }
    }
    match (faults.is_empty(), items.is_empty()) {
        (false, _) => Outcome::Faults(faults),
        (true, true) => Outcome::Blank,
        (true, false) => Outcome::Answer(Answer::Group(items)),
    }
}

type Faults = Vec<(Option<String>, crate::questionnaire::fault::Fault)>;

fn item(page: Page<'_>, questions: &[Question], fields: &Fields<'_>, known: Option<&Answers>) -> (Answers, Faults) {
    let (mut item, mut faults) = (Answers::default(), Vec::new());
    for question in questions {
        let code = question.code.as_str();
        let known = known.and_then(|known| known.get(code));
        match read(page, question, &fields.under(code), known, page.known).under(code) {
            Outcome::Blank => {}
            Outcome::Answer(answer) => drop(item.0.insert(question.code.clone(), answer)),
            Outcome::Faults(wrong) => faults.extend(wrong),
        }
    }
    (item, faults)
}

/// Whether the group has a field with this part.
pub fn has(questions: &[Question], part: &str, inner: impl Fn(&Question, Option<&str>) -> bool) -> bool {
    let Some((_, rest)) = part.split_once('.').filter(|(item, _)| number(item).is_some()) else { return false };
    let (code, rest) = rest.split_once('.').map_or((rest, None), |(code, rest)| (code, Some(rest)));
    questions.iter().any(|question| question.code.as_str() == code && inner(question, rest))
}

/// The number of an item, counted from 1.
fn number(part: &str) -> Option<usize> {
    part.parse().ok().filter(|number| (1..=MOST_ITEMS).contains(number) && !part.starts_with(['0', '+']))
}
