//! Surveys in the database.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{ReminderRule, Segment, Survey, SurveyPlan};
use crate::db::{Db, DbResult, Tx, stored};
use crate::email::EmailAddress;
use crate::id::{OrganisationId, QuestionnaireId, SurveyId};
use crate::name::Name;
use crate::query;
use crate::questionnaire::model::Code;

#[derive(sqlx::FromRow)]
struct SurveyRow {
    id: SurveyId,
    organisation_id: OrganisationId,
    code: String,
    title: String,
    questionnaire_id: QuestionnaireId,
    segment: Json<Segment>,
    cadence: String,
    reminder_rules: Json<Vec<ReminderRule>>,
    sender_name: String,
    reply_to: Option<String>,
    anonymity: String,
    zone: String,
}

impl SurveyRow {
    fn read(self) -> DbResult<Survey> {
        let plan = SurveyPlan {
            code: stored("surveys.code", Code::parse(&self.code))?,
            title: stored("surveys.title", Name::parse(&self.title))?,
            questionnaire: self.questionnaire_id,
            segment: self.segment.0,
            cadence: stored("surveys.cadence", self.cadence.parse())?,
            reminder_rules: self.reminder_rules.0,
            sender_name: stored("surveys.sender_name", Name::parse(&self.sender_name))?,
            reply_to: self.reply_to.map(|to| stored("surveys.reply_to", EmailAddress::parse(&to))).transpose()?,
            anonymity: stored("surveys.anonymity", self.anonymity.parse())?,
            zone: stored("surveys.zone", self.zone.parse())?,
        };
        Ok(Survey { id: self.id, organisation: self.organisation_id, plan })
    }
}

/// Stores a new survey; [`DbError::Exists`](crate::db::DbError::Exists) if the organisation has one with this code.
pub async fn create(tx: &mut Tx, survey: &Survey, now: DateTime<Utc>) -> DbResult<()> {
    let plan = &survey.plan;
    query!(in tx => execute,
        "INSERT INTO surveys (id, organisation_id, code, title, questionnaire_id, segment, cadence, reminder_rules,
             sender_name, reply_to, anonymity, zone, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)",
        survey.id, survey.organisation, plan.code.as_str(), plan.title.as_str(), plan.questionnaire, Json(&plan.segment),
        plan.cadence.as_str(), Json(&plan.reminder_rules), plan.sender_name.as_str(),
        plan.reply_to.as_ref().map(EmailAddress::as_str), plan.anonymity.as_str(), plan.zone.name(), now)?;
    Ok(())
}

/// Replaces what staff set of a survey; rounds that were launched keep what they were launched with.
pub async fn update(tx: &mut Tx, survey: &Survey, now: DateTime<Utc>) -> DbResult<()> {
    let plan = &survey.plan;
    query!(in tx => execute,
        "UPDATE surveys SET code = $3, title = $4, questionnaire_id = $5, segment = $6, cadence = $7, reminder_rules = $8,
             sender_name = $9, reply_to = $10, anonymity = $11, zone = $12, updated_at = $13
         WHERE id = $1 AND organisation_id = $2",
        survey.id, survey.organisation, plan.code.as_str(), plan.title.as_str(), plan.questionnaire, Json(&plan.segment),
        plan.cadence.as_str(), Json(&plan.reminder_rules), plan.sender_name.as_str(),
        plan.reply_to.as_ref().map(EmailAddress::as_str), plan.anonymity.as_str(), plan.zone.name(), now)?;
    Ok(())
}

/// The survey, if the organisation has it.
pub async fn lookup(db: &Db, organisation: OrganisationId, id: SurveyId) -> DbResult<Option<Survey>> {
    let row = query!(db => fetch_optional::<SurveyRow>,
        "SELECT id, organisation_id, code, title, questionnaire_id, segment, cadence, reminder_rules, sender_name, reply_to,
             anonymity, zone
         FROM surveys WHERE organisation_id = $1 AND id = $2", organisation, id)?;
    row.map(SurveyRow::read).transpose()
}

/// The organisation's surveys by title, at most 500.
pub async fn list(db: &Db, organisation: OrganisationId) -> DbResult<Vec<Survey>> {
    let rows = query!(db => fetch_all::<SurveyRow>,
        "SELECT id, organisation_id, code, title, questionnaire_id, segment, cadence, reminder_rules, sender_name, reply_to,
             anonymity, zone
         FROM surveys WHERE organisation_id = $1 ORDER BY title, id LIMIT 500", organisation)?;
    rows.into_iter().map(SurveyRow::read).collect()
}
