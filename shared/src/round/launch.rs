//! Launching a round: from the typed number of recipients to planned invitations, all or nothing.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use thiserror::Error;

use super::{IllegalMove, Launch, Round, Stage, UNDO_WINDOW, store};
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::DbError;
use crate::id::{OrganisationId, RoundId, VersionId};
use crate::schedule::instant_of;
use crate::survey::{ReminderRule, Survey};
use crate::{invitation, questionnaire, survey};

/// A reminder that could not be sent within this time of its due moment is stale: it is dropped and shown, not sent late.
const REMINDER_PATIENCE: TimeDelta = TimeDelta::days(2);

/// What a staff member confirms.
#[derive(Clone, Copy, Debug)]
pub struct Confirmation {
    /// The number of recipients, as typed.
    pub typed_recipients: i64,
    /// The version of the questionnaire that was shown.
    pub version: VersionId,
    /// Who confirms.
    pub by: Actor,
}

/// Why a round was not launched; nothing has changed.
#[derive(Debug, Error)]
pub enum LaunchError {
    /// There is no such round, or its questionnaire has no such version.
    #[error("there is no such round, or its questionnaire has no such version")]
    NotFound,
    /// The segment holds nobody who can be written to.
    #[error("nobody would be invited: the segment holds no active contact that may be written to")]
    NoRecipients,
    /// The typed number is not the number of recipients.
    #[error("{typed} was typed, but {actual} contacts would be invited")]
    WrongNumber {
        /// What was typed.
        typed: i64,
        /// How many it would be.
        actual: i64,
    },
    /// The round does not stand where it can be launched from.
    #[error(transparent)]
    Illegal(#[from] IllegalMove),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Launches a round: freezes what it is launched with, plans the invitations and the reminder runs, and writes the log, in
/// one transaction. Of two launches at once, one gets [`IllegalMove::From`].
pub async fn launch(
    ctx: &Context,
    organisation: OrganisationId,
    id: RoundId,
    confirmation: Confirmation,
) -> Result<Round, LaunchError> {
    let round = store::lookup(&ctx.db, organisation, id).await?.ok_or(LaunchError::NotFound)?;
    let survey = survey::store::lookup(&ctx.db, organisation, round.survey).await?.ok_or(LaunchError::NotFound)?;
    let version = questionnaire::store::lookup_version(&ctx.db, organisation, confirmation.version).await?;
    version.filter(|version| version.questionnaire == survey.plan.questionnaire).ok_or(LaunchError::NotFound)?;
    let typed = confirmation.typed_recipients;
    let by = confirmation.by;

    let (mut tx, now) = (ctx.db.begin().await?, ctx.now());
    // The lock comes first: it makes a second launch at the same time wait, and then fail.
    let round = store::lock(&mut tx, organisation, id).await?.ok_or(LaunchError::NotFound)?;
    let launched = round.launch(frozen(&survey, confirmation, now))?;
    store::move_from(&mut tx, Stage::Draft, &launched, now).await?;
    let actual = invitation::store::plan(&mut tx, &launched, &survey.plan.segment, now).await?;
    if actual == 0 {
        return Err(LaunchError::NoRecipients);
    }
    if actual != typed {
        return Err(LaunchError::WrongNumber { typed, actual });
    }
    for (n, run) in (1..).zip(reminder_runs(&launched, &survey.plan.reminder_rules)) {
        store::plan_reminder_run(&mut tx, &launched, n, &run).await?;
    }
    let details = json!({ "recipients": actual, "version": launched.state.launch().map(|launch| launch.version) });
    let entry = Entry { actor: by, action: "round.launched", subject: format!("round:{id}"), details };
    audit::append(&mut tx, organisation, &entry, now).await?;
    tx.commit().await?;
    Ok(launched)
}

/// Takes a launch back, within the undo window: the round is a draft again and nobody is invited.
pub async fn undo(ctx: &Context, organisation: OrganisationId, id: RoundId, by: Actor) -> Result<Round, LaunchError> {
    let (mut tx, now) = (ctx.db.begin().await?, ctx.now());
    let round = store::lock(&mut tx, organisation, id).await?.ok_or(LaunchError::NotFound)?;
    let draft = round.undo_launch(now)?;
    store::move_from(&mut tx, Stage::Scheduled, &draft, now).await?;
    invitation::store::forget_planned(&mut tx, organisation, id).await?;
    store::forget_reminder_runs(&mut tx, organisation, id).await?;
    let entry = Entry { actor: by, action: "round.launch_undone", subject: format!("round:{id}"), details: json!({}) };
    audit::append(&mut tx, organisation, &entry, now).await?;
    tx.commit().await?;
    Ok(draft)
}

fn frozen(survey: &Survey, confirmation: Confirmation, now: DateTime<Utc>) -> Launch {
    Launch {
        at: now,
        by: confirmation.by.to_string(),
        undo_until: now + UNDO_WINDOW,
        recipients: confirmation.typed_recipients,
        version: confirmation.version,
        anonymity: survey.plan.anonymity,
        reminder_rules: survey.plan.reminder_rules.clone(),
    }
}

/// When a reminder is due, and when it would be too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReminderRun {
    /// Local time in the round's zone.
    pub due_local: chrono::NaiveDateTime,
    /// The instant that means.
    pub due_at: DateTime<Utc>,
    /// After this it is not sent any more.
    pub not_after: DateTime<Utc>,
}

/// The reminder runs of a round by its survey's rules, in order of time; rules that fall on or after the closing are left out.
#[must_use]
pub fn reminder_runs(round: &Round, rules: &[ReminderRule]) -> Vec<ReminderRun> {
    let fieldwork = &round.fieldwork;
    let mut runs: Vec<ReminderRun> = rules
        .iter()
        .filter_map(|rule| {
            let day = fieldwork.opens().date() + TimeDelta::days(i64::from(rule.days_after_opening));
            let due_local = day.and_time(rule.at);
            let due_at = instant_of(due_local, fieldwork.zone());
            let not_after = (due_at + REMINDER_PATIENCE).min(fieldwork.closes_at());
            (fieldwork.opens_at() < due_at && due_at < fieldwork.closes_at()).then_some(ReminderRun {
                due_local,
                due_at,
                not_after,
            })
        })
        .collect();
    runs.sort_by_key(|run| run.due_at);
    runs.dedup_by_key(|run| run.due_at);
    runs
}
