//! Rounds and their reminder runs in the database.

use chrono::{DateTime, NaiveDateTime, Utc};
use sqlx::types::Json;

use super::launch::ReminderRun;
use super::{Fieldwork, IllegalMove, Launch, ReminderRunState, Round, RoundName, RoundState, Stage};
use crate::db::{Db, DbError, DbResult, Tx, stored};
use crate::id::{OrganisationId, RoundId, SurveyId, VersionId};
use crate::query;
use crate::survey::ReminderRule;

#[derive(sqlx::FromRow)]
struct RoundRow {
    id: RoundId,
    organisation_id: OrganisationId,
    survey_id: SurveyId,
    name: String,
    state: String,
    zone: String,
    opens_local: NaiveDateTime,
    closes_local: NaiveDateTime,
    paused_at: Option<DateTime<Utc>>,
    launched_at: Option<DateTime<Utc>>,
    launched_by: Option<String>,
    undo_until: Option<DateTime<Utc>>,
    recipients: Option<i64>,
    version_id: Option<VersionId>,
    anonymity: Option<String>,
    reminder_rules: Option<Json<Vec<ReminderRule>>>,
    opened_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
}

impl RoundRow {
    fn read(self) -> DbResult<Round> {
        let zone = stored("rounds.zone", self.zone.parse())?;
        Ok(Round {
            id: self.id,
            organisation: self.organisation_id,
            survey: self.survey_id,
            name: stored("rounds.name", RoundName::parse(&self.name))?,
            fieldwork: stored("rounds.closes_local", Fieldwork::new(self.opens_local, self.closes_local, zone))?,
            paused_at: self.paused_at,
            state: self.state()?,
        })
    }

    fn state(&self) -> DbResult<RoundState> {
        let missing = || DbError::Unreadable("rounds.state", format!("{} without its instants", self.state));
        let launch = || self.launch()?.ok_or_else(missing);
        let opened_at = || self.opened_at.ok_or_else(missing);
        let closed_at = || self.closed_at.ok_or_else(missing);
        Ok(match stored("rounds.state", self.state.parse())? {
            Stage::Draft => RoundState::Draft,
            Stage::Scheduled => RoundState::Scheduled(launch()?),
            Stage::Open => RoundState::Open { launch: launch()?, opened_at: opened_at()? },
            Stage::Closed => RoundState::Closed { launch: launch()?, opened_at: opened_at()?, closed_at: closed_at()? },
            Stage::Published => {
                RoundState::Published { launch: launch()?, opened_at: opened_at()?, closed_at: closed_at()? }
            }
            Stage::Cancelled => RoundState::Cancelled,
        })
    }

    fn launch(&self) -> DbResult<Option<Launch>> {
        let (Some(at), Some(by), Some(undo_until), Some(recipients), Some(version), Some(anonymity), Some(rules)) = (
            self.launched_at,
            &self.launched_by,
            self.undo_until,
            self.recipients,
            self.version_id,
            &self.anonymity,
            &self.reminder_rules,
        ) else {
            return Ok(None);
        };
        Ok(Some(Launch {
            at,
            by: by.clone(),
            undo_until,
            recipients,
            version,
            anonymity: stored("rounds.anonymity", anonymity.parse())?,
            reminder_rules: rules.0.clone(),
        }))
    }
}

/// The columns of a [`RoundRow`], in front of the rest of a statement.
macro_rules! select_rounds {
    ($rest:literal) => {
        concat!(
            "SELECT id, organisation_id, survey_id, name, state, zone, opens_local, closes_local, paused_at, launched_at,
                 launched_by, undo_until, recipients, version_id, anonymity, reminder_rules, opened_at, closed_at
             FROM rounds ",
            $rest
        )
    };
}

/// Stores a new draft; [`DbError::Exists`] if the survey has a round with this name.
pub async fn create(tx: &mut Tx, round: &Round, now: DateTime<Utc>) -> DbResult<()> {
    let fieldwork = &round.fieldwork;
    query!(in tx => execute,
        "INSERT INTO rounds (id, organisation_id, survey_id, name, state, zone, opens_local, closes_local, opens_at,
             closes_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $10)",
        round.id, round.organisation, round.survey, round.name.as_str(), fieldwork.zone().name(), fieldwork.opens(),
        fieldwork.closes(), fieldwork.opens_at(), fieldwork.closes_at(), now)?;
    Ok(())
}

/// Stores what a move changed, if the round still stands at `from`; else [`IllegalMove::MovedMeanwhile`].
///
/// Covers every move, pausing included. Opening and closing times are written too, so that a draft can be changed with it; the
/// round that moves must have been read by [`lock`] in the same transaction.
pub async fn move_from(tx: &mut Tx, from: Stage, round: &Round, now: DateTime<Utc>) -> Result<(), MoveError> {
    let (opened_at, closed_at) = match &round.state {
        RoundState::Open { opened_at, .. } => (Some(*opened_at), None),
        RoundState::Closed { opened_at, closed_at, .. } | RoundState::Published { opened_at, closed_at, .. } => {
            (Some(*opened_at), Some(*closed_at))
        }
        RoundState::Draft | RoundState::Scheduled(_) | RoundState::Cancelled => (None, None),
    };
    let launch = round.state.launch();
    let fieldwork = &round.fieldwork;
    let moved = query!(in tx => execute,
        "UPDATE rounds SET state = $4, paused_at = $5, launched_at = $6, launched_by = $7, undo_until = $8, recipients = $9,
             version_id = $10, anonymity = $11, reminder_rules = $12, opened_at = $13, closed_at = $14, opens_local = $15,
             closes_local = $16, opens_at = $17, closes_at = $18, zone = $19, updated_at = $20
         WHERE id = $1 AND organisation_id = $2 AND state = $3",
        round.id, round.organisation, from.as_str(), round.state.as_str(), round.paused_at, launch.map(|launch| launch.at),
        launch.map(|launch| launch.by.as_str()), launch.map(|launch| launch.undo_until),
        launch.map(|launch| launch.recipients), launch.map(|launch| launch.version),
        launch.map(|launch| launch.anonymity.as_str()), launch.map(|launch| Json(&launch.reminder_rules)), opened_at,
        closed_at, fieldwork.opens(), fieldwork.closes(), fieldwork.opens_at(), fieldwork.closes_at(),
        fieldwork.zone().name(), now)?;
    if moved == 1 { Ok(()) } else { Err(IllegalMove::MovedMeanwhile.into()) }
}

/// Why a move was not stored.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// The round has moved meanwhile.
    #[error(transparent)]
    Illegal(#[from] IllegalMove),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<MoveError> for super::launch::LaunchError {
    fn from(error: MoveError) -> Self {
        match error {
            MoveError::Illegal(illegal) => Self::Illegal(illegal),
            MoveError::Db(db) => Self::Db(db),
        }
    }
}

/// The round, if the organisation has it.
pub async fn lookup(db: &Db, organisation: OrganisationId, id: RoundId) -> DbResult<Option<Round>> {
    let row = query!(db => fetch_optional::<RoundRow>,
        {both: select_rounds!("WHERE organisation_id = $1 AND id = $2")}, organisation, id)?;
    row.map(RoundRow::read).transpose()
}

/// The round, if the organisation has it, as it stands until the transaction ends: whoever else wants to move it waits. What is
/// moved is what was looked at, so that a pause or another opening time set at the same moment is not written over.
pub async fn lock(tx: &mut Tx, organisation: OrganisationId, id: RoundId) -> DbResult<Option<Round>> {
    let row = query!(in tx => fetch_optional::<RoundRow>,
        {sqlite: select_rounds!("WHERE organisation_id = $1 AND id = $2"),
         postgres: select_rounds!("WHERE organisation_id = $1 AND id = $2 FOR NO KEY UPDATE")}, organisation, id)?;
    row.map(RoundRow::read).transpose()
}

/// The survey's rounds, newest opening first, at most 500.
pub async fn list(db: &Db, organisation: OrganisationId, survey: SurveyId) -> DbResult<Vec<Round>> {
    let rows = query!(db => fetch_all::<RoundRow>,
        {both: select_rounds!("WHERE organisation_id = $1 AND survey_id = $2 ORDER BY opens_at DESC, id LIMIT 500")},
        organisation, survey)?;
    rows.into_iter().map(RoundRow::read).collect()
}

/// The organisation's rounds that are drafts, scheduled or open, by opening, at most 200.
pub async fn list_current(db: &Db, organisation: OrganisationId) -> DbResult<Vec<Round>> {
    let rows = query!(db => fetch_all::<RoundRow>,
        {both: select_rounds!("WHERE organisation_id = $1 AND state IN ('draft', 'scheduled', 'open') ORDER BY opens_at, id LIMIT 200")},
        organisation)?;
    rows.into_iter().map(RoundRow::read).collect()
}

/// Launched rounds of any organisation whose opening is due and whose launch can no longer be undone, at most 100.
pub async fn list_due_to_open(db: &Db, now: DateTime<Utc>) -> DbResult<Vec<Round>> {
    let rows = query!(db => fetch_all::<RoundRow>,
        {both: select_rounds!("WHERE state = 'scheduled' AND opens_at <= $1 AND undo_until <= $1 ORDER BY opens_at LIMIT 100")},
        now)?;
    rows.into_iter().map(RoundRow::read).collect()
}

/// Open rounds of any organisation whose closing is due, at most 100.
pub async fn list_due_to_close(db: &Db, now: DateTime<Utc>) -> DbResult<Vec<Round>> {
    let rows = query!(db => fetch_all::<RoundRow>,
        {both: select_rounds!("WHERE state = 'open' AND closes_at <= $1 ORDER BY closes_at LIMIT 100")},
        now)?;
    rows.into_iter().map(RoundRow::read).collect()
}

/// Plans one reminder run of a launched round; `n` counts from 1.
pub async fn plan_reminder_run(tx: &mut Tx, round: &Round, n: i64, run: &ReminderRun) -> DbResult<()> {
    query!(in tx => execute,
        "INSERT INTO reminder_runs (round_id, n, organisation_id, due_local, due_at, not_after, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'due')",
        round.id, n, round.organisation, run.due_local, run.due_at, run.not_after)?;
    Ok(())
}

/// Removes the planned reminder runs of a round whose launch is taken back.
pub async fn forget_reminder_runs(tx: &mut Tx, organisation: OrganisationId, round: RoundId) -> DbResult<()> {
    query!(in tx => execute,
        "DELETE FROM reminder_runs WHERE organisation_id = $1 AND round_id = $2 AND state = 'due'", organisation, round)?;
    Ok(())
}

/// One reminder run as it stands.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredReminderRun {
    /// The round.
    pub round_id: RoundId,
    /// Whose it is.
    pub organisation_id: OrganisationId,
    /// Which reminder, counted from 1.
    pub n: i64,
    /// Local time in the round's zone.
    pub due_local: NaiveDateTime,
    /// After this it is not sent any more.
    pub not_after: DateTime<Utc>,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: ReminderRunState,
    /// How many mails it planned.
    pub planned: Option<i64>,
}

/// The reminder runs of a round in order.
pub async fn list_reminder_runs(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
) -> DbResult<Vec<StoredReminderRun>> {
    query!(db => fetch_all::<StoredReminderRun>,
        "SELECT round_id, organisation_id, n, due_local, not_after, state, planned FROM reminder_runs
         WHERE organisation_id = $1 AND round_id = $2 ORDER BY n LIMIT 100", organisation, round)
}

/// Reminder runs of open, not paused rounds that are due, at most 100.
pub async fn list_due_reminder_runs(db: &Db, now: DateTime<Utc>) -> DbResult<Vec<StoredReminderRun>> {
    query!(db => fetch_all::<StoredReminderRun>,
        "SELECT run.round_id, run.organisation_id, run.n, run.due_local, run.not_after, run.state, run.planned
         FROM reminder_runs run JOIN rounds ON rounds.id = run.round_id
         WHERE run.state = 'due' AND run.due_at <= $1 AND rounds.state = 'open' AND rounds.paused_at IS NULL
         ORDER BY run.due_at LIMIT 100", now)
}

/// Ends a reminder run that was due; `false` if somebody else ended it first.
pub async fn end_reminder_run(
    tx: &mut Tx,
    run: &StoredReminderRun,
    state: ReminderRunState,
    planned: Option<i64>,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let ended = query!(in tx => execute,
        "UPDATE reminder_runs SET state = $3, planned = $4, ran_at = $5 WHERE round_id = $1 AND n = $2 AND state = 'due'",
        run.round_id, run.n, state.as_str(), planned, now)?;
    Ok(ended == 1)
}

/// Cancels the reminder runs of a round that are still due.
pub async fn cancel_reminder_runs(tx: &mut Tx, round: &Round, now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE reminder_runs SET state = $3, ran_at = $4 WHERE organisation_id = $1 AND round_id = $2 AND state = 'due'",
        round.organisation, round.id, ReminderRunState::Cancelled.as_str(), now)?;
    Ok(())
}
