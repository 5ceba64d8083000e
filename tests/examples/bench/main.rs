//! `tests/bench submit`: what a submitted answer costs, beside the least it could cost on the same machine in the same run.
//!
//! (a) `bare`: the bytes of the same answers, posted to a minimal axum handler and committed in groups into a plain table.
//! (b) `submit`: the real final submit of the business-situation questionnaire: cookie, validation, durable, receipt. Before it,
//! unmeasured, every respondent looks at "check your answers", where the button is.
//!
//! `tests/bench questionnaire`: what long questionnaires cost: checking a full answer, finding a version, drawing a page.
//!
//! Submits are sent by 64 connections of a second process, on SQLite and on PostgreSQL, both with every commit on disk. One line a figure:
//! `engine.side.figure: value`.
#![expect(clippy::print_stdout, reason = "a program whose output is its lines")]

mod bare;
mod cpu;
mod load;
mod questionnaire;
mod submit;

use std::path::Path;

use anyhow::{Result, bail, ensure};
use rundfrage_shared::db::Db;
use rundfrage_tests::Engine;
use rundfrage_tests::cluster::{Cluster, Sync};
use tempfile::TempDir;

use crate::load::{Measured, Order};

/// How many submits a measurement takes.
const SUBMITS: usize = 20_000;
/// How often a page is fetched.
const PAGES: usize = 20_000;
/// In how many turns, each first of the one side, then of the other.
const TURNS: usize = 10;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Runtime::new()?;
    match arguments[..] {
        ["submit"] => runtime.block_on(submits(SUBMITS)),
        ["submit", count] => runtime.block_on(submits(count.parse()?)),
        ["questionnaire"] => runtime.block_on(questionnaire::questionnaires(PAGES)),
        ["load", address, file] => runtime.block_on(load::run(address, Path::new(file))),
        _ => bail!("usage: tests/bench submit [COUNT], tests/bench questionnaire"),
    }
}

async fn submits(count: usize) -> Result<()> {
    println!("submits: {count}");
    println!("connections: {}", load::CONNECTIONS);
    let cluster = Cluster::start(Sync::On)?;
    for (engine, name) in [(Engine::Sqlite, "sqlite"), (Engine::Postgres, "postgres")] {
        let folder = TempDir::with_prefix("rundfrage-bench-")?;
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("bench.db").display()),
            Engine::Postgres => cluster.url("postgres"),
        };
        let db = Db::connect(&url, 8).await?;
        db.migrate().await?;
        let served = submit::prepare(&db, &url, folder.path(), count).await?;
        let plain = (bare::serve(&db).await?, bare::orders(&served.answers, count));
        let (mut bare, mut real) = (Measured::default(), Measured::default());
        // Turn and turn about, so that whatever else the machine does falls on both sides alike.
        for (orders, submits) in plain.1.chunks(count.div_ceil(TURNS)).zip(served.orders.chunks(count.div_ceil(TURNS)))
        {
            bare.add(measure(plain.0, orders, folder.path()).await?);
            measure(served.address, &submit::looks(submits), folder.path()).await?;
            real.add(measure(served.address, submits, folder.path()).await?);
        }
        ensure!(real.refused == 0, "{} of {count} submits were refused", real.refused);
        show(name, "bare", &bare);
        show(name, "submit", &real);
        println!("{name}.stored: {}", submit::count(&db).await?);
        println!("{name}.ratio: {:.2}", real.per_second() / bare.per_second());
        served.stop().await;
        db.close().await;
    }
    Ok(())
}

async fn measure(address: std::net::SocketAddr, orders: &[Order], folder: &Path) -> Result<Measured> {
    let file = folder.join("orders");
    load::write(&file, orders)?;
    let before = cpu::spent();
    let mut measured = load::from_another_process(address, &file).await?;
    measured.cpu = cpu::spent().saturating_sub(before);
    Ok(measured)
}

fn show(engine: &str, side: &str, measured: &Measured) {
    println!("{engine}.{side}.requests_per_second: {:.0}", measured.per_second());
    println!("{engine}.{side}.p50_ms: {:.2}", measured.within_ms(50));
    println!("{engine}.{side}.p99_ms: {:.2}", measured.within_ms(99));
    println!("{engine}.{side}.cpu_ms_per_request: {:.3}", measured.cpu.as_secs_f64() * 1000.0 / measured.requests());
    println!("{engine}.{side}.refused: {}", measured.refused);
}
