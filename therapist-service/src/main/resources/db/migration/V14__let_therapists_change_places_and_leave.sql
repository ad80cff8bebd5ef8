-- The state LEFT begins after the last day.
ALTER TABLE therapists
    ADD COLUMN last_day date,
    ADD CONSTRAINT last_day_in_range CHECK (last_day BETWEEN '1970-01-01' AND '2199-12-31'),
    ADD CONSTRAINT who_has_left_had_a_last_day CHECK (state <> 'LEFT' OR last_day IS NOT NULL) NOT VALID;

-- Where therapists were employed before: what they worked there until then is still told.
CREATE TABLE former_employments (
    therapist_id uuid        NOT NULL REFERENCES therapists,
    location_id  uuid        NOT NULL REFERENCES locations,
    ended        timestamptz NOT NULL,
    PRIMARY KEY (therapist_id, location_id)
);

CREATE INDEX former_employments_by_location ON former_employments (location_id, ended);

-- Shifts stay where they were given, past ones above all. Only those at places of employment are worked, and only such
-- are given; the service sees to that under the therapist's lock.
ALTER TABLE shifts
    DROP CONSTRAINT employed_there,
    ADD CONSTRAINT shift_at_a_location FOREIGN KEY (location_id) REFERENCES locations;
ALTER TABLE override_shifts
    DROP CONSTRAINT employed_there,
    ADD CONSTRAINT shift_at_a_location FOREIGN KEY (location_id) REFERENCES locations;
