CREATE TABLE appointments (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL CHECK (version > 0),
    revision     bigint NOT NULL CHECK (revision > 0),
    status       text NOT NULL CHECK (status IN ('HELD', 'BOOKED', 'CONFIRMED', 'CHECKED_IN', 'IN_SESSION',
                                                 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'EXPIRED')),
    treatment_id uuid NOT NULL REFERENCES treatments,
    minutes      integer NOT NULL CHECK (minutes > 0 AND minutes % 5 = 0),
    location_id  uuid NOT NULL,
    zone         text NOT NULL,
    room_id      uuid NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    amount       bigint NOT NULL CHECK (amount >= 0),
    currency     text NOT NULL,
    booked_at    timestamptz NOT NULL,
    CONSTRAINT a_session_lasts_its_minutes CHECK (ends_at = starts_at + make_interval(mins => minutes))
);

CREATE INDEX appointments_by_location ON appointments (location_id, starts_at, id);
CREATE INDEX appointments_by_start ON appointments (starts_at, id);

CREATE TABLE appointment_participants (
    appointment_id uuid NOT NULL REFERENCES appointments ON DELETE CASCADE,
    position       integer NOT NULL CHECK (position >= 0),
    client_id      uuid REFERENCES clients,
    therapist_id   uuid NOT NULL,
    PRIMARY KEY (appointment_id, position)
);

CREATE INDEX appointment_participants_by_client ON appointment_participants (client_id);
CREATE INDEX appointment_participants_by_therapist ON appointment_participants (therapist_id);

CREATE TABLE appointment_waivers (
    appointment_id uuid NOT NULL REFERENCES appointments ON DELETE CASCADE,
    code           text NOT NULL,
    reason         text NOT NULL,
    PRIMARY KEY (appointment_id, code)
);
