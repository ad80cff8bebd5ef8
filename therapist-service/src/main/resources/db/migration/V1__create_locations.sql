CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE locations (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    name        text        NOT NULL,
    zone        text        NOT NULL,
    street      text        NOT NULL,
    postal_code text        NOT NULL,
    city        text        NOT NULL,
    country     text        NOT NULL,
    phone       text        NOT NULL,
    fresh_from  timestamptz NOT NULL,
    fresh_until timestamptz NOT NULL,
    CONSTRAINT version_starts_at_one CHECK (version >= 1),
    CONSTRAINT name_is_given CHECK (btrim(name) <> '' AND length(name) <= 100),
    CONSTRAINT zone_is_given CHECK (zone <> '' AND length(zone) <= 50),
    CONSTRAINT address_is_given
        CHECK (btrim(street) <> '' AND length(street) <= 200
           AND btrim(postal_code) <> '' AND length(postal_code) <= 20
           AND btrim(city) <> '' AND length(city) <= 100
           AND country ~ '^[A-Z]{2}$'),
    CONSTRAINT phone_is_given CHECK (btrim(phone) <> '' AND length(phone) <= 30),
    CONSTRAINT freshness_is_a_range CHECK (fresh_from <= fresh_until)
);

COMMENT ON COLUMN locations.fresh_until IS
    'The published horizon is right while now lies in [fresh_from, fresh_until); empty: to be published again.';

CREATE INDEX locations_by_freshness ON locations (fresh_until);

-- Minutes of the week, Monday 00:00 = 0; what passes Sunday's midnight continues on Monday.
CREATE FUNCTION minutes_of_week(day smallint, starts time, ends time) RETURNS int4multirange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT int4multirange(
            int4range(first, least(first + length, 10080)),
            int4range(0, greatest(first + length - 10080, 0)))
        FROM (SELECT
            ((day - 1) * 1440 + extract(epoch FROM starts) / 60)::int AS first,
            (extract(epoch FROM ends - starts) / 60 + CASE WHEN ends > starts THEN 0 ELSE 1440 END)::int AS length
        ) AS hours);

CREATE TABLE opening_hours (
    location_id uuid     NOT NULL REFERENCES locations,
    day         smallint NOT NULL,
    starts      time     NOT NULL,
    ends        time     NOT NULL,
    CONSTRAINT day_is_a_weekday CHECK (day BETWEEN 1 AND 7),
    CONSTRAINT opening_hours_on_grid
        CHECK (extract(epoch FROM starts) % 300 = 0 AND extract(epoch FROM ends) % 300 = 0 AND ends < '24:00'),
    CONSTRAINT opening_hours_do_not_overlap
        EXCLUDE USING gist (location_id WITH =, minutes_of_week(day, starts, ends) WITH &&)
);

CREATE TABLE rooms (
    id               uuid PRIMARY KEY,
    location_id      uuid    NOT NULL REFERENCES locations,
    name             text    NOT NULL,
    capabilities     text[]  NOT NULL,
    places           integer NOT NULL,
    turnover_minutes integer NOT NULL,
    CONSTRAINT name_is_given CHECK (btrim(name) <> '' AND length(name) <= 100),
    CONSTRAINT capabilities_are_codes
        CHECK (array_to_string(capabilities, ' ', '?') ~ '^([a-z0-9-]{1,40}( [a-z0-9-]{1,40}){0,19})?$'),
    CONSTRAINT places_are_1_to_20 CHECK (places BETWEEN 1 AND 20),
    CONSTRAINT turnover_on_grid CHECK (turnover_minutes BETWEEN 0 AND 240 AND turnover_minutes % 5 = 0)
);

CREATE INDEX rooms_by_location ON rooms (location_id);
