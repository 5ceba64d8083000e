//! Fieldwork figures from the database.

use std::collections::BTreeMap;

use super::{Breakdown, Filter, Funnel, Invited};
use crate::db::{Db, DbResult, stored};
use crate::id::{CompanyId, InvitationId, OrganisationId, RoundId};
use crate::invitation::InvitationState;
use crate::invitation::exit::Reason;
use crate::query;

fn state(text: &str) -> DbResult<InvitationState> {
    stored("invitations.state", text.parse())
}

fn gather<K: Ord>(rows: Vec<(K, String, i64)>) -> DbResult<BTreeMap<K, Funnel>> {
    let mut funnels: BTreeMap<K, Funnel> = BTreeMap::new();
    for (key, word, count) in rows {
        funnels.entry(key).or_default().add(state(&word)?, count);
    }
    Ok(funnels)
}

/// The funnels of all scheduled and open rounds of an organisation; a round without invitations is left out.
pub async fn running(db: &Db, organisation: OrganisationId) -> DbResult<BTreeMap<RoundId, Funnel>> {
    let rows = query!(db => fetch_all::<(RoundId, String, i64)>,
        "SELECT i.round_id, i.state, COUNT(*) FROM invitations i JOIN rounds r ON r.id = i.round_id
         WHERE r.organisation_id = $1 AND r.state IN ('scheduled', 'open') GROUP BY i.round_id, i.state", organisation)?;
    gather(rows)
}

/// The funnels of one round, group by group, by what the companies were at launch.
pub async fn by_group(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    breakdown: Breakdown,
) -> DbResult<BTreeMap<String, Funnel>> {
    let attribute = attribute(breakdown);
    let rows = query!(db => fetch_all::<(String, String, i64)>,
        "SELECT COALESCE(attributes ->> $3, '') AS label, state, COUNT(*) FROM invitations
         WHERE organisation_id = $1 AND round_id = $2 GROUP BY label, state", organisation, round, attribute)?;
    gather(rows)
}

/// The name under which invitations keep it.
const fn attribute(breakdown: Breakdown) -> &'static str {
    match breakdown {
        Breakdown::Section => "sector",
        Breakdown::SizeClass => "size",
    }
}

#[derive(sqlx::FromRow)]
struct InvitedRow {
    id: InvitationId,
    state: String,
    company_id: CompanyId,
    company_name: String,
    section: String,
    size_class: String,
    contact_name: String,
    email: String,
    declined_reason: Option<String>,
}

impl InvitedRow {
    fn read(self) -> DbResult<Invited> {
        let reason = self.declined_reason.map(|reason| stored("invitations.declined_reason", reason.parse()));
        Ok(Invited {
            id: self.id,
            state: state(&self.state)?,
            company: self.company_id,
            company_name: self.company_name,
            section: self.section,
            size_class: self.size_class,
            contact_name: self.contact_name,
            email: self.email,
            reason: reason.transpose()?,
        })
    }
}

/// At most `limit` invitations of a round after the first `offset`, by the names of their companies.
pub async fn list(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    filter: &Filter,
    limit: i64,
    offset: i64,
) -> DbResult<Vec<Invited>> {
    let rows = query!(db => fetch_all::<InvitedRow>,
        "SELECT i.id, i.state, i.company_id, co.name AS company_name, COALESCE(i.attributes ->> 'sector', '') AS section,
             COALESCE(i.attributes ->> 'size', '') AS size_class, c.name AS contact_name, c.email,
             i.declined_reason
         FROM invitations i JOIN companies co ON co.id = i.company_id JOIN contacts c ON c.id = i.contact_id
         WHERE i.organisation_id = $1 AND i.round_id = $2 AND ($3 = '' OR i.state = $3)
             AND ($4 = '' OR i.attributes ->> 'sector' = $4) AND ($5 = '' OR i.attributes ->> 'size' = $5)
             AND ($6 = '' OR (i.state = 'declined' AND i.declined_reason = $6))
         ORDER BY co.name, i.id LIMIT $7 OFFSET $8",
        organisation, round, filter.state.map_or("", InvitationState::as_str), filter.section.as_deref().unwrap_or(""),
        filter.size_class.as_deref().unwrap_or(""), filter.reason.map_or("", Reason::as_str), limit, offset)?;
    rows.into_iter().map(InvitedRow::read).collect()
}

/// How many invitations [`list`] has to show.
pub async fn count(db: &Db, organisation: OrganisationId, round: RoundId, filter: &Filter) -> DbResult<i64> {
    let (count,) = query!(db => fetch_one::<(i64,)>,
        "SELECT COUNT(*) FROM invitations i
         WHERE i.organisation_id = $1 AND i.round_id = $2 AND ($3 = '' OR i.state = $3)
             AND ($4 = '' OR i.attributes ->> 'sector' = $4) AND ($5 = '' OR i.attributes ->> 'size' = $5)
             AND ($6 = '' OR (i.state = 'declined' AND i.declined_reason = $6))",
        organisation, round, filter.state.map_or("", InvitationState::as_str), filter.section.as_deref().unwrap_or(""),
        filter.size_class.as_deref().unwrap_or(""), filter.reason.map_or("", Reason::as_str))?;
    Ok(count)
}

/// A company's invitations so far, newest round first, at most 100: survey's title, round, its name, and where it stands.
pub async fn history(
    db: &Db,
    organisation: OrganisationId,
    company: CompanyId,
) -> DbResult<Vec<(String, RoundId, String, InvitationState)>> {
    let rows = query!(db => fetch_all::<(String, RoundId, String, String)>,
        "SELECT s.title, r.id, r.name, i.state FROM invitations i
         JOIN rounds r ON r.id = i.round_id JOIN surveys s ON s.id = r.survey_id
         WHERE i.organisation_id = $1 AND i.company_id = $2 ORDER BY r.opens_at DESC, i.id LIMIT 100",
        organisation, company)?;
    rows.into_iter().map(|(survey, round, name, word)| Ok((survey, round, name, state(&word)?))).collect()
}
