//! Whole batches of an import, a statement each: what is new is inserted, what is different is updated, the rest is left.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use crate::db::{DbResult, Tx};
use crate::id::OrganisationId;
use crate::panel::import::{Batch, Changes};
use crate::query;

/// The end of the statement for companies; columns that the file does not have ($4 group, $5 employees, $6 cluster, $7 the
/// attributes it has, each null) stay as they are.
macro_rules! put_companies {
    ($select:literal, $attributes:literal) => {
        concat!(
            "INSERT INTO companies (id, organisation_id, reference, name, enterprise_group, sector, section, size_class, employees,
                 region, cluster, attributes, created_at, updated_at) ",
            $select,
            " ON CONFLICT (organisation_id, reference) DO UPDATE SET
                 name = excluded.name,
                 enterprise_group = CASE WHEN $4 THEN excluded.enterprise_group ELSE companies.enterprise_group END,
                 sector = excluded.sector,
                 section = excluded.section,
                 size_class = excluded.size_class,
                 employees = CASE WHEN $5 THEN excluded.employees ELSE companies.employees END,
                 region = excluded.region,
                 cluster = CASE WHEN $6 THEN excluded.cluster ELSE companies.cluster END,
                 attributes = ", $attributes, ",
                 updated_at = excluded.updated_at
             WHERE (companies.name, companies.sector, companies.section, companies.size_class, companies.region)
                     IS DISTINCT FROM (excluded.name, excluded.sector, excluded.section, excluded.size_class, excluded.region)
                 OR ($4 AND companies.enterprise_group IS DISTINCT FROM excluded.enterprise_group)
                 OR ($5 AND companies.employees IS DISTINCT FROM excluded.employees)
                 OR ($6 AND companies.cluster IS DISTINCT FROM excluded.cluster)
                 OR companies.attributes IS DISTINCT FROM ", $attributes
        )
    };
}

macro_rules! put_contacts {
    ($select:literal) => {
        concat!(
            "INSERT INTO contacts (id, organisation_id, company_id, name, email, language, state, created_at, updated_at) ",
            $select,
            " ON CONFLICT (company_id, email) DO UPDATE SET
                 name = excluded.name, language = excluded.language, updated_at = excluded.updated_at
             WHERE (contacts.name, contacts.language) IS DISTINCT FROM (excluded.name, excluded.language)"
        )
    };
}

/// Inserts and updates the companies of a batch.
pub(in crate::panel) async fn put_companies(
    tx: &mut Tx,
    organisation: OrganisationId,
    batch: &Batch,
    now: DateTime<Utc>,
) -> DbResult<Changes> {
    let (rows, columns) = (Json(&batch.companies), &batch.columns);
    let (known,) = query!(in tx => fetch_one::<(i64,)>, {
        sqlite: "SELECT COUNT(*) FROM json_each($2) r CROSS JOIN companies c
                 ON c.organisation_id = $1 AND c.reference = r.value ->> 'reference'",
        postgres: "SELECT COUNT(*) FROM jsonb_array_elements($2) r
                   JOIN companies c ON c.organisation_id = $1 AND c.reference = r ->> 'reference'"
    }, organisation, &rows)?;
    let written = query!(in tx => execute, {
        sqlite: put_companies!(
            "SELECT unhex(value ->> 'id'), $1, value ->> 'reference', value ->> 'name', value ->> 'enterprise_group',
                 value ->> 'sector', value ->> 'section', value ->> 'size_class', value ->> 'employees', value ->> 'region',
                 value ->> 'cluster', value ->> 'attributes', $3, $3 FROM json_each($2) WHERE true",
            "json_patch(json_patch(companies.attributes, $7), excluded.attributes)"),
        postgres: put_companies!(
            "SELECT r.id, $1, r.reference, r.name, r.enterprise_group, r.sector, r.section, r.size_class, r.employees, r.region,
                 r.cluster, r.attributes, $3, $3
             FROM jsonb_to_recordset($2) AS r(id uuid, reference text, name text, enterprise_group text, sector text,
                 section text, size_class text, employees bigint, region text, cluster text, attributes jsonb)",
            "jsonb_strip_nulls(companies.attributes || $7) || excluded.attributes")
    }, organisation, &rows, now, columns.group, columns.employees, columns.cluster, Json(&columns.attributes))?;
    Ok(changes(batch.companies.len(), known, written))
}

/// Inserts and updates the contacts of a batch, whose companies are there already. Their states stay as they are.
pub(in crate::panel) async fn put_contacts(
    tx: &mut Tx,
    organisation: OrganisationId,
    batch: &Batch,
    now: DateTime<Utc>,
) -> DbResult<Changes> {
    let rows = Json(&batch.contacts);
    let (known,) = query!(in tx => fetch_one::<(i64,)>, {
        sqlite: "SELECT COUNT(*) FROM json_each($2) r
                 CROSS JOIN companies c ON c.organisation_id = $1 AND c.reference = r.value ->> 'reference'
                 CROSS JOIN contacts k ON k.company_id = c.id AND k.email = r.value ->> 'email'",
        postgres: "SELECT COUNT(*) FROM jsonb_array_elements($2) r
                   JOIN companies c ON c.organisation_id = $1 AND c.reference = r ->> 'reference'
                   JOIN contacts k ON k.company_id = c.id AND k.email = r ->> 'email'"
    }, organisation, &rows)?;
    let written = query!(in tx => execute, {
        sqlite: put_contacts!(
            "SELECT unhex(r.value ->> 'id'), $1, c.id, r.value ->> 'name', r.value ->> 'email', r.value ->> 'language',
                 'active', $3, $3
             FROM json_each($2) r CROSS JOIN companies c ON c.organisation_id = $1 AND c.reference = r.value ->> 'reference'
             WHERE true"),
        postgres: put_contacts!(
            "SELECT r.id, $1, c.id, r.name, r.email, r.language, 'active', $3, $3
             FROM jsonb_to_recordset($2) AS r(id uuid, reference text, name text, email text, language text)
             JOIN companies c ON c.organisation_id = $1 AND c.reference = r.reference")
    }, organisation, &rows, now)?;
    Ok(changes(batch.contacts.len(), known, written))
}

/// `known` of `all` rows were there before; `written` were inserted or updated.
fn changes(all: usize, known: i64, written: u64) -> Changes {
    let (all, known) = (all as u64, u64::try_from(known).unwrap_or(0));
    let created = all.saturating_sub(known);
    Changes { created, updated: written.saturating_sub(created), unchanged: all.saturating_sub(written) }
}
