-- Rows of files that are being imported, before all of a file is known to be good: they go from here into the panel in one
-- transaction that is short, however long the reading takes. Nothing stays here when an import ends, and nothing of worth is
-- lost if the server crashes: the file is imported again.
CREATE TABLE staged_companies (
    import_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    staged_at TEXT NOT NULL,
    id BLOB NOT NULL,
    reference TEXT NOT NULL,
    name TEXT NOT NULL,
    enterprise_group TEXT,
    sector TEXT NOT NULL,
    section TEXT NOT NULL,
    size_class TEXT NOT NULL,
    employees INTEGER,
    region TEXT NOT NULL,
    cluster TEXT,
    attributes TEXT NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE staged_contacts (
    import_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    staged_at TEXT NOT NULL,
    id BLOB NOT NULL,
    reference TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;
