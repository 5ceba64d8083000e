//! Whom letters are addressed to.

use sqlx::FromRow;

use super::super::letter::{Addressee, Audience, BATCH, Batch};
use crate::db::{Db, DbResult, stored};
use crate::id::{ContactId, InvitationId, OrganisationId, RoundId};
use crate::language::Language;
use crate::query;

/// The invitations of a round ($2) of an organisation ($1) that get a letter; $3 says whom: everybody or only the unreachable.
macro_rules! addressees {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " FROM invitations i
              JOIN rounds r ON r.id = i.round_id
              JOIN contacts c ON c.id = i.contact_id
              JOIN companies co ON co.id = i.company_id
              WHERE i.organisation_id = $1 AND i.round_id = $2
                AND i.state IN ('planned', 'invited', 'started', 'unreachable') AND c.state <> 'left' AND co.closed_at IS NULL
                AND ($3 = 'everybody' OR i.state = 'unreachable' OR c.state = 'unreachable')
                AND NOT EXISTS (SELECT 1 FROM suppressions s
                    WHERE s.organisation_id = i.organisation_id AND s.email = lower(c.email)
                      AND (s.survey_id IS NULL OR s.survey_id = r.survey_id) AND s.reason <> 'bounced') ",
            $rest
        )
    };
}

/// The letters of a round in batches of [`BATCH`], by the numbers of their invitations.
pub async fn list_batches(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    audience: Audience,
) -> DbResult<Vec<Batch>> {
    /// The statement, the same for both engines.
    macro_rules! batches {
        () => {
            concat!(
                "SELECT MIN(number), MAX(number), COUNT(*) FROM (",
                addressees!("SELECT i.number, (ROW_NUMBER() OVER (ORDER BY i.number) - 1) / $4 AS batch", ""),
                ") numbered GROUP BY batch ORDER BY batch"
            )
        };
    }
    let rows = query!(db => fetch_all::<(i64, i64, i64)>,
        {sqlite: batches!(), postgres: batches!()}, organisation, round, audience.as_str(), BATCH)?;
    Ok(rows.into_iter().map(|(first, last, letters)| Batch { first, last, letters }).collect())
}

#[derive(FromRow)]
struct AddresseeRow {
    id: InvitationId,
    number: i64,
    link_serial: i64,
    contact_id: ContactId,
    name: String,
    company: String,
    email: String,
    language: String,
}

impl AddresseeRow {
    fn read(self) -> DbResult<Addressee> {
        Ok(Addressee {
            invitation: self.id,
            number: self.number,
            link_serial: self.link_serial,
            contact: self.contact_id,
            name: self.name,
            company: self.company,
            email: self.email,
            language: stored("contacts.language", Language::parse(&self.language))?,
        })
    }
}

/// Whom the letters between two numbers are addressed to, by the names of their companies; at most [`BATCH`].
pub async fn list_letters(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    audience: Audience,
    (first, last): (i64, i64),
) -> DbResult<Vec<Addressee>> {
    let rows = query!(db => fetch_all::<AddresseeRow>,
        {sqlite: addressees!(
            "SELECT i.id, i.number, i.link_serial, i.contact_id, c.name, co.name AS company, c.email, c.language",
            "AND i.number BETWEEN $4 AND $5 ORDER BY co.name, i.number LIMIT $6"),
         postgres: addressees!(
            "SELECT i.id, i.number, i.link_serial, i.contact_id, c.name, co.name AS company, c.email, c.language",
            "AND i.number BETWEEN $4 AND $5 ORDER BY co.name, i.number LIMIT $6")},
        organisation, round, audience.as_str(), first, last, BATCH)?;
    rows.into_iter().map(AddresseeRow::read).collect()
}
