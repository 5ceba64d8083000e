//! A respondent who goes through a questionnaire page by page, answering whatever is asked.

use std::collections::BTreeMap;

use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

use crate::browser::Browser;
use crate::form::{Form, Kind};
use crate::page::Page;

/// More pages than any questionnaire has.
const PAGES: usize = 60;

/// What a respondent filled in, by the names of the fields, and the page it ended with.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Field → values, as sent last.
    pub fields: BTreeMap<String, Vec<String>>,
    /// The page "check your answers", or the receipt behind it.
    pub page: Page,
}

/// Opens a personal link, begins, and answers everything up to "check your answers".
///
/// # Panics
/// If a page complains or does not lead on.
pub async fn fill_in(browser: &Browser, link: &str, draws: &mut impl Rng) -> Answered {
    let start = browser.get(link).await.expect(200);
    let mut page = browser.submit(&start.form("main form[method=post]")).await.expect(200);
    let mut fields = BTreeMap::new();
    for _ in 0..PAGES {
        if page.path.ends_with("/check") {
            return Answered { fields, page };
        }
        let form = answers(page.form("form#answers"), draws);
        for name in seen(&form) {
            fields.insert(name.to_owned(), sent(&form, name));
        }
        page = browser.submit(&form.press("continue")).await.expect(200);
    }
    panic!("the questionnaire does not end: {}", page.path);
}

/// The same, and submits.
///
/// # Panics
/// If there is no receipt.
pub async fn answer(browser: &Browser, link: &str, draws: &mut impl Rng) -> Answered {
    let Answered { fields, page } = fill_in(browser, link, draws).await;
    let page = browser.submit(&page.form("form[action$='/submit']")).await.expect(200);
    assert!(page.path.ends_with("/receipt"), "{}", page.path);
    Answered { fields, page }
}

/// The fields a visitor sees.
fn seen(form: &Form) -> Vec<&str> {
    form.names().into_iter().filter(|name| !name.starts_with('.') && form.kind(name) != Some(Kind::Hidden)).collect()
}

fn sent(form: &Form, name: &str) -> Vec<String> {
    let values = form.fields.iter().filter(|(known, value)| known == name && !value.is_empty());
    values.map(|(_, value)| value.clone()).collect()
}

/// The form with an answer to everything that has none yet.
fn answers(mut form: Form, draws: &mut impl Rng) -> Form {
    let names: Vec<String> = seen(&form).into_iter().map(str::to_owned).collect();
    for name in names {
        if !sent(&form, &name).is_empty() {
            continue;
        }
        form = match form.kind(&name) {
            // The way out of a question without options: taken by nobody here, so that its field is filled.
            Some(Kind::Boxes) if form.choices(&name).len() == 1 => form,
            Some(Kind::Radio | Kind::Boxes) => one_of(form, &name, draws),
            Some(Kind::List) => next_rank(form, &name, draws),
            Some(Kind::Number) => form.with(&name, &draws.random_range(20..=60).to_string()),
            Some(Kind::Text) if name.contains('.') => form,
            Some(Kind::Text) => form.with(&name, "Die Genehmigungen dauern zu lange; \"=1+1\" & <b>Ümläute</b>."),
            _ => form,
        };
    }
    form
}

fn one_of(form: Form, name: &str, draws: &mut impl Rng) -> Form {
    let choices: Vec<String> = form.choices(name).into_iter().map(str::to_owned).collect();
    let chosen = choices.choose(draws).cloned();
    chosen.map_or(form.clone(), |chosen| form.with(name, &chosen))
}

/// A place in a ranking goes to one that has no place yet.
fn next_rank(form: Form, name: &str, draws: &mut impl Rng) -> Form {
    let question = name.rsplit_once('.').map_or(name, |(question, _)| question).to_owned() + ".";
    let placed: Vec<&str> =
        form.fields.iter().filter(|(known, _)| known.starts_with(&question)).map(|(_, value)| value.as_str()).collect();
    let free: Vec<String> = form
        .choices(name)
        .into_iter()
        .filter(|choice| !choice.is_empty() && !placed.contains(choice))
        .map(str::to_owned)
        .collect();
    let chosen = free.choose(draws).cloned();
    chosen.map_or(form.clone(), |chosen| form.with(name, &chosen))
}
