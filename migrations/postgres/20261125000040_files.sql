-- Files that respondents sent with an answer; the answer itself holds id, name, size and kind. The content lies here, so that it is saved,
-- backed up and deleted with the response, and no web server can reach it.
CREATE TABLE files (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    response_id UUID NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    sha256 TEXT NOT NULL,
    content BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX files_by_response ON files (response_id);
