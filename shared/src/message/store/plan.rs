//! What is to be sent: planned by sets, once. Planning rings for those who send.

use chrono::{DateTime, TimeDelta, Utc};

use crate::context::Context;
use crate::db::{Bell, DbResult, Tx};
use crate::delegation::Delegation;
use crate::email::EmailAddress;
use crate::id::{MessageId, OrganisationId, RoundId};
use crate::language::Language;
use crate::query;
use crate::round::Round;

/// Plans the invitation mails of a round and returns how many there are; planning again plans nothing.
///
/// Every invitation of the round gets its row, whatever became of it since the launch, so that the states of a round's
/// invitation mails always add up to the number of invited contacts; the claim decides who is really written to.
pub async fn plan_invitations(tx: &mut Tx, round: &Round, now: DateTime<Utc>) -> DbResult<i64> {
    let planned = query!(in tx => execute,
        {sqlite:
            "INSERT INTO messages (id, organisation_id, round_id, contact_id, invitation_id, kind, n, state, due_at, not_after,
                 created_at, updated_at)
             SELECT randomblob(16), i.organisation_id, i.round_id, i.contact_id, i.id, 'invitation', 0, 'due', $3, $4, $3, $3
             FROM invitations i WHERE i.organisation_id = $1 AND i.round_id = $2 ORDER BY i.id
             ON CONFLICT DO NOTHING",
         postgres:
            "INSERT INTO messages (id, organisation_id, round_id, contact_id, invitation_id, kind, n, state, due_at, not_after,
                 created_at, updated_at)
             SELECT gen_random_uuid(), i.organisation_id, i.round_id, i.contact_id, i.id, 'invitation', 0, 'due', $3, $4, $3, $3
             FROM invitations i WHERE i.organisation_id = $1 AND i.round_id = $2 ORDER BY i.id
             ON CONFLICT DO NOTHING"},
        round.organisation, round.id, now, round.fieldwork.closes_at())?;
    tx.ring(Bell::SendMail).await?;
    Ok(i64::try_from(planned).unwrap_or(i64::MAX))
}

/// Plans the `n`-th reminder, counted from 1, to everybody who was invited and whose company has not answered, and returns
/// how many there are; planning again plans nothing.
pub async fn plan_reminders(
    tx: &mut Tx,
    organisation: OrganisationId,
    round: RoundId,
    n: i64,
    not_after: DateTime<Utc>,
    now: DateTime<Utc>,
) -> DbResult<i64> {
    /// The recipients of a reminder, behind an engine's way to draw ids.
    macro_rules! reminders {
        ($id:literal) => {
            concat!(
                "INSERT INTO messages (id, organisation_id, round_id, contact_id, invitation_id, kind, n, state, due_at,
                     not_after, created_at, updated_at)
                 SELECT ",
                $id,
                ", i.organisation_id, i.round_id, i.contact_id, i.id, 'reminder', $3, 'due', $4, $5, $4, $4
                 FROM invitations i
                 JOIN contacts c ON c.id = i.contact_id
                 JOIN rounds r ON r.id = i.round_id
                 WHERE i.organisation_id = $1 AND i.round_id = $2 AND i.state IN ('invited', 'started') AND c.state = 'active'
                   AND NOT EXISTS (SELECT 1 FROM responses p
                       WHERE p.round_id = i.round_id AND p.company_id = i.company_id AND p.state = 'submitted')
                   AND NOT EXISTS (SELECT 1 FROM suppressions s
                       WHERE s.organisation_id = i.organisation_id AND s.email = lower(c.email)
                         AND (s.survey_id IS NULL OR s.survey_id = r.survey_id))
                 ORDER BY i.id
                 ON CONFLICT DO NOTHING"
            )
        };
    }
    let planned = query!(in tx => execute,
        {sqlite: reminders!("randomblob(16)"), postgres: reminders!("gen_random_uuid()")},
        organisation, round, n, now, not_after)?;
    tx.ring(Bell::SendMail).await?;
    Ok(i64::try_from(planned).unwrap_or(i64::MAX))
}

/// Plans a sample of the round's invitation to a staff member's own address, in whatever state the round is.
pub async fn plan_test(
    tx: &mut Tx,
    ctx: &Context,
    round: &Round,
    recipient: &EmailAddress,
    language: &Language,
) -> DbResult<MessageId> {
    let now = ctx.now();
    let id = MessageId::new(&ctx.entropy, now);
    query!(in tx => execute,
        "INSERT INTO messages (id, organisation_id, round_id, kind, n, state, due_at, not_after, recipient, language,
             created_at, updated_at)
         VALUES ($1, $2, $3, 'test', 0, 'due', $4, $5, $6, $7, $4, $4)",
        id, round.organisation, round.id, now, now + TimeDelta::days(1), recipient.as_str(), language.as_str())?;
    tx.ring(Bell::SendMail).await?;
    Ok(id)
}

/// Plans the one mail by which a colleague learns what was handed over; planning again plans nothing.
pub async fn plan_delegation(
    tx: &mut Tx,
    ctx: &Context,
    delegation: &Delegation,
    not_after: DateTime<Utc>,
) -> DbResult<()> {
    let id = MessageId::new(&ctx.entropy, delegation.created_at);
    query!(in tx => execute,
        "INSERT INTO messages (id, organisation_id, round_id, delegation_id, kind, n, state, due_at, not_after, recipient,
             language, created_at, updated_at)
         VALUES ($1, $2, $3, $4, 'delegation', 0, 'due', $5, $6, $7, $8, $5, $5)
         ON CONFLICT DO NOTHING",
        id, delegation.organisation, delegation.round, delegation.id, delegation.created_at, not_after,
        delegation.email.as_str(), delegation.language.as_str())?;
    tx.ring(Bell::SendMail).await
}

/// Cancels what a round that takes no more answers has not sent; returns how many.
pub async fn cancel_unsent(
    tx: &mut Tx,
    organisation: OrganisationId,
    round: RoundId,
    now: DateTime<Utc>,
) -> DbResult<u64> {
    query!(in tx => execute,
        "UPDATE messages SET state = 'cancelled', updated_at = $3
         WHERE organisation_id = $1 AND round_id = $2 AND state IN ('due', 'deferred') AND kind <> 'test'",
        organisation, round, now)
}

/// Makes a message that failed or whose outcome is unknown due once more, because staff want it, with as much patience as at
/// first; `false` if it is neither, or too late.
pub async fn send_again(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: MessageId,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let due = query!(in tx => execute,
        "UPDATE messages SET state = 'due', unknowns = 0, first_attempt_at = NULL, due_at = $3, updated_at = $3
         WHERE organisation_id = $1 AND id = $2 AND state IN ('failed', 'unknown') AND not_after > $3",
        organisation, id, now)?;
    tx.ring(Bell::SendMail).await?;
    Ok(due == 1)
}
