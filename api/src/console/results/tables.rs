//! The table behind a chart.

use rundfrage_shared::results::figures::{OptionShare, Outcome};
use rundfrage_shared::results::number::share;
use rundfrage_shared::results::{Figures, Item, QuestionResult};

use super::pictures::{by_rank, class_label};
use super::view::{decimals, is_matrix};
use super::wording::{DOT, Figure, NOTHING, Wording};

/// A table: the first column names the row, the others are figures.
#[derive(Debug, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The headings of all columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// What it is about.
    pub name: String,
    /// Its figures.
    pub cells: Vec<Figure>,
}

/// The table of a question, if it has figures.
#[must_use]
pub fn table(wording: &Wording, result: &QuestionResult<'_>) -> Option<Table> {
    let caption = wording.with("results-table-of", "question", &wording.label(&result.question.text));
    if is_matrix(result.question) {
        return Some(Table { caption, ..matrix(wording, result) });
    }
    let item = result.items.first()?;
    let n = item.answered.known()?;
    let head = |keys: &[&str]| keys.iter().map(|key| wording.text(key)).collect();
    let counted =
        |name, count, share| Row { name, cells: vec![Figure(wording.whole(count)), Figure(wording.percent(share, n))] };
    let of_option = |option: &OptionShare<'_>| counted(wording.label(&option.choice.label), option.count, option.share);
    let answers = ["results-column-answer", "results-column-count", "results-column-share"];
    let (head, rows) = match item.shown()? {
        Figures::Options { options, .. } | Figures::MultiSelect { options } => {
            (head(&answers), options.iter().map(of_option).collect())
        }
        Figures::Nps { counts, .. } => {
            let row = |(place, &count): (usize, &u64)| counted(place.to_string(), count, share(count, n));
            (head(&answers), counts.iter().enumerate().map(row).collect())
        }
        Figures::Numeric { classes, .. } if !classes.is_empty() => {
            let label = |class| class_label(wording, class, decimals(result.question));
            let rows = classes.iter().map(|class| counted(label(class), class.count, class.share));
            (head(&["results-column-class", "results-column-count", "results-column-share"]), rows.collect())
        }
        Figures::Ranking { options, max_ranks } => {
            let top = wording.with("results-column-top", "ranks", max_ranks);
            let mut head: Vec<String> = head(&["results-column-answer", "results-column-first"]);
            head.extend([top, wording.text("results-column-points")]);
            let rows = by_rank(options).map(|thing| Row {
                name: wording.label(thing.label),
                cells: vec![
                    Figure(wording.percent(thing.first_share, n)),
                    Figure(wording.percent(thing.ranked_share, n)),
                    Figure(wording.words.decimal(thing.points, 2)),
                ],
            });
            (head, rows.collect())
        }
        Figures::Numeric { .. } | Figures::Texts { .. } | Figures::Files => return None,
    };
    Some(Table { caption, head, rows })
}

/// Rows against options.
fn matrix(wording: &Wording, result: &QuestionResult<'_>) -> Table {
    let options = result.items.iter().find_map(|item| match item.shown() {
        Some(Figures::Options { options, .. }) => Some(options),
        _ => None,
    });
    let labels: Vec<_> = options.into_iter().flatten().map(|option| wording.label(&option.choice.label)).collect();
    let has_balance = options.is_some_and(|options| options.iter().all(|option| option.choice.score.is_some()));
    let columns = labels.len() + usize::from(has_balance);
    let mut head = vec![wording.text("results-column-row")];
    head.extend(labels);
    head.extend(has_balance.then(|| wording.text("results-balance")));
    head.extend(["results-n", "results-dont-know", "results-skipped"].map(|key| wording.text(key)));
    let rows = result.items.iter().map(|item| {
        let mut cells = figures(wording, item, columns);
        cells.extend([item.answered, item.dont_know, item.skipped].map(|count| wording.count(count)));
        Row {
            name: item.row.map_or_else(String::new, |row| wording.label(&row.label)),
            cells: cells.into_iter().map(Figure).collect(),
        }
    });
    Table { caption: String::new(), head, rows: rows.collect() }
}

fn figures(wording: &Wording, item: &Item<'_>, columns: usize) -> Vec<String> {
    match (&item.figures, item.answered.known()) {
        (Outcome::Shown(Figures::Options { options, balance }), Some(n)) => {
            let shares = options.iter().map(|option| wording.percent(option.share, n));
            shares.chain(balance.map(|balance| wording.balance(balance))).collect()
        }
        (Outcome::Nobody, _) => vec![NOTHING.to_owned(); columns],
        _ => vec![DOT.to_owned(); columns],
    }
}
