-- The instruments. A version is immutable once a round uses it.
CREATE TABLE questionnaires (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    code TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (organisation_id, code)
);

CREATE TABLE questionnaire_versions (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    questionnaire_id UUID NOT NULL REFERENCES questionnaires (id),
    number BIGINT NOT NULL,
    source TEXT NOT NULL,
    source_hash BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    created_by TEXT NOT NULL,
    UNIQUE (questionnaire_id, number)
);
