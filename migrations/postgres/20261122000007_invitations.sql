-- A contact's right to answer in one round. The personal link is derived from a key and from link_serial: nothing secret is stored.
-- The company's attributes are those at launch: routing, strata and filters use them whatever the panel says later.
CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    contact_id UUID NOT NULL REFERENCES contacts (id),
    company_id UUID NOT NULL REFERENCES companies (id),
    state TEXT NOT NULL CHECK (state IN ('planned', 'invited', 'started', 'completed', 'declined', 'unreachable', 'excluded')),
    attributes JSONB NOT NULL,
    link_serial BIGINT NOT NULL DEFAULT 0,
    invited_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ,
    completed_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, contact_id)
);
CREATE INDEX invitations_by_company ON invitations (round_id, company_id);
CREATE INDEX invitations_by_state ON invitations (round_id, state);
