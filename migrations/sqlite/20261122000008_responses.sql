-- One company's answers in one round. Neither invitation nor company is required: open links and unlinkable answers have none.
-- `draft` is what the respondent typed, `answers` what was submitted: hidden answers stay in the first and never enter the second.
CREATE TABLE responses (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    round_id BLOB NOT NULL REFERENCES rounds (id),
    company_id BLOB REFERENCES companies (id),
    invitation_id BLOB REFERENCES invitations (id),
    version_id BLOB NOT NULL REFERENCES questionnaire_versions (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
    language TEXT NOT NULL,
    attributes TEXT NOT NULL,
    draft TEXT NOT NULL,
    draft_revision INTEGER NOT NULL,
    answers TEXT,
    submission_key TEXT,
    receipt TEXT,
    submitted_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (round_id, company_id),
    UNIQUE (invitation_id),
    CHECK ((state = 'submitted') = (answers IS NOT NULL AND submitted_at IS NOT NULL AND receipt IS NOT NULL))
) STRICT;
CREATE INDEX responses_by_state ON responses (round_id, state);
