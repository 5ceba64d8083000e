//! One question's results as the page shows them: what was asked, on which base, a picture, and the table behind it.

use rundfrage_shared::questionnaire::model::{NumberFormat, Question, QuestionKind};
use rundfrage_shared::questionnaire::unit;
use rundfrage_shared::results::disclosure::Count;
use rundfrage_shared::results::figures::Outcome;
use rundfrage_shared::results::{Figures, Item, QuestionResult};

use super::pictures;
use super::tables::{self, Table};
use super::wording::{Figure, Wording};

/// What the page shows of one question.
#[derive(Debug)]
pub struct QuestionView {
    /// Its code, which is also its place on the page.
    pub code: String,
    /// The question.
    pub text: String,
    /// The base in words, and counts: label and figure.
    pub base: String,
    /// Counts and headline figures: label and figure.
    pub facts: Vec<(String, Figure)>,
    /// Sentences that say how to read the figures.
    pub notes: Vec<String>,
    /// Why there are no figures.
    pub missing: Option<String>,
    /// The picture.
    pub chart: Option<String>,
    /// The table behind it.
    pub table: Option<Table>,
    /// Answers in their own words.
    pub texts: Vec<String>,
}

/// Prepares one question for the page.
#[must_use]
pub fn view(wording: &Wording, result: &QuestionResult<'_>) -> QuestionView {
    let question = result.question;
    let single = result.items.first().filter(|_| !is_matrix(question));
    let shown = result.items.iter().any(|item| item.shown().is_some());
    QuestionView {
        code: question.code.to_string(),
        text: wording.label(&question.text),
        base: wording.text(base_key(question)),
        facts: match single {
            Some(item) => facts(wording, question, item),
            None if result.items.is_empty() => Vec::new(),
            None => facts_of_rows(wording, result),
        },
        notes: if shown { notes(wording, result) } else { Vec::new() },
        missing: (!shown).then(|| wording.text(missing_key(result))),
        chart: pictures::draw(wording, result),
        table: tables::table(wording, result),
        texts: match single.and_then(Item::shown) {
            Some(Figures::Texts { texts }) => texts.clone(),
            _ => Vec::new(),
        },
    }
}

/// Whether the question has rows.
#[must_use]
pub const fn is_matrix(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::Matrix { .. })
}

const fn base_key(question: &Question) -> &'static str {
    match question.kind {
        QuestionKind::MultiSelect { .. } => "results-base-ticked",
        QuestionKind::Ranking { .. } => "results-base-ranked",
        _ => "results-base-answered",
    }
}

fn missing_key(result: &QuestionResult<'_>) -> &'static str {
    if result.items.is_empty() {
        "results-not-counted"
    } else if result.items.iter().any(|item| item.figures == Outcome::Withheld) {
        "results-withheld-text"
    } else if result.items.iter().all(|item| item.asked.known() == Some(0)) {
        "results-nobody-asked"
    } else {
        "results-nobody"
    }
}

fn facts(wording: &Wording, question: &Question, item: &Item<'_>) -> Vec<(String, Figure)> {
    let mut facts = vec![
        (wording.text("results-n"), wording.count(item.answered)),
        (wording.text("results-asked"), wording.count(item.asked)),
    ];
    if question.dont_know.is_some() {
        facts.push((wording.text("results-dont-know"), wording.count(item.dont_know)));
    }
    facts.push((wording.text("results-skipped"), wording.count(item.skipped)));
    facts.extend(headlines(wording, question, item));
    facts.into_iter().map(|(label, figure)| (label, Figure(figure))).collect()
}

/// How many answered the rows of a matrix: the fewest and the most, as far as they are shown.
fn facts_of_rows(wording: &Wording, result: &QuestionResult<'_>) -> Vec<(String, Figure)> {
    let known = || result.items.iter().filter_map(|item| item.answered.known());
    let range = match (known().min(), known().max()) {
        (Some(fewest), Some(most)) if fewest < most => format!("{}–{}", wording.whole(fewest), wording.whole(most)),
        (Some(same), _) => wording.whole(same),
        _ => wording.count(Count::Withheld),
    };
    let asked = result.items.first().map_or(Count::Withheld, |item| item.asked);
    let facts = [("results-n-by-row", range), ("results-asked", wording.count(asked))];
    facts.map(|(key, figure)| (wording.text(key), Figure(figure))).into()
}

/// The figures that stand for the whole question.
fn headlines(wording: &Wording, question: &Question, item: &Item<'_>) -> Vec<(String, String)> {
    match item.shown() {
        Some(Figures::Options { balance: Some(balance), .. }) => {
            vec![(wording.text("results-balance"), wording.balance(*balance))]
        }
        Some(Figures::Nps { score, .. }) => vec![(wording.text("results-nps"), wording.balance(*score))],
        Some(Figures::Numeric { mean, median, .. }) => {
            // The median of an even number of answers lies between two of them: one digit more than was asked.
            let decimals = decimals(question) + 1;
            vec![
                (wording.text("results-mean"), wording.number(*mean, decimals)),
                (wording.text("results-median"), wording.number(*median, decimals)),
            ]
        }
        _ => Vec::new(),
    }
}

/// The decimals a number was asked with.
#[must_use]
pub const fn decimals(question: &Question) -> u8 {
    match question.kind {
        QuestionKind::Numeric(NumberFormat { decimals, .. })
        | QuestionKind::Slider { format: NumberFormat { decimals, .. }, .. } => decimals,
        _ => 0,
    }
}

fn notes(wording: &Wording, result: &QuestionResult<'_>) -> Vec<String> {
    match &result.question.kind {
        QuestionKind::MultiSelect { .. } => vec![wording.text("results-multi-note")],
        QuestionKind::Ranking { max_ranks, .. } => vec![wording.with("results-ranking-chart", "ranks", max_ranks)],
        QuestionKind::Nps => vec![wording.text("results-nps-meaning")],
        QuestionKind::Numeric(NumberFormat { unit: Some(unit), .. })
        | QuestionKind::Slider { format: NumberFormat { unit: Some(unit), .. }, .. } => {
            vec![wording.with("results-in-unit", "unit", &unit::in_words(&wording.words, unit))]
        }
        QuestionKind::Duration { .. } => vec![wording.text("results-in-minutes")],
        QuestionKind::Upload(_) => vec![wording.text("results-files-note")],
        QuestionKind::Text { .. } => vec![wording.text("results-texts-order")],
        _ => Vec::new(),
    }
}
