//! Signing in with a password: throttled per account and per network, and silent about who exists.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::{HashingError, Password, StaffMember, hashing, store};
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::DbError;
use crate::email::EmailAddress;

/// Attempts are counted over this time.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// So many wrong passwords for one account.
const PER_ACCOUNT: i64 = 10;
/// So many attempts from one network: an office behind one address signs in at nine.
const PER_NETWORK: i64 = 100;

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

/// Signs a person in; the caller makes the session. An unknown address, an account without password and a wrong password
/// take the same time and give the same answer.
pub async fn sign_in(ctx: &Context, email: &str, password: &str, network: IpAddr) -> Result<StaffMember, SignInError> {
    let now = ctx.now();
    let account = account_bucket(email);
    throttle(ctx, &network_bucket(network), PER_NETWORK, now).await?;
    throttle(ctx, &account, PER_ACCOUNT, now).await?;
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
    store::forget_attempts(&mut tx, account).await?;
    let (actor, subject) = (Actor::Staff(member.id), format!("staff:{}", member.id));
    let entry = Entry { actor, action: "staff.signed-in", subject, details: serde_json::json!({}) };
    audit::append(&mut tx, member.organisation, &entry, now).await?;
    tx.commit().await
}

/// Counts the attempt before anything is compared, so that parallel attempts cannot slip through.
async fn throttle(ctx: &Context, bucket: &str, limit: i64, now: DateTime<Utc>) -> Result<(), SignInError> {
    let counted = store::count_attempt(&ctx.db, bucket, now + WINDOW, now).await?;
    if counted.attempts > limit { Err(SignInError::Throttled { until: counted.window_ends_at }) } else { Ok(()) }
}

/// Hashed: people type passwords into the wrong field.
fn account_bucket(email: &str) -> String {
    format!("sign-in:account:{}", hex::encode(Sha256::digest(email.trim().to_lowercase().as_bytes())))
}

/// An IPv4 address, or the /64 of an IPv6 address, which one household holds whole.
fn network_bucket(network: IpAddr) -> String {
    match network.to_canonical() {
        IpAddr::V4(address) => format!("sign-in:network:{address}"),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("sign-in:network:{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_one_ipv4_address_or_one_ipv6_subnet() {
        let bucket = |text: &str| network_bucket(text.parse().unwrap());
        assert_eq!(bucket("192.0.2.7"), bucket("::ffff:192.0.2.7"));
        assert_ne!(bucket("192.0.2.7"), bucket("192.0.2.8"));
        assert_eq!(bucket("2001:db8:1:2::7"), bucket("2001:db8:1:2:ffff::8"));
        assert_ne!(bucket("2001:db8:1:2::7"), bucket("2001:db8:1:3::7"));
    }

    #[test]
    fn an_account_is_one_however_it_is_spelt_and_its_address_is_not_kept() {
        assert_eq!(account_bucket(" A@Example.org"), account_bucket("a@example.org"));
        assert!(!account_bucket("a@example.org").contains("example"));
    }
}
