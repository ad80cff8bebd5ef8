-- Locations whose reminders are being planned anew, visit by visit in the order of ids; after is the last one done.
CREATE TABLE replans (
    location_id uuid PRIMARY KEY,
    after       uuid NOT NULL
);

-- Visits announced before there were reminders get theirs.
INSERT INTO replans (location_id, after)
SELECT DISTINCT location_id, '00000000-0000-0000-0000-000000000000'::uuid FROM visits;
