-- Not only signing in is counted: access codes and open links are, too.
ALTER TABLE sign_in_attempts RENAME TO attempts;
