//! Sessions of signed-in browsers: tower-sessions over our own table.

use async_trait::async_trait;
use rundfrage_shared::Context;
use rundfrage_shared::db::DbError;
use rundfrage_shared::id::{OrganisationId, StaffId};
use rundfrage_shared::keys::token_hash;
use rundfrage_shared::staff::StaffMember;
use rundfrage_shared::staff::store::{self, IDLE_LIFE, NewSession};
use time::OffsetDateTime;
use tower_sessions::cookie::SameSite;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions::{Expiry, Session, SessionManagerLayer, SessionStore};

use crate::app::App;
use crate::cookie;

const STAFF: &str = "staff";
const ORGANISATION: &str = "organisation";
const SEEN: &str = "seen";
/// The end of a session is moved on at most this often, so that reading pages hardly ever writes.
const TOUCH_SECONDS: i64 = 60;

/// The store. When a session ends is told by our clock alone; tower-sessions' own dates are not looked at.
#[derive(Clone, Debug)]
pub struct Sessions(Context);

/// The layer that gives the routes of the staff their session.
#[must_use]
pub fn layer(app: &App) -> SessionManagerLayer<Sessions> {
    SessionManagerLayer::new(Sessions(app.context.clone()))
        .with_name(cookie::name(app, "session"))
        .with_secure(app.context.settings.is_public_https())
        .with_same_site(SameSite::Lax)
        .with_http_only(true)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd)
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let (organisation, staff) = whose(record).ok_or_else(|| Error::Backend("nobody has signed in".into()))?;
        let (now, data) = (self.0.now(), written(record)?);
        let new = NewSession { organisation, staff, data: &data, expires_at: now + IDLE_LIFE };
        loop {
            match store::insert_session(&self.0.db, &hash(&record.id), &new, now).await {
                Err(DbError::Exists) => record.id = Id::default(),
                outcome => return outcome.map_err(backend),
            }
        }
    }

    /// A session that was ended meanwhile stays ended.
    async fn save(&self, record: &Record) -> Result<()> {
        let expires_at = self.0.now() + IDLE_LIFE;
        store::save_session(&self.0.db, &hash(&record.id), &written(record)?, expires_at).await.map_err(backend)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = store::load_session(&self.0.db, &hash(id), self.0.now()).await.map_err(backend)?;
        let Some(found) = found else { return Ok(None) };
        let data = serde_json::from_str(&found.data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(found.expires_at.timestamp())
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        store::delete_session(&self.0.db, &hash(id)).await.map_err(backend)?;
        Ok(())
    }
}

fn hash(id: &Id) -> Vec<u8> {
    token_hash(&id.to_string())
}

fn written(record: &Record) -> Result<String> {
    serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

fn backend(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

fn whose(record: &Record) -> Option<(OrganisationId, StaffId)> {
    let read = |key| record.data.get(key)?.as_str();
    Some((read(ORGANISATION)?.parse().ok()?, read(STAFF)?.parse().ok()?))
}

/// Makes the session that of `member`, under a new id: whatever id the browser brought is worth nothing afterwards.
pub async fn begin(
    context: &Context,
    session: &Session,
    member: &StaffMember,
) -> std::result::Result<(), tower_sessions::session::Error> {
    // Not `flush`: it would give the new session the old one's id.
    session.clear().await;
    session.cycle_id().await?;
    session.insert(STAFF, member.id).await?;
    session.insert(ORGANISATION, member.organisation).await?;
    session.insert(SEEN, context.now().timestamp()).await
}

/// Who is signed in, if anybody is; moves the end of the session on.
pub async fn who(
    context: &Context,
    session: &Session,
) -> std::result::Result<Option<(OrganisationId, StaffId)>, tower_sessions::session::Error> {
    let (organisation, staff) = (session.get(ORGANISATION).await?, session.get(STAFF).await?);
    let (Some(organisation), Some(staff)) = (organisation, staff) else { return Ok(None) };
    let (now, seen) = (context.now().timestamp(), session.get::<i64>(SEEN).await?.unwrap_or(0));
    if now - seen >= TOUCH_SECONDS {
        session.insert(SEEN, now).await?;
    }
    Ok(Some((organisation, staff)))
}
