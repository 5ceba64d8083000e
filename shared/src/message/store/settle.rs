//! How a hand-over ended.

use super::super::{Kind, Outcome, State};
use crate::context::Context;
use crate::db::{DbResult, Tx, stored};
use crate::email::EmailAddress;
use crate::id::{ContactId, DelegationId, InvitationId, MessageId, OrganisationId};
use crate::suppression::{self, Reason};
use crate::{invitation, query};

#[derive(sqlx::FromRow)]
struct SettledRow {
    organisation_id: OrganisationId,
    kind: String,
    contact_id: Option<ContactId>,
    invitation_id: Option<InvitationId>,
    delegation_id: Option<DelegationId>,
    recipient: Option<String>,
}

/// Writes the outcome of a claimed message and what follows from it: the invitation is invited once its mail is accepted;
/// an address that does not exist is suppressed and its contact unreachable.
///
/// Changes nothing and returns `false` if the fencing token is not the present one: somebody else has the message now.
pub async fn settle(tx: &mut Tx, ctx: &Context, id: MessageId, fencing: i64, outcome: &Outcome) -> DbResult<bool> {
    let now = ctx.now();
    let state = outcome.state();
    let row = query!(in tx => fetch_optional::<SettledRow>,
        "UPDATE messages SET state = $3, reply = COALESCE($4, reply), due_at = COALESCE($5, due_at),
             unknowns = CASE WHEN $3 = 'unknown' THEN unknowns + 1 ELSE unknowns END,
             accepted_at = CASE WHEN $3 = 'accepted' THEN $6 ELSE accepted_at END,
             attempts = CASE WHEN $3 = 'due' AND in_flight THEN attempts - 1 ELSE attempts END,
             first_attempt_at = CASE WHEN $3 = 'due' AND in_flight AND attempts = 1 THEN NULL ELSE first_attempt_at END,
             in_flight = FALSE, node = NULL, lease_until = NULL, updated_at = $6
         WHERE id = $1 AND fencing = $2 AND state = 'sending'
         RETURNING organisation_id, kind, contact_id, invitation_id, delegation_id, recipient",
        id, fencing, state.as_str(), outcome.reply(), outcome.due_again(now), now)?;
    let Some(row) = row else { return Ok(false) };
    if let Some(invitation) = row.invitation_id {
        let kind: Kind = stored("messages.kind", row.kind.parse())?;
        if state == State::Accepted && kind == Kind::Invitation {
            invitation::store::mark_invited(tx, invitation, now).await?;
        }
        if matches!(outcome, Outcome::NoSuchAddress(_)) {
            invitation::store::mark_unreachable(tx, invitation, now).await?;
        }
    }
    if matches!(outcome, Outcome::NoSuchAddress(_)) && (row.invitation_id.is_some() || row.delegation_id.is_some()) {
        forget_address(tx, ctx, &row).await?;
    }
    Ok(true)
}

/// Puts the address on the organisation's suppression list and marks the contact, so that the company shows that it needs a
/// new address.
async fn forget_address(tx: &mut Tx, ctx: &Context, row: &SettledRow) -> DbResult<()> {
    let now = ctx.now();
    let email = row.recipient.as_deref().unwrap_or_default();
    let email = stored("messages.recipient", EmailAddress::parse(email))?;
    suppression::store::add(tx, row.organisation_id, &email, None, Reason::Bounced, &ctx.entropy, now).await?;
    query!(in tx => execute,
        "UPDATE contacts SET state = 'unreachable', updated_at = $3
         WHERE organisation_id = $1 AND id = $2 AND state = 'active'",
        row.organisation_id, row.contact_id, now)?;
    Ok(())
}
