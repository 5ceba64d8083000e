-- The number by which an access code names its invitation, counted in the whole installation. Nothing else of a code is stored.
ALTER TABLE invitations ADD COLUMN number BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX invitations_by_number ON invitations (number);
