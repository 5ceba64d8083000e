//! `/console/people`: who signs in. Owners add people and hand them a one-time link.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::StaffId;
use rundfrage_shared::name::Name;
use rundfrage_shared::staff::{self, AccountError, NewStaff, Role, StaffMember, store};
use serde::Deserialize;

use super::id::Id;
use super::shell::{Place, Shell, role_key};
use super::staff::{Owner, Staff};
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

/// More people than this work for nobody.
const MOST: i64 = 500;

#[derive(Template)]
#[template(path = "console/people.html")]
struct PeoplePage {
    page: Page,
    shell: Shell,
    people: Vec<StaffMember>,
    roles: Vec<(String, String)>,
    typed: Typed,
    /// A link that was just made: shown once, for only its hash is kept.
    link: Option<(String, String)>,
}

/// A new person.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    name: String,
    email: String,
    role: String,
}

/// Shows the people.
pub async fn get(State(app): State<App>, owner: Owner) -> Result<Response, WebError> {
    Ok(show(&people(&app, owner.0, Typed { role: "editor".into(), ..Typed::default() }, None).await?))
}

async fn people(app: &App, staff: Staff, typed: Typed, link: Option<(String, String)>) -> Result<PeoplePage, WebError> {
    let people = store::list(&app.context.db, staff.organisation_id(), MOST).await?;
    let (page, shell) = staff.open("console-people-title", Place::People);
    let named = |role: &Role| (role.as_str().to_owned(), page.t(role_key(*role)).into_owned());
    let roles = Role::ALL.iter().map(named).collect();
    Ok(PeoplePage { page, shell, people, roles, typed, link })
}

/// Adds a person and shows the one-time link.
pub async fn post(State(app): State<App>, owner: Owner, Form(typed): Form<Typed>) -> Result<Response, WebError> {
    let new = match read(&typed, owner.member.language.clone()) {
        Ok(new) => new,
        Err(complaints) => return refuse(&app, owner, typed, &complaints).await,
    };
    let (mut tx, organisation, actor) = (app.context.db.begin().await?, owner.organisation_id(), owner.actor());
    let member = match staff::add(&app.context, &mut tx, organisation, &new, actor).await {
        Ok(member) => member,
        Err(AccountError::EmailTaken) => {
            drop(tx);
            return refuse(&app, owner, typed, &[("email", "console-people-email-taken")]).await;
        }
        Err(other) => return Err(defect(other)),
    };
    let token = staff::issue_link(&app.context, &mut tx, &member, actor).await.map_err(defect)?;
    tx.commit().await?;
    show_link(&app, owner, &member, &token).await
}

/// Makes a new one-time link for a person who lost the password.
pub async fn post_link(State(app): State<App>, owner: Owner, Id(id): Id<StaffId>) -> Result<Response, WebError> {
    let member = store::lookup(&app.context.db, owner.organisation_id(), id).await?.ok_or(WebError::NotFound)?;
    let mut tx = app.context.db.begin().await?;
    let token = staff::issue_link(&app.context, &mut tx, &member, owner.actor()).await.map_err(defect)?;
    tx.commit().await?;
    show_link(&app, owner, &member, &token).await
}

/// A page asked for by `GET` where only a button leads.
pub async fn get_link() -> Redirect {
    Redirect::to(Place::People.path())
}

async fn show_link(app: &App, owner: Owner, member: &StaffMember, token: &str) -> Result<Response, WebError> {
    let address = app.context.public_address(&format!("/sign-in/link/{token}"));
    let link = Some((member.name.to_string(), address));
    Ok(show(&people(app, owner.0, Typed { role: "editor".into(), ..Typed::default() }, link).await?).into_response())
}

fn read(
    typed: &Typed,
    language: rundfrage_shared::language::Language,
) -> Result<NewStaff, Vec<(&'static str, &'static str)>> {
    match (Name::parse(&typed.name), EmailAddress::parse(&typed.email), typed.role.parse::<Role>()) {
        (Ok(name), Ok(email), Ok(role)) => Ok(NewStaff { email, name, role, language }),
        (name, email, role) => {
            let wrong = [
                ("name", "console-people-name-wrong", name.is_err()),
                ("email", "console-people-email-wrong", email.is_err()),
                ("role", "console-people-role-wrong", role.is_err()),
            ];
            Err(wrong.into_iter().filter(|(.., is_wrong)| *is_wrong).map(|(field, key, _)| (field, key)).collect())
        }
    }
}

async fn refuse(
    app: &App,
    owner: Owner,
    typed: Typed,
    complaints: &[(&'static str, &'static str)],
) -> Result<Response, WebError> {
    let mut shown = people(app, owner.0, typed, None).await?;
    shown.page.refuse_all(complaints);
    Ok(show_invalid(&shown))
}

fn defect(error: AccountError) -> WebError {
    match error {
        AccountError::Db(error) => error.into(),
        other => WebError::Internal(other.into()),
    }
}
