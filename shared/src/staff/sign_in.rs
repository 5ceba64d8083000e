//! Signing in with a password: throttled per account and per network, and silent about who exists.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::{HashingError, Password, StaffMember, hashing, store};
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::DbError;
use crate::email::EmailAddress;
use crate::throttle::{self, PER_NETWORK, Refusal, attempt, of_network};

/// So many wrong passwords for one account.
const PER_ACCOUNT: i64 = 10;

/// Why nobody was signed in.
#[derive(Debug, Error)]
pub enum SignInError {
    /// Address or password is wrong; which of them is not said.
    #[error("address or password is wrong")]
    Refused,
    /// Too many attempts; none is looked at before this instant.
    #[error("too many attempts; the next is possible at {until}")]
    Throttled {
        /// When the next attempt is looked at.
        until: DateTime<Utc>,
    },
    /// The password could not be compared.
    #[error(transparent)]
    Hashing(#[from] HashingError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<Refusal> for SignInError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooMany { until } => Self::Throttled { until },
            Refusal::Db(error) => Self::Db(error),
        }
    }
}

/// Signs a person in; the caller makes the session. An unknown address, an account without password and a wrong password
/// take the same time and give the same answer.
pub async fn sign_in(ctx: &Context, email: &str, password: &str, network: IpAddr) -> Result<StaffMember, SignInError> {
    let now = ctx.now();
    let account = account_bucket(email);
    attempt(ctx, &of_network("sign-in", network), PER_NETWORK).await?;
    attempt(ctx, &account, PER_ACCOUNT).await?;
    let found = match EmailAddress::parse(email) {
        Ok(email) => store::find_credentials(&ctx.db, &email).await?,
        Err(_) => None,
    };
    let (member, stored) = found.map_or((None, None), |(member, stored)| (Some(member), stored));
    let typed = if password.chars().count() > Password::MAX { "" } else { password };
    let right = hashing::is_right(typed, stored).await?;
    let member = member.filter(|_| right).ok_or(SignInError::Refused)?;
    record(ctx, &member, &account, now).await?;
    Ok(member)
}

async fn record(ctx: &Context, member: &StaffMember, account: &str, now: DateTime<Utc>) -> Result<(), DbError> {
    let mut tx = ctx.db.begin().await?;
    throttle::store::forget(&mut tx, account).await?;
    let (actor, subject) = (Actor::Staff(member.id), format!("staff:{}", member.id));
    let entry = Entry { actor, action: "staff.signed-in", subject, details: serde_json::json!({}) };
    audit::append(&mut tx, member.organisation, &entry, now).await?;
    tx.commit().await
}

/// Hashed: people type passwords into the wrong field.
fn account_bucket(email: &str) -> String {
    format!("sign-in:account:{}", hex::encode(Sha256::digest(email.trim().to_lowercase().as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_one_however_it_is_spelt_and_its_address_is_not_kept() {
        assert_eq!(account_bucket(" A@Example.org"), account_bucket("a@example.org"));
        assert!(!account_bucket("a@example.org").contains("example"));
    }
}
