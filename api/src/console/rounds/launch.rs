//! `POST /console/rounds/{id}/launch`: the typed number of recipients.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::id::{RoundId, VersionId};
use rundfrage_shared::round::launch::{Confirmation, LaunchError, launch};
use rundfrage_shared::round::{IllegalMove, RoundState};
use serde::Deserialize;

use super::{address, checklist, found, show};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::staff::Editor;
use crate::errors::WebError;
use crate::page::show_invalid;

/// What is confirmed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// As typed, to be shown again.
    recipients: String,
    /// The version that the page showed.
    version: VersionId,
}

/// Launches, or says why not.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<RoundId>,
    Form(typed): Form<Typed>,
) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &editor, id).await?;
    let go_on = Redirect::to(&address(id)).into_response();
    if round.state.launch().is_some() {
        // The second of two clicks: what it wanted has been done.
        Notice::done("console-launch-already").leave(&editor.session).await?;
        return Ok(go_on);
    }
    let prepared = checklist::go_through(&app, editor.words(), &survey, &round).await?;
    let complaint = match (stopped(&round.state, &prepared, &typed), number(&typed.recipients)) {
        (Some(complaint), _) => complaint,
        (None, None) => "console-launch-no-number",
        (None, Some(typed_recipients)) => {
            let confirmation = Confirmation { typed_recipients, version: typed.version, by: editor.actor() };
            match launch(&app.context, editor.organisation_id(), id, confirmation).await {
                Ok(_) => {
                    Notice::done("console-launch-done").leave(&editor.session).await?;
                    return Ok(go_on);
                }
                Err(error) => {
                    let Some(complaint) = told(error)? else {
                        Notice::done("console-launch-already").leave(&editor.session).await?;
                        return Ok(go_on);
                    };
                    complaint
                }
            }
        }
    };
    let mut shown = show::draw(&app, editor.0, round, survey, typed.recipients).await?;
    shown.refuse("recipients", complaint);
    Ok(show_invalid(&shown))
}

/// What holds up the launch before the number counts.
fn stopped(state: &RoundState, prepared: &checklist::Preparation, typed: &Typed) -> Option<&'static str> {
    if matches!(state, RoundState::Cancelled) {
        Some("console-launch-moved")
    } else if prepared.recipients == 0 {
        Some("console-launch-nobody")
    } else if !prepared.is_ready() {
        Some("console-launch-not-ready")
    } else if prepared.version != Some(typed.version) {
        Some("console-launch-other-version")
    } else {
        None
    }
}

/// The complaint, or nothing if somebody else launched the round at the same moment.
fn told(error: LaunchError) -> Result<Option<&'static str>, WebError> {
    match error {
        LaunchError::NoRecipients => Ok(Some("console-launch-nobody")),
        LaunchError::WrongNumber { .. } => Ok(Some("console-launch-wrong-number")),
        LaunchError::Illegal(IllegalMove::ClosesTooSoon) => Ok(Some("console-check-times-past")),
        LaunchError::Illegal(_) => Ok(None),
        LaunchError::NotFound => Err(WebError::NotFound),
        LaunchError::Db(error) => Err(error.into()),
    }
}

/// `400`, `1.250` and `1 250` are numbers of people.
fn number(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|c| !matches!(c, '.' | ',' | '\'') && !c.is_whitespace()).collect();
    let is_number = (1..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        assert_eq!(["400", " 1.250", "1 250", "1,250"].map(number), [Some(400), Some(1250), Some(1250), Some(1250)]);
        assert_eq!(["", "-4", "vier", "4e2", "99999999999"].map(number), [None; 5]);
    }
}
