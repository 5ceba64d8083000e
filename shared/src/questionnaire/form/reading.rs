//! The fields of one question, whatever its kind.

use super::fields::{Fields, Outcome};
use super::{DONT_KNOW, HOURS, MINUTES, Page, choices, group, table, typed, upload};
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::{Choice, Question, QuestionKind};

/// Reads the fields of `question`, whose answer was `known`; `answers` are those a ranking takes its options from.
pub fn read(
    page: Page<'_>,
    question: &Question,
    fields: &Fields<'_>,
    known: Option<&Answer>,
    answers: &Answers,
) -> Outcome {
    let strangers = fields.strangers(|part| has(question, part));
    if !strangers.is_empty() {
        return Outcome::Faults(strangers);
    }
    let or_way_out = |read| typed::or_way_out(question, fields, known, read);
    match &question.kind {
        QuestionKind::Single { options, .. } => choices::choice(question, options, fields).into(),
        QuestionKind::Nps => choices::grade(question, (0, 10), fields).into(),
        QuestionKind::Rating { from, to, .. } => choices::grade(question, (*from, *to), fields).into(),
        QuestionKind::Consent { .. } => choices::one_of(&["yes"], fields).into(),
        QuestionKind::Summary { .. } => choices::one_of(&["yes", "no"], fields).into(),
        QuestionKind::MultiSelect { options, .. } => choices::choices(question, options, fields, known).into(),
        QuestionKind::Matrix { rows, options } => choices::matrix(rows, options, fields),
        QuestionKind::Table { rows, columns } => table::table(page, rows, columns, fields, known),
        QuestionKind::Group { questions, .. } => group::group(page, questions, fields, known),
        QuestionKind::Ranking { source, max_ranks } => {
            or_way_out(choices::ranking(page, question, (source, *max_ranks), fields, answers)).into()
        }
        QuestionKind::Numeric(format) | QuestionKind::Slider { format, .. } => {
            or_way_out(typed::numeric(page.language, format, fields)).into()
        }
        QuestionKind::Duration { .. } => or_way_out(typed::duration(page.language, fields)).into(),
        QuestionKind::Moment(moment) => or_way_out(typed::moment(moment.precision, fields)).into(),
        QuestionKind::Text { format, .. } => or_way_out(typed::text(*format, fields)).into(),
        QuestionKind::Upload(_) => or_way_out(Ok(upload::files(known, page.arrived, fields))).into(),
        QuestionKind::Calculated { .. } | QuestionKind::Note => Outcome::Blank,
    }
}

/// Whether the question has a field with this part.
pub fn has(question: &Question, part: Option<&str>) -> bool {
    let way_out = part == Some(DONT_KNOW) && question.dont_know.is_some();
    let own_words =
        |options: &[Choice], part: &str| options.iter().any(|choice| choice.other_text && choice.code.as_str() == part);
    match (&question.kind, part) {
        (QuestionKind::Calculated { .. } | QuestionKind::Note, _)
        | (
            QuestionKind::Nps
            | QuestionKind::Rating { .. }
            | QuestionKind::Consent { .. }
            | QuestionKind::Summary { .. },
            Some(_),
        ) => false,
        (QuestionKind::Matrix { rows, .. }, part) => {
            part.is_some_and(|part| rows.iter().any(|row| row.code.as_str() == part))
        }
        (QuestionKind::Table { rows, columns }, part) => part.is_some_and(|part| table::has(rows, columns, part)),
        (QuestionKind::Group { questions, .. }, part) => part.is_some_and(|part| group::has(questions, part, has)),
        (QuestionKind::Duration { .. }, part) => way_out || matches!(part, Some(HOURS | MINUTES)),
        (QuestionKind::Ranking { max_ranks, .. }, part) => {
            way_out || part.is_some_and(|part| is_rank(part, *max_ranks))
        }
        (_, None) => true,
        (QuestionKind::Single { options, .. } | QuestionKind::MultiSelect { options, .. }, Some(part)) => {
            own_words(options, part)
        }
        (_, Some(_)) => way_out,
    }
}

fn is_rank(part: &str, most: usize) -> bool {
    part.parse().is_ok_and(|rank: usize| (1..=most).contains(&rank) && !part.starts_with(['0', '+']))
}
