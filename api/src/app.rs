//! The web side of one running program.

use std::ops::Deref;
use std::sync::Arc;

use rundfrage_shared::Context;
use rundfrage_shared::questionnaire::cache::VersionCache;
use rundfrage_shared::response::writer::Submissions;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::{listen, routes};

/// What every page has at hand: the state of the router. Every layer clones it for every request, so it is one shared pointer.
#[derive(Clone, Debug)]
pub struct App(Arc<Parts>);

/// What an [`App`] is made of.
#[derive(Debug)]
pub struct Parts {
    /// Database, time, randomness, keys and settings.
    pub context: Context,
    /// Questionnaires that were read already.
    pub versions: VersionCache,
    /// The writer of submissions.
    pub submissions: Submissions,
}

impl App {
    /// The web side over `context`; starts the writer of submissions on the present runtime.
    #[must_use]
    pub fn new(context: Context) -> Self {
        let versions = VersionCache::default();
        let submissions = Submissions::start(context.clone(), versions.clone());
        Self(Arc::new(Parts { context, versions, submissions }))
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// Answers requests on `listener` until `shutdown` is cancelled, finishes those under way, and commits what was submitted.
pub async fn serve(app: App, listener: TcpListener, shutdown: CancellationToken) -> std::io::Result<()> {
    let submissions = app.submissions.clone();
    listen::serve(routes::router(app), listener, shutdown).await;
    submissions.stop().await;
    Ok(())
}
