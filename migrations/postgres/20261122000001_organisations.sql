-- The tenant boundary: every other table carries its organisation.
CREATE TABLE organisations (
    id UUID PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
