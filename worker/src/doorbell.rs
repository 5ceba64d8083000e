//! Who answers the doorbells: one worker of the job runtime over the queue in our own database.
//!
//! This is the one place outside `shared/src/db` that tells the engines apart: the runtime has a storage of its own for each.
//! `docs/decisions` has the reasons for every setting here.

use std::sync::Arc;
use std::task::{Context as Poller, Poll};
use std::time::Duration;

use apalis::prelude::{
    Data, Monitor, PollSnapshot, PollStrategy, PollWith, Strategy, WorkerBuilder, WorkerBuilderExt as _,
};
use apalis_postgres::{PostgresStorage, Pubsub};
use apalis_sqlite::SqliteStorage;
use rundfrage_shared::db::doorbell::QUEUE;
use rundfrage_shared::db::{Bell, Db};
use tokio::time::{Interval, MissedTickBehavior};

use crate::worker::Worker;

/// How often the queue is looked into. PostgreSQL tells of new bells by itself; there this is the second line.
const SQLITE_POLL: Duration = Duration::from_millis(200);
const POSTGRES_POLL: Duration = Duration::from_secs(1);
/// A worker that missed so many heartbeats is dead, and its bells are rung anew.
const HEARTBEAT: Duration = Duration::from_secs(2);
const MISSED: usize = 3;

/// The runtime's monitor with one worker, for its `start`-th start.
pub fn monitor(worker: &Arc<Worker>, start: u64) -> Monitor {
    // Never the name of another start: the runtime takes it for the same worker, and its bells would be stuck.
    let name = format!("{}-bells-{start}", worker.name);
    let worker = Arc::clone(worker);
    match worker.ctx.db.clone() {
        Db::Sqlite(pools) => Monitor::new().register(move |restart| {
            // Larger batches are run twice by two healthy workers once jobs are slow.
            let config = apalis_sqlite::Config::default().queue(QUEUE).batch_size(1);
            let config = config.heartbeat_interval(HEARTBEAT).missed_heartbeats(MISSED);
            let storage = SqliteStorage::<Bell>::new(&pools.write).with_config(config);
            WorkerBuilder::new(format!("{name}-{restart}").as_str())
                .backend(PollWith::new(storage, Every::new(SQLITE_POLL)))
                .concurrency(1)
                .data(Arc::clone(&worker))
                .build(answer)
        }),
        Db::Postgres(pool) => Monitor::new().register(move |restart| {
            let config = apalis_postgres::Config::default().queue(QUEUE).batch_size(1);
            let config = config.heartbeat_interval(HEARTBEAT).missed_heartbeats(MISSED);
            let storage = PostgresStorage::<Bell>::new(&pool).with_config(config);
            let told = Strategy::new().stream(Pubsub::new(pool.clone(), QUEUE.to_owned()));
            WorkerBuilder::new(format!("{name}-{restart}").as_str())
                .backend(PollWith::new(storage, told.apply(Every::new(POSTGRES_POLL))))
                .concurrency(1)
                .data(Arc::clone(&worker))
                .build(answer)
        }),
    }
}

/// Begins the work and is done: the work's own rows say whether it succeeded. An error or a panic would only confuse the
/// runtime, whose retries have no pause.
async fn answer(bell: Bell, worker: Data<Arc<Worker>>) {
    worker.ring(bell);
}

/// A poll strategy that keeps its wake-up, which the runtime's own interval loses.
struct Every(Duration, Interval);

impl Every {
    fn new(period: Duration) -> Self {
        let mut ticks = tokio::time::interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self(period, ticks)
    }
}

impl Clone for Every {
    fn clone(&self) -> Self {
        Self::new(self.0)
    }
}

impl PollStrategy for Every {
    /// Polls the interval until it is pending: only that arms the waker again.
    fn poll_drive(&mut self, cx: &mut Poller<'_>, _: &PollSnapshot) -> Poll<Option<()>> {
        let mut seen = Poll::Pending;
        while self.1.poll_tick(cx).is_ready() {
            seen = Poll::Ready(Some(()));
        }
        seen
    }
}
