-- The standing list of companies an organisation asks.
CREATE TABLE companies (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    reference TEXT NOT NULL,
    name TEXT NOT NULL,
    enterprise_group TEXT,
    sector TEXT NOT NULL,
    section TEXT NOT NULL,
    size_class TEXT NOT NULL CHECK (size_class IN ('1-9', '10-49', '50-249', '250+')),
    employees BIGINT,
    region TEXT NOT NULL,
    cluster TEXT,
    attributes JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (organisation_id, reference)
);

CREATE TABLE contacts (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    company_id UUID NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'unreachable', 'left')),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (company_id, email)
);
CREATE INDEX contacts_by_organisation ON contacts (organisation_id, email);

-- Addresses that get no more mail, and why. Without a survey it holds for the whole organisation. Holds after any re-import.
CREATE TABLE suppressions (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    email TEXT NOT NULL,
    survey_id UUID,
    reason TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained', 'manual')),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX suppressions_by_email ON suppressions (organisation_id, email);
