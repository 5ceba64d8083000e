-- Append-only; each entry's hash covers its content and the hash before it.
CREATE TABLE audit_log (
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    sequence BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (organisation_id, sequence)
);
