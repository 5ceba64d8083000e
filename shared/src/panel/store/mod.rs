//! The panel in the database.

mod closing;
mod staging;

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::{Attributes, Company, Contact, Region, SizeClass};
use crate::db::{Db, DbError, DbResult, stored};
use crate::id::{CompanyId, ContactId, OrganisationId};
use crate::name::Name;
use crate::query;

pub use closing::{Closing, confirm_closed, deny_closed, lookup_closing};
pub(super) use staging::{discard, discard_forgotten, merge, stage};

/// The most companies of one page.
pub const LONGEST_PAGE: i64 = 500;

/// Which companies to show; what is not set is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of the name, the number or an address of a contact, in small or capital letters.
    pub search: String,
    /// The letter of a section.
    pub section: Option<String>,
    /// A size class.
    pub size_class: Option<SizeClass>,
    /// A Kreis.
    pub region: Option<Region>,
    /// A cluster, by its exact name.
    pub cluster: Option<String>,
}

/// A company in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyLine {
    /// The company.
    pub company: Company,
    /// How many contacts it has.
    pub contacts: i64,
    /// How many of them can be written to.
    pub active: i64,
}

/// How large a panel is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Counts {
    /// Companies.
    pub companies: i64,
    /// Contacts.
    pub contacts: i64,
    /// Contacts that are active and not suppressed for the whole organisation.
    pub reachable: i64,
}

#[derive(FromRow)]
struct CompanyRow {
    id: CompanyId,
    reference: String,
    name: String,
    enterprise_group: Option<String>,
    sector: String,
    size_class: String,
    employees: Option<i64>,
    region: String,
    cluster: Option<String>,
    attributes: Json<Attributes>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl TryFrom<CompanyRow> for Company {
    type Error = DbError;
    fn try_from(row: CompanyRow) -> DbResult<Self> {
        Ok(Self {
            id: row.id,
            reference: stored("companies.reference", row.reference.try_into())?,
            name: stored("companies.name", row.name.try_into())?,
            group: stored("companies.enterprise_group", row.enterprise_group.map(Name::try_from).transpose())?,
            sector: stored("companies.sector", row.sector.try_into())?,
            size_class: stored("companies.size_class", row.size_class.try_into())?,
            employees: row.employees,
            region: stored("companies.region", row.region.try_into())?,
            cluster: stored("companies.cluster", row.cluster.map(Name::try_from).transpose())?,
            attributes: row.attributes.0,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

#[derive(FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    company: CompanyRow,
    contacts: i64,
    active: i64,
}

#[derive(FromRow)]
struct ContactRow {
    id: ContactId,
    company_id: CompanyId,
    name: String,
    email: String,
    language: String,
    state: String,
    suppressed: bool,
}

impl TryFrom<ContactRow> for Contact {
    type Error = DbError;
    fn try_from(row: ContactRow) -> DbResult<Self> {
        Ok(Self {
            id: row.id,
            company: row.company_id,
            name: stored("contacts.name", row.name.try_into())?,
            email: stored("contacts.email", row.email.try_into())?,
            language: stored("contacts.language", row.language.try_into())?,
            state: stored("contacts.state", row.state.try_into())?,
            suppressed: row.suppressed,
        })
    }
}

/// The condition of a [`Filter`]: $1 organisation, $2 and $3 patterns, $4 section, $5 size class, $6 region, $7 cluster; what
/// is empty is open.
macro_rules! filtered {
    ($select:literal, $end:literal) => {
        concat!(
            $select,
            " FROM companies c WHERE c.organisation_id = $1
                 AND ($2 = '' OR lower(c.name) LIKE $2 ESCAPE '\\' OR c.name LIKE $3 ESCAPE '\\' OR lower(c.reference) LIKE $2 ESCAPE '\\'
                     OR EXISTS (SELECT 1 FROM contacts k WHERE k.company_id = c.id AND k.email LIKE $2 ESCAPE '\\'))
                 AND ($4 = '' OR c.section = $4) AND ($5 = '' OR c.size_class = $5)
                 AND ($6 = '' OR c.region = $6) AND ($7 = '' OR c.cluster = $7) ",
            $end
        )
    };
}

impl Filter {
    /// `%text%`, its wildcards taken literally; nothing for nothing.
    fn pattern(text: &str) -> String {
        let literal = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_").replace('\0', "");
        if literal.is_empty() { literal } else { format!("%{literal}%") }
    }

    /// In small letters, and with a capital first: SQLite knows no capital letters but those of ASCII.
    fn patterns(&self) -> (String, String) {
        let lower = self.search.trim().to_lowercase();
        let mut rest = lower.chars();
        let capital: String = rest.next().map(char::to_uppercase).into_iter().flatten().chain(rest).collect();
        (Self::pattern(&lower), Self::pattern(&capital))
    }
}

/// One page of companies in the order of their numbers, after the first `offset`; at most [`LONGEST_PAGE`].
pub async fn list(
    db: &Db,
    organisation: OrganisationId,
    filter: &Filter,
    offset: i64,
    limit: i64,
) -> DbResult<Vec<CompanyLine>> {
    let (lower, capital) = filter.patterns();
    let rows = query!(db => fetch_all::<LineRow>, {
        sqlite: filtered!("SELECT c.*,
            (SELECT COUNT(*) FROM contacts k WHERE k.company_id = c.id) AS contacts,
            (SELECT COUNT(*) FROM contacts k WHERE k.company_id = c.id AND k.state = 'active') AS active",
            "ORDER BY c.reference LIMIT $8 OFFSET $9"),
        postgres: filtered!("SELECT c.*,
            (SELECT COUNT(*) FROM contacts k WHERE k.company_id = c.id) AS contacts,
            (SELECT COUNT(*) FROM contacts k WHERE k.company_id = c.id AND k.state = 'active') AS active",
            "ORDER BY c.reference LIMIT $8 OFFSET $9")
    }, organisation, lower, capital, filter.section.as_deref().unwrap_or_default(),
       filter.size_class.map_or("", SizeClass::as_str), filter.region.map_or("", Region::as_str),
       filter.cluster.as_deref().unwrap_or_default(), limit.clamp(0, LONGEST_PAGE), offset.max(0))?;
    let line =
        |row: LineRow| Ok(CompanyLine { company: row.company.try_into()?, contacts: row.contacts, active: row.active });
    rows.into_iter().map(line).collect()
}

/// How many companies a filter lets through.
pub async fn count(db: &Db, organisation: OrganisationId, filter: &Filter) -> DbResult<i64> {
    let (lower, capital) = filter.patterns();
    let (count,) = query!(db => fetch_one::<(i64,)>,
        {both: filtered!("SELECT COUNT(*)", "")},
        organisation, lower, capital, filter.section.as_deref().unwrap_or_default(),
        filter.size_class.map_or("", SizeClass::as_str), filter.region.map_or("", Region::as_str),
        filter.cluster.as_deref().unwrap_or_default())?;
    Ok(count)
}

/// How large the panel is.
pub async fn counts(db: &Db, organisation: OrganisationId) -> DbResult<Counts> {
    query!(db => fetch_one::<Counts>,
        "SELECT (SELECT COUNT(*) FROM companies WHERE organisation_id = $1) AS companies,
                (SELECT COUNT(*) FROM contacts WHERE organisation_id = $1) AS contacts,
                (SELECT COUNT(*) FROM reachable_contacts r WHERE r.organisation_id = $1
                     AND NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.organisation_id = $1 AND s.email = r.normal_email
                         AND s.survey_id IS NULL)) AS reachable",
        organisation)
}

/// A company of this organisation.
pub async fn lookup(db: &Db, organisation: OrganisationId, id: CompanyId) -> DbResult<Option<Company>> {
    let row = query!(db => fetch_optional::<CompanyRow>,
        "SELECT * FROM companies WHERE organisation_id = $1 AND id = $2", organisation, id)?;
    row.map(TryInto::try_into).transpose()
}

/// The contacts at a company in the order of their names; at most 200.
pub async fn list_contacts(db: &Db, organisation: OrganisationId, company: CompanyId) -> DbResult<Vec<Contact>> {
    let rows = query!(db => fetch_all::<ContactRow>,
        "SELECT id, company_id, name, email, language, state,
                EXISTS (SELECT 1 FROM suppressions s WHERE s.organisation_id = $1 AND s.email = lower(contacts.email)
                    AND s.survey_id IS NULL) AS suppressed
         FROM contacts WHERE organisation_id = $1 AND company_id = $2 ORDER BY name, email LIMIT 200", organisation, company)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// A contact of this organisation.
pub async fn lookup_contact(db: &Db, organisation: OrganisationId, id: ContactId) -> DbResult<Option<Contact>> {
    let row = query!(db => fetch_optional::<ContactRow>,
        "SELECT id, company_id, name, email, language, state,
                EXISTS (SELECT 1 FROM suppressions s WHERE s.organisation_id = $1 AND s.email = lower(contacts.email)
                    AND s.survey_id IS NULL) AS suppressed
         FROM contacts WHERE organisation_id = $1 AND id = $2", organisation, id)?;
    row.map(TryInto::try_into).transpose()
}
