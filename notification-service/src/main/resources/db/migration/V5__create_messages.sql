-- next_attempt says when the dispatcher looks at a message again; while one is SENDING that is the end of the lease.
-- claim counts the leases: only the holder of the last one may write what became of the message.
CREATE TABLE messages (
    id             uuid PRIMARY KEY,
    client_id      uuid        NOT NULL,
    appointment_id uuid        NOT NULL,
    location_id    uuid        NOT NULL,
    kind           text        NOT NULL,
    revision       bigint      NOT NULL,
    channel        text        NOT NULL,
    copy           integer     NOT NULL,
    version        bigint      NOT NULL,
    state          text        NOT NULL,
    due            timestamptz NOT NULL,
    expires        timestamptz NOT NULL,
    next_attempt   timestamptz NOT NULL,
    claim          bigint      NOT NULL,
    attempts       integer     NOT NULL,
    sent_at        timestamptz,
    gateway_id     text,
    reason         text,
    CONSTRAINT a_message_is_planned_once UNIQUE (client_id, appointment_id, kind, revision, channel, copy),
    CONSTRAINT a_message_has_a_known_state CHECK (state IN ('PLANNED', 'SENDING', 'SENT', 'DROPPED', 'FAILED')),
    CONSTRAINT a_sent_message_has_a_time CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
    CONSTRAINT a_message_given_up_has_a_reason CHECK ((state IN ('DROPPED', 'FAILED')) = (reason IS NOT NULL))
);

CREATE INDEX messages_to_look_at ON messages (next_attempt) WHERE state IN ('PLANNED', 'SENDING');
CREATE INDEX messages_by_gateway_id ON messages (gateway_id) WHERE gateway_id IS NOT NULL;
CREATE INDEX messages_of_an_appointment ON messages (appointment_id);
CREATE INDEX messages_of_a_location ON messages (location_id, id);

-- Written before the gateway is called. address and body_hash serve only to look the message up there, and the
-- address is forgotten as soon as the attempt has ended.
CREATE TABLE attempts (
    message_id uuid        NOT NULL REFERENCES messages,
    number     integer     NOT NULL,
    started_at timestamptz NOT NULL,
    address    text,
    body_hash  bytea       NOT NULL,
    ended_at   timestamptz,
    outcome    text,
    CONSTRAINT an_attempt_is_numbered PRIMARY KEY (message_id, number),
    CONSTRAINT an_ended_attempt_has_an_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT an_ended_attempt_names_no_address CHECK ((ended_at IS NULL) = (address IS NOT NULL))
);

CREATE UNIQUE INDEX a_message_has_one_open_attempt ON attempts (message_id) WHERE ended_at IS NULL;
