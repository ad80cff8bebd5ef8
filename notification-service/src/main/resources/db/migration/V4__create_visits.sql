CREATE TABLE visits (
    appointment_id uuid PRIMARY KEY,
    status         text        NOT NULL,
    revision       bigint      NOT NULL,
    starts         timestamptz NOT NULL,
    zone           text        NOT NULL,
    location_id    uuid        NOT NULL,
    treatment_id   uuid        NOT NULL,
    minutes        integer     NOT NULL,
    CONSTRAINT a_visit_lasts CHECK (minutes > 0)
);

CREATE TABLE seats (
    appointment_id uuid NOT NULL REFERENCES visits,
    client_id      uuid NOT NULL,
    therapist_id   uuid NOT NULL,
    CONSTRAINT a_client_sits_once_per_visit PRIMARY KEY (appointment_id, client_id)
);
