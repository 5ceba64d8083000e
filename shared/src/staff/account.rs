//! Adding staff, their one-time links and their passwords.

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;

use super::{HashingError, NewStaff, Password, StaffMember, hashing, store};
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::{DbError, Tx};
use crate::id::{OrganisationId, StaffId};

/// How long a one-time link is good.
const LINK_LIFE: TimeDelta = TimeDelta::hours(24);

/// Why an account could not be changed.
#[derive(Debug, Error)]
pub enum AccountError {
    /// The address signs in already, here or elsewhere.
    #[error("this e-mail address signs in already")]
    EmailTaken,
    /// The one-time link is unknown, used or too old; which of them is not said.
    #[error("this link has been used already or is too old")]
    LinkDead,
    /// The password could not be hashed.
    #[error(transparent)]
    Hashing(#[from] HashingError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Adds a person to the organisation.
pub async fn add(
    ctx: &Context,
    tx: &mut Tx,
    organisation: OrganisationId,
    new: &NewStaff,
    actor: Actor,
) -> Result<StaffMember, AccountError> {
    let now = ctx.now();
    let added = store::create(tx, organisation, new, &ctx.entropy, now).await;
    let member = added
        .map_err(|error| if matches!(error, DbError::Exists) { AccountError::EmailTaken } else { error.into() })?;
    let details = serde_json::json!({ "role": member.role });
    record(tx, &member, actor, "staff.added", details, now).await?;
    Ok(member)
}

/// Makes a one-time link for a person and returns its token: 192 random bits of which only the hash is kept, good for a day
/// and once. Earlier links of the same person die.
pub async fn issue_link(
    ctx: &Context,
    tx: &mut Tx,
    member: &StaffMember,
    actor: Actor,
) -> Result<String, AccountError> {
    let (token, now) = (ctx.entropy.token(), ctx.now());
    store::replace_links(tx, member, &token, now + LINK_LIFE, now).await?;
    record(tx, member, actor, "staff.link-issued", serde_json::json!({}), now).await?;
    Ok(token)
}

/// Uses a one-time link up and sets the password of the person it belongs to, both or neither; of any number of
/// simultaneous uses one succeeds. Every session of the person and every other link ends; the caller makes a new session.
pub async fn set_password_by_link(
    ctx: &Context,
    token: &str,
    password: &Password,
) -> Result<StaffMember, AccountError> {
    // Before the slow hash, so that guessing links costs the guesser more than us.
    store::find_by_link(&ctx.db, token, ctx.now()).await?.ok_or(AccountError::LinkDead)?;
    let hash = hashing::hash(password, &ctx.entropy).await?;
    let (mut tx, now) = (ctx.db.begin().await?, ctx.now());
    let member = store::redeem_link(&mut tx, token, now).await?.ok_or(AccountError::LinkDead)?;
    let member = store_password(&mut tx, member.organisation, member.id, &hash, now).await?;
    tx.commit().await?;
    Ok(member)
}

async fn store_password(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: StaffId,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<StaffMember, AccountError> {
    let member = store::set_password_hash(tx, organisation, id, hash, now).await?.ok_or(AccountError::LinkDead)?;
    store::delete_sessions_of(tx, organisation, id).await?;
    store::delete_links_of(tx, organisation, id).await?;
    record(tx, &member, Actor::Staff(id), "staff.password-set", serde_json::json!({}), now).await?;
    Ok(member)
}

async fn record(
    tx: &mut Tx,
    member: &StaffMember,
    actor: Actor,
    action: &str,
    details: serde_json::Value,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    let entry = Entry { actor, action, subject: format!("staff:{}", member.id), details };
    audit::append(tx, member.organisation, &entry, now).await
}
