//! A whole round of the example questionnaire "business situation", launched with as many companies as a test wants.
#![expect(clippy::missing_panics_doc, reason = "a fixture that cannot be made ends the test")]

use std::fmt::Write as _;
use std::io::Cursor;

use chrono::{NaiveDate, TimeDelta};
use rundfrage_shared::audit::Actor;
use rundfrage_shared::id::{InvitationId, RoundId, VersionId};
use rundfrage_shared::invitation::link;
use rundfrage_shared::panel::import::{Mode, import};
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::questionnaire::store::publish_version;
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::round::{self, Round, RoundName, RoundState};
use rundfrage_shared::survey::Survey;
use rundfrage_shared::{Context, organisation, query};

use crate::seed::{self, Seed};

/// The questionnaire as it comes with the product.
pub const BUSINESS_SITUATION: &str = include_str!("../../shared/examples/questionnaires/business_situation.yaml");

const BY: Actor = Actor::Command("test");

/// A launched round.
#[derive(Clone, Debug)]
pub struct Fieldwork {
    /// Whose it is, and what is asked.
    pub seed: Seed,
    /// The survey.
    pub survey: Survey,
    /// The round, as it was launched.
    pub round: Round,
}

/// A panel as a file: `companies` companies, each with one contact `contact<n>@company<n>.example`.
#[must_use]
pub fn panel(companies: usize) -> String {
    let mut file = String::from("company_id,company,sector,size_class,employees,region,contact,email,language\n");
    for n in 1..=companies {
        let sector = ["10.5", "25.6", "41.2", "62.0", "72.1"][n % 5];
        let (size, employees) = [("1-9", 5), ("10-49", 20), ("50-249", 100), ("250+", 900)][n % 4];
        let (region, language) = (["06411", "06412", "06533"][n % 3], ["de", "en"][n % 2]);
        let _ = writeln!(
            file,
            "C-{n:06},Company {n},{sector},{size},{employees},{region},Contact {n},contact{n}@company{n}.example,{language}"
        );
    }
    file
}

/// Imports a panel, publishes the questionnaire and launches a round that opens on 1 December 2026 at 09:00.
pub async fn launched(ctx: &Context, companies: usize) -> Fieldwork {
    launched_with(ctx, companies, BUSINESS_SITUATION).await
}

/// The same with another questionnaire.
pub async fn launched_with(ctx: &Context, companies: usize, source: &str) -> Fieldwork {
    let tiny = seed::organisation(ctx, "ihk").await;
    let organisation = organisation::store::lookup(&ctx.db, tiny.organisation).await.expect("a lookup").expect("found");
    let report = import(ctx, &organisation, Cursor::new(panel(companies)), Mode::Apply, BY).await.expect("an import");
    assert_eq!(report.refused_count, 0, "{:?}", report.refused);

    let questionnaire = read(source.as_bytes()).expect("a questionnaire");
    let mut tx = ctx.db.begin().await.expect("a transaction");
    let what = (&questionnaire, source);
    let version =
        publish_version(&mut tx, &ctx.entropy, tiny.organisation, what, BY, ctx.now()).await.expect("a version");
    tx.commit().await.expect("a commit");

    let seed = Seed { questionnaire: version.questionnaire, version: version.id, ..tiny };
    let survey = seed::survey(ctx, &seed, "lage").await;
    let draft = seed::draft(ctx, &survey, "2026-Q4").await;
    let typed_recipients = i64::try_from(companies).expect("a number");
    let confirmation = Confirmation { typed_recipients, version: seed.version, by: BY };
    let round = launch(ctx, seed.organisation, draft.id, confirmation).await.expect("a launch");
    Fieldwork { seed, survey, round }
}

/// The same, with the clock set to the opening and the round open; no mails are planned.
pub async fn open(ctx: &Context, companies: usize) -> Fieldwork {
    open_with(ctx, companies, BUSINESS_SITUATION).await
}

/// The same with another questionnaire.
pub async fn open_with(ctx: &Context, companies: usize, source: &str) -> Fieldwork {
    let fieldwork = launched_with(ctx, companies, source).await;
    ctx.clock.set(fieldwork.round.fieldwork.opens_at());
    let round = fieldwork.round.clone().open(ctx.now()).expect("it is time");
    let mut tx = ctx.db.begin().await.expect("a transaction");
    round::store::move_from(&mut tx, round::Stage::Scheduled, &round, ctx.now()).await.expect("a move");
    tx.commit().await.expect("a commit");
    Fieldwork { round, ..fieldwork }
}

/// A draft of the survey's next round, of January 2027, with `source` as the questionnaire's newest version.
pub async fn next_draft(ctx: &Context, before: &Fieldwork, source: &str) -> (Round, VersionId) {
    let questionnaire = read(source.as_bytes()).expect("it is right");
    let mut tx = ctx.db.begin().await.expect("a transaction");
    let organisation = before.seed.organisation;
    let version = publish_version(&mut tx, &ctx.entropy, organisation, (&questionnaire, source), BY, ctx.now()).await;
    let version = version.expect("a version").id;
    let january =
        |day| NaiveDate::from_ymd_opt(2027, 1, day).and_then(|date| date.and_hms_opt(9, 0, 0)).expect("a day");
    let zone = before.survey.plan.zone;
    let draft = Round {
        id: RoundId::new(&ctx.entropy, ctx.now()),
        name: RoundName::parse("2027-Q1").expect("a name"),
        fieldwork: round::Fieldwork::new(january(12), january(26), zone).expect("in order"),
        state: RoundState::Draft,
        ..before.round.clone()
    };
    round::store::create(&mut tx, &draft, ctx.now()).await.expect("a round");
    tx.commit().await.expect("a commit");
    (draft, version)
}

/// The same, open.
pub async fn next(ctx: &Context, before: &Fieldwork, source: &str) -> Round {
    let (draft, version) = next_draft(ctx, before, source).await;
    let typed_recipients = before.round.state.launch().expect("launched").recipients;
    let confirmation = Confirmation { typed_recipients, version, by: BY };
    let round = launch(ctx, draft.organisation, draft.id, confirmation).await.expect("a launch");
    ctx.clock.set(round.fieldwork.opens_at());
    let round = round.open(ctx.now()).expect("it is time");
    let mut tx = ctx.db.begin().await.expect("a transaction");
    round::store::move_from(&mut tx, round::Stage::Scheduled, &round, ctx.now()).await.expect("a move");
    tx.commit().await.expect("a commit");
    round
}

/// The paths of all personal links of a round (`/r/…`).
pub async fn links(ctx: &Context, round: &Round) -> Vec<String> {
    let ids = query!(&ctx.db => fetch_all::<(InvitationId, i64)>,
        "SELECT i.id, i.link_serial FROM invitations i JOIN contacts c ON c.id = i.contact_id
         WHERE i.organisation_id = $1 AND i.round_id = $2 ORDER BY c.email", round.organisation, round.id);
    ids.expect("links").into_iter().map(|(id, serial)| format!("/r/{}", link::token(&ctx.keys, id, serial))).collect()
}

/// Moves a launched round to the machine's present time, for programs that read the machine's clock: it opened an hour ago
/// and closes in a week, without reminders.
pub async fn move_to_present(ctx: &Context, round: &Round) {
    let now = rundfrage_shared::clock::Clock::System.now();
    let (opens, closes) = (now - TimeDelta::hours(1), now + TimeDelta::days(7));
    query!(&ctx.db => execute,
        "UPDATE rounds SET zone = 'UTC', opens_at = $2, opens_local = $3, closes_at = $4, closes_local = $5, undo_until = $2,
             opened_at = CASE WHEN opened_at IS NULL THEN NULL ELSE $2 END
         WHERE id = $1",
        round.id, opens, opens.naive_utc(), closes, closes.naive_utc())
    .expect("a round of today");
    query!(&ctx.db => execute, "DELETE FROM reminder_runs WHERE round_id = $1", round.id).expect("no reminders");
}
