-- A contact's right to answer in one round. The personal link is derived from a key and from link_serial: nothing secret is stored.
-- The company's attributes are those at launch: routing, strata and filters use them whatever the panel says later.
CREATE TABLE invitations (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    round_id BLOB NOT NULL REFERENCES rounds (id),
    contact_id BLOB NOT NULL REFERENCES contacts (id),
    company_id BLOB NOT NULL REFERENCES companies (id),
    state TEXT NOT NULL CHECK (state IN ('planned', 'invited', 'started', 'completed', 'declined', 'unreachable', 'excluded')),
    attributes TEXT NOT NULL,
    link_serial INTEGER NOT NULL DEFAULT 0,
    invited_at TEXT,
    started_at TEXT,
    completed_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (round_id, contact_id)
) STRICT;
CREATE INDEX invitations_by_company ON invitations (round_id, company_id);
CREATE INDEX invitations_by_state ON invitations (round_id, state);
