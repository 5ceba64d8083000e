//! What operators see of the jobs.

use std::time::Duration;

use rundfrage_shared::Context;
use rundfrage_shared::db::Bell;
use rundfrage_shared::message::store;

/// Counts one run of a job.
pub fn job(bell: Bell, outcome: &'static str, took: Duration) {
    metrics::counter!("rundfrage_jobs_total", "job" => bell.as_str(), "outcome" => outcome).increment(1);
    metrics::histogram!("rundfrage_job_seconds", "job" => bell.as_str()).record(took.as_secs_f64());
}

/// Shows how long the mail that has waited longest has been due.
pub async fn lag(ctx: &Context) {
    let now = ctx.now();
    match store::oldest_due(&ctx.db, now).await {
        Ok(oldest) => {
            let seconds = oldest.map_or(0.0, |due| (now - due).as_seconds_f64());
            metrics::gauge!("rundfrage_oldest_due_message_seconds").set(seconds);
        }
        Err(error) => tracing::warn!(%error, "the age of the oldest due message is unknown"),
    }
}
