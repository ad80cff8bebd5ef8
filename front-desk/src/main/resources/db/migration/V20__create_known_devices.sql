-- The browsers that somebody has signed in from: pauses after wrong passwords elsewhere do not count for them. A browser keeps
-- a random token, of which only the hash lies here; several accounts may know the same one, as at a desk.
CREATE TABLE known_devices (
    account_id uuid        NOT NULL CONSTRAINT known_device_of_an_account REFERENCES accounts ON DELETE CASCADE,
    token_hash bytea       NOT NULL CONSTRAINT token_is_hashed CHECK (length(token_hash) = 32),
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    CONSTRAINT known_devices_once PRIMARY KEY (account_id, token_hash)
);

CREATE INDEX known_devices_by_token ON known_devices (token_hash);
CREATE INDEX known_devices_by_age ON known_devices (last_at);
