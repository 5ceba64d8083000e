-- Files that respondents sent with an answer; the answer itself holds id, name, size and kind. The content lies here, so that it is saved,
-- backed up and deleted with the response, and no web server can reach it.
CREATE TABLE files (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    response_id BLOB NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX files_by_response ON files (response_id);
