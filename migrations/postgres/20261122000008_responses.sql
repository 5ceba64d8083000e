-- One company's answers in one round. Neither invitation nor company is required: open links and unlinkable answers have none.
-- `draft` is what the respondent typed, `answers` what was submitted: hidden answers stay in the first and never enter the second.
CREATE TABLE responses (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    company_id UUID REFERENCES companies (id),
    invitation_id UUID REFERENCES invitations (id),
    version_id UUID NOT NULL REFERENCES questionnaire_versions (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
    language TEXT NOT NULL,
    attributes JSONB NOT NULL,
    draft JSONB NOT NULL,
    draft_revision BIGINT NOT NULL,
    answers JSONB,
    submission_key TEXT,
    receipt TEXT,
    submitted_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, company_id),
    UNIQUE (invitation_id),
    CHECK ((state = 'submitted') = (answers IS NOT NULL AND submitted_at IS NOT NULL AND receipt IS NOT NULL))
);
CREATE INDEX responses_by_state ON responses (round_id, state);
