//! The two surveys of the example and their questionnaires.

use std::sync::Arc;

use anyhow::Context as _;
use chrono::NaiveTime;
use chrono_tz::Europe::Berlin;
use rundfrage_shared::Context;
use rundfrage_shared::audit::{self, Entry};
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::{SurveyId, VersionId};
use rundfrage_shared::name::Name;
use rundfrage_shared::questionnaire;
use rundfrage_shared::questionnaire::model::{Cadence, Code, Questionnaire};
use rundfrage_shared::survey::{Anonymity, ReminderRule, Segment, Survey, SurveyPlan, store};

use super::organisation::Home;

const BUSINESS: &str = include_str!("../../../shared/examples/questionnaires/business_situation.yaml");
const LOCATION: &str = include_str!("../../../shared/examples/questionnaires/location_and_society.yaml");

/// A questionnaire and its stored version.
#[derive(Clone, Debug)]
pub struct Published {
    /// The version.
    pub version: VersionId,
    /// What it asks.
    pub questionnaire: Arc<Questionnaire>,
}

/// A panel that is larger is not asked as a whole: what an example sends are files, one for each mail.
const ASKED_WHOLE: u64 = 5_000;
/// From here on the large companies of the whole state are too many as well.
const ASKED_STATE: u64 = 50_000;

/// Whom the surveys ask: everybody, or of a large panel the large companies, or those of one city and its district.
#[must_use]
pub fn segment(companies: u64) -> Segment {
    let texts = |texts: &[&str], is_set: bool| texts.iter().filter(|_| is_set).map(|text| (*text).to_owned()).collect();
    Segment {
        size_classes: texts(&["250+"], companies > ASKED_WHOLE),
        regions: texts(&["06411", "06432"], companies > ASKED_STATE),
        ..Segment::default()
    }
}

/// The quarterly survey.
pub async fn business_situation(ctx: &Context, home: &Home, segment: Segment) -> anyhow::Result<(Survey, Published)> {
    let names = ("business-situation", "Wie läuft das Geschäft?", Cadence::Quarterly);
    create(ctx, home, BUSINESS, names, segment).await
}

/// The yearly survey.
pub async fn location_and_society(ctx: &Context, home: &Home, segment: Segment) -> anyhow::Result<(Survey, Published)> {
    let names = ("location-society", "Standort, Menschen und Politik", Cadence::Yearly);
    create(ctx, home, LOCATION, names, segment).await
}

async fn create(
    ctx: &Context,
    home: &Home,
    source: &str,
    (code, title, cadence): (&str, &str, Cadence),
    segment: Segment,
) -> anyhow::Result<(Survey, Published)> {
    let read = questionnaire::read::read(source.as_bytes());
    let read = read.map_err(|problems| anyhow::anyhow!("{code}: {}", problems[0]))?;
    let (organisation, by, now) = (home.organisation.id, audit::Actor::Staff(home.owner.id), ctx.now());
    let mut tx = ctx.db.begin().await?;
    let version =
        questionnaire::store::publish_version(&mut tx, &ctx.entropy, organisation, (&read, source), by, now).await?;
    let subject = format!("version:{}", version.id);
    let details = serde_json::json!({ "code": version.code.as_str(), "number": version.number });
    let entry = Entry { actor: by, action: "questionnaire.published", subject, details };
    audit::append(&mut tx, organisation, &entry, now).await?;
    let reminder = |days_after_opening| ReminderRule {
        days_after_opening,
        at: NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default(),
    };
    let plan = SurveyPlan {
        code: Code::parse(code)?,
        title: Name::parse(title)?,
        questionnaire: version.questionnaire,
        segment,
        cadence,
        reminder_rules: vec![reminder(7), reminder(14)],
        sender_name: Name::parse("Industriedialog Hessen")?,
        reply_to: Some(EmailAddress::parse("befragung@industriedialog.example")?),
        anonymity: Anonymity::Confidential,
        zone: Berlin,
    };
    let survey = Survey { id: SurveyId::new(&ctx.entropy, now), organisation, plan };
    store::create(&mut tx, &survey, now).await.with_context(|| code.to_owned())?;
    let entry = Entry {
        actor: by,
        action: "survey.created",
        subject: format!("survey:{}", survey.id),
        details: serde_json::json!({ "code": code }),
    };
    audit::append(&mut tx, organisation, &entry, now).await?;
    tx.commit().await?;
    Ok((survey, Published { version: version.id, questionnaire: Arc::new(read) }))
}
