//! Responses in the database. Submitting goes through [`super::writer`]; everything else is here.

mod list;
mod submit;
mod test;

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Occasion, Receipt, ReceiptNumber, Response, Submitted};
use crate::db::{Db, DbResult, Tx, stored};
use crate::email::EmailAddress;
use crate::id::{CompanyId, InvitationId, OrganisationId, ResponseId, RoundId, VersionId};
use crate::language::Language;
use crate::name::Name;
use crate::query;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;
use crate::round::RoundName;

pub use list::{Counts, SubmittedResponse, count_by_state, list_submitted};
pub(super) use submit::{ToWrite, pending, write};
pub use test::{begin_test, count_tests, delete_tests};

#[derive(sqlx::FromRow)]
struct OccasionRow {
    organisation_name: String,
    survey_title: String,
    sender_name: String,
    reply_to: Option<String>,
    round_name: String,
    round_state: String,
    zone: String,
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    round_version: Option<VersionId>,
    anonymity: String,
}

impl OccasionRow {
    fn read(self) -> DbResult<Occasion> {
        Ok(Occasion {
            organisation: stored("organisations.name", Name::parse(&self.organisation_name))?,
            survey: stored("surveys.title", Name::parse(&self.survey_title))?,
            sender: stored("surveys.sender_name", Name::parse(&self.sender_name))?,
            reply_to: self.reply_to.map(|to| stored("surveys.reply_to", EmailAddress::parse(&to))).transpose()?,
            round: stored("rounds.name", RoundName::parse(&self.round_name))?,
            stage: stored("rounds.state", self.round_state.parse())?,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            zone: stored("rounds.zone", self.zone.parse())?,
            version: self.round_version,
            anonymity: stored("rounds.anonymity", self.anonymity.parse())?,
        })
    }
}

/// The columns of an [`OccasionRow`], behind other columns and in front of the rest of a statement.
macro_rules! with_occasion {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            "o.name AS organisation_name, s.title AS survey_title, s.sender_name, s.reply_to, ro.name AS round_name,
             ro.state AS round_state, ro.zone, ro.opens_at, ro.closes_at, ro.version_id AS round_version,
             COALESCE(ro.anonymity, s.anonymity) AS anonymity ",
            $rest
        )
    };
}

/// Who asks in a round, of whichever organisation: for personal links, whose tag has been checked.
pub async fn lookup_occasion(db: &Db, round: RoundId) -> DbResult<Option<Occasion>> {
    let row = query!(db => fetch_optional::<OccasionRow>,
        {both: with_occasion!("", "FROM rounds ro JOIN surveys s ON s.id = ro.survey_id
             JOIN organisations o ON o.id = ro.organisation_id WHERE ro.id = $1")}, round)?;
    row.map(OccasionRow::read).transpose()
}

#[derive(sqlx::FromRow)]
struct ResponseRow {
    id: ResponseId,
    organisation_id: OrganisationId,
    round_id: RoundId,
    company_id: Option<CompanyId>,
    invitation_id: Option<InvitationId>,
    version_id: VersionId,
    language: String,
    attributes: Json<Attributes>,
    is_test: bool,
    last_answers: Option<Json<Answers>>,
    draft: Json<Answers>,
    draft_revision: i64,
    answers: Option<Json<Answers>>,
    receipt: Option<String>,
    submitted_at: Option<DateTime<Utc>>,
    updated_at: DateTime<Utc>,
    #[sqlx(flatten)]
    occasion: OccasionRow,
}

impl ResponseRow {
    fn read(self) -> DbResult<(Response, Occasion)> {
        let submitted = match (self.answers, self.receipt, self.submitted_at) {
            (Some(Json(answers)), Some(number), Some(at)) => {
                Some(Submitted { answers, receipt: Receipt { number: ReceiptNumber::stored(number), at } })
            }
            _ => None,
        };
        let response = Response {
            id: self.id,
            organisation: self.organisation_id,
            round: self.round_id,
            company: self.company_id,
            invitation: self.invitation_id,
            version: self.version_id,
            language: stored("responses.language", Language::parse(&self.language))?,
            attributes: self.attributes.0,
            is_test: self.is_test,
            last: self.last_answers.map(|last| last.0),
            draft: self.draft.0,
            revision: self.draft_revision,
            submitted,
            updated_at: self.updated_at,
        };
        Ok((response, self.occasion.read()?))
    }
}

macro_rules! select_response {
    () => {
        with_occasion!(
            "r.id, r.organisation_id, r.round_id, r.company_id, r.invitation_id, r.version_id, r.language, r.attributes,
             r.is_test, r.last_answers, r.draft, r.draft_revision, r.answers, r.receipt, r.submitted_at, r.updated_at, ",
            "FROM responses r JOIN rounds ro ON ro.id = r.round_id JOIN surveys s ON s.id = ro.survey_id
             JOIN organisations o ON o.id = r.organisation_id WHERE r.id = $1"
        )
    };
}

/// Everything a page of the respondent needs but the questionnaire, in one query; of whichever organisation: the caller has
/// checked the cookie of this response.
pub async fn lookup(db: &Db, id: ResponseId) -> DbResult<Option<(Response, Occasion)>> {
    let row = query!(db => fetch_optional::<ResponseRow>,
        {both: select_response!()}, id)?;
    row.map(ResponseRow::read).transpose()
}

/// The response of a company in a round, if it has begun, and the receipt if it was submitted.
pub async fn find_by_company(
    db: &Db,
    round: RoundId,
    company: CompanyId,
) -> DbResult<Option<(ResponseId, Option<Receipt>)>> {
    let row = query!(db => fetch_optional::<(ResponseId, Option<String>, Option<DateTime<Utc>>)>,
        "SELECT id, receipt, submitted_at FROM responses WHERE round_id = $1 AND company_id = $2", round, company)?;
    Ok(row.map(|(id, number, at)| {
        (id, number.zip(at).map(|(number, at)| Receipt { number: ReceiptNumber::stored(number), at }))
    }))
}

/// Begins the response of an invitation's company with the proposed id, or finds the one that a colleague began; the
/// attributes are frozen as they were at launch, the answers of the round before as they are now. `None`: the round takes no answers.
pub async fn begin(
    tx: &mut Tx,
    proposed: ResponseId,
    invitation: InvitationId,
    language: &Language,
    now: DateTime<Utc>,
) -> DbResult<Option<ResponseId>> {
    query!(in tx => execute,
        "INSERT INTO responses (id, organisation_id, round_id, company_id, invitation_id, version_id, state, language,
             attributes, last_answers, draft, draft_revision, created_at, updated_at)
         SELECT $1, i.organisation_id, i.round_id, i.company_id, i.id, ro.version_id, 'draft', $3, i.attributes,
             (SELECT l.answers FROM responses l JOIN rounds lo ON lo.id = l.round_id
              WHERE lo.survey_id = ro.survey_id AND lo.opens_at < ro.opens_at AND l.company_id = i.company_id
                  AND l.state = 'submitted' ORDER BY lo.opens_at DESC LIMIT 1),
             '{}', 0, $4, $4
         FROM invitations i JOIN rounds ro ON ro.id = i.round_id
         WHERE i.id = $2 AND ro.state = 'open' AND ro.closes_at > $4
         ON CONFLICT DO NOTHING", proposed, invitation, language.as_str(), now)?;
    let found = query!(in tx => fetch_optional::<(ResponseId,)>,
        "SELECT r.id FROM invitations i JOIN responses r ON r.round_id = i.round_id AND r.company_id = i.company_id
         JOIN rounds ro ON ro.id = i.round_id
         WHERE i.id = $1 AND ro.state = 'open' AND ro.closes_at > $2", invitation, now)?;
    Ok(found.map(|(id,)| id))
}

/// The draft as it stands and the invitation it began with, locked until the transaction ends, if the round takes answers.
pub async fn lock_draft(
    tx: &mut Tx,
    id: ResponseId,
    now: DateTime<Utc>,
) -> DbResult<Option<(Answers, Option<InvitationId>)>> {
    let row = query!(in tx => fetch_optional::<(Json<Answers>, Option<InvitationId>)>,
        {sqlite: "SELECT r.draft, r.invitation_id FROM responses r JOIN rounds ro ON ro.id = r.round_id
             WHERE r.id = $1 AND ro.state = 'open' AND ro.closes_at > $2",
         postgres: "SELECT r.draft, r.invitation_id FROM responses r JOIN rounds ro ON ro.id = r.round_id
             WHERE r.id = $1 AND ro.state = 'open' AND ro.closes_at > $2 FOR UPDATE OF r"}, id, now)?;
    Ok(row.map(|(draft, invitation)| (draft.0, invitation)))
}

/// Stores the draft and counts its revision up.
pub async fn write_draft(
    tx: &mut Tx,
    id: ResponseId,
    draft: &Answers,
    language: &Language,
    now: DateTime<Utc>,
) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE responses SET draft = $2, draft_revision = draft_revision + 1, language = $3, updated_at = $4 WHERE id = $1",
        id, Json(draft), language.as_str(), now)?;
    Ok(())
}
