-- People who sign in. An address signs in to one organisation.
CREATE TABLE staff (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'analyst', 'viewer')),
    language TEXT NOT NULL,
    password_hash TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX staff_by_organisation ON staff (organisation_id);

-- One-time links by which a staff member signs in and sets a password. Only the hash of the token is kept.
CREATE TABLE staff_links (
    token_hash BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

-- Signed-in browsers. Only the hash of the session's id is kept.
CREATE TABLE sessions (
    id_hash BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    data TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_staff ON sessions (staff_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Attempts to sign in, counted per account and per network before anybody is known: the one table without an organisation.
CREATE TABLE sign_in_attempts (
    bucket TEXT PRIMARY KEY,
    attempts INTEGER NOT NULL,
    window_ends_at TEXT NOT NULL
) STRICT;
