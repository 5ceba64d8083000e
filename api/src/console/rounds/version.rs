//! `/console/rounds/{id}/version`: a newer version of the questionnaire for a round that is open.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use rundfrage_shared::id::{RoundId, VersionId};
use rundfrage_shared::questionnaire::difference::{Difference, is_comparable};
use rundfrage_shared::questionnaire::store::{Version, lookup_version, newest_version};
use rundfrage_shared::round::Round;
use rundfrage_shared::round::version::{VersionError, between, replace_version};
use rundfrage_shared::survey::Survey;
use serde::Deserialize;

use super::{address, found, name, refused};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

#[derive(Template)]
#[template(path = "console/rounds/version.html")]
struct VersionPage {
    page: Page,
    shell: Shell,
    name: String,
    address: String,
    current: Version,
    newest: Version,
    differences: Vec<Difference>,
}

impl VersionPage {
    fn is_newer(&self) -> bool {
        self.newest.number > self.current.number
    }

    fn may_replace(&self) -> bool {
        self.is_newer() && is_comparable(&self.differences)
    }
}

/// Shows what the newest version changes.
pub async fn get(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &editor, id).await?;
    if !round.state.is_open() {
        return refused(&editor, id).await;
    }
    Ok(show(&draw(&app, editor.0, &round, &survey).await?))
}

async fn draw(app: &App, staff: Staff, round: &Round, survey: &Survey) -> Result<VersionPage, WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let launched = round.state.launch().map(|launch| launch.version).ok_or(WebError::NotFound)?;
    let current = lookup_version(db, organisation, launched).await?.ok_or(WebError::NotFound)?;
    let newest = newest_version(db, organisation, current.questionnaire).await?.ok_or(WebError::NotFound)?;
    let differences = match between(db, organisation, current.id, newest.id).await {
        Ok(differences) => differences,
        Err(VersionError::Db(error)) => return Err(error.into()),
        Err(_) => Vec::new(),
    };
    let (page, shell) = staff.open("console-replace-title", Place::Surveys);
    let (name, address) = (name(survey, round), address(round.id));
    Ok(VersionPage { page, shell, name, address, current, newest, differences })
}

/// The version that was shown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    version: VersionId,
}

/// Gives the round the version.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<RoundId>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, WebError> {
    match replace_version(&app.context, editor.organisation_id(), id, chosen.version, editor.actor()).await {
        Ok(_) => Notice::done("console-replace-done").leave(&editor.session).await?,
        Err(VersionError::NotFound) => return Err(WebError::NotFound),
        Err(VersionError::Db(error)) => return Err(error.into()),
        Err(VersionError::NotComparable(differences)) => {
            let (round, survey) = found(&app, &editor, id).await?;
            let mut shown = VersionPage { differences, ..draw(&app, editor.0, &round, &survey).await? };
            shown.page.refuse_all(&[("differences", "console-replace-breaks")]);
            return Ok(show_invalid(&shown));
        }
        Err(VersionError::NotNewer | VersionError::Illegal(_)) => return refused(&editor, id).await,
    }
    Ok(Redirect::to(&address(id)).into_response())
}
