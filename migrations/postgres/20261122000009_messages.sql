-- The ledger: one row per mail to be sent. A test mail has neither invitation nor contact.
-- `node` names the claim a message is sent under, `in_flight` is set before the hand-over begins, and `unknowns` counts the
-- attempts whose outcome nobody knows: after the first the mail is sent once more, after the second it is left to staff.
-- `first_attempt_at` is when the time began in which a refused mail is tried again.
CREATE TABLE messages (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    contact_id UUID REFERENCES contacts (id),
    invitation_id UUID REFERENCES invitations (id),
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'thanks', 'results', 'test')),
    n BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('due', 'sending', 'accepted', 'deferred', 'failed', 'unknown', 'suppressed', 'cancelled', 'bounced', 'complained')),
    due_at TIMESTAMPTZ NOT NULL,
    not_after TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    first_attempt_at TIMESTAMPTZ,
    unknowns BIGINT NOT NULL DEFAULT 0,
    fencing BIGINT NOT NULL DEFAULT 0,
    in_flight BOOLEAN NOT NULL DEFAULT FALSE,
    lease_until TIMESTAMPTZ,
    node TEXT,
    recipient TEXT,
    language TEXT,
    bytes BYTEA,
    reply TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    accepted_at TIMESTAMPTZ,
    UNIQUE (round_id, contact_id, kind, n)
);
CREATE INDEX messages_waiting ON messages (round_id, due_at) WHERE state IN ('due', 'deferred', 'unknown');
CREATE INDEX messages_claimed ON messages (node, lease_until) WHERE state = 'sending';
CREATE INDEX messages_tests ON messages (round_id) WHERE kind = 'test' AND state IN ('due', 'deferred', 'unknown');
CREATE INDEX messages_by_round ON messages (round_id, kind, state);
-- Taking back a launch deletes its invitations, each of which is looked for here.
CREATE INDEX messages_by_invitation ON messages (invitation_id);
