-- The instruments. A version is immutable once a round uses it.
CREATE TABLE questionnaires (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    code TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (organisation_id, code)
) STRICT;

CREATE TABLE questionnaire_versions (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    questionnaire_id BLOB NOT NULL REFERENCES questionnaires (id),
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    source_hash BLOB NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    UNIQUE (questionnaire_id, number)
) STRICT;
