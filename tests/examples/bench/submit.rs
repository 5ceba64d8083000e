//! The real final submit: one round, as many companies as submits, every response filled in up to "check your answers".

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use futures::{StreamExt as _, TryStreamExt as _, stream};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use reqwest::header::{LOCATION, SET_COOKIE};
use reqwest::{Client, redirect};
use rundfrage::App;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::db::Db;
use rundfrage_shared::entropy::Entropy;
use rundfrage_shared::keys::Keys;
use rundfrage_shared::settings::Settings;
use rundfrage_shared::{Context, query};
use rundfrage_tests::{Browser, fieldwork, fresh, respondent};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::load::{CONNECTIONS, Order};

/// The application, served, and what is to be submitted to it.
pub struct Served {
    pub address: SocketAddr,
    pub orders: Vec<Order>,
    /// The bytes that a submit stores.
    pub answers: String,
    stop: CancellationToken,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Served {
    pub async fn stop(self) {
        self.stop.cancel();
        let _ = self.serving.await;
    }
}

/// Serves a round with `count` companies that have answered everything but not submitted yet.
pub async fn prepare(db: &Db, url: &str, folder: &Path, count: usize) -> Result<Served> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let origin = format!("http://{address}");
    let settings = Settings { database_url: url.into(), public_url: origin.clone(), ..Settings::in_folder(folder) };
    let context = Context {
        db: db.clone(),
        clock: Clock::manual(fresh::start_of_time()),
        entropy: Entropy::seeded(1),
        keys: Keys::new(&[7; 32]),
        settings: Arc::new(settings),
    };
    let round = fieldwork::open(&context, count).await.round;
    let links = fieldwork::links(&context, &round).await;
    let stop = CancellationToken::new();
    let serving = tokio::spawn(rundfrage::serve(App::new(context.clone()), listener, stop.clone()));

    let client = Client::builder().redirect(redirect::Policy::none()).build()?;
    let orders: Vec<Order> = stream::iter(links.iter().map(|link| begin(&client, &origin, link)))
        .buffered(CONNECTIONS)
        .try_collect()
        .await?;
    let answers = fill_in(&context, &origin, &links[0]).await?;
    Ok(Served { address, orders, answers, stop, serving })
}

/// Begins a response and makes of the answer's cookie and address the order that submits it.
async fn begin(client: &Client, origin: &str, link: &str) -> Result<Order> {
    let begun = client.post(format!("{origin}{link}")).header("sec-fetch-site", "same-origin").send().await?;
    let header = |name| begun.headers().get(name).and_then(|value| value.to_str().ok());
    let cookie = header(SET_COOKIE).and_then(|cookie| cookie.split(';').next()).context("no cookie")?.to_owned();
    let response = header(LOCATION).and_then(|path| path.split('/').nth(2)).context("no address")?;
    let key = format!("bench-{response}");
    Ok(Order { path: format!("/respond/{response}/submit"), cookie, body: format!("key={key}") })
}

/// Fills in one response page by page, and gives all others the same draft.
async fn fill_in(context: &Context, origin: &str, link: &str) -> Result<String> {
    let browser = Browser::new(origin, "de");
    let answered = respondent::fill_in(&browser, link, &mut ChaCha8Rng::seed_from_u64(3)).await;
    let id: rundfrage_shared::id::ResponseId =
        answered.page.path.split('/').nth(2).context("no response")?.parse().ok().context("no id")?;
    let (draft,) = query!(&context.db => fetch_one::<(sqlx::types::Json<serde_json::Value>,)>,
        "SELECT draft FROM responses WHERE id = $1", id)?;
    ensure!(draft.as_object().is_some_and(|answers| answers.len() > 10), "the response is not filled in");
    let text = draft.to_string();
    query!(&context.db => execute, "UPDATE responses SET draft = $1", draft)?;
    Ok(text)
}

/// How many answers were stored in the end.
pub async fn count(db: &Db) -> Result<i64> {
    Ok(query!(db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM responses WHERE state = 'submitted'")?.0)
}
