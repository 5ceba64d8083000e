//! The clients: a process of its own with plain HTTP/1.1 connections that are kept open, so that it takes little from the server.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// How many clients at once.
pub const CONNECTIONS: usize = 64;

/// One request: a post, or without a body a page to fetch.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    pub path: String,
    pub cookie: String,
    pub body: String,
}

/// What the clients saw, and what the server spent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Measured {
    pub refused: usize,
    pub seconds: f64,
    /// How long each request took, in microseconds, in no order.
    pub times: Vec<u32>,
    #[serde(skip)]
    pub cpu: Duration,
}

impl Measured {
    /// Adds a later part of the same measurement.
    pub fn add(&mut self, part: Self) {
        self.refused += part.refused;
        self.seconds += part.seconds;
        self.times.extend(part.times);
        self.cpu += part.cpu;
    }

    pub fn requests(&self) -> f64 {
        f64::from(u32::try_from(self.times.len()).unwrap_or(u32::MAX))
    }

    pub fn per_second(&self) -> f64 {
        let refused = f64::from(u32::try_from(self.refused).unwrap_or(u32::MAX));
        (self.requests() - refused) / self.seconds
    }

    /// The time that `percent` of the requests kept within, in milliseconds.
    pub fn within_ms(&self, percent: usize) -> f64 {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.get(times.len() * percent / 100).map_or(0.0, |time| f64::from(*time) / 1000.0)
    }
}

pub fn write(file: &Path, orders: &[Order]) -> Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    for order in orders {
        serde_json::to_writer(&mut out, order)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// Starts this program again as the clients, and reads what they saw.
pub async fn from_another_process(address: SocketAddr, file: &Path) -> Result<Measured> {
    let mut clients = tokio::process::Command::new(std::env::current_exe()?);
    let output = clients.arg("load").arg(address.to_string()).arg(file).output().await?;
    ensure!(output.status.success(), "the clients failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The clients' side: sends every order once, prints what it saw.
pub async fn run(address: &str, file: &Path) -> Result<()> {
    let lines = BufReader::new(std::fs::File::open(file)?).lines();
    let orders: Vec<Order> =
        lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect::<Result<_>>().context("the orders")?;
    let requests: Arc<Vec<Vec<u8>>> = Arc::new(orders.iter().map(|order| bytes(address, order)).collect());
    let next = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let clients: Vec<_> = (0..CONNECTIONS)
        .map(|_| tokio::spawn(client(address.to_owned(), Arc::clone(&requests), Arc::clone(&next))))
        .collect();
    let (mut times, mut refused) = (Vec::<Duration>::with_capacity(requests.len()), 0);
    for client in clients {
        let (of_one, refused_one) = client.await??;
        times.extend(of_one);
        refused += refused_one;
    }
    let seconds = began.elapsed().as_secs_f64();
    let times = times.iter().map(|time| u32::try_from(time.as_micros()).unwrap_or(u32::MAX)).collect();
    let measured = Measured { refused, seconds, times, cpu: Duration::ZERO };
    println!("{}", serde_json::to_string(&measured)?);
    Ok(())
}

fn bytes(address: &str, order: &Order) -> Vec<u8> {
    let Order { path, cookie, body } = order;
    if body.is_empty() {
        return format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n\r\n").into_bytes();
    }
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

async fn client(
    address: String,
    requests: Arc<Vec<Vec<u8>>>,
    next: Arc<AtomicUsize>,
) -> Result<(Vec<Duration>, usize)> {
    let mut connection = TcpStream::connect(&address).await?;
    connection.set_nodelay(true)?;
    let (mut times, mut refused, mut buffer) = (Vec::new(), 0, Vec::with_capacity(64 * 1024));
    while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
        let began = Instant::now();
        connection.write_all(request).await?;
        let status = answer(&mut connection, &mut buffer).await?;
        times.push(began.elapsed());
        refused += usize::from(status >= 400);
    }
    Ok((times, refused))
}

/// Reads one answer to its end; returns its status.
async fn answer(connection: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<u16> {
    buffer.clear();
    let head = loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        ensure!(connection.read_buf(buffer).await? > 0, "the server hung up");
    };
    let text = String::from_utf8_lossy(&buffer[..head]).to_ascii_lowercase();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).context("no status")?;
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
    let length = length.unwrap_or(0);
    while buffer.len() < head + length {
        ensure!(connection.read_buf(buffer).await? > 0, "the server hung up");
    }
    Ok(status)
}
