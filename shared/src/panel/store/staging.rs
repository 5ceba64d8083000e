//! An import on its way into the panel: its rows are staged in short transactions of their own while the file is read, and
//! merged in one at the end. Others, respondents who submit above all, wait for a moment and not for a file.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::db::{Db, DbResult, Tx};
use crate::id::OrganisationId;
use crate::panel::import::{Batch, Changes, OptionalColumns};
use crate::query;

/// Staged rows that are removed at once.
const PIECE: i64 = 5_000;
/// Rows staged so long ago belong to an import that died.
const FORGOTTEN: TimeDelta = TimeDelta::days(1);

/// Stages a batch; nothing of it is in the panel yet.
pub(in crate::panel) async fn stage(
    db: &Db,
    organisation: OrganisationId,
    import: Uuid,
    batch: &Batch,
    now: DateTime<Utc>,
) -> DbResult<()> {
    let mut tx = db.begin().await?;
    query!(in &mut tx => execute, {
        sqlite: "INSERT INTO staged_companies (import_id, line, organisation_id, staged_at, id, reference, name, enterprise_group,
                     sector, section, size_class, employees, region, cluster, attributes)
                 SELECT $2, value ->> 'line', $1, $4, unhex(value ->> 'id'), value ->> 'reference', value ->> 'name',
                     value ->> 'enterprise_group', value ->> 'sector', value ->> 'section', value ->> 'size_class',
                     value ->> 'employees', value ->> 'region', value ->> 'cluster', value ->> 'attributes' FROM json_each($3)",
        postgres: "INSERT INTO staged_companies (import_id, line, organisation_id, staged_at, id, reference, name, enterprise_group,
                       sector, section, size_class, employees, region, cluster, attributes)
                   SELECT $2, r.line, $1, $4, r.id, r.reference, r.name, r.enterprise_group, r.sector, r.section, r.size_class,
                       r.employees, r.region, r.cluster, r.attributes
                   FROM jsonb_to_recordset($3) AS r(line bigint, id uuid, reference text, name text, enterprise_group text,
                       sector text, section text, size_class text, employees bigint, region text, cluster text, attributes jsonb)"
    }, organisation, import, Json(&batch.companies), now)?;
    query!(in &mut tx => execute, {
        sqlite: "INSERT INTO staged_contacts (import_id, line, organisation_id, staged_at, id, reference, name, email, language)
                 SELECT $2, value ->> 'line', $1, $4, unhex(value ->> 'id'), value ->> 'reference', value ->> 'name',
                     value ->> 'email', value ->> 'language' FROM json_each($3)",
        postgres: "INSERT INTO staged_contacts (import_id, line, organisation_id, staged_at, id, reference, name, email, language)
                   SELECT $2, r.line, $1, $4, r.id, r.reference, r.name, r.email, r.language
                   FROM jsonb_to_recordset($3) AS r(line bigint, id uuid, reference text, name text, email text, language text)"
    }, organisation, import, Json(&batch.contacts), now)?;
    tx.commit().await
}

/// Brings what was staged into the panel: companies, then contacts, whose states stay as they are. What is new is inserted, what
/// is different is updated, the rest is left. Imports of one organisation do this one after the other.
pub(in crate::panel) async fn merge(
    tx: &mut Tx,
    organisation: OrganisationId,
    import: Uuid,
    columns: &OptionalColumns,
    now: DateTime<Utc>,
) -> DbResult<(Changes, Changes)> {
    query!(in tx => execute, {
        sqlite: "SELECT $1",
        postgres: "SELECT pg_advisory_xact_lock(hashtextextended('panel import ' || $1::uuid::text, 0))"
    }, organisation)?;
    Ok((
        merge_companies(tx, organisation, import, columns, now).await?,
        merge_contacts(tx, organisation, import, now).await?,
    ))
}

/// The statement for companies; columns that the file does not have ($4 group, $5 employees, $6 cluster, $7 the attributes it
/// has, each null) stay as they are.
macro_rules! merge_companies {
    ($attributes:literal) => {
        concat!(
            "INSERT INTO companies (id, organisation_id, reference, name, enterprise_group, sector, section, size_class, employees,
                 region, cluster, attributes, created_at, updated_at)
             SELECT id, organisation_id, reference, name, enterprise_group, sector, section, size_class, employees, region, cluster,
                 attributes, $3, $3
             FROM staged_companies WHERE import_id = $2 AND organisation_id = $1 ORDER BY line
             ON CONFLICT (organisation_id, reference) DO UPDATE SET
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

async fn merge_companies(
    tx: &mut Tx,
    organisation: OrganisationId,
    import: Uuid,
    columns: &OptionalColumns,
    now: DateTime<Utc>,
) -> DbResult<Changes> {
    let (all, known) = query!(in tx => fetch_one::<(i64, i64)>,
        "SELECT COUNT(*), COUNT(c.id) FROM staged_companies s
         LEFT JOIN companies c ON c.organisation_id = s.organisation_id AND c.reference = s.reference
         WHERE s.import_id = $2 AND s.organisation_id = $1", organisation, import)?;
    let written = query!(in tx => execute, {
        sqlite: merge_companies!("json_patch(json_patch(companies.attributes, $7), excluded.attributes)"),
        postgres: merge_companies!("jsonb_strip_nulls(companies.attributes || $7) || excluded.attributes")
    }, organisation, import, now, columns.group, columns.employees, columns.cluster, Json(&columns.attributes))?;
    Ok(changes(all, known, written))
}

async fn merge_contacts(
    tx: &mut Tx,
    organisation: OrganisationId,
    import: Uuid,
    now: DateTime<Utc>,
) -> DbResult<Changes> {
    let (all, known) = query!(in tx => fetch_one::<(i64, i64)>,
        "SELECT COUNT(*), COUNT(k.id) FROM staged_contacts s
         JOIN companies c ON c.organisation_id = s.organisation_id AND c.reference = s.reference
         LEFT JOIN contacts k ON k.company_id = c.id AND k.email = s.email
         WHERE s.import_id = $2 AND s.organisation_id = $1", organisation, import)?;
    // CROSS JOIN is how SQLite is told to begin with the staged rows; elsewhere it is a join like any other.
    let written = query!(in tx => execute,
        "INSERT INTO contacts (id, organisation_id, company_id, name, email, language, state, created_at, updated_at)
         SELECT s.id, s.organisation_id, c.id, s.name, s.email, s.language, 'active', $3, $3
         FROM staged_contacts s CROSS JOIN companies c
         WHERE s.import_id = $2 AND s.organisation_id = $1 AND c.organisation_id = s.organisation_id AND c.reference = s.reference
         ORDER BY s.line
         ON CONFLICT (company_id, email) DO UPDATE SET
             name = excluded.name, language = excluded.language, updated_at = excluded.updated_at
         WHERE (contacts.name, contacts.language) IS DISTINCT FROM (excluded.name, excluded.language)",
        organisation, import, now)?;
    Ok(changes(all, known, written))
}

/// `known` of `all` rows were there before; `written` were inserted or updated.
fn changes(all: i64, known: i64, written: u64) -> Changes {
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    let (all, created) = (count(all), count(all - known));
    Changes { created, updated: written.saturating_sub(created), unchanged: all.saturating_sub(written) }
}

/// Removes what an import staged, in pieces that nobody has to wait for.
pub(in crate::panel) async fn discard(db: &Db, import: Uuid) -> DbResult<()> {
    loop {
        let companies = query!(db => execute,
            "DELETE FROM staged_companies WHERE (import_id, line) IN
                 (SELECT import_id, line FROM staged_companies WHERE import_id = $1 LIMIT $2)", import, PIECE)?;
        let contacts = query!(db => execute,
            "DELETE FROM staged_contacts WHERE (import_id, line) IN
                 (SELECT import_id, line FROM staged_contacts WHERE import_id = $1 LIMIT $2)", import, PIECE)?;
        if companies + contacts == 0 {
            return Ok(());
        }
    }
}

/// Removes what imports that died left over.
pub(in crate::panel) async fn discard_forgotten(db: &Db, now: DateTime<Utc>) -> DbResult<()> {
    let forgotten = query!(db => fetch_all::<(Uuid,)>,
        "SELECT DISTINCT import_id FROM staged_contacts WHERE staged_at < $1 LIMIT 100", now - FORGOTTEN)?;
    for (import,) in forgotten {
        discard(db, import).await?;
    }
    Ok(())
}
