//! What long questionnaires cost: checking a full answer, reading and finding a version again, and drawing a page.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use reqwest::header::{LOCATION, SET_COOKIE};
use reqwest::{Client, redirect};
use rundfrage::App;
use rundfrage_shared::Context;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::db::Db;
use rundfrage_shared::entropy::Entropy;
use rundfrage_shared::keys::Keys;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::attributes::Attributes;
use rundfrage_shared::questionnaire::cache::VersionCache;
use rundfrage_shared::questionnaire::model::{Code, QuestionKind, Questionnaire};
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::questionnaire::validate::validate_all;
use rundfrage_shared::settings::Settings;
use rundfrage_tests::{fieldwork, fresh};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::load::Order;
use crate::measure;

/// Questions of the long questionnaire; each has two conditions.
const QUESTIONS: usize = 500;
/// Questions of the section that is drawn, and their conditions.
const ON_PAGE: (usize, usize) = (20, 30);
/// How often each thing is done.
const TIMES: u32 = 200;

/// Prints `questionnaire.figure: value` lines.
pub async fn questionnaires(requests: usize) -> Result<()> {
    let source = long(QUESTIONS);
    let began = Instant::now();
    let questionnaire = read(source.as_bytes()).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    println!("questionnaire.questions: {}", questionnaire.questions().count());
    println!("questionnaire.conditions: {}", 2 * QUESTIONS);
    println!("questionnaire.read_ms: {:.2}", ms(began.elapsed()));
    validation(&questionnaire)?;
    pages(requests).await
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A full answer, checked again and again.
fn validation(questionnaire: &Questionnaire) -> Result<()> {
    let answers = full(questionnaire)?;
    let attributes = Attributes::from([("sector".to_owned(), "C".to_owned())]);
    let circumstances = Circumstances::new(&attributes, None);
    let counted =
        validate_all(questionnaire, &answers, circumstances).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    ensure!(counted.0.len() == QUESTIONS, "only {} of the answers count", counted.0.len());
    let began = Instant::now();
    for _ in 0..TIMES {
        black_box(validate_all(questionnaire, black_box(&answers), circumstances).is_ok());
    }
    println!("questionnaire.validate_ms: {:.3}", ms(began.elapsed()) / f64::from(TIMES));
    Ok(())
}

fn full(questionnaire: &Questionnaire) -> Result<Answers> {
    let mut answers = Answers::default();
    for question in questionnaire.questions() {
        let answer = match &question.kind {
            QuestionKind::Numeric(_) => Answer::Number(7.0),
            _ => Answer::Choice(Code::parse("a")?),
        };
        answers.0.insert(question.code.clone(), answer);
    }
    Ok(answers)
}

/// `count` questions in turn numbers and choices, ten a section; each is shown for two reasons.
fn long(count: usize) -> String {
    let mut source =
        String::from("id: long\nlanguages: [de, en]\ndefault_language: de\ntitle: {de: Lang, en: Long}\nsections:\n");
    for n in 0..count {
        if n % 10 == 0 {
            let _ = write!(source, "  - id: s{n}\n    title: {{de: Teil {n}, en: Part {n}}}\n    questions:\n");
        }
        let condition = match n {
            0 => "company.sector in [\"C\", \"D\"]".to_owned(),
            _ if n % 2 == 1 => format!("q{} > 3 && company.sector == \"C\"", n - 1),
            _ => format!("q{} == \"a\" || q{} in [\"a\", \"b\"]", n - 1, n - 1),
        };
        question(&mut source, n, &condition);
    }
    source
}

fn question(source: &mut String, n: usize, condition: &str) {
    let head = format!(
        "      - id: q{n}\n        text: {{de: Frage {n}?, en: Question {n}?}}\n        show_if: '{condition}'\n"
    );
    source.push_str(&head);
    source.push_str(if n.is_multiple_of(2) {
        "        type: numeric\n        min: 0\n        checks: [{rule: this < 1000 || company.sector == \"C\", message: {de: zu viel, en: too much}}]\n"
    } else {
        "        type: single\n        options: [{code: a, de: A, en: A}, {code: b, show_if: 'company.sector == \"C\"', de: B, en: B}, {code: c, de: C, en: C}]\n"
    });
}

/// The pages of a section, drawn by the program that serves them.
async fn pages(requests: usize) -> Result<()> {
    let folder = TempDir::with_prefix("rundfrage-bench-")?;
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let db = Db::connect(&url, 8).await?;
    db.migrate().await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let origin = format!("http://{address}");
    let settings = Settings { database_url: url, public_url: origin.clone(), ..Settings::in_folder(folder.path()) };
    let context = Context {
        db: db.clone(),
        clock: Clock::manual(fresh::start_of_time()),
        entropy: Entropy::seeded(1),
        keys: Keys::new(&[7; 32]),
        settings: Arc::new(settings),
    };
    let made = fieldwork::open_with(&context, 1, &section(ON_PAGE)).await;
    cache(&context, &made).await?;
    let link = fieldwork::links(&context, &made.round).await.remove(0);
    let stop = CancellationToken::new();
    let serving = tokio::spawn(rundfrage::serve(App::new(context), listener, stop.clone()));
    let client = Client::builder().redirect(redirect::Policy::none()).build()?;
    let begun = client.post(format!("{origin}{link}")).header("sec-fetch-site", "same-origin").send().await?;
    let header = |name| begun.headers().get(name).and_then(|value| value.to_str().ok());
    let cookie = header(SET_COOKIE).and_then(|cookie| cookie.split(';').next()).context("no cookie")?.to_owned();
    let path = header(LOCATION).context("no address")?.to_owned();
    let orders: Vec<_> =
        (0..requests).map(|_| Order { path: path.clone(), cookie: cookie.clone(), body: String::new() }).collect();
    let measured = measure(address, &orders, folder.path()).await?;
    println!("page.questions: {}", ON_PAGE.0);
    println!("page.conditions: {}", ON_PAGE.1);
    println!("page.requests_per_second: {:.0}", measured.per_second());
    println!("page.cpu_ms: {:.3}", measured.cpu.as_secs_f64() * 1000.0 / measured.requests());
    println!("page.refused: {}", measured.refused);
    stop.cancel();
    let _ = serving.await;
    db.close().await;
    Ok(())
}

/// A version found again in the cache, without reading it.
async fn cache(context: &Context, made: &fieldwork::Fieldwork) -> Result<()> {
    let cache = VersionCache::default();
    let (organisation, version) = (made.seed.organisation, made.seed.version);
    cache.lookup(&context.db, organisation, version).await?.context("a version")?;
    let began = Instant::now();
    for _ in 0..TIMES {
        black_box(cache.lookup(&context.db, organisation, version).await?);
    }
    println!("questionnaire.from_cache_us: {:.2}", ms(began.elapsed()) * 1000.0 / f64::from(TIMES));
    Ok(())
}

/// One section of so many questions with so many conditions, none of which depends on an answer of the same page.
fn section((questions, conditions): (usize, usize)) -> String {
    let mut source =
        String::from("id: page\nlanguages: [de, en]\ndefault_language: de\ntitle: {de: Seite, en: Page}\nsections:\n");
    source.push_str("  - id: s1\n    title: {de: Teil, en: Part}\n    questions:\n");
    for n in 0..questions {
        let and = if n < conditions - questions { " && round.quarter == 4" } else { "" };
        question(&mut source, n, &format!("company.sector != \"X\"{and}"));
    }
    source
}
