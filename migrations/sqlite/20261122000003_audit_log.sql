-- Append-only; each entry's hash covers its content and the hash before it.
CREATE TABLE audit_log (
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (organisation_id, sequence)
) STRICT;
