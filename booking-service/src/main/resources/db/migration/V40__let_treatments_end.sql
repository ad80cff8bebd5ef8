-- The last day, by each location's calendar, on which a session booked from now on may begin; null: without end.
ALTER TABLE treatments
    ADD COLUMN last_day date,
    ADD CONSTRAINT last_day_in_range CHECK (last_day BETWEEN '1970-01-01' AND '2199-12-31');
