//! One batch of submissions: read the responses, judge each, write what is taken.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::checked::CheckedDrafts;
use super::store::{self, Taken};
use super::verdict::{Pending, Verdict};
use super::writer::{Submission, SubmitError};
use super::{Receipt, ReceiptNumber, SubmissionKey};
use crate::context::Context;
use crate::db::{DbError, DbResult};
use crate::id::ResponseId;
use crate::questionnaire::cache::VersionCache;

/// What became of one submission.
pub(super) type Outcome = Result<Receipt, SubmitError>;

/// How often a submission is judged anew because its response was saved between reading and writing it.
const TURNS: usize = 8;

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

type Keys<'a> = BTreeMap<ResponseId, &'a SubmissionKey>;
type Outcomes = BTreeMap<ResponseId, Outcome>;

impl Committer {
    /// Commits a batch, at most one submission a response, and returns what became of those whose response exists. Every
    /// receipt among them is on disk.
    pub async fn commit(&self, batch: &[Submission]) -> DbResult<Outcomes> {
        let mut keys: Keys<'_> = batch.iter().map(|submission| (submission.response, &submission.key)).collect();
        let mut outcomes = Outcomes::new();
        for _ in 0..TURNS {
            let now = self.context.now();
            let mut taken = self.checked(&keys, now);
            let known: BTreeSet<_> = taken.iter().map(Taken::response).collect();
            let unknown = keys.iter().filter(|(id, _)| !known.contains(id)).map(|(id, key)| (*id, *key)).collect();
            taken.extend(self.judged(&unknown, now, &mut outcomes).await?);
            let overtaken = self.write(taken, now, &mut outcomes).await?;
            if overtaken.is_empty() {
                return Ok(outcomes);
            }
            keys.retain(|response, _| overtaken.contains(response));
        }
        outcomes.extend(keys.into_keys().map(|response| (response, Err(SubmitError::Busy))));
        Ok(outcomes)
    }

    /// Those whose drafts were judged before.
    fn checked(&self, keys: &Keys<'_>, now: DateTime<Utc>) -> Vec<Taken> {
        let checked = |(id, key): (&ResponseId, &&SubmissionKey)| {
            let checked = self.checked.take(*id, now)?;
            Some(Taken::checked(*id, checked, (*key).clone(), ReceiptNumber::of(&self.context.keys, *id)))
        };
        keys.iter().filter_map(checked).collect()
    }

    /// Reads and judges responses. Returns what is to be written of them; whatever else became of them is added to `outcomes`.
    async fn judged(&self, keys: &Keys<'_>, now: DateTime<Utc>, outcomes: &mut Outcomes) -> DbResult<Vec<Taken>> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<_> = keys.keys().copied().collect();
        let mut taken = Vec::new();
        for pending in store::pending(&self.context.db, &ids).await? {
            let (id, key) = (pending.id, keys[&pending.id]);
            match self.judge(&pending, key, now).await {
                Ok(Verdict::Taken(answers)) => {
                    let number = ReceiptNumber::of(&self.context.keys, id);
                    taken.push(Taken::judged(&pending, key.clone(), number, answers));
                }
                Ok(Verdict::Repeated(receipt)) => drop(outcomes.insert(id, Ok(receipt))),
                Ok(Verdict::Refused(refusal)) => drop(outcomes.insert(id, Err(refusal.into()))),
                // A questionnaire that cannot be read fails its own submissions; any other error is the batch's.
                Err(error @ DbError::Unreadable(..)) => drop(outcomes.insert(id, Err(error.into()))),
                Err(error) => return Err(error),
            }
        }
        Ok(taken)
    }

    async fn judge(&self, pending: &Pending, key: &SubmissionKey, now: DateTime<Utc>) -> DbResult<Verdict> {
        let questionnaire = self.versions.lookup(&self.context.db, pending.organisation, pending.version).await?;
        let missing = || DbError::Unreadable("responses.version_id", "there is no such version".into());
        Ok(pending.judge(&*questionnaire.ok_or_else(missing)?, key, now))
    }

    /// Writes, and adds the receipts. Returns the responses that have changed since they were judged: nothing was written of
    /// them.
    async fn write(
        &self,
        mut taken: Vec<Taken>,
        now: DateTime<Utc>,
        outcomes: &mut Outcomes,
    ) -> DbResult<BTreeSet<ResponseId>> {
        if taken.is_empty() {
            return Ok(BTreeSet::new());
        }
        // Writers lock in one order, so that they wait for each other in a line.
        taken.sort_by_key(Taken::response);
        let written = store::write(&self.context.db, &taken, now).await?;
        let (written, overtaken): (Vec<_>, Vec<_>) =
            taken.into_iter().partition(|taken| written.contains(&taken.response()));
        outcomes.extend(written.into_iter().map(|taken| (taken.response(), Ok(taken.receipt(now)))));
        Ok(overtaken.iter().map(Taken::response).collect())
    }
}
