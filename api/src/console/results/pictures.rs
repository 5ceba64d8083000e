//! The chart of one question.

use rundfrage_shared::results::classes::Class;
use rundfrage_shared::results::figures::{OptionShare, Ranked};
use rundfrage_shared::results::number::share;
use rundfrage_shared::results::{Figures, Item, QuestionResult};

use super::scale::stack;
use super::view::decimals;
use super::wording::Wording;
use crate::chart::{Bar, Column, Frame, Group, Stack, Tone, bars, columns, diverging};

/// Draws the question, if there is something to draw. Rows of a matrix that are withheld are not in the picture.
#[must_use]
pub fn draw(wording: &Wording, result: &QuestionResult<'_>) -> Option<String> {
    let scaled: Vec<Stack> = result.items.iter().filter_map(|item| scaled(wording, result, item)).collect();
    let groups: Vec<Group> = result.items.iter().filter_map(|item| group(wording, result, item)).collect();
    let title = wording.label(&result.question.text);
    let id = format!("chart-{}", result.question.code);
    let frame = |description| Frame { id: &id, title: &title, description };
    let first = result.items.first()?.shown();
    if let Some(Figures::Nps { counts, .. }) = first {
        return Some(recommendation(wording, frame(&told(&headline(wording, result))), counts));
    }
    if !scaled.is_empty() {
        return Some(diverging(frame(&told_stacks(&scaled)), &scaled, &wording.text("results-balance")));
    }
    if groups.iter().all(|group| group.bars.is_empty()) {
        return None;
    }
    let is_spread = matches!(first, Some(Figures::Numeric { .. }));
    Some(bars(frame(&told_groups(&groups)), &groups, is_spread))
}

fn row_label(wording: &Wording, item: &Item<'_>) -> String {
    item.row.map_or_else(String::new, |row| wording.label(&row.label))
}

fn scaled(wording: &Wording, result: &QuestionResult<'_>, item: &Item<'_>) -> Option<Stack> {
    let Some(Figures::Options { options, balance }) = item.shown() else { return None };
    stack(wording, row_label(wording, item), options, (result.question.polarity, *balance))
}

fn group(wording: &Wording, result: &QuestionResult<'_>, item: &Item<'_>) -> Option<Group> {
    let n = item.answered.known()?;
    let bar = |label, share| Bar { label, share, text: wording.percent(share, n) };
    let of_option = |option: &OptionShare<'_>| bar(wording.label(&option.choice.label), option.share);
    let bars = match item.shown()? {
        Figures::Options { options, .. } => options.iter().map(of_option).collect(),
        Figures::MultiSelect { options } => {
            let mut bars: Vec<Bar> = options.iter().map(of_option).collect();
            bars.sort_by(|one, other| other.share.total_cmp(&one.share));
            bars
        }
        Figures::Ranking { options, .. } => {
            by_rank(options).map(|thing| bar(wording.label(thing.label), thing.ranked_share)).collect()
        }
        Figures::Numeric { classes, .. } => classes
            .iter()
            .map(|class| bar(class_label(wording, class, decimals(result.question)), class.share))
            .collect(),
        Figures::Nps { .. } | Figures::Texts { .. } | Figures::Files => Vec::new(),
    };
    Some(Group { heading: row_label(wording, item), bars })
}

/// The most often ranked first.
pub fn by_rank<'r, 'q>(options: &'r [Ranked<'q>]) -> impl Iterator<Item = &'r Ranked<'q>> {
    let mut sorted: Vec<_> = options.iter().collect();
    sorted.sort_by(|one, other| other.ranked_share.total_cmp(&one.ranked_share));
    sorted.into_iter()
}

/// The bounds of a class in words.
#[must_use]
pub fn class_label(wording: &Wording, class: &Class, decimals: u8) -> String {
    let number = |bound: f64| wording.number(bound, if bound.fract() == 0.0 { 0 } else { decimals }).into();
    let text = |key, values: &[_]| wording.words.with(key, values).into_owned();
    match (class.from, class.to) {
        (Some(from), Some(to)) => text("results-class-between", &[("from", number(from)), ("to", number(to))]),
        (Some(from), None) => text("results-class-from", &[("from", number(from))]),
        (None, Some(to)) => text("results-class-below", &[("to", number(to))]),
        (None, None) => String::new(),
    }
}

fn recommendation(wording: &Wording, frame: Frame<'_>, counts: &[u64; 11]) -> String {
    let n = counts.iter().sum();
    let column = |(place, &count): (usize, &u64)| Column {
        name: place.to_string(),
        share: share(count, n),
        text: wording.words.decimal(share(count, n) * 100.0, 0),
        tone: match place {
            0..=6 => Tone::Bad,
            7 | 8 => Tone::Middle,
            _ => Tone::Good,
        },
    };
    let legend = [
        (Tone::Bad, "results-nps-detractors", &counts[..=6]),
        (Tone::Middle, "results-nps-passives", &counts[7..=8]),
        (Tone::Good, "results-nps-promoters", &counts[9..]),
    ];
    let legend = legend.map(|(tone, key, counts)| {
        (tone, format!("{}: {}", wording.text(key), wording.percent(share(counts.iter().sum(), n), n)))
    });
    let legend: Vec<_> = legend.iter().map(|(tone, text)| (*tone, text.as_str())).collect();
    columns(frame, &legend, &counts.iter().enumerate().map(column).collect::<Vec<_>>())
}

fn headline(wording: &Wording, result: &QuestionResult<'_>) -> Vec<(String, String)> {
    match result.items.first().and_then(Item::shown) {
        Some(Figures::Nps { score, .. }) => vec![(wording.text("results-nps"), wording.balance(*score))],
        _ => Vec::new(),
    }
}

/// Figures in a sentence.
fn told(figures: &[(String, String)]) -> String {
    let parts: Vec<_> = figures.iter().map(|(label, text)| format!("{label} {text}")).collect();
    format!("{}.", parts.join(", "))
}

fn told_stacks(stacks: &[Stack]) -> String {
    let one = |stack: &Stack| {
        let parts: Vec<_> = stack.parts.iter().map(|part| (part.label.clone(), part.text.clone())).collect();
        if stack.label.is_empty() { told(&parts) } else { format!("{}: {}", stack.label, told(&parts)) }
    };
    stacks.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn told_groups(groups: &[Group]) -> String {
    let one = |group: &Group| {
        let bars: Vec<_> = group.bars.iter().map(|bar| (bar.label.clone(), bar.text.clone())).collect();
        if group.heading.is_empty() { told(&bars) } else { format!("{}: {}", group.heading, told(&bars)) }
    };
    groups.iter().map(one).collect::<Vec<_>>().join(" ")
}
