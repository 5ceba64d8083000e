//! Where a question is filled in: boxes, lines, grids.

use rundfrage_shared::questionnaire::model::{
    Choice, ChoiceLook, NumberFormat, Precision, Question, QuestionKind, RankingSource, TextFormat,
};
use rundfrage_shared::questionnaire::unit;

use super::grid::{GridRow, matrix, table};
use super::hint::{bounds, ends, how_many, limits};
use super::sheet::{QuestionSheet, is_on_paper, sheet};
use super::spoken::Spoken;

/// More options than these are written in words.
const MOST_BOXES: usize = 40;
/// More short options than these stand in two columns.
const ONE_COLUMN: usize = 7;
/// So many entries of a group are printed.
const MOST_ENTRIES: usize = 3;

/// Where a question is filled in.
pub enum Field {
    /// Nothing to fill in.
    None,
    /// Boxes to tick.
    Boxes {
        /// One for each option.
        ticks: Vec<Tick>,
        /// Whether there are enough for two columns.
        is_wide: bool,
    },
    /// Numbers side by side.
    Scale {
        /// The numbers.
        grades: Vec<i64>,
        /// What the ends mean.
        ends: Option<(String, String)>,
        /// The way out.
        ticks: Vec<Tick>,
    },
    /// One line, with what stands behind it.
    Line {
        /// The unit, or nothing.
        unit: String,
        /// Whether it is as wide as the page.
        is_wide: bool,
        /// The way out.
        ticks: Vec<Tick>,
    },
    /// Several lines.
    Lines {
        /// One for each.
        lines: Vec<()>,
        /// The way out.
        ticks: Vec<Tick>,
    },
    /// A box for each digit.
    Digits {
        /// Groups of boxes.
        groups: Vec<Digits>,
        /// The way out.
        ticks: Vec<Tick>,
    },
    /// Rows and columns.
    Grid {
        /// What stands above the columns.
        heads: Vec<String>,
        /// The rows.
        rows: Vec<GridRow>,
        /// What the columns come to, below.
        totals: Option<GridRow>,
    },
    /// A box for a number before each option.
    Ranks(Vec<String>, Vec<Tick>),
    /// The same questions several times.
    Entries(Vec<(String, Vec<QuestionSheet>)>),
}

/// A box and what stands behind it.
pub struct Tick {
    /// The option.
    pub label: String,
    /// Whether only one of the boxes is ticked: a round one.
    pub is_round: bool,
    /// Whether there is a line for words of one's own.
    pub has_line: bool,
    /// Whether it is set apart from the others: a way out.
    pub is_apart: bool,
}

/// Boxes for digits.
pub struct Digits {
    /// One for each.
    pub boxes: Vec<()>,
    /// Below them.
    pub label: String,
    /// Behind them.
    pub sign: &'static str,
}

pub(super) fn ticks(spoken: &Spoken<'_>, options: &[Choice], is_round: bool) -> Vec<Tick> {
    let tick = |choice: &Choice| Tick {
        label: spoken.text(&choice.label),
        is_round,
        has_line: choice.other_text,
        is_apart: false,
    };
    options.iter().map(tick).collect()
}

fn way_out(spoken: &Spoken<'_>, question: &Question) -> Vec<Tick> {
    let apart = ticks(spoken, question.dont_know.as_slice(), true).into_iter();
    apart.map(|tick| Tick { is_apart: true, ..tick }).collect()
}

fn word(spoken: &Spoken<'_>, key: &str, is_round: bool) -> Tick {
    Tick { label: spoken.t(key), is_round, has_line: false, is_apart: false }
}

/// Where the question is filled in, and hints on how.
pub fn field(spoken: &Spoken<'_>, question: &Question, number: &str) -> (Field, Vec<String>) {
    let out = way_out(spoken, question);
    match &question.kind {
        QuestionKind::Single { options, look, .. } if *look == ChoiceLook::List && options.len() > MOST_BOXES => {
            (line(String::new(), true, out), vec![spoken.t("paper-list")])
        }
        QuestionKind::Single { options, .. } => (boxes(ticks(spoken, options, true), out), vec![spoken.t("paper-one")]),
        QuestionKind::MultiSelect { options, min_choices, max_choices, .. } => {
            (boxes(ticks(spoken, options, false), out), vec![how_many(spoken, *min_choices, *max_choices)])
        }
        QuestionKind::Rating { from, to, low, high, .. } => {
            let end = |text: &Option<_>| text.as_ref().map(|text| spoken.text(text)).unwrap_or_default();
            (scale((*from..=*to).collect(), end(low), end(high), out), vec![spoken.t("paper-one")])
        }
        QuestionKind::Nps => {
            let ends = (spoken.t("respond-nps-low"), spoken.t("respond-nps-high"));
            (scale((0..=10).collect(), ends.0, ends.1, out), vec![spoken.t("paper-one")])
        }
        QuestionKind::Matrix { rows, options } => (matrix(spoken, rows, options), vec![spoken.t("paper-each-row")]),
        QuestionKind::Table { rows, columns } => table(spoken, rows, columns),
        QuestionKind::Ranking { source, max_ranks } => ranking(spoken, source, *max_ranks, out),
        QuestionKind::Numeric(format) => (line(unit(spoken, format), false, out), bounds(spoken, format)),
        QuestionKind::Slider { format, low, high, .. } => {
            let mut hints = bounds(spoken, format);
            hints.extend(ends(spoken, format, low.as_ref(), high.as_ref()));
            (line(unit(spoken, format), false, out), hints)
        }
        QuestionKind::Moment(moment) => (digits(spoken, moment.precision, out), limits(spoken, moment)),
        QuestionKind::Duration { .. } => (duration(spoken, out), vec![]),
        QuestionKind::Text { format: TextFormat::Lines, .. } => {
            (Field::Lines { lines: vec![(); 5], ticks: out }, vec![])
        }
        QuestionKind::Text { .. } => (line(String::new(), true, out), vec![]),
        QuestionKind::Consent { statement } => {
            let tick = Tick { label: spoken.text(statement), is_round: false, has_line: false, is_apart: false };
            (boxes(vec![tick], out), vec![spoken.t("paper-agree")])
        }
        QuestionKind::Calculated { .. } => (Field::None, vec![spoken.t("paper-calculated")]),
        QuestionKind::Summary { of, .. } => {
            let questions: Vec<_> = of.iter().map(|code| spoken.question(code.as_str())).collect();
            let yes_no = vec![word(spoken, "respond-yes", true), word(spoken, "respond-no", true)];
            (boxes(yes_no, out), vec![spoken.t1("paper-summary", "questions", questions.join(", "))])
        }
        QuestionKind::Group { max, label, questions, .. } => {
            let called = label.as_ref().map(|label| spoken.text(label));
            group(spoken, *max, called.as_deref(), questions, number)
        }
        QuestionKind::Upload(_) => {
            (boxes(vec![word(spoken, "paper-file-sent", false)], out), vec![spoken.t("paper-file")])
        }
        QuestionKind::Note => (Field::None, vec![]),
    }
}

fn boxes(mut ticks: Vec<Tick>, out: Vec<Tick>) -> Field {
    let is_wide = ticks.len() > ONE_COLUMN && ticks.iter().all(|tick| tick.label.chars().count() < 48);
    ticks.extend(out);
    Field::Boxes { ticks, is_wide }
}

fn scale(grades: Vec<i64>, low: String, high: String, ticks: Vec<Tick>) -> Field {
    let ends = (!low.is_empty() || !high.is_empty()).then_some((low, high));
    Field::Scale { grades, ends, ticks }
}

const fn line(unit: String, is_wide: bool, ticks: Vec<Tick>) -> Field {
    Field::Line { unit, is_wide, ticks }
}

pub(super) fn unit(spoken: &Spoken<'_>, format: &NumberFormat) -> String {
    format.unit.as_ref().map(|unit| unit::in_words(&spoken.words, unit)).unwrap_or_default()
}

fn duration(spoken: &Spoken<'_>, ticks: Vec<Tick>) -> Field {
    let hours = Digits { boxes: vec![(); 3], label: spoken.t("paper-hours"), sign: ":" };
    let minutes = Digits { boxes: vec![(); 2], label: spoken.t("paper-minutes"), sign: "" };
    Field::Digits { groups: vec![hours, minutes], ticks }
}

fn digits(spoken: &Spoken<'_>, precision: Precision, ticks: Vec<Tick>) -> Field {
    let (counts, key): (&[(usize, &'static str)], _) = match precision {
        Precision::Day => (&[(2, "."), (2, "."), (4, "")], "paper-day"),
        Precision::Month => (&[(2, "/"), (4, "")], "paper-month"),
        Precision::Quarter => (&[(1, "/"), (4, "")], "paper-quarter"),
        Precision::Year => (&[(4, "")], "paper-year"),
        Precision::Time => (&[(2, ":"), (2, "")], "paper-time"),
    };
    let last = counts.len() - 1;
    let group = |(at, (count, sign)): (usize, &(usize, &'static str))| Digits {
        boxes: vec![(); *count],
        label: if at == last { spoken.t(key) } else { String::new() },
        sign,
    };
    Field::Digits { groups: counts.iter().enumerate().map(group).collect(), ticks }
}

fn ranking(spoken: &Spoken<'_>, source: &RankingSource, most: usize, out: Vec<Tick>) -> (Field, Vec<String>) {
    let mut hints = vec![spoken.t1("paper-rank", "n", most)];
    let labels = match source {
        RankingSource::Options(options) => options.iter().map(|choice| spoken.text(&choice.label)).collect(),
        RankingSource::Selected(from) | RankingSource::Rows(from) => {
            let found = spoken.questionnaire.question(from.as_str()).map(|question| &question.kind);
            match found {
                Some(QuestionKind::MultiSelect { options, .. }) => {
                    hints.push(spoken.t1("paper-rank-from", "question", spoken.question(from.as_str())));
                    let some = options.iter().filter(|choice| !choice.exclusive);
                    some.map(|choice| spoken.text(&choice.label)).collect()
                }
                Some(QuestionKind::Matrix { rows, .. }) => rows.iter().map(|row| spoken.text(&row.label)).collect(),
                _ => vec![],
            }
        }
    };
    (Field::Ranks(labels, out), hints)
}

fn group(
    spoken: &Spoken<'_>,
    max: usize,
    called: Option<&str>,
    questions: &[Question],
    number: &str,
) -> (Field, Vec<String>) {
    let shown = max.min(MOST_ENTRIES);
    let entry = |n: usize| {
        let title = called.map_or_else(|| spoken.t1("paper-entry", "n", n), |called| format!("{called} {n}"));
        let mut at = 0;
        let mut inner = |question: &Question| {
            at += usize::from(question.kind.asks());
            let number = question.kind.asks().then(|| format!("{number}.{at}"));
            sheet(spoken, question, number, String::new())
        };
        let on_paper = questions.iter().filter(|question| is_on_paper(question));
        (title, on_paper.map(&mut inner).collect())
    };
    let hint = if max > shown {
        spoken.with("paper-group", &[("n", max.to_string()), ("shown", shown.to_string())])
    } else {
        spoken.t1("paper-group-few", "n", max)
    };
    (Field::Entries((1..=shown).map(entry).collect()), vec![hint])
}
