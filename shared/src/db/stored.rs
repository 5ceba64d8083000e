//! Reading back what was stored.

use std::fmt::Display;

use super::{DbError, DbResult};

/// Turns a stored value into its domain type; a value that no longer fits is a defect of the data and says which column.
pub fn stored<T, E: Display>(column: &'static str, parsed: Result<T, E>) -> DbResult<T> {
    parsed.map_err(|error| DbError::Unreadable(column, error.to_string()))
}
