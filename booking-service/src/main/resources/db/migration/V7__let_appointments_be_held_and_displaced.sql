-- A hold ends by itself at expires_at. A displaced appointment stands, and nobody or nothing is there to give it any more.
ALTER TABLE appointments
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN displaced text
        CHECK (displaced IN ('therapist-not-working', 'therapist-left', 'location-closed', 'room-out')),
    ADD CONSTRAINT a_hold_and_nothing_else_expires CHECK ((status = 'HELD') = (expires_at IS NOT NULL));

CREATE INDEX appointments_displaced ON appointments (location_id, starts_at, id) WHERE displaced IS NOT NULL;
