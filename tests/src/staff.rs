//! Staff who work in the console, beginning with the one-time link that the command prints.

use rundfrage::commands::staff::{AddArgs, add};

use crate::app::TestApp;
use crate::browser::Browser;

/// A password that is long enough.
pub const PASSWORD: &str = "korrekt Pferd Batterie Heftklammer";

/// Sets up the organisation `slug` with its first owner, who signs in by the one-time link and sets [`PASSWORD`].
///
/// # Panics
/// If any step fails.
pub async fn owner(app: &TestApp, slug: &str) -> Browser {
    let link = invite(app, slug, "owner").await;
    let browser = app.browser();
    let welcome = browser.get(&link).await.expect(200);
    let form = welcome.form("main form[method=post]").with("password", PASSWORD).with("repeat", PASSWORD);
    let console = browser.submit(&form).await.expect(200);
    assert!(console.path.starts_with("/console"), "{}: {}", console.path, console.text());
    browser
}

/// Adds `role@slug.example` and returns the one-time link.
///
/// # Panics
/// If the address is taken.
pub async fn invite(app: &TestApp, slug: &str, role: &str) -> String {
    let arguments = AddArgs {
        organisation: slug.into(),
        organisation_name: Some(format!("Industriedialog {slug}")),
        email: format!("{role}@{slug}.example"),
        name: Some("Erika Muster".into()),
        role: role.into(),
        language: "de".into(),
    };
    let link = add(app, &arguments).await.unwrap_or_else(|error| panic!("no staff: {error:#}"));
    link.trim_start_matches(&app.settings.public_url).to_owned()
}

/// Signs in with the password: a session does not last for weeks.
///
/// # Panics
/// If it is refused.
pub async fn sign_in(app: &TestApp, email: &str) -> Browser {
    let browser = app.browser();
    let page = browser.get("/sign-in").await.expect(200);
    let form = page.form("main form[method=post]").with("email", email).with("password", PASSWORD);
    let console = browser.submit(&form).await.expect(200);
    assert!(console.path.starts_with("/console"), "{}: {}", console.path, console.text());
    browser
}
