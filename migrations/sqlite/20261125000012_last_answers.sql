-- What the company submitted in the survey's round before, as it stood when this response began: rules may compare with it, and
-- figures are recalled by it.
ALTER TABLE responses ADD COLUMN last_answers TEXT;
