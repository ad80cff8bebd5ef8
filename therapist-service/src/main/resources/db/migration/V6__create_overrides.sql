-- Minutes from the local midnight of the date; what passes the next midnight goes on counting.
CREATE FUNCTION minutes_of_day(starts time, ends time) RETURNS int4range
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN int4range(
        (extract(epoch FROM starts) / 60)::int,
        (extract(epoch FROM ends) / 60)::int + CASE WHEN ends > starts THEN 0 ELSE 1440 END);

-- What goes on one date instead of the pattern; without shifts: no work that day.
CREATE TABLE overrides (
    therapist_id uuid NOT NULL REFERENCES therapists,
    date         date NOT NULL,
    PRIMARY KEY (therapist_id, date),
    CONSTRAINT override_date_in_range CHECK (date BETWEEN '2000-01-01' AND '2099-12-31')
);

CREATE TABLE override_shifts (
    therapist_id uuid NOT NULL,
    date         date NOT NULL,
    location_id  uuid NOT NULL,
    starts       time NOT NULL,
    ends         time NOT NULL,
    CONSTRAINT shift_of_an_override
        FOREIGN KEY (therapist_id, date) REFERENCES overrides ON DELETE CASCADE,
    CONSTRAINT employed_there
        FOREIGN KEY (therapist_id, location_id) REFERENCES employments,
    CONSTRAINT shift_on_grid
        CHECK (extract(epoch FROM starts) % 300 = 0 AND extract(epoch FROM ends) % 300 = 0 AND ends < '24:00'),
    -- Only on one date at one location; beyond that the service judges by instants.
    CONSTRAINT override_shifts_do_not_overlap
        EXCLUDE USING gist (
            therapist_id WITH =, date WITH =, location_id WITH =, minutes_of_day(starts, ends) WITH &&)
);
