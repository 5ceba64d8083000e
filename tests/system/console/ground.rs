//! An organisation, and somebody who signed in to it.

use rundfrage_shared::Context;
use rundfrage_shared::audit::Actor;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::OrganisationId;
use rundfrage_shared::language::Language;
use rundfrage_shared::name::Name;
use rundfrage_shared::staff::{self, NewStaff, Role, StaffMember};
use rundfrage_tests::seed::{self, Seed};
use rundfrage_tests::{Browser, Fresh, TestApp};

/// What everybody in these tests signs in with.
pub const PASSWORD: &str = "ein langer Satz 99";

/// The served application and one organisation in it.
pub struct Ground {
    pub app: TestApp,
    pub seed: Seed,
}

impl Ground {
    pub async fn new(fresh: Fresh) -> Self {
        let mut app = TestApp::start(fresh).await;
        app.leave_jobs();
        let seed = seed::organisation(&app, "industriedialog").await;
        Self { app, seed }
    }

    /// A new person of the organisation who has signed in by a one-time link.
    pub async fn signed_in(&self, role: Role) -> Browser {
        signed_in(&self.app, self.seed.organisation, role).await
    }

    pub async fn owner(&self) -> Browser {
        self.signed_in(Role::Owner).await
    }
}

/// A new person, and the path of the person's one-time link.
pub async fn invited(ctx: &Context, organisation: OrganisationId, role: Role) -> (StaffMember, String) {
    let email = format!("{}@{}.example", role.as_str(), ctx.entropy.uuid(ctx.now()));
    let new = NewStaff {
        email: EmailAddress::parse(&email).unwrap(),
        name: Name::parse("Anna Muster").unwrap(),
        role,
        language: Language::german(),
    };
    let (mut tx, actor) = (ctx.db.begin().await.unwrap(), Actor::Command("test"));
    let member = staff::add(ctx, &mut tx, organisation, &new, actor).await.unwrap();
    let token = staff::issue_link(ctx, &mut tx, &member, actor).await.unwrap();
    tx.commit().await.unwrap();
    (member, format!("/sign-in/link/{token}"))
}

pub async fn signed_in(app: &TestApp, organisation: OrganisationId, role: Role) -> Browser {
    let (_, link) = invited(app, organisation, role).await;
    let browser = app.browser();
    let form = browser.get(&link).await.expect(200).form("main form");
    let overview = browser.submit(&form.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(200);
    assert_eq!(overview.path, "/console");
    browser
}
