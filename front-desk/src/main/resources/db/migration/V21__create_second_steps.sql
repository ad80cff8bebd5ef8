-- By which somebody shows at the sign-in, beside the password, that it is them: codes of an app, after RFC 6238. The secret is
-- encrypted like the signing keys, and bound to its account.
CREATE TABLE second_steps (
    account_id uuid        NOT NULL CONSTRAINT one_second_step_of_an_account PRIMARY KEY
                           CONSTRAINT second_step_of_an_account REFERENCES accounts ON DELETE CASCADE,
    secret     bytea       NOT NULL,
    on_since   timestamptz NOT NULL,
    -- Of the last code that was good: none counts twice.
    last_step  bigint      NOT NULL
);

-- For when the app is lost: each is good once.
CREATE TABLE recovery_codes (
    account_id uuid  NOT NULL CONSTRAINT recovery_code_of_a_second_step REFERENCES second_steps ON DELETE CASCADE,
    code_hash  bytea NOT NULL CONSTRAINT code_is_hashed CHECK (length(code_hash) = 32),
    CONSTRAINT recovery_codes_once PRIMARY KEY (account_id, code_hash)
);
