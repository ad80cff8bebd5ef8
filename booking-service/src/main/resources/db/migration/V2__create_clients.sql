CREATE TABLE clients (
    id       uuid PRIMARY KEY,
    version  bigint NOT NULL CHECK (version > 0),
    name     text NOT NULL,
    email    text,
    phone    text CHECK (phone ~ '^\+[1-9][0-9]{4,14}$'),
    language text NOT NULL,
    CONSTRAINT a_client_can_be_reached CHECK (email IS NOT NULL OR phone IS NOT NULL)
);

-- Not unique: families share a phone, and some an email.
CREATE INDEX clients_by_phone ON clients (phone) WHERE phone IS NOT NULL;
CREATE INDEX clients_by_email ON clients (lower(email)) WHERE email IS NOT NULL;
