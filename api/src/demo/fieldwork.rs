//! One round of the example: launched, opened, answered day by day, reminded of, and closed if its time has passed.

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use rundfrage_shared::Context;
use rundfrage_shared::audit::{self, Actor, Entry};
use rundfrage_shared::id::{ResponseId, RoundId};
use rundfrage_shared::invitation;
use rundfrage_shared::invitation::store::Invited;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::cache::VersionCache;
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::questionnaire::validate::validate_all;
use rundfrage_shared::response::submission::Submission;
use rundfrage_shared::response::writer::Submissions;
use rundfrage_shared::response::{self, SubmissionKey};
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::round::{Round, RoundState, store};
use rundfrage_shared::survey::Survey;
use rundfrage_worker::jobs::run_due;

use super::answers::fill;
use super::calendar::Wanted;
use super::dice::Dice;
use super::mood::Mood;
use super::organisation::Home;
use super::survey::Published;

/// What sets one round apart from another.
#[derive(Clone, Copy, Debug)]
pub struct Wave {
    /// Its name in the draws.
    pub name: &'static str,
    /// How business is, around 0.
    pub cycle: f64,
    /// How willingly companies answer, about 1.
    pub turnout: f64,
}

/// Invitations read at once.
const PAGE: i64 = 5_000;
/// Arrivals are looked at so often.
const STEP: TimeDelta = TimeDelta::hours(8);
/// Submissions on their way at once; the writer takes them in few commits.
const AT_ONCE: usize = 200;

/// One company's answers on their way.
struct Arrival {
    at: DateTime<Utc>,
    invited: Invited,
    answers: Answers,
    is_submitted: bool,
}

/// Makes the round and lets it run until it closes or until `now`.
pub async fn run(
    ctx: &Context,
    home: &Home,
    (survey, published): (&Survey, &Published),
    wanted: &Wanted,
    wave: Wave,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let opens = wanted.fieldwork.opens_at();
    ctx.clock.set(opens - TimeDelta::days(2));
    let round = prepare(ctx, home, survey, published, wanted).await?;
    ctx.clock.set(opens);
    run_due(ctx).await?;

    let end = wanted.fieldwork.closes_at().min(now);
    let mut arrivals = arrivals(ctx, home, &round, published, wave).await?;
    arrivals.retain(|arrival| arrival.at < end);
    let submissions = Submissions::start(ctx.clone(), VersionCache::default());
    let mut from = 0;
    let mut at = opens;
    while at < end {
        at = (at + STEP).min(end - TimeDelta::minutes(1)).max(at + TimeDelta::minutes(1));
        let until = from + arrivals[from..].iter().take_while(|arrival| arrival.at < at).count();
        ctx.clock.set(at);
        for some in arrivals[from..until].chunks(AT_ONCE) {
            take_in(ctx, &submissions, some).await?;
        }
        from = until;
        run_due(ctx).await?;
    }
    submissions.stop().await;
    if wanted.fieldwork.closes_at() <= now {
        ctx.clock.set(wanted.fieldwork.closes_at());
        run_due(ctx).await?;
    }
    Ok(())
}

async fn prepare(
    ctx: &Context,
    home: &Home,
    survey: &Survey,
    published: &Published,
    wanted: &Wanted,
) -> anyhow::Result<Round> {
    let (now, by) = (ctx.now(), Actor::Staff(home.owner.id));
    let round = Round {
        id: RoundId::new(&ctx.entropy, now),
        organisation: home.organisation.id,
        survey: survey.id,
        name: wanted.name.clone(),
        fieldwork: wanted.fieldwork,
        paused_at: None,
        state: RoundState::Draft,
    };
    let mut tx = ctx.db.begin().await?;
    store::create(&mut tx, &round, now).await?;
    let details = serde_json::json!({ "name": round.name.as_str() });
    let entry = Entry { actor: by, action: "round.created", subject: format!("round:{}", round.id), details };
    audit::append(&mut tx, round.organisation, &entry, now).await?;
    tx.commit().await?;
    let typed_recipients =
        invitation::store::count_recipients(&ctx.db, round.organisation, survey.id, &survey.plan.segment).await?;
    let confirmation = Confirmation { typed_recipients, version: published.version, by };
    Ok(launch(ctx, round.organisation, round.id, confirmation).await?)
}

/// Who answers when and what, in the order of time.
async fn arrivals(
    ctx: &Context,
    home: &Home,
    round: &Round,
    published: &Published,
    wave: Wave,
) -> anyhow::Result<Vec<Arrival>> {
    let mut arrivals = Vec::new();
    let mut after = None;
    loop {
        let page = invitation::store::list_invited(&ctx.db, home.organisation.id, round.id, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        for invited in page {
            arrivals.extend(arrival(round, published, wave, invited)?);
        }
    }
    arrivals.sort_by(|one, other| (one.at, &one.invited.reference).cmp(&(other.at, &other.invited.reference)));
    Ok(arrivals)
}

fn arrival(round: &Round, published: &Published, wave: Wave, invited: Invited) -> anyhow::Result<Option<Arrival>> {
    let dice = Dice::of(&["arrival", wave.name, &invited.reference]);
    let mood = Mood::of(&invited, wave);
    if !mood.takes_part(&dice, wave) {
        return Ok(None);
    }
    // Half of all answers come within three days, most of the others after a reminder.
    let days = if dice.chance(0.55) { dice.unit() * 3.0 } else { 3.0 + dice.unit() * 16.0 };
    let at = round.fieldwork.opens_at() + TimeDelta::seconds(seconds(days));
    let circumstances = Circumstances::new(&invited.attributes, Some(round.name.as_str()));
    let answers = fill(&published.questionnaire, circumstances, &mood, &invited);
    let answers = validate_all(&published.questionnaire, &answers, circumstances);
    let answers = answers.map_err(|problems| anyhow::anyhow!("a made answer breaks a rule: {:?}", problems.first()))?;
    Ok(Some(Arrival { at, invited, answers, is_submitted: dice.chance(0.93) }))
}

#[expect(clippy::cast_possible_truncation, reason = "a few weeks")]
fn seconds(days: f64) -> i64 {
    (days * 86_400.0) as i64
}

/// Saves the answers as drafts in one transaction, then submits what is to be submitted.
async fn take_in(ctx: &Context, submissions: &Submissions, arrivals: &[Arrival]) -> anyhow::Result<()> {
    let now = ctx.now();
    let mut tx = ctx.db.begin().await?;
    let mut ready = Vec::new();
    for Arrival { invited, answers, is_submitted, .. } in arrivals {
        let proposed = ResponseId::new(&ctx.entropy, now);
        let begun = response::store::begin(&mut tx, proposed, invited.id, &invited.language, now).await?;
        let response = begun.ok_or_else(|| anyhow::anyhow!("the round takes no answers"))?;
        let mut draft = answers.clone();
        if !is_submitted {
            // Left in the middle: what would have come last is missing.
            let kept = draft.0.len() / 2;
            draft.0 = std::mem::take(&mut draft.0).into_iter().take(kept).collect();
        }
        response::store::write_draft(&mut tx, response, &draft, &invited.language, now).await?;
        invitation::store::mark_started(&mut tx, invited.id, now).await?;
        if *is_submitted {
            let key = SubmissionKey::parse(&ctx.entropy.token())?;
            ready.push(Submission { response, key, seen: None });
        }
    }
    tx.commit().await?;
    for receipt in join_all(ready.into_iter().map(|submission| submissions.submit(submission))).await {
        receipt?;
    }
    Ok(())
}
