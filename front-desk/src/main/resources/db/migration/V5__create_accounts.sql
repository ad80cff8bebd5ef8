-- Who may sign in. A password's version rises with each change of it and ends the sessions that were begun before.
CREATE TABLE accounts (
    id                  uuid    NOT NULL CONSTRAINT accounts_once PRIMARY KEY,
    version             bigint  NOT NULL,
    email               text    NOT NULL CONSTRAINT email_belongs_to_one_account UNIQUE
                                CONSTRAINT email_is_folded CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
    name                text    NOT NULL CONSTRAINT name_is_bounded CHECK (length(name) BETWEEN 1 AND 100),
    password_hash       text    NOT NULL CONSTRAINT password_is_hashed CHECK (password_hash LIKE '$argon2id$%'),
    password_version    integer NOT NULL DEFAULT 0,
    password_is_initial boolean NOT NULL DEFAULT false,
    role                text    NOT NULL CONSTRAINT role_of_staff CHECK (role IN ('owner', 'manager', 'front-desk', 'therapist')),
    all_locations       boolean NOT NULL,
    locations           uuid[]  NOT NULL CONSTRAINT locations_of_an_account_are_at_most_100 CHECK (cardinality(locations) <= 100),
    therapist_id        uuid    CONSTRAINT a_therapist_has_one_account UNIQUE,
    disabled            boolean NOT NULL DEFAULT false,
    development         boolean NOT NULL DEFAULT false,
    CONSTRAINT all_locations_of_an_account_are_not_listed CHECK (NOT all_locations OR cardinality(locations) = 0),
    CONSTRAINT an_owner_sees_all CHECK (role <> 'owner' OR all_locations),
    CONSTRAINT a_therapist_is_one_of_the_schedules CHECK ((role = 'therapist') = (therapist_id IS NOT NULL))
);

-- Attempts to sign in since the last good one, by account and by address. An account's key is a hash of the email as it was
-- typed, whether or not there is such an account: so nobody learns from a lock who has one, and no typed name lies here.
CREATE TABLE sign_in_attempts (
    key          text        NOT NULL CONSTRAINT sign_in_attempts_once PRIMARY KEY,
    attempts     integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    locked_until timestamptz
);

CREATE INDEX sign_in_attempts_by_age ON sign_in_attempts (last_at);
