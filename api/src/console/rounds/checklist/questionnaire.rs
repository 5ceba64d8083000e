//! What the questionnaire has to do with the launch: whether there is one, and whether it suits the round and the one before.

use rundfrage_shared::db::DbResult;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::difference::{Difference, compare};
use rundfrage_shared::questionnaire::model::{QuestionKind, Questionnaire};
use rundfrage_shared::questionnaire::store::Version;
use rundfrage_shared::round::{self, Round};
use rundfrage_shared::survey::{Anonymity, Survey};
use rundfrage_shared::text::Words;

use super::{Check, Standing, check};
use crate::app::App;
use crate::console::questionnaires::address;

/// Places of a questionnaire that one line names.
const MOST: usize = 5;

/// The lines of the checklist about the questionnaire that would be launched.
pub async fn checks(
    app: &App,
    words: Words,
    survey: &Survey,
    round: &Round,
    version: Option<&Version>,
) -> DbResult<Vec<Check>> {
    let (db, organisation) = (&app.context.db, round.organisation);
    let questionnaire = match version {
        Some(version) => app.versions.lookup(db, organisation, version.id).await?,
        None => None,
    };
    let mut checks =
        vec![on_questionnaire(words, version, questionnaire.as_deref()), on_languages(words, questionnaire.as_deref())];
    let (Some(version), Some(questionnaire)) = (version, questionnaire) else { return Ok(checks) };
    checks.extend(on_files(words, survey, version, &questionnaire));
    let rounds = round::store::list(db, organisation, round.survey).await?;
    let Some((before, launch)) = before(&rounds, round) else { return Ok(checks) };
    if let Some(old) = app.versions.lookup(db, organisation, launch).await? {
        checks.push(on_comparability(words, before, version, &compare(&old, &questionnaire)));
    }
    Ok(checks)
}

fn on_questionnaire(words: Words, version: Option<&Version>, questionnaire: Option<&Questionnaire>) -> Check {
    let title = "console-check-questionnaire";
    let (Some(version), Some(questionnaire)) = (version, questionnaire) else {
        let link = Some(("/console/questionnaires".into(), "console-check-questionnaire-link"));
        return Check { link, ..check(false, title, words.text("console-check-questionnaire-none")) };
    };
    let fallback = &questionnaire.default_language;
    let values = [
        ("title", questionnaire.title.get(&words.language(), fallback).into()),
        ("version", version.number.to_string().into()),
        ("count", questionnaire.questions().count().into()),
    ];
    let link = Some((address(version.id), "console-check-questionnaire-look"));
    Check { link, ..check(true, title, words.with("console-check-questionnaire-good", &values)) }
}

/// A questionnaire that could be read has every text in every language it names: reading refuses gaps.
fn on_languages(words: Words, questionnaire: Option<&Questionnaire>) -> Check {
    let title = "console-check-languages";
    let Some(questionnaire) = questionnaire else {
        return check(false, title, words.text("console-check-languages-none"));
    };
    let languages: Vec<&str> = questionnaire.languages.iter().map(Language::as_str).collect();
    check(true, title, words.with_one("console-check-languages-good", "languages", languages.join(", ")))
}

/// Nobody gets the files of a confidential round to see, for what stands in them may name the company.
fn on_files(words: Words, survey: &Survey, version: &Version, questionnaire: &Questionnaire) -> Option<Check> {
    let uploads = questionnaire.questions().filter(|question| matches!(question.kind, QuestionKind::Upload(_)));
    let codes: Vec<String> = uploads.map(|question| question.code.to_string()).collect();
    if survey.plan.anonymity != Anonymity::Confidential || codes.is_empty() {
        return None;
    }
    let detail = words.with_one("console-check-files-confidential", "questions", named(codes));
    Some(advice("console-check-files", detail.into_owned(), version))
}

/// The round of the series that was launched before this one opens, with its version.
fn before<'r>(rounds: &'r [Round], round: &Round) -> Option<(&'r Round, rundfrage_shared::id::VersionId)> {
    let earlier = |other: &&Round| other.fieldwork.opens_at() < round.fieldwork.opens_at();
    let launched = rounds.iter().filter(earlier).filter_map(|other| Some((other, other.state.launch()?.version)));
    launched.max_by_key(|(other, _)| other.fieldwork.opens_at())
}

fn on_comparability(words: Words, before: &Round, version: &Version, differences: &[Difference]) -> Check {
    let title = "console-check-comparable";
    let mut places: Vec<String> = differences.iter().filter(|it| !it.keeps()).map(|it| it.place.codes()).collect();
    places.dedup();
    let whole = words.text("console-difference-whole").into_owned();
    let places =
        places.into_iter().map(|codes| if codes.is_empty() { whole.clone() } else { codes }).collect::<Vec<_>>();
    let round = || ("round", before.name.as_str().to_owned().into());
    if places.is_empty() {
        return check(true, title, words.with("console-check-comparable-good", &[round()]));
    }
    let values = [round(), ("places", named(places).into())];
    advice(title, words.with("console-check-comparable-breaks", &values).into_owned(), version)
}

/// Worth a look at the version.
fn advice(title: &'static str, detail: String, version: &Version) -> Check {
    let link = Some((address(version.id), "console-check-questionnaire-look"));
    Check { standing: Standing::Advice, link, ..check(true, title, detail) }
}

/// The first of several names.
fn named(mut names: Vec<String>) -> String {
    let are_more = names.len() > MOST;
    names.truncate(MOST);
    names.join(", ") + if are_more { ", …" } else { "" }
}
