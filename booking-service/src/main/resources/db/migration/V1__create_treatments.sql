CREATE TABLE treatments (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL CHECK (version > 0),
    approach        text NOT NULL,
    name            text NOT NULL,
    before_minutes  integer NOT NULL CHECK (before_minutes >= 0 AND before_minutes % 5 = 0),
    after_minutes   integer NOT NULL CHECK (after_minutes >= 0 AND after_minutes % 5 = 0),
    skill           text,
    capability      text,
    cadence_minutes integer NOT NULL CHECK (cadence_minutes > 0 AND cadence_minutes % 5 = 0),
    notice_minutes  integer NOT NULL CHECK (notice_minutes >= 0)
);

CREATE TABLE treatment_offers (
    treatment_id uuid NOT NULL REFERENCES treatments ON DELETE CASCADE,
    minutes      integer NOT NULL CHECK (minutes > 0 AND minutes % 5 = 0),
    amount       bigint NOT NULL CHECK (amount >= 0),
    currency     text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT one_price_per_length PRIMARY KEY (treatment_id, minutes)
);
