//! One batch of submissions in one transaction: hold the responses, judge each, write what is taken.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::store::{self, Taken};
use super::verdict::{Held, Verdict};
use super::writer::{Submission, SubmitError};
use super::{Receipt, ReceiptNumber, SubmissionKey};
use crate::context::Context;
use crate::db::{DbError, DbResult, Tx};
use crate::id::ResponseId;
use crate::questionnaire::cache::VersionCache;

/// What became of one submission.
pub(super) type Outcome = Result<Receipt, SubmitError>;

/// Commits a batch, at most one submission a response, and returns what became of those whose response exists. Every receipt
/// among them is on disk.
pub(super) async fn commit(
    context: &Context,
    versions: &VersionCache,
    batch: &[Submission],
) -> DbResult<BTreeMap<ResponseId, Outcome>> {
    let keys: BTreeMap<_, _> = batch.iter().map(|submission| (submission.response, &submission.key)).collect();
    let ids: Vec<_> = keys.keys().copied().collect();
    let mut tx = context.db.begin().await?;
    let held = store::hold(&mut tx, &ids).await?;
    // The time is taken with the locks held: a round that closed meanwhile takes nothing more.
    let now = context.now();
    let mut work = Work::default();
    for held in held {
        let key = keys[&held.id];
        let verdict = judge(&mut tx, versions, &held, key, now).await;
        work.add(context, &held, key, verdict, now)?;
    }
    if !work.taken.is_empty() {
        store::write(&mut tx, &work.taken, now).await?;
    }
    if !work.repeated.is_empty() {
        store::write_again(&mut tx, &work.repeated).await?;
    }
    tx.commit().await?;
    Ok(work.outcomes)
}

async fn judge(
    tx: &mut Tx,
    versions: &VersionCache,
    held: &Held,
    key: &SubmissionKey,
    now: DateTime<Utc>,
) -> DbResult<Verdict> {
    let questionnaire = versions.lookup_in(tx, held.organisation, held.version).await?;
    let missing = || DbError::Unreadable("responses.version_id", "there is no such version".into());
    Ok(held.judge(&*questionnaire.ok_or_else(missing)?, key, now))
}

/// What the verdicts of a batch leave to be done.
#[derive(Debug, Default)]
struct Work {
    taken: Vec<Taken>,
    repeated: Vec<ResponseId>,
    outcomes: BTreeMap<ResponseId, Outcome>,
}

impl Work {
    /// Adds one verdict. A questionnaire that cannot be read fails its own submissions; any other error is the transaction's.
    fn add(
        &mut self,
        context: &Context,
        held: &Held,
        key: &SubmissionKey,
        verdict: DbResult<Verdict>,
        now: DateTime<Utc>,
    ) -> DbResult<()> {
        let id = held.id;
        let outcome = match verdict {
            Ok(Verdict::Taken(answers)) => {
                let number = ReceiptNumber::of(&context.keys, id);
                self.taken.push(Taken::new(held, key.clone(), number.clone(), answers));
                Ok(Receipt { number, at: now })
            }
            Ok(Verdict::Repeated(receipt)) => {
                self.repeated.push(id);
                Ok(receipt)
            }
            Ok(Verdict::Refused(refusal)) => Err(SubmitError::Refused(refusal)),
            Err(error @ DbError::Unreadable(..)) => Err(error.into()),
            Err(error) => return Err(error),
        };
        self.outcomes.insert(id, outcome);
        Ok(())
    }
}
