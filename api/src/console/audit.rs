//! `/console/audit`: what was done, the newest first.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rundfrage_shared::audit::{self, Record};
use serde::Deserialize;

use super::shell::{Place, Shell};
use super::staff::Owner;
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

/// So many entries a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "console/audit.html")]
struct AuditPage {
    page: Page,
    shell: Shell,
    zone: chrono_tz::Tz,
    entries: Vec<Record>,
    /// The address of older entries, if there are any.
    older: Option<String>,
    is_newest: bool,
}

/// From where on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct From {
    before: Option<i64>,
}

/// Shows one page of the log.
pub async fn get(State(app): State<App>, staff: Owner, Query(from): Query<From>) -> Result<Response, WebError> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut entries = audit::list(&app.context.db, staff.organisation_id(), from.before, limit).await?;
    let has_older = entries.len() > PAGE;
    entries.truncate(PAGE);
    let last = entries.last().filter(|_| has_older);
    let older = last.map(|entry| format!("{}?before={}", Place::Audit.path(), entry.sequence));
    let (zone, is_newest) = (staff.organisation.zone, from.before.is_none());
    let (page, shell) = staff.0.open("console-audit-title", Place::Audit);
    Ok(show(&AuditPage { page, shell, zone, entries, older, is_newest }))
}
