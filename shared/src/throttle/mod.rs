//! How often something is tried by people who are not known yet: signing in, typing access codes, beginning by an open link.

pub mod store;

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;

use crate::context::Context;
use crate::db::DbError;

/// Attempts are counted over this time.
pub const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// So many attempts of one kind from one network: an office behind one address begins at nine.
pub const PER_NETWORK: i64 = 100;

/// Why an attempt is not looked at.
#[derive(Debug, Error)]
pub enum Refusal {
    /// Too many attempts; none is looked at before this instant.
    #[error("too many attempts; the next is possible at {until}")]
    TooMany {
        /// When the next attempt is looked at.
        until: DateTime<Utc>,
    },
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Counts an attempt. It is counted before anything is looked up or compared, so that parallel attempts cannot slip through.
pub async fn attempt(ctx: &Context, bucket: &str, limit: i64) -> Result<(), Refusal> {
    let now = ctx.now();
    let counted = store::count(&ctx.db, bucket, now + WINDOW, now).await?;
    if counted.attempts > limit { Err(Refusal::TooMany { until: counted.window_ends_at }) } else { Ok(()) }
}

/// The bucket of a network for attempts of one kind: an IPv4 address, or the /64 of an IPv6 address, which one household holds
/// whole.
#[must_use]
pub fn of_network(kind: &str, network: IpAddr) -> String {
    match network.to_canonical() {
        IpAddr::V4(address) => format!("{kind}:network:{address}"),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{kind}:network:{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_one_ipv4_address_or_one_ipv6_subnet() {
        let bucket = |text: &str| of_network("sign-in", text.parse().unwrap());
        assert_eq!(bucket("192.0.2.7"), bucket("::ffff:192.0.2.7"));
        assert_ne!(bucket("192.0.2.7"), bucket("192.0.2.8"));
        assert_eq!(bucket("2001:db8:1:2::7"), bucket("2001:db8:1:2:ffff::8"));
        assert_ne!(bucket("2001:db8:1:2::7"), bucket("2001:db8:1:3::7"));
    }
}
