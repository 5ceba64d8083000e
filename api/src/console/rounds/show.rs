//! `/console/rounds/{id}`: a draft with its checklist, or fieldwork with its figures.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::State;
use axum::response::{Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rundfrage_shared::classification::{self, Section};
use rundfrage_shared::id::RoundId;
use rundfrage_shared::invitation::InvitationState;
use rundfrage_shared::message::Kind;
use rundfrage_shared::response;
use rundfrage_shared::round::store::StoredReminderRun;
use rundfrage_shared::round::{self, ReminderRunState, Round, RoundState};
use rundfrage_shared::survey::Survey;

use super::checklist::{self, Preparation};
use super::figures::{Figures, Group, Mailing};
use super::{address, found, name, share_text, state_badge};
use crate::app::App;
use crate::console::id::Id;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::{Page, show};

/// The page of one round.
#[derive(Template)]
#[template(path = "console/rounds/show.html")]
pub struct RoundPage {
    page: Page,
    shell: Shell,
    survey: Survey,
    round: Round,
    /// Of a draft: what must be in order.
    preparation: Option<Preparation>,
    /// The number of recipients as it was typed.
    typed: String,
    /// Of a launched round.
    figures: Option<Figures>,
    runs: Vec<StoredReminderRun>,
    /// Whole minutes left to undo the launch, rounded up.
    undo_minutes: Option<i64>,
    may_cancel: bool,
    /// Test responses.
    tests: i64,
}

impl RoundPage {
    /// Adds a complaint by the name of its text.
    pub fn refuse(&mut self, field: &str, key: &str) {
        let message = self.page.t(key).into_owned();
        self.page.refuse(field, message);
    }

    fn badge(&self) -> (&'static str, &'static str) {
        state_badge(&self.round)
    }

    fn address(&self) -> String {
        address(self.round.id)
    }

    /// The columns of the tables.
    const STATES: [InvitationState; 7] = InvitationState::ALL;

    fn is_running(&self) -> bool {
        matches!(self.round.state, RoundState::Scheduled(_) | RoundState::Open { .. })
    }

    fn has_results(&self) -> bool {
        matches!(self.round.state, RoundState::Open { .. } | RoundState::Closed { .. } | RoundState::Published { .. })
    }

    fn completed(figures: &Figures) -> i64 {
        figures.funnel.at(InvitationState::Completed)
    }

    fn started(figures: &Figures) -> i64 {
        figures.funnel.at(InvitationState::Started)
    }

    fn dry_run(&self) -> String {
        format!("{}/dry-run", self.address())
    }

    fn results(&self) -> String {
        format!("{}/results", self.address())
    }

    /// The list behind a number of invitations.
    fn list(&self, state: &str, section: &str, size: &str) -> String {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (section, size) = (encoded(section), encoded(size));
        format!("{}/invitations?state={state}&section={section}&size={size}", self.address())
    }

    /// Whether anybody said why there will be no answer.
    fn has_exits(figures: &Figures) -> bool {
        figures.exits.iter().any(|(_, count)| *count > 0)
    }

    /// The list behind a number of exits.
    fn exits(&self, reason: &str) -> String {
        format!("{}/invitations?state=declined&reason={reason}", self.address())
    }

    /// The list behind a number of messages; the sum of all kinds has none.
    fn messages(&self, mailing: &Mailing, state: &str) -> String {
        let kind = mailing.kind.map_or("", Kind::as_str);
        format!("{}/messages?kind={kind}&state={state}", self.address())
    }

    fn section(&self, group: &Group) -> String {
        let language = self.page.words.language();
        let titled = |section: &Section| format!("{} – {}", section.code, section.title(&language));
        classification::section(&group.code).map_or(group.code.clone(), titled)
    }

    fn run_badge(run: &StoredReminderRun) -> (&'static str, &'static str) {
        match run.state {
            ReminderRunState::Done => ("success", "console-run-done"),
            ReminderRunState::Stale => ("warning", "console-run-stale"),
            ReminderRunState::Cancelled => ("neutral", "console-run-cancelled"),
            ReminderRunState::Due => ("info", "console-run-due"),
        }
    }

    fn share(&self, part: impl Borrow<i64>, whole: impl Borrow<i64>) -> String {
        share_text(self.page.words, *part.borrow(), *whole.borrow())
    }
}

/// Shows the round.
pub async fn get(State(app): State<App>, staff: Staff, Id(id): Id<RoundId>) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &staff, id).await?;
    Ok(show(&draw(&app, staff, round, survey, String::new()).await?))
}

/// The address of a form that was refused, opened again: leads to the round.
pub async fn get_back(Id(id): Id<RoundId>) -> Redirect {
    Redirect::to(&address(id))
}

/// The page of a round, with the number of recipients as it was typed.
pub async fn draw(app: &App, staff: Staff, round: Round, survey: Survey, typed: String) -> Result<RoundPage, WebError> {
    let (context, now) = (&app.context, app.context.now());
    let is_draft = matches!(round.state, RoundState::Draft);
    let preparation =
        if is_draft { Some(checklist::go_through(app, staff.words(), &survey, &round).await?) } else { None };
    let is_launched = round.state.launch().is_some();
    let figures = if is_launched { Some(Figures::read(context, &round).await?) } else { None };
    let runs = round::store::list_reminder_runs(&context.db, round.organisation, round.id).await?;
    let (page, shell) = staff.open_as(name(&survey, &round), Place::Surveys);
    let undo_minutes = undo_minutes(&round, now);
    let may_cancel = round.clone().cancel(now).is_ok();
    let tests = response::store::count_tests(&context.db, round.organisation, round.id).await?;
    Ok(RoundPage { page, shell, survey, round, preparation, typed, figures, runs, undo_minutes, may_cancel, tests })
}

fn undo_minutes(round: &Round, now: chrono::DateTime<chrono::Utc>) -> Option<i64> {
    let RoundState::Scheduled(launch) = &round.state else { return None };
    let left = launch.undo_until - now;
    Some((left.num_seconds() + 59) / 60).filter(|minutes| *minutes > 0)
}
