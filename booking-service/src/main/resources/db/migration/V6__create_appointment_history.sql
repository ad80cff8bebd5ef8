-- What happened to each appointment, when, by whom and why; kept as written.
CREATE TABLE appointment_history (
    appointment_id uuid NOT NULL REFERENCES appointments,
    version        bigint NOT NULL,
    what           text NOT NULL,
    at             timestamptz NOT NULL,
    actor          text NOT NULL,
    cause          text,
    PRIMARY KEY (appointment_id, version)
);

CREATE FUNCTION history_is_not_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of an appointment is only added to';
END $$;

CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE OR DELETE ON appointment_history
    FOR EACH ROW EXECUTE FUNCTION history_is_not_rewritten();
