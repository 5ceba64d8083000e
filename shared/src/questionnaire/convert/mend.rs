//! What was made of another tool's file is read like any questionnaire; a part that our rules refuse is taken out and told.

mod place;

use self::place::{Place, Spot};
use super::report::Report;
use super::share::share;
use crate::questionnaire::format::{Document, NotWritable, Question, Texts, to_yaml};
use crate::questionnaire::pipe;
use crate::questionnaire::problem::Problem;
use crate::questionnaire::read::{LARGEST, read};

/// Taking something out may leave something else without what it looked at; a chain longer than this is no questionnaire.
const MOST_PASSES: usize = 50;

/// Takes out of `document` what our rules refuse, until it reads without problems. What would be too large shares its lists. What is wrong with the whole of it, or with
/// what cannot be left out, is returned.
pub fn mend(mut document: Document, report: &mut Report) -> Result<Document, Vec<Problem>> {
    if size(&document)? > LARGEST {
        share(&mut document);
    }
    let size = size(&document)?;
    if size > LARGEST {
        let reason = format!(
            "the questionnaire that was made of it has {size} bytes; {LARGEST} are the most; take some languages or questions out, \
             or split it into several"
        );
        return Err(vec![whole(reason)]);
    }
    for _ in 0..MOST_PASSES {
        let yaml = to_yaml(&document).map_err(|error: NotWritable| vec![whole(error.to_string())])?;
        let Err(problems) = read(yaml.as_bytes()) else { return Ok(document) };
        let mut places: Vec<(Place, String)> = problems
            .iter()
            .filter_map(|problem| Some((Place::parse(&problem.path)?, problem.reason.clone())))
            .collect();
        // From the end, so that what is taken out moves nothing that is still to be found; each place once.
        places.sort_by(|(one, _), (other, _)| other.cmp(one));
        places.dedup_by(|(one, _), (other, _)| one == other);
        let mended = places.iter().filter(|(place, reason)| take_out(&mut document, place, reason, report)).count();
        if mended == 0 {
            return Err(problems);
        }
        document.sections.retain(|section| !section.questions.is_empty());
    }
    Err(vec![whole("what was made of the file cannot be used".into())])
}

/// Bytes of a document as it is written.
fn size(document: &Document) -> Result<usize, Vec<Problem>> {
    to_yaml(document).map(|yaml| yaml.len()).map_err(|error| vec![whole(error.to_string())])
}

fn whole(reason: String) -> Problem {
    Problem { line: None, path: String::new(), reason }
}

/// Takes out one refused part; `false`: it cannot be left out.
fn take_out(document: &mut Document, place: &Place, reason: &str, report: &mut Report) -> bool {
    let Some(section) = document.sections.get_mut(place.section) else { return false };
    let told = format!("our rules refuse it: {reason}");
    if place.question.is_none() {
        section.show_if = None;
        section.intro = None;
        report.dropped(format!("section {}", section.id), told);
        return true;
    }
    of_question(document, place, &told, report)
}

fn of_question(document: &mut Document, place: &Place, told: &str, report: &mut Report) -> bool {
    let Some(outer) = place.question else { return false };
    let Some(section) = document.sections.get_mut(place.section) else { return false };
    let (list, number) = match place.inner {
        Some(inner) => match section.questions.get_mut(outer) {
            Some(group) => (&mut group.questions, inner),
            None => return false,
        },
        None => (&mut section.questions, outer),
    };
    let Some(question) = list.get_mut(number) else { return false };
    let origin = report.origin(&question.id);
    if part(question, &place.spot) {
        report.dropped(format!("{origin}, {}", place.spot), told);
    } else {
        list.remove(number);
        report.dropped(origin, told);
        report.dropped += 1;
        report.carried = report.carried.saturating_sub(1);
    }
    true
}

/// Takes a part out of a question; `false`: without it the question is none.
fn part(question: &mut Question, spot: &Spot) -> bool {
    match spot {
        Spot::ShowIf => question.show_if.take().is_some(),
        Spot::Check(number) => (*number < question.checks.len()).then(|| question.checks.remove(*number)).is_some(),
        Spot::Option(number) => {
            let choice = question.options.as_mut().and_then(|options| options.get_mut(*number));
            choice.is_some_and(|choice| choice.show_if.take().is_some() || unpiped(&mut choice.label))
        }
        Spot::Row(number) => {
            let row = question.rows.get_mut(*number);
            row.is_some_and(|row| row.show_if.take().is_some() || unpiped(&mut row.label))
        }
        Spot::Text => unpiped(&mut question.text),
        Spot::Help => question.help.take().is_some(),
        Spot::Total => question.total.take().is_some(),
        Spot::Other => false,
    }
}

/// Puts dots in the place of expressions; `false`: there were none.
fn unpiped(texts: &mut Texts) -> bool {
    let mut any = false;
    for text in texts.values_mut() {
        let plain = pipe::fill(text, |_| "…".into());
        any |= plain != *text;
        *text = plain;
    }
    any
}
