-- When a location is closed whatever its hours say or, with a room, that room is out of use.
CREATE TABLE closures (
    id          uuid PRIMARY KEY,
    location_id uuid        NOT NULL REFERENCES locations,
    room_id     uuid        REFERENCES rooms,
    starts      timestamptz NOT NULL,
    ends        timestamptz NOT NULL,
    cause       text        NOT NULL,
    CONSTRAINT closure_is_a_range CHECK (starts < ends),
    CONSTRAINT closure_on_grid
        CHECK (extract(epoch FROM starts) % 300 = 0 AND extract(epoch FROM ends) % 300 = 0),
    CONSTRAINT closure_lasts_366_days_at_most CHECK (ends - starts <= interval '366 days'),
    CONSTRAINT cause_is_a_code CHECK (cause ~ '^[a-z-]{1,40}$'),
    CONSTRAINT closures_do_not_overlap
        EXCLUDE USING gist (coalesce(room_id, location_id) WITH =, tstzrange(starts, ends) WITH &&)
);

CREATE INDEX closures_by_location ON closures (location_id);
