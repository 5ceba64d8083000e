-- The ledger: one row per mail to be sent. A test mail has neither invitation nor contact.
CREATE TABLE messages (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    round_id BLOB NOT NULL REFERENCES rounds (id),
    contact_id BLOB REFERENCES contacts (id),
    invitation_id BLOB REFERENCES invitations (id),
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'thanks', 'results', 'test')),
    n INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('due', 'sending', 'accepted', 'deferred', 'failed', 'unknown', 'suppressed', 'cancelled', 'bounced', 'complained')),
    due_at TEXT NOT NULL,
    not_after TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    fencing INTEGER NOT NULL DEFAULT 0,
    lease_until TEXT,
    node TEXT,
    recipient TEXT,
    language TEXT,
    bytes BLOB,
    reply TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    accepted_at TEXT,
    UNIQUE (round_id, contact_id, kind, n)
) STRICT;
CREATE INDEX messages_due ON messages (state, due_at);
CREATE INDEX messages_by_round ON messages (round_id, kind, state);
