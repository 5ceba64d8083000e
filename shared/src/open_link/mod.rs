//! Open links: whoever follows one answers a survey without invitation and company, once a browser while its cookie lives.

pub mod store;
mod ticket;

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;

use crate::context::Context;
use crate::db::DbError;
use crate::id::{OrganisationId, ResponseId, RoundId, SurveyId};
use crate::language::Language;
use crate::organisation::Slug;
use crate::round;
use crate::throttle::{self, PER_NETWORK};

pub use ticket::{named, place, placed, ticket};

/// Two clicks lie no further apart.
const TWICE: TimeDelta = TimeDelta::minutes(1);

/// The open link of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLink {
    /// The survey.
    pub survey: SurveyId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What it is called in the address, one in the installation.
    pub slug: Slug,
    /// How many responses of a round may begin by it; those begun and not submitted count.
    pub most: Option<i64>,
}

impl OpenLink {
    /// The path of the link.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/o/{}", self.slug)
    }
}

/// Why no response was begun.
#[derive(Debug, Error)]
pub enum Refusal {
    /// The round takes no answers.
    #[error("the round takes no answers")]
    Closed,
    /// As many as may have begun.
    #[error("as many responses as may have begun by this link")]
    Full,
    /// Too many began from this network; none begins before this instant.
    #[error("too many responses began from this network; the next can begin at {until}")]
    Throttled {
        /// When the next can begin.
        until: DateTime<Utc>,
    },
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<throttle::Refusal> for Refusal {
    fn from(refusal: throttle::Refusal) -> Self {
        match refusal {
            throttle::Refusal::TooMany { until } => Self::Throttled { until },
            throttle::Refusal::Db(error) => Self::Db(error),
        }
    }
}

/// Begins a response by an open link, at the `place` that its page proposed: two clicks on one page begin one response. A place that
/// was taken longer ago is no place any more.
///
/// Where there is a limit, the round is locked while responses are counted: of many who take the last place at once, one gets it.
/// Without one nobody waits.
pub async fn begin(
    ctx: &Context,
    link: &OpenLink,
    (round, place): (RoundId, ResponseId),
    language: &Language,
    network: IpAddr,
) -> Result<ResponseId, Refusal> {
    throttle::attempt(ctx, &throttle::of_network("open-link", network), PER_NETWORK).await?;
    let now = ctx.now();
    let mut tx = ctx.db.begin().await?;
    if link.most.is_some() {
        round::store::lock(&mut tx, link.organisation, round).await?.ok_or(Refusal::Closed)?;
    }
    let id = match store::begun_at(&mut tx, round, place).await? {
        Some(at) if now - at < TWICE => return Ok(place),
        Some(_) => ResponseId::new(&ctx.entropy, now),
        None => place,
    };
    if let Some(most) = link.most
        && store::count_begun(&mut tx, round).await? >= most
    {
        return Err(Refusal::Full);
    }
    match store::begin(&mut tx, id, round, language, now).await {
        Ok(true) => tx.commit().await?,
        Ok(false) => return Err(Refusal::Closed),
        // The other click was faster by a hair.
        Err(DbError::Exists) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(id)
}
