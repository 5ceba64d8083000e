//! `/console/questionnaires/versions/{id}/paper`: one version as a form to fill in by pen, in any of its languages.

mod condition;
mod field;
mod grid;
mod hint;
mod plain;
mod sheet;
mod spoken;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rundfrage_shared::id::VersionId;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::model::Questionnaire;
use serde::Deserialize;

use self::sheet::{SectionSheet, sheets};
use self::spoken::Spoken;
use super::version::read;
use crate::app::App;
use crate::assets;
use crate::console::id::Id;
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::show;

/// Which language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// One of the questionnaire's.
    pub language: Option<Language>,
}

/// The form. It stands by itself, without the console around it.
#[derive(Template)]
#[template(path = "console/questionnaires/paper/page.html")]
struct PaperPage<'q> {
    spoken: Spoken<'q>,
    back: String,
    organisation: String,
    title: String,
    intro: Option<String>,
    thanks: Option<String>,
    minutes: Option<u32>,
    sections: Vec<SectionSheet>,
}

impl<'q> PaperPage<'q> {
    const STYLE: &'static str = assets::STYLE;
    const MORE_STYLE: &'static str = assets::MORE_STYLE;

    fn new(questionnaire: &'q Questionnaire, language: &'q Language, organisation: &str, back: String) -> Self {
        let spoken = Spoken::new(questionnaire, language);
        Self {
            back,
            organisation: organisation.to_owned(),
            title: spoken.text(&questionnaire.title),
            intro: questionnaire.intro.as_ref().map(|intro| spoken.text(intro)),
            thanks: questionnaire.thanks.as_ref().map(|thanks| spoken.text(thanks)),
            minutes: questionnaire.estimated_minutes,
            sections: sheets(&spoken),
            spoken,
        }
    }
}

/// Shows the form. A language that the questionnaire does not have is no address of it.
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id<VersionId>,
    Query(wish): Query<Wish>,
) -> Result<Response, WebError> {
    let questionnaire = read(&app, staff.organisation_id(), id).await?;
    let language = language(&questionnaire, wish.language, &staff.words().language())?;
    let organisation = staff.organisation.name.as_str();
    Ok(show(&PaperPage::new(&questionnaire, &language, organisation, super::address(id))))
}

/// The language that is wished for; without a wish the reader's own, if the questionnaire has it.
pub fn language(questionnaire: &Questionnaire, wish: Option<Language>, own: &Language) -> Result<Language, WebError> {
    let has = |language: &Language| questionnaire.languages.contains(language);
    match wish {
        Some(wish) if has(&wish) => Ok(wish),
        Some(_) => Err(WebError::NotFound),
        None if has(own) => Ok(own.clone()),
        None => Ok(questionnaire.default_language.clone()),
    }
}
