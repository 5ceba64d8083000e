-- Staff answer an open round for a trial: such a response counts nowhere and can be deleted.
ALTER TABLE responses ADD COLUMN is_test BOOLEAN NOT NULL DEFAULT FALSE;
