//! Serves every part that templates share on one page, to look at: `cargo run --example gallery`, then open the address it prints.
//! `/wrong` shows the same with complaints, `/console` with the navigation of the staff.

use std::io::Write as _;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use rundfrage::page::{Page, Way, show, show_invalid};
use rundfrage::{App, assets};
use rundfrage_shared::settings::Settings;
use tokio::net::TcpListener;

#[derive(Template)]
#[template(path = "partials/gallery.html")]
struct Gallery {
    page: Page,
    trail: Vec<(String, String)>,
    choices: Vec<(&'static str, &'static str)>,
    chosen: String,
    several: Vec<String>,
}

fn gallery(page: Page) -> Gallery {
    Gallery {
        page: page.titled_as("The parts of our pages").of("Industriedialog Hessen (Beispiel)"),
        trail: vec![("/".into(), "Start".into())],
        choices: vec![("good", "good"), ("fair", "satisfactory"), ("bad", "poor"), ("dont_know", "I do not know")],
        chosen: "fair".into(),
        several: vec!["good".into(), "bad".into()],
    }
}

async fn wrong(mut page: Page) -> Response {
    for field in ["name", "employees", "remarks", "size", "situation", "topics", "upload"] {
        page.refuse(field, "Enter a whole number, for example 25");
    }
    show_invalid(&gallery(page))
}

async fn console(mut page: Page) -> Response {
    let way = |label: &str, is_here| Way { label: label.into(), href: "/console".into(), is_here };
    page.nav = vec![way("Rounds", true), way("Panel", false), way("Questionnaires", false), way("Results", false)];
    page.user = Some("Erika Mustermann".into());
    show(&gallery(page))
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join("rundfrage-gallery");
    let context = rundfrage::commands::open(Settings::in_folder(&folder)).await?;
    let router = Router::new()
        .route("/", get(|page: Page, _: State<App>| async { show(&gallery(page)) }))
        .route("/wrong", get(wrong))
        .route("/console", get(console))
        .route("/assets/{name}", get(assets::get))
        .with_state(App::new(context));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    writeln!(std::io::stdout(), "http://{}/", listener.local_addr()?)?;
    axum::serve(listener, router).await?;
    Ok(())
}
