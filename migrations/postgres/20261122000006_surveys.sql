-- Recurring programmes, and their rounds.
CREATE TABLE surveys (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    questionnaire_id UUID NOT NULL REFERENCES questionnaires (id),
    segment JSONB NOT NULL,
    cadence TEXT NOT NULL CHECK (cadence IN ('once', 'monthly', 'quarterly', 'yearly')),
    reminder_rules JSONB NOT NULL,
    sender_name TEXT NOT NULL,
    reply_to TEXT,
    anonymity TEXT NOT NULL CHECK (anonymity IN ('personal', 'confidential')),
    zone TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (organisation_id, code)
);

-- Opening and closing are stored as local time and zone; the instants beside them are what the clock compares.
CREATE TABLE rounds (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    survey_id UUID NOT NULL REFERENCES surveys (id),
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'open', 'closed', 'published', 'cancelled')),
    zone TEXT NOT NULL,
    opens_local TIMESTAMP NOT NULL,
    closes_local TIMESTAMP NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    paused_at TIMESTAMPTZ,
    launched_at TIMESTAMPTZ,
    launched_by TEXT,
    undo_until TIMESTAMPTZ,
    recipients BIGINT,
    version_id UUID REFERENCES questionnaire_versions (id),
    anonymity TEXT CHECK (anonymity IN ('personal', 'confidential')),
    reminder_rules JSONB,
    opened_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (survey_id, name),
    CHECK (state IN ('draft', 'cancelled')
        OR (launched_at IS NOT NULL AND version_id IS NOT NULL AND anonymity IS NOT NULL AND reminder_rules IS NOT NULL))
);
CREATE INDEX rounds_by_state ON rounds (state, opens_at);

-- Reminder runs of a launched round, one row a rule, made at launch.
CREATE TABLE reminder_runs (
    round_id UUID NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    n BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    due_local TIMESTAMP NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    not_after TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due', 'done', 'stale', 'cancelled')),
    planned BIGINT,
    ran_at TIMESTAMPTZ,
    PRIMARY KEY (round_id, n)
);
CREATE INDEX reminder_runs_due ON reminder_runs (state, due_at);
