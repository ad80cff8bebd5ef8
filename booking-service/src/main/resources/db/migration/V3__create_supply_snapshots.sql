-- What therapist-service last said of each location and therapist, as it said it.
CREATE TABLE supply_snapshots (
    id       uuid PRIMARY KEY,
    kind     text NOT NULL CHECK (kind IN ('LOCATION', 'THERAPIST')),
    version  bigint NOT NULL CHECK (version > 0),
    snapshot jsonb NOT NULL
);
