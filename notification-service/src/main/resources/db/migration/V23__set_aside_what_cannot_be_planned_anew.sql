-- A location that cannot be planned is left alone until not_before, longer each time, while the others go on.
ALTER TABLE replans
    ADD COLUMN failures integer NOT NULL DEFAULT 0,
    ADD COLUMN not_before timestamptz,
    ADD CONSTRAINT what_is_set_aside_has_failed CHECK (not_before IS NULL OR failures > 0);
