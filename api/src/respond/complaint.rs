//! What is wrong with an answer, in words that say how to mend it.

use rundfrage_shared::file::{FileFault, MOST_BYTES, MOST_FILES};
use rundfrage_shared::questionnaire::fault::{Fault, FieldProblem};
use rundfrage_shared::questionnaire::model::{Moment, Precision, Question, QuestionKind, Row, TextFormat};
use rundfrage_shared::questionnaire::unit;

use super::voice::{Voice, kinds};
use crate::page::Page;

/// Where complaints go that belong to no field of the page.
const FORM: &str = "answers";

/// Puts the complaints on the page, each at its field.
pub fn refuse(page: &mut Page, voice: &Voice<'_>, problems: &[FieldProblem]) {
    for problem in problems {
        let is_ours = problem.question.is_some() && !matches!(problem.fault, Fault::UnknownField | Fault::NotAsked);
        page.refuse(if is_ours { &problem.field } else { FORM }, complaint(voice, problem));
    }
    // Fields that were made up may be many; one line says it.
    page.problems.dedup();
}

/// Puts what asks for a second look on the page.
pub fn doubt(page: &mut Page, voice: &Voice<'_>, doubts: &[FieldProblem]) {
    for doubt in doubts {
        let message = match doubt.fault {
            Fault::Missing => voice.text("respond-doubt-blank"),
            _ => complaint(voice, doubt),
        };
        page.doubt(&doubt.field, message);
    }
}

/// What is wrong with the answer to one question, each complaint once.
pub fn summed_up(voice: &Voice<'_>, question: &Question, problems: &[FieldProblem]) -> Vec<String> {
    let its = problems.iter().filter(|problem| problem.question.as_ref() == Some(&question.code));
    let mut said: Vec<String> = Vec::new();
    for problem in its {
        let one = match problem.fault {
            Fault::Missing if problem.field == question.code.as_str() => voice.text("respond-check-is-missing"),
            Fault::Missing => voice.text("respond-check-part-missing"),
            _ => complaint(voice, problem),
        };
        if !said.contains(&one) {
            said.push(one);
        }
    }
    said
}

fn complaint(voice: &Voice<'_>, problem: &FieldProblem) -> String {
    let kind = asked(voice, problem).map(|question| &question.kind);
    match &problem.fault {
        Fault::UnknownField | Fault::NotAsked => voice.text("respond-wrong-form"),
        Fault::WrongKind => wrong_kind(voice, kind),
        Fault::UnknownOption | Fault::Repeated => voice.text("respond-wrong-option"),
        Fault::Missing => missing(voice, kind, &problem.field),
        Fault::Rule(message) => voice.say(message),
        Fault::NotANumber => voice.text("respond-wrong-number"),
        Fault::NotInUnit { unit } => {
            let unit = unit::in_words(&voice.words, unit);
            voice.words.with_one("respond-wrong-unit", "unit", unit).into_owned()
        }
        Fault::OutOfRange { min, max } => match kind {
            Some(QuestionKind::Duration { .. }) => range(voice, *min, *max, &|minutes| voice.duration(minutes)),
            _ => range(voice, *min, *max, &|number| voice.number(number)),
        },
        Fault::TooManyDecimals { allowed: 0 } => voice.text("respond-wrong-whole"),
        Fault::TooManyDecimals { allowed } => voice.count("respond-wrong-decimals", usize::from(*allowed)),
        Fault::NotWritten(format) => voice.text(not_written(*format)),
        Fault::NotAMoment(precision) => voice.text(not_a_moment(*precision)),
        Fault::OutOfTime(moment) => period(voice, moment),
        Fault::WrongTotal { wanted, given } => total(voice, *wanted, *given),
        Fault::NothingToSum { column, wanted, unit } => voice.nothing_to_sum(column, *wanted, unit.as_deref()),
        Fault::TooLong { allowed, given } => too_long(voice, *allowed, *given),
        Fault::TooFew { least, .. } => voice.count("respond-wrong-few", *least),
        Fault::TooMany { most, .. } => voice.count("respond-wrong-many", *most),
        Fault::TooFewItems { least, .. } => voice.count("respond-wrong-few-items", *least),
        Fault::TooManyItems { most, .. } => voice.count("respond-wrong-many-items", *most),
        Fault::TooManyFiles { most } => voice.count("respond-wrong-many-files", *most),
        Fault::File { name, fault } => file_refused(voice, name, fault),
        Fault::NotAlone => voice.text("respond-wrong-alone"),
        Fault::RankedTwice => voice.text("respond-wrong-twice"),
        Fault::RankGap { rank } => voice.count("respond-wrong-gap", *rank),
    }
}

/// The question that a problem is about, also inside a group.
fn asked<'q>(voice: &Voice<'q>, problem: &FieldProblem) -> Option<&'q Question> {
    let question = voice.questionnaire().question(problem.question.as_ref()?.as_str())?;
    let QuestionKind::Group { questions, .. } = &question.kind else { return Some(question) };
    let inner = problem.field.split('.').nth(2);
    inner.map_or(Some(question), |code| questions.iter().find(|question| question.code.as_str() == code))
}

/// Of a slider, a number between two of its steps.
fn wrong_kind(voice: &Voice<'_>, kind: Option<&QuestionKind>) -> String {
    let Some(QuestionKind::Slider { format, step, .. }) = kind else { return voice.text("respond-wrong-option") };
    let number = |number: f64| voice.number(number).into();
    let from = format.min.unwrap_or_default();
    voice.words.with("respond-wrong-step", &[("step", number(*step)), ("example", number(from + step))]).into_owned()
}

fn missing(voice: &Voice<'_>, kind: Option<&QuestionKind>, field: &str) -> String {
    match kind {
        Some(QuestionKind::Consent { .. }) => voice.text("respond-missing-consent"),
        Some(QuestionKind::Upload(_)) => voice.text("respond-missing-file"),
        Some(QuestionKind::Matrix { rows, .. } | QuestionKind::Table { rows, .. }) if field.contains('.') => {
            missing_row(voice, rows, field)
        }
        Some(kind) if is_typed(kind) => voice.text("respond-missing-text"),
        _ => voice.text("respond-missing"),
    }
}

/// Names the row, for the page tells all complaints at its top, too.
fn missing_row(voice: &Voice<'_>, rows: &[Row], field: &str) -> String {
    let row = rows.iter().find(|row| field.split('.').any(|part| part == row.code.as_str()));
    let label = row.map_or_else(String::new, |row| voice.say(&row.label));
    voice.words.with_one("respond-missing-row", "row", label).into_owned()
}

const fn is_typed(kind: &QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::Numeric(_)
            | QuestionKind::Slider { .. }
            | QuestionKind::Moment(_)
            | QuestionKind::Duration { .. }
            | QuestionKind::Text { .. }
    )
}

const fn not_written(format: TextFormat) -> &'static str {
    match format {
        TextFormat::Email => "respond-wrong-email",
        TextFormat::Url => "respond-wrong-url",
        TextFormat::Phone => "respond-wrong-phone",
        TextFormat::Line | TextFormat::Lines => "respond-wrong-line",
    }
}

const fn not_a_moment(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "respond-wrong-date",
        Precision::Month => "respond-wrong-month",
        Precision::Quarter => "respond-wrong-quarter",
        Precision::Year => "respond-wrong-year",
        Precision::Time => "respond-wrong-time",
    }
}

fn range(voice: &Voice<'_>, min: Option<f64>, max: Option<f64>, say: &dyn Fn(f64) -> String) -> String {
    let number = |number: f64| say(number).into();
    let words = voice.words;
    match (min, max) {
        (Some(min), Some(max)) => words.with("respond-wrong-range", &[("min", number(min)), ("max", number(max))]),
        (Some(min), None) => words.with("respond-wrong-least", &[("min", number(min))]),
        (None, Some(max)) => words.with("respond-wrong-most", &[("max", number(max))]),
        (None, None) => words.text("respond-wrong-number"),
    }
    .into_owned()
}

fn period(voice: &Voice<'_>, Moment { min, max, .. }: &Moment) -> String {
    let moment = |text: &String| voice.moment(text).into();
    let words = voice.words;
    match (min, max) {
        (Some(min), Some(max)) => words.with("respond-wrong-between", &[("min", moment(min)), ("max", moment(max))]),
        (Some(min), None) => words.with("respond-wrong-early", &[("min", moment(min))]),
        (None, Some(max)) => words.with("respond-wrong-late", &[("max", moment(max))]),
        (None, None) => words.text("respond-wrong-date"),
    }
    .into_owned()
}

/// What the numbers come to, what they must come to, and by how much they miss it.
fn total(voice: &Voice<'_>, wanted: f64, given: f64) -> String {
    let number = |number: f64| voice.number(number).into();
    let values = [("wanted", number(wanted)), ("given", number(given)), ("gap", number((wanted - given).abs()))];
    let key = if given < wanted { "respond-wrong-total-low" } else { "respond-wrong-total-high" };
    voice.words.with(key, &values).into_owned()
}

fn too_long(voice: &Voice<'_>, allowed: usize, given: usize) -> String {
    let integer = |number: usize| voice.words.integer(i64::try_from(number).unwrap_or(i64::MAX));
    let values = [("allowed", integer(allowed).into()), ("given", integer(given).into())];
    voice.words.with("respond-wrong-long", &values).into_owned()
}

/// Why a file is not taken, and what to do.
pub fn file_refused(voice: &Voice<'_>, name: &str, fault: &FileFault) -> String {
    let file = || ("file", name.to_owned().into());
    let said = |key: &str| voice.words.with(key, &[file()]).into_owned();
    match fault {
        FileFault::NoName => voice.text("respond-file-no-name"),
        FileFault::Empty => said("respond-file-empty"),
        FileFault::TooLarge { most } => {
            voice.words.with("respond-file-too-large", &[file(), ("most", voice.size(*most).into())]).into_owned()
        }
        FileFault::WrongKind { kinds: taken } => {
            voice.words.with("respond-file-wrong-kind", &[file(), ("kinds", kinds(taken).into())]).into_owned()
        }
        FileFault::NotWhatItSays(kind) => {
            voice.words.with("respond-file-not-what", &[file(), ("kind", kinds(&[*kind]).into())]).into_owned()
        }
        FileFault::NoRoom => {
            let most = ("most", i64::try_from(MOST_FILES).unwrap_or(i64::MAX).into());
            voice
                .words
                .with("respond-file-no-room", &[file(), most, ("size", voice.size(MOST_BYTES).into())])
                .into_owned()
        }
    }
}
