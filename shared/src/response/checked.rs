//! Drafts that were judged when their respondents looked at "check your answers".
//!
//! Whoever submits comes from that page, and mostly nothing has changed since: then the writer need not read and judge the
//! draft again. What is kept says only which save was judged; whether the response still stands like that, and whether the
//! round is open, the statement that writes looks at. A draft that is not kept here, or no longer, is read and judged.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Days, NaiveTime, Utc};
use hashlink::LruCache;

use super::verdict::counts;
use super::{Occasion, Response};
use crate::id::{ResponseId, RoundId};
use crate::questionnaire::model::Questionnaire;
use crate::questionnaire::route::Circumstances;
use crate::schedule::{instant_of, local_of};

/// Drafts kept in memory, some hundred bytes each; a submit takes its own out.
const MOST: usize = 16_384;

/// A draft that can be submitted as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Checked {
    /// The round.
    pub round: RoundId,
    /// Which save it is.
    pub revision: i64,
    /// Until when the judgement holds: rules may ask which day it is.
    until: DateTime<Utc>,
}

/// A bounded memory of such drafts; cloning it shares it.
#[derive(Clone, Debug)]
pub(super) struct CheckedDrafts(Arc<Mutex<LruCache<ResponseId, Checked>>>);

impl Default for CheckedDrafts {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(MOST))))
    }
}

impl CheckedDrafts {
    /// Judges the draft at `now` and keeps it if it can be submitted just as it stands.
    pub fn check(&self, response: &Response, occasion: &Occasion, questionnaire: &Questionnaire, now: DateTime<Utc>) {
        let today = local_of(now, occasion.zone).date();
        let circumstances = Circumstances::new(&response.attributes, Some(occasion.round.as_str()))
            .on(today)
            .after(response.last.as_ref());
        if counts(questionnaire, &response.draft, circumstances).is_ok_and(|answers| answers == response.draft) {
            let midnight = (today + Days::new(1)).and_time(NaiveTime::MIN);
            let until = instant_of(midnight, occasion.zone).min(occasion.closes_at);
            self.kept().insert(response.id, Checked { round: response.round, revision: response.revision, until });
        }
    }

    /// Takes out what is known of `response`, if it holds at `now`.
    pub fn take(&self, response: ResponseId, now: DateTime<Utc>) -> Option<Checked> {
        self.kept().remove(&response).filter(|checked| now < checked.until)
    }

    fn kept(&self) -> MutexGuard<'_, LruCache<ResponseId, Checked>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
