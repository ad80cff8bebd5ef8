-- Whether there is no therapist or no room for a visit as it stands: nobody is promised to be seen there then. Of visits from
-- before it is known once something happens to them.
ALTER TABLE visits ADD COLUMN uncovered boolean NOT NULL DEFAULT false;
