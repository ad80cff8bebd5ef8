CREATE TABLE blocks (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL,
    location_id  uuid NOT NULL,
    therapist_id uuid,
    room_id      uuid,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    cause        text NOT NULL CHECK (cause ~ '^[a-z-]{1,40}$'),
    actor        text NOT NULL,
    CONSTRAINT a_block_is_made_and_lifted CHECK (version IN (1, 2)),
    CONSTRAINT a_block_is_of_a_therapist_or_a_room CHECK (num_nonnulls(therapist_id, room_id) = 1),
    CONSTRAINT a_block_has_a_length CHECK (starts_at < ends_at)
);

CREATE INDEX blocks_by_location ON blocks (location_id, starts_at, id) WHERE version = 1;

-- A claim is an appointment's or a block's; the exclusion between claims does not ask whose they are.
ALTER TABLE claims
    DROP CONSTRAINT one_claim_per_appointment_and_resource,
    ALTER COLUMN appointment_id DROP NOT NULL,
    ADD COLUMN block_id uuid REFERENCES blocks ON DELETE CASCADE,
    ADD CONSTRAINT a_claim_is_of_an_appointment_or_a_block CHECK (num_nonnulls(appointment_id, block_id) = 1);

CREATE UNIQUE INDEX one_claim_per_appointment_and_resource ON claims (appointment_id, resource_id)
    WHERE appointment_id IS NOT NULL;
CREATE UNIQUE INDEX one_claim_per_block_and_resource ON claims (block_id, resource_id) WHERE block_id IS NOT NULL;
