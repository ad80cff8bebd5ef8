-- What is stale is looked for every two seconds from both sides: its time has passed, or, when a clock was set back, has
-- not come. With one index alone the search would read the whole table.
CREATE INDEX locations_by_start_of_freshness ON locations (fresh_from);
CREATE INDEX therapists_by_start_of_freshness ON therapists (fresh_from);
