-- Keys that sign access tokens. A key is published before it signs, and until the last token it signed has ended.
-- The private part is AES-256-GCM: 12 bytes nonce, then ciphertext and tag; the id is authenticated with it.
CREATE TABLE signing_keys (
    id              text        NOT NULL CONSTRAINT signing_keys_once PRIMARY KEY,
    public_key      text        NOT NULL,
    private_key     bytea       NOT NULL CONSTRAINT private_key_has_nonce_and_tag CHECK (octet_length(private_key) > 28),
    published_from  timestamptz NOT NULL,
    signs_from      timestamptz NOT NULL,
    signs_until     timestamptz NOT NULL,
    published_until timestamptz NOT NULL,
    CONSTRAINT published_before_it_signs CHECK (published_from <= signs_from),
    CONSTRAINT signs_for_a_while CHECK (signs_from < signs_until),
    CONSTRAINT published_until_its_last_token_ends CHECK (signs_until < published_until)
);
