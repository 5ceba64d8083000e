//! Bringing a file of companies and contacts into the panel.
//!
//! The file is read in bounded memory: first as bytes (what it is, how it is written), then record by record on a thread of
//! its own, which hands over batches of good rows; they are staged, and go into the panel in one transaction at the end. A row
//! that cannot be taken is refused with its number, its column and the reason; a file that cannot be taken changes nothing.
//!
//! To add a column: `heading.rs` (its names in files), `row.rs` (how it is read), `batch.rs` and `store/staging.rs` with a
//! migration (where it goes).

mod batch;
mod decode;
mod error;
mod heading;
mod inspect;
mod parse;
mod reason;
mod records;
mod row;
mod seen;

use std::io::{Read, Seek};

use tokio::sync::mpsc;
use uuid::Uuid;

use super::store;
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::Tx;
use crate::organisation::Organisation;

pub(super) use batch::Batch;
pub use batch::Changes;
pub(super) use batch::OptionalColumns;
pub use error::ImportError;
pub use reason::{Reason, Refusal};

/// The largest file, in bytes.
pub const MAX_BYTES: u64 = 150_000_000;
/// The most rows of a file, the heading not counted.
pub const MAX_ROWS: u64 = 1_000_000;
/// So many refused rows are told one by one; beyond it they are counted.
pub const MAX_REFUSALS: usize = 10_000;

/// Whether an import changes the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It does.
    Apply,
    /// It does everything except that, and reports what it would have done.
    DryRun,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows read, the heading and blank rows not counted.
    pub read: u64,
    /// Companies created, updated and left as they were.
    pub companies: Changes,
    /// Contacts created, updated and left as they were.
    pub contacts: Changes,
    /// The refused rows in their order, at most [`MAX_REFUSALS`].
    pub refused: Vec<Refusal>,
    /// How many rows were refused.
    pub refused_count: u64,
}

impl Report {
    /// How many rows were taken.
    #[must_use]
    pub fn accepted(&self) -> u64 {
        self.read - self.refused_count
    }
}

/// Reads `source` from its beginning and brings its rows into the panel of `organisation`, all in one transaction. Companies
/// are recognised by their number, contacts by company and address; what a contact's state is, and which addresses are
/// suppressed, an import never changes.
pub async fn import(
    ctx: &Context,
    organisation: &Organisation,
    source: impl Read + Seek + Send + 'static,
    mode: Mode,
    actor: Actor,
) -> Result<Report, ImportError> {
    let id = ctx.entropy.uuid(ctx.now());
    let outcome = stage_and_merge(ctx, organisation, id, source, (mode, actor)).await;
    // Rows that stay staged do no harm, and an import of another day removes them.
    let tidied = store::discard(&ctx.db, id).await;
    if let Err(error) = tidied.and(store::discard_forgotten(&ctx.db, ctx.now()).await) {
        tracing::warn!(%error, "the staged rows of an import are left over");
    }
    outcome
}

async fn stage_and_merge(
    ctx: &Context,
    organisation: &Organisation,
    id: Uuid,
    source: impl Read + Seek + Send + 'static,
    (mode, actor): (Mode, Actor),
) -> Result<Report, ImportError> {
    let (sender, mut batches) = mpsc::channel::<Batch>(2);
    let setup = parse::Setup { language: organisation.language.clone(), entropy: ctx.entropy.clone(), now: ctx.now() };
    let reading = tokio::task::spawn_blocking(move || {
        parse::parse(source, &setup, &mut |batch| sender.blocking_send(batch).is_ok())
    });
    let mut columns = None;
    while let Some(batch) = batches.recv().await {
        store::stage(&ctx.db, organisation.id, id, &batch, ctx.now()).await?;
        columns = Some(batch.columns);
    }
    // Only when the whole file has been read is it known whether anything may go into the panel.
    let read = reading.await.map_err(|error| ImportError::Interrupted(error.to_string()))??;
    let mut report =
        Report { read: read.rows, refused: read.refused, refused_count: read.refused_count, ..Report::default() };
    if let Some(columns) = columns {
        let (mut tx, now) = (ctx.db.begin().await?, ctx.now());
        (report.companies, report.contacts) = store::merge(&mut tx, organisation.id, id, &columns, now).await?;
        if mode == Mode::Apply {
            record(ctx, &mut tx, organisation, &report, actor).await?;
            tx.commit().await?;
        }
    }
    Ok(report)
}

async fn record(
    ctx: &Context,
    tx: &mut Tx,
    organisation: &Organisation,
    report: &Report,
    actor: Actor,
) -> Result<(), ImportError> {
    let details = serde_json::json!({
        "rows": report.read, "refused": report.refused_count, "companies": report.companies, "contacts": report.contacts,
    });
    let entry = Entry { actor, action: "panel.imported", subject: String::new(), details };
    Ok(audit::append(tx, organisation.id, &entry, ctx.now()).await?)
}
