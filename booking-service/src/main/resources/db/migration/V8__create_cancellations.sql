-- That an appointment was called off, by which of its versions. The note is for staff and is never announced.
CREATE TABLE cancellations (
    appointment_id uuid NOT NULL REFERENCES appointments ON DELETE CASCADE,
    version        bigint NOT NULL CHECK (version > 1),
    at             timestamptz NOT NULL,
    actor          text NOT NULL,
    cause          text NOT NULL,
    note           text CHECK (char_length(note) <= 500),
    PRIMARY KEY (appointment_id, version)
);

INSERT INTO cancellations (appointment_id, version, at, actor, cause)
SELECT appointment_id, version, at, actor, coalesce(cause, 'unknown')
FROM appointment_history WHERE what = 'dev.unknot.appointment.cancelled.v1';
