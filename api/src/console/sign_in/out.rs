//! `/sign-out`.

use axum::response::Redirect;
use tower_sessions::Session;

use crate::errors::WebError;

/// Ends the session: the cookie is worth nothing from now on.
pub async fn post(session: Session) -> Result<Redirect, WebError> {
    session.flush().await.map_err(|error| WebError::Internal(error.into()))?;
    Ok(Redirect::to("/sign-in"))
}
