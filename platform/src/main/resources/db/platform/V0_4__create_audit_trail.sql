-- Who changed what, who looked somebody up, and who was refused what is not theirs; kept as written. Names no one.
CREATE TABLE audit_trail (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    outcome  text        NOT NULL,
    what     text        NOT NULL,
    subject  uuid,
    cause    text,
    CONSTRAINT the_audit_trail_knows_three_outcomes CHECK (outcome IN ('CHANGED', 'LOOKED', 'REFUSED'))
);

CREATE INDEX audit_trail_of_a_subject ON audit_trail (subject, position) WHERE subject IS NOT NULL;
CREATE INDEX audit_trail_of_an_actor ON audit_trail (actor, position);

CREATE FUNCTION audit_trail_is_not_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only added to';
END $$;

CREATE TRIGGER audit_trail_is_not_rewritten BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_trail
    FOR EACH STATEMENT EXECUTE FUNCTION audit_trail_is_not_rewritten();
