-- A submit moves a response and its company's invitations to another state, hundreds of times a second when a mailing has gone
-- out. An index over the state would change with every move; those that begin with the round find the same rows.
DROP INDEX responses_by_state;
DROP INDEX invitations_by_state;
-- A response grows to double its size when it is submitted, an invitation is written anew at every step: with room for the new
-- version on the same page no index changes at all.
ALTER TABLE responses SET (fillfactor = 50);
ALTER TABLE invitations SET (fillfactor = 50);
