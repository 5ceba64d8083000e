-- The open link of a survey: whoever follows it answers without invitation and company. The slug is one in the installation, for it
-- stands in the address alone. `most` bounds the responses of a round that begin by it.
CREATE TABLE open_links (
    survey_id BLOB PRIMARY KEY REFERENCES surveys (id) ON DELETE CASCADE,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    slug TEXT NOT NULL UNIQUE,
    most INTEGER CHECK (most > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
