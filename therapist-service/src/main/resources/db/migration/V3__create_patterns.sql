CREATE TABLE patterns (
    therapist_id uuid NOT NULL REFERENCES therapists,
    valid_from   date NOT NULL,
    PRIMARY KEY (therapist_id, valid_from),
    CONSTRAINT valid_from_in_range CHECK (valid_from BETWEEN '2000-01-01' AND '2099-12-31')
);

CREATE TABLE shifts (
    therapist_id uuid     NOT NULL,
    valid_from   date     NOT NULL,
    location_id  uuid     NOT NULL,
    day          smallint NOT NULL,
    starts       time     NOT NULL,
    ends         time     NOT NULL,
    CONSTRAINT shift_of_a_pattern
        FOREIGN KEY (therapist_id, valid_from) REFERENCES patterns ON DELETE CASCADE,
    CONSTRAINT employed_there
        FOREIGN KEY (therapist_id, location_id) REFERENCES employments,
    CONSTRAINT day_is_a_weekday CHECK (day BETWEEN 1 AND 7),
    CONSTRAINT shift_on_grid
        CHECK (extract(epoch FROM starts) % 300 = 0 AND extract(epoch FROM ends) % 300 = 0 AND ends < '24:00'),
    -- Only at one location, where there is one wall clock; across zones the service judges by instants.
    CONSTRAINT shifts_do_not_overlap
        EXCLUDE USING gist (
            therapist_id WITH =, valid_from WITH =, location_id WITH =, minutes_of_week(day, starts, ends) WITH &&)
);
