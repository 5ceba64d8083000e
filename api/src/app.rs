//! The web side of one running program.

use rundfrage_shared::Context;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::{listen, routes};

/// What every page has at hand: the state of the router. Cloning it is cheap.
#[derive(Clone, Debug)]
pub struct App {
    /// Database, time, randomness, keys and settings.
    pub context: Context,
}

impl App {
    /// The web side over `context`.
    #[must_use]
    pub fn new(context: Context) -> Self {
        Self { context }
    }
}

/// Answers requests on `listener` until `shutdown` is cancelled, and finishes those under way.
pub async fn serve(app: App, listener: TcpListener, shutdown: CancellationToken) -> std::io::Result<()> {
    listen::serve(routes::router(app), listener, shutdown).await;
    Ok(())
}
