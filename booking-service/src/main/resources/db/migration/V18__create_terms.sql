-- One row for each location that ever put a policy or a menu. The version is the sequence of its snapshots; those of the
-- policy and the menu are what their ETags say, 0 while there is none.
CREATE TABLE location_terms (
    location_id    uuid PRIMARY KEY,
    version        bigint NOT NULL CHECK (version > 0),
    policy_version bigint NOT NULL CHECK (policy_version >= 0),
    menu_version   bigint NOT NULL CHECK (menu_version >= 0)
);

CREATE TABLE booking_policies (
    location_id                    uuid PRIMARY KEY REFERENCES location_terms ON DELETE CASCADE,
    cadence_minutes                integer,
    notice_minutes                 integer,
    horizon_days                   integer,
    sessions_per_client_per_day    integer,
    sessions_per_client_per_week   integer,
    sessions_per_therapist_per_day integer,
    cancellation_window_minutes    integer NOT NULL,
    no_show_grace_minutes          integer NOT NULL,
    no_shows_before_approval       integer,
    no_show_months                 integer,
    CONSTRAINT cadence_on_grid CHECK (cadence_minutes BETWEEN 5 AND 1440 AND cadence_minutes % 5 = 0),
    CONSTRAINT notice_is_30_days_at_most CHECK (notice_minutes BETWEEN 0 AND 43200),
    CONSTRAINT horizon_is_two_years_at_most CHECK (horizon_days BETWEEN 1 AND 730),
    CONSTRAINT limits_are_1_to_100 CHECK (sessions_per_client_per_day BETWEEN 1 AND 100
        AND sessions_per_client_per_week BETWEEN 1 AND 100 AND sessions_per_therapist_per_day BETWEEN 1 AND 100),
    CONSTRAINT window_is_30_days_at_most CHECK (cancellation_window_minutes BETWEEN 0 AND 43200),
    CONSTRAINT grace_is_4_hours_at_most CHECK (no_show_grace_minutes BETWEEN 0 AND 240),
    CONSTRAINT no_shows_are_1_to_100_in_3_years CHECK (no_shows_before_approval BETWEEN 1 AND 100
        AND no_show_months BETWEEN 1 AND 36),
    CONSTRAINT no_shows_count_over_some_months CHECK ((no_shows_before_approval IS NULL) = (no_show_months IS NULL))
);

CREATE TABLE menu_entries (
    location_id  uuid NOT NULL REFERENCES location_terms ON DELETE CASCADE,
    position     integer NOT NULL CHECK (position >= 0),
    treatment_id uuid NOT NULL REFERENCES treatments,
    minutes      integer NOT NULL CHECK (minutes BETWEEN 5 AND 480 AND minutes % 5 = 0),
    amount       bigint NOT NULL CHECK (amount >= 0),
    currency     text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    tax_percent  numeric(5, 2) CHECK (tax_percent BETWEEN 0 AND 100),
    PRIMARY KEY (location_id, position),
    CONSTRAINT each_length_of_a_treatment_is_sold_once UNIQUE (location_id, treatment_id, minutes)
);

CREATE TABLE menu_add_ons (
    location_id uuid NOT NULL REFERENCES location_terms ON DELETE CASCADE,
    position    integer NOT NULL CHECK (position >= 0),
    code        text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,40}$'),
    name        text NOT NULL CHECK (btrim(name) <> '' AND length(name) <= 100),
    minutes     integer NOT NULL CHECK (minutes BETWEEN 0 AND 240 AND minutes % 5 = 0),
    amount      bigint NOT NULL CHECK (amount >= 0),
    currency    text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    tax_percent numeric(5, 2) CHECK (tax_percent BETWEEN 0 AND 100),
    PRIMARY KEY (location_id, position),
    CONSTRAINT each_add_on_has_one_code UNIQUE (location_id, code)
);
