-- A section of a response, or all of it (no section), handed to a colleague by a second link, which is derived as personal links
-- are. The colleague need not be a contact of the panel. `delegated_by` is the colleague who handed it on, if it was one.
CREATE TABLE delegations (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    round_id BLOB NOT NULL REFERENCES rounds (id),
    response_id BLOB NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    section TEXT,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    sender TEXT NOT NULL,
    note TEXT NOT NULL,
    language TEXT NOT NULL,
    delegated_by BLOB REFERENCES delegations (id),
    link_serial INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    done_at TEXT,
    revoked_at TEXT
) STRICT;
CREATE INDEX delegations_by_response ON delegations (response_id);

-- The mail to a colleague belongs to the delegation; it has neither invitation nor contact. SQLite changes a constraint by
-- building the table anew; nothing refers to it.
CREATE TABLE messages_new (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    round_id BLOB NOT NULL REFERENCES rounds (id),
    contact_id BLOB REFERENCES contacts (id),
    invitation_id BLOB REFERENCES invitations (id),
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'thanks', 'results', 'delegation', 'test')),
    n INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('due', 'sending', 'accepted', 'deferred', 'failed', 'unknown', 'suppressed', 'cancelled', 'bounced', 'complained')),
    due_at TEXT NOT NULL,
    not_after TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    first_attempt_at TEXT,
    unknowns INTEGER NOT NULL DEFAULT 0,
    fencing INTEGER NOT NULL DEFAULT 0,
    in_flight INTEGER NOT NULL DEFAULT FALSE,
    lease_until TEXT,
    node TEXT,
    recipient TEXT,
    language TEXT,
    bytes BLOB,
    reply TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    accepted_at TEXT,
    delegation_id BLOB REFERENCES delegations (id),
    UNIQUE (round_id, contact_id, kind, n),
    CHECK ((kind = 'delegation') = (delegation_id IS NOT NULL))
) STRICT;
INSERT INTO messages_new (
    id, organisation_id, round_id, contact_id, invitation_id, kind, n, state, due_at, not_after, attempts,
    first_attempt_at, unknowns, fencing, in_flight, lease_until, node, recipient, language, bytes, reply,
    created_at, updated_at, accepted_at)
SELECT
    id, organisation_id, round_id, contact_id, invitation_id, kind, n, state, due_at, not_after, attempts,
    first_attempt_at, unknowns, fencing, in_flight, lease_until, node, recipient, language, bytes, reply,
    created_at, updated_at, accepted_at
FROM messages;
DROP TABLE messages;
ALTER TABLE messages_new RENAME TO messages;
CREATE INDEX messages_waiting ON messages (round_id, due_at) WHERE state IN ('due', 'deferred', 'unknown');
CREATE INDEX messages_claimed ON messages (node, lease_until) WHERE state = 'sending';
CREATE INDEX messages_tests ON messages (round_id) WHERE kind = 'test' AND state IN ('due', 'deferred', 'unknown');
CREATE INDEX messages_by_round ON messages (round_id, kind, state);
-- Taking back a launch deletes its invitations, each of which is looked for here.
CREATE INDEX messages_by_invitation ON messages (invitation_id);
CREATE UNIQUE INDEX messages_by_delegation ON messages (delegation_id, n);
