-- The reason is for staff and is never announced.
ALTER TABLE clients ADD COLUMN barred_because text
    CHECK (btrim(barred_because) <> '' AND char_length(barred_because) <= 500);

CREATE TABLE client_avoids (
    client_id    uuid NOT NULL REFERENCES clients ON DELETE CASCADE,
    therapist_id uuid NOT NULL,
    PRIMARY KEY (client_id, therapist_id)
);

-- For the index of availability, when it starts.
CREATE INDEX clients_barred ON clients (id) WHERE barred_because IS NOT NULL;
CREATE INDEX appointments_missed ON appointments (starts_at) WHERE status = 'NO_SHOW';
