//! The ledger in the database.

mod claim;
mod list;
mod plan;
mod settle;

pub use claim::{Claim, begin, claim, list_mailable, release, release_expired, renew};
pub use list::{Filter, Listed, count_by_state, list, oldest_due};
pub use plan::{cancel_unsent, plan_delegation, plan_invitations, plan_reminders, plan_test, send_again};
pub use settle::settle;
