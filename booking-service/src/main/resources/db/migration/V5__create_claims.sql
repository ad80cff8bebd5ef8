CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Who or what is taken, and when, that resource's buffers included. A cancelled or expired appointment has none.
CREATE TABLE claims (
    appointment_id uuid NOT NULL REFERENCES appointments ON DELETE CASCADE,
    resource_id    uuid NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('THERAPIST', 'ROOM', 'CLIENT')),
    owner_id       uuid NOT NULL,
    during         tstzrange NOT NULL,
    CONSTRAINT one_claim_per_appointment_and_resource PRIMARY KEY (appointment_id, resource_id),

    -- An empty range overlaps nothing, so the exclusion below would let any number of them in.
    CONSTRAINT a_claim_is_not_empty CHECK (NOT isempty(during)),
    CONSTRAINT a_claim_has_both_ends CHECK (NOT lower_inf(during) AND NOT upper_inf(during)
        AND isfinite(lower(during)) AND isfinite(upper(during))),
    CONSTRAINT a_claim_is_half_open CHECK (isempty(during)
        OR lower_inc(during) AND NOT upper_inc(during)),
    CONSTRAINT a_claim_lasts_a_day_at_most CHECK (upper(during) - lower(during) <= interval '24 hours'),

    CONSTRAINT nobody_is_booked_twice EXCLUDE USING gist (resource_id WITH =, during WITH &&)
);
