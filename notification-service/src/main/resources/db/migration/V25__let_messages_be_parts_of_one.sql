-- Messages to one address that tell the same of several visits, or of several people's visit, go out as one. The others are
-- parts of it: they are not looked at by themselves, and become what it becomes.
ALTER TABLE messages ADD COLUMN part_of uuid REFERENCES messages;
CREATE INDEX parts_of_a_message ON messages (part_of) WHERE part_of IS NOT NULL;

-- They have the gateway's id of what they were part of.
DROP INDEX messages_by_gateway_id;
CREATE INDEX messages_by_gateway_id ON messages (gateway_id) WHERE gateway_id IS NOT NULL;
CREATE UNIQUE INDEX a_gateway_id_is_of_one_message ON messages (gateway_id) WHERE gateway_id IS NOT NULL AND part_of IS NULL;

ALTER TABLE visits ADD COLUMN series_id uuid;
CREATE INDEX visits_of_a_series ON visits (series_id) WHERE series_id IS NOT NULL;

-- What a client can be told of each revision of a visit, so that a later one can say what has changed.
CREATE TABLE visit_terms (
    appointment_id uuid        NOT NULL,
    client_id      uuid        NOT NULL,
    revision       bigint      NOT NULL,
    starts         timestamptz NOT NULL,
    zone           text        NOT NULL,
    location_id    uuid        NOT NULL,
    treatment_id   uuid        NOT NULL,
    minutes        integer     NOT NULL,
    therapist_id   uuid        NOT NULL,
    amount         bigint,
    currency       text,
    PRIMARY KEY (appointment_id, client_id, revision),
    CONSTRAINT a_price_has_a_currency CHECK ((amount IS NULL) = (currency IS NULL))
);

-- The price was not kept.
INSERT INTO visit_terms (appointment_id, client_id, revision, starts, zone, location_id, treatment_id, minutes, therapist_id)
SELECT appointment_id, client_id, revision, starts, zone, location_id, treatment_id, minutes, therapist_id
FROM visits JOIN seats USING (appointment_id);
