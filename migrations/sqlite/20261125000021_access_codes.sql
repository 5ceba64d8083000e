-- The number by which an access code names its invitation, counted in the whole installation. Nothing else of a code is stored.
-- The planner of a round draws it: an invitation without one would be the second 0.
ALTER TABLE invitations ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE invitations SET number = rowid;
CREATE UNIQUE INDEX invitations_by_number ON invitations (number);
