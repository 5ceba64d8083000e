//! The organisation of the example, and the person who signs in.

use rundfrage_shared::Context;
use rundfrage_shared::audit::{self, Actor, Entry};
use rundfrage_shared::db::DbResult;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::language::Language;
use rundfrage_shared::name::Name;
use rundfrage_shared::organisation::{NewOrganisation, Organisation, Slug, store};
use rundfrage_shared::staff::{self, NewStaff, Role, StaffMember};

/// Who does what is done before anybody has signed in.
pub const ACTOR: Actor = Actor::Command("demo");
/// The address the owner signs in with.
const OWNER: &str = "leitung@industriedialog.example";

/// The organisation and its owner.
#[derive(Debug)]
pub struct Home {
    /// The organisation.
    pub organisation: Organisation,
    /// Who signs in.
    pub owner: StaffMember,
}

/// Sets up the organisation with its owner.
pub async fn set_up(ctx: &Context) -> anyhow::Result<Home> {
    let now = ctx.now();
    let new = NewOrganisation::german(
        Slug::parse("industriedialog-hessen")?,
        Name::parse("Industriedialog Hessen (Beispiel)")?,
    );
    let owner = NewStaff {
        email: EmailAddress::parse(OWNER)?,
        name: Name::parse("Petra Beispiel")?,
        role: Role::Owner,
        language: Language::german(),
    };
    let mut tx = ctx.db.begin().await?;
    let organisation = store::create(&mut tx, &new, &ctx.entropy, now).await?;
    let details = serde_json::json!({ "slug": organisation.slug });
    let entry = Entry { actor: ACTOR, action: "organisation.set-up", subject: String::new(), details };
    audit::append(&mut tx, organisation.id, &entry, now).await?;
    let owner = staff::add(ctx, &mut tx, organisation.id, &owner, ACTOR).await?;
    tx.commit().await?;
    Ok(Home { organisation, owner })
}

/// A new one-time link for the owner; earlier ones die.
pub async fn sign_in_link(ctx: &Context) -> anyhow::Result<String> {
    let owner = staff::store::find_by_email(&ctx.db, &EmailAddress::parse(OWNER)?).await?;
    let owner = owner.ok_or_else(|| anyhow::anyhow!("the folder holds no whole example; begin anew with --fresh"))?;
    let mut tx = ctx.db.begin().await?;
    let token = staff::issue_link(ctx, &mut tx, &owner, ACTOR).await?;
    tx.commit().await?;
    Ok(ctx.public_address(&format!("/sign-in/link/{token}")))
}

/// The organisation of the example.
pub async fn find(ctx: &Context) -> DbResult<Option<Organisation>> {
    store::find(&ctx.db, "industriedialog-hessen").await
}
