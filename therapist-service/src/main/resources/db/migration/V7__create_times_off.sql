-- When a therapist does not work anywhere, whatever patterns and overrides say.
CREATE TABLE times_off (
    id           uuid PRIMARY KEY,
    therapist_id uuid        NOT NULL REFERENCES therapists,
    starts       timestamptz NOT NULL,
    ends         timestamptz NOT NULL,
    cause        text        NOT NULL,
    CONSTRAINT time_off_is_a_range CHECK (starts < ends),
    CONSTRAINT time_off_on_grid
        CHECK (extract(epoch FROM starts) % 300 = 0 AND extract(epoch FROM ends) % 300 = 0),
    CONSTRAINT time_off_lasts_366_days_at_most CHECK (ends - starts <= interval '366 days'),
    CONSTRAINT cause_is_a_code CHECK (cause ~ '^[a-z-]{1,40}$'),
    CONSTRAINT times_off_do_not_overlap
        EXCLUDE USING gist (therapist_id WITH =, tstzrange(starts, ends) WITH &&)
);
