-- Past appointments refer to an erased client by their id, so the row stays with nothing else in it. A duplicate ends the
-- same way and names the client that it was merged into.
ALTER TABLE clients
    ADD COLUMN erased_at timestamptz,
    ADD COLUMN merged_into uuid REFERENCES clients,
    DROP CONSTRAINT a_client_can_be_reached,
    ADD CONSTRAINT a_client_can_be_reached CHECK (erased_at IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL),
    ADD CONSTRAINT nothing_is_left_of_an_erased_client CHECK (erased_at IS NULL
        OR name = '' AND email IS NULL AND phone IS NULL AND language = 'und' AND barred_because IS NULL),
    ADD CONSTRAINT only_a_duplicate_that_ended_has_a_successor CHECK (merged_into IS NULL
        OR erased_at IS NOT NULL AND merged_into <> id);

CREATE INDEX clients_by_successor ON clients (merged_into) WHERE merged_into IS NOT NULL;

-- Bookings look for their clients under the clients' locks; this has the last word. The lock waits for an erasure under way.
CREATE FUNCTION an_erased_client_is_not_booked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM clients WHERE id = NEW.client_id AND erased_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'client % is erased', NEW.client_id USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER an_erased_client_is_not_booked BEFORE INSERT ON appointment_participants
    FOR EACH ROW WHEN (NEW.client_id IS NOT NULL) EXECUTE FUNCTION an_erased_client_is_not_booked();

-- What happened stays as written. Only why staff set a rule aside may be erased, for it is in words about a person.
CREATE OR REPLACE FUNCTION history_is_not_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND to_jsonb(NEW) - 'waived' = to_jsonb(OLD) - 'waived'
        AND NEW.waived = (SELECT coalesce(jsonb_agg(rule || '{"reason": "erased"}' ORDER BY place), '[]')
            FROM jsonb_array_elements(OLD.waived) WITH ORDINALITY AS rules (rule, place))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the history of an appointment is only added to';
END $$;
