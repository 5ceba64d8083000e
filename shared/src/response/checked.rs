//! Drafts that were judged when their respondents looked at "check your answers".
//!
//! Whoever submits comes from that page, and mostly nothing has changed since: then the writer need not read and judge the
//! draft again. What is kept says only which save was judged; whether the response still stands like that, and whether the
//! round is open, the statement that writes looks at. A draft that is not kept here, or no longer, is read and judged.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Days, TimeZone as _, Utc};
use chrono_tz::Tz;
use hashlink::LruCache;

use super::verdict::counts;
use super::{Occasion, Response};
use crate::id::{ResponseId, RoundId};
use crate::questionnaire::model::Questionnaire;
use crate::questionnaire::period::Period;
use crate::questionnaire::route::Circumstances;

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
        let Some(midnight) = end_of_day(now, occasion.zone) else { return };
        let today = now.with_timezone(&occasion.zone).date_naive();
        let circumstances = Circumstances::new(&response.attributes, Period::parse(occasion.round.as_str())).on(today);
        if counts(questionnaire, &response.draft, circumstances).is_ok_and(|answers| answers == response.draft) {
            let until = midnight.min(occasion.closes_at);
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

/// When the day of `now` ends in `zone`; nothing where the clocks skip that moment.
fn end_of_day(now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
    let tomorrow = now.with_timezone(&zone).date_naive().checked_add_days(Days::new(1))?;
    Some(zone.from_local_datetime(&tomorrow.and_hms_opt(0, 0, 0)?).earliest()?.with_timezone(&Utc))
}

#[cfg(test)]
mod tests;
