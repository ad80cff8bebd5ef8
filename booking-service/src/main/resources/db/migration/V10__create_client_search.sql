CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Lower case without accents, so that Muller finds Müller. Immutable, whatever locale the database has.
CREATE FUNCTION folded(words text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE pg_c_utf8);

-- Each word after a blank: two letters are looked for at the start of a word, three and more anywhere.
ALTER TABLE clients ADD COLUMN search text NOT NULL
    GENERATED ALWAYS AS (folded(' ' || name || coalesce(' ' || email, '') || coalesce(' ' || phone, ''))) STORED;

CREATE INDEX clients_by_search ON clients USING gin (search gin_trgm_ops);
CREATE INDEX clients_by_name ON clients (name, id);

-- Where a client is known: registered there, or with an appointment there, past or to come.
CREATE TABLE client_locations (
    client_id   uuid NOT NULL REFERENCES clients ON DELETE CASCADE,
    location_id uuid NOT NULL,
    PRIMARY KEY (location_id, client_id)
);

INSERT INTO client_locations (client_id, location_id)
SELECT DISTINCT client_id, location_id
FROM appointment_participants JOIN appointments ON id = appointment_id
WHERE client_id IS NOT NULL;
