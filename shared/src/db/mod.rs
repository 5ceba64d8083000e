//! One text of SQL, two engines.
//!
//! [`Db`] is chosen once, from the URL; the macro [`query!`](crate::query) expands one query for both engines. Nothing
//! outside this folder matches on the engine but the worker's queue, whose storage is another type on each; no sqlx type leaves
//! the crate but through `Db` itself.
//!
//! Traps the macro cannot see: PostgreSQL's `SUM(bigint)` and `AVG` are NUMERIC (cast them), `COUNT(*)` is `BIGINT`
//! (`i64`), a bare `SELECT 1` is `INT4`; instants are written in whole microseconds ([`Clock::now`](crate::clock::Clock::now)).

mod connect;
pub mod doorbell;
mod error;
mod migrate;
mod query;
mod stored;
mod transaction;

pub use connect::{Db, SqlitePools, check_url};
pub use doorbell::Bell;
pub use error::DbError;
pub use migrate::MigrateError;
pub use stored::stored;
pub use transaction::Tx;

/// The result of a storage function.
pub type DbResult<T> = Result<T, DbError>;
