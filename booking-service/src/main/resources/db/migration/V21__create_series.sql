-- What was agreed on. Each visit of it is an appointment like any other.
CREATE TABLE series (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL CHECK (version > 0),
    participants jsonb NOT NULL,
    treatment_id uuid NOT NULL REFERENCES treatments,
    minutes      integer NOT NULL CHECK (minutes > 0 AND minutes % 5 = 0),
    location_id  uuid NOT NULL,
    zone         text NOT NULL,
    first_date   date NOT NULL,
    local_time   time NOT NULL,
    recurrence   jsonb NOT NULL,
    agreed_at    timestamptz NOT NULL
);

-- Where the series puts each visit, on the wall of the location. One without appointment and refusal was called off.
CREATE TABLE series_occurrences (
    series_id      uuid NOT NULL REFERENCES series ON DELETE CASCADE,
    number         integer NOT NULL CHECK (number BETWEEN 1 AND 52),
    local_date     date NOT NULL,
    local_time     time NOT NULL,
    appointment_id uuid UNIQUE REFERENCES appointments ON DELETE CASCADE,
    refusal_code   text,
    refusal_detail text,
    PRIMARY KEY (series_id, number),
    CONSTRAINT what_is_booked_is_not_refused CHECK (appointment_id IS NULL OR refusal_code IS NULL),
    CONSTRAINT a_refusal_has_a_sentence CHECK ((refusal_code IS NULL) = (refusal_detail IS NULL))
);
