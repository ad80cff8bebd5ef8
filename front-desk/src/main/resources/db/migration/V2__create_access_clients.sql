-- Who may ask for tokens by id and secret, and what those tokens say.
CREATE TABLE access_clients (
    id            text    NOT NULL CONSTRAINT access_clients_once PRIMARY KEY
                          CONSTRAINT client_id_is_bounded CHECK (length(id) BETWEEN 1 AND 100),
    secret_hash   text    NOT NULL CONSTRAINT secret_is_hashed CHECK (secret_hash LIKE '{%}%'),
    subject       text    NOT NULL CONSTRAINT subject_is_bounded CHECK (length(subject) BETWEEN 1 AND 100),
    role          text    NOT NULL CONSTRAINT role_is_known CHECK (role IN
                          ('owner', 'manager', 'front-desk', 'therapist', 'client', 'integration', 'service')),
    all_locations boolean NOT NULL,
    locations     uuid[]  NOT NULL CONSTRAINT locations_are_at_most_100 CHECK (cardinality(locations) <= 100),
    CONSTRAINT all_locations_are_not_listed CHECK (NOT all_locations OR cardinality(locations) = 0)
);
