//! The least a durable answer can cost here: the same bytes, a plain table, one commit for all that arrived meanwhile.

use std::net::SocketAddr;

use anyhow::Result;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use rundfrage_shared::db::{Db, DbResult};
use rundfrage_shared::query;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};

use crate::load::Order;

type Arrival = (String, oneshot::Sender<()>);

/// The same bytes `count` times.
pub fn orders(bytes: &str, count: usize) -> Vec<Order> {
    (0..count).map(|_| Order { path: "/".into(), cookie: "a=b".into(), body: bytes.to_owned() }).collect()
}

/// Serves on a port of its own until the program ends.
pub async fn serve(db: &Db) -> Result<SocketAddr> {
    query!(db => execute, {
        sqlite: "CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL)",
        postgres: "CREATE TABLE bare (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body TEXT NOT NULL)"
    })?;
    let (queue, arrivals) = mpsc::channel(1024);
    tokio::spawn(write(db.clone(), arrivals));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let router = axum::Router::new().route("/", post(take)).with_state(queue);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

async fn take(State(queue): State<mpsc::Sender<Arrival>>, body: Bytes) -> StatusCode {
    let (reply, done) = oneshot::channel();
    let body = String::from_utf8_lossy(&body).into_owned();
    let taken = queue.send((body, reply)).await.is_ok() && done.await.is_ok();
    if taken { StatusCode::NO_CONTENT } else { StatusCode::INTERNAL_SERVER_ERROR }
}

async fn write(db: Db, mut arrivals: mpsc::Receiver<Arrival>) {
    let mut batch = Vec::new();
    while arrivals.recv_many(&mut batch, 256).await > 0 {
        let (bodies, replies): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
        if commit(&db, bodies).await.is_ok() {
            for reply in replies {
                let _ = reply.send(());
            }
        }
    }
}

async fn commit(db: &Db, bodies: Vec<String>) -> DbResult<()> {
    let mut tx = db.begin().await?;
    query!(in &mut tx => execute, {
        sqlite: "INSERT INTO bare (body) SELECT value FROM json_each($1)",
        postgres: "INSERT INTO bare (body) SELECT value FROM jsonb_array_elements_text($1) AS value"
    }, sqlx::types::Json(bodies))?;
    tx.commit().await
}
