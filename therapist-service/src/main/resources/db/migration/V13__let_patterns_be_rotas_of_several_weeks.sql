-- Minutes of a rota, Monday of week 1 at 00:00 = 0; what passes the last Sunday's midnight continues on the first Monday.
CREATE FUNCTION minutes_of_rota(weeks smallint, week smallint, day smallint, starts time, ends time) RETURNS int4multirange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT int4multirange(
            int4range(first, least(first + length, weeks * 10080)),
            int4range(0, greatest(first + length - weeks * 10080, 0)))
        FROM (SELECT
            ((week - 1) * 10080 + (day - 1) * 1440 + extract(epoch FROM starts) / 60)::int AS first,
            (extract(epoch FROM ends - starts) / 60 + CASE WHEN ends > starts THEN 0 ELSE 1440 END)::int AS length
        ) AS hours);

ALTER TABLE patterns
    ADD COLUMN weeks smallint NOT NULL DEFAULT 1,
    ADD CONSTRAINT rota_has_1_to_8_weeks CHECK (weeks BETWEEN 1 AND 8),
    ADD CONSTRAINT patterns_with_their_weeks UNIQUE (therapist_id, valid_from, weeks);

-- The weeks of its pattern stand in each shift too, so that it can be told which shifts overlap.
ALTER TABLE shifts
    ADD COLUMN weeks smallint NOT NULL DEFAULT 1,
    ADD COLUMN week  smallint NOT NULL DEFAULT 1,
    ADD CONSTRAINT week_is_of_the_rota CHECK (week BETWEEN 1 AND weeks),
    DROP CONSTRAINT shift_of_a_pattern,
    ADD CONSTRAINT shift_of_a_pattern
        FOREIGN KEY (therapist_id, valid_from, weeks) REFERENCES patterns (therapist_id, valid_from, weeks)
        ON DELETE CASCADE,
    DROP CONSTRAINT shifts_do_not_overlap,
    -- Only at one location, where there is one wall clock; across zones the service judges by instants.
    ADD CONSTRAINT shifts_do_not_overlap
        EXCLUDE USING gist (
            therapist_id WITH =, valid_from WITH =, location_id WITH =,
            minutes_of_rota(weeks, week, day, starts, ends) WITH &&);
