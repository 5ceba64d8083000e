-- The standing list of companies an organisation asks.
CREATE TABLE companies (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    reference TEXT NOT NULL,
    name TEXT NOT NULL,
    enterprise_group TEXT,
    sector TEXT NOT NULL,
    section TEXT NOT NULL,
    size_class TEXT NOT NULL CHECK (size_class IN ('1-9', '10-49', '50-249', '250+')),
    employees INTEGER,
    region TEXT NOT NULL,
    cluster TEXT,
    attributes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (organisation_id, reference)
) STRICT;

CREATE TABLE contacts (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'unreachable', 'left')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (company_id, email)
) STRICT;
CREATE INDEX contacts_by_organisation ON contacts (organisation_id, email);

-- Addresses that get no more mail, and why. Without a survey it holds for the whole organisation. Holds after any re-import.
CREATE TABLE suppressions (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    email TEXT NOT NULL,
    survey_id BLOB,
    reason TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained', 'manual')),
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX suppressions_by_email ON suppressions (organisation_id, email);
