//! Who is signed in, as the first argument of a handler.

use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rundfrage_shared::audit::{self, Actor, Entry};
use rundfrage_shared::db::Tx;
use rundfrage_shared::id::OrganisationId;
use rundfrage_shared::organisation::{self, Organisation};
use rundfrage_shared::staff::{Role, StaffMember, store};
use rundfrage_shared::text::Words;
use tower_sessions::Session;

use super::notice::Notice;
use super::session;
use super::shell::{Place, Shell, role_key};
use crate::app::App;
use crate::errors::WebError;
use crate::page::Page;

/// Somebody who signed in, whatever the role: may look.
#[derive(Clone, Debug)]
pub struct Staff {
    /// The person.
    pub member: StaffMember,
    /// The organisation the person works for: nothing else is seen or changed.
    pub organisation: Organisation,
    /// The person's session.
    pub session: Session,
    page: Page,
    notice: Option<Notice>,
}

impl Staff {
    /// The page titled by the text `title`, and the shell around it.
    #[must_use]
    pub fn open(self, title: &str, place: Place) -> (Page, Shell) {
        let (page, shell) = self.open_as(String::new(), place);
        (page.titled(title), shell)
    }

    /// The page with a title that is no text of the interface, and the shell around it.
    #[must_use]
    pub fn open_as(self, title: String, place: Place) -> (Page, Shell) {
        let (member, mut page) = (self.member, self.page);
        page.nav = place.ways(member.role, page.words);
        page.user = Some(format!("{} · {}", member.name, page.t(role_key(member.role))));
        (page.of(self.organisation.name.as_str()).titled_as(title), Shell { role: member.role, notice: self.notice })
    }

    /// The id by which everything of this person's organisation is asked for.
    #[must_use]
    pub const fn organisation_id(&self) -> OrganisationId {
        self.organisation.id
    }

    /// The words of the person's language.
    #[must_use]
    pub const fn words(&self) -> Words {
        self.page.words
    }

    /// The person as the audit log names it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Staff(self.member.id)
    }

    /// Writes the audit log inside the transaction that does what the entry says; the last statement before its commit.
    pub async fn record(
        &self,
        app: &App,
        tx: &mut Tx,
        action: &str,
        subject: String,
        details: serde_json::Value,
    ) -> Result<(), WebError> {
        let entry = Entry { actor: self.actor(), action, subject, details };
        Ok(audit::append(tx, self.organisation.id, &entry, app.context.now()).await?)
    }

    async fn find(parts: &mut Parts, app: &App) -> Result<Option<Self>, WebError> {
        let internal = |error: tower_sessions::session::Error| WebError::Internal(error.into());
        let Ok(session) = Session::from_request_parts(parts, app).await else { return Ok(None) };
        let Some((organisation, id)) = session::who(&app.context, &session).await.map_err(internal)? else {
            return Ok(None);
        };
        let member = store::lookup(&app.context.db, organisation, id).await?;
        let organisation = organisation::store::lookup(&app.context.db, organisation).await?;
        let (Some(member), Some(organisation)) = (member, organisation) else { return Ok(None) };
        let Ok(page) = Page::from_request_parts(parts, app).await;
        let page = page.prefer(&member.language);
        // Only a page tells the notice; what is posted leaves it for the page that comes next.
        let notice = if parts.method == Method::GET { Notice::take(&session).await } else { None };
        Ok(Some(Self { member, organisation, session, page, notice }))
    }

    async fn with_role(parts: &mut Parts, app: &App, role: Role) -> Result<Self, Response> {
        match Self::find(parts, app).await.map_err(WebError::into_response)? {
            Some(staff) if staff.member.role.may(role) => Ok(staff),
            None if parts.method.is_safe() => Err(to_sign_in(parts)),
            Some(_) | None => Err(WebError::Forbidden.into_response()),
        }
    }
}

fn to_sign_in(parts: &Parts) -> Response {
    let path = parts.uri.path_and_query().map_or("/console", |path| path.as_str());
    Redirect::to(&format!("/sign-in?return={}", utf8_percent_encode(path, NON_ALPHANUMERIC))).into_response()
}

impl FromRequestParts<App> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        Self::with_role(parts, app, Role::Viewer).await
    }
}

/// Declares an extractor for those who may do more than look.
macro_rules! role {
    ($(#[$doc:meta])* $name:ident, $role:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(pub Staff);

        impl FromRequestParts<App> for $name {
            type Rejection = Response;

            async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
                Staff::with_role(parts, app, $role).await.map(Self)
            }
        }

        impl Deref for $name {
            type Target = Staff;

            fn deref(&self) -> &Staff {
                &self.0
            }
        }
    };
}

role!(/// Somebody who may see and export results.
    Analyst, Role::Analyst);
role!(/// Somebody who may keep the panel and launch rounds.
    Editor, Role::Editor);
role!(/// Somebody who may add people.
    Owner, Role::Owner);
