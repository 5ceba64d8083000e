-- A section of a response, or all of it (no section), handed to a colleague by a second link, which is derived as personal links
-- are. The colleague need not be a contact of the panel. `delegated_by` is the colleague who handed it on, if it was one.
CREATE TABLE delegations (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    response_id UUID NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    section TEXT,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    sender TEXT NOT NULL,
    note TEXT NOT NULL,
    language TEXT NOT NULL,
    delegated_by UUID REFERENCES delegations (id),
    link_serial BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMPTZ NOT NULL,
    done_at TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX delegations_by_response ON delegations (response_id);

-- The mail to a colleague belongs to the delegation; it has neither invitation nor contact.
ALTER TABLE messages ADD COLUMN delegation_id UUID REFERENCES delegations (id);
ALTER TABLE messages DROP CONSTRAINT messages_kind_check;
ALTER TABLE messages ADD CONSTRAINT messages_kind_check
    CHECK (kind IN ('invitation', 'reminder', 'thanks', 'results', 'delegation', 'test'));
ALTER TABLE messages ADD CONSTRAINT messages_delegation_check CHECK ((kind = 'delegation') = (delegation_id IS NOT NULL));
CREATE UNIQUE INDEX messages_by_delegation ON messages (delegation_id, n);
