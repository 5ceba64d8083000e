//! `/console/panel/companies/{id}`: one company, its contacts, and how often it was asked.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::fieldwork;
use rundfrage_shared::id::{CompanyId, RoundId};
use rundfrage_shared::invitation::InvitationState;
use rundfrage_shared::panel::{Company, Contact, store};

use crate::app::App;
use crate::console::id::Id;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
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
}

/// Shows the company.
pub async fn get(State(app): State<App>, staff: Staff, Id(id): Id<CompanyId>) -> Result<Response, WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let company = store::lookup(db, organisation, id).await?.ok_or(WebError::NotFound)?;
    let contacts = store::list_contacts(db, organisation, id).await?;
    let history = fieldwork::store::history(db, organisation, id).await?;
    let section = company.sector.section().map(|section| section.title(&staff.words().language()));
    let sector = format!("{} – {}", company.sector, section.unwrap_or_default());
    let (page, shell) = staff.open_as(company.name.to_string(), Place::Panel);
    Ok(show(&CompanyPage { page, shell, company, sector, contacts, history }))
}
