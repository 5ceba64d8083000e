//! A complete example in a folder of its own: an organisation, its panel, two closed rounds with answers, and one that runs.
//!
//! Everything is made with the functions that staff and respondents use, with a clock that is moved by hand through the past
//! half year; only the answers are made up, and with a fixed seed they come out the same for the same day.

mod answers;
mod calendar;
mod dice;
mod fieldwork;
pub mod folder;
mod mood;
mod numbers;
mod organisation;
mod panel;
pub mod summary;
mod survey;
mod texts;

use chrono::{DateTime, Utc};
use rundfrage_shared::Context;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::entropy::Entropy;

use calendar::Calendar;
use fieldwork::Wave;

/// The seed of everything that is made up.
const SEED: u64 = 2026;

/// Makes the example in an empty database: with `companies` companies, as of `now`.
pub async fn build(ctx: &Context, companies: u64, now: DateTime<Utc>) -> anyhow::Result<()> {
    let calendar = Calendar::of(now)?;
    let clock = Clock::manual(calendar.set_up);
    let ctx = Context { clock: clock.clone(), entropy: Entropy::seeded(SEED), ..ctx.clone() };
    let home = organisation::set_up(&ctx).await?;
    panel::import(&ctx, &home, companies).await?;
    let segment = survey::segment(companies);
    let (business, questions) = survey::business_situation(&ctx, &home, segment.clone()).await?;
    let (location, location_questions) = survey::location_and_society(&ctx, &home, segment).await?;

    let before = Wave { name: "before", cycle: -0.15, turnout: 1.0 };
    fieldwork::run(&ctx, &home, (&business, &questions), &calendar.quarter_before, before, now).await?;
    let special = Wave { name: "special", cycle: 0.0, turnout: 0.85 };
    fieldwork::run(&ctx, &home, (&location, &location_questions), &calendar.special, special, now).await?;
    let present = Wave { name: "present", cycle: 0.2, turnout: 1.0 };
    fieldwork::run(&ctx, &home, (&business, &questions), &calendar.present, present, now).await?;
    clock.set(now);
    Ok(())
}

#[cfg(test)]
mod tests;
