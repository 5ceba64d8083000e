-- Staff answer an open round for a trial: such a response counts nowhere and can be deleted.
ALTER TABLE responses ADD COLUMN is_test INTEGER NOT NULL DEFAULT 0 CHECK (is_test IN (0, 1));
