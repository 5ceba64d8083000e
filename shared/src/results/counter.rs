//! Counting the answers to one question or one row of a matrix.

use super::classes::{Bounds, classes};
use super::figures::{Figures, OptionShare, Ranked, TEXTS_SHOWN};
use super::number::{mean, median, real, share};
use crate::language::LocalText;
use crate::questionnaire::answer::Answer;
use crate::questionnaire::model::{Choice, Code, Question, QuestionKind, Questionnaire, RankingSource, Row};

/// What has been counted so far.
#[derive(Debug)]
pub(super) enum Counter<'q> {
    Options { options: &'q [Choice], counts: Vec<u64> },
    MultiSelect { options: &'q [Choice], counts: Vec<u64> },
    Ranking { things: Vec<Thing<'q>>, max_ranks: usize },
    Numeric { numbers: Vec<f64>, bounds: Bounds },
    Nps { counts: [u64; 11] },
    Texts { texts: Vec<String> },
    Files,
}

/// Something that can be ranked, and how often it was.
#[derive(Debug)]
pub(super) struct Thing<'q> {
    code: &'q Code,
    label: &'q LocalText,
    first: u64,
    ranked: u64,
    points: u64,
}

impl<'q> Counter<'q> {
    /// The counters of a question, one for each row of a matrix.
    pub(super) fn of(questionnaire: &'q Questionnaire, question: &'q Question) -> Vec<(Option<&'q Row>, Self)> {
        let counter = match &question.kind {
            QuestionKind::Matrix { rows, options } => {
                return rows.iter().map(|row| (Some(row), Self::options(options))).collect();
            }
            QuestionKind::Single { options, .. } => Self::options(options),
            QuestionKind::MultiSelect { options, .. } => Self::MultiSelect { options, counts: vec![0; options.len()] },
            QuestionKind::Ranking { max_ranks, .. } => {
                let things = rankable(questionnaire, question).into_iter();
                let things = things.map(|(code, label)| Thing { code, label, first: 0, ranked: 0, points: 0 });
                Self::Ranking { things: things.collect(), max_ranks: *max_ranks }
            }
            QuestionKind::Numeric(format) | QuestionKind::Slider { format, .. } => {
                let bounds = Bounds { min: format.min, max: format.max, decimals: format.decimals };
                Self::Numeric { numbers: Vec::new(), bounds }
            }
            QuestionKind::Duration { min, max } => {
                Self::Numeric { numbers: Vec::new(), bounds: Bounds { min: *min, max: *max, decimals: 0 } }
            }
            QuestionKind::Rating { from, to, .. } => Self::Numeric { numbers: Vec::new(), bounds: grades(*from, *to) },
            QuestionKind::Nps => Self::Nps { counts: [0; 11] },
            QuestionKind::Text { .. } => Self::Texts { texts: Vec::new() },
            QuestionKind::Upload(_) => Self::Files,
            // Their figures come with the breakdowns; until then the answers leave by the exports alone.
            QuestionKind::Table { .. }
            | QuestionKind::Moment(_)
            | QuestionKind::Consent { .. }
            | QuestionKind::Calculated { .. }
            | QuestionKind::Summary { .. }
            | QuestionKind::Group { .. }
            | QuestionKind::Note => return vec![],
        };
        vec![(None, counter)]
    }

    fn options(options: &'q [Choice]) -> Self {
        Self::Options { options, counts: vec![0; options.len()] }
    }

    /// Counts one answer; `false` if it answers nothing this question asks.
    pub(super) fn add(&mut self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Files, Answer::Files(files)) => !files.is_empty(),
            (Self::Options { options, counts }, Answer::Choice(code) | Answer::Other { code, .. }) => {
                tick(options, counts, code)
            }
            (Self::MultiSelect { options, counts }, Answer::Choices { codes, .. }) => {
                codes.iter().filter(|code| tick(options, counts, code)).count() > 0
            }
            (Self::Ranking { things, max_ranks }, Answer::Ranking(order)) => rank(things, *max_ranks, order),
            (Self::Numeric { numbers, .. }, Answer::Number(number)) if number.is_finite() => {
                numbers.push(*number);
                true
            }
            (Self::Nps { counts }, Answer::Number(number)) => {
                let place = (0..=10_u8).position(|step| (f64::from(step) - number).abs() < 1e-9);
                place.map(|place| counts[place] += 1).is_some()
            }
            (Self::Texts { texts }, Answer::Text(text)) => {
                texts.push(text.clone());
                if texts.len() > 2 * TEXTS_SHOWN {
                    keep_first(texts);
                }
                true
            }
            _ => false,
        }
    }

    /// The figures on a base of `answered`, which is not 0.
    pub(super) fn figures(self, answered: u64) -> Figures<'q> {
        match self {
            Self::Options { options, counts } => {
                Figures::Options { balance: balance(options, &counts), options: shares(options, &counts, answered) }
            }
            Self::MultiSelect { options, counts } => {
                Figures::MultiSelect { options: shares(options, &counts, answered) }
            }
            Self::Ranking { things, max_ranks } => {
                Figures::Ranking { options: things.iter().map(|thing| thing.figures(answered)).collect(), max_ranks }
            }
            Self::Numeric { mut numbers, bounds } => {
                numbers.sort_by(f64::total_cmp);
                Figures::Numeric { mean: mean(&numbers), median: median(&numbers), classes: classes(&numbers, bounds) }
            }
            Self::Nps { counts } => Figures::Nps { score: nps(&counts), counts },
            Self::Texts { mut texts } => {
                keep_first(&mut texts);
                Figures::Texts { texts }
            }
            Self::Files => Figures::Files,
        }
    }
}

/// The bounds of a rating.
#[expect(clippy::cast_precision_loss, reason = "grades are small")]
fn grades(from: i64, to: i64) -> Bounds {
    Bounds { min: Some(from as f64), max: Some(to as f64), decimals: 0 }
}

fn keep_first(texts: &mut Vec<String>) {
    texts.sort();
    texts.truncate(TEXTS_SHOWN);
}

fn tick(options: &[Choice], counts: &mut [u64], code: &Code) -> bool {
    let place = options.iter().position(|option| option.code == *code);
    place.map(|place| counts[place] += 1).is_some()
}

/// What a ranking question lets anybody rank, whatever they ticked before; nothing for another kind of question.
#[must_use]
pub fn rankable<'q>(questionnaire: &'q Questionnaire, question: &'q Question) -> Vec<(&'q Code, &'q LocalText)> {
    let QuestionKind::Ranking { source, .. } = &question.kind else { return Vec::new() };
    let other = |code: &Code| questionnaire.question(code.as_str()).map(|question| &question.kind);
    let of_options = |options: &'q [Choice]| options.iter().map(|option| (&option.code, &option.label)).collect();
    match source {
        RankingSource::Options(options) => of_options(options),
        RankingSource::Selected(code) => match other(code) {
            Some(QuestionKind::MultiSelect { options, .. }) => of_options(options),
            _ => Vec::new(),
        },
        RankingSource::Rows(code) => match other(code) {
            Some(QuestionKind::Matrix { rows, .. }) => rows.iter().map(|row| (&row.code, &row.label)).collect(),
            _ => Vec::new(),
        },
    }
}

fn rank(things: &mut [Thing<'_>], max_ranks: usize, order: &[Code]) -> bool {
    let mut any = false;
    for (place, code) in order.iter().take(max_ranks).enumerate() {
        if let Some(thing) = things.iter_mut().find(|thing| thing.code == code) {
            any = true;
            thing.first += u64::from(place == 0);
            thing.ranked += 1;
            thing.points += (max_ranks - place) as u64;
        }
    }
    any
}

impl<'q> Thing<'q> {
    fn figures(&self, answered: u64) -> Ranked<'q> {
        Ranked {
            code: self.code,
            label: self.label,
            first: self.first,
            first_share: share(self.first, answered),
            ranked: self.ranked,
            ranked_share: share(self.ranked, answered),
            points: share(self.points, answered),
        }
    }
}

fn shares<'q>(options: &'q [Choice], counts: &[u64], answered: u64) -> Vec<OptionShare<'q>> {
    let pairs = options.iter().zip(counts);
    pairs.map(|(choice, &count)| OptionShare { choice, count, share: share(count, answered) }).collect()
}

/// The balance, STATISTICS §1 (1) with weights of 1; none if an option has no score.
fn balance(options: &[Choice], counts: &[u64]) -> Option<f64> {
    let scores = options.iter().map(|option| option.score).collect::<Option<Vec<f64>>>()?;
    let points: f64 = scores.iter().zip(counts).map(|(score, &count)| score * real(count)).sum();
    Some(100.0 * points / real(counts.iter().sum()))
}

fn nps(counts: &[u64; 11]) -> f64 {
    let all = counts.iter().sum();
    100.0 * (share(counts[9] + counts[10], all) - share(counts[..=6].iter().sum(), all))
}
