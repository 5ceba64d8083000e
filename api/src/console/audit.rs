//! `/console/audit`: what was done, the newest first.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rundfrage_shared::audit::{self, Record};
use rundfrage_shared::staff::store;
use rundfrage_shared::text::Words;
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
    lines: Vec<Line>,
    /// The address of older entries, if there are any.
    older: Option<String>,
    is_newest: bool,
}

/// One entry in words.
struct Line {
    entry: Record,
    action: String,
    actor: String,
    /// Where the subject can be looked at.
    link: Option<String>,
}

impl Line {
    fn new(entry: Record, words: Words, people: &BTreeMap<String, String>) -> Self {
        let action = action_key(&entry.action).map_or(entry.action.clone(), |key| words.text(key).into_owned());
        let actor = match entry.actor.split_once(':') {
            Some(("staff", id)) => people.get(id).cloned().unwrap_or_else(|| entry.actor.clone()),
            Some(("command", name)) => words.with_one("console-audit-command", "name", name.to_owned()).into_owned(),
            Some(("system", name)) => words.with_one("console-audit-system", "name", name.to_owned()).into_owned(),
            _ => entry.actor.clone(),
        };
        let link = link(&entry.subject);
        Self { entry, action, actor, link }
    }

    fn kind(&self) -> &str {
        self.entry.subject.split(':').next().unwrap_or_default()
    }

    fn details(&self) -> &str {
        if self.entry.details == "{}" { "" } else { &self.entry.details }
    }
}

/// The page of a subject, if there is one. Subjects are written by the platform: kind and id.
fn link(subject: &str) -> Option<String> {
    let (kind, id) = subject.split_once(':')?;
    id.parse::<uuid::Uuid>().ok()?;
    match kind {
        "round" => Some(format!("/console/rounds/{id}")),
        "survey" => Some(format!("/console/surveys/{id}")),
        "version" => Some(format!("/console/questionnaires/versions/{id}")),
        "staff" => Some(Place::People.path().into()),
        _ => None,
    }
}

/// The text that names what was done; what has none is shown as it is stored.
fn action_key(action: &str) -> Option<&'static str> {
    Some(match action {
        "organisation.set-up" => "console-action-organisation-set-up",
        "staff.added" => "console-action-staff-added",
        "staff.link-issued" => "console-action-staff-link-issued",
        "staff.password-set" => "console-action-staff-password-set",
        "staff.signed-in" => "console-action-staff-signed-in",
        "company.closed" => "console-action-company-closed",
        "company.reopened" => "console-action-company-reopened",
        "panel.imported" => "console-action-panel-imported",
        "questionnaire.published" => "console-action-questionnaire-published",
        "survey.created" => "console-action-survey-created",
        "survey.open-link" => "console-action-survey-open-link",
        "survey.changed" => "console-action-survey-changed",
        "round.created" => "console-action-round-created",
        "round.rescheduled" => "console-action-round-rescheduled",
        "round.launched" => "console-action-round-launched",
        "round.launch_undone" => "console-action-round-launch-undone",
        "round.test-mail" => "console-action-round-test-mail",
        "round.message-again" => "console-action-round-message-again",
        "round.paused" => "console-action-round-paused",
        "round.resumed" => "console-action-round-resumed",
        "round.cancelled" => "console-action-round-cancelled",
        "round.opened" => "console-action-round-opened",
        "letters.printed" => "console-action-letters-printed",
        "round.closed" => "console-action-round-closed",
        _ => return None,
    })
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
    let people = store::list(&app.context.db, staff.organisation_id(), 500).await?;
    let people = people.into_iter().map(|person| (person.id.to_string(), person.name.to_string())).collect();
    let words = staff.words();
    let lines = entries.into_iter().map(|entry| Line::new(entry, words, &people)).collect();
    let (page, shell) = staff.0.open("console-audit-title", Place::Audit);
    Ok(show(&AuditPage { page, shell, zone, lines, older, is_newest }))
}
