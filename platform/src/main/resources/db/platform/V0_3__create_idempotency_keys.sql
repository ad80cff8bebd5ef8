-- Successes of creates, kept in the effect's own transaction so that sending one again tells the same answer.
-- They are kept for 72 hours; each new one sweeps away a few that have passed it.
CREATE TABLE idempotency_keys (
    caller       text        NOT NULL,
    path         text        NOT NULL,
    key          text        NOT NULL CONSTRAINT idempotency_key_is_bounded CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea       NOT NULL CONSTRAINT request_hash_is_sha_256 CHECK (octet_length(request_hash) = 32),
    status       smallint    NOT NULL CONSTRAINT only_successes_are_kept CHECK (status BETWEEN 200 AND 299),
    location     text        NOT NULL,
    etag         text        NOT NULL,
    body         text        NOT NULL,
    stored_at    timestamptz NOT NULL,
    CONSTRAINT idempotency_keys_once PRIMARY KEY (caller, path, key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (stored_at);
