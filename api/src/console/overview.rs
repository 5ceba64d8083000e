//! `/console`: what runs, and what comes next.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::db::DbResult;
use rundfrage_shared::fieldwork::{self, Funnel};
use rundfrage_shared::id::SurveyId;
use rundfrage_shared::invitation::InvitationState;
use rundfrage_shared::round::{self, ReminderRunState, Round, Stage};
use rundfrage_shared::survey;

use super::rounds::{share_text, state_badge};
use super::shell::{Place, Shell};
use super::staff::Staff;
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

/// One round that runs or is being prepared.
struct Line {
    survey: String,
    round: Round,
    funnel: Funnel,
    /// What happens next, and when: the name of a text, and a local time.
    next: Option<(&'static str, chrono::NaiveDateTime)>,
}

impl Line {
    fn started(&self) -> i64 {
        self.funnel.at(InvitationState::Started)
    }

    fn completed(&self) -> i64 {
        self.funnel.at(InvitationState::Completed)
    }

    fn share(&self, page: &Page) -> String {
        share_text(page.words, self.completed(), self.funnel.total())
    }

    fn badge(&self) -> (&'static str, &'static str) {
        state_badge(&self.round)
    }
}

#[derive(Template)]
#[template(path = "console/overview.html")]
struct OverviewPage {
    page: Page,
    shell: Shell,
    running: Vec<Line>,
    drafts: Vec<Line>,
    has_surveys: bool,
}

/// Shows the rounds that are not over.
pub async fn get(State(app): State<App>, staff: Staff) -> Result<Response, WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let surveys = survey::store::list(db, organisation).await?;
    let titles: BTreeMap<SurveyId, String> =
        surveys.into_iter().map(|survey| (survey.id, survey.plan.title.to_string())).collect();
    let mut funnels = fieldwork::store::running(db, organisation).await?;
    let (mut running, mut drafts) = (Vec::new(), Vec::new());
    for round in round::store::list_current(db, organisation).await? {
        let survey = titles.get(&round.survey).cloned().unwrap_or_default();
        let funnel = funnels.remove(&round.id).unwrap_or_default();
        let next = next(&app, &round).await?;
        let lines = if round.state.launch().is_some() { &mut running } else { &mut drafts };
        lines.push(Line { survey, round, funnel, next });
    }
    let has_surveys = !titles.is_empty();
    let (page, shell) = staff.open("console-overview-title", Place::Overview);
    Ok(show(&OverviewPage { page, shell, running, drafts, has_surveys }))
}

async fn next(app: &App, round: &Round) -> DbResult<Option<(&'static str, chrono::NaiveDateTime)>> {
    let fieldwork = &round.fieldwork;
    Ok(match round.state.stage() {
        Stage::Scheduled => Some(("console-next-opens", fieldwork.opens())),
        Stage::Open => {
            let runs = round::store::list_reminder_runs(&app.context.db, round.organisation, round.id).await?;
            let due = runs
                .iter()
                .find(|run| run.state == ReminderRunState::Due)
                .map(|run| ("console-next-reminder", run.due_local));
            due.or(Some(("console-next-closes", fieldwork.closes())))
        }
        _ => None,
    })
}
