CREATE TABLE therapists (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    name           text        NOT NULL,
    gender         text        NOT NULL,
    skills         text[]      NOT NULL,
    licensed_until date,
    state          text        NOT NULL,
    fresh_from     timestamptz NOT NULL,
    fresh_until    timestamptz NOT NULL,
    CONSTRAINT version_starts_at_one CHECK (version >= 1),
    CONSTRAINT name_is_given CHECK (btrim(name) <> '' AND length(name) <= 100),
    CONSTRAINT gender_is_known CHECK (gender IN ('FEMALE', 'MALE', 'DIVERSE')),
    CONSTRAINT skills_are_codes
        CHECK (array_to_string(skills, ' ', '?') ~ '^[a-z0-9-]{1,40}( [a-z0-9-]{1,40}){0,19}$'),
    CONSTRAINT state_is_known CHECK (state IN ('ACTIVE', 'LEFT')),
    CONSTRAINT freshness_is_a_range CHECK (fresh_from <= fresh_until)
);

COMMENT ON COLUMN therapists.fresh_until IS
    'The published horizon is right while now lies in [fresh_from, fresh_until); empty: to be published again.';

CREATE INDEX therapists_by_freshness ON therapists (fresh_until);

CREATE TABLE employments (
    therapist_id uuid NOT NULL REFERENCES therapists,
    location_id  uuid NOT NULL REFERENCES locations,
    PRIMARY KEY (therapist_id, location_id)
);

CREATE INDEX employments_by_location ON employments (location_id);
