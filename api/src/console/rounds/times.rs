//! `/console/rounds/{id}/times`: other opening and closing times for a draft.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use chrono::NaiveDateTime;
use rundfrage_shared::id::RoundId;
use rundfrage_shared::round::launch::LaunchError;
use rundfrage_shared::round::{Fieldwork, Round, RoundState, moves};
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
#[template(path = "console/rounds/times.html")]
struct TimesPage {
    page: Page,
    shell: Shell,
    name: String,
    address: String,
    zone: String,
    typed: Typed,
}

/// Two local times, as a browser sends them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// Opening.
    pub opens: String,
    /// Closing.
    pub closes: String,
}

impl Typed {
    /// The times of `fieldwork`.
    #[must_use]
    pub fn of(fieldwork: &Fieldwork) -> Self {
        Self { opens: written(fieldwork.opens()), closes: written(fieldwork.closes()) }
    }

    /// The times meant, or the fields and texts of the complaints.
    pub fn read(&self, zone: chrono_tz::Tz) -> Result<Fieldwork, Vec<(&'static str, &'static str)>> {
        match (local(&self.opens), local(&self.closes)) {
            (Some(opens), Some(closes)) => {
                Fieldwork::new(opens, closes, zone).map_err(|_| vec![("closes", "console-round-closes-early")])
            }
            (opens, closes) => {
                let wrong = [("opens", opens.is_none()), ("closes", closes.is_none())];
                let wrong = wrong.into_iter().filter(|(_, is_wrong)| *is_wrong);
                Err(wrong.map(|(field, _)| (field, "console-round-time-wrong")).collect())
            }
        }
    }
}

/// As `<input type="datetime-local">` wants it.
#[must_use]
pub fn written(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M").to_string()
}

/// A local time as `datetime-local` or a person without it writes it.
#[must_use]
pub fn local(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M", "%d.%m.%Y, %H:%M"];
    let read = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
    (2000..2200).contains(&chrono::Datelike::year(&read)).then_some(read)
}

/// Shows the form.
pub async fn get(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &editor, id).await?;
    if !matches!(round.state, RoundState::Draft) {
        return refused(&editor, id).await;
    }
    Ok(show(&draw(editor.0, &round, &survey, Typed::of(&round.fieldwork))))
}

/// Changes the times.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<RoundId>,
    Form(typed): Form<Typed>,
) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &editor, id).await?;
    let fieldwork = match typed.read(survey.plan.zone) {
        Ok(fieldwork) => fieldwork,
        Err(complaints) => {
            let mut shown = draw(editor.0, &round, &survey, typed);
            shown.page.refuse_all(&complaints);
            return Ok(show_invalid(&shown));
        }
    };
    match moves::reschedule(&app.context, editor.organisation_id(), id, fieldwork, editor.actor()).await {
        Ok(_) => Notice::done("console-times-done").leave(&editor.session).await?,
        Err(LaunchError::NotFound) => return Err(WebError::NotFound),
        Err(LaunchError::Db(error)) => return Err(error.into()),
        Err(_) => return refused(&editor, id).await,
    }
    Ok(Redirect::to(&address(id)).into_response())
}

fn draw(staff: Staff, round: &Round, survey: &Survey, typed: Typed) -> TimesPage {
    let (page, shell) = staff.open("console-times-title", Place::Surveys);
    let (name, address) = (name(survey, round), address(round.id));
    TimesPage { page, shell, name, address, zone: survey.plan.zone.name().into(), typed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_time_is_read_as_browsers_and_people_write_it() {
        let meant = local("2026-12-01T09:30");
        assert!(meant.is_some());
        for text in ["2026-12-01T09:30:00", " 2026-12-01 09:30", "01.12.2026 09:30", "01.12.2026, 09:30"] {
            assert_eq!(local(text), meant, "{text}");
        }
        for text in ["", "morgen", "2026-13-01T09:30", "9999-01-01T00:00", "2026-12-01"] {
            assert_eq!(local(text), None, "{text}");
        }
    }
}
