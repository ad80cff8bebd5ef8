-- How many visits were left out since the location's first one; it is gone through again for them.
ALTER TABLE replans ADD COLUMN left_out integer NOT NULL DEFAULT 0;
