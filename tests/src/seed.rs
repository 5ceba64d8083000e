//! Fixtures: an organisation with a small panel, a questionnaire and a survey, built step by step.
#![expect(clippy::missing_panics_doc, reason = "a fixture that cannot be made ends the test")]

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use rundfrage_shared::Context;
use rundfrage_shared::id::{CompanyId, ContactId, OrganisationId, QuestionnaireId, RoundId, SurveyId, VersionId};
use rundfrage_shared::name::Name;
use rundfrage_shared::query;
use rundfrage_shared::questionnaire::model::{Cadence, Code};
use rundfrage_shared::round::{self, Fieldwork, Round, RoundName, RoundState};
use rundfrage_shared::survey::{self, Anonymity, ReminderRule, Segment, Survey, SurveyPlan};

/// What a round needs before it can be made.
#[derive(Clone, Copy, Debug)]
pub struct Seed {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its one questionnaire.
    pub questionnaire: QuestionnaireId,
    /// The questionnaire's one version.
    pub version: VersionId,
}

/// One question, in German and English.
pub const QUESTIONNAIRE: &str = "\
id: tiny
version: 1
languages: [de, en]
default_language: de
title: {de: Kurz gefragt, en: A short question}
sections:
  - id: s1
    title: {de: Lage, en: Situation}
    questions:
      - id: situation
        type: single
        text: {de: Wie ist die Lage?, en: How are things?}
        options:
          - {code: good, de: gut, en: good}
          - {code: poor, de: schlecht, en: poor}
";

/// An organisation named by its slug, and its questionnaire [`QUESTIONNAIRE`].
pub async fn organisation(ctx: &Context, slug: &str) -> Seed {
    let now = ctx.now();
    let seed = Seed {
        organisation: OrganisationId::new(&ctx.entropy, now),
        questionnaire: QuestionnaireId::new(&ctx.entropy, now),
        version: VersionId::new(&ctx.entropy, now),
    };
    query!(&ctx.db => execute,
        "INSERT INTO organisations (id, slug, name, language, zone, created_at) VALUES ($1, $2, $2, 'de', 'Europe/Berlin', $3)",
        seed.organisation, slug, now)
    .expect("an organisation");
    query!(&ctx.db => execute,
        "INSERT INTO questionnaires (id, organisation_id, code, created_at) VALUES ($1, $2, 'tiny', $3)",
        seed.questionnaire, seed.organisation, now)
    .expect("a questionnaire");
    query!(&ctx.db => execute,
        "INSERT INTO questionnaire_versions (id, organisation_id, questionnaire_id, number, source, source_hash, created_at, created_by)
         VALUES ($1, $2, $3, 1, $4, $5, $6, 'test')",
        seed.version, seed.organisation, seed.questionnaire, QUESTIONNAIRE, vec![0_u8; 32], now)
    .expect("a version");
    seed
}

/// `count` companies of ten sections in turn, each with one contact `contact<n>@company<n>.example`.
pub async fn companies(ctx: &Context, seed: &Seed, count: usize) -> Vec<(CompanyId, ContactId)> {
    let mut made = Vec::new();
    for n in 1..=count {
        made.push(company(ctx, seed, n).await);
    }
    made
}

async fn company(ctx: &Context, seed: &Seed, n: usize) -> (CompanyId, ContactId) {
    let now = ctx.now();
    let (company, contact) = (CompanyId::new(&ctx.entropy, now), ContactId::new(&ctx.entropy, now));
    let section = ["B", "C", "D", "E", "F", "G", "H", "I", "J", "K"][n % 10];
    query!(&ctx.db => execute,
        "INSERT INTO companies (id, organisation_id, reference, name, sector, section, size_class, region, attributes, created_at, updated_at)
         VALUES ($1, $2, $3, $4, '10.5', $5, '10-49', '06411', '{}', $6, $6)",
        company, seed.organisation, format!("C-{n:05}"), format!("Company {n}"), section, now)
    .expect("a company");
    query!(&ctx.db => execute,
        "INSERT INTO contacts (id, organisation_id, company_id, name, email, language, state, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, 'de', 'active', $6, $6)",
        contact, seed.organisation, company, format!("Contact {n}"), format!("contact{n}@company{n}.example"), now)
    .expect("a contact");
    (company, contact)
}

/// A survey of everybody, reminded after 7 and 14 days at 09:00.
pub async fn survey(ctx: &Context, seed: &Seed, code: &str) -> Survey {
    let reminder =
        |days_after_opening| ReminderRule { days_after_opening, at: NaiveTime::from_hms_opt(9, 0, 0).expect("a time") };
    let survey = Survey {
        id: SurveyId::new(&ctx.entropy, ctx.now()),
        organisation: seed.organisation,
        plan: SurveyPlan {
            code: Code::parse(code).expect("a code"),
            title: Name::parse("Kurz gefragt").expect("a title"),
            questionnaire: seed.questionnaire,
            segment: Segment::default(),
            cadence: Cadence::Quarterly,
            reminder_rules: vec![reminder(7), reminder(14)],
            sender_name: Name::parse("Industriedialog").expect("a name"),
            reply_to: None,
            anonymity: Anonymity::Confidential,
            zone: Tz::Europe__Berlin,
        },
    };
    let mut tx = ctx.db.begin().await.expect("a transaction");
    survey::store::create(&mut tx, &survey, ctx.now()).await.expect("a survey");
    tx.commit().await.expect("a commit");
    survey
}

/// A draft round that opens on 1 December 2026 at 09:00 and closes on 22 December at 18:00.
pub async fn draft(ctx: &Context, survey: &Survey, name: &str) -> Round {
    let round = Round {
        id: RoundId::new(&ctx.entropy, ctx.now()),
        organisation: survey.organisation,
        survey: survey.id,
        name: RoundName::parse(name).expect("a name"),
        fieldwork: Fieldwork::new(december(1, 9), december(22, 18), survey.plan.zone).expect("in order"),
        paused_at: None,
        state: RoundState::Draft,
    };
    let mut tx = ctx.db.begin().await.expect("a transaction");
    round::store::create(&mut tx, &round, ctx.now()).await.expect("a round");
    tx.commit().await.expect("a commit");
    round
}

/// A full hour of December 2026.
#[must_use]
pub fn december(day: u32, hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 12, day).and_then(|date| date.and_hms_opt(hour, 0, 0)).expect("a day of December")
}
