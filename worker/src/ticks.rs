//! The clock that rings by itself. A tick says "look", never "it is time": what is due is decided by comparing our own rows
//! with the clock, so that a tick that comes twice, late or not at all changes nothing but how soon it is seen.

use std::str::FromStr as _;
use std::sync::Arc;

use apalis::prelude::{Data, Monitor, WorkerBuilder};
use apalis_cron::{CronScheduler, Tick};
use cron::Schedule;
use rundfrage_shared::db::Bell;

use crate::observe;
use crate::worker::Worker;

/// Second, minute, hour, day, month, weekday.
const OFTEN: &str = "*/2 * * * * *";
const SELDOM: &str = "30 */10 * * * *";

/// The runtime's monitor with the ticking workers, for its `start`-th start.
pub fn monitor(worker: &Arc<Worker>, start: u64) -> Monitor {
    let (often, seldom) = (Arc::clone(worker), Arc::clone(worker));
    Monitor::new()
        .register(move |restart| {
            WorkerBuilder::new(format!("{}-often-{start}-{restart}", often.name).as_str())
                .backend(CronScheduler::new(schedule(OFTEN)))
                .data(Arc::clone(&often))
                .build(look)
        })
        .register(move |restart| {
            WorkerBuilder::new(format!("{}-seldom-{start}-{restart}", seldom.name).as_str())
                .backend(CronScheduler::new(schedule(SELDOM)))
                .data(Arc::clone(&seldom))
                .build(tidy)
        })
}

fn schedule(text: &str) -> Schedule {
    Schedule::from_str(text).unwrap_or_else(|error| unreachable!("a constant schedule: {error}"))
}

async fn look(_: Tick, worker: Data<Arc<Worker>>) {
    observe::lag(&worker.ctx).await;
    for bell in Bell::ALL.into_iter().filter(|bell| *bell != Bell::Prune) {
        worker.ring(bell);
    }
}

async fn tidy(_: Tick, worker: Data<Arc<Worker>>) {
    worker.ring(Bell::Prune);
}
