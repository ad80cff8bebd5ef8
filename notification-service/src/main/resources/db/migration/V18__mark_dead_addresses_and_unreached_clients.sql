-- Addresses a gateway has said take no message; gone when no contact has the address any more.
CREATE TABLE dead_addresses (
    channel text        NOT NULL,
    address text        NOT NULL,
    since   timestamptz NOT NULL,
    code    text        NOT NULL,
    CONSTRAINT an_address_dies_once PRIMARY KEY (channel, address),
    CONSTRAINT a_dead_address_has_a_known_channel CHECK (channel IN ('SMS', 'EMAIL'))
);

-- Whose mailbox it is that a server refused.
CREATE INDEX contacts_by_email ON contacts (lower(email));

-- Clients whom no channel told something of a visit, so that somebody has to call them.
CREATE TABLE unreached_clients (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    client_id      uuid        NOT NULL,
    appointment_id uuid        NOT NULL REFERENCES visits,
    location_id    uuid        NOT NULL,
    kind           text        NOT NULL,
    revision       bigint      NOT NULL,
    since          timestamptz NOT NULL,
    handled_at     timestamptz,
    handled_by     text,
    CONSTRAINT a_handled_call_has_somebody CHECK ((handled_at IS NULL) = (handled_by IS NULL))
);

-- Whoever was called about a visit as it is need not be called for its reminder; that it is off is another matter.
CREATE UNIQUE INDEX a_client_is_called_once_about_a_visit
    ON unreached_clients (appointment_id, client_id, revision, (kind = 'CANCELLATION'));
CREATE INDEX unreached_clients_of_a_location ON unreached_clients (location_id, id);
CREATE INDEX unreached_clients_to_call ON unreached_clients (id) WHERE handled_at IS NULL;
