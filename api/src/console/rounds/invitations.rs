//! `/console/rounds/{id}/invitations`: who stands where; every number of fieldwork leads here.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rundfrage_shared::fieldwork::{self, Filter, Invited};
use rundfrage_shared::id::RoundId;
use rundfrage_shared::invitation::InvitationState;
use rundfrage_shared::invitation::exit::Reason;
use serde::Deserialize;

use super::{address, exit_key, found, invitation_key, name};
use crate::app::App;
use crate::console::id::Id;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::{Page, show};

/// So many rows a page.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "console/rounds/invitations.html")]
struct InvitationsPage {
    page: Page,
    shell: Shell,
    round: String,
    back: String,
    states: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    asked: Asked,
    invited: Vec<Invited>,
    count: i64,
    current: i64,
    last: i64,
    /// The address of a page of this list, up to the page's number.
    pages: String,
}

/// Which ones, and which page of them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    section: String,
    #[serde(default)]
    size: String,
    #[serde(default)]
    page: Option<i64>,
}

impl Asked {
    fn filter(&self) -> Filter {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (state, reason) = (self.state.parse().ok(), self.reason.parse().ok());
        Filter { state, reason, section: given(&self.section), size_class: given(&self.size) }
    }

    fn address(&self, id: RoundId) -> String {
        let encoded =
            |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
        let (state, reason) = (encoded(&self.state), encoded(&self.reason));
        let (section, size) = (encoded(&self.section), encoded(&self.size));
        format!("{}/invitations?state={state}&reason={reason}&section={section}&size={size}&page=", address(id))
    }
}

/// Shows one page of the list.
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id<RoundId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &staff, id).await?;
    let (db, organisation, filter) = (&app.context.db, staff.organisation_id(), asked.filter());
    let count = fieldwork::store::count(db, organisation, id, &filter).await?;
    let last = ((count + PAGE - 1) / PAGE).max(1);
    let current = asked.page.unwrap_or(1).clamp(1, last);
    let invited = fieldwork::store::list(db, organisation, id, &filter, PAGE, (current - 1) * PAGE).await?;
    let words = staff.words();
    let named = |state: InvitationState| (state.as_str().to_owned(), words.text(invitation_key(state)).into_owned());
    let said = |reason: Reason| (reason.as_str().to_owned(), words.text(exit_key(reason)).into_owned());
    let reasons = Reason::ALL.into_iter().map(said).collect();
    let states = InvitationState::ALL.into_iter().map(named).collect();
    let (pages, back, round) = (asked.address(id), address(id), name(&survey, &round));
    let (page, shell) = staff.open("console-invitations-title", Place::Surveys);
    Ok(show(&InvitationsPage {
        page,
        shell,
        round,
        back,
        states,
        reasons,
        asked,
        invited,
        count,
        current,
        last,
        pages,
    }))
}
