//! `/console/panel/companies/{id}`: one company, its contacts, and how often it was asked.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::{Redirect, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rundfrage_shared::fieldwork;
use rundfrage_shared::id::{CompanyId, RoundId};
use rundfrage_shared::invitation::exit::Told;
use rundfrage_shared::invitation::{self, InvitationState};
use rundfrage_shared::panel::{Company, Contact, store};
use serde::Deserialize;
use serde_json::json;

use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "console/panel/company.html")]
struct CompanyPage {
    page: Page,
    shell: Shell,
    company: Company,
    sector: String,
    contacts: Vec<Contact>,
    history: Vec<(String, RoundId, String, InvitationState)>,
    /// What its contacts said on the way out.
    exits: Vec<Told>,
    /// When somebody said that it is closed.
    reported_closed: Option<String>,
    /// When staff confirmed that.
    closed: Option<String>,
    zone: Tz,
}

impl CompanyPage {
    fn at(&self, exit: &Told) -> String {
        self.page.words.instant(exit.at, self.zone)
    }
}

/// What staff know about a company that is said to be closed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    closed: String,
}

/// Shows the company.
pub async fn get(State(app): State<App>, staff: Staff, Id(id): Id<CompanyId>) -> Result<Response, WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let company = store::lookup(db, organisation, id).await?.ok_or(WebError::NotFound)?;
    let contacts = store::list_contacts(db, organisation, id).await?;
    let history = fieldwork::store::history(db, organisation, id).await?;
    let section = company.sector.section().map(|section| section.title(&staff.words().language()));
    let sector = format!("{} – {}", company.sector, section.unwrap_or_default());
    let exits = invitation::store::list_exits(db, organisation, id).await?;
    let closing = store::lookup_closing(db, organisation, id).await?.unwrap_or_default();
    let (words, zone) = (staff.words(), staff.organisation.zone);
    let at = |instant: Option<DateTime<Utc>>| instant.map(|instant| words.instant(instant, zone));
    let (reported_closed, closed) = (at(closing.reported_closed_at), at(closing.closed_at));
    let (page, shell) = staff.open_as(company.name.to_string(), Place::Panel);
    let company = CompanyPage { page, shell, company, sector, contacts, history, exits, reported_closed, closed, zone };
    Ok(show(&company))
}

/// Confirms that the company is closed, or knows better.
pub async fn post_closed(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<CompanyId>,
    Form(verdict): Form<Verdict>,
) -> Result<Redirect, WebError> {
    let (organisation, now) = (editor.organisation_id(), app.context.now());
    let is_closed = verdict.closed == "yes";
    let mut tx = app.context.db.begin().await?;
    let is_known = if is_closed {
        store::confirm_closed(&mut tx, organisation, id, now).await?
    } else {
        store::deny_closed(&mut tx, organisation, id, now).await?
    };
    if !is_known {
        return Err(WebError::NotFound);
    }
    let (action, told) = if is_closed {
        ("company.closed", "console-closed-done")
    } else {
        ("company.reopened", "console-closed-denied")
    };
    editor.record(&app, &mut tx, action, format!("company:{id}"), json!({})).await?;
    tx.commit().await?;
    Notice::done(told).leave(&editor.session).await?;
    Ok(Redirect::to(&format!("/console/panel/companies/{id}")))
}
