-- What booking-service has announced of each therapist's appointments; it can be built again from the topic.
CREATE TABLE diary_entries (
    appointment_id uuid        NOT NULL,
    therapist_id   uuid        NOT NULL,
    status         text        NOT NULL,
    starts         timestamptz NOT NULL,
    ends           timestamptz NOT NULL,
    zone           text        NOT NULL,
    location_id    uuid        NOT NULL,
    room_id        uuid        NOT NULL,
    treatment_id   uuid        NOT NULL,
    client_ids     uuid[]      NOT NULL,
    PRIMARY KEY (appointment_id, therapist_id),
    CONSTRAINT ends_after_it_starts CHECK (starts < ends)
);

CREATE INDEX diary_entries_by_therapist ON diary_entries (therapist_id, starts);
