//! One batch of submissions: read and judge those that were not judged before, write what is taken.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::ReceiptNumber;
use super::checked::CheckedDrafts;
use super::store::{self, ToWrite};
use super::submission::{Outcome, Submission};
use super::verdict::{Pending, Verdict};
use crate::context::Context;
use crate::db::{DbError, DbResult};
use crate::id::ResponseId;
use crate::questionnaire::cache::VersionCache;

/// What a batch is committed with.
#[derive(Clone, Debug)]
pub(super) struct Committer {
    /// The database, the clock and the keys.
    pub context: Context,
    /// The questionnaires.
    pub versions: VersionCache,
    /// What need not be judged again.
    pub checked: CheckedDrafts,
}

/// What became of a batch.
#[derive(Debug, Default)]
pub(super) struct Committed {
    /// Of those whose response exists; every receipt among them is on disk.
    pub outcomes: BTreeMap<ResponseId, Outcome>,
    /// Those that changed after they were judged, or whose round did: nothing was written of them.
    pub overtaken: BTreeSet<ResponseId>,
}

type Batch<'a> = BTreeMap<ResponseId, &'a Submission>;

impl Committer {
    /// Commits a batch, at most one submission a response.
    pub async fn commit(&self, batch: &[Submission]) -> DbResult<Committed> {
        let now = self.context.now();
        let batch: Batch<'_> = batch.iter().map(|submission| (submission.response, submission)).collect();
        let mut committed = Committed::default();
        let mut taken = self.remembered(&batch, now);
        let known: BTreeSet<_> = taken.iter().map(ToWrite::response).collect();
        let unknown = batch.into_iter().filter(|(id, _)| !known.contains(id)).collect();
        taken.extend(self.judged(&unknown, now, &mut committed).await?);
        self.write(taken, now, &mut committed).await?;
        Ok(committed)
    }

    /// Those whose drafts were judged before.
    fn remembered(&self, batch: &Batch<'_>, now: DateTime<Utc>) -> Vec<ToWrite> {
        let remembered = |(id, submission): (&ResponseId, &&Submission)| {
            let checked = self.checked.take(*id, now)?;
            let is_seen = submission.seen.is_none_or(|seen| seen == checked.revision);
            let number = ReceiptNumber::of(&self.context.keys, *id);
            is_seen.then(|| ToWrite::checked(*id, checked, submission.key.clone(), number))
        };
        batch.iter().filter_map(remembered).collect()
    }

    /// Reads and judges responses. Returns what is to be written of them; whatever else became of them is added.
    async fn judged(&self, batch: &Batch<'_>, now: DateTime<Utc>, committed: &mut Committed) -> DbResult<Vec<ToWrite>> {
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<_> = batch.keys().copied().collect();
        let mut taken = Vec::new();
        for pending in store::pending(&self.context.db, &ids).await? {
            let (id, submission) = (pending.id, batch[&pending.id]);
            match self.judge(&pending, submission, now).await {
                Ok(Verdict::Taken(answers)) => {
                    let number = ReceiptNumber::of(&self.context.keys, id);
                    taken.push(ToWrite::judged(&pending, submission.key.clone(), number, answers));
                }
                Ok(Verdict::Repeated(receipt)) => drop(committed.outcomes.insert(id, Ok(receipt))),
                Ok(Verdict::Refused(refusal)) => drop(committed.outcomes.insert(id, Err(refusal.into()))),
                // A questionnaire that cannot be read fails its own submissions; any other error is the batch's.
                Err(error @ DbError::Unreadable(..)) => drop(committed.outcomes.insert(id, Err(error.into()))),
                Err(error) => return Err(error),
            }
        }
        Ok(taken)
    }

    async fn judge(&self, pending: &Pending, submission: &Submission, now: DateTime<Utc>) -> DbResult<Verdict> {
        let questionnaire = self.versions.lookup(&self.context.db, pending.organisation, pending.version).await?;
        let missing = || DbError::Unreadable("responses.version_id", "there is no such version".into());
        Ok(pending.judge(&*questionnaire.ok_or_else(missing)?, submission, now))
    }

    /// Writes, and adds the receipts and those that were overtaken.
    async fn write(&self, taken: Vec<ToWrite>, now: DateTime<Utc>, committed: &mut Committed) -> DbResult<()> {
        if taken.is_empty() {
            return Ok(());
        }
        let written = store::write(&self.context.db, &taken, now).await?;
        for taken in taken {
            let id = taken.response();
            if written.contains(&id) {
                committed.outcomes.insert(id, Ok(taken.receipt(now)));
            } else {
                committed.overtaken.insert(id);
            }
        }
        Ok(())
    }
}
