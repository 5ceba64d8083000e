//! Checking a log against its hashes.

use thiserror::Error;

use super::{Head, Record, chain, store};
use crate::db::{Db, DbResult};
use crate::id::OrganisationId;

/// So many entries are read at once.
const PAGE: i64 = 1_000;
/// So many faults are told; more would not be read.
const FAULTS: usize = 100;

/// What is wrong with a log.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing, though setting up the organisation is the first entry of every log.
    #[error("the log is empty; it begins with the setting-up of the organisation, so everything was deleted")]
    Empty,
    /// Entries are missing before this one.
    #[error("entry {found}: entry {expected} should stand here; something was deleted or renumbered")]
    Missing {
        /// The place that should come next.
        expected: i64,
        /// The place that comes next.
        found: i64,
    },
    /// The content is not what was hashed.
    #[error("entry {0}: its content is not what was recorded")]
    Edited(i64),
    /// The entry does not follow the one before it.
    #[error("entry {0}: it does not follow the entry before it; entries were swapped, replaced or deleted")]
    Unlinked(i64),
    /// The log ends before the head that was noted, or has another entry in its place.
    #[error("entry {0}: the log does not contain it as it was noted; its end was cut off or the log was written anew")]
    HeadMissing(i64),
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries were read.
    pub entries: u64,
    /// The newest entry: worth noting outside the database.
    pub head: Option<Head>,
    /// What is wrong, at most a hundred faults; empty if nothing is.
    pub faults: Vec<Fault>,
}

/// Reads an organisation's whole log, page by page, and tells what is wrong with it. `noted` is a head that an earlier
/// check printed: with it, entries cut off at the end are found as well.
pub async fn verify(db: &Db, organisation: OrganisationId, noted: Option<&Head>) -> DbResult<Verdict> {
    let mut check = Check { organisation, noted, noted_seen: noted.is_none(), verdict: Verdict::default() };
    let mut after = i64::MIN;
    loop {
        let page = store::list_after(db, organisation, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.sequence;
        for record in page {
            check.take(record);
        }
    }
    Ok(check.finish())
}

struct Check<'a> {
    organisation: OrganisationId,
    noted: Option<&'a Head>,
    noted_seen: bool,
    verdict: Verdict,
}

impl Check<'_> {
    fn take(&mut self, record: Record) {
        let before = self.verdict.head.take().unwrap_or(Head { sequence: 0, hash: chain::START.into() });
        let sequence = record.sequence;
        if sequence != before.sequence + 1 {
            self.fault(Fault::Missing { expected: before.sequence + 1, found: sequence });
        }
        if record.previous_hash != before.hash {
            self.fault(Fault::Unlinked(sequence));
        }
        if chain::hash(self.organisation, &record)[..] != record.hash[..] {
            self.fault(Fault::Edited(sequence));
        }
        self.noted_seen |= self.noted.is_some_and(|noted| noted.sequence == sequence && noted.hash == record.hash);
        self.verdict.entries += 1;
        self.verdict.head = Some(Head { sequence, hash: record.hash });
    }

    fn fault(&mut self, fault: Fault) {
        if self.verdict.faults.len() < FAULTS {
            self.verdict.faults.push(fault);
        }
    }

    fn finish(mut self) -> Verdict {
        if self.verdict.entries == 0 {
            self.fault(Fault::Empty);
        }
        if let (false, Some(noted)) = (self.noted_seen, self.noted) {
            self.fault(Fault::HeadMissing(noted.sequence));
        }
        self.verdict
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORGANISATION: OrganisationId = OrganisationId::from_bytes([7; 16]);

    fn log() -> Vec<Record> {
        let mut previous_hash = chain::START.to_vec();
        let entry = |sequence: i64| {
            let mut record = Record {
                sequence,
                at: chrono::DateTime::UNIX_EPOCH,
                actor: "system:test".into(),
                action: "thing.done".into(),
                subject: format!("thing:{sequence}"),
                details: "{}".into(),
                previous_hash: std::mem::take(&mut previous_hash),
                hash: Vec::new(),
            };
            record.hash = chain::hash(ORGANISATION, &record).into();
            previous_hash.clone_from(&record.hash);
            record
        };
        (1..=5).map(entry).collect()
    }

    fn check(log: Vec<Record>, noted: Option<&Head>) -> Vec<Fault> {
        let verdict = Verdict::default();
        let mut check = Check { organisation: ORGANISATION, noted, noted_seen: noted.is_none(), verdict };
        for record in log {
            check.take(record);
        }
        check.finish().faults
    }

    #[test]
    fn an_untouched_log_has_no_fault() {
        assert_eq!(check(log(), None), []);
    }

    #[test]
    fn an_edit_is_found_even_if_its_own_hash_is_mended() {
        let mut edited = log();
        edited[2].details = "{\"more\":1}".into();
        assert_eq!(check(edited.clone(), None), [Fault::Edited(3)]);
        edited[2].hash = chain::hash(ORGANISATION, &edited[2]).into();
        assert_eq!(check(edited, None), [Fault::Unlinked(4)]);
    }

    #[test]
    fn deletions_at_the_start_and_in_the_middle_are_found() {
        let mut cut = log();
        cut.remove(2);
        assert_eq!(check(cut, None), [Fault::Missing { expected: 3, found: 4 }, Fault::Unlinked(4)]);
        let mut cut = log();
        cut.remove(0);
        assert_eq!(check(cut, None), [Fault::Missing { expected: 1, found: 2 }, Fault::Unlinked(2)]);
    }

    #[test]
    fn an_empty_log_was_deleted() {
        assert_eq!(check(Vec::new(), None), [Fault::Empty]);
    }

    #[test]
    fn swapped_entries_are_found() {
        let mut swapped = log();
        swapped.swap(1, 2);
        (swapped[1].sequence, swapped[2].sequence) = (2, 3);
        assert!(check(swapped, None).contains(&Fault::Edited(2)));
    }

    #[test]
    fn an_end_that_was_cut_off_is_found_with_a_noted_head() {
        let mut cut = log();
        let noted: Head = Head { sequence: 5, hash: cut[4].hash.clone() }.to_string().parse().unwrap();
        assert_eq!(check(cut.clone(), Some(&noted)), []);
        cut.truncate(3);
        assert_eq!(check(cut.clone(), None), []);
        assert_eq!(check(cut, Some(&noted)), [Fault::HeadMissing(5)]);
    }
}
