-- Recurring programmes, and their rounds.
CREATE TABLE surveys (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    questionnaire_id BLOB NOT NULL REFERENCES questionnaires (id),
    segment TEXT NOT NULL,
    cadence TEXT NOT NULL CHECK (cadence IN ('once', 'monthly', 'quarterly', 'yearly')),
    reminder_rules TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    reply_to TEXT,
    anonymity TEXT NOT NULL CHECK (anonymity IN ('personal', 'confidential')),
    zone TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (organisation_id, code)
) STRICT;

-- Opening and closing are stored as local time and zone; the instants beside them are what the clock compares.
CREATE TABLE rounds (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    survey_id BLOB NOT NULL REFERENCES surveys (id),
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'open', 'closed', 'published', 'cancelled')),
    zone TEXT NOT NULL,
    opens_local TEXT NOT NULL,
    closes_local TEXT NOT NULL,
    opens_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    paused_at TEXT,
    launched_at TEXT,
    launched_by TEXT,
    undo_until TEXT,
    recipients INTEGER,
    version_id BLOB REFERENCES questionnaire_versions (id),
    anonymity TEXT CHECK (anonymity IN ('personal', 'confidential')),
    reminder_rules TEXT,
    opened_at TEXT,
    closed_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (survey_id, name),
    CHECK (state IN ('draft', 'cancelled')
        OR (launched_at IS NOT NULL AND version_id IS NOT NULL AND anonymity IS NOT NULL AND reminder_rules IS NOT NULL))
) STRICT;
CREATE INDEX rounds_by_state ON rounds (state, opens_at);

-- Reminder runs of a launched round, one row a rule, made at launch.
CREATE TABLE reminder_runs (
    round_id BLOB NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    due_local TEXT NOT NULL,
    due_at TEXT NOT NULL,
    not_after TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due', 'done', 'stale', 'cancelled')),
    planned INTEGER,
    ran_at TEXT,
    PRIMARY KEY (round_id, n)
) STRICT;
CREATE INDEX reminder_runs_due ON reminder_runs (state, due_at);
