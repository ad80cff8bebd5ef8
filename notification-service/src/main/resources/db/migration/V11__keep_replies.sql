-- text and phone only where a person has to read the reply, and only as long as the client is not erased.
CREATE TABLE replies (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    gateway_id     text        NOT NULL REFERENCES inbound_sms,
    client_id      uuid,
    appointment_id uuid,
    revision       bigint,
    location_id    uuid,
    answer         text        NOT NULL,
    phone          text,
    text           text,
    received_at    timestamptz NOT NULL,
    handled_at     timestamptz,
    handled_by     text,
    CONSTRAINT an_inbound_sms_is_one_reply UNIQUE (gateway_id),
    CONSTRAINT a_reply_has_a_known_answer CHECK (answer IN ('CONFIRM', 'STOP', 'START', 'HELP', 'UNCLEAR')),
    CONSTRAINT a_reply_is_about_a_visit_as_told CHECK ((appointment_id IS NULL) = (revision IS NULL)),
    CONSTRAINT only_an_unclear_reply_is_kept_in_words CHECK (answer = 'UNCLEAR' OR (text IS NULL AND phone IS NULL)),
    CONSTRAINT only_an_unclear_reply_is_handled CHECK (answer = 'UNCLEAR' OR handled_at IS NULL),
    CONSTRAINT a_handled_reply_has_somebody CHECK ((handled_at IS NULL) = (handled_by IS NULL))
);

CREATE INDEX replies_of_a_location ON replies (location_id, id);
CREATE INDEX replies_to_handle ON replies (id) WHERE answer = 'UNCLEAR' AND handled_at IS NULL;
CREATE INDEX replies_of_a_client ON replies (client_id);

-- A reply is matched with a client by its number.
CREATE INDEX contacts_by_phone ON contacts (phone);

-- The gateway calls again when our answer got lost, so the same one is given again.
ALTER TABLE inbound_sms ADD COLUMN answer text;
