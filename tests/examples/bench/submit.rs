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
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::keys::Keys;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::attributes::Attributes;
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::questionnaire::route::{Circumstances, prune};
use rundfrage_shared::settings::Settings;
use rundfrage_shared::{Context, query};
use rundfrage_tests::{Browser, fieldwork, fresh, respondent};
use sqlx::types::Json;
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

/// Fills in one response page by page, and gives all others the same draft, each without what its company is not asked.
async fn fill_in(context: &Context, origin: &str, link: &str) -> Result<String> {
    let browser = Browser::new(origin, "de");
    let answered = respondent::fill_in(&browser, link, &mut ChaCha8Rng::seed_from_u64(3)).await;
    let id: ResponseId = answered.page.path.split('/').nth(2).context("no response")?.parse().ok().context("no id")?;
    let (Json(draft),) =
        query!(&context.db => fetch_one::<(Json<Answers>,)>, "SELECT draft FROM responses WHERE id = $1", id)?;
    ensure!(draft.0.len() > 10, "the response is not filled in");
    let questionnaire = read(fieldwork::BUSINESS_SITUATION.as_bytes()).ok().context("the questionnaire")?;
    let companies =
        query!(&context.db => fetch_all::<(String,)>, "SELECT DISTINCT CAST(attributes AS TEXT) FROM responses")?;
    for (attributes,) in companies {
        let known: Attributes = serde_json::from_str(&attributes)?;
        let asked = prune(&questionnaire, &draft, Circumstances::new(&known, Some("2026-Q4")));
        query!(&context.db => execute, "UPDATE responses SET draft = $1 WHERE CAST(attributes AS TEXT) = $2",
            Json(asked), attributes)?;
    }
    Ok(serde_json::to_string(&draft)?)
}

/// What a respondent does before submitting: looks at "check your answers", where the button is.
pub fn looks(submits: &[Order]) -> Vec<Order> {
    let check = |order: &Order| order.path.replace("/submit", "/check");
    submits
        .iter()
        .map(|order| Order { path: check(order), cookie: order.cookie.clone(), body: String::new() })
        .collect()
}

/// How many answers were stored in the end.
pub async fn count(db: &Db) -> Result<i64> {
    Ok(query!(db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM responses WHERE state = 'submitted'")?.0)
}
